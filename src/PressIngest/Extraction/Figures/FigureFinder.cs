using PressIngest.Extraction.Dates;
using PressIngest.Extraction.Numbers;

namespace PressIngest.Extraction.Figures;

/// <summary>Finds the figures and dates of a document in one pass from left to right: dates first, for their numbers count nothing.</summary>
internal static class FigureFinder
{
    /// <summary>Figures and dates in the order of the text; spans count UTF-16 units of the document. Linear in its length.</summary>
    /// <param name="document">The document.</param>
    /// <param name="lexicon">The vocabulary.</param>
    /// <param name="context">Whose money a bare ريال is, and the day that الخميس المقبل is counted from.</param>
    public static (IReadOnlyList<Figure> Figures, IReadOnlyList<Date> Dates) Find(Document document, Lexicon lexicon, ExtractionContext context)
    {
        var text = new FigureText(document, lexicon);
        var dates = DateFinder.Find(document, lexicon, context.PublishedAt);
        var found = new List<FoundFigure>();
        var reader = new FigureReader(text, context.Country);
        var pending = new List<NumberReading>();
        string? previous = null;
        for (var i = 0; i < text.Tokens.Length;)
        {
            if (dates.EndAt(i) is { } behind)
            {
                i = behind;
                continue;
            }

            if (NumberReader.Read(text.Tokens, i, lexicon.Numbers) is not { } number)
            {
                i++;
                continue;
            }

            i = number.Range.End;
            if (number.Kind != NumberKind.Cardinal || number.OnlyStresses || dates.Touches(number.Range)) continue;
            if (reader.Read(number, previous, found.LastOrDefault()) is not { } figure)
            {
                if (!NonFigures.Always(text, number) && !NonFigures.WithoutNoun(text, number)) pending.Add(number);
                continue;
            }

            Inherit(text, pending, figure, found);
            pending.Clear();
            found.Add(figure);
            if (figure.Figure.Unit == FigureUnit.Count) previous = figure.Figure.Noun ?? previous;
            i = Math.Max(i, figure.Range.End);
        }

        return ([.. found.Select(x => x.Figure)], dates.Dates);
    }

    /// <summary>5 و10 كيلومترات, 3 من أصل 20 لاعبا, انخفض من 900 إلى 600 إصابة: a number with no
    /// noun of its own, tied to one that has it, measures the same.</summary>
    private static void Inherit(FigureText text, List<NumberReading> pending, FoundFigure figure, List<FoundFigure> found)
    {
        var next = figure.Number.Range.Start;
        var inherited = new List<FoundFigure>();
        for (var i = pending.Count - 1; i >= 0; i--)
        {
            if (!IsTied(text, pending[i].Range.End, next, figure.Number) && !IsShare(text, pending[i], next, figure)) break;
            next = pending[i].Range.Start;
            inherited.Add(figure with
            {
                Figure = figure.Figure with { Value = pending[i].Value, Upper = null, Qualifier = Qualifier.Exact,
                    Mention = new Mention(text.SpanOf(pending[i].Range, pending[i])), Rule = "tied" },
                Range = pending[i].Range,
            });
        }

        inherited.Reverse();
        found.AddRange(inherited);
    }

    /// <summary>3 من 5 دفعات: a smaller number of a greater one.</summary>
    private static bool IsShare(FigureText text, NumberReading part, int next, FoundFigure whole) =>
        next == part.Range.End + 1 && text.Is(part.Range.End, "من") && whole.Figure.Unit == FigureUnit.Count && part.Value < whole.Figure.Value;

    private static bool IsTied(FigureText text, int end, int next, NumberReading number)
    {
        if (end == next) return text.Tokens[next].Folded.StartsWith('و');
        return (next - end) switch
        {
            1 => text.Is(end, "الي") || text.Is(end, "و") || text.Is(end, "او") || text.Is(end, "،") || text.Is(end, "مقابل"),
            2 => text.Is(end, "من") && (text.Is(end + 1, "اصل") || text.Is(end + 1, "بين")),
            _ => false,
        };
    }
}
