using System.Globalization;

namespace PressIngest.Reading;

/// <summary>When an article was published and changed: what the page says to machines first, then what it says to readers, then its address.</summary>
internal static class DateReader
{
    private const int LongestLine = 25;
    private const int BeforeHeadline = 40;
    private const int AfterText = 60;

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "datepublished", "article:published", "published_time", "og:published_time", "publishdate", "publish_date", "publish-date", "pubdate", "publication_date", "parsely-pub-date",
        "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "dc:date", "dc:created", "datecreated", "article.published", "shareaholic:article_published_time", "rnews:datepublished", "article.created", "originalpublicationdate", "displaydate", "date",
    ];

    private static readonly string[] UpdatedNames =
        ["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "article:modified", "shareaholic:article_modified_time", "article.updated", "modified_time", "lastmod", "last-modified"];

    public static (Sourced<DateTimeOffset>? Published, Sourced<DateTimeOffset>? Updated) Read(PageTree tree, PageHead head, RuleMatches? rules, int heading, int main, PageContext context)
    {
        var dates = new Dates(context.TimeZone);
        if (rules?.Date is { } ruled) dates.Published(tree.Nodes[ruled].Element?.GetAttribute("datetime") ?? tree.Nodes[ruled].Element?.GetAttribute("content") ?? tree.TextOf(ruled), "rule");
        dates.Published(head.JsonLd.Published, "json-ld");
        dates.Updated(head.JsonLd.Modified, "json-ld");
        foreach (var name in PublishedNames)
            foreach (var value in head.Metas(name)) dates.Published(value, name);
        foreach (var name in UpdatedNames)
            foreach (var value in head.Metas(name)) dates.Updated(value, name);
        OfElements(tree, dates, heading, main);
        OfText(tree, dates, heading, main);
        if (dates.First is null && OfAddress(context.Url?.AbsolutePath ?? head.Meta("og:url")?.Value ?? head.Link("canonical")) is { } day) dates.Published(day, "url");
        return (dates.First ?? dates.Last, dates.Last);
    }

    /// <summary>Microdata, RDFa and time elements of the article: from a little before its headline to its end.</summary>
    private static void OfElements(PageTree tree, Dates dates, int heading, int main)
    {
        var end = tree.Nodes[main].End + 200;
        for (var i = 1; i < Math.Min(tree.Nodes.Length, end); i++)
        {
            if (tree.Nodes[i].Element is not { } element) continue;
            if (tree.Nodes[i].Hint == ElementHint.Comments)
            {
                i = tree.Nodes[i].End - 1;
                continue;
            }

            var property = element.GetAttribute("itemprop") ?? element.GetAttribute("property") ?? "";
            var value = element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.GetAttribute("data-datetime") ?? element.GetAttribute("data-time") ?? element.GetAttribute("data-timestamp") ?? (element.LocalName == "abbr" ? element.GetAttribute("title") : null);
            if (property.Contains("dateModified", StringComparison.OrdinalIgnoreCase)) dates.Updated(value ?? tree.TextOf(i), "microdata");
            else if (property.Contains("datePublished", StringComparison.OrdinalIgnoreCase) || property.Contains("dc:date", StringComparison.Ordinal) || property.Contains("dc:created", StringComparison.Ordinal)) dates.Published(value ?? tree.TextOf(i), "microdata");
            else if (element.LocalName == "time" && (i > heading - 60 || element.HasAttribute("pubdate")))
            {
                var names = (element.ClassName + " " + element.ParentElement?.ClassName).ToLowerInvariant();
                var updated = names.Contains("updat", StringComparison.Ordinal) || names.Contains("modif", StringComparison.Ordinal);
                dates.Add(value ?? tree.TextOf(i), "time", updated && !names.Contains("publish", StringComparison.Ordinal) && !names.Contains("entry-date", StringComparison.Ordinal));
            }
        }
    }

    /// <summary>
    /// Lines of dates near the headline. Arabic sites put today's date at the top of every page, so that only what stands close before the
    /// headline, or after it, is taken.
    /// </summary>
    private static void OfText(PageTree tree, Dates dates, int heading, int main)
    {
        var from = heading > 0 ? Math.Max(0, heading - BeforeHeadline) : main;
        var last = -1;
        for (var i = from; i < Math.Min(tree.Nodes.Length, tree.Nodes[main].End + AfterText); i++)
        {
            if (tree.Nodes[i].Text is not { } text || !text.Any(char.IsDigit) || LineOf(tree, i) is var line && line == last) continue;
            last = line;
            if (tree.Nodes[line].Words > LongestLine) continue;
            Add(tree.TextOf(line), i < main || !tree.Contains(main, i));
        }

        void Add(string line, bool outside)
        {
            if (!outside && !DateWords.IsDateOnly(line) && Phrases.KindOf(line) != LineKind.DateLine) return;
            var at = line.IndexOf("تحديث", StringComparison.Ordinal) is >= 0 and var cut ? cut : line.IndexOf("تعديل", StringComparison.Ordinal);
            if (at < 0)
            {
                dates.Add(line, "text", false);
                return;
            }

            // «28 آب 2013، آخر تحديث 14:00»: where only a time follows the word, the day before it is the day of the change.
            var changed = PressDate.Parse(line[at..]) is not null;
            if (changed) dates.Add(line[..at], "text", false);
            dates.Add(changed ? line[at..] : line, "text", true);
        }
    }

    /// <summary>The innermost block round a text, or the text itself where the block is long.</summary>
    private static int LineOf(PageTree tree, int text)
    {
        var block = tree.Nodes[text].Parent;
        while (block > 0 && PageNode.IsInline(tree.Nodes[block].Name) && tree.Nodes[tree.Nodes[block].Parent].Words <= LongestLine) block = tree.Nodes[block].Parent;
        return tree.Nodes[block].Words <= LongestLine ? block : text;
    }

    /// <summary>/2019/02/08/, with a section between them too.</summary>
    private static string? OfAddress(string? address)
    {
        if (address is null) return null;
        var parts = address.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length >= 10 && PressDate.Parse(parts[i][..10]) is not null) return parts[i][..10];
            if (parts[i].Length != 4 || Number(parts[i]) is not (>= 1990 and < 2100)) continue;
            var numbers = parts.Skip(i + 1).Take(3).SkipWhile(x => Number(x) is null).Take(2).ToList();
            if (numbers.Count == 2 && numbers.All(x => x.Length <= 2 && Number(x) is not null)) return $"{parts[i]}-{numbers[0]}-{numbers[1]}";
        }

        return null;

        static int? Number(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>The first date that can be read of each kind.</summary>
    private sealed class Dates(TimeZoneInfo? zone)
    {
        public Sourced<DateTimeOffset>? First { get; private set; }

        public Sourced<DateTimeOffset>? Last { get; private set; }

        public void Published(string? text, string from) => Add(text, from, false);

        public void Updated(string? text, string from) => Add(text, from, true);

        public void Add(string? text, string from, bool updated)
        {
            if ((updated ? Last : First) is not null || text is null || PressDate.Parse(text) is not { } date) return;
            var value = new Sourced<DateTimeOffset>(date.In(zone), from);
            if (updated) Last = value;
            else First = value;
        }
    }
}
