using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PressIngest.Tests.Configuration;

/// <summary>As much of JSON Schema (draft 7) as the schemas of the configuration use. A keyword that it does not know is an error, not a pass.</summary>
internal sealed class JsonSchema(JsonObject root)
{
    private static readonly string[] Annotations = ["$schema", "$id", "title", "description", "default", "examples", "definitions", "then", "else"];

    /// <summary>Where and why the value does not fit; empty where it does.</summary>
    public IReadOnlyList<string> Problems(JsonNode? value) => [.. Problems(root, value, "")];

    private IEnumerable<string> Problems(JsonNode schema, JsonNode? value, string at) => schema.AsObject().SelectMany(x => Problems(schema.AsObject(), x.Key, x.Value!, value, at));

    private IEnumerable<string> Problems(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string at)
    {
        var map = value as JsonObject;
        var list = value as JsonArray;
        var text = Kind(value) == "string" ? value!.GetValue<string>() : null;
        switch (keyword)
        {
            case "$ref":
                return Problems(root["definitions"]![rule.GetValue<string>().Split('/')[^1]]!, value, at);
            case "type":
                return Fail(!Names(rule).Any(x => x == Kind(value) || (x == "number" && Kind(value) == "integer")), $"{at} is {Kind(value)}");
            case "enum":
                return Fail(!rule.AsArray().Any(x => JsonNode.DeepEquals(x, value)), $"{at} is none of the values");
            case "const":
                return Fail(!JsonNode.DeepEquals(rule, value), $"{at} is another value");
            case "pattern":
                return Fail(text is not null && !Regex.IsMatch(text, rule.GetValue<string>(), RegexOptions.ECMAScript), $"{at} does not match");
            case "minLength":
                return Fail(text?.Length < rule.GetValue<int>(), $"{at} is too short");
            case "minimum":
                return Fail(Number(value) < rule.GetValue<int>(), $"{at} is too little");
            case "maximum":
                return Fail(Number(value) > rule.GetValue<int>(), $"{at} is too much");
            case "minItems":
                return Fail(list?.Count < rule.GetValue<int>(), $"{at} has too few items");
            case "minProperties":
                return Fail(map?.Count < rule.GetValue<int>(), $"{at} has too few keys");
            case "items":
                return list?.SelectMany((x, i) => Problems(rule, x, $"{at}/{i}")) ?? [];
            case "required":
                return map is null ? [] : Names(rule).Where(x => !map.ContainsKey(x)).Select(x => $"{at}/{x} is missing");
            case "properties":
                return map?.Where(x => rule[x.Key] is not null).SelectMany(x => Problems(rule[x.Key]!, x.Value, $"{at}/{x.Key}")) ?? [];
            case "patternProperties":
                return map?.SelectMany(x => rule.AsObject().Where(y => Regex.IsMatch(x.Key, y.Key)).SelectMany(y => Problems(y.Value!, x.Value, $"{at}/{x.Key}"))) ?? [];
            case "additionalProperties":
                return map?.Where(x => !IsNamed(schema, x.Key)).SelectMany(x => rule.GetValueKind() == System.Text.Json.JsonValueKind.False ? [$"{at}/{x.Key} is unknown"] : Problems(rule, x.Value, $"{at}/{x.Key}")) ?? [];
            case "propertyNames":
                return map?.SelectMany(x => Problems(rule, x.Key, $"{at}/{x.Key}")) ?? [];
            case "dependencies":
                return map is null ? [] : rule.AsObject().Where(x => map.ContainsKey(x.Key)).SelectMany(x => Names(x.Value!).Where(y => !map.ContainsKey(y))).Select(x => $"{at}/{x} is missing");
            case "anyOf":
                return Fail(!rule.AsArray().Any(x => Fits(x!, value)), $"{at} fits nothing");
            case "oneOf":
                return Fail(rule.AsArray().Count(x => Fits(x!, value)) != 1, $"{at} fits none or several");
            case "not":
                return Fail(Fits(rule, value), $"{at} fits what it must not");
            case "if":
                return schema[Fits(rule, value) ? "then" : "else"] is { } then ? Problems(then, value, at) : [];
            default:
                return Annotations.Contains(keyword) ? [] : throw new NotSupportedException($"the keyword '{keyword}'");
        }
    }

    private bool Fits(JsonNode schema, JsonNode? value) => !Problems(schema, value, "").Any();

    private static bool IsNamed(JsonObject schema, string key) =>
        schema["properties"]?[key] is not null || (schema["patternProperties"]?.AsObject().Any(x => Regex.IsMatch(key, x.Key)) ?? false);

    private static IEnumerable<string> Names(JsonNode node) => node is JsonArray list ? list.Select(x => x!.GetValue<string>()) : [node.GetValue<string>()];

    private static IEnumerable<string> Fail(bool failed, string message) => failed ? [message] : [];

    private static decimal? Number(JsonNode? value) => Kind(value) is "integer" or "number" ? decimal.Parse(value!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    private static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "null",
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Number => value.ToJsonString().All(x => char.IsAsciiDigit(x) || x == '-') ? "integer" : "number",
        _ => "boolean",
    };
}
