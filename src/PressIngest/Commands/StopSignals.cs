using System.Runtime.InteropServices;

namespace PressIngest.Commands;

/// <summary>
/// Ctrl-C, SIGTERM and SIGQUIT ask the program to end in order, as often as they come and as long as it lives: a signal that comes when the work has
/// just ended must not make a crash of an orderly end. What has not ended in time is ended.
/// </summary>
internal static class StopSignals
{
    /// <summary>Docker kills after as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly CancellationTokenSource Asked = new();
    private static readonly Timer End = new(_ => Environment.Exit(1));
    private static PosixSignalRegistration[] _signals = [];

    /// <summary>Listens from now on. The token is cancelled by the first signal.</summary>
    public static CancellationToken Listen()
    {
        _signals = [.. _signals, .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT }.Select(x => PosixSignalRegistration.Create(x, Stop))];
        return Asked.Token;
    }

    private static void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (Asked.IsCancellationRequested) return;
        End.Change(Patience, Timeout.InfiniteTimeSpan);
        Asked.Cancel();
    }
}
