using PressIngest.Discovery;
using PressIngest.Storage;

namespace PressIngest;

/// <summary>What a run over one source came to: its counts, what was new, what failed and why. Articles report to it from several threads.</summary>
public sealed class RunReport(Source source)
{
    /// <summary>Of more articles than a person reads, the counts are kept and the rest is in the database.</summary>
    private const int MostShown = 100;

    private readonly Lock _gate = new();

    public Source Source { get; } = source;

    public RunCounts Counts { get; } = new();

    /// <summary>Why the source itself could not be looked at, in words; null where it could.</summary>
    public string? Error { get; set; }

    /// <summary>Nothing that the source lists was known before.</summary>
    public bool LostItems { get; set; }

    /// <summary>The source's state before and after the run.</summary>
    public SourceState Before { get; set; } = new();

    public SourceState After { get; set; } = new();

    /// <summary>The state has changed; that a new source is all right is no news.</summary>
    public bool HasNewState => After.Kind != Before.Kind && !(Before.Kind == SourceStateKind.New && After.Kind == SourceStateKind.Ok);

    /// <summary>When the source is looked at next.</summary>
    public DateTimeOffset NextRunAt => After.NextRunAt ?? throw new InvalidOperationException("the run is not over");

    /// <summary>What the source held that could not be used.</summary>
    public IReadOnlyList<string> Notes { get; set; } = [];

    /// <summary>Facts in the articles that were new or changed.</summary>
    public int Facts { get; private set; }

    /// <summary>The first of the articles that were new or changed.</summary>
    public List<(SaveResult Result, StoredArticle Article)> Stored { get; } = [];

    public List<(string Url, string Reason)> Failures { get; } = [];

    public void Count(Action<RunCounts> one)
    {
        lock (_gate) one(Counts);
    }

    public void Add(SaveResult result, StoredArticle article)
    {
        lock (_gate)
        {
            if (result == SaveResult.Unchanged) Counts.Unchanged++;
            else if (result == SaveResult.Forgotten) Counts.Skipped++;
            else if (result == SaveResult.Added) Counts.Added++;
            else Counts.Updated++;
            if (result is SaveResult.Unchanged or SaveResult.Forgotten) return;
            Facts += article.Facts.Count;
            // The page's bytes are in the database by now.
            if (Stored.Count < MostShown) Stored.Add((result, article with { Body = [], FurtherPages = [] }));
        }
    }

    public void AddFailure(string url, string reason)
    {
        lock (_gate)
        {
            Counts.Failed++;
            Failures.Add((url, reason));
        }
    }
}
