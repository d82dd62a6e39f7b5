using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>
/// Months as Arabic dates name them: the Latin names with their Maghreb forms, the Syriac ones of the Levant, those of the Hijri year.
/// The program's own, and not the lexicon's, since a page is read before and without the vocabulary of extraction.
/// </summary>
internal static class ArabicMonths
{
    private static readonly Dictionary<string, int> Gregorian = Table(
        "يناير كانون_الثاني جانفي جانفيي january jan", "فبراير شباط فيفري فبرائر february feb", "مارس آذار مارش march mar",
        "أبريل إبريل نيسان أفريل april apr", "مايو أيار ماي ماية may", "يونيو يونيه حزيران جوان june jun",
        "يوليو يوليه تموز جويلية يوليوز july jul", "أغسطس آب أوت غشت august aug", "سبتمبر أيلول شتنبر september sep sept",
        "أكتوبر تشرين_الأول october oct", "نوفمبر تشرين_الثاني نونبر november nov", "ديسمبر كانون_الأول دجنبر december dec");

    private static readonly Dictionary<string, int> Hijri = Table(
        "محرم محرم_الحرام المحرم", "صفر", "ربيع_الأول ربيع_أول", "ربيع_الثاني ربيع_الآخر ربيع_ثاني ربيع_آخر",
        "جمادى_الأولى جمادى_الأول جمادي_الأولى", "جمادى_الآخرة جمادى_الثانية جمادى_الثاني جمادي_الآخرة", "رجب", "شعبان", "رمضان", "شوال",
        "ذو_القعدة ذي_القعدة", "ذو_الحجة ذي_الحجة");

    /// <summary>Every word that stands in a month's name, folded.</summary>
    public static IEnumerable<string> Names => Gregorian.Keys.Concat(Hijri.Keys).SelectMany(x => x.Split(' '));

    /// <summary>The month that the words begin with, and how many of them name it; 0 where none does. Words are folded.</summary>
    public static (int Month, bool Hijri, int Length) At(IReadOnlyList<string> words, int at)
    {
        for (var length = Math.Min(2, words.Count - at); length > 0; length--)
        {
            var name = length == 2 ? words[at] + " " + words[at + 1] : words[at];
            if (Gregorian.TryGetValue(name, out var month)) return (month, false, length);
            if (Hijri.TryGetValue(name, out month)) return (month, true, length);
        }

        return default;
    }

    private static Dictionary<string, int> Table(params string[] months)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 1; month <= months.Length; month++)
            foreach (var name in months[month - 1].Split(' ')) table.TryAdd(ArabicText.Fold(name.Replace('_', ' ')), month);
        return table;
    }
}
