using Microsoft.Extensions.Logging;

namespace PressIngest.Watching;

/// <summary>The events of the log. Names and numbers stay put: alerts are built on them.</summary>
internal static class Events
{
    public static readonly EventId Started = new(1, nameof(Started));
    public static readonly EventId Stopped = new(2, nameof(Stopped));
    public static readonly EventId DatabaseUpgraded = new(3, nameof(DatabaseUpgraded));
    public static readonly EventId EndpointListening = new(4, nameof(EndpointListening));
    public static readonly EventId ExportStarted = new(5, nameof(ExportStarted));
    public static readonly EventId ExportFailed = new(6, nameof(ExportFailed));
    public static readonly EventId ExportRecovered = new(7, nameof(ExportRecovered));

    public static readonly EventId RunEnded = new(10, nameof(RunEnded));
    public static readonly EventId RunNoted = new(11, nameof(RunNoted));
    public static readonly EventId RunFaulted = new(12, nameof(RunFaulted));
    public static readonly EventId SourceStateChanged = new(13, nameof(SourceStateChanged));
    public static readonly EventId DayEnded = new(14, nameof(DayEnded));

    public static readonly EventId LinkFailed = new(20, nameof(LinkFailed));
    public static readonly EventId LinkLeftOut = new(21, nameof(LinkLeftOut));
    public static readonly EventId ArticleFaulted = new(22, nameof(ArticleFaulted));

    public static readonly EventId ConfigNoted = new(30, nameof(ConfigNoted));
    public static readonly EventId ConfigReplaced = new(31, nameof(ConfigReplaced));
    public static readonly EventId ConfigRefused = new(32, nameof(ConfigRefused));
    public static readonly EventId ConfigRestored = new(33, nameof(ConfigRestored));
    public static readonly EventId ConfigFaulted = new(34, nameof(ConfigFaulted));

    public static readonly EventId HeartbeatFailed = new(40, nameof(HeartbeatFailed));
    public static readonly EventId DiaryFailed = new(41, nameof(DiaryFailed));
    public static readonly EventId DatabaseFailed = new(42, nameof(DatabaseFailed));
    public static readonly EventId ClockSet = new(43, nameof(ClockSet));
    public static readonly EventId AlertUndelivered = new(44, nameof(AlertUndelivered));

    public static readonly EventId BackupMade = new(50, nameof(BackupMade));
    public static readonly EventId BackupFailed = new(51, nameof(BackupFailed));
    public static readonly EventId CopySearchProgressed = new(52, nameof(CopySearchProgressed));
    public static readonly EventId CopySearchFailed = new(53, nameof(CopySearchFailed));
    public static readonly EventId CopySearchInterrupted = new(54, nameof(CopySearchInterrupted));
}
