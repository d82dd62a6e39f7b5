using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PressIngest.Watching;

/// <summary>Sends metrics and traces to an OpenTelemetry collector, where one is
/// configured. A collector that is down costs the service nothing.</summary>
internal sealed class OtlpExport(IOptions<OtlpOptions> options, ILogger<OtlpExport> logger) : IDisposable
{
    /// <summary>For the last of it at the end: Docker waits ten seconds in all.</summary>
    private const int MillisecondsAtTheEnd = 1500;

    private CollectorWatch? _watch;
    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public void Start(string version)
    {
        if (options.Value.Address is not { } address) return;
        _watch = new CollectorWatch(address, options.Value.Interval, logger);
        var resource = ResourceBuilder.CreateDefault().AddService(Telemetry.Name, serviceVersion: version,
            serviceInstanceId: Environment.MachineName);
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter([Telemetry.Name, .. MetricRegister.Others])
            .AddOtlpExporter((exporter, reader) =>
            {
                Configure(exporter, address, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.Value.Interval.TotalMilliseconds;
            }).Build();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Telemetry.Name)
            .AddOtlpExporter(exporter => Configure(exporter, address, "v1/traces")).Build();
        logger.LogInformation(Events.ExportStarted, "Metrics and traces go to {Address} over {Protocol}", address, options.Value.Protocol);
    }

    // Both at once: what is left is sent, or given up.
    public void Dispose()
    {
        Parallel.Invoke(() => _traces?.Shutdown(MillisecondsAtTheEnd), () => _metrics?.Shutdown(MillisecondsAtTheEnd));
        _traces?.Dispose();
        _metrics?.Dispose();
        _watch?.Dispose();
    }

    private void Configure(OtlpExporterOptions exporter, Uri address, string path)
    {
        var isGrpc = options.Value.Protocol == OtlpOptions.Grpc;
        exporter.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = isGrpc ? address : new Uri($"{address.AbsoluteUri.TrimEnd('/')}/{path}");
        exporter.TimeoutMilliseconds = MillisecondsAtTheEnd;
        if (options.Value.HeadersFile is { } file) exporter.Headers = File.ReadAllText(file).Trim();
    }
}
