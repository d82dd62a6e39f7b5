using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using Dapper;
using PressIngest.Storage;

namespace PressIngest.Tests.EndToEnd;

/// <summary>The built program as a process of its own, as a user runs it, in a folder with a configuration of its own.</summary>
internal sealed class PressProgram : IDisposable
{
    public const int SigTerm = 15;
    public const int SigKill = 9;
    public const int SigInt = 2;

    public static readonly string Program =
        typeof(PressProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "Program").Value!;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    public PressProgram()
    {
        CopyFolder(Path.Combine(AppContext.BaseDirectory, "config"), _folder.File("config"));
    }

    public string Folder => _folder.Path;

    public string Database => _folder.File("data/press.db");

    /// <summary>Counts rows of the program's database: what stands behind FROM. None where the program is only now making the file.</summary>
    public int Count(string what)
    {
        if (!File.Exists(Database)) return 0;
        try
        {
            using var connection = new Database(Database).OpenForReading();
            return connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM {what}");
        }
        catch (StorageException)
        {
            return 0;
        }
    }

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>What starts the program, where it is not to be started as it is: its own command line comes behind.</summary>
    public IReadOnlyList<string> Launcher { get; set; } = [];

    /// <summary>Variables of its environment.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Runs a verb to its end.</summary>
    public async Task<Finished> RunAsync(params string[] arguments) => await RunWithInputAsync(null, arguments);

    public async Task<Finished> RunWithInputAsync(string? input, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null) await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', arguments)} did not end: {await error}", e);
        }

        return new Finished(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a verb that does not end by itself.</summary>
    public Running Begin(params string[] arguments) => new(Start(arguments));

    public void Dispose() => _folder.Dispose();

    private Process Start(string[] arguments)
    {
        var dotnet = System.Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";
        string[] command = [.. Launcher, dotnet, Program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(x => x.StartsWith("PRESSINGEST", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) System.IO.File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from)) CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    internal sealed record Finished(int ExitCode, string Output, string Error);

    internal sealed class Running : IDisposable
    {
        private readonly Process _process;
        private readonly ConcurrentQueue<string> _errors = new();
        private readonly Task _error;
        private readonly Task<string> _output;

        public Running(Process process)
        {
            _process = process;
            _error = ReadErrorsAsync();
            _output = process.StandardOutput.ReadToEndAsync();
        }

        public bool HasEnded => _process.HasExited;

        public int Id => _process.Id;

        /// <summary>What it has written to standard error so far.</summary>
        public IEnumerable<string> Errors => _errors;

        public string Said => string.Join('\n', _errors);

        /// <summary>The first line on standard error that holds the text, once it is there.</summary>
        public async Task<string> LineAsync(string text)
        {
            await Eventually.TrueAsync(() => _process.HasExited || _errors.Any(x => x.Contains(text, StringComparison.Ordinal)), $"it says '{text}'");
            if (_process.HasExited) await _error;
            return _errors.FirstOrDefault(x => x.Contains(text, StringComparison.Ordinal)) ?? throw new InvalidOperationException($"it ended and never said '{text}': {Said}");
        }

        public async Task SignalAsync(int signal)
        {
            using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
            await kill.WaitForExitAsync();
        }

        /// <summary>Sends the signal and waits for the end.</summary>
        public async Task<Finished> EndAsync(int signal)
        {
            await SignalAsync(signal);
            return await EndedAsync();
        }

        public async Task<Finished> EndedAsync()
        {
            using var patience = new CancellationTokenSource(Patience);
            await _process.WaitForExitAsync(patience.Token);
            await _error;
            return new Finished(_process.ExitCode, await _output, Said);
        }

        public void Dispose()
        {
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
            _process.Dispose();
        }

        private async Task ReadErrorsAsync()
        {
            while (await _process.StandardError.ReadLineAsync() is { } line) _errors.Enqueue(line);
        }
    }
}
