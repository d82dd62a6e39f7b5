using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PressIngest.Discovery;
using PressIngest.Extraction;
using PressIngest.Fetching;
using PressIngest.Reading;
using PressIngest.Scheduling;
using PressIngest.Storage;
using PressIngest.Watching;

namespace PressIngest;

/// <summary>
/// The straight line: discover → fetch → read → extract → store, for one source. What a site does wrong is an outcome in the database;
/// what goes wrong with one article never costs another.
/// </summary>
public sealed class Ingestor(
    Discoverer discoverer, Fetcher fetcher, ArticlePages pages, IOptions<FetchOptions> limits, Lexicon lexicon, LinkAgenda agenda,
        ArticleStore articles, LinkStore links, RunStore runs,
    RequestLog requests, Outage outage, Webhook webhook, Telemetry telemetry, TimeProvider time, ILogger<Ingestor> logger)
{
    /// <summary>Articles of one source under way at once.</summary>
    private static readonly int AtOnce = Math.Max(2, Environment.ProcessorCount);

    /// <summary>Looks at the source once.</summary>
    /// <param name="source">The source.</param>
    /// <param name="progress">Told after each link.</param>
    /// <param name="cancellationToken">Ends the run between two steps; what was stored stays.</param>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<RunReport> IngestAsync(Source source, IProgress<RunReport>? progress = null, CancellationToken cancellationToken = default)
    {
        using var watch = telemetry.Run(source.Key);
        var run = runs.Start(source.Key, source.Name, source.Country, time.GetUtcNow());
        var report = new RunReport(source);
        try
        {
            var found = await DiscoverAsync(source, run, cancellationToken);
            var due = agenda.Due(run, found, report);
            watch.Queued(due.Count);
            // Requests to one host wait for each other in the fetcher; while one is under way, what came before it is read and extracted.
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (link, token) =>
            {
                await IngestAsync(source, run, link, report, token);
                watch.Dealt();
                progress?.Report(report);
            });
            Finish(run, found, report);
            watch.Ended(report.Error is null ? "done" : "failed", report.Counts);
            if (report.HasNewState) await webhook.PostAsync(StateAlert.Of(report, time.GetUtcNow()), cancellationToken);
            return report;
        }
        catch (OperationCanceledException)
        {
            watch.Ended("stopped", report.Counts);
            runs.Finish(run, report.Counts, new RunEnd("stopped", "stopped before the end", null, null, null), time.GetUtcNow());
            throw;
        }
        finally
        {
            runs.Log(requests.Drain());
        }
    }

    private async Task<DiscoveryResult> DiscoverAsync(Source source, StartedRun run, CancellationToken cancellationToken)
    {
        using var span = telemetry.Span("discover");
        return await discoverer.DiscoverAsync(source, new Validators(run.ETag, run.LastModified), cancellationToken);
    }

    private void Finish(StartedRun run, DiscoveryResult found, RunReport report)
    {
        var now = time.GetUtcNow();
        var failed = found as DiscoveryResult.Failed;
        var validators = (found as DiscoveryResult.Found)?.Validators ?? new Validators(run.ETag, run.LastModified);
        report.Error = failed?.Message;
        report.Notes = [.. (found as DiscoveryResult.Found)?.Notes ?? [], .. RunNotes.Of(report)];
        report.Before = run.Before;
        report.After = SourceHealth.After(run.Before, Verdict(found, run, report), report.Source, now);
        runs.Finish(run, report.Counts, new RunEnd(failed is null ? "done" : "failed", failed?.Message, report.After, validators.ETag, validators.LastModified), now);
        RunNotes.Log(logger, report);
    }

    private RunVerdict Verdict(DiscoveryResult found, StartedRun run, RunReport report)
    {
        var failed = found as DiscoveryResult.Failed;
        var isUnreachable = failed is { Failure: DiscoveryFailure.Unreachable, Status: null };
        var isOwnFault = isUnreachable && outage.IsOurs(report.Source.Key);
        if (!isUnreachable) outage.Answered(report.Source.Key);
        var counts = report.Counts;
        var freshFor = found is DiscoveryResult.Found answer ? answer.FreshFor : run.Before.FreshFor;
        return new RunVerdict(failed?.Failure, failed?.Message, counts.Added, counts.Pages, counts.Blocked, counts.Drifted, report.LostItems,
            isOwnFault, failed?.RetryAfter, freshFor);
    }

    /// <summary>One link, from its address to its row. The one place where an unexpected fault of a single article is caught.</summary>
    private async Task IngestAsync(Source source, StartedRun run, DueLink due, RunReport report, CancellationToken cancellationToken)
    {
        using var span = telemetry.Span("article", due.Link.Url);
        try
        {
            var fetched = await FetchAsync(source, due, cancellationToken);
            report.Count(x => x.Pages++);
            switch (fetched)
            {
                case FetchResult.Body body when due.Known is { Outcome: LinkOutcomes.Stored } known && known.Hint == due.Hint
                    && known.BodyHash == HashOf(body):
                    links.Write(Looked(run, due, LinkOutcomes.Stored) with { ETag = body.ETag, LastModified = body.LastModified, BodyHash = known.BodyHash });
                    report.Count(x => x.Unchanged++);
                    break;
                case FetchResult.Body body:
                    Store(source, run, due, body, await pages.ReadAsync(source, due.Link, body, cancellationToken), report);
                    break;
                case FetchResult.NotModified:
                    links.Write(Looked(run, due, due.Known?.Outcome ?? LinkOutcomes.Stored) with { Reason = due.Known?.Reason, ETag = due.Known?.ETag, LastModified = due.Known?.LastModified, BodyHash = due.Known?.BodyHash });
                    report.Count(x => x.Unchanged++);
                    break;
                case FetchResult.Failed failed:
                    if (failed.Status is 401 or 403) report.Count(x => x.Blocked++);
                    Fail(run, due, failed, report);
                    if (due.Known?.ArticleId is null && due.Link.Content is { } content) StoreFromFeed(source, run, due, content, report);
                    break;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException and not StorageException)
        {
            logger.LogError(Events.ArticleFaulted, e, "{Url} could not be taken in", due.Link.Url);
            Fail(run, due, new FetchResult.Failed(FetchFailure.Malformed, $"{e.GetType().Name}: {e.Message}"), report);
        }
    }

    private Task<FetchResult> FetchAsync(Source source, DueLink due, CancellationToken cancellationToken) => due.Link.File is { } file
        ? LocalFile.ReadAsync(file, limits.Value.MaxPageBytes, cancellationToken)
        : fetcher.FetchAsync(
            new FetchRequest(new Uri(due.Link.Url), limits.Value.MaxPageBytes, source.Delay, source.AllowPrivate, due.Known?.ETag,
                due.Known?.LastModified, source.Credential), cancellationToken);

    private void Store(Source source, StartedRun run, DueLink due, FetchResult.Body body,
        (Article Article, IReadOnlyList<FetchResult.Body> Further) read, RunReport report)
    {
        var (article, further) = read;
        var link = Looked(run, due, LinkOutcomes.Stored) with { ETag = body.ETag, LastModified = body.LastModified, BodyHash = HashOf(body) };
        if (article.RulesDrifted) report.Count(x => x.Drifted++);
        if (article.Kind == PageKind.Blocked)
        {
            report.Count(x => x.Blocked++);
            Fail(run, due, new FetchResult.Failed(FetchFailure.Status, article.Problem ?? "a login, consent or challenge page stands before the article"), report);
            return;
        }

        if (Admission.Refusal(source, article) is { } refusal)
        {
            links.Write(link with { Outcome = refusal.Outcome, Reason = refusal.Reason, NextTryAt = null });
            report.Count(x => x.Skipped++);
            logger.LogInformation(Events.LinkLeftOut, "{Url} was left out: {Reason}", due.Link.Url, refusal.Reason);
            return;
        }

        Save(source, due, body, article, stored => stored with { FurtherPages = [.. further.Select(x => new PageBody(x.Bytes, x.ContentType))] }, link, report);
    }

    private void Save(Source source, DueLink due, FetchResult.Body body, Article article, Func<StoredArticle, StoredArticle> withPages,
        LinkRecord link, RunReport report)
    {
        var stored = withPages(telemetry.Stage("extract", () => StoredArticles.Make(source, due.Link, body, article, lexicon, time.GetUtcNow())));
        var result = telemetry.Stage("store", () => articles.Save(stored, link));
        report.Add(result, stored);
        if (result is SaveResult.Added or SaveResult.Updated) telemetry.Found(stored.Facts);
    }

    /// <summary>The page cannot be had, the feed carries its text: that is stored, and the page is tried again at its time.</summary>
    private void StoreFromFeed(Source source, StartedRun run, DueLink due, string content, RunReport report)
    {
        var body = new FetchResult.Body(Encoding.UTF8.GetBytes(content), "text/html; charset=utf-8", new Uri(due.Link.Url), null, null);
        var article = PageReader.ReadFragment(content, new PageContext(body.FinalUrl, body.ContentType, source.TimeZone));
        if (due.Link.Title is { } title) article = article with { Title = new Sourced<string>(title, "feed") };
        if (Admission.Refusal(source, article) is not null) return;
        var failed = links.Find([due.Link.Url])[due.Link.Url];
        Save(source, due, body, article, stored =>
            stored with { IsFragment = true }, failed with { Outcome = LinkOutcomes.Stored, Reason = $"from the feed: {failed.Reason}" }, report);
    }

    private static string HashOf(FetchResult.Body body) => Convert.ToHexStringLower(SHA256.HashData(body.Bytes));

    private void Fail(StartedRun run, DueLink due, FetchResult.Failed failed, RunReport report)
    {
        // A host that is left alone was not asked: that is no attempt.
        var attempts = (due.Known?.Attempts ?? 0) + (failed.Failure == FetchFailure.Resting ? 0 : 1);
        var next = LinkPolicy.NextTry(attempts, time.GetUtcNow(), failed.Failure == FetchFailure.Robots ? LinkPolicy.RobotsKept : failed.RetryAfter);
        var link = Looked(run, due, next is null ? LinkOutcomes.SetAside : LinkOutcomes.Failed) with { Reason = failed.Message,
            Attempts = attempts, NextTryAt = next };
        links.Write(due.Known?.ArticleId is null ? link : link with { Outcome = LinkOutcomes.Stored, BodyHash = due.Known.BodyHash });
        report.AddFailure(due.Link.Url, failed.Message);
        logger.LogWarning(Events.LinkFailed, "{Url}: {Reason} (attempt {Attempt} of {Most})", due.Link.Url, failed.Message, attempts,
            LinkPolicy.MostAttempts);
    }

    private LinkRecord Looked(StartedRun run, DueLink due, string outcome)
    {
        var now = time.GetUtcNow();
        var firstSeen = due.Known?.FirstSeenAt ?? now;
        return new LinkRecord
        {
            Url = due.Link.Url,
            SourceId = run.SourceId,
            ArticleId = due.Known?.ArticleId,
            Outcome = outcome,
            FirstSeenAt = firstSeen,
            CheckedAt = now,
            NextTryAt = LinkPolicy.NextLook(firstSeen, now, due.Link.File is not null),
            Hint = due.Hint,
        };
    }
}
