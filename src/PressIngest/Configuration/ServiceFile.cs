using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PressIngest.Configuration;

/// <summary>
/// <c>appsettings.json</c> with the place of every setting. .NET's own reader takes what it knows and is silent about the rest; here what nobody
/// reads, what is given twice and what is of the wrong kind is a problem.
/// </summary>
internal sealed class ServiceFile
{
    public const string SchemaKey = "$schema";

    private readonly Dictionary<string, Problem> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _path;
    private readonly byte[] _text;
    private readonly ICollection<Problem> _problems;
    private int _line = 1;
    private int _lineStart;
    private int _counted;

    private ServiceFile(string path, string text, ICollection<Problem> problems)
    {
        (_path, _text, _problems) = (path, Encoding.UTF8.GetBytes(text), problems);
    }

    /// <summary>Reads the text; sections are known by name, and a null type takes whatever stands there.</summary>
    public static ServiceFile Read(string path, string text, IReadOnlyDictionary<string, Type?> sections, ICollection<Problem> problems)
    {
        var file = new ServiceFile(path, text.TrimStart('\uFEFF'), problems);
        try
        {
            var reader = new Utf8JsonReader(file._text,
                new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject) file.Sections(ref reader, sections);
            else file.Report(ref reader, "expected an object: { \"Fetch\": { … } }");
            while (reader.Read()) reader.Skip();
        }
        catch (JsonException e)
        {
            problems.Add(new Problem(path, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, $"not valid JSON: {e.Message}"));
        }

        return file;
    }

    /// <summary>A problem with a setting, at its place; at the beginning of the file where the file does not give it.</summary>
    public Problem At(string setting, string message) => _places.TryGetValue(setting, out var place) ? place with { Message = message }
        : new Problem(_path, 1, 1, message);

    private void Sections(ref Utf8JsonReader reader, IReadOnlyDictionary<string, Type?> sections)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var isKnown = Known(ref reader, name, name, [.. sections.Keys]);
            reader.Read();
            var expected = name == SchemaKey ? JsonTokenType.String : JsonTokenType.StartObject;
            if (isKnown && reader.TokenType != expected) Report(ref reader, $"'{name}' must be {(name == SchemaKey ? "a text" : "an object")}");
            else if (isKnown && sections[name] is { } type) Settings(ref reader, name, type);
            reader.Skip();
        }
    }

    private void Settings(ref Utf8JsonReader reader, string section, Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(x => x.CanWrite).ToDictionary(x => x.Name);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var isKnown = Known(ref reader, $"{section}:{name}", name, [.. properties.Keys]);
            reader.Read();
            if (isKnown && Expected(properties[name], ref reader) is { } expected) Report(ref reader, $"'{section}:{name}' must be {expected}");
            reader.Skip();
        }
    }

    private bool Known(ref Utf8JsonReader reader, string setting, string name, string[] known)
    {
        if (known.Contains(name))
        {
            if (!_places.TryAdd(setting, Here(ref reader, ""))) Report(ref reader, $"'{setting}' is given twice");
            return true;
        }

        var nearest = known.FirstOrDefault(x => x.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? Spelling.Nearest(name, known);
        Report(ref reader, $"unknown key '{name}'; {(nearest is null ? $"expected one of: {string.Join(", ", known)}" : $"did you mean '{nearest}'?")}");
        return false;
    }

    /// <summary>What the value should be; null where it is that.</summary>
    private static string? Expected(PropertyInfo property, ref Utf8JsonReader reader)
    {
        var isOptional = !property.PropertyType.IsValueType ? new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable
            : Nullable.GetUnderlyingType(property.PropertyType) is not null;
        if (reader.TokenType == JsonTokenType.Null && isOptional) return null;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(string)) return reader.TokenType == JsonTokenType.String ? null : "a text";
        if (type == typeof(bool)) return reader.TokenType is JsonTokenType.True or JsonTokenType.False ? null : "true or false";
        if (type == typeof(int)) return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out _) ? null : "a whole number";
        if (type == typeof(double)) return reader.TokenType == JsonTokenType.Number ? null : "a number";
        if (type == typeof(TimeSpan))
            return reader.TokenType == JsonTokenType.String
                && IsTime(reader.GetString()!) ? null : "a time as hours:minutes:seconds, such as 00:00:30";
        if (type == typeof(TimeOnly))
            return reader.TokenType == JsonTokenType.String
                && IsTimeOfDay(reader.GetString()!) ? null : "a time of the day as hours:minutes, such as 03:30";
        if (type.IsEnum)
            return reader.TokenType == JsonTokenType.String
                && Enum.TryParse(type, reader.GetString(), out _) ? null : $"one of: {string.Join(", ", Enum.GetNames(type))}";
        return null;
    }

    // "30" alone would be thirty days to .NET.
    private static bool IsTime(string text) =>
        Regex.IsMatch(text, @"^([0-9]{1,3}\.)?([01]?[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,7})?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static bool IsTimeOfDay(string text) => Regex.IsMatch(text, "^([01]?[0-9]|2[0-3]):[0-5][0-9]$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private void Report(ref Utf8JsonReader reader, string message) => _problems.Add(Here(ref reader, message));

    // Tokens come in their order, so lines are counted once.
    private Problem Here(ref Utf8JsonReader reader, string message)
    {
        var at = (int)reader.TokenStartIndex;
        for (; _counted < at; _counted++)
        {
            if (_text[_counted] != (byte)'\n') continue;
            _line++;
            _lineStart = _counted + 1;
        }

        return new Problem(_path, _line, Encoding.UTF8.GetCharCount(_text.AsSpan(_lineStart, at - _lineStart)) + 1, message);
    }
}
