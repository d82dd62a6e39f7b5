using PressIngest.Scheduling;

namespace PressIngest.Tests.Scheduling;

public class OutageTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public void After_the_start_no_failure_counts_until_something_answers()
    {
        var outage = new Outage(_time);
        Assert.True(outage.IsOurs("a"));
        _time.Advance(TimeSpan.FromMinutes(1));
        outage.Answered("b");
        Assert.False(outage.IsOurs("a"));
    }

    [Fact]
    public void One_source_that_is_down_is_its_own_trouble()
    {
        var outage = new Outage(_time);
        _time.Advance(TimeSpan.FromMinutes(20));
        Assert.False(outage.IsOurs("a"));
        Assert.False(outage.IsOurs("a"));
    }

    [Fact]
    public void When_nothing_at_all_answers_it_is_ours()
    {
        var outage = new Outage(_time);
        outage.Answered("c");
        _time.Advance(TimeSpan.FromMinutes(20));
        outage.IsOurs("a");
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(outage.IsOurs("b"));
        outage.Answered("c");
        Assert.False(outage.IsOurs("b"));
    }

    [Fact]
    public void An_outage_lasts_until_something_answers()
    {
        var outage = new Outage(_time);
        outage.Answered("c");
        _time.Advance(TimeSpan.FromMinutes(20));
        outage.IsOurs("a");
        outage.IsOurs("b");
        _time.Advance(TimeSpan.FromHours(5));
        Assert.True(outage.IsOurs("a"));
    }

    [Fact]
    public void Two_that_have_long_been_dead_are_no_outage_though_they_are_asked_together()
    {
        var outage = new Outage(_time);
        _time.Advance(TimeSpan.FromMinutes(20));
        outage.IsOurs("a");
        outage.IsOurs("b");
        outage.Answered("c");
        _time.Advance(TimeSpan.FromHours(5));
        Assert.False(outage.IsOurs("a"));
        Assert.False(outage.IsOurs("b"));
    }
}
