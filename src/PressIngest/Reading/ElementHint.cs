using AngleSharp.Dom;

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
    private static readonly Dictionary<string, ElementHint> Words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Pairs such as post-content: the first word says of what, the second that it is the text of it.</summary>
    private static readonly HashSet<string> Wholes = Set(
        """
        article art post entry story news single page topic blog main item text node detail details field maincontent full node journal
        material opinion press inner description content body editor rich wysiwyg prose the td jeg itemfulltext
        """);

    private static readonly HashSet<string> Texts = Set(
        """
        content body text details detail desc description copy paragraphs paragraph fulltext contents txt prose innercontent
        """);

    private static readonly HashSet<string> BodyNames = Set(
        """
        articlebody postcontent entrycontent storybody articletext articlecontent postbody newsbody newscontent newstext newsdetails
        fulltext itemfulltext storycontent storytext bodytext maintext wysiwyg postingbody pagecontent detailcontent mainbody
        articledetails newsbodytext longdesc storydetails postdetails richtext cke_editable bodycontent singlecontent thecontent
        topiccontent textbody
        """);

    /// <summary>Parts of longer names that say enough by themselves: sharebuttons, mostreadlist, newslettersignup.</summary>
    private static readonly string[] BoilerplateParts = [.. Set(
        """
        related breadcrumb sidebar newsletter advert sharing sharebutton socialshare socialicon addtoany mostread mostview mostpopular
        recommend taboola outbrain sponsor subscri readalso alsoread googlead adsbygoogle navigation pagination
        """)];

    private static readonly string[] CommentParts = ["comments", "commentlist", "disqus"];

    private static readonly HashSet<string> BoilerplateRoles =
        Set("navigation complementary contentinfo search dialog alertdialog menu menubar toolbar tablist alert");

    private static readonly string[] LayoutBeginnings = ["tag-", "category-", "has-", "no-", "is-", "with-", "type-", "format-", "status-"];

    static ElementHints()
    {
        Add(ElementHint.Boilerplate,
            """
            related share shares sharing social socials sociable addthis sharethis sharedaddy jetpack breadcrumb breadcrumbs crumbs sidebar
            nav navbar navigation menu submenu megamenu footer newsletter subscribe subscription popup modal lightbox cookie cookies gdpr
            consent login signin signup register ads ad adv advert advertisement advertising advertorial banner banners sponsor sponsored
            promo promotion taboola outbrain mgid dfp gpt popular trending mostread mostviewed recommended recommendation recommendations
            suggested suggestions latest ticker marquee weather pagination pager paging pagenavi prevnext rating ratings poll polls vote
            skip follow followus backtotop offcanvas toc widget widgets teaser teasers readmore alsoread moretopics morenews seealso
            searchform search copyright copyrights donate donation app notification notifications push ezoic adsense interstitial playlist
            player
            """);
        Add(ElementHint.Comments, "comment comments respond disqus commentlist fbcomments replies discussion");
        Add(ElementHint.Furniture,
            """
            meta byline dateline timestamp date time posted author authors writer publish published updated views viewed counter counters
            hits print printing printer tools toolbar tool fontsize resizer font icons icon buttons button btn tags tagcloud tagslist
            hashtags keywords category categories cat label badge kicker reading readtime listen audio download toggle bookmark favorite
            report source sources info postinfo postmeta entrymeta like likes reaction reactions emoji next prev previous tooltip toolbox
            status rate alert actions stats summary-tags labels
            """);
        Add(ElementHint.Caption,
            """
            caption captions figcaption credit credits photographer imgcaption photocaption imagecaption wp-caption legend
            """);
        Add(ElementHint.Hidden, "hidden hide invisible offscreen visuallyhidden sr screenreader");
    }

    /// <summary>A page repeats a few hundred names over thousands of elements.</summary>
    private readonly Dictionary<string, ElementHint> _known = new(StringComparer.Ordinal);

    public ElementHint Of(IElement element)
    {
        if (element.Attributes.Length == 0) return ElementHint.None;
        if (StatesBody(element.GetAttribute("itemprop")) || StatesBody(element.GetAttribute("property"))) return ElementHint.Body;
        if (IsHidden(element)) return ElementHint.Hidden;
        if (element.GetAttribute("role") is { } role && BoilerplateRoles.Contains(role)) return ElementHint.Boilerplate;
        var byClass = Known(element.ClassName);
        if (byClass == ElementHint.Body) return byClass;
        // Class names made by build tools say nothing; such pages name their parts for tests and statistics.
        var byData = Known(element.GetAttribute("data-e2e") ?? element.GetAttribute("data-testid") ?? element.GetAttribute("data-component"));
        return Stronger(Stronger(byClass, Known(element.Id)), byData == ElementHint.Body ? ElementHint.None : byData);
    }

    private static bool StatesBody(string? property) => property is not null
        && (property.Contains("articleBody", StringComparison.OrdinalIgnoreCase) || property.Contains("content:encoded", StringComparison.Ordinal));

    private ElementHint Known(string? names)
    {
        if (string.IsNullOrEmpty(names)) return ElementHint.None;
        if (_known.TryGetValue(names, out var hint)) return hint;
        return _known[names] = OfNames(names);
    }

    private static ElementHint Stronger(ElementHint a, ElementHint b) =>
        a == ElementHint.Body || b == ElementHint.Body ? ElementHint.Body : a == ElementHint.None ? b : b == ElementHint.None || a < b ? a : b;

    private static ElementHint OfNames(string names)
    {
        var found = ElementHint.None;
        foreach (var range in names.AsSpan().Split(' '))
        {
            var name = names.AsSpan(range);
            if (name.IsEmpty || SaysLayout(name)) continue;
            var hint = OfName(name);
            if (hint == ElementHint.Hidden && names.Contains(':', StringComparison.Ordinal)) continue;
            if (hint != ElementHint.None) found = Stronger(found, hint);
        }

        return found;
    }

    /// <summary>Classes that describe the layout round an element, or a post's own categories, whose words mean nothing here.</summary>
    private static bool SaysLayout(ReadOnlySpan<char> name)
    {
        foreach (var beginning in LayoutBeginnings)
            if (name.StartsWith(beginning)) return true;
        return name.Contains(':') || name.EndsWith("-active") || name.EndsWith("-enabled");
    }

    private static ElementHint OfName(ReadOnlySpan<char> name)
    {
        var words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        var wholes = Wholes.GetAlternateLookup<ReadOnlySpan<char>>();
        var texts = Texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (name is "page-links" or "pagelinks" or "more-on" or "see-also" or "read-also") return ElementHint.Boilerplate;
        if (name is "d-none" or "element-invisible" || name.StartsWith("sr-only") || name.StartsWith("screen-reader")) return ElementHint.Hidden;
        if (BodyNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) return ElementHint.Body;
        var found = ElementHint.None;
        var body = false;
        var whole = false;
        var picture = false;
        var rest = name;
        while (NextWord(ref rest) is { IsEmpty: false } word)
        {
            if (words.TryGetValue(word, out var hint)) found = found == ElementHint.None || hint < found ? hint : found;
            else if (word.Length > 7 && OfPart(word) is var part and not ElementHint.None) found = part;
            if (picture && (texts.Contains(word) || word is "title" or "source" or "info")) return ElementHint.Caption;
            if (whole && texts.Contains(word)) body = true;
            whole = wholes.Contains(word);
            picture = word is "image" or "img" or "photo" or "picture" or "media" or "figure" or "gallery";
        }

        return found != ElementHint.None ? found : body ? ElementHint.Body : ElementHint.None;
    }

    private static ElementHint OfPart(ReadOnlySpan<char> word)
    {
        foreach (var part in BoilerplateParts)
            if (word.Contains(part, StringComparison.OrdinalIgnoreCase)) return ElementHint.Boilerplate;
        foreach (var part in CommentParts)
            if (word.Contains(part, StringComparison.OrdinalIgnoreCase)) return ElementHint.Comments;
        return ElementHint.None;
    }

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

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true") return true;
        return element.GetAttribute("style") is { } style && (Says(style, "display", "none") || Says(style, "visibility", "hidden"));
    }

    private static bool Says(string style, string property, string value)
    {
        var at = style.IndexOf(property, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + property.Length).TrimStart(" :").StartsWith(value, StringComparison.OrdinalIgnoreCase);
    }

    private static void Add(ElementHint hint, string words)
    {
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) Words.TryAdd(word, hint);
    }

    private static HashSet<string> Set(string words) =>
        new(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
