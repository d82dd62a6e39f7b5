namespace PressIngest.Storage;

/// <summary>Numbers as SQLite compares and prints them best: whole ones as INTEGER, others as REAL.</summary>
internal static class SqlNumber
{
    public static object? Of(decimal? value) => value switch
    {
        null => null,
        { } v when v == decimal.Truncate(v) && Math.Abs(v) <= long.MaxValue => (long)v,
        { } v => (double)v,
    };
}
