using PressIngest.Tests.Fetching;

namespace PressIngest.Tests.EndToEnd;

/// <summary>A request to a hostile site, and the site's own address.</summary>
internal readonly record struct HostileRequest(string Head, string Site)
{
    public string Path => Head.Split(' ', 3) is [_, var path, ..] ? path : "";
}

/// <summary>A site that misbehaves in one way, and what is to stand in the database afterwards.</summary>
/// <param name="Key">The source's key.</param>
/// <param name="Source">What its record in <c>sources.yaml</c> says beside key and name; <c>{site}</c> stands for the site's address.</param>
/// <param name="Answer">The answer to every request but those for robots.txt, of which there is none, and for /news/, where all is well.</param>
internal sealed record HostileSite(string Key, string Source, Func<HostileRequest, byte[]> Answer)
{
    /// <summary>The run's outcome: <c>done</c>, or <c>failed</c> with what its message contains.</summary>
    public string Run { get; init; } = "done";

    /// <summary>The source's state after it.</summary>
    public string State { get; init; } = "ok";

    /// <summary>The titles of the articles stored.</summary>
    public string[] Articles { get; init; } = [];

    /// <summary>Of each link in its order the outcome, and after a colon what its reason contains. Null where the counts alone matter.</summary>
    public string[]? Links { get; init; } = [];

    /// <summary>Answers in bits and pieces, or never.</summary>
    public Func<Stream, CancellationToken, Task>? Drip { get; init; }

    /// <summary>The answer for robots.txt.</summary>
    public byte[] Robots { get; init; } = HostileAnswers.Status("404 Not Found");

    /// <summary>Nobody listens there.</summary>
    public bool IsDown { get; init; }

    public override string ToString() => Key;

    /// <summary>A source that is a single address.</summary>
    public static HostileSite Page(string key, Func<HostileRequest, byte[]> answer, string link) =>
        new(key, "urls: ['{site}page'], allow_private: true, delay: 0", answer) { Links = [link] };

    public static HostileSite Page(string key, byte[] answer, string link) => Page(key, _ => answer, link);

    public static HostileSite Feed(string key, Func<HostileRequest, byte[]> answer) => new(key, "feed: '{site}feed', allow_private: true, delay: 0", answer);

    public static HostileSite Feed(string key, byte[] answer) => Feed(key, _ => answer);

    public RawSite Start()
    {
        var address = "";
        var site = RawSite.Start(async (head, stream, token) =>
        {
            var request = new HostileRequest(head, address);
            if (request.Path == "/robots.txt") await stream.WriteAsync(Robots, token);
            else if (request.Path.StartsWith("/news/", StringComparison.Ordinal)) await stream.WriteAsync(HostileAnswers.Article($"خبر {request.Path[6..].Split('?')[0]}"), token);
            else if (Drip is not null) await Drip(stream, token);
            else await stream.WriteAsync(Answer(request), token);
        });
        address = site.Address.AbsoluteUri;
        return site;
    }

    public string Record(Uri site) => $"  - {{key: {Key}, name: {Key}, {Source.Replace("{site}", site.AbsoluteUri, StringComparison.Ordinal).Replace("{port}", $"{site.Port}", StringComparison.Ordinal)}}}\n";
}
