using System.Globalization;
using System.Diagnostics.CodeAnalysis;

namespace PressIngest.Storage;

/// <summary>Instants as the database keeps them: UTC, <c>YYYY-MM-DDTHH:MM:SSZ</c>.</summary>
internal static class SqlTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    [return: NotNullIfNotNull(nameof(time))]
    public static string? Of(DateTimeOffset? time) => time?.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Parse(string? text) => text is null
        ? null
        : DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
