using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PressIngest.Tests.EndToEnd;
using PressIngest.Watching;

namespace PressIngest.Tests.Watching;

/// <summary>The log as people and machines get it.</summary>
public sealed class EventsTests
{
    [Fact]
    public void Names_and_numbers_of_events_stay_put()
    {
        (int, string)[] expected =
        [
            (1, "Started"), (2, "Stopped"), (3, "DatabaseUpgraded"), (4, "EndpointListening"), (5, "ExportStarted"),
            (6, "ExportFailed"), (7, "ExportRecovered"),
            (10, "RunEnded"), (11, "RunNoted"), (12, "RunFaulted"), (13, "SourceStateChanged"), (14, "DayEnded"),
            (20, "LinkFailed"), (21, "LinkLeftOut"), (22, "ArticleFaulted"),
            (30, "ConfigNoted"), (31, "ConfigReplaced"), (32, "ConfigRefused"), (33, "ConfigRestored"), (34, "ConfigFaulted"),
            (40, "HeartbeatFailed"), (41, "DiaryFailed"), (42, "DatabaseFailed"), (43, "ClockSet"), (44, "AlertUndelivered"),
            (50, "BackupMade"), (51, "BackupFailed"), (52, "CopySearchProgressed"), (53, "CopySearchFailed"), (54, "CopySearchInterrupted"),
        ];
        var events = typeof(Events).GetFields(BindingFlags.Public | BindingFlags.Static).Select(x => (EventId)x.GetValue(null)!).Select(x => (x.Id, x.Name!)).ToList();
        Assert.Equal(expected, events.Where(x => expected.Contains(x)));
        Assert.Equal(events.Count, events.Select(x => x.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(false, null, "simple")]
    [InlineData(true, null, "json")]
    [InlineData(false, "true", "json")]
    [InlineData(true, "true", "json")]
    public void A_terminal_gets_lines_and_everything_else_gets_json(bool isRedirected, string? inContainer, string expected) =>
        Assert.Equal(expected, LogOutput.Usual(isRedirected, inContainer));

    [Fact]
    public void An_entry_is_one_line_of_json_with_its_event_and_its_fields()
    {
        using var text = new StringWriter();
        IReadOnlyList<KeyValuePair<string, object?>> state =
            [new("Source", "الميناء \"أ\""), new("Links", 3), new("Next", new DateTimeOffset(2026, 5, 1, 10, 0, 0, TimeSpan.FromHours(3))), new("Error", null), new("{OriginalFormat}", "{Source}")];
        new JsonLines(new FakeTime()).Write(
            new LogEntry<IReadOnlyList<KeyValuePair<string, object?>>>(LogLevel.Warning, "PressIngest.Ingestor", Events.RunEnded, state, new InvalidOperationException("two\nlines"), (_, _) => "a\nmessage"), null, text);
        Assert.Equal(
            """
            {"time":"2026-01-15T09:00:00Z","level":"warn","event":"RunEnded","category":"PressIngest.Ingestor","message":"a\nmessage","fields":{"source":"الميناء \"أ\"","links":3,"next":"2026-05-01T07:00:00Z","error":null},"exception":"System.InvalidOperationException: two\nlines"}

            """,
            text.ToString());
    }

    [Fact]
    public async Task A_service_that_writes_into_a_pipe_writes_json_and_one_line_a_run_with_its_counts()
    {
        using var program = new PressProgram();
        using var service = program.Begin("run");
        await service.LineAsync("\"event\":\"RunEnded\"");
        var ended = await service.EndAsync(PressProgram.SigTerm);
        var lines = ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(x => JsonDocument.Parse(x).RootElement).ToList();
        Assert.Equal(["Started", "RunEnded", "Stopped"], lines.Select(x => x.GetProperty("event").GetString()));
        var fields = lines[1].GetProperty("fields");
        Assert.Equal(("samples", 9, 9, 0), (fields.GetProperty("source").GetString(), fields.GetProperty("links").GetInt32(), fields.GetProperty("added").GetInt32(), fields.GetProperty("failed").GetInt32()));
        Assert.True(fields.GetProperty("facts").GetInt32() > 9);
    }

    [Fact]
    public async Task What_is_configured_counts()
    {
        using var program = new PressProgram();
        program.Environment["PRESSINGEST__LOGGING__CONSOLE__FORMATTERNAME"] = "simple";
        using var service = program.Begin("run");
        Assert.Matches("^20[0-9-]+T[0-9:]+Z info: PressIngest.Ingestor\\[10\\] samples: 9 links, 9 new,", await service.LineAsync("samples: 9 links"));
    }
}
