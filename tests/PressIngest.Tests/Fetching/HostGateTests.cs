using PressIngest.Fetching;

namespace PressIngest.Tests.Fetching;

public sealed class HostGateTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly FakeTime _time = new();
    private readonly HostGate _gate;

    public HostGateTests() => _gate = new HostGate(_time, () => 0);

    [Fact]
    public async Task Lets_one_in_at_a_time_in_the_order_they_came_with_a_rest_between()
    {
        var entered = new List<(int Who, TimeSpan At)>();
        var start = _time.GetUtcNow();
        var first = (await EnterAsync("a"))!;
        var others = Enumerable.Range(1, 3).Select(AskAsync).ToList();
        Assert.Empty(entered);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(entered);
        first.Dispose();
        foreach (var other in others)
        {
            await _time.UntilWaitingAsync(Delay);
            _time.Advance(Delay);
            await other;
        }

        Assert.Equal([(1, TimeSpan.FromSeconds(12)), (2, TimeSpan.FromSeconds(14)), (3, TimeSpan.FromSeconds(16))], entered);

        async Task AskAsync(int who)
        {
            using var turn = await EnterAsync("a");
            entered.Add((who, _time.GetUtcNow() - start));
        }
    }

    [Fact]
    public async Task A_host_that_waits_holds_up_no_other()
    {
        using var a = await EnterAsync("a");
        using var b = await EnterAsync("b");
        Assert.NotNull(b);
    }

    [Fact]
    public async Task Who_gives_up_waiting_frees_the_place()
    {
        using var stop = new CancellationTokenSource();
        (await EnterAsync("a"))!.Dispose();
        var resting = _gate.EnterAsync("a", Delay, Patience, stop.Token);
        var queued = _gate.EnterAsync("a", Delay, Patience, stop.Token);
        var patient = EnterAsync("a");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => resting);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queued);
        await _time.UntilWaitingAsync(Delay);
        _time.Advance(Delay);
        (await patient)!.Dispose();
    }

    [Fact]
    public async Task Adds_at_most_a_quarter_to_the_delay()
    {
        var gate = new HostGate(_time, () => 1);
        (await gate.EnterAsync("a", Delay, Patience, TestContext.Current.CancellationToken))!.Dispose();
        var next = gate.EnterAsync("a", Delay, Patience, TestContext.Current.CancellationToken);
        _time.Advance(Delay * 1.24);
        Assert.False(next.IsCompleted);
        _time.Advance(Delay * 0.01);
        (await next)!.Dispose();
    }

    [Fact]
    public async Task Leaves_a_host_alone_for_as_long_as_it_asks()
    {
        await LearnAsync(Failed(FetchFailure.Status, 503, TimeSpan.FromHours(2)));
        Assert.Null(await EnterAsync("a"));
        Assert.Equal(TimeSpan.FromHours(2), _gate.HeldFor("a"));
        _time.Advance(TimeSpan.FromHours(2));
        (await EnterAsync("a"))!.Dispose();
    }

    [Fact]
    public async Task Slows_down_after_429_and_recovers_after_an_hour()
    {
        await LearnAsync(Failed(FetchFailure.Status, 429));
        Assert.Equal(Delay * 2, await WaitedAsync());
        await LearnAsync(Failed(FetchFailure.Status, 429));
        Assert.Equal(Delay * 4, await WaitedAsync());
        await LearnAsync(new FetchResult.NotModified());
        Assert.Equal(Delay * 4, await WaitedAsync());
        _time.Advance(TimeSpan.FromHours(1));
        await LearnAsync(new FetchResult.NotModified());
        Assert.Equal(Delay, await WaitedAsync());
    }

    [Fact]
    public async Task Leaves_a_host_that_does_not_answer_alone_for_longer_and_longer_until_it_does()
    {
        for (var i = 0; i < 5; i++) await LearnAsync(Failed(FetchFailure.Network));
        Assert.Equal(TimeSpan.FromMinutes(1), _gate.HeldFor("a"));
        await LearnAsync(Failed(FetchFailure.Timeout));
        Assert.Equal(TimeSpan.FromMinutes(2), _gate.HeldFor("a"));
        Assert.Null(await EnterAsync("a"));
        for (var i = 0; i < 20; i++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            await LearnAsync(Failed(FetchFailure.Network));
        }

        Assert.Equal(TimeSpan.FromMinutes(30), _gate.HeldFor("a"));
        _time.Advance(TimeSpan.FromHours(1));
        await LearnAsync(Failed(FetchFailure.Status, 404));
        await LearnAsync(Failed(FetchFailure.Network));
        Assert.Equal(TimeSpan.Zero, _gate.HeldFor("a"));
    }

    private Task<HostGate.Turn?> EnterAsync(string host) => _gate.EnterAsync(host, Delay, Patience, TestContext.Current.CancellationToken);

    // One request with this result, as soon as the host may be asked.
    private async Task LearnAsync(FetchResult result)
    {
        using var turn = await ArriveAsync();
        turn.Learn(result);
    }

    private async Task<TimeSpan> WaitedAsync()
    {
        var start = _time.GetUtcNow();
        using var turn = await ArriveAsync();
        return _time.GetUtcNow() - start;
    }

    private async Task<HostGate.Turn> ArriveAsync()
    {
        var enter = EnterAsync("a");
        if (!enter.IsCompleted) _time.Advance(await _time.UntilWaitingAsync(Patience));
        return (await enter)!;
    }

    private static FetchResult.Failed Failed(FetchFailure failure, int? status = null, TimeSpan? retryAfter = null) => new(failure, "x", status, retryAfter);
}
