using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PressIngest.Configuration;
using PressIngest.Storage;
using PressIngest.Watching;

namespace PressIngest.Scheduling;

/// <summary>
/// Looks every second whether the configuration has changed. A change that is right is gone by from the next run on; one that is not is told, with
/// every mistake and its place, and the service keeps to what it has.
/// </summary>
internal sealed class ConfigWatch(
    ConfigFolder folder, LiveSettings live, SourceSchedule schedule, IConfiguration configuration, StatusQueries queries, TimeProvider time,
        ILogger<ConfigWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Of these sections only the service's start takes notice.</summary>
    private static readonly string[] ReadAtStart = ["Fetch", "Endpoint", "Otlp", "Quartz"];

    private string _used = "";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _used = Fingerprint(live.Current.Fingerprint);
        var judged = _used;
        var seen = judged;
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var texts = folder.Read();
            // Somebody may be in the middle of writing: only what has stood still for a second is read.
            var now = Fingerprint(texts.Fingerprint);
            var isSettled = now == seen;
            seen = now;
            if (!isSettled || seen == judged) continue;
            judged = seen;
            try
            {
                await JudgeAsync(texts, now, stoppingToken);
                // Other sources have other secrets.
                judged = seen = Fingerprint(texts.Fingerprint);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(Events.ConfigFaulted, e, "The changed configuration could not be taken over; start the service anew");
            }
        }
    }

    private async Task JudgeAsync(ConfigTexts texts, string fingerprint, CancellationToken cancellationToken)
    {
        if (fingerprint == _used)
        {
            logger.LogInformation(Events.ConfigRestored, "The configuration is again as it is used");
            return;
        }

        var problems = new List<Problem>();
        var settings = Settings.Parse(texts, problems);
        problems.AddRange(ServiceSettings.Problems(folder.SettingsPath));
        if (settings is null || !problems.TrueForAll(x => x.IsNote))
        {
            foreach (var problem in problems) logger.LogError(Events.ConfigRefused, "{Problem}", problem.ToString());
            logger.LogError(Events.ConfigRefused, "The changed configuration is refused, and the service goes on with the one before; it is read again when it changes");
            return;
        }

        foreach (var note in problems) logger.LogWarning(Events.ConfigNoted, "{Note}", note.ToString());
        var before = live.Current;
        var settingsBefore = ReadAtStart.ToDictionary(x => x, Values);
        if (configuration is IConfigurationRoot root) root.Reload();
        foreach (var section in ReadAtStart.Where(x => Values(x) != settingsBefore[x]))
            logger.LogWarning(Events.ConfigNoted, "{Note}", $"{folder.SettingsPath}: what changed in '{section}' is gone by from the next start of the service");
        var changed = await schedule.ReplaceAsync(settings, Known(), cancellationToken);
        logger.LogInformation(
            Events.ConfigReplaced,
            "The configuration was read anew: {Sources} sources, {Enabled} enabled, rules and vocabulary {Version}; scheduled anew: {Changed}; no longer looked at: {Gone}",
            settings.Sources.Count, settings.Sources.Count(x => x.Enabled), settings.Lexicon.Version, Listed(changed),
            Listed(before.Sources.Where(x => x.Enabled && settings.Find(x.Key) is not { Enabled: true }).Select(x => x.Key)));
        _used = Fingerprint(texts.Fingerprint);
    }

    // With the secrets of the sources, which stand in files outside the folder and are changed there, mostly by another program.
    private string Fingerprint(string folders) =>
        folders + ConfigFolder.Fingerprint(live.Current.Sources.Select(x => x.Credential?.File).OfType<string>());

    private string Values(string section) => string.Join('\n', configuration.GetSection(section).AsEnumerable().Where(x => !string.IsNullOrEmpty(x.Value)).Select(x => $"{x.Key}={x.Value}"));

    // Without what is known of a source it counts as never looked at, and is looked at once too often.
    private IReadOnlyDictionary<string, SourceStatus> Known()
    {
        try
        {
            return queries.Sources();
        }
        catch (StorageException e)
        {
            logger.LogError(Events.DatabaseFailed, "{Message}", e.Message);
            return new Dictionary<string, SourceStatus>();
        }
    }

    private static string Listed(IEnumerable<string> keys) => string.Join(", ", keys) is { Length: > 0 } list ? list : "none";
}
