using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace PressIngest.Watching;

/// <summary>A log entry as a line of JSON: time, level, the event's name, the message,
/// and what stands in it as fields. Arabic stays readable.</summary>
internal sealed class JsonLines(TimeProvider time) : ConsoleFormatter(ConsoleFormatterNames.Json)
{
    private const string Template = "{OriginalFormat}";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("time", time.GetUtcNow().UtcDateTime);
            json.WriteString("level", NameOf(logEntry.LogLevel));
            if (logEntry.EventId.Name is { } name) json.WriteString("event", name);
            json.WriteString("category", logEntry.Category);
            json.WriteString("message", logEntry.Formatter(logEntry.State, logEntry.Exception));
            if (logEntry.State is IEnumerable<KeyValuePair<string, object?>> fields) Write(json, fields);
            if (logEntry.Exception is { } exception) json.WriteString("exception", exception.ToString());
            json.WriteEndObject();
        }

        textWriter.Write(System.Text.Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        textWriter.Write('\n');
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> fields)
    {
        var isOpen = false;
        foreach (var (name, value) in fields.DistinctBy(x => x.Key).Where(x => x.Key != Template))
        {
            if (!isOpen) json.WriteStartObject("fields");
            isOpen = true;
            json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(name));
            switch (value)
            {
                case null: json.WriteNullValue(); break;
                case int number: json.WriteNumberValue(number); break;
                case long number: json.WriteNumberValue(number); break;
                case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
                case bool truth: json.WriteBooleanValue(truth); break;
                case DateTimeOffset instant: json.WriteStringValue(instant.UtcDateTime); break;
                default: json.WriteStringValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)); break;
            }
        }

        if (isOpen) json.WriteEndObject();
    }

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "error",
        _ => "fatal",
    };
}
