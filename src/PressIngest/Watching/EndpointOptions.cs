using System.Net;
using Microsoft.Extensions.Options;

namespace PressIngest.Watching;

/// <summary>Section <c>Endpoint</c> of <c>appsettings.json</c>: where monitoring asks. Nothing listens without a port.</summary>
public sealed class EndpointOptions
{
    /// <summary>1 to 65535; 0 takes any that is free, and the log says which. Off where it is not given.</summary>
    public int? Port { get; set; }

    /// <summary>The address to listen at. What it tells is not secret, but nobody's business
    /// either: only this machine may ask unless it is said otherwise.</summary>
    public string Address { get; set; } = "127.0.0.1";

    internal static OptionsBuilder<EndpointOptions> Validate(OptionsBuilder<EndpointOptions> builder) => builder
        .Validate(x => x.Port is null or (>= 0 and <= 65535), "Endpoint:Port must be between 1 and 65535, 0 for any that is free, or null for none")
        .Validate(x => IPAddress.TryParse(x.Address, out _),
            "Endpoint:Address must be an IP address, such as 127.0.0.1 for this machine alone or 0.0.0.0 for everybody");
}
