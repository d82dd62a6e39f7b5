namespace PressIngest.Storage;

public enum SourceStateKind
{
    /// <summary>Never looked at.</summary>
    New,
    Ok,

    /// <summary>It answers, but has had nothing new for far longer than usual.</summary>
    Silent,
    Failing,

    /// <summary>A login, consent or challenge page, or a refusal, stands before it.</summary>
    Blocked,

    /// <summary>Its site rules or its selector match nothing any more.</summary>
    Drifted,

    /// <summary>Everything that it lists is new: items that came between two looks were missed.</summary>
    Gap,
}

/// <summary>A source as its last runs left it.</summary>
public sealed record SourceState
{
    public SourceStateKind Kind { get; init; }

    /// <summary>Since when it is in that state.</summary>
    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? LastRunAt { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>When it last had something new.</summary>
    public DateTimeOffset? LastNewAt { get; init; }

    public DateTimeOffset? NextRunAt { get; init; }

    public string? LastError { get; init; }

    /// <summary>Failed runs in a row.</summary>
    public int Failures { get; init; }

    /// <summary>How many times its interval is doubled now.</summary>
    public int Slowdown { get; init; }

    /// <summary>The usual time between two new articles.</summary>
    public TimeSpan? UsualGap { get; init; }

    /// <summary>How long it asked, at its last answer, not to be asked again.</summary>
    public TimeSpan? FreshFor { get; init; }
}
