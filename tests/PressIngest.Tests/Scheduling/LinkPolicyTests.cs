using PressIngest.Scheduling;
using PressIngest.Storage;

namespace PressIngest.Tests.Scheduling;

public class LinkPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_new_link_is_due() => Assert.True(LinkPolicy.IsDue(null, "hint", Now));

    [Theory]
    [InlineData("same", null, false)]
    [InlineData("same", -1, true)]
    [InlineData("same", 0, true)]
    [InlineData("same", 1, false)]
    [InlineData("other", null, true)]
    [InlineData("other", 1, true)]
    public void A_known_link_is_due_when_its_time_has_come_or_the_source_says_something_new(string hint, int? minutesUntilNextTry, bool expected)
    {
        var known = new LinkRecord
        {
            Url = "https://a.example/1",
            SourceId = 1,
            Outcome = LinkOutcomes.Stored,
            FirstSeenAt = Now,
            CheckedAt = Now,
            Hint = "same",
            NextTryAt = minutesUntilNextTry is { } minutes ? Now.AddMinutes(minutes) : null,
        };
        Assert.Equal(expected, LinkPolicy.IsDue(known, hint, Now));
    }

    [Theory]
    [InlineData(1, null, 1)]
    [InlineData(2, null, 2)]
    [InlineData(5, null, 16)]
    [InlineData(9, null, 256)]
    [InlineData(1, 30, 30)]
    [InlineData(1, 1500, 1500)]
    [InlineData(10, null, null)]
    [InlineData(11, null, null)]
    public void Failures_are_tried_again_ever_later_and_then_set_aside(int attempts, int? retryAfterMinutes, int? expectedMinutes) =>
        Assert.Equal(
            expectedMinutes is { } minutes ? Now.AddMinutes(minutes) : null,
            LinkPolicy.NextTry(attempts, Now, retryAfterMinutes is { } after ? TimeSpan.FromMinutes(after) : null));

    [Theory]
    [InlineData(0, false, 0)]
    [InlineData(1, false, 1)]
    [InlineData(48, false, 48)]
    [InlineData(200, false, null)]
    [InlineData(1, true, null)]
    public void A_stored_article_is_looked_at_again_ever_later(int knownForHours, bool isFile, int? expectedHours) =>
        Assert.Equal(expectedHours is { } hours ? Now.AddHours(hours) : null, LinkPolicy.NextLook(Now.AddHours(-knownForHours), Now, isFile));
}
