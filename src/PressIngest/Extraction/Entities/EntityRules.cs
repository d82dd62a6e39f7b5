using System.Collections.Frozen;
using PressIngest.Configuration;
using PressIngest.Extraction.Quotations;

namespace PressIngest.Extraction.Entities;

/// <summary>
/// Whose a name is, across articles. Names of the same folded letters are one; a person's name that many bear goes with its title; and what
/// <c>entities.yaml</c> says comes first.
/// </summary>
internal sealed class EntityRules
{
    public const string FileName = "entities.yaml";

    /// <summary>Spelled with the same letters, once folded.</summary>
    public const string Letters = "letters";

    /// <summary>The configuration says so.</summary>
    public const string Override = "entities.yaml";

    public static readonly EntityRules None = new(null, [], new Dictionary<EntityKind, EntityOverrides>());

    private const int MostWordsOfSharedName = 2;
    private const int LeastLetters = 3;

    private readonly NameLexicon? _names;
    private readonly FrozenSet<string> _ranks;
    private readonly FrozenDictionary<EntityKind, EntityOverrides> _overrides;

    private EntityRules(NameLexicon? names, IEnumerable<string> ranks, Dictionary<EntityKind, EntityOverrides> overrides)
    {
        _names = names;
        _ranks = ranks.ToFrozenSet();
        _overrides = overrides.ToFrozenDictionary();
    }

    /// <param name="root">The file; null where there is none: everything is left to the letters.</param>
    /// <param name="names">Tells given names, posts and bodies.</param>
    public static EntityRules Parse(ConfigNode? root, NameLexicon? names)
    {
        root?.RejectUnknown("version", "people", "campaigns", "organizations", "ranks");
        var ranks = (root?.Texts("ranks") ?? []).Select(x => ArabicText.Fold(x)).ToFrozenSet();
        return new EntityRules(names, ranks, new Dictionary<EntityKind, EntityOverrides>
        {
            [EntityKind.Person] = EntityOverrides.Parse(root?.GetFilled("people"), EntityKey.Of, title => [.. Words(title, names, ranks)]),
            [EntityKind.Campaign] = EntityOverrides.Parse(root?.GetFilled("campaigns"), EntityKey.Of, null),
            [EntityKind.Organization] = EntityOverrides.Parse(root?.GetFilled("organizations"), OrganizationKey, null),
        });
    }

    /// <summary>A campaign or an organisation.</summary>
    public EntityName NameOf(EntityKind kind, string spelling)
    {
        var key = kind == EntityKind.Organization ? OrganizationKey(spelling) : EntityKey.Of(spelling);
        return Overrides(kind)?.Find(key, []) is { } said ? new EntityName(kind, spelling, said, Override)
            : new EntityName(kind, spelling, key, Letters);
    }

    /// <summary>A person, with the roles and organisations that the article gives them.</summary>
    public EntityName PersonOf(string spelling, IReadOnlyList<string> titles)
    {
        var key = EntityKey.Of(spelling);
        var words = titles.SelectMany(x => Words(x, _names, _ranks)).Distinct().ToList();
        if (Overrides(EntityKind.Person)?.Find(key, words) is { } said) return new EntityName(EntityKind.Person, spelling, said, Override);
        var isShared = IsShared(spelling);
        return new EntityName(EntityKind.Person, spelling, key, Letters) { IsShared = isShared, Title = isShared ? words : [] };
    }

    /// <summary>True where the configuration says that these names are not of one.</summary>
    public bool AreDifferent(EntityKind kind, string key, string other) => Overrides(kind)?.AreDifferent(key, other) ?? false;

    /// <summary>False where the configuration keeps no names of that kind apart.</summary>
    public bool HasDifferences(EntityKind kind) => Overrides(kind)?.HasDifferences ?? false;

    /// <summary>The name to go by that the configuration gives to a key; null where it says nothing.</summary>
    public string? NameFor(EntityKind kind, string key) => Overrides(kind)?.NameFor(key);

    /// <summary>الوزارة and الجمعية are bodies of which every article has another.</summary>
    public bool IsNamed(string organization) =>
        ArabicText.Fold(organization).Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(x => x.Length >= LeastLetters
            && _names?.IsOrganization(x) != true);

    private EntityOverrides? Overrides(EntityKind kind) => _overrides.GetValueOrDefault(kind);

    /// <summary>Two given names, عبد الله and the like being one: a name without anything of the family's is borne by many.</summary>
    private bool IsShared(string spelling)
    {
        if (_names is null) return false;
        var words = ArabicText.Fold(spelling).Replace("عبد ال", "عبدال", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWordsOfSharedName && Array.TrueForAll(words, _names.IsGiven);
    }

    /// <summary>What a title says beyond the post itself: of وزير الصحة the health, bare of particles.</summary>
    private static IEnumerable<string> Words(string title, NameLexicon? names, FrozenSet<string> ranks) => ArabicText.Fold(title)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(x => names?.Role(x) is null)
        .Select(WithoutParticles)
        .Where(x => x.Length >= LeastLetters && !ranks.Contains(x) && names?.Role(x) is null && names?.IsOrganization(x) != true);

    private static string WithoutParticles(string word)
    {
        var bare = word.StartsWith("لل", StringComparison.Ordinal) ? word[2..] : word;
        foreach (var particles in (ReadOnlySpan<string>)["وال", "بال", "كال", "ال"])
            if (bare.Length >= particles.Length + LeastLetters
                && bare.StartsWith(particles, StringComparison.Ordinal)) return bare[particles.Length..];
        return bare;
    }

    /// <summary>اليونيسف is يونيسف: no word keeps its article.</summary>
    private static string OrganizationKey(string name) =>
        EntityKey.Of(string.Join(' ', ArabicText.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Proclitics.WithoutArticle)));
}
