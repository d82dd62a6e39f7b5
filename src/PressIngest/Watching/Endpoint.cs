using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PressIngest.Configuration;

namespace PressIngest.Watching;

/// <summary>The HTTP endpoint of monitoring: <c>/healthz</c>, <c>/readyz</c> and <c>/metrics</c>. It reads, and changes nothing.</summary>
internal sealed class Endpoint(IOptions<EndpointOptions> options, ConfigFolder config, MetricRegister metrics, Pulse pulse,
    ILogger<Endpoint> logger) : IAsyncDisposable
{
    private WebApplication? _app;

    /// <summary>Listens where the settings say so, until it is disposed of: before the service starts, and until it has stopped.</summary>
    /// <exception cref="ConfigException">The port cannot be had.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Port is not { } port) return;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, new IPEndPoint(IPAddress.Parse(options.Value.Address), port)));
        _app = builder.Build();
        _app.Run(AnswerAsync);
        try
        {
            await _app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or AddressInUseException or System.Net.Sockets.SocketException)
        {
            throw new ConfigException([new Problem(config.SettingsPath, 1, 1, $"Endpoint: {options.Value.Address}:{port} cannot be listened at ({e.GetBaseException().Message}): give another Endpoint:Port")]);
        }

        logger.LogInformation(Events.EndpointListening, "Monitoring is answered at {Address}: /healthz, /readyz, /metrics", _app.Urls.Single());
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Questions are short and come from few: whoever sends more, or slowly, is cut off.</summary>
    private static void Configure(KestrelServerOptions kestrel, IPEndPoint at)
    {
        kestrel.Listen(at, listen => listen.Protocols = HttpProtocols.Http1);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = 32;
        kestrel.Limits.MaxRequestBodySize = 0;
        kestrel.Limits.MaxRequestHeadersTotalSize = 8192;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        }

        context.Response.Headers.CacheControl = "no-store";
        return context.Request.Path.Value switch
        {
            "/healthz" => WriteAsync(context, pulse.Ailment),
            "/readyz" => WriteAsync(context, pulse.Obstacle),
            "/metrics" => WriteAsync(context, PrometheusText.ContentType, PrometheusText.Of(metrics.Read())),
            _ => WriteAsync(context, "there are /healthz, /readyz and /metrics", StatusCodes.Status404NotFound),
        };
    }

    private static Task WriteAsync(HttpContext context, string? problem, int status = StatusCodes.Status503ServiceUnavailable)
    {
        if (problem is not null) context.Response.StatusCode = status;
        return WriteAsync(context, "text/plain; charset=utf-8", (problem ?? "ok") + "\n");
    }

    private static Task WriteAsync(HttpContext context, string contentType, string text)
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
