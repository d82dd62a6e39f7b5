using PressIngest.Discovery;
using PressIngest.Storage;

namespace PressIngest;

/// <summary>What a run over one source came to: its counts, what was new, what failed and why.</summary>
public sealed class RunReport(Source source)
{
    public Source Source { get; } = source;

    public RunCounts Counts { get; } = new();

    /// <summary>Why the source itself could not be looked at, in words; null where it could.</summary>
    public string? Error { get; set; }

    /// <summary>What the source held that could not be used.</summary>
    public IReadOnlyList<string> Notes { get; set; } = [];

    /// <summary>The articles that were new or changed, in order.</summary>
    public List<(SaveResult Result, StoredArticle Article)> Stored { get; } = [];

    public List<(string Url, string Reason)> Failures { get; } = [];

    public void Add(SaveResult result, StoredArticle article)
    {
        switch (result)
        {
            case SaveResult.Added:
                Counts.Added++;
                break;
            case SaveResult.Updated:
                Counts.Updated++;
                break;
            default:
                Counts.Unchanged++;
                return;
        }

        // The page's bytes are in the database by now.
        Stored.Add((result, article with { Body = [] }));
    }
}
