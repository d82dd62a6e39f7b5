using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PressIngest.Extraction;

namespace PressIngest.Commands;

/// <summary>One extracted document as the JSON object that CONTRACT promises: Arabic unescaped, spans in UTF-16 units.</summary>
internal static class FactsJson
{
    public static void Write(Stream output, ExtractedDocument document, bool indented)
    {
        using var json = new Utf8JsonWriter(output,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented });
        json.WriteStartObject();
        json.WriteString("source", document.Source);
        json.WriteString("url", document.Url);
        json.WriteString("canonicalUrl", document.CanonicalUrl);
        json.WriteString("site", document.Site);
        json.WriteString("language", document.Language);
        json.WriteString("ruleSet", document.RuleSet);
        json.WriteString("title", document.Title);
        json.WriteString("author", document.Author);
        json.WriteString("publishedAt", document.PublishedAt?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        json.WriteString("text", document.Text);
        WriteFacts(json, document);
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, ExtractedDocument document)
    {
        var facts = document.Facts;
        WriteList(json, "hashtags", facts.Hashtags, x =>
        {
            json.WriteString("tag", x.Tag);
            WriteMentions(json, x.Mentions);
            json.WriteString("rule", x.Rule);
        });
        WriteList(json, "handles", facts.Handles, x =>
        {
            json.WriteString("handle", x.Name);
            WriteMentions(json, x.Mentions);
            json.WriteString("rule", x.Rule);
        });
        WriteList(json, "campaigns", facts.Campaigns, x =>
        {
            json.WriteString("name", x.Name);
            json.WriteString("kind", x.Kind);
            WriteTexts(json, "aliases", x.Aliases);
            WriteTexts(json, "hashtags", x.Hashtags);
            json.WriteString("organization", x.Organization);
            WriteMentions(json, x.Mentions);
            json.WriteString("rule", x.Rule);
        });
        WriteList(json, "quotes", facts.Quotations, x => WriteQuotation(json, document, x));
        WriteList(json, "figures", facts.Figures, x => WriteFigure(json, document, x));
        WriteList(json, "dates", facts.Dates, x =>
        {
            json.WriteString("text", document.TextAt(x.Mention));
            json.WriteString("from", x.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("to", x.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("what", x.What);
            json.WriteString("campaign", CampaignName(facts, x.Campaign));
            WriteMention(json, x.Mention);
            json.WriteString("rule", x.Rule);
        });
        WriteList(json, "people", facts.People, x =>
        {
            json.WriteString("name", x.Name);
            json.WriteString("role", x.Role);
            json.WriteString("organization", x.Organization);
            WriteMentions(json, x.Mentions);
        });
    }

    private static void WriteQuotation(Utf8JsonWriter json, ExtractedDocument document, Quotation quotation)
    {
        json.WriteString("speaker", quotation.Speaker);
        json.WriteString("role", quotation.Role);
        json.WriteString("organization", quotation.Organization);
        json.WriteString("unnamed", quotation.Unnamed);
        json.WriteString("kind", FactNames.Of(quotation.Kind));
        json.WriteString("cue", quotation.Cue);
        json.WriteString("text", document.TextAt(quotation.Mention));
        WriteMention(json, quotation.Mention);
        json.WriteString("campaign", CampaignName(document.Facts, quotation.Campaign));
        json.WriteString("rule", quotation.Rule);
        json.WriteStartObject("evidence");
        WriteEvidence(json, "cue", quotation.CueAt);
        WriteEvidence(json, "speaker", quotation.SpeakerAt);
        WriteEvidence(json, "role", quotation.RoleAt);
        WriteEvidence(json, "organization", quotation.OrganizationAt);
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, ExtractedDocument document, Figure figure)
    {
        json.WriteString("text", document.TextAt(figure.Mention));
        json.WriteNumber("value", figure.Value);
        if (figure.Upper is { } upper) json.WriteNumber("upper", upper);
        else json.WriteNull("upper");
        json.WriteString("unit", FactNames.Of(figure.Unit));
        json.WriteString("currency", figure.Currency);
        json.WriteString("noun", figure.Noun);
        json.WriteString("per", figure.Per);
        json.WriteString("qualifier", FactNames.Of(figure.Qualifier));
        json.WriteString("campaign", CampaignName(document.Facts, figure.Campaign));
        WriteMention(json, figure.Mention);
        json.WriteString("rule", figure.Rule);
    }

    private static void WriteEvidence(Utf8JsonWriter json, string name, Mention? mention)
    {
        json.WriteStartObject(name);
        if (mention is { } m) WriteMention(json, m);
        json.WriteEndObject();
    }

    private static string? CampaignName(Facts facts, int? index) => index is { } i ? facts.Campaigns[i].Name : null;

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteMentions(Utf8JsonWriter json, IReadOnlyList<Mention> mentions) =>
        WriteList(json, "mentions", mentions, x => WriteMention(json, x));

    private static void WriteMention(Utf8JsonWriter json, Mention mention)
    {
        json.WriteNumber("start", mention.Span.Start);
        json.WriteNumber("length", mention.Span.Length);
        if (mention.Place == Place.Title) json.WriteString("in", FactNames.Of(mention.Place));
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
