using PressIngest.Configuration;
using PressIngest.Discovery;

namespace PressIngest.Commands;

/// <summary>What the operator says of a new source; what is left out is guessed.</summary>
internal sealed record AddRequest(string? Key, string? Name, string? Country, string? TimeZone, string? Every, bool AllowPrivate)
{
    public SourceEntry Entry(SiteFinding found, Uri url, Settings settings)
    {
        var country = Country ?? found.Country;
        return new SourceEntry(
            Key ?? FreeKey(found.Key, settings), Name ?? found.Name ?? url.Host, found.Source!.Kind, found.Source.Address, country, TimeZone
                ?? (country is null ? null : Countries.Zone(country)), Every, AllowPrivate);
    }

    private static string FreeKey(string wanted, Settings settings) =>
        settings.Find(wanted) is null ? wanted : Enumerable.Range(2, settings.Sources.Count + 1).Select(x => $"{wanted}-{x}").First(x => settings.Find(x) is null);
}
