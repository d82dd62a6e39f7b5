namespace PressIngest.Tests.EndToEnd;

/// <summary>A little outlet: a feed and its articles, of any number and version.</summary>
internal static class PressPages
{
    public static string Feed(Uri site, params (int Number, string Title)[] articles) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>صحيفة الميناء</title>
        {string.Concat(articles.Select(x => $"<item><title>{x.Title}</title><link>{new Uri(site, $"/news/{x.Number}")}</link></item>"))}
        </channel></rss>
        """;

    public static string Article(string title, string body) =>
        $"""
        <!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title} | صحيفة الميناء</title><meta property="og:title" content="{title}"></head>
        <body><header><nav><a href="/">الرئيسية</a> <a href="/politics">سياسة</a> <a href="/sport">رياضة</a></nav></header>
        <main><article><h1>{title}</h1>
        <p>{body}</p>
        <p>وقال مدير المكتبة العامة سامر النجار إن المكتبة استقبلت أكثر من 1200 زائر في الأسبوع الأول، وإن القاعات ستبقى مفتوحة حتى المساء طوال أيام المعرض.</p>
        <p>وأطلقت المكتبة مبادرة «كتاب لكل بيت» عبر وسم #كتاب_لكل_بيت لجمع الكتب المستعملة وتوزيعها على المدارس في الأحياء البعيدة عن مركز المدينة.</p>
        </article></main><footer>جميع الحقوق محفوظة لصحيفة الميناء</footer></body></html>
        """;

    public static string Sources(Uri site, string every = "1s") =>
        $"""
        sources:
          - key: harbour
            name: صحيفة الميناء
            country: LB
            timezone: Asia/Beirut
            feed: {new Uri(site, "/feed")}
            every: {every}
            delay: 0
            allow_private: true
        """;
}
