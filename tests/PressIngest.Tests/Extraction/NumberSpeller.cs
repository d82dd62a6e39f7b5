namespace PressIngest.Tests.Extraction;

/// <summary>
/// Spells whole numbers in Arabic by the rules of the grammar books: gender reversed from three to ten, duals, the accusative behind 11 to
/// 99, both cases. Written apart from the reader, so that one tests the other.
/// </summary>
internal sealed class NumberSpeller(bool feminine, bool oblique)
{
    private static readonly (long Value, string One, string Accusative, string Two, string TwoOblique, string Many)[] _scales =
    [
        (1_000_000_000, "مليار", "مليارا", "ملياران", "مليارين", "مليارات"),
        (1_000_000, "مليون", "مليونا", "مليونان", "مليونين", "ملايين"),
        (1_000, "ألف", "ألفا", "ألفان", "ألفين", "آلاف"),
    ];

    private static readonly string[] _beforeMasculine = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"];
    private static readonly string[] _beforeFeminine = ["", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر"];
    private static readonly string[] _tens = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];
    private static readonly string[] _hundreds = ["", "مئة", "", "ثلاثمئة", "أربعمائة", "خمسمئة", "ستمائة", "سبعمئة", "ثمانمائة", "تسعمئة"];

    public string Spell(long number)
    {
        if (number == 0) return "صفر";
        var parts = new List<string>();
        foreach (var (value, one, accusative, two, twoOblique, many) in _scales)
        {
            var count = number / value;
            number %= value;
            if (count == 0) continue;
            parts.Add(count switch
            {
                1 => one,
                2 => oblique ? twoOblique : two,
                _ => Group((int)count, counted: false) + " " + ((count % 100) switch { >= 3 and <= 10 => many, >= 11 => accusative, _ => one }),
            });
        }

        if (number > 0) parts.Add(Group((int)number, feminine));
        return string.Join(" و", parts);
    }

    private string Group(int number, bool counted)
    {
        var parts = new List<string>();
        if (number >= 100) parts.Add(number / 100 == 2 ? (oblique ? "مائتين" : "مئتان") : _hundreds[number / 100]);
        var rest = number % 100;
        var units = counted ? _beforeFeminine : _beforeMasculine;
        if (rest is >= 11 and <= 19) parts.Add(Teen(rest - 10, counted));
        else if (rest is > 0 and <= 10) parts.Add(Unit(units, rest));
        else if (rest >= 20)
        {
            if (rest % 10 > 0) parts.Add(rest % 10 == 1 && counted ? "إحدى" : Unit(units, rest % 10));
            parts.Add(_tens[rest / 10] + (oblique ? "ين" : "ون"));
        }

        return string.Join(" و", parts);
    }

    private string Unit(string[] units, int unit) => unit == 2 && oblique ? units[2].Replace("ان", "ين", StringComparison.Ordinal) : units[unit];

    private string Teen(int unit, bool counted) => unit switch
    {
        1 => counted ? "إحدى عشرة" : "أحد عشر",
        2 => (counted, oblique) switch { (true, true) => "اثنتي عشرة", (true, false) => "اثنتا عشرة", (false, true) => "اثني عشر", _ => "اثنا عشر" },
        8 when counted => "ثماني عشرة",
        _ => counted ? _beforeFeminine[unit] + " عشرة" : _beforeMasculine[unit] + " عشر",
    };
}
