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
            if (!uri.IsFile)
            {
                links.Add(link);
                continue;
            }

            var path = uri.IsUnc ? null : ConfinedPath.Find(configFolder, uri.LocalPath);
            if (path is null) outside++;
            else links.Add(link with { Url = FileUrl.Of(ConfinedPath.Relative(configFolder, path)), File = path });
        }

        if (outside == 0) return found with { Links = links };
        return found with { Links = links, Notes = [.. found.Notes, $"{outside} links lead to files outside the config folder and were left out"] };
    }
}
