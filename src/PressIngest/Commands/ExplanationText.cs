using PressIngest.Reading;

namespace PressIngest.Commands;

/// <summary>Why a page was read as it was, for somebody who writes a site rule.</summary>
internal static class ExplanationText
{
    public static void Write(TextWriter output, string path, byte[] bytes, PageContext context)
    {
        var (article, why) = PageReader.Explain(bytes, context);
        output.WriteLine($"── {path}");
        output.WriteLine($"kind       {article.Kind.ToString().ToLowerInvariant()}{(article.Problem is { } problem ? $": {problem}" : "")}");
        output.WriteLine($"encoding   {article.Encoding}");
        Write(output, "title", article.Title);
        Write(output, "author", article.Author);
        Write(output, "published", article.PublishedAt);
        Write(output, "updated", article.UpdatedAt);
        Write(output, "canonical", article.CanonicalUrl);
        Write(output, "site", article.Site);
        Write(output, "section", article.Section);
        Write(output, "language", article.Language);
        output.WriteLine($"main text  {why.MainText}");
        Write(output, "rivals", why.Rivals);
        Write(output, "rules", why.Rules);
        Write(output, "left out", why.Removed);
        output.WriteLine();
    }

    private static void Write<T>(TextWriter output, string name, Sourced<T>? value) =>
        output.WriteLine(value is { } found ? $"{name,-10} {found.Value}   ({found.From})" : $"{name,-10} —");

    private static void Write(TextWriter output, string name, IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++) output.WriteLine($"{(i == 0 ? name : ""),-10} {lines[i]}");
    }
}
