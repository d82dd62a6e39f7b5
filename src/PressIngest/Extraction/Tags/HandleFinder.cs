namespace PressIngest.Extraction.Tags;

/// <summary>The accounts that a document names, each once, in the order of their first mention.</summary>
internal static class HandleFinder
{
    public static IReadOnlyList<Handle> Find(Document document)
    {
        var handles = new OrderedDictionary<string, Handle>(StringComparer.OrdinalIgnoreCase);
        foreach (var token in document.Tokens)
        {
            if (token.Kind != TokenKind.Handle) continue;
            var name = token.Span.In(document.Text).Trim('@', '＠');
            var mention = new Mention(token.Span);
            if (handles.TryGetValue(name, out var known)) ((List<Mention>)known.Mentions).Add(mention);
            else handles.Add(name, new Handle(name, new List<Mention> { mention }, "sign"));
        }

        return [.. handles.Values];
    }
}
