using System.Text.Json;

namespace PressIngest.Tests;

/// <summary>Cases as data: <c>Specs/NAME.json</c>, a list of records.</summary>
internal static class SpecFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public static IReadOnlyList<T> Read<T>(string name) => ReadOne<List<T>>(name);

    /// <summary>A file that is one record.</summary>
    public static T ReadOne<T>(string name) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Specs", name)), Options)!;
}
