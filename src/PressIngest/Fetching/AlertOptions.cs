using Microsoft.Extensions.Options;

namespace PressIngest.Fetching;

/// <summary>Section <c>Alerts</c> of <c>appsettings.json</c>: who is told when the state of a source changes.</summary>
public sealed class AlertOptions
{
    /// <summary>An http or https address that gets a JSON POST; nobody is told without it.</summary>
    public string? Webhook { get; set; }

    /// <summary>The key that the POST is signed with; better in <c>PRESSINGEST__ALERTS__SECRET</c> or in a file.</summary>
    public string? Secret { get; set; }

    /// <summary>A file that holds the key, such as a container's secret.</summary>
    public string? SecretFile { get; set; }

    internal static OptionsBuilder<AlertOptions> Validate(OptionsBuilder<AlertOptions> builder) => builder
        .Validate(x => x.Webhook is null
            || (Uri.TryCreate(x.Webhook, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"),
            "Alerts:Webhook must be an http or https address")
        .Validate(x => x.SecretFile is null || File.Exists(x.SecretFile), "Alerts:SecretFile must name a file that is there");
}
