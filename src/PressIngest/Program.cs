using System.CommandLine;
using System.Text;
using PressIngest.Commands;
using PressIngest.Configuration;
using PressIngest.Storage;

// Arabic reaches the terminal and the pipe as UTF-8, without a byte order mark, whatever the locale says.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var parsed = CommandLine.Create().Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("Try: PressIngest --help");
    return 2;
}

var stop = StopSignals.Listen();
try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop);
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
