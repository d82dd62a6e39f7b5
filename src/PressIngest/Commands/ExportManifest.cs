using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PressIngest.Commands;

/// <summary><c>manifest.json</c> beside exported files: what each holds, so that whoever gets them can tell that they are whole.</summary>
internal static class ExportManifest
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds the file, or replaces what was said of an earlier one of its name.</summary>
    public static void Add(string path, string query, IReadOnlyList<string> columns, int rows)
    {
        var manifest = Path.Combine(Path.GetDirectoryName(path)!, FileName);
        var files = (File.Exists(manifest) ? JsonNode.Parse(File.ReadAllText(manifest))?["files"]?.AsObject().DeepClone().AsObject() : null) ?? [];
        using (var file = File.OpenRead(path))
        {
            files[Path.GetFileName(path)] = new JsonObject
            {
                ["rows"] = rows,
                ["bytes"] = file.Length,
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(file)),
                ["columns"] = new JsonArray([.. columns.Select(x => (JsonNode)x)]),
                ["query"] = query,
            };
        }

        var sorted = new JsonObject(files.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => KeyValuePair.Create(x.Key, x.Value?.DeepClone())));
        File.WriteAllText(manifest, new JsonObject { ["files"] = sorted }.ToJsonString(Readable) + "\n");
    }
}
