using System.Text;
using PressIngest.Extraction.Numbers;

namespace PressIngest.Extraction.Figures;

/// <summary>What the figure rules ask of a document: its tokens, the sentence around one, a word as a researcher would spell it.</summary>
internal readonly record struct FigureText(Document Document, Lexicon Lexicon)
{
    public Token[] Tokens => Document.Tokens;

    public FigureLexicon Figures => Lexicon.Figures;

    public NounLexicon Nouns => Lexicon.Nouns;

    public bool IsWord(int at) => at >= 0 && at < Tokens.Length && Tokens[at].IsWord;

    public bool IsArabicWord(int at) => IsWord(at) && Tokens[at].Folded.Length > 0 && ArabicText.IsArabicLetter(Tokens[at].Folded[0]);

    public bool Is(int at, string folded) => at >= 0 && at < Tokens.Length && Tokens[at].Folded == folded;

    /// <summary>The first token of the sentence that a token stands in.</summary>
    public int SentenceStart(int at) => Document.Sentences[Document.SentenceOf[Math.Min(at, Tokens.Length - 1)]].Start;

    public int SentenceEnd(int at) => Document.Sentences[Document.SentenceOf[Math.Min(at, Tokens.Length - 1)]].End;

    /// <summary>The span of a figure, without the و, ب or ل that is written onto its number.</summary>
    public Span SpanOf(TokenRange range, NumberReading number)
    {
        var span = Document.SpanOf(range);
        var particles = number.Definite ? number.Particles[..^2] : number.Particles;
        if (range.Start != number.Range.Start || particles.Length == 0) return span;
        if (Tokens[range.Start].Folded == particles) return Span.Between(Tokens[range.Start + 1].Start, span.End);
        var at = span.Start;
        for (var letters = particles == "ل" && number.Definite ? 0 : particles.Length; letters > 0; at++)
            if (!ArabicText.IsInsideWord(Document.Text[at]) && !ArabicText.IsInvisible(Document.Text[at])) letters--;
        while (ArabicText.IsInsideWord(Document.Text[at]) || ArabicText.IsInvisible(Document.Text[at])) at++;
        return Span.Between(at, span.End);
    }

    /// <summary>The gender of the noun that a numeral from three to ten shows: ثلاثة counts masculines, ثلاث feminines.</summary>
    public bool? IsMasculine(NumberReading number) => number.InDigits || !number.IsFew ? null : Tokens[number.Range.End - 1].Folded.EndsWith('ه');

    /// <summary>A word's own letters: without vowel signs, tatweel and invisible marks.</summary>
    public string Plain(int at)
    {
        var span = Tokens[at].Span;
        if (!HasMarks(Document.Text.AsSpan(span.Start, span.Length))) return span.In(Document.Text);
        var plain = new StringBuilder(span.Length);
        foreach (var c in Document.Text.AsSpan(span.Start, span.Length))
            if (!ArabicText.IsInsideWord(c) && !ArabicText.IsInvisible(c)) plain.Append(c);
        return plain.ToString();
    }

    private static bool HasMarks(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (ArabicText.IsInsideWord(c) || ArabicText.IsInvisible(c)) return true;
        return false;
    }

    /// <summary>True where the word, or it without its particles, is in a set.</summary>
    public bool IsAny(int at, HashSet<string> words)
    {
        if (!IsWord(at)) return false;
        foreach (var (particles, stem) in Proclitics.Readings(Tokens[at].Folded))
            if (words.Contains(stem) || (particles == "لال" && words.Contains("ال" + stem))) return true;
        return false;
    }
}
