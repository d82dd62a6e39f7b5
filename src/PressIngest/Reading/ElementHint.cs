using System.Buffers;
using System.Collections.Frozen;

namespace PressIngest.Reading;

/// <summary>What an element's names say that it holds.</summary>
internal enum ElementHint
{
    None,

    /// <summary>The article's body: itemprop=articleBody, entry-content, field-name-body …</summary>
    Body,

    /// <summary>Menus, related links, sharing, advertising and the like, whatever their size.</summary>
    Boilerplate,

    /// <summary>Comments of readers: prose, and often more of it than the article has.</summary>
    Comments,

    /// <summary>Small things at the edge of an article: date lines, counters, buttons. Not where there is much text in it.</summary>
    Furniture,

    /// <summary>What stands below a picture, and who took it.</summary>
    Caption,

    /// <summary>Not shown.</summary>
    Hidden,
}

/// <summary>
/// Reads class, id, role and itemprop as a person would: names are split into their words (article_details_body, relatedPosts), the
/// words are looked up, and one class that names the body outweighs the others.
/// </summary>
internal sealed class ElementHints
{
    /// <summary>Pairs such as post-content: the first word says of what, the second that it is the text of it.</summary>
    private static readonly string[] Wholes = Words(
        """
        article art post entry story news single page topic blog main item text node detail details field maincontent full node journal
        material opinion press inner description content body editor rich wysiwyg prose the td jeg itemfulltext
        """);

    private static readonly string[] Texts = Words(
        """
        content body text details detail desc description copy paragraphs paragraph fulltext contents txt prose innercontent
        """);

    private static readonly FrozenSet<string> BodyNames = Set(
        """
        articlebody postcontent entrycontent storybody articletext articlecontent postbody newsbody newscontent newstext newsdetails
        fulltext itemfulltext storycontent storytext bodytext maintext wysiwyg postingbody pagecontent detailcontent mainbody
        articledetails newsbodytext longdesc storydetails postdetails richtext cke_editable bodycontent singlecontent thecontent
        topiccontent textbody
        """);

    private static readonly int ShortestBodyName = BodyNames.Min(x => x.Length);

    /// <summary>Parts of longer names that say enough by themselves: sharebuttons, mostreadlist, newslettersignup.</summary>
    private static readonly SearchValues<string> BoilerplateParts = Parts(
        """
        related breadcrumb sidebar newsletter advert sharing sharebutton socialshare socialicon addtoany mostread mostview mostpopular
        recommend taboola outbrain sponsor subscri readalso alsoread googlead adsbygoogle navigation pagination
        """);

    private static readonly SearchValues<string> CommentParts = Parts("comments commentlist disqus");

    private static readonly FrozenSet<string> BoilerplateRoles =
        Set("navigation complementary contentinfo search dialog alertdialog menu menubar toolbar tablist alert");

    private static readonly string[] LayoutBeginnings = ["tag-", "category-", "has-", "no-", "is-", "with-", "type-", "format-", "status-"];

    /// <summary>What each word of a name says, all in one table.</summary>
    private static readonly FrozenDictionary<string, NameWord> Known = Table(
        (ElementHint.Boilerplate,
            """
            related share shares sharing social socials sociable addthis sharethis sharedaddy jetpack breadcrumb breadcrumbs crumbs sidebar
            nav navbar navigation menu submenu megamenu footer newsletter subscribe subscription popup modal lightbox cookie cookies gdpr
            consent login signin signup register ads ad adv advert advertisement advertising advertorial banner banners sponsor sponsored
            promo promotion taboola outbrain mgid dfp gpt popular trending mostread mostviewed recommended recommendation recommendations
            suggested suggestions latest ticker marquee weather pagination pager paging pagenavi prevnext rating ratings poll polls vote
            skip follow followus backtotop offcanvas toc widget widgets teaser teasers readmore alsoread moretopics morenews seealso
            searchform search copyright copyrights donate donation app notification notifications push ezoic adsense interstitial playlist
            player
            """),
        (ElementHint.Comments, "comment comments respond disqus commentlist fbcomments replies discussion"),
        (ElementHint.Furniture,
            """
            meta byline dateline timestamp date time posted author authors writer publish published updated views viewed counter counters
            hits print printing printer tools toolbar tool fontsize resizer font icons icon buttons button btn tags tagcloud tagslist
            hashtags keywords category categories cat label badge kicker reading readtime listen audio download toggle bookmark favorite
            report source sources info postinfo postmeta entrymeta like likes reaction reactions emoji next prev previous tooltip toolbox
            status rate alert actions stats summary-tags labels
            """),
        (ElementHint.Caption,
            """
            caption captions figcaption credit credits photographer imgcaption photocaption imagecaption wp-caption legend
            """),
        (ElementHint.Hidden, "hidden hide invisible offscreen visuallyhidden sr screenreader"));

    /// <summary>A page repeats a few hundred names over thousands of elements.</summary>
    private readonly Dictionary<string, ElementHint> _seen = new(StringComparer.Ordinal);

    public ElementHint Of(MarkupElement element)
    {
        if (!element.HasAttributes) return ElementHint.None;
        if (StatesBody(element.ItemProp) || StatesBody(element.Property)) return ElementHint.Body;
        if (element.IsHidden) return ElementHint.Hidden;
        if (BoilerplateRoles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(element.Role)) return ElementHint.Boilerplate;
        var byClass = Of(element.Class);
        if (byClass == ElementHint.Body) return byClass;
        var forTests = Of(element.ForTests);
        return Stronger(Stronger(byClass, Of(element.Id)), forTests == ElementHint.Body ? ElementHint.None : forTests);
    }

    private static bool StatesBody(ReadOnlySpan<char> property) => !property.IsEmpty
        && (property.Contains("articleBody", StringComparison.OrdinalIgnoreCase) || property.Contains("content:encoded", StringComparison.Ordinal));

    private ElementHint Of(ReadOnlySpan<char> names)
    {
        if (names.IsEmpty) return ElementHint.None;
        var seen = _seen.GetAlternateLookup<ReadOnlySpan<char>>();
        if (seen.TryGetValue(names, out var hint)) return hint;
        return seen[names] = OfNames(names);
    }

    private static ElementHint Stronger(ElementHint a, ElementHint b) =>
        a == ElementHint.Body || b == ElementHint.Body ? ElementHint.Body : a == ElementHint.None ? b : b == ElementHint.None || a < b ? a : b;

    private static ElementHint OfNames(ReadOnlySpan<char> names)
    {
        var found = ElementHint.None;
        foreach (var range in names.Split(' '))
        {
            var name = names[range];
            if (name.IsEmpty || SaysLayout(name)) continue;
            var hint = OfName(name);
            if (hint == ElementHint.Hidden && names.Contains(':')) continue;
            if (hint != ElementHint.None) found = Stronger(found, hint);
        }

        return found;
    }

    /// <summary>Classes that describe the layout round an element, or a post's own categories, whose words mean nothing here.</summary>
    private static bool SaysLayout(ReadOnlySpan<char> name)
    {
        if (!name.ContainsAny('-', ':')) return false;
        foreach (var beginning in LayoutBeginnings)
            if (name.StartsWith(beginning)) return true;
        return name.Contains(':') || name.EndsWith("-active") || name.EndsWith("-enabled");
    }

    private static ElementHint OfName(ReadOnlySpan<char> name)
    {
        if (name is "page-links" or "pagelinks" or "more-on" or "see-also" or "read-also") return ElementHint.Boilerplate;
        if (name is "d-none" or "element-invisible" || name.StartsWith("sr-only") || name.StartsWith("screen-reader")) return ElementHint.Hidden;
        if (name.Length >= ShortestBodyName && BodyNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) return ElementHint.Body;
        var found = ElementHint.None;
        var body = false;
        var whole = false;
        var picture = false;
        var rest = name;
        var known = Known.GetAlternateLookup<ReadOnlySpan<char>>();
        while (NextWord(ref rest) is { IsEmpty: false } word)
        {
            known.TryGetValue(word, out var said);
            if (said.Hint != ElementHint.None) found = found == ElementHint.None || said.Hint < found ? said.Hint : found;
            else if (word.Length > 7 && OfPart(word) is var part and not ElementHint.None) found = part;
            if (picture && (said.IsText || word is "title" or "source" or "info")) return ElementHint.Caption;
            if (whole && said.IsText) body = true;
            whole = said.IsWhole;
            picture = word is "image" or "img" or "photo" or "picture" or "media" or "figure" or "gallery";
        }

        return found != ElementHint.None ? found : body ? ElementHint.Body : ElementHint.None;
    }

    private static ElementHint OfPart(ReadOnlySpan<char> word) =>
        word.ContainsAny(BoilerplateParts) ? ElementHint.Boilerplate : word.ContainsAny(CommentParts) ? ElementHint.Comments : ElementHint.None;

    /// <summary>The next word of a name: words end at anything that is no letter, and where a capital follows a small letter.</summary>
    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> rest)
    {
        var start = 0;
        while (start < rest.Length && !char.IsLetter(rest[start])) start++;
        var end = start;
        while (end < rest.Length && char.IsLetter(rest[end]) && !(end > start && char.IsUpper(rest[end]) && char.IsLower(rest[end - 1]))) end++;
        var word = rest[start..end];
        rest = rest[end..];
        return word;
    }

    /// <summary>A word that several lists have is what the first of them says.</summary>
    private static FrozenDictionary<string, NameWord> Table(params ReadOnlySpan<(ElementHint Hint, string Words)> lists)
    {
        var table = new Dictionary<string, NameWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var (hint, words) in lists)
            foreach (var word in Words(words)) table.TryAdd(word, new NameWord(hint, IsWhole: false, IsText: false));
        foreach (var word in Wholes) table[word] = table.GetValueOrDefault(word) with { IsWhole = true };
        foreach (var word in Texts) table[word] = table.GetValueOrDefault(word) with { IsText = true };
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static string[] Words(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static FrozenSet<string> Set(string words) => Words(words).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static SearchValues<string> Parts(string words) => SearchValues.Create(Words(words), StringComparison.OrdinalIgnoreCase);

    /// <summary>What a word of a name says by itself, of what it names the text, and that it says "text".</summary>
    private readonly record struct NameWord(ElementHint Hint, bool IsWhole, bool IsText);
}
