using System.Diagnostics;
using Microsoft.Data.Sqlite;
using PressIngest.Storage;

namespace PressIngest.Benchmarks;

/// <summary>The program as a process against outlets on this machine: pages a second end to end, and what is left when it is killed.</summary>
internal static class CrawlBenchmark
{
    public static async Task<int> RunAsync(int articles, int hosts, int kills)
    {
        var perHost = Math.Max(1, articles / hosts);
        await using var site = await PressSite.StartAsync(hosts, perHost);
        var folder = Directory.CreateTempSubdirectory("press-crawl-").FullName;
        try
        {
            var config = Path.Combine(folder, "config");
            Directory.CreateDirectory(Path.Combine(config, "lexicon"));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "config/lexicon"))) File.Copy(file, Path.Combine(config, "lexicon", Path.GetFileName(file)));
            await File.WriteAllTextAsync(Path.Combine(config, "sources.yaml"), site.Sources(hosts));
            for (var kill = 1; kill <= kills; kill++)
            {
                using var process = Start(folder);
                await Task.Delay(Random.Shared.Next(500, 6000));
                process.Kill();
                await process.WaitForExitAsync();
                Console.WriteLine($"kill {kill}: {Count(folder)} articles, integrity {Integrity(folder)}");
            }

            var start = Stopwatch.GetTimestamp();
            var before = Count(folder);
            using (var process = Start(folder)) await process.WaitForExitAsync();
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var stored = Count(folder);
            Console.WriteLine($"{stored} of {perHost * hosts} articles from {hosts} hosts, integrity {Integrity(folder)}");
            Console.WriteLine($"the last run: {stored - before} articles in {seconds:N1} s, {(stored - before) / seconds:N0} a second, start of the program included");
            return stored == perHost * hosts && Integrity(folder) == "ok" ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, "once"]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static long Count(string folder) => Query(folder, "SELECT COUNT(*) FROM article") is long count ? count : 0;

    private static string Integrity(string folder) => Query(folder, "PRAGMA integrity_check") as string ?? "no file";

    private static object? Query(string folder, string sql)
    {
        var path = Path.Combine(folder, "data/press.db");
        if (!File.Exists(path)) return null;
        NativeSqlite.Initialize();
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        try
        {
            return command.ExecuteScalar();
        }
        catch (SqliteException)
        {
            // Killed before it had made its tables.
            return null;
        }
    }
}
