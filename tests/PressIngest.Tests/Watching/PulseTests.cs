using PressIngest.Watching;

namespace PressIngest.Tests.Watching;

public sealed class PulseTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public void It_lives_before_it_is_ready_and_ends_ready_before_it_dies()
    {
        var pulse = new Pulse(_time);
        Assert.Equal((null, "the service is starting"), (pulse.Ailment, pulse.Obstacle));
        pulse.Beat(null);
        Assert.Equal((null, null), (pulse.Ailment, pulse.Obstacle));
        pulse.Beat("the disk is full");
        Assert.Equal((null, "the disk is full"), (pulse.Ailment, pulse.Obstacle));
        pulse.Stop();
        Assert.Equal((null, "the service is stopping"), (pulse.Ailment, pulse.Obstacle));
    }

    [Fact]
    public void Without_a_beat_it_is_neither_alive_nor_ready()
    {
        var pulse = new Pulse(_time);
        pulse.Beat(null);
        _time.Advance(Pulse.Patience);
        Assert.Null(pulse.Ailment);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("no heartbeat for 121 s", "no heartbeat for 121 s"), (pulse.Ailment, pulse.Obstacle));
        pulse.Beat(null);
        Assert.Null(pulse.Obstacle);
    }
}
