using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PressIngest.Benchmarks;

/// <summary>Many outlets on this machine, each on an address of its own (127.0.0.x), with articles made from the samples.</summary>
internal sealed class PressSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly int _port;

    private PressSite(WebApplication app, int port) => (_app, _port) = (app, port);

    public static async Task<PressSite> StartAsync(int hosts, int articlesPerHost)
    {
        var samples = Directory.EnumerateFiles(Path.Combine(Repository.Root, "config/samples"), "*.html").Where(x => !x.Contains("blood", StringComparison.Ordinal)).Select(x => File.ReadAllText(x).Replace("rel=\"canonical\"", "rel=\"x\"", StringComparison.Ordinal)).ToList();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var port = Random.Shared.Next(20_000, 60_000);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            for (var i = 1; i <= hosts; i++) options.Listen(IPAddress.Parse(Address(i)), port);
        });
        var app = builder.Build();
        app.Run(async context =>
        {
            var (host, path) = (context.Request.Host.Host, context.Request.Path.Value!);
            if (path == "/feed") await WriteAsync(context, "application/rss+xml", Feed(host, port, articlesPerHost));
            else if (path.StartsWith("/news/", StringComparison.Ordinal)) await WriteAsync(context, "text/html", Page(samples, host, int.Parse(path.AsSpan(6), System.Globalization.CultureInfo.InvariantCulture)));
            else context.Response.StatusCode = StatusCodes.Status404NotFound;
        });
        await app.StartAsync();
        return new PressSite(app, port);
    }

    public string Sources(int hosts) => "sources:\n" + string.Concat(Enumerable.Range(1, hosts).Select(i =>
        $"  - {{key: host{i}, name: host{i}, feed: 'http://{Address(i)}:{_port}/feed', every: 1h, delay: 0, allow_private: true}}\n"));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Address(int host) => $"127.0.{host / 250}.{(host % 250) + 1}";

    private static Task WriteAsync(HttpContext context, string type, string text)
    {
        context.Response.ContentType = $"{type}; charset=utf-8";
        return context.Response.WriteAsync(text, Encoding.UTF8, context.RequestAborted);
    }

    private static string Feed(string host, int port, int articles) =>
        $"<rss version=\"2.0\"><channel><title>{host}</title>{string.Concat(Enumerable.Range(1, articles).Select(i => $"<item><title>{i}</title><link>http://{host}:{port}/news/{i}</link></item>"))}</channel></rss>";

    private static string Page(List<string> samples, string host, int number) =>
        samples[number % samples.Count].Replace("</h1>", $" {host} {number}</h1>", StringComparison.Ordinal).Replace("</p>", $" ({host} {number})</p>", StringComparison.Ordinal);
}
