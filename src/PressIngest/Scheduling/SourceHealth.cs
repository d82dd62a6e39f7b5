using PressIngest.Discovery;
using PressIngest.Storage;

namespace PressIngest.Scheduling;

/// <summary>What a run came to, as far as the source's health goes.</summary>
/// <param name="Failure">Why the source itself could not be looked at; null where it could.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Added">New articles.</param>
/// <param name="Pages">Pages that were asked for.</param>
/// <param name="BlockedPages">Pages that a login, consent or challenge page, or a 401 or 403, stood before.</param>
/// <param name="DriftedPages">Pages on which the site rules matched nothing.</param>
/// <param name="LostItems">Everything that the source lists is new, though it was known before: what came between was missed.</param>
/// <param name="IsOwnFault">Nothing at all could be reached: the network here is down, or the service has only just started.</param>
/// <param name="RetryAfter">How long the site asks to be left alone.</param>
/// <param name="FreshFor">How long the source says that it need not be asked again.</param>
internal sealed record RunVerdict(
    DiscoveryFailure? Failure = null, string? Message = null, int Added = 0, int Pages = 0, int BlockedPages = 0,
    int DriftedPages = 0, bool LostItems = false,
    bool IsOwnFault = false, TimeSpan? RetryAfter = null, TimeSpan? FreshFor = null);

/// <summary>
/// The state of a source after a run, and when it is looked at next. Pure. A source is never switched off: failures make its interval grow, to a day
/// at the most, and each success brings it one step back.
/// </summary>
internal static class SourceHealth
{
    /// <summary>Failed runs in a row until the source counts as failing: one bad answer is no news.</summary>
    public const int FailuresUntilFailing = 3;

    /// <summary>A source is silent when it has had nothing new for this many times its usual gap.</summary>
    private const int SilentAfterGaps = 6;

    private static readonly TimeSpan LeastSilence = TimeSpan.FromDays(3);

    /// <summary>Half of the pages or more, and at least two: chance is not a state.</summary>
    private const int LeastPages = 2;

    public static SourceState After(SourceState before, RunVerdict run, Source source, DateTimeOffset now)
    {
        var failed = run.Failure is not null;
        var after = before with
        {
            LastRunAt = now,
            LastSuccessAt = failed ? before.LastSuccessAt : now,
            LastError = failed ? run.Message : null,
            Failures = failed ? before.Failures + (run.IsOwnFault ? 0 : 1) : 0,
            Slowdown = failed ? before.Slowdown + (run.IsOwnFault ? 0 : 1) : Math.Max(0, before.Slowdown - 1),
            LastNewAt = run.Added > 0 ? now : before.LastNewAt,
            UsualGap = run.Added > 0 ? UsualGap(before, run.Added, now) : before.UsualGap,
            FreshFor = run.FreshFor,
        };
        var kind = run.IsOwnFault && failed ? before.Kind : KindOf(after, run, source, now);
        after = kind == before.Kind ? after : after with { Kind = kind, Since = now };
        return after with { NextRunAt = Polling.Next(source, after, now, run.RetryAfter) };
    }

    private static SourceStateKind KindOf(SourceState after, RunVerdict run, Source source, DateTimeOffset now) => run.Failure switch
    {
        DiscoveryFailure.Blocked => SourceStateKind.Blocked,
        DiscoveryFailure.Drifted => SourceStateKind.Drifted,
        not null => after.Failures >= FailuresUntilFailing ? SourceStateKind.Failing : after.Kind,
        null when IsMost(run.BlockedPages, run.Pages) => SourceStateKind.Blocked,
        null when IsMost(run.DriftedPages, run.Pages) => SourceStateKind.Drifted,
        null when run.LostItems => SourceStateKind.Gap,
        null when IsSilent(after, source, now) => SourceStateKind.Silent,
        null => SourceStateKind.Ok,
    };

    private static bool IsMost(int pages, int of) => pages >= LeastPages && pages * 2 >= of;

    private static bool IsSilent(SourceState after, Source source, DateTimeOffset now)
    {
        // A list of addresses and a folder have nothing new unless somebody puts it there.
        if (source.Kind is SourceKind.Urls or SourceKind.Folder || after is not { LastNewAt: { } last, UsualGap: { } gap }) return false;
        var silence = gap * SilentAfterGaps;
        return now - last > (silence > LeastSilence ? silence : LeastSilence);
    }

    /// <summary>A moving average of the time between two new articles.</summary>
    private static TimeSpan? UsualGap(SourceState before, int added, DateTimeOffset now)
    {
        if (before.LastNewAt is not { } last) return null;
        // The clock was set back.
        if (last > now) return before.UsualGap;
        var gap = (now - last) / added;
        return before.UsualGap is { } usual ? (usual * 0.8) + (gap * 0.2) : gap;
    }
}
