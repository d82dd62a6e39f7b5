using PressIngest.Extraction;
using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

/// <summary>Articles for storage tests, with one fact of every kind whose spans fit.</summary>
internal static class StoredArticles
{
    public const string Text = "😀 أطلقت الجمعية حملة «نبض الحي» عبر #نبض_الحي و@nabd.hay.\n\nقالت سلمى الراوي، مديرة الجمعية: «بدأنا مع 40 متطوعا في 3 مارس 2026».";

    public static StoredArticle Create(string url = "https://a.example/1", string? title = "نبض الحي تنطلق", string text = Text, string ruleSet = "1+test") => new()
    {
        Identity = url,
        Url = url,
        Title = title,
        FetchedAt = new DateTimeOffset(2026, 3, 4, 10, 0, 0, TimeSpan.Zero),
        PublishedAt = new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.FromHours(3)),
        Language = "ar",
        Text = text,
        Facts = FactsOf(title, text),
        RuleSet = ruleSet,
        Body = "<html>page</html>"u8.ToArray(),
    };

    private static Facts FactsOf(string? title, string text)
    {
        if (text != Text) return new Facts();
        return new Facts
        {
            Hashtags = [new Hashtag("نبض_الحي", [At("#نبض_الحي")], "hashtag")],
            Handles = [new Handle("nabd.hay", [At("@nabd.hay")], "handle")],
            Campaigns =
            [
                new Campaign
                {
                    Name = "نبض الحي",
                    Kind = "حملة",
                    Aliases = ["نبض"],
                    Hashtags = ["نبض_الحي"],
                    Organization = "الجمعية",
                    Mentions = title is null ? [At("نبض الحي")] : [new Mention(new Span(0, 8), Place.Title), At("نبض الحي")],
                    Rule = "marked",
                },
            ],
            Quotations =
            [
                new Quotation
                {
                    Speaker = "سلمى الراوي",
                    Role = "مديرة",
                    Organization = "الجمعية",
                    Kind = QuotationKind.Direct,
                    Cue = "قالت",
                    Mention = At("بدأنا مع 40 متطوعا في 3 مارس 2026"),
                    CueAt = At("قالت"),
                    SpeakerAt = At("سلمى الراوي"),
                    RoleAt = At("مديرة"),
                    Rule = "verb-speaker",
                    Campaign = 0,
                },
            ],
            Figures = [new Figure { Value = 40, Unit = FigureUnit.Count, Noun = "متطوع", Mention = At("40 متطوعا"), Rule = "count", Campaign = 0 }],
            Dates = [new Date { From = new DateOnly(2026, 3, 3), What = "start", Mention = At("3 مارس 2026"), Rule = "date", Campaign = 0 }],
            People = [new Person { Name = "سلمى الراوي", Role = "مديرة", Organization = "الجمعية", Mentions = [At("سلمى الراوي")] }],
        };

        Mention At(string part) => new(new Span(text.IndexOf(part, StringComparison.Ordinal), part.Length));
    }
}
