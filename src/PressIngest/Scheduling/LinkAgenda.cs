using PressIngest.Discovery;
using PressIngest.Storage;

namespace PressIngest.Scheduling;

/// <summary>A link whose time has come, what the source says of it, and what is known of it.</summary>
public sealed record DueLink(ArticleLink Link, string Hint, LinkRecord? Known);

/// <summary>Which links of a source are looked at in this run: new ones, changed ones, and
/// those whose time has come, whether still listed or not.</summary>
public sealed class LinkAgenda(LinkStore links, TimeProvider time)
{
    public IReadOnlyList<DueLink> Due(StartedRun run, DiscoveryResult found, RunReport report)
    {
        var (source, now) = (report.Source, time.GetUtcNow());
        var due = new List<DueLink>();
        var listed = found is DiscoveryResult.Found { Links: var all } ? all : [];
        var forgotten = links.Forgotten([.. listed.Select(x => x.Url)]);
        if (forgotten.Count > 0) listed = [.. listed.Where(x => !forgotten.Contains(x.Url))];
        var records = links.Find([.. listed.Select(x => x.Url)]);
        foreach (var link in listed)
        {
            var hint = LinkPolicy.Hint(source, link);
            var known = records.GetValueOrDefault(link.Url);
            if (LinkPolicy.IsDue(known, hint, now)) due.Add(new DueLink(link, hint, known));
            else if (known?.Outcome == LinkOutcomes.Failed) report.Count(x => x.Waiting++);
            else report.Count(x => x.Unchanged++);
        }

        // A feed that shows nothing known any more has moved on by more than it holds.
        report.LostItems = source.Kind is SourceKind.Feed or SourceKind.Sitemap && listed.Count > 0 && records.Count == 0
            && run.Before.LastNewAt is not null;
        var taken = listed.Select(x => x.Url).ToHashSet(StringComparer.Ordinal);
        due.AddRange(links.Due(run.SourceId, now).Where(x => !FileUrl.IsFile(x.Url) && taken.Add(x.Url)).Select(x => new DueLink(new ArticleLink { Url = x.Url }, x.Hint ?? "", x)));
        report.Count(x => x.Links = x.Unchanged + x.Waiting + due.Count);
        return due;
    }
}
