namespace PressIngest.Reading;

/// <summary>The first date of each kind that can be read, as places are looked through from the best down.</summary>
internal sealed class Dates(TimeZoneInfo? zone)
{
    private PressDate? _first;
    private PressDate? _last;

    public Sourced<DateTimeOffset>? First { get; private set; }

    public Sourced<DateTimeOffset>? Last { get; private set; }

    /// <summary>Both dates are known to the minute, and no other place can better them.</summary>
    public bool AreKnown => _first is { Time: not null } && _last is { Time: not null };

    public void Published(string? text, string from) => Add(text, from, updated: false);

    public void Updated(string? text, string from) => Add(text, from, updated: true);

    /// <summary>Takes the date in the text, unless a better place gave one. A bare day gives way to a time on that day.</summary>
    public void Add(string? text, string from, bool updated)
    {
        var known = updated ? _last : _first;
        if (text is null || known is { Time: not null } || PressDate.Parse(text) is not { } date) return;
        if (known is { } day && (day.Day != date.Day || date.Time is null)) return;
        var value = new Sourced<DateTimeOffset>(date.In(zone), from);
        if (updated) (_last, Last) = (date, value);
        else (_first, First) = (date, value);
    }
}
