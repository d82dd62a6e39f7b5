using System.Globalization;

namespace PressIngest.Commands;

/// <summary>Numbers with their nouns, for messages.</summary>
internal static class Words
{
    /// <summary>1 article, 2 articles.</summary>
    public static string Count(int count, string noun) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
}
