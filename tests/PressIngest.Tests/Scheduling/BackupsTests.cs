using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PressIngest.Scheduling;
using PressIngest.Storage;

namespace PressIngest.Tests.Scheduling;

public sealed class BackupsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTime _time = new(new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_missed_is_made_at_the_start_and_the_next_at_its_hour()
    {
        using var backups = Start(new BackupOptions { Folder = _folder.File("backups") });
        await _time.UntilWaitingAsync(Backups.Interval);
        Assert.Equal(["press-2026-01-15.db"], Names());
        for (var minutes = 0; minutes < 24 * 60; minutes++) await NextAsync();
        Assert.Equal(["press-2026-01-15.db", "press-2026-01-16.db"], Names());
        foreach (var name in Names())
        {
            using var copy = new Database(Path.Combine(_folder.File("backups"), name)).OpenForReading();
            Assert.Equal(Migrations.Latest, copy.ExecuteScalar<int>("PRAGMA user_version"));
        }

        await backups.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Only_so_many_are_kept_and_no_other_file_is_touched()
    {
        foreach (var day in Enumerable.Range(1, 14)) _folder.Write($"backups/press-2026-01-{day:D2}.db", "old");
        _folder.Write("backups/other-2026-01-01.db", "theirs");
        using var backups = Start(new BackupOptions { Folder = _folder.File("backups"), Daily = 2, Weekly = 1 });
        await _time.UntilWaitingAsync(Backups.Interval);
        // The 15th is a Thursday: of the week before the two days, the 13th is the last.
        Assert.Equal(["other-2026-01-01.db", "press-2026-01-13.db", "press-2026-01-14.db", "press-2026-01-15.db"], Names());
        await backups.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_failure_costs_no_earlier_backup_and_is_tried_again()
    {
        foreach (var day in Enumerable.Range(1, 9)) _folder.Write($"backups/press-2026-01-{day:D2}.db", "old");
        // In the way of the copy while it is not finished.
        Directory.CreateDirectory(_folder.File("backups/press-2026-01-15.db.unfinished"));
        using var backups = Start(new BackupOptions { Folder = _folder.File("backups"), Daily = 1, Weekly = 0 });
        await _time.UntilWaitingAsync(TimeSpan.FromHours(1));
        Assert.Equal(9, Names().Count);
        Directory.Delete(_folder.File("backups/press-2026-01-15.db.unfinished"));
        _time.Advance(TimeSpan.FromHours(1));
        await _time.UntilWaitingAsync(Backups.Interval);
        Assert.Equal(["press-2026-01-15.db"], Names());
        await backups.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Without_a_folder_none_is_made()
    {
        using var backups = Start(new BackupOptions());
        await _time.UntilWaitingAsync(Backups.Interval);
        Assert.Equal(["press.db"], Directory.EnumerateFiles(_folder.Path, "press*.db").Select(Path.GetFileName));
        await backups.StopAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("", "03:30", 7, 4, "Backup:Folder")]
    [InlineData("backups", "03:30", 0, 4, "Backup:Daily must be between 1 and 366")]
    [InlineData("backups", "03:30", 7, -1, "Backup:Weekly must be between 0 and 520")]
    public void Options_that_make_no_sense_are_told_with_key_and_rule(string folder, string at, int daily, int weekly, string expected)
    {
        var path = _folder.Write("appsettings.json", $$"""{ "Backup": { "Folder": "{{folder}}", "At": "{{at}}", "Daily": {{daily}}, "Weekly": {{weekly}} } }""");
        Assert.Contains(expected, Assert.Single(PressIngest.Configuration.ServiceSettings.Problems(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_is_none_is_told()
    {
        var path = _folder.Write("appsettings.json", """{ "Backup": { "At": "noon" } }""");
        Assert.Contains("Backup:At", Assert.Single(PressIngest.Configuration.ServiceSettings.Problems(path)).Message, StringComparison.Ordinal);
    }

    private async Task NextAsync()
    {
        _time.Advance(Backups.Interval);
        await _time.UntilWaitingAsync(Backups.Interval);
    }

    private List<string> Names() => [.. Directory.EnumerateFiles(_folder.File("backups")).Select(x => Path.GetFileName(x)!).Order(StringComparer.Ordinal)];

    private Backups Start(BackupOptions options)
    {
        var database = new Database(_folder.File("press.db"));
        database.Prepare();
        var backups = new Backups(database, new Fixed(options), _time, NullLogger<Backups>.Instance);
        _ = backups.StartAsync(CancellationToken.None);
        return backups;
    }

    /// <summary>Options that nobody changes.</summary>
    private sealed class Fixed(BackupOptions options) : IOptionsMonitor<BackupOptions>
    {
        public BackupOptions CurrentValue => options;

        public BackupOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<BackupOptions, string?> listener) => null;
    }
}
