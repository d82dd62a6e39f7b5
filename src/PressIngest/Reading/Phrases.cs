using System.Buffers;
using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>What a line of a page is by what it says.</summary>
internal enum LineKind
{
    Text,

    /// <summary>Introduces links to other articles: «اقرأ أيضا».</summary>
    Related,

    /// <summary>Share, follow and subscribe lines.</summary>
    Invitation,

    /// <summary>When it was published or changed.</summary>
    DateLine,

    /// <summary>Introduces the article's tags.</summary>
    Tags,

    /// <summary>Begins what stands behind an article: comments, their rules, rights, furniture of mobile versions.</summary>
    Behind,

    /// <summary>Marks an advertisement.</summary>
    Advertisement,
}

/// <summary>The set phrases of press pages, in Arabic as sites write them and in English where their software does. Compared folded.</summary>
internal static class Phrases
{
    /// <summary>A line with more words than this is a sentence that happens to begin so.</summary>
    private const int LongestLabel = 14;

    /// <summary>Invitations and lines of other articles run to a whole sentence: «تابعوا آخر الأخبار عبر …».</summary>
    private const int LongestSentence = 30;

    private const int LongestSingle = 2;
    private const int LongestHouseTalk = 600;

    /// <summary>One such phrase may be what an article is about: the privacy policy of a company, say.</summary>
    private const int FewestOfHouseTalk = 2;

    private static readonly char[] Edges = [.. " «»\"*-–•#|()[].><←→:/\\0123456789"];

    /// <summary>Where invitations lead.</summary>
    private static readonly SearchValues<string> Channels = SearchValues.Create([.. new[]
        {
            "فيسبوك", "تويتر", "واتساب", "واتس اب", "تلغرام", "تيليجرام", "تليجرام", "يوتيوب", "انستغرام", "إنستجرام", "لينكد", "قناة", "قناتنا",
            "صفحتنا", "حسابنا", "حساباتنا", "تطبيق", "النشرة", "نشرتنا", "بريدك", "الإشعارات", "أصدقائك", "صديق", "مواقع التواصل", "شبكات التواصل",
            "الرابط", "نبض", "جوجل نيوز", "غوغل نيوز", "اضغط هنا", "انقر هنا", "اضغطوا هنا", "javascript", "facebook", "twitter", "whatsapp",
                "telegram", "youtube", "instagram", "google", "newsletter", "app", "ملفات تعريف",
        }.Select(x => ArabicText.Fold(x))], StringComparison.Ordinal);

    /// <summary>By their first letter, so that a line is compared with few of them.</summary>
    private static readonly Dictionary<int, (LineKind Kind, string Text)[]> Beginnings = Folded(
        (LineKind.Related,
        [
            "اقرأ أيضا", "إقرأ أيضا", "اقرا ايضا", "اقرأي أيضا", "اقرأ المزيد", "اقرأ كذلك", "اقرأ التفاصيل", "اقرأ في", "اقرؤوا أيضا",
            "طالع أيضا", "طالع المزيد", "شاهد أيضا", "شاهدي أيضا", "شاهد المزيد", "تابع أيضا", "انظر أيضا",
            "قد يهمك", "قد يعجبك", "ربما يهمك", "يمكنك أيضا قراءة", "يمكنك قراءة", "مواضيع ذات صلة", "موضوعات ذات صلة", "مواضيع متعلقة",
            "موضوعات متعلقة", "موضوعات قد تهمك", "أخبار ذات صلة", "أخبار متعلقة", "أخبار قد تهمك",
            "مقالات ذات صلة", "مقالات مشابهة", "مواضيع مشابهة", "مواضيع متشابهة", "المواضيع المتشابهة", "المواضيع المشابهة", "أخبار مشابهة",
            "مقالات قد تهمك", "ذات صلة", "ذو صلة", "خبر ذو صلة", "خبر متعلق", "المزيد من الأخبار", "مزيد من الأخبار", "للمزيد", "لمزيد من",
            "المزيد عن", "المزيد من", "المزيد في", "الأكثر قراءة", "الأكثر مشاهدة", "الأكثر تصفحا", "الأكثر رواجا", "الأكثر شيوعا",
            "اخترنا لك", "اخترنا لكم", "نرشح لك", "ننصحك بقراءة", "نوصي بقراءة", "آخر الأخبار", "أحدث الأخبار", "أهم الأخبار", "الخبر السابق",
            "الخبر التالي", "المقال السابق", "المقال التالي", "الموضوع السابق", "الموضوع التالي", "السابق بوست", "القادم بوست", "المقالة السابقة",
            "المقالة التالية",
            "read also", "read more", "see also", "related", "you may also like", "also read", "most read", "more from", "previous post",
            "next post", "lire aussi",
        ]),
        (LineKind.Invitation,
        [
            "شارك", "شاركها", "شاركه", "شاركنا", "شارك المقال", "شارك الخبر", "شارك هذا", "شارك على", "شارك عبر", "مشاركة", "مشاركه", "المشاركة",
            "أرسل إلى صديق", "إرسال إلى صديق", "أرسل لصديق", "ارسال لصديق", "انشر", "غرد", "أعجبني", "طباعة", "نسخ الرابط", "تم نسخ الرابط",
            "تم النسخ", "انسخ الرابط", "رابط مختصر", "الرابط المختصر", "رابط المقال", "استمع", "حفظ", "مفضلة", "تكبير الخط", "تصغير الخط",
            "حجم الخط",
            "تابعونا", "تابعنا", "تابعوا", "تابع آخر", "تابعوا آخر", "تابع أحدث", "تابعوا أحدث", "تابعونا على", "تابعونا عبر", "تابعنا على",
            "تابعنا عبر", "اشترك في قناة", "اشترك في قناتنا", "اشترك في نشرتنا", "اشتركوا في قناة", "اشتركوا في قناتنا", "للمزيد من الأخبار",
            "لمزيد من الأخبار", "لمتابعة أحدث", "لمتابعة آخر", "لمتابعة المزيد", "يمكنك متابعة", "يمكنكم متابعة", "زوروا صفحتنا", "لأهم أخبار",
            "لقراءة المزيد", "اشترك", "اشتركوا", "للاشتراك", "انضم إلى", "انضموا إلى", "انضم لقناة",
            "حمل التطبيق", "حملوا التطبيق", "حمل تطبيق", "حمل الآن", "لمتابعة", "ليصلك", "لتصلك", "احصل على", "سجل الآن", "قناتنا على",
            "صفحتنا على", "النشرة البريدية", "النشرة الإخبارية", "فعل الإشعارات", "تفعيل الإشعارات",
            "share", "follow us", "subscribe", "sign up", "print", "copy link", "email", "tweet", "facebook", "twitter", "whatsapp", "telegram",
            "linkedin", "pinterest", "messenger", "google play", "app store", "فيسبوك", "تويتر", "واتساب", "تيليجرام", "تلغرام", "لينكد", "ماسنجر",
            "بينتيريست", "الصفحات", "pages", "لعرض هذا الفيديو", "لمشاهدة هذا الفيديو", "يرجى تفعيل",
            "please enable javascript", "to view this video",
            "ملفات تعريف الارتباط", "نستخدم ملفات", "يستخدم هذا الموقع ملفات",
        ]),
        (LineKind.DateLine,
        [
            "نشر في", "نشرت في", "نشر بتاريخ", "نشر يوم", "نشر الخبر في", "تم النشر", "تاريخ النشر", "تاريخ الخبر", "تاريخ التحديث", "آخر تحديث",
            "اخر تعديل", "آخر تعديل", "حدث في", "تم التحديث", "تحديث في", "عدد المشاهدات", "عدد القراءات", "عدد الزيارات", "مشاهدات",
            "زمن القراءة", "وقت القراءة", "مدة القراءة", "دقيقة للقراءة", "published", "posted on", "last updated", "updated", "last modified",
            "min read",
        ]),
        (LineKind.Tags,
        [
            "الكلمات المفتاحية", "كلمات مفتاحية", "كلمات دالة", "الكلمات الدالة", "الكلمات الدلالية", "كلمات دلالية", "كلمات البحث",
            "الوسوم", "وسوم", "العلامات", 
            "هاشتاغ", "التصنيفات", "التصنيف", "tags", "keywords", "categories", "filed under",
        ]),
        (LineKind.Behind,
        [
            "التعليقات", "تعليقات", "اترك تعليق", "اترك ردا", "اترك رد", "أضف تعليق", "إضافة تعليق", "اضف رد", "أضف ردا", "اكتب تعليق",
            "شاركنا برأيك", "شارك برأيك", "كن أول من يعلق", "لا توجد تعليقات", "لا يوجد تعليقات", "تعليقات الزوار", "آراء القراء",
            "تعليقات القراء", "لن يتم نشر عنوان بريدك", "سجل دخولك", "تسجيل الدخول",
            "جميع الحقوق محفوظة", "كافة الحقوق محفوظة", "حقوق النشر محفوظة", "exit mobile version", "site icon", "comments", "leave a comment",
            "leave a reply", "post a comment", "add comment", "no comments", "all rights reserved", "copyright", "view comments", "powered by",
            "الآراء الواردة", "الآراء المنشورة", "المقالات المنشورة لا تعبر", "هذا المقال لا يعبر", "المقال يعبر عن", "ترحب شبكة",
            "نرحب بتعليقاتكم", "إدارة الموقع غير مسؤولة", "التعليقات المنشورة", 
        ]),
        (LineKind.Advertisement,
        [
            "إعلان", "اعلان", "إعلانات", "الإعلان", "تابع القراءة بعد الإعلان", "يستمر المحتوى بعد الإعلان", "advertisement", "advertising",
            "sponsored", "محتوى إعلاني", "مادة إعلانية", "مساحة إعلانية", "إعلان ممول", "إعلان مدفوع", "محتوى ممول", "ads", "ad",
        ]));

    /// <summary>Rules for commenting and the like run over whole sentences: so much of this talk in one line is no article.</summary>
    private static readonly string[] HouseTalk = [.. new[]
        {
            "سياسة الخصوصية", "شروط الاستخدام", "شروط استخدام", "إرشادات الاستخدام", "مراجعة التعليقات", "التعليقات قبل نشرها", "لا تعبر عن رأي",
            "لا تعبر بالضرورة", "لا يعبر بالضرورة", "لا يعبر عن رأي", "تعبر عن رأي صاحبها", "تعبر عن آراء أصحابها", "وجهات نظر أصحابها",
            "تمثل وجهة نظر كاتبها", "وجهة نظر إدارة الموقع", "powered by", "ملفات تعريف الارتباط", "نحتفظ بحق", "يحتفظ الموقع بحق",
            "حقوق النشر محفوظة", "الحقوق محفوظة", "all rights reserved", "privacy policy", "terms of use", "عنوان بريدك الإلكتروني",
            "الحقول الإلزامية",
        }.Select(x => ArabicText.Fold(x))];

    private static readonly SearchValues<string> AnyHouseTalk = SearchValues.Create(HouseTalk, StringComparison.Ordinal);

    /// <param name="line">The line as it stands.</param>
    /// <param name="folded">The same, folded.</param>
    public static LineKind KindOf(string line, string folded)
    {
        var label = folded.AsSpan().Trim(Edges);
        if (label.IsEmpty) return LineKind.Invitation;
        if (label.Length < 2 || !Beginnings.TryGetValue(Key(label), out var beginnings)) return LineKind.Text;
        foreach (var (kind, beginning) in beginnings)
            if (Begins(label, beginning) && Fits(kind, beginning, label, line))
                return TextLine.Count(line).Words > LongestSentence ? LineKind.Text : kind;
        return LineKind.Text;
    }

    /// <summary>True for a line of disclaimers, rules or rights.</summary>
    public static bool IsHouseTalk(in ArticleLine line)
    {
        var folded = line.Folded;
        if (line.Text.Length > LongestHouseTalk || !folded.AsSpan().ContainsAny(AnyHouseTalk)) return false;
        return HouseTalk.Count(x => folded.Contains(x, StringComparison.Ordinal)) >= FewestOfHouseTalk;
    }

    /// <summary>True where a line is longer than a label: then it must be told from prose by more than its words.</summary>
    public static bool IsLong(string line) => TextLine.Count(line).Words > LongestLabel;

    /// <summary>
    /// Many sentences begin with the same words (شارك الوزير …, انضم إلى الفريق …): one word is a label only nearly alone, a longer
    /// invitation names where to follow or share, and a line of dates has a number.
    /// </summary>
    private static bool Fits(LineKind kind, string beginning, ReadOnlySpan<char> label, string line)
    {
        var words = TextLine.Count(label).Words;
        if (!beginning.Contains(' ')) return words <= (kind == LineKind.Behind ? 1 : LongestSingle)
            || (kind == LineKind.Tags && words <= LongestLabel);
        if (words <= LongestSingle + 2) return true;
        return kind switch
        {
            LineKind.Related => true,
            LineKind.Invitation => label.ContainsAny(Channels),
            LineKind.DateLine => words <= LongestLabel && line.Any(char.IsDigit),
            _ => words <= LongestLabel,
        };
    }

    private static bool Begins(ReadOnlySpan<char> label, string beginning) =>
        label.StartsWith(beginning, StringComparison.Ordinal)
        && (label.Length == beginning.Length || !char.IsLetterOrDigit(label[beginning.Length]));

    private static Dictionary<int, (LineKind Kind, string Text)[]> Folded(params (LineKind Kind, string[] Phrases)[] kinds) => kinds
        .SelectMany(x => x.Phrases.Select(p => ArabicText.Fold(p)).OrderByDescending(p => p.Length), (x, text) => (x.Kind, Text: text))
        .GroupBy(x => Key(x.Text)).ToDictionary(x => x.Key, x => x.ToArray());

    private static int Key(ReadOnlySpan<char> text) => (text[0] << 16) | text[1];
}
