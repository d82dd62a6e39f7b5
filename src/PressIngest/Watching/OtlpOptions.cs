using Microsoft.Extensions.Options;

namespace PressIngest.Watching;

/// <summary>Section <c>Otlp</c> of <c>appsettings.json</c>: the OpenTelemetry collector that
/// metrics and traces are sent to. Nothing is sent without one.</summary>
public sealed class OtlpOptions
{
    public const string Http = "http/protobuf";
    public const string Grpc = "grpc";

    /// <summary>Its address, such as <c>http://collector:4318</c>; <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> where it is not given.</summary>
    public string? Endpoint { get; set; }

    /// <summary><c>http/protobuf</c> (mostly port 4318) or <c>grpc</c> (mostly port 4317).</summary>
    public string Protocol { get; set; } = Http;

    /// <summary>A file with headers as <c>name=value</c>, with commas between, such as a token;
    /// <c>OTEL_EXPORTER_OTLP_HEADERS</c> where it is not given.</summary>
    public string? HeadersFile { get; set; }

    /// <summary>How often metrics are sent; 1 s to 1 h.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Where to send to; null where nothing is sent.</summary>
    internal Uri? Address => (Endpoint ?? Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT")) is { Length: > 0 } address
        ? new Uri(address) : null;

    internal static OptionsBuilder<OtlpOptions> Validate(OptionsBuilder<OtlpOptions> builder) => builder
        .Validate(x => x.Endpoint is null
            || (Uri.TryCreate(x.Endpoint, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"),
            "Otlp:Endpoint must be an http or https address, such as http://collector:4318")
        .Validate(x => x.Protocol is Http or Grpc, "Otlp:Protocol must be http/protobuf or grpc")
        .Validate(x => x.HeadersFile is null || File.Exists(x.HeadersFile), "Otlp:HeadersFile must name a file that is there")
        .Validate(x => x.Interval.TotalSeconds is >= 1 and <= 3600, "Otlp:Interval must be between 00:00:01 and 01:00:00");
}
