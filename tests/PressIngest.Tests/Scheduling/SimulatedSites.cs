using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace PressIngest.Tests.Scheduling;

/// <summary>An outlet over days: what it has published by a time, and what it answers then.</summary>
/// <param name="Every">A new article each time that this has passed.</param>
/// <param name="Falls">What goes wrong, from one time since the start to another.</param>
internal sealed record SimulatedOutlet(TimeSpan Every, params (TimeSpan From, TimeSpan To, Fall Fall)[] Falls)
{
    private const int FeedHolds = 20;

    /// <summary>So many articles come at once.</summary>
    public int Burst { get; init; } = 1;

    public int Published(TimeSpan since) => ((int)(since / Every) + 1) * Burst;

    public IEnumerable<int> InFeed(TimeSpan since) => Enumerable.Range(1, Published(since)).Reverse().Take(FeedHolds);
}

internal enum Fall
{
    Dead,
    Forbidden,
    Quiet,

    /// <summary>Every third answer is 503.</summary>
    Flaky,
}

/// <summary>Many outlets behind one handler. Keeps the time of every request.</summary>
internal sealed class SimulatedSites(LeapingTime time, IReadOnlyDictionary<string, SimulatedOutlet> outlets) : HttpMessageHandler
{
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly ConcurrentDictionary<string, int> _asked = new();

    public ConcurrentQueue<(string Host, DateTimeOffset At)> Requests { get; } = new();

    public TimeSpan Since => time.GetUtcNow() - _start;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (host, path) = (request.RequestUri!.Host, request.RequestUri.AbsolutePath);
        Requests.Enqueue((host, time.GetUtcNow()));
        var (outlet, since) = (outlets[host], Since);
        var fall = outlet.Falls.Where(x => since >= x.From && since < x.To).Select(x => (Fall?)x.Fall).FirstOrDefault();
        if (fall == Fall.Dead) throw new HttpRequestException(HttpRequestError.ConnectionError, "connection refused");
        if (path == "/robots.txt") return Answer(HttpStatusCode.NotFound);
        if (fall == Fall.Forbidden) return Answer(HttpStatusCode.Forbidden);
        if (fall == Fall.Flaky && _asked.AddOrUpdate(host, 1, (_, count) => count + 1) % 3 == 0) return Answer(HttpStatusCode.ServiceUnavailable);
        if (fall == Fall.Quiet) since = outlet.Falls.First(x => x.Fall == Fall.Quiet).From;
        return path == "/feed" ? Answer(HttpStatusCode.OK, Feed(host, outlet.InFeed(since)), "application/rss+xml") : Answer(HttpStatusCode.OK, Page(host, path), "text/html");
    }

    private static Task<HttpResponseMessage> Answer(HttpStatusCode status, string text = "", string type = "text/plain") =>
        Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(text, Encoding.UTF8, type) });

    private static string Feed(string host, IEnumerable<int> numbers) =>
        $"<rss version=\"2.0\"><channel><title>{host}</title>{string.Concat(numbers.Select(x => $"<item><title>خبر {x}</title><link>https://{host}/news/{x}</link></item>"))}</channel></rss>";

    private static string Page(string host, string path) =>
        $"<html lang=\"ar\"><head><meta charset=\"utf-8\"></head><body><article><h1>خبر {path}</h1><p>هذا خبر من {host} رقم {path} عن المدينة ومكتباتها وناسها في هذا الموسم الثقافي الجديد الذي يستمر ثلاثة أشهر كاملة.</p></article></body></html>";
}
