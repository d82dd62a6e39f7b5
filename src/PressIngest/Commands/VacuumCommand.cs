using System.CommandLine;
using PressIngest.Storage;

namespace PressIngest.Commands;

/// <summary><c>vacuum</c>: writes the database anew, as small as it can be.</summary>
internal static class VacuumCommand
{
    public static Command Create(GlobalOptions options)
    {
        var command = new Command("vacuum", "Writes the database anew, as small and as quick as it can be; needs its size again on the disk meanwhile");
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(options.Db)!;
            var (before, after) = Compaction.Run(new Database(path));
            Console.Out.WriteLine($"{path}: {before:N0} bytes before, {after:N0} now");
            return 0;
        });
        return command;
    }
}
