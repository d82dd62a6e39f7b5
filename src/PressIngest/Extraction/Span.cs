namespace PressIngest.Extraction;

/// <summary>A half-open range of UTF-16 units in a stored text.</summary>
public readonly record struct Span(int Start, int Length)
{
    public int End => Start + Length;

    public static Span Between(int start, int end) => new(start, end - start);

    public bool Contains(Span other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>What stands at the span.</summary>
    public string In(string text) => text.Substring(Start, Length);

    public override string ToString() => $"[{Start},{End})";
}
