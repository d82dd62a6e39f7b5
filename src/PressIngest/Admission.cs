using PressIngest.Discovery;
using PressIngest.Extraction;
using PressIngest.Reading;
using PressIngest.Storage;

namespace PressIngest;

/// <summary>Which pages are stored. Pure.</summary>
internal static class Admission
{
    /// <summary>Why the page is left out, as an outcome and in words; null where it is stored.</summary>
    public static (string Outcome, string Reason)? Refusal(Source source, Article article)
    {
        if (article.Kind != PageKind.Article || article.Text.Length == 0)
            return (LinkOutcomes.NoArticle, article.Problem ?? $"the page holds no article: {Words(article.Kind)}");
        if (article.Language?.Value is { } language && language != source.Language)
            return (LinkOutcomes.OtherLanguage, $"the page is in '{language}', the source in '{source.Language}'");
        if (source.Keep.Count == 0) return null;
        var folded = ArabicText.Fold($"{article.Title?.Value}\n{article.Text}");
        return source.Keep.Any(x => folded.Contains(ArabicText.Fold(x), StringComparison.Ordinal)) ? null
            : (LinkOutcomes.NotKept, "none of the source's keep terms is in it");
    }

    private static string Words(PageKind kind) => kind switch
    {
        PageKind.Listing => "it lists others",
        PageKind.Error => "it tells of an error",
        PageKind.Blocked => "a login, consent or challenge page stands before it",
        _ => "it is empty",
    };
}
