using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>What kind of page it is: fetching tries a blocked one again later, and only articles are stored.</summary>
internal static class PageKindReader
{
    private const int FewestWords = 12;

    /// <summary>Error and challenge pages say little.</summary>
    private const int LittleText = 60;

    private const int ManyTeasers = 5;
    private const int WordsOfTeaser = 45;

    private static readonly string[] Challenges = Folded(
        "just a moment", "attention required", "access denied", "security check", "checking your browser", "are you a robot", "captcha",
        "ddos protection", "request blocked", "unusual traffic", "enable javascript and cookies", "verify you are human",
        "التحقق من أنك", "لست روبوت", "ممنوع الوصول", "الوصول مرفوض", "تسجيل الدخول", "سجل الدخول", "log in", "sign in",
        "هذا المحتوى للمشتركين", "للمشتركين فقط",
        "before you continue to", "we value your privacy", "your privacy choices", "cookie consent", "نقدر خصوصيتك",
        "نحترم خصوصيتك", "خصوصيتك تهمنا");

    private static readonly string[] Errors = Folded(
        "404", "not found", "page not found", "error 500", "error 403", "server error", "bad gateway", "service unavailable",
        "الصفحة غير موجودة", "الصفحة المطلوبة غير", "صفحة غير موجودة", "لم يتم العثور", "حدث خطأ", "انتهت صلاحية", "المقال غير موجود");

    public static PageKind Of(PageTree tree, PageHead head, Body body)
    {
        if (body.Words < LittleText)
        {
            var said = ArabicText.Fold($"{head.Title} {Headings(tree)}");
            if (Errors.Any(x => said.Contains(x, StringComparison.Ordinal))) return PageKind.Error;
            if (Challenges.Any(x => said.Contains(x, StringComparison.Ordinal))) return PageKind.Blocked;
            if (body.Words < FewestWords && HasPassword(tree)) return PageKind.Blocked;
        }

        if (body.Words < FewestWords) return Teasers(tree, 0) >= ManyTeasers ? PageKind.Listing : PageKind.Empty;
        if (head.JsonLd.Type is not (null or "WebPage") || head.Meta("og:type")?.Value == "article") return PageKind.Article;
        if (head.Meta("article:published_time") is not null) return PageKind.Article;
        var teasers = Teasers(tree, body.Node);
        return teasers >= ManyTeasers && body.Words < teasers * WordsOfTeaser ? PageKind.Listing : PageKind.Article;
    }

    private static string Headings(PageTree tree)
    {
        var text = new TextLine();
        for (var i = 0; i < tree.Nodes.Length && text.Length < 500; i++)
        {
            if (tree.Nodes[i].Name != "h1") continue;
            text.Append(tree.TextOf(i));
            text.Append(" ");
        }

        return text.ToString();
    }

    /// <summary>Headlines that are links, to other articles, within an element.</summary>
    private static int Teasers(PageTree tree, int within)
    {
        var count = 0;
        foreach (ref readonly var node in tree.Nodes[within..tree.Nodes[within].End])
            if (PageNode.IsHeading(node.Name) && node.Words >= 3 && node.LinkedWords >= node.Words * 0.8) count++;
        return count;
    }

    private static bool HasPassword(PageTree tree)
    {
        foreach (ref readonly var node in tree.Nodes)
            if (node.Name == "input" && node.Element!.Attribute("type") == "password") return true;
        return false;
    }

    private static string[] Folded(params string[] phrases) => [.. phrases.Select(x => ArabicText.Fold(x))];
}
