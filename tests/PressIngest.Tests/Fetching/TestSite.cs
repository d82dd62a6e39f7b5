using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace PressIngest.Tests.Fetching;

/// <summary>A press site on loopback, on a port of its own. Pages can be put, changed and taken away while it runs.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SiteRequest> _requests = new();

    private TestSite(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>Every request so far, in order, robots.txt included.</summary>
    public IReadOnlyList<SiteRequest> Requests => [.. _requests];

    /// <summary>The paths that were asked for, in order, without robots.txt.</summary>
    public IEnumerable<string> Paths => _requests.Select(x => x.Path).Where(x => x != "/robots.txt");

    /// <param name="address">Where it listens; 127.0.0.1 where it is not said.</param>
    /// <param name="protocols">What it speaks.</param>
    public static async Task<TestSite> StartAsync(IPAddress? address = null, HttpProtocols protocols = HttpProtocols.Http1)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(x =>
        {
            x.Listen(address ?? IPAddress.Loopback, 0, y => y.Protocols = protocols);
            x.AddServerHeader = false;
        });
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var site = new TestSite(app);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        site.Address = new Uri(app.Urls.Single());
        return site;
    }

    public Uri Url(string path) => new(Address, path);

    /// <summary>Answers the path (with its query) in any way whatever.</summary>
    public void Map(string path, RequestDelegate answer) => _pages[path] = answer;

    /// <summary>Answers the path with a text in UTF-8 and an ETag of its own, so that conditional requests work.</summary>
    public void Put(string path, string text, string contentType = "text/html; charset=utf-8") => Put(path, Encoding.UTF8.GetBytes(text), contentType);

    /// <summary>Answers the path with bytes as they are and an ETag.</summary>
    public void Put(string path, byte[] bytes, string contentType) => Map(path, async context =>
    {
        var tag = $"\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes))[..16]}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    });

    public void Redirect(string path, string to, int status = StatusCodes.Status302Found) => Map(path, context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    });

    public void Fail(string path, int status, string? retryAfter = null) => Map(path, context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    });

    public void Remove(string path) => _pages.TryRemove(path, out _);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value + context.Request.QueryString.Value;
        _requests.Enqueue(new SiteRequest(path, context.Request.Headers.ToDictionary(x => x.Key, x => x.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        if (_pages.TryGetValue(path, out var answer)) await answer(context);
        else context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}

/// <summary>A request that a <see cref="TestSite"/> got.</summary>
internal sealed record SiteRequest(string Path, IReadOnlyDictionary<string, string> Headers);
