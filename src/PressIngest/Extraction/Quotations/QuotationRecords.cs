namespace PressIngest.Extraction.Quotations;

/// <summary>Turns what was found in tokens into the records of the article: fullest names, titles split, every piece of evidence with its
/// span.</summary>
internal static class QuotationRecords
{
    public static (IReadOnlyList<Quotation> Quotations, IReadOnlyList<Person> People) Of(Passage passage, IReadOnlyList<Found> found,
        PersonRegister register)
    {
        var quotations = found.Select(x => Quotation(passage, x)).ToList();
        var people = new List<Person>();
        foreach (var person in register.People)
        {
            var title = TitleSplit.Of(passage, person.Role);
            people.Add(new Person
            {
                Name = passage.TextOf(NameOf(passage, person)),
                Role = title.Role,
                Organization = title.Organization,
                Mentions = [.. person.Mentions.OrderBy(x => x.Start).Select(x => new Mention(passage.Document.SpanOf(x)))],
            });
        }

        return (quotations, people);
    }

    /// <summary>The fullest name; البابا فرنسيس with what alone makes a name of it.</summary>
    private static TokenRange NameOf(Passage passage, RegisteredPerson person)
    {
        if (person.Name.Length > 1) return person.Name;
        foreach (var mention in person.Mentions.OrderBy(x => x.Start))
            if (mention is { Length: 1, Start: > 0 } && passage.Names.IsRegnal(passage.Tokens[mention.Start - 1].Folded))
                return mention with { Start = mention.Start - 1 };
        return person.Name;
    }

    private static Quotation Quotation(Passage passage, Found found)
    {
        var person = found.Voice.Person;
        var title = person is null ? default : TitleSplit.Of(passage, person.Role);
        var said = found.Voice.Said;
        var cued = passage.Document.SpanOf(found.Cue);
        var cue = new Span(cued.Start + found.CuePrefix, cued.Length - found.CuePrefix);
        return new Quotation
        {
            Speaker = person is null ? null : passage.TextOf(NameOf(passage, person)),
            Role = title.Role,
            Organization = title.Organization,
            Unnamed = person is null && found.Voice.Called.Length > 0 ? passage.TextOf(found.Voice.Called) : null,
            Kind = found.Kind,
            Cue = cue.In(passage.Document.Text),
            Mention = new Mention(passage.Document.SpanOf(found.Content)),
            Rule = found.Rule,
            CueAt = new Mention(cue),
            SpeakerAt = said.Length > 0 ? new Mention(passage.Document.SpanOf(said)) : person is null ? null
                : new Mention(passage.Document.SpanOf(person.Name)),
            RoleAt = title.RoleAt,
            OrganizationAt = title.OrganizationAt,
        };
    }
}
