using System.Security.Cryptography;
using System.Text;

namespace PressIngest.Reading;

/// <summary>The version of reading, stored with every article: where it has changed since, <c>reextract</c> reads the stored page again.</summary>
internal static class ReaderVersion
{
    /// <summary>Raise it whenever a rule changes what is read of a page.</summary>
    public const string Program = "2";

    /// <summary>This program's reading of a site with these selectors.</summary>
    public static string Of(SiteRules? rules)
    {
        if (rules is null) return Program;
        var selectors = string.Join('\u001E', new[] { rules.Body, rules.Title, rules.Date, rules.Author, rules.Remove }.Select(x => string.Join('\u001F', x)));
        return $"{Program}+{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(selectors)))[..8]}";
    }
}
