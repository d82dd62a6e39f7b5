namespace PressIngest.Extraction.Quotations;

/// <summary>
/// Names whose first word is spelled like a word of grammar (بان كي مون, بأن without its hamza): in an article that gives the whole name the
/// word is the name, where the others follow it, or where it speaks and no clause goes on behind it.
/// </summary>
internal static class Homographs
{
    /// <summary>What stands for the first word, so that nothing takes it for the word of grammar.</summary>
    public static string Joined(string[] name) => name[0] + name[1];

    /// <summary>The tokens with those words renamed; null where the article has none.</summary>
    public static Token[]? Rename(Passage passage)
    {
        Token[]? renamed = null;
        foreach (var name in passage.Names.Homographs)
        {
            var named = false;
            for (var i = 0; i < passage.Tokens.Length; i++)
            {
                if (passage.Tokens[i].Folded != name[0]) continue;
                var whole = Follow(passage.Tokens, i, name);
                named |= whole;
                if (!whole && !(named && Speaks(passage, i))) continue;
                renamed ??= [.. passage.Tokens];
                renamed[i] = new Token(passage.Tokens[i].Kind, passage.Tokens[i].Span, Joined(name), passage.Tokens[i].SpaceBefore);
            }
        }

        return renamed;
    }

    private static bool Follow(Token[] tokens, int at, string[] name)
    {
        for (var k = 1; k < name.Length; k++)
            if (at + k >= tokens.Length || tokens[at + k].Folded != name[k]) return false;
        return true;
    }

    /// <summary>وقال بان، وأعرب بان عن، أوضح بان أنه: right behind a verb, and no clause behind it but that of another أن.</summary>
    private static bool Speaks(Passage passage, int at) => at > 0 && passage.CueAt(at - 1) is { Form.Participle: false }
        && at + 1 < passage.Tokens.Length
        && (passage.Tokens[at + 1].Kind == TokenKind.Punctuation || ComplementMarkers.IsClause(passage.Tokens[at + 1].Folded)
            || passage.Tokens[at + 1].Folded is "عن" or "الي" or "علي" or "في" or "خلال" or "امس" or "اليوم");
}
