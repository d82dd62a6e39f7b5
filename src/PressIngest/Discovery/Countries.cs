using System.Collections.Frozen;

namespace PressIngest.Discovery;

/// <summary>The time zone that a country's press writes in: the Arab countries, and those
/// elsewhere with Arabic outlets. Of several, the capital's.</summary>
internal static class Countries
{
    private static readonly FrozenDictionary<string, string> Zones = new Dictionary<string, string>
    {
        ["AE"] = "Asia/Dubai", ["BH"] = "Asia/Bahrain", ["DJ"] = "Africa/Djibouti", ["DZ"] = "Africa/Algiers",
        ["EG"] = "Africa/Cairo", ["IQ"] = "Asia/Baghdad",
        ["JO"] = "Asia/Amman", ["KM"] = "Indian/Comoro", ["KW"] = "Asia/Kuwait", ["LB"] = "Asia/Beirut", ["LY"] = "Africa/Tripoli",
        ["MA"] = "Africa/Casablanca",
        ["MR"] = "Africa/Nouakchott", ["OM"] = "Asia/Muscat", ["PS"] = "Asia/Hebron", ["QA"] = "Asia/Qatar", ["SA"] = "Asia/Riyadh",
        ["SD"] = "Africa/Khartoum",
        ["SO"] = "Africa/Mogadishu", ["SY"] = "Asia/Damascus", ["TN"] = "Africa/Tunis", ["YE"] = "Asia/Aden",
        ["CN"] = "Asia/Shanghai", ["DE"] = "Europe/Berlin", ["FR"] = "Europe/Paris", ["GB"] = "Europe/London",
        ["IL"] = "Asia/Jerusalem", ["IR"] = "Asia/Tehran",
        ["RU"] = "Europe/Moscow", ["SS"] = "Africa/Juba", ["TD"] = "Africa/Ndjamena", ["TR"] = "Europe/Istanbul", ["US"] = "America/New_York",
    }.ToFrozenDictionary();

    /// <summary>IANA name by ISO 3166 code; null where it is not known here. SO, TD and
    /// the like are countries; .tv, .me and .co sell names.</summary>
    public static string? Zone(string country) => Zones.GetValueOrDefault(country);
}
