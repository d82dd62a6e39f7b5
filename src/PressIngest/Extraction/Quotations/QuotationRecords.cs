namespace PressIngest.Extraction.Quotations;

/// <summary>Turns what was found in tokens into the records of the article: fullest names, titles split, every piece of evidence with its span.</summary>
internal static class QuotationRecords
{
    public static (IReadOnlyList<Quotation> Quotations, IReadOnlyList<Person> People) Of(Document document, Lexicon lexicon, IReadOnlyList<Found> found, PersonRegister register)
    {
        var quotations = found.Select(x => Quotation(document, lexicon, x)).ToList();
        var people = new List<Person>();
        foreach (var person in register.People)
        {
            var title = TitleSplit.Of(document, person.Role, lexicon);
            people.Add(new Person
            {
                Name = Text(document, person.Name),
                Role = title.Role,
                Organization = title.Organization,
                Mentions = [.. person.Mentions.Distinct().OrderBy(x => x.Start).Select(x => new Mention(document.SpanOf(x)))],
            });
        }

        return (quotations, people);
    }

    private static Quotation Quotation(Document document, Lexicon lexicon, Found found)
    {
        var person = found.Voice.Person;
        var title = person is null ? default : TitleSplit.Of(document, person.Role, lexicon);
        var said = found.Voice.Said;
        return new Quotation
        {
            Speaker = person is null ? null : Text(document, person.Name),
            Role = title.Role,
            Organization = title.Organization,
            Unnamed = person is null && said.Length > 0 ? Text(document, said) : null,
            Kind = found.Kind,
            Cue = found.Colon >= 0 ? ":" : CueSpan(document, found.Cue)?.In(document.Text),
            Mention = new Mention(document.SpanOf(found.Content)),
            Rule = found.Rule,
            CueAt = found.Colon >= 0 ? new Mention(document.Tokens[found.Colon].Span) : CueSpan(document, found.Cue) is { } cue ? new Mention(cue) : null,
            SpeakerAt = said.Length > 0 ? new Mention(document.SpanOf(said)) : person is null ? null : new Mention(document.SpanOf(person.Name)),
            RoleAt = title.RoleAt,
            OrganizationAt = title.OrganizationAt,
        };
    }

    private static Span? CueSpan(Document document, Cue? cue)
    {
        if (cue is not { } c) return null;
        var span = document.Tokens[c.Token].Span;
        return new Span(span.Start + c.Prefix, span.Length - c.Prefix);
    }

    private static string Text(Document document, TokenRange range) => document.SpanOf(range).In(document.Text);
}
