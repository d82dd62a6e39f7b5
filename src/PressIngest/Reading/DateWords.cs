using System.Buffers;
using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>The words that lines of dates are made of.</summary>
internal static class DateWords
{
    private const string Written =
        """
        قراءة القراءة للقراءة قراءات مشاهدة مشاهدات زيارة عدد الآن السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة سبت احد
        اثنين ثلاثاء اربعاء خميس جمعة يوم الساعة ساعة ساعات دقيقة دقائق ثانية ثوان منذ قبل صباحا صباح مساء ظهرا ص م هـ ه ميلادي هجري بتوقيت
        توقيت غرينتش جرينتش القاهرة مكة الرياض بيروت دمشق بغداد تونس الجزائر المغرب الرباط محلي المحلي gmt utc ast eet am pm نشر في بتاريخ
        تاريخ النشر اخر تحديث تم تحديثه التحديث حدث الموافق january february march april may june july august september october november
        december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu
        fri sat sun at on published updated last
        """;

    private static readonly HashSet<string> Words =
        [.. Written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(x => ArabicText.Fold(x)), .. ArabicMonths.Names];

    private static readonly SearchValues<char> Between = SearchValues.Create(" ,،/-:.()|+–tz");

    private const int LongestLine = 120;

    /// <summary>True for a folded line of nothing but a date, or a label that has lost its date.</summary>
    public static bool IsDateOnly(ReadOnlySpan<char> folded)
    {
        if (folded.Length >= LongestLine) return false;
        int numbers = 0, words = 0;
        var known = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in folded.SplitAny(Between))
        {
            var word = folded[range];
            if (word.IsEmpty) continue;
            words++;
            if (char.IsDigit(word[0])) numbers++;
            else if (!known.Contains(word)) return false;
        }

        return numbers > 0 || words is > 0 and <= 3;
    }
}
