namespace PressIngest.Configuration;

/// <summary>Something wrong in a configuration file, at a place (1-based) where an editor can jump to it.</summary>
public sealed record Problem(string File, int Line, int Column, string Message)
{
    /// <summary>Worth knowing, but the configuration works as it is.</summary>
    public bool IsNote { get; init; }

    public override string ToString() => $"{File}:{Line}:{Column}: {(IsNote ? "note: " : "")}{Message}";
}
