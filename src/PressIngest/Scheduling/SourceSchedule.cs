using PressIngest.Configuration;
using PressIngest.Discovery;
using PressIngest.Storage;
using Quartz;

namespace PressIngest.Scheduling;

/// <summary>
/// The one look that is pending at each source: a time that is set takes the place of the one before. Runs that end and configurations that change
/// both set it, one after the other, so that neither works from what the other has just replaced.
/// </summary>
internal sealed class SourceSchedule(ISchedulerFactory schedulers, LiveSettings live, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Sets the next look after a run, by what the configuration says of the source by now; none where it is gone or switched off.</summary>
    /// <param name="ran">The source as the run knew it.</param>
    /// <param name="state">What the run left of it; null where it left nothing.</param>
    /// <param name="next">The time that came of the run.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task AfterRunAsync(Source ran, SourceState? state, DateTimeOffset next, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (live.Current.Find(ran.Key) is not { Enabled: true } source) return;
            await PutAsync(ran.Key, Polling.Changed(ran, source, state, time.GetUtcNow()) ?? next, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Goes by other settings from now on. Runs under way end as they began; gives the keys of the sources whose time changed.</summary>
    /// <param name="settings">The new ones.</param>
    /// <param name="known">What the last runs left of each source, by key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<string>> ReplaceAsync(Settings settings, IReadOnlyDictionary<string, SourceStatus> known, CancellationToken cancellationToken)
    {
        var changed = new List<string>();
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var before = live.Current;
            live.Replace(settings);
            foreach (var gone in before.Sources.Where(x => x.Enabled && settings.Find(x.Key) is not { Enabled: true })) await TakeAwayAsync(gone.Key, cancellationToken);
            foreach (var source in settings.Sources.Where(x => x.Enabled))
            {
                if (Polling.Changed(before.Find(source.Key), source, known.GetValueOrDefault(source.Key)?.State, time.GetUtcNow()) is not { } at) continue;
                await PutAsync(source.Key, at, cancellationToken);
                changed.Add(source.Key);
            }
        }
        finally
        {
            _gate.Release();
        }

        return changed;
    }

    /// <summary>Sets every pending look anew, by what is known of the sources and the time that it is now.</summary>
    public async Task RenewAsync(IReadOnlyDictionary<string, SourceState> known, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            foreach (var source in live.Current.Sources.Where(x => x.Enabled))
                await PutAsync(source.Key, Polling.Due(source, known.GetValueOrDefault(source.Key), time.GetUtcNow()), cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task PutAsync(string key, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        if (!await scheduler.Exists(new JobKey(key), cancellationToken))
        {
            await scheduler.AddJob(JobBuilder.Create<IngestJob>().WithIdentity(key).StoreDurably().Build(), cancellationToken: cancellationToken);
        }

        await scheduler.ScheduleTrigger(TriggerBuilder.Create().ForJob(key).WithIdentity(key).StartAt(at).Build(),
            TriggerConflict.Replace, cancellationToken);
    }

    // The job stays: a run of it may be under way, and without a trigger it does nothing.
    private async Task TakeAwayAsync(string key, CancellationToken cancellationToken) =>
        await (await schedulers.GetScheduler(cancellationToken)).UnscheduleJob(new TriggerKey(key), cancellationToken);
}
