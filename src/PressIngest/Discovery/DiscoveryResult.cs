using PressIngest.Fetching;

namespace PressIngest.Discovery;

/// <summary>What a look at a source gave: its links, or in words why there are none. A failure is never an empty list.</summary>
public abstract record DiscoveryResult
{
    private DiscoveryResult()
    {
    }

    /// <summary>The source answered. An empty list means that it has no articles now.</summary>
    /// <param name="Links">Each article once, in the source's order.</param>
    /// <param name="Notes">What was left out and why, in words for a person who runs the service.</param>
    public sealed record Found(IReadOnlyList<ArticleLink> Links, IReadOnlyList<string> Notes) : DiscoveryResult
    {
        /// <summary>What to send with the next look, so that an unchanged source costs one short answer.</summary>
        public Validators? Validators { get; init; }

        /// <summary>How long the source says that it need not be asked again: the longer of what the
        /// feed and the HTTP answer say; null where neither does.</summary>
        public TimeSpan? FreshFor { get; init; }
    }

    /// <summary>Nothing has changed since the validators were given.</summary>
    public sealed record NotModified : DiscoveryResult;

    public sealed record Failed(DiscoveryFailure Failure, string Message) : DiscoveryResult
    {
        /// <summary>The HTTP status, where one came.</summary>
        public int? Status { get; init; }

        /// <summary>The feed that a web page names which came instead of one.</summary>
        public string? Feed { get; init; }

        /// <summary>How long the site asks to be left alone.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }
}

public enum DiscoveryFailure
{
    /// <summary>No answer, or an answer with an error status.</summary>
    Unreachable,

    /// <summary>The file or folder is not there or cannot be read.</summary>
    Missing,

    /// <summary>The answer is not what the source promises: HTML where a feed should be.</summary>
    Format,

    /// <summary>The page is there, the listing's selector matches nothing on it.</summary>
    Drifted,

    /// <summary>A login, consent or challenge page, or a refusal, stands before the source.</summary>
    Blocked,
}

/// <summary>The validators of an HTTP answer, as the site sent them.</summary>
public sealed record Validators(string? ETag, string? LastModified)
{
    /// <summary>Null where the answer carries none.</summary>
    internal static Validators? Of(FetchResult result) =>
        result is FetchResult.Body body && (body.ETag ?? body.LastModified) is not null ? new Validators(body.ETag, body.LastModified) : null;
}
