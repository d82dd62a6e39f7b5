using PressIngest.Configuration;

namespace PressIngest.Discovery;

/// <summary>Reads <c>config/sources.yaml</c>.</summary>
public static class SourcesFile
{
    /// <summary>The keys of a source, as <c>config/schema/sources.schema.json</c> describes them.</summary>
    internal static readonly string[] Keys =
    [
        "key", "name", "country", "timezone", "language", "feed", "sitemap", "listing", "links", "urls", "folder", "schedule",
        "every", "delay", "enabled",
        "allow_private", "auth", "rules", "keep",
    ];

    internal static readonly string[] RuleKeys = ["body", "title", "date", "author", "remove"];

    /// <summary>
    /// The sources that are in order, in the file's order; what is wrong with the others goes to <paramref name="problems"/>, with its place.
    /// Files and folders are looked for beside the file.
    /// </summary>
    /// <param name="file">The file, as it was read.</param>
    /// <param name="isCron">Tells a valid Quartz cron expression.</param>
    /// <param name="problems">Where problems are added.</param>
    public static IReadOnlyList<Source> Parse(ConfigFile file, Func<string, bool> isCron, ICollection<Problem> problems)
    {
        if (ConfigNode.Parse(file.Path, file.Text, problems) is not { } root) return [];
        root.RejectUnknown("version", "sources");
        root.RequireVersion();
        if (root.Get("sources") is not { } list)
        {
            root.Report("'sources' is missing: a list of sources, each beginning with '- key: …'");
            return [];
        }

        if (list.IsMap) list.Report("'sources' must be a list: begin each source with '- '");
        var sources = new List<Source>();
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var readers = new Dictionary<string, string>(StringComparer.Ordinal);
        var folder = Path.GetDirectoryName(Path.GetFullPath(file.Path)) ?? ".";
        // With every source commented out nothing is left of the list, which is no mistake.
        foreach (var node in list.IsEmpty || list.IsMap ? [] : list.Items())
        {
            var before = problems.Count;
            var source = SourceRecord.Read(node, folder, isCron);
            if (source is not null && !keys.Add(source.Key)) node.Get("key")!.Report($"the key '{source.Key}' is used twice");
            if (source is not null && problems.Count == before) sources.Add(IsSecondReader(node, source, readers) ? source with { Enabled = false } : source);
        }

        return sources;
    }

    // Of two sources with one feed, whichever came first would take each article, in turns: the first in the file reads for both.
    private static bool IsSecondReader(ConfigNode node, Source source, Dictionary<string, string> readers)
    {
        if (source is not { Enabled: true, Kind: SourceKind.Feed or SourceKind.Sitemap, Locations: [var location] }) return false;
        var address = CanonicalUrl.Of(location) ?? location;
        if (readers.TryAdd(address, source.Key)) return false;
        (node.Get("feed") ?? node.Get("sitemap"))!.Note($"'{readers[address]}' reads this address already; it is fetched once, and '{source.Key}' stays off");
        return true;
    }
}
