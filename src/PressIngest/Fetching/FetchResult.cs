namespace PressIngest.Fetching;

/// <summary>A request: an absolute http(s) address, what it is for, and what is known of it.</summary>
/// <param name="Url">The address.</param>
/// <param name="MaxBytes">The most that is read, after decompression.</param>
/// <param name="Delay">The least time between two requests to the host.</param>
/// <param name="AllowPrivate">Loopback and private addresses are allowed.</param>
/// <param name="ETag">The entity tag of what is stored, for a conditional request.</param>
/// <param name="LastModified">The Last-Modified header of what is stored, as it was sent.</param>
/// <param name="Credential">What opens the site; sent to the sites it belongs to only.</param>
/// <param name="MayBeCut">Of a body that is too large the beginning will do.</param>
public sealed record FetchRequest(
    Uri Url, long MaxBytes, TimeSpan Delay, bool AllowPrivate = false, string? ETag = null, string? LastModified = null,
    Credential? Credential = null,
    bool MayBeCut = false);

/// <summary>What came of a request. Nothing that a site does is an exception.</summary>
public abstract record FetchResult
{
    private FetchResult()
    {
    }

    /// <summary>A body came, whole.</summary>
    public sealed record Body(byte[] Bytes, string? ContentType, Uri FinalUrl, string? ETag, string? LastModified) : FetchResult
    {
        /// <summary>How long the site says that this stays as it is; null where it says nothing.</summary>
        public TimeSpan? FreshFor { get; init; }
    }

    /// <summary>304: what is stored is still what is there.</summary>
    public sealed record NotModified : FetchResult;

    /// <summary>No body. <c>Message</c> says in words what happened, for a person who runs the service.</summary>
    public sealed record Failed(FetchFailure Failure, string Message, int? Status = null, TimeSpan? RetryAfter = null) : FetchResult;
}

public enum FetchFailure
{
    /// <summary>Host not found, connection refused or broken, TLS refused.</summary>
    Network,
    Timeout,

    /// <summary>A status other than success or 304.</summary>
    Status,
    TooLarge,
    TooManyRedirects,

    /// <summary>The address is not http(s), or is private and that is not allowed.</summary>
    Forbidden,

    /// <summary>robots.txt disallows it.</summary>
    Robots,

    /// <summary>The answer is no valid HTTP, or its compression is broken.</summary>
    Malformed,

    /// <summary>Not asked: the host wanted to be left alone for a while, or did not answer
    /// several times in a row, and that while is not over.</summary>
    Resting,

    /// <summary>The file is not there or cannot be read.</summary>
    File,
}
