using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>
/// The article's text where the page's markup lacks it: stated in JSON-LD, shown to browsers without scripts, or kept in a script's
/// state. Where markup and statement both have it, the markup keeps the paragraphs and the statement says where the article ends.
/// </summary>
internal static class OtherText
{
    /// <summary>Below this the markup has a teaser at most, and other places are looked into.</summary>
    private const int Teaser = 60;

    private const int FewestStated = 40;
    private const double MuchLonger = 1.4;

    private static readonly char[] BetweenWords = [.. " \n.،:\"«»()"];

    /// <summary>Where less of the stated text than this stands in the block, the block is another text.</summary>
    private const double SameText = 0.4;

    public static Body Arbitrate(Body body, JsonLd stated, IEnumerable<string> states, Func<Body?> withoutScripts, Func<string, Body> ofHtml)
    {
        if (stated.Body is { } text && TextLine.Count(text).Words >= FewestStated)
        {
            var other = ofHtml(text);
            return other.Words > body.Words * MuchLonger || Share(other, body) < SameText
                ? other with { Node = body.Node, Why = "articleBody of the JSON-LD has more of the article than any block" }
                : body;
        }

        if (body.Words >= Teaser) return body;
        if (withoutScripts() is { } plain && plain.Words > Math.Max(body.Words * MuchLonger, Teaser)) return plain with { Why = "noscript: " + plain.Why };
        if (StateObject.Text(states) is not { } state) return body;
        var kept = ofHtml(state);
        return kept.Words > Math.Max(body.Words * MuchLonger, Teaser)
            ? kept with { Node = body.Node, Why = "the state object of a script has the text" }
            : body;
    }

    /// <summary>How much of a text's vocabulary another has.</summary>
    private static double Share(Body text, Body of)
    {
        var words = Words(text);
        return words.Count == 0 ? 0 : words.Count(Words(of).Contains) / (double)words.Count;
    }

    private static HashSet<string> Words(Body body) => [.. ArabicText.Fold(body.Text).Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries)];
}
