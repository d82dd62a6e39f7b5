using System.Globalization;

namespace PressIngest.Tests.Extraction.Copies;

/// <summary>
/// Thirty press releases, each printed by one to twenty outlets that cut, edit and add, and two hundred articles that are nobody's copy though
/// they share much with a release. Made of <c>Specs/press-releases.json</c>, the same at every run.
/// </summary>
internal sealed class PressReleases
{
    private const int Releases = 30;
    private const int MostCopies = 20;
    private const int NearMisses = 200;

    private readonly Phrases _phrases = SpecFile.ReadOne<Phrases>("press-releases.json");
    private readonly Random _random = new(20260304);
    private readonly List<PrintedArticle> _articles = [];

    private PressReleases()
    {
        var releases = Enumerable.Range(0, Releases).Select(MakeRelease).ToList();
        for (var i = 0; i < releases.Count; i++)
        {
            Print($"release {i}", "release", releases[i]);
            var copies = 1 + _random.Next(MostCopies);
            foreach (var kind in Enumerable.Range(0, copies).Select(x => CopyKinds[x % CopyKinds.Length])) Print($"release {i}", kind, Copy(releases[i], kind));
        }

        for (var i = 0; i < NearMisses; i++)
        {
            var kind = NearMissKinds[i % NearMissKinds.Length];
            Print($"near miss {i}", kind, NearMiss(releases, i, kind));
        }
    }

    private static string[] CopyKinds { get; } =
        ["short and edited behind a lead", "verbatim", "edited", "short", "led and signed", "spelt otherwise", "thinned", "edited and led"];

    private static string[] NearMissKinds { get; } =
        ["another report", "follow-up", "next bulletin", "review of the week", "same words about the house"];

    public static IReadOnlyList<PrintedArticle> All { get; } = new PressReleases()._articles;

    private void Print(string release, string kind, IReadOnlyList<string> sentences) =>
        _articles.Add(new PrintedArticle(_articles.Count, release, kind, string.Join("\n\n", sentences.Chunk(2).Select(x => string.Join(' ', x)))));

    private List<string> MakeRelease(int number) =>
    [
        $"أطلقت {_phrases.Organizations[number % _phrases.Organizations.Count]} {(number < _phrases.Campaigns.Count ? "حملة" : "المرحلة الثانية من حملة")} "
            + $"«{_phrases.Campaigns[number % _phrases.Campaigns.Count]}» {Any(_phrases.Purposes)}.",
        .. Sentences(8 + _random.Next(6)).Zip(Numbers(13)).SelectMany(x => _random.Next(4) == 0 ? [x.First] : (string[])[x.First, x.Second]),
    ];

    private List<string> Copy(List<string> release, string kind) => kind switch
    {
        "verbatim" => [.. release],
        "short" => Beginning(release),
        "thinned" => [release[0], .. release.Skip(1).Where(_ => _random.Next(10) < 7)],
        "edited" => Edited(release, 5 + _random.Next(15)),
        "led and signed" => [.. Some(_phrases.Leads, 1 + _random.Next(3)), .. release, .. Some(_phrases.Tails, 1 + _random.Next(2))],
        "spelt otherwise" => [.. release.Select(Respelt)],
        "edited and led" => [.. Some(_phrases.Leads, 1), .. Edited(release, 5 + _random.Next(10)), .. Some(_phrases.Tails, 1)],
        _ => [.. Some(_phrases.Leads, 1), .. Edited(Beginning(release), 10)],
    };

    private List<string> NearMiss(List<List<string>> releases, int number, string kind)
    {
        var release = releases[number % releases.Count];
        return kind switch
        {
            // Another outlet was there too: the same quotes, words of its own for the rest.
            "another report" => [.. Sentences(5), .. Some(release, 2), .. Sentences(3), .. Numbers(2)],
            // What came of it, with how it began at the end.
            "follow-up" => [.. Sentences(9), .. Numbers(1), .. release.Take(3)],
            // The same office a week later.
            "next bulletin" => [.. release.Select(x => string.Join(' ', x.Split(' ').Select(w => char.IsAsciiDigit(w[0]) ? Figure() : w)))],
            "review of the week" => [Any(_phrases.Leads), .. Some(releases, 6).SelectMany(x => Some(x, 2))],
            _ => [release[0], .. Sentences(7), .. _phrases.Tails.Take(2)],
        };
    }

    private IEnumerable<string> Sentences(int count) =>
        Some(_phrases.Clauses, count).Select(clause => _random.Next(3) > 0 ? Deed() : $"{Any(_phrases.Openers)} {Any(_phrases.Speakers)} {clause}.");

    private string Deed() =>
        $"{Any(_phrases.Verbs)} {Any(_phrases.Subjects)} {Any(_phrases.Objects)} {Any(_phrases.Places)} {Any(_phrases.Times)}، "
        + $"كما {Any(_phrases.Verbs)} {Any(_phrases.Objects)} {Any(_phrases.Times)}.";

    private IEnumerable<string> Numbers(int count) => Some(_phrases.Numbers, count).Select(x => x.Replace("{n}", Figure(), StringComparison.Ordinal));

    private string Figure() => _random.Next(12, 9000).ToString(CultureInfo.InvariantCulture);

    /// <summary>Cut from the end, as editors do: four to seven tenths are left.</summary>
    private List<string> Beginning(List<string> release) => release[..(int)Math.Ceiling(release.Count * (0.4 + (0.3 * _random.NextDouble())))];

    /// <summary>Of a hundred words so many are replaced, left out or followed by another.</summary>
    private List<string> Edited(List<string> sentences, int percent) =>
        [.. sentences.Select(x => string.Join(' ', x.Split(' ').SelectMany(word => _random.Next(100) < percent ? Edited(word) : [word])))];

    private string[] Edited(string word) => _phrases.Edits.TryGetValue(word, out var other) ? [other] : _random.Next(2) == 0 ? [] : [word, "أيضا"];

    /// <summary>Without hamza, with vowel signs, tatweel and Arabic digits: the same words to a reader.</summary>
    private string Respelt(string sentence) => string.Concat(sentence.Select(c => c switch
    {
        'أ' or 'إ' => "ا",
        'ة' => _random.Next(2) == 0 ? "ه" : "ة",
        'م' => _random.Next(3) == 0 ? "مُ" : "م",
        'س' => _random.Next(3) == 0 ? "ســ" : "س",
        >= '0' and <= '9' => ((char)('٠' + (c - '0'))).ToString(),
        _ => c.ToString(),
    }));

    private T Any<T>(List<T> values) => values[_random.Next(values.Count)];

    private T[] Some<T>(List<T> values, int count)
    {
        var shuffled = values.ToArray();
        _random.Shuffle(shuffled);
        return shuffled[..count];
    }

    private sealed record Phrases(
        List<string> Campaigns, List<string> Organizations, List<string> Openers, List<string> Speakers, List<string> Verbs, List<string> Subjects,
        List<string> Objects, List<string> Places, List<string> Times, List<string> Clauses, List<string> Purposes, List<string> Numbers,
        List<string> Leads, List<string> Tails, Dictionary<string, string> Edits);
}

/// <summary>An article of the set; those of one release are copies of each other.</summary>
internal sealed record PrintedArticle(int Number, string Release, string Kind, string Text)
{
    public override string ToString() => $"{Number} ({Release}, {Kind})";
}
