using System.Net;

namespace PressIngest.Fetching;

/// <summary>What one request gave: a result, or the address to ask instead.</summary>
internal readonly record struct Answer(FetchResult? Result, Uri? Redirect = null)
{
    public static implicit operator Answer(FetchResult result) => new(result);
}

/// <summary>One request and its answer, with HTTP's semantics and every limit. It neither waits its turn nor follows redirects.</summary>
internal sealed class HttpExchange(IHttpClientFactory clients, TimeProvider time, FetchOptions options, Func<double> chance)
{
    private const string Accepted = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.8";

    /// <exception cref="OperationCanceledException">The token was cancelled. Nothing that the site does throws.</exception>
    public async Task<Answer> AskAsync(
        FetchRequest request, Uri url, RedirectCookies cookies, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var expiry = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expiry.Token);
        try
        {
            using var client = clients.CreateClient(request.AllowPrivate ? Fetcher.PrivateClient : Fetcher.PublicClient);
            using var message = Message(request, url, cookies.For(url));
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.Headers.NonValidated.TryGetValues("Set-Cookie", out var set)) cookies.Learn(url, set);
            return await ReadAsync(request, url, response, either.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && Describe(e) is not null)
        {
            return Describe(e)!;
        }

        FetchResult.Failed? Describe(Exception e) =>
            HttpFailure.Describe(e, url, expiry.IsCancellationRequested ? options.Timeout : null, options.ConnectTimeout);
    }

    private HttpRequestMessage Message(FetchRequest request, Uri url, string? cookies)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url);
        message.Headers.TryAddWithoutValidation("User-Agent", options.Header);
        message.Headers.TryAddWithoutValidation("Accept", Accepted);
        message.Headers.TryAddWithoutValidation("Accept-Language", "ar, *;q=0.5");
        message.Headers.TryAddWithoutValidation("Accept-Encoding", ContentDecoder.Accepted);
        if (request.Credential?.For(url) is { } secret) message.Headers.TryAddWithoutValidation(request.Credential.Header, secret);
        if (cookies is not null) message.Headers.TryAddWithoutValidation("Cookie", cookies);
        if (IsSendable(request.ETag)) message.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
        if (IsSendable(request.LastModified)) message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        return message;
    }

    private async Task<Answer> ReadAsync(FetchRequest request, Uri url, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (status is 301 or 302 or 303 or 307 or 308) return Redirect(url, response);
        if (response.StatusCode == HttpStatusCode.NotModified
            && (request.ETag ?? request.LastModified) is not null) return new FetchResult.NotModified();
        if (status is < 200 or > 299)
        {
            var wait = RetryAfter.Parse(Header(response, "Retry-After"), time.GetUtcNow(), chance());
            return new FetchResult.Failed(FetchFailure.Status, $"{url.Host} answered {HttpFailure.Status(response.StatusCode)}", status, wait);
        }

        if (response.Content.Headers.ContentLength > request.MaxBytes && !request.MayBeCut) return TooLarge(request);
        if (await BodyAsync(response, request, cancellationToken) is not { } raw) return TooLarge(request);
        var encodings = (Header(response, "Content-Encoding") ?? "").Split(',',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (bytes, failure, why) = ContentDecoder.Decode(raw, encodings, request.MaxBytes, request.MayBeCut);
        if (bytes is null) return new FetchResult.Failed(failure, why, status);
        return new FetchResult.Body(bytes, Header(response, "Content-Type"), url, Header(response, "ETag"), Header(response, "Last-Modified"))
        {
            FreshFor = Freshness.Of(Header(response, "Cache-Control"), Header(response, "Expires"), Header(response, "Age"), time.GetUtcNow()),
        };
    }

    private static Answer Redirect(Uri url, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (Header(response, "Location") is not { } location)
        {
            return new FetchResult.Failed(FetchFailure.Malformed, $"{url.Host} redirects ({status}) without saying where to", status);
        }

        if (Uri.TryCreate(url, location, out var target)) return new Answer(null, target);
        return new FetchResult.Failed(FetchFailure.Malformed, $"{url.Host} redirects ({status}) to what is no address", status);
    }

    private static async Task<byte[]?> BodyAsync(HttpResponseMessage response, FetchRequest request, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > request.MaxBytes)
            {
                if (!request.MayBeCut) return null;
                body.Write(buffer, 0, (int)(request.MaxBytes - body.Length));
                break;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static FetchResult.Failed TooLarge(FetchRequest request) => new(FetchFailure.TooLarge, $"the body is larger than {request.MaxBytes:N0} bytes");

    private static bool IsSendable(string? value) => !string.IsNullOrEmpty(value) && value.Length <= 1024 && value.All(x => x is >= ' ' and <= '~');

    // As it was sent: the typed properties are null where a server breaks the grammar.
    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;
}
