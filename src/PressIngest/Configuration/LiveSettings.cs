namespace PressIngest.Configuration;

/// <summary>The sources and the vocabulary as they stand now. A run takes them once, at its
/// start, and keeps to them whatever is edited meanwhile.</summary>
public sealed class LiveSettings(Settings settings)
{
    private volatile Settings _current = settings;

    public Settings Current => _current;

    public void Replace(Settings settings) => _current = settings;
}
