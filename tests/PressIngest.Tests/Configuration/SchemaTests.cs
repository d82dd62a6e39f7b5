using System.Text.Json.Nodes;
using PressIngest.Configuration;
using PressIngest.Discovery;
using PressIngest.Extraction;
using PressIngest.Scheduling;
using YamlDotNet.RepresentationModel;

namespace PressIngest.Tests.Configuration;

/// <summary>
/// The schemas say what the program takes, no more and no less: documents made by removing, renaming and retyping everything in a right one are judged
/// alike by both.
/// </summary>
public sealed class SchemaTests : IDisposable
{
    /// <summary>What no schema can know: files, zones, the rules of cron and CSS, the environment, how one record stands to another.</summary>
    private static readonly string[] BeyondSchemas =
    [
        "unknown time zone", "is no Quartz cron expression", "is no CSS selector", "there is no f", "lies outside the config folder", "cannot be read", "is not set", "is used twice",
        "'every' must be between", "'delay' must be at most", "hammers a site", "needs addresses with https", "must be between 00:00:0", "must be an IP address", "must name a file that is there", "stands in two groups", "are one name",
    ];

    /// <summary>A map of more keys is a list of words.</summary>
    private const int MostKeys = 40;

    private const int FewWords = 3;

    private const string Sources =
        """
        version: 1
        sources:
          - key: daily
            name: صحيفة
            country: EG
            timezone: Africa/Cairo
            language: ar
            listing: https://example.org/news
            links: .list h2 a
            schedule: 0 0/20 6-22 * * ?
            delay: 1m30s
            enabled: false
            keep: [حملة, مبادرة]
            rules:
              body: [.text, article]
              title: h1
              remove: .share
          - key: feed
            name: صحيفة
            feed: https://example.org/feed
            every: 30m
            delay: 0
            allow_private: yes
            auth: {user: me, password_env: PATH}
          - key: agency
            name: وكالة
            sitemap: https://example.org/sitemap.xml
            auth: {header: X-Key, token_env: PATH}
          - {key: chosen, name: مختارة, urls: ['https://example.org/1', 'https://example.org/2']}
          - {key: files, name: ملفات, folder: .}
        """;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "config", "lexicon"), "*.yaml").Select(x => Path.GetFileNameWithoutExtension(x)!).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sources_are_judged_alike() => AssertJudgedAlike("sources", Sources, text =>
    {
        var problems = new List<Problem>();
        SourcesFile.Parse(new ConfigFile(_folder.File("sources.yaml"), text), CronSchedules.IsValid, problems);
        return problems;
    });

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_of_the_vocabulary_is_judged_alike(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "config", "lexicon", name + ".yaml");
        AssertJudgedAlike(name, Written(Shortened(Parse(File.ReadAllText(path)))), text =>
        {
            var problems = new List<Problem>();
            Lexicon.Check(new ConfigFile(path, text), problems);
            return problems;
        });
    }

    [Fact]
    public void Settings_are_judged_alike()
    {
        var schema = Schema("appsettings");
        var right = JsonNode.Parse(
            """
            {
              "$schema": "schema/appsettings.schema.json",
              "Fetch": { "UserAgent": "X/1", "Contact": null, "ConnectTimeout": "00:00:10", "MaxPageBytes": 5000000, "MaxRedirects": 5, "MaxConcurrentHosts": 16, "Retries": 2, "RetryDelay": "00:00:02" },
              "Alerts": { "Webhook": null, "Secret": "x", "SecretFile": null },
              "Backup": { "Folder": "backups", "At": "03:30", "Daily": 7, "Weekly": 4 },
              "Otlp": { "Endpoint": "http://collector:4318", "Protocol": "grpc", "HeadersFile": null, "Interval": "00:00:30" },
              "Logging": { "LogLevel": { "Default": "Debug" } }
            }
            """)!.AsObject();
        AssertNone(Mutations(right).Prepend(right).Select(x => Disagreement(x.ToJsonString(), schema.Problems(x), ServiceSettings.Problems(_folder.Write("appsettings.json", x.ToJsonString())))));
    }

    [Fact]
    public void The_files_as_they_ship_name_their_schemas_and_fit_them()
    {
        var config = Path.Combine(AppContext.BaseDirectory, "config");
        foreach (var path in Directory.EnumerateFiles(config, "*.yaml", SearchOption.AllDirectories))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var up = Path.GetDirectoryName(path) == config ? "" : "../";
            Assert.Equal($"# yaml-language-server: $schema={up}schema/{name}.schema.json", File.ReadLines(path).First());
            Assert.Equal((name, ""), (name, string.Join('\n', Schema(name).Problems(YamlAsJson.Of(Parse(File.ReadAllText(path)))))));
        }

        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(config, "appsettings.json")), documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip });
        Assert.Equal("schema/appsettings.schema.json", settings!["$schema"]!.GetValue<string>());
        Assert.Empty(Schema("appsettings").Problems(settings));
    }

    [Fact]
    public void Every_setting_of_the_service_is_in_its_schema()
    {
        var schema = JsonNode.Parse(File.ReadAllText(SchemaPath("appsettings")))!["properties"]!.AsObject();
        Assert.Equal(ServiceSettings.Sections.Keys.Order(), schema.Select(x => x.Key).Order());
        foreach (var (name, type) in ServiceSettings.Sections.Where(x => x.Value is not null))
            Assert.Equal(type!.GetProperties().Where(x => x.CanWrite).Select(x => x.Name).Order(), schema[name]!["properties"]!.AsObject().Select(x => x.Key).Order());
    }

    private static void AssertJudgedAlike(string name, string right, Func<string, List<Problem>> read)
    {
        var schema = Schema(name);
        Assert.DoesNotContain(read(right), IsStructural);
        var mutations = Mutations(right).ToList();
        Assert.True(mutations.Count > 30);
        AssertNone(mutations.Prepend((What: "as it is", Text: right)).Select(x => Disagreement(x.What, schema.Problems(YamlAsJson.Of(Parse(x.Text))), read(x.Text))));
    }

    private static void AssertNone(IEnumerable<string?> disagreements) => Assert.Equal("", string.Join('\n', disagreements.OfType<string>()));

    /// <summary>What the schema refuses the program must refuse; what the program refuses for its shape alone the schema must refuse.</summary>
    private static string? Disagreement(string what, IReadOnlyList<string> ofSchema, IReadOnlyList<Problem> ofProgram)
    {
        var refused = ofProgram.Where(x => !x.IsNote).ToList();
        if (ofSchema.Count > 0 ? refused.Count > 0 : !refused.Exists(IsStructural)) return null;
        return $"{what}: the schema says [{string.Join("; ", ofSchema)}], the program [{string.Join("; ", refused.Select(x => x.Message))}]";
    }

    private static bool IsStructural(Problem problem) => !problem.IsNote && !BeyondSchemas.Any(x => problem.Message.Contains(x, StringComparison.Ordinal));

    private static JsonSchema Schema(string name) => new(JsonNode.Parse(File.ReadAllText(SchemaPath(name)))!.AsObject());

    private static string SchemaPath(string name) => Path.Combine(AppContext.BaseDirectory, "config", "schema", name + ".schema.json");

    private static YamlNode Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents[0].RootNode;
    }

    /// <summary>Each key removed, renamed, and given every other kind of value.</summary>
    private static IEnumerable<(string What, string Text)> Mutations(string right)
    {
        var keys = Places(Parse(right)).Select(x => $"{((YamlScalarNode)x.Key).Value} in line {x.Key.Start.Line}").ToList();
        for (var i = 0; i < keys.Count; i++)
        {
            yield return ($"without {keys[i]}", Changed(right, i, (map, key) => map.Children.Remove(key)));
            yield return ($"another name for {keys[i]}", Changed(right, i, (map, key) =>
            {
                var value = map.Children[key];
                map.Children.Remove(key);
                map.Children[new YamlScalarNode(((YamlScalarNode)key).Value + "mutant")] = value;
            }));
            foreach (var value in (string[])["mutant", "5", "-5", "0.5", "true", "yes", "", "''", "[]", "{}", "[mutant]", "[[mutant]]", "[null]", "{mutant: mutant}"])
                yield return ($"{value} for {keys[i]}", Changed(right, i, (map, key) => map.Children[key] = Parse($"x: {value}")["x"]));
        }
    }

    private static string Changed(string text, int place, Action<YamlMappingNode, YamlNode> change)
    {
        var root = Parse(text);
        var (map, key) = Places(root).ElementAt(place);
        change(map, key);
        return Written(root);
    }

    private static string Written(YamlNode root)
    {
        using var writer = new StringWriter();
        new YamlStream(new YamlDocument(root)).Save(writer, assignAnchors: false);
        return writer.ToString();
    }

    private static IEnumerable<(YamlMappingNode Map, YamlNode Key)> Places(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(x => Places(x.Value).Prepend((map, x.Key))),
        YamlSequenceNode list => list.Children.SelectMany(Places),
        _ => [],
    };

    /// <summary>Of a list of words, and of a map that is one, the first few stand for all.</summary>
    private static YamlNode Shortened(YamlNode node)
    {
        if (node is YamlSequenceNode list)
        {
            foreach (var item in list.Children.Skip(FewWords).ToList()) list.Children.Remove(item);
            foreach (var item in list.Children) Shortened(item);
        }
        else if (node is YamlMappingNode map)
        {
            if (map.Children.Count > MostKeys) foreach (var key in map.Children.Keys.Skip(FewWords).ToList()) map.Children.Remove(key);
            foreach (var value in map.Children.Values) Shortened(value);
        }

        return node;
    }

    private static IEnumerable<JsonObject> Mutations(JsonObject right)
    {
        foreach (var path in right.SelectMany(x => (x.Value as JsonObject ?? []).Select(y => (x.Key, (string?)y.Key)).Prepend((x.Key, null))))
        {
            yield return With(path, (map, key) => map.Remove(key));
            yield return With(path, (map, key) =>
            {
                var value = map[key];
                map.Remove(key);
                map[key + "x"] = value;
            });
            foreach (var value in (string[])["\"mutant\"", "\"\"", "5", "-5", "0.5", "true", "null", "[]", "{}", "[5]", "{\"a\": 5}", "\"00:00:20\"", "\"20\"", "\"00:99:20\"", "\"(x)\"", "\"http://example.org\""])
                yield return With(path, (map, key) => map[key] = JsonNode.Parse(value));
        }

        JsonObject With((string Section, string? Key) path, Action<JsonObject, string> change)
        {
            var copy = right.DeepClone().AsObject();
            change(path.Key is null ? copy : copy[path.Section]!.AsObject(), path.Key ?? path.Section);
            return copy;
        }
    }
}
