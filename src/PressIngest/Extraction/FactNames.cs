namespace PressIngest.Extraction;

/// <summary>What the values of facts are called in JSON and in the database.</summary>
internal static class FactNames
{
    public static string Of(FigureUnit unit) => unit switch
    {
        FigureUnit.Percent => "percent",
        FigureUnit.Money => "money",
        FigureUnit.Measure => "measure",
        _ => "count",
    };

    public static string Of(Qualifier qualifier) => qualifier switch
    {
        Qualifier.MoreThan => "more_than",
        Qualifier.LessThan => "less_than",
        Qualifier.About => "about",
        Qualifier.UpTo => "up_to",
        Qualifier.AtLeast => "at_least",
        _ => "exact",
    };

    public static string Of(QuotationKind kind) => kind == QuotationKind.Direct ? "direct" : "indirect";

    public static string Of(Place place) => place == Place.Title ? "title" : "text";
}
