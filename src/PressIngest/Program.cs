using System.CommandLine;
using System.Text;
using PressIngest.Commands;
using PressIngest.Configuration;
using PressIngest.Storage;

// Arabic reaches the terminal and the pipe as UTF-8, without a byte order mark, whatever the locale says.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var options = new GlobalOptions();
var root = new RootCommand("PressIngest: Arabic press articles in; campaigns, hashtags, quotations and figures out, in a SQLite file")
{
    options.Config,
    options.Db,
    RunCommand.Create(options),
    OnceCommand.Create(options),
    ExtractCommand.Create(options),
    CheckCommand.Create(options),
    SourcesCommand.Create(options),
    StatsCommand.Create(options),
    ReextractCommand.Create(options),
    ExportCommand.Create(options),
    MetadataCommand.Create(options),
    SnapshotCommand.Create(options),
    VacuumCommand.Create(options),
    ForgetCommand.Create(options),
    HealthCommand.Create(options),
};
root.SetAction((parsed, cancellationToken) => RunCommand.RunAsync(parsed.GetValue(options.Config)!, parsed.GetValue(options.Db)!, cancellationToken));

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("Try: PressIngest --help");
    return 2;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
}
catch (ConfigException e)
{
    foreach (var problem in e.Problems) Console.Error.WriteLine(problem);
    return 1;
}
catch (StorageException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped. What was stored stays.");
    return 1;
}
