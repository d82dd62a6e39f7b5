namespace PressIngest.Extraction.Campaigns;

/// <summary>الأول to العاشر in both genders, folded.</summary>
internal static class Ordinals
{
    private static readonly HashSet<string> _words =
    [
        "الاول", "الاولي", "الثاني", "الثانيه", "الثالث", "الثالثه", "الرابع", "الرابعه", "الخامس", "الخامسه", "السادس", "السادسه",
        "السابع", "السابعه", "الثامن", "الثامنه", "التاسع", "التاسعه", "العاشر", "العاشره",
    ];

    public static bool Has(string folded) => _words.Contains(folded);
}
