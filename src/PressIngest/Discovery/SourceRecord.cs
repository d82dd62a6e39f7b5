using PressIngest.Configuration;
using PressIngest.Reading;

namespace PressIngest.Discovery;

/// <summary>Reads one record of <c>sources.yaml</c>, reporting everything that is wrong with it.</summary>
internal static class SourceRecord
{
    private const int MaxKeyLength = 64;

    private static readonly (string Key, SourceKind Kind)[] Kinds =
    [
        ("feed", SourceKind.Feed), ("sitemap", SourceKind.Sitemap), ("listing", SourceKind.Listing), ("urls", SourceKind.Urls),
        ("folder", SourceKind.Folder),
    ];

    public static Source? Read(ConfigNode node, string folder, Func<string, bool> isCron)
    {
        if (!node.IsMap)
        {
            node.Report("a source must be a map of keys and values, as in '- key: …'");
            return null;
        }

        node.RejectUnknown(SourcesFile.Keys);
        var enabled = node.Flag("enabled", otherwise: true);
        var allowPrivate = node.Flag("allow_private");
        var locations = new SourceLocations(node, folder, enabled);
        var kind = Kind(node);
        var addresses = kind is { } given ? locations.Read(given) : [];
        return new Source
        {
            Key = Key(node),
            Name = node.Required("name"),
            Kind = kind ?? SourceKind.Urls,
            Locations = addresses,
            Country = Country(node),
            TimeZone = Zone(node),
            Language = Language(node),
            Schedule = SourceTiming.Schedule(node, isCron, isRemote: locations.AnyRemote && !allowPrivate),
            Delay = SourceTiming.Delay(node, allowPrivate),
            Enabled = enabled,
            AllowPrivate = allowPrivate,
            // What is switched off needs no secret yet.
            Credential = enabled ? SourceCredential.Read(node, addresses, folder, allowPrivate) : null,
            Links = Links(node, kind),
            Rules = Rules(node),
            Keep = node.Texts("keep"),
        };
    }

    // The key names the source in the database and on the command line for ever.
    private static string Key(ConfigNode node)
    {
        var key = node.Required("key");
        if (key.Length > MaxKeyLength || key.Any(x => !char.IsAsciiLetterLower(x) && !char.IsAsciiDigit(x) && x is not ('-' or '_')))
        {
            node.Get("key")!.Report($"'key' must be made of a-z, 0-9, '-' and '_', at most {MaxKeyLength} of them, not '{key}'");
        }

        return key;
    }

    private static SourceKind? Kind(ConfigNode node)
    {
        var given = Kinds.Where(x => node.Get(x.Key) is not null).ToList();
        if (given.Count == 1) return given[0].Kind;
        if (given.Count == 0) node.Report("say where the articles come from: one of 'feed', 'sitemap', 'listing', 'urls', 'folder'");
        else node.Get(given[1].Key)!.Report($"a source is of one kind, but '{given[0].Key}' and '{given[1].Key}' are both given");
        return null;
    }

    private static string? Country(ConfigNode node)
    {
        var country = node.Text("country");
        if (country is not null && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
        {
            node.Get("country")!.Report($"'country' must be an ISO 3166 code of two capitals such as EG, not '{country}'");
        }

        return country;
    }

    private static string Language(ConfigNode node)
    {
        var language = node.Text("language") ?? "ar";
        if (language.Length is not (2 or 3) || !language.All(char.IsAsciiLetterLower))
        {
            node.Get("language")!.Report($"'language' must be an ISO 639 code such as ar, not '{language}'");
        }

        return language;
    }

    private static TimeZoneInfo Zone(ConfigNode node)
    {
        if (node.Text("timezone") is not { } id) return TimeZoneInfo.Utc;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)) return zone;
        var nearest = Spelling.Nearest(id, TimeZoneInfo.GetSystemTimeZones().Select(x => x.Id).ToArray());
        node.Get("timezone")!.Report($"unknown time zone '{id}'; {(nearest is null ? "expected an IANA name such as Africa/Cairo" : $"did you mean '{nearest}'?")}");
        return TimeZoneInfo.Utc;
    }

    private static string? Links(ConfigNode node, SourceKind? kind)
    {
        var links = node.Text("links");
        if (kind == SourceKind.Listing && links is null) node.Report("a 'listing' needs 'links', the CSS selector of its links, such as '.news-list h2 a'");
        if (kind is not (null or SourceKind.Listing) && links is not null) node.Get("links")!.Report("'links' belongs to a 'listing' only");
        if (links is not null && !ListingParser.IsSelector(links)) node.Get("links")!.Report($"'{links}' is no CSS selector");
        return links;
    }

    private static SiteRules? Rules(ConfigNode node)
    {
        if (node.Get("rules") is not { } rules) return null;
        if (!rules.IsMap)
        {
            rules.Report("'rules' must be a map of selectors: body, title, date, author, remove");
            return null;
        }

        rules.RejectUnknown(SourcesFile.RuleKeys);
        return new SiteRules
        {
            Body = Selectors(rules, "body"),
            Title = Selectors(rules, "title"),
            Date = Selectors(rules, "date"),
            Author = Selectors(rules, "author"),
            Remove = Selectors(rules, "remove"),
        };
    }

    private static IReadOnlyList<string> Selectors(ConfigNode rules, string key)
    {
        foreach (var item in rules.Get(key)?.Items() ?? [])
        {
            if (item.Word() is { } selector && !ListingParser.IsSelector(selector)) item.Report($"'{selector}' is no CSS selector");
        }

        return rules.Texts(key);
    }
}
