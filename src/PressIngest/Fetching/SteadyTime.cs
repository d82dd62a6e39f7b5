namespace PressIngest.Fetching;

/// <summary>A clock that goes on evenly from where it began, for pauses and what is kept for a
/// while: setting the clock on the wall neither stops nor hurries it.</summary>
internal sealed class SteadyTime(TimeProvider time) : TimeProvider
{
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly long _stamp = time.GetTimestamp();

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _start + time.GetElapsedTime(_stamp);

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime,
        TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);
}
