using System.CommandLine;
using PressIngest.Storage;

namespace PressIngest.Commands;

/// <summary><c>snapshot FILE</c>: a consistent copy of the database while the service runs.</summary>
internal static class SnapshotCommand
{
    public static Command Create(GlobalOptions options)
    {
        var file = new Argument<string>("FILE") { Description = "The new file" };
        var command = new Command("snapshot", "Writes a consistent copy of the database while the service runs") { file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            Snapshot.Write(new Database(parsed.GetValue(options.Db)!), path);
            Console.Out.WriteLine($"{path}: {new FileInfo(path).Length:N0} bytes, checked");
            return 0;
        });
        return command;
    }
}
