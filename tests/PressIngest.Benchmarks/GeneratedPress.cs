using System.Globalization;
using System.Text;
using PressIngest.Extraction;
using PressIngest.Storage;

namespace PressIngest.Benchmarks;

/// <summary>
/// Articles as a press prints them, the same at every run: few outlets print much and many print little; few people, campaigns, hashtags and words come
/// again and again, most come seldom. Every seventh article is a copy of a release, cut and with a lead of its own. Facts are made with their text: nothing is
/// extracted, so that what is measured is storing.
/// </summary>
internal sealed class GeneratedPress
{
    /// <summary>Every so many articles one is a release, which others print.</summary>
    private const int ReleaseEvery = 60;

    /// <summary>A release is printed within this many articles.</summary>
    private const int PrintedWithin = 900;

    private static readonly string[] Letters = [.. "ابتثجحخدذرزسشصضطظعغفقكلمنهويةأ".Select(x => x.ToString())];
    private static readonly string[] Kinds = ["حملة", "مبادرة", "حملة", "برنامج", "تحدي"];
    private static readonly string[] Bodies = ["جمعية", "مؤسسة", "بلدية", "هيئة", "وزارة", "شركة", "جامعة"];
    private static readonly string[] Roles = ["مدير", "رئيس", "وزير", "الناطق باسم", "أمين عام", "عضو", "مستشار"];
    private static readonly string[] Cues = ["قال", "أكد", "أضاف", "أوضح", "صرح"];
    private static readonly (Qualifier Qualifier, string Words)[] Qualifiers =
        [(Qualifier.Exact, ""), (Qualifier.Exact, ""), (Qualifier.MoreThan, "أكثر من "), (Qualifier.About, "نحو "), (Qualifier.AtLeast, "لا يقل عن ")];

    private readonly string[] _words = [.. Enumerable.Range(0, 50_000).Select(Word)];
    private readonly Zipf _word = new(50_000, 1.0);
    private readonly Zipf _phrase = new(2_000, 0.9);
    private readonly Zipf _person = new(40_000, 0.9);
    private readonly Zipf _body = new(5_000, 0.9);
    private readonly Zipf _campaign = new(8_000, 0.8);
    private readonly Zipf _tag = new(20_000, 0.9);
    private readonly Zipf _noun = new(2_000, 1.0);
    private readonly Zipf _outlet = new(Outlets, 0.7);

    public const int Outlets = 60;

    public static DateTimeOffset Start { get; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When the article of this number is printed: a hundred thousand a year.</summary>
    public static DateTimeOffset PublishedAt(int number) => Start.AddSeconds(315L * number);

    public int OutletOf(int number) => _outlet.Next(new Random(number));

    public StoredArticle Article(int number)
    {
        var own = new Random(number);
        var outlet = _outlet.Next(own);
        var release = own.Next(7) == 0 && number > PrintedWithin ? (number - own.Next(1, PrintedWithin)) / ReleaseEvery * ReleaseEvery : number;
        var isCopy = release != number;
        var page = new GeneratedText();
        var url = string.Create(CultureInfo.InvariantCulture, $"https://outlet-{outlet}.example/{own.Next(100, 999)}/news/{number}");
        var title = Words(own, 5 + own.Next(5));
        if (isCopy) page.Append(Sentence(own, 10 + own.Next(15))).End();
        Write(page, new Random(-release - 1), isCopy ? own.Next(2, 12) : int.MaxValue);
        return new StoredArticle
        {
            Identity = url,
            Url = url,
            Title = title,
            Author = own.Next(3) == 0 ? PersonName(_person.Next(own)) : null,
            PublishedAt = PublishedAt(number),
            FetchedAt = PublishedAt(number).AddMinutes(20),
            Language = "ar",
            Text = page.Text,
            Facts = page.Facts,
            RuleSet = "1+generated",
            Body = Encoding.UTF8.GetBytes(Html(own, title, page.Text)),
            ContentType = "text/html; charset=utf-8",
        };
    }

    /// <param name="page">What is written to.</param>
    /// <param name="random">Of the release: its copies have the same.</param>
    /// <param name="left">The paragraph that is left out; none where there are fewer.</param>
    private void Write(GeneratedText page, Random random, int left)
    {
        var paragraphs = 6 + random.Next(7);
        var campaign = random.Next(10) < 4 ? _campaign.Next(random) : -1;
        for (var i = 0; i < paragraphs; i++)
        {
            // Random numbers are drawn for a paragraph that is left out too: those behind it stay the same.
            var target = i == left ? new GeneratedText() : page;
            if (i == 0 && campaign >= 0) Launch(target, random, campaign);
            else if (random.Next(10) < 4) Quote(target, random);
            else if (random.Next(2) == 0) Count(target, random);
            else target.Append(Sentence(random, 40 + random.Next(30)));
            if (i == paragraphs - 1 && random.Next(3) == 0) target.Append(" ").Tag(Tag(_tag.Next(random))).Append(" ").Tag(Tag(_tag.Next(random)));
            target.End();
        }
    }

    private void Launch(GeneratedText page, Random random, int campaign)
    {
        var body = Body(_body.Next(random));
        page.Append("أطلقت ").Append(body).Append(" ").Campaign(Kinds[campaign % Kinds.Length], CampaignName(campaign), [CampaignTag(campaign), Tag(_tag.Next(random))], body).Append(" بمشاركة ")
            .Figure(random.Next(20, 5000), "متطوع", Qualifiers[random.Next(Qualifiers.Length)], hasCampaign: true).Append(" ").Append(Sentence(random, 15 + random.Next(20))).Append(" وتستمر حتى ")
            .Date(DateOnly.FromDateTime(Start.UtcDateTime).AddDays(random.Next(500)));
    }

    private void Quote(GeneratedText page, Random random)
    {
        var person = _person.Next(random);
        // Of most people one post is known, of some several.
        var body = Body((person * 31) % 5_000);
        var role = Roles[(person + (random.Next(8) == 0 ? 1 : 0)) % Roles.Length];
        page.Quote(PersonName(person), role, body, Cues[random.Next(Cues.Length)], random.Next(2) == 0, Words(random, 12 + random.Next(18)));
    }

    private void Count(GeneratedText page, Random random)
    {
        for (var i = 0; i <= random.Next(3); i++)
        {
            page.Append(Sentence(random, 12 + random.Next(12))).Append(" ")
                .Figure(random.Next(2, 900), "ا" + _words[3_000 + _noun.Next(random)], Qualifiers[random.Next(Qualifiers.Length)], hasCampaign: false).Append(" ");
        }
    }

    /// <summary>Words and, now and then, a turn of phrase that everybody uses.</summary>
    private string Sentence(Random random, int words)
    {
        var sentence = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            if (random.Next(12) == 0)
            {
                var phrase = _phrase.Next(random);
                for (var part = 0; part < 3; part++, i++) sentence.Append(_words[((phrase * 37) + (part * 1009)) % 4_000]).Append(' ');
            }

            sentence.Append(_words[_word.Next(random)]).Append(i == words - 1 ? "" : " ");
        }

        return sentence.Append('.').ToString();
    }

    private string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => _words[_word.Next(random)]));

    /// <summary>The third of a page that is the same on all pages of an outlet, what else it links to, and the article.</summary>
    private string Html(Random random, string title, string text)
    {
        var links = string.Concat(Enumerable.Range(0, 30).Select(_ => $"<li class=\"teaser\"><a href=\"/{random.Next(100, 999)}/news/{random.Next(1_000_000)}\"><img src=\"/media/{random.Next(1_000_000)}.webp\" alt=\"\">{Words(random, 6)}</a></li>"));
        return $"<html lang=\"ar\" dir=\"rtl\"><head><title>{title}</title>{Frame}</head><body><article><h1>{title}</h1><p>{text.Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p></article><ul>{links}</ul></body></html>";
    }

    private static string Frame { get; } = string.Concat(Enumerable.Range(0, 200).Select(x => string.Create(CultureInfo.InvariantCulture, $".block-{x}{{margin:{x % 17}px {x * 7 % 23}px;color:#{x * 7919 % 4096:x3};background:url(/assets/{x * 104_729 % 65_536:x}.svg)}}")));

    private string PersonName(int rank) => $"{_words[5_000 + (rank % 211)]} {_words[6_000 + (rank * 7 % 1_999)]} {_words[9_000 + (rank * 13 % 3_001)]}";

    private string Body(int rank) => $"{Bodies[rank % Bodies.Length]} {_words[13_000 + rank]}";

    private string CampaignName(int rank) => rank == 20 ? "شتاء دافئ" : $"{_words[20_000 + rank]} {_words[28_000 + (rank % 1_013)]}";

    private string CampaignTag(int rank) => CampaignName(rank).Replace(' ', '_');

    private string Tag(int rank) => $"{_words[10_000 + rank]}_{_words[2_000 + (rank % 509)]}";

    /// <summary>Words as unlike as those of a language: frequent ones short, fifty thousand in all.</summary>
    private static string Word(int rank)
    {
        var word = new StringBuilder(Letters[(rank + 5) % Letters.Length]);
        for (var n = rank + 1; n > 0; n /= Letters.Length) word.Append(Letters[((n * 17) + word.Length) % Letters.Length]);
        return word.Append(rank > 500 ? Letters[rank * 7 % Letters.Length] : "").ToString();
    }

    /// <summary>Ranks from 0, the nth as often as 1/nˢ.</summary>
    private sealed class Zipf
    {
        private readonly double[] _upTo;

        public Zipf(int ranks, double exponent)
        {
            _upTo = new double[ranks];
            var sum = 0.0;
            for (var i = 0; i < ranks; i++) _upTo[i] = sum += Math.Pow(i + 1, -exponent);
        }

        public int Next(Random random)
        {
            var at = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
            return Math.Min(at < 0 ? ~at : at, _upTo.Length - 1);
        }
    }
}
