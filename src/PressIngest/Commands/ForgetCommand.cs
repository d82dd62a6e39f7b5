using System.CommandLine;
using PressIngest.Storage;

namespace PressIngest.Commands;

/// <summary><c>forget --url URL</c>: a takedown. The article, its facts, page, versions
/// and links leave the file, and it is not taken in again.</summary>
internal static class ForgetCommand
{
    public static Command Create(GlobalOptions options)
    {
        var url = new Option<string>("--url") { Description = "An address of the article, as in articles.url or in a link to it",
            HelpName = "URL", Required = true };
        var command = new Command("forget", "Removes an article and every trace of it from the database, and never takes it in again") { url };
        command.SetAction(parsed => Run(new Database(parsed.GetValue(options.Db)!), parsed.GetValue(url)!));
        return command;
    }

    private static int Run(Database database, string url)
    {
        if (!File.Exists(database.Path)) throw new StorageException($"there is no database at {database.Path}: name another with --db");
        var removed = Takedown.Forget(database, url, TimeProvider.System.GetUtcNow());
        if (removed is { Articles: 0, Links: 0, Requests: 0 })
        {
            if (!removed.IsForgottenAlready) Console.Error.WriteLine($"nothing is stored under {url}: nothing was changed; look its address up in articles.url");
            else Console.Out.WriteLine("It was forgotten before: nothing of it is stored, and it is not taken in again.");
            return removed.IsForgottenAlready ? 0 : 1;
        }

        Console.Out.WriteLine(
            $"Removed {Words.Count(removed.Articles, "article")}, {Words.Count(removed.Links, "link")} and {Words.Count(removed.Requests, "request")} of the diary; not to be taken in again.");
        Console.Out.WriteLine("Copies made earlier (backups, snapshots, what an upgrade kept, exports) still hold it: remove them, or run 'forget' on them with --db.");
        return 0;
    }
}
