using System.Reflection;
using System.Text.RegularExpressions;

namespace PressIngest.Storage;

/// <summary>A question that researchers ask, in SQL.</summary>
/// <param name="Name">Its name in an address.</param>
/// <param name="Title">The question in words.</param>
/// <param name="Sql">The query, with an example in the place of its parameter.</param>
/// <param name="Parameter">What may be asked for instead of the example, and the example; null where it has no parameter.</param>
internal sealed record ResearchQuery(string Name, string Title, string Sql, (string Name, string Example)? Parameter)
{
    /// <summary>The query with its parameter.</summary>
    public string ParametrisedSql => Parameter is { } it ? Sql.Replace($"'{it.Example}'", $":{it.Name}", StringComparison.Ordinal) : Sql;
}

/// <summary>The ten queries of <c>queries.sql</c>: in the README, in Datasette's metadata, and what speed is measured by.</summary>
internal static partial class ResearchQueries
{
    public static IReadOnlyList<ResearchQuery> All { get; } = Read();

    private static IReadOnlyList<ResearchQuery> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("PressIngest.Storage.queries.sql")!);
        return [.. reader.ReadToEnd().Split("\n\n").Select(Parse)];
    }

    private static ResearchQuery Parse(string block)
    {
        var end = block.IndexOf('\n', StringComparison.Ordinal);
        var head = Head().Match(block[..end]);
        var parameter = head.Groups["parameter"].Success ? (head.Groups["parameter"].Value, head.Groups["example"].Value) : ((string, string)?)null;
        return new ResearchQuery(head.Groups["name"].Value, head.Groups["title"].Value, block[(end + 1)..].Trim(), parameter);
    }

    [GeneratedRegex(@"^-- (?<name>[a-z_]+): (?<title>[^(]*[^( ])( \((?<parameter>[a-z]+) = (?<example>[^)]+)\))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
