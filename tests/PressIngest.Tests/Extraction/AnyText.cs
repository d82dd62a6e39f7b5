using FsCheck;
using FsCheck.Fluent;

namespace PressIngest.Tests.Extraction;

/// <summary>
/// Texts made at random of what press text is made of, and of what breaks it: words with marks, joiners and bidi controls, presentation
/// forms, both kinds of digits, every quotation mark, signs, addresses, half surrogates. Always the same texts, so that a run repeats.
/// </summary>
internal static class AnyText
{
    private static readonly string[] _pieces =
    [
        "حملة", "الحملة", "مبادرة", "وللمبادرة", "حملتي", "برنامج", "شتاء", "دافئ", "معا", "لا", "بعنوان", "تحت شعار", "وسم", "هاشتاق", "التي أطلقتها", "وزارة الصحة", "مثل", "أطلقت", "وقال",
        "مُحَمَّدٌ", "ســلام", "می\u200Cخواهم", "ﻣﺒﺎﺩﺭﺓ", "ﷺ", "لآ", "ٱلله", "گفتگو", "کتاب", "\u0651", "\u064B", "ـ",
        "TikTok", "MaskUp", "café", "ｆｕｌｌ", "X", "12", "٣٤٫٥", "۱۲", "2030", "%", "3,000",
        " ", " ", " ", " ", "\u00A0", "\n", "\n\n", "\r\n", "\u2028", "\t", ".", "..", "…", "،", "؛", "؟", "!", ":", "-", "–", "/", "_", "و",
        "«", "»", "“", "”", "\"", "'", "‘", "’", "(", ")", "[", "]", "#", "＃", "@", "＠", "&#1593;", "#وسم_ما", "MaskUp#", "@nour.press", "nour@", "a@b.example", "https://example.com/ا#ب",
        "\u200F", "\u200E", "\u202B", "\u202C", "\u2067", "\u2069", "\uFEFF", "\u00AD", "🎉", "👩\u200D👧", "\uD83D", "\uDE00", "\0", "\uFFFD", "漢字", "𐒠",
    ];

    private static readonly Gen<string> _texts = Gen.Elements(_pieces).ListOf().Select(string.Concat);

    /// <summary>Holds the claim against some hundreds of texts; the shortest that refutes it is shown.</summary>
    public static void Satisfies(Action<string> claim) =>
        Prop.ForAll(Arb.From(_texts), claim).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20_240_501, 7));
}
