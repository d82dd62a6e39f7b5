using System.Globalization;
using System.Text;

namespace PressIngest.Fetching;

/// <summary>What a robots.txt allows one crawler (RFC 9309), and the Crawl-delay that sites add to it. Pure and total.</summary>
internal sealed class RobotsTxt
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);

    private readonly IReadOnlyList<Rule> _rules;

    private RobotsTxt(IReadOnlyList<Rule> rules, TimeSpan crawlDelay) => (_rules, CrawlDelay) = (rules, crawlDelay);

    public static RobotsTxt AllowsAll { get; } = new([], TimeSpan.Zero);

    /// <summary>The least time between two requests; zero where the file says nothing.</summary>
    public TimeSpan CrawlDelay { get; }

    /// <summary>Reads the groups that name the product, or where none does those for everybody.</summary>
    /// <param name="text">The file.</param>
    /// <param name="product">The crawler's product token, such as PressIngest.</param>
    public static RobotsTxt Parse(string text, string product)
    {
        var own = new Group();
        var everybody = new Group();
        var current = new List<Group>();
        var isNaming = false;
        foreach (var (key, value) in Lines(text))
        {
            if (key == "user-agent")
            {
                if (!isNaming) current.Clear();
                isNaming = true;
                var named = value == "*" ? everybody : Token(value).Equals(product, StringComparison.OrdinalIgnoreCase) ? own : null;
                if (named is null) continue;
                named.IsNamed = true;
                current.Add(named);
                continue;
            }

            if (key is not ("allow" or "disallow" or "crawl-delay")) continue;
            isNaming = false;
            foreach (var group in current) group.Add(key, value);
        }

        var chosen = own.IsNamed ? own : everybody;
        return new RobotsTxt(chosen.Rules, chosen.Delay);
    }

    /// <summary>The longest rule that matches decides; of two as long the one that allows.</summary>
    public bool Allows(Uri url)
    {
        var path = Normal(url.PathAndQuery);
        if (path == "/robots.txt") return true;
        var longest = -1;
        var allows = true;
        foreach (var rule in _rules)
        {
            if (rule.Pattern.Length < longest || (rule.Pattern.Length == longest && !rule.Allows) || !Matches(path, rule.Pattern)) continue;
            longest = rule.Pattern.Length;
            allows = rule.Allows;
        }

        return allows;
    }

    private static IEnumerable<(string Key, string Value)> Lines(string text)
    {
        foreach (var line in text.TrimStart('\uFEFF').Split('\n', '\r'))
        {
            var plain = line.Split('#', 2)[0];
            var colon = plain.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) yield return (plain[..colon].Trim().ToLowerInvariant(), plain[(colon + 1)..].Trim());
        }
    }

    // "PressIngest/1.0 (news)" names PressIngest.
    private static string Token(string value) => string.Concat(value.TakeWhile(x => char.IsAsciiLetter(x) || x is '-' or '_'));

    // '*' is any characters, '$' at the end the end. Taking each piece where it first fits is enough, for what follows '*' may be anything.
    private static bool Matches(string path, string pattern)
    {
        var isWhole = pattern.EndsWith('$');
        var pieces = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal)) return false;
        var at = pieces[0].Length;
        for (var i = 1; i < pieces.Length; i++)
        {
            var isLast = i == pieces.Length - 1;
            if (isWhole && isLast) return path.Length - at >= pieces[i].Length && path.EndsWith(pieces[i], StringComparison.Ordinal);
            at = path.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (at < 0) return false;
            at += pieces[i].Length;
        }

        return !isWhole || at == path.Length;
    }

    // Both sides in one spelling: letters beyond ASCII as escaped UTF-8, escapes in capitals, and none for what needs none.
    private static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length
                && byte.TryParse(path.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                var isPlain = octet < 0x80 && (char.IsAsciiLetterOrDigit((char)octet) || (char)octet is '-' or '.' or '_' or '~');
                normal.Append(isPlain ? ((char)octet).ToString() : string.Create(CultureInfo.InvariantCulture, $"%{octet:X2}"));
                i += 2;
            }
            else if (path[i] < 0x80)
            {
                normal.Append(path[i]);
            }
            else
            {
                var length = char.IsSurrogatePair(path, i) ? 2 : 1;
                foreach (var part in Encoding.UTF8.GetBytes(path.Substring(i, length))) normal.Append(CultureInfo.InvariantCulture, $"%{part:X2}");
                i += length - 1;
            }
        }

        return normal.ToString();
    }

    private readonly record struct Rule(string Pattern, bool Allows);

    private sealed class Group
    {
        public List<Rule> Rules { get; } = [];

        public TimeSpan Delay { get; private set; }

        public bool IsNamed { get; set; }

        public void Add(string key, string value)
        {
            if (key != "crawl-delay")
            {
                if (value.Length > 0) Rules.Add(new Rule(Normal(value), key == "allow"));
            }
            else if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            {
                Delay = TimeSpan.FromSeconds(Math.Min(seconds, LongestDelay.TotalSeconds));
            }
        }
    }
}
