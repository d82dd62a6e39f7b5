using Microsoft.Extensions.Options;

namespace PressIngest.Fetching;

/// <summary>
/// Fetches pages and feeds: politely (robots.txt, one request at a time and a rest per host, across all callers), safely (public addresses only, each
/// redirect checked, everything bounded) and with patience (failures that may pass are tried again).
/// </summary>
/// <remarks>One instance serves the whole program and all threads: <see cref="FetchingRegistration.AddFetching"/> registers it.</remarks>
public sealed class Fetcher : IDisposable
{
    internal const string PublicClient = "press";
    internal const string PrivateClient = "press-private";

    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpExchange _exchange;
    private readonly HostGate _gate;
    private readonly RobotsCache _robots;
    private readonly RegistrableDomain _domains = new();
    private readonly SemaphoreSlim _hosts;
    private readonly RequestLog? _log;

    public Fetcher(IHttpClientFactory clients, TimeProvider time, IOptions<FetchOptions> options, RequestLog? log = null)
    {
        _log = log;
        _options = options.Value;
        _time = time;
        _exchange = new HttpExchange(clients, time, _options, Random.Shared.NextDouble);
        var steady = new SteadyTime(time);
        _gate = new HostGate(steady, Random.Shared.NextDouble);
        _robots = new RobotsCache(steady, _options.Product, (request, token) => FollowAsync(request, asksLeave: false, token));
        _hosts = new SemaphoreSlim(_options.MaxConcurrentHosts);
    }

    /// <summary>The body, 304, or in words why there is none. Nothing that a site does is an exception.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var result = await FollowAsync(request, asksLeave: true, cancellationToken);
            if (attempt >= _options.Retries || result is not FetchResult.Failed failed || !Backoff.MayPass(failed)) return result;
            var wait = Backoff.Before(attempt, _options.RetryDelay, failed.RetryAfter);
            if (wait > _options.Patience) return result;
            await Task.Delay(wait, _time, cancellationToken);
        }
    }

    public void Dispose() => _hosts.Dispose();

    private async Task<FetchResult> FollowAsync(FetchRequest request, bool asksLeave, CancellationToken cancellationToken)
    {
        var url = request.Url;
        var left = _options.Timeout;
        var cookies = new RedirectCookies();
        for (var redirects = 0; redirects <= _options.MaxRedirects; redirects++)
        {
            if (Refuse(url) is { } refusal) return refusal;
            var leave = asksLeave ? await AskLeaveAsync(request, url, cancellationToken) : new Leave(request.Delay);
            if (leave.Refusal is not null) return leave.Refusal;
            var (answer, spent) = await AskAsync(request with { Delay = leave.Delay }, url, cookies, left, cancellationToken);
            if (answer.Result is { } result) return result;
            url = answer.Redirect!;
            left -= spent;
            if (left <= TimeSpan.Zero) return Failed(FetchFailure.Timeout, $"{request.Url.Host} redirects too slowly");
        }

        return Failed(FetchFailure.TooManyRedirects, $"{request.Url.Host} redirects more than {_options.MaxRedirects} times");
    }

    private async Task<Leave> AskLeaveAsync(FetchRequest request, Uri url, CancellationToken cancellationToken)
    {
        var (rules, failure) = await _robots.FindAsync(url, request.Delay, request.AllowPrivate, cancellationToken);
        if (rules is null) return new Leave(default, failure);
        if (!rules.Allows(url)) return new Leave(default, Failed(FetchFailure.Robots, $"the robots.txt of {url.Host} does not allow {url.PathAndQuery}"));
        return new Leave(rules.CrawlDelay > request.Delay ? rules.CrawlDelay : request.Delay);
    }

    private async Task<(Answer Answer, TimeSpan Spent)> AskAsync(
        FetchRequest request, Uri url, RedirectCookies cookies, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var host = _domains.Of(url);
        using var turn = await _gate.EnterAsync(host, request.Delay, _options.Patience, cancellationToken);
        if (turn is null) return (Resting(host), TimeSpan.Zero);
        await _hosts.WaitAsync(cancellationToken);
        try
        {
            var (startedAt, start) = (_time.GetUtcNow(), _time.GetTimestamp());
            var answer = await _exchange.AskAsync(request, url, cookies, timeout, cancellationToken);
            var spent = _time.GetElapsedTime(start);
            turn.Learn(answer.Result);
            _log?.Add(new RequestRecord(url.Host, url.AbsoluteUri, startedAt, spent, OutcomeOf(answer)));
            return (answer, spent);
        }
        finally
        {
            _hosts.Release();
        }
    }

    private static string OutcomeOf(Answer answer) => answer.Result switch
    {
        null => "redirect",
        FetchResult.Body => "ok",
        FetchResult.NotModified => "not modified",
        FetchResult.Failed { Status: { } status } => $"status {status}",
        FetchResult.Failed failed => failed.Failure.ToString().ToLowerInvariant(),
        _ => "",
    };

    private FetchResult.Failed Resting(string host)
    {
        var left = _gate.HeldFor(host);
        var why = "it asked for that, or did not answer several times in a row";
        return new FetchResult.Failed(FetchFailure.Resting, $"{host} is left alone for {Math.Ceiling(left.TotalMinutes):0} more min: {why}", RetryAfter: left);
    }

    private static FetchResult.Failed? Refuse(Uri url)
    {
        var isWeb = url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
        if (!isWeb) return Failed(FetchFailure.Forbidden, $"'{url.OriginalString}' is no http or https address");
        return url.UserInfo.Length == 0 ? null : Failed(FetchFailure.Forbidden, $"the address at {url.Host} holds a user name");
    }

    private static FetchResult.Failed Failed(FetchFailure failure, string message) => new(failure, message);

    /// <summary>What robots.txt says of one address: how long to wait, or no.</summary>
    private readonly record struct Leave(TimeSpan Delay, FetchResult.Failed? Refusal = null);
}
