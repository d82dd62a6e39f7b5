namespace PressIngest.Discovery;

/// <summary>The links of a feed that is itself a file: pages beside it are read in place, and no other file of the machine is.</summary>
internal static class FeedFiles
{
    public static DiscoveryResult.Found Confine(DiscoveryResult.Found found, string configFolder)
    {
        var links = new List<ArticleLink>();
        var outside = 0;
        foreach (var link in found.Links)
        {
            var uri = new Uri(link.Url);
            if (!uri.IsFile) links.Add(link);
            else if (!uri.IsUnc && ConfinedPath.Find(configFolder, uri.LocalPath) is { } path) links.Add(link with { Url = FileUrl.Of(ConfinedPath.Relative(configFolder, path)), File = path });
            else outside++;
        }

        return found with { Links = links, Notes = outside == 0 ? found.Notes : [.. found.Notes, $"{outside} links lead to files outside the config folder and were left out"] };
    }
}
