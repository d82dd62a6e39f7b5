using PressIngest.Discovery;
using PressIngest.Scheduling;

namespace PressIngest.Tests.Scheduling;

public class CronWordsTests
{
    [Theory]
    [InlineData("0 0/20 6-22 * * ?", "every 20 minutes from 6:00 to 22:59, every day")]
    [InlineData("0 0 7 * * ?", "at 07:00, every day")]
    [InlineData("30 15 7 * * ?", "at 07:15:30, every day")]
    [InlineData("0 0 6,12,18 * * ?", "at 06:00, 12:00 and 18:00, every day")]
    [InlineData("0 0 * * * ?", "every hour, every day")]
    [InlineData("0 10 * * * ?", "at minute 10 of every hour, every day")]
    [InlineData("0 * * * * ?", "every minute, every day")]
    [InlineData("0 5/15 * * * ?", "every 15 minutes from minute 5, every day")]
    [InlineData("0 0,30 8-18 ? * MON-FRI", "at minutes 0 and 30 from 8:00 to 18:59, from Monday to Friday")]
    [InlineData("0 0 9 ? * 1", "at 09:00, on Sunday")]
    [InlineData("0 0 9 ? * SUN,TUE,THU", "at 09:00, on Sunday, Tuesday and Thursday")]
    [InlineData("0 0 9 ? * 6L", "at 09:00, on the last Friday of the month")]
    [InlineData("0 0 9 ? * 6#3", "at 09:00, on the third Friday of the month")]
    [InlineData("0 0 9 1,15 * ?", "at 09:00, on days 1 and 15 of the month")]
    [InlineData("0 0 9 L * ?", "at 09:00, on the last day of the month")]
    [InlineData("0 0 9 15W * ?", "at 09:00, on the weekday nearest to day 15 of the month")]
    [InlineData("0 0 9 * JAN,6 ?", "at 09:00, every day, in January and June")]
    [InlineData("0 0 9 * 3-5 ?", "at 09:00, every day, from March to May")]
    [InlineData("0 0 0/6 * * ?", "every 6 hours, every day")]
    [InlineData("0 0 9 1 1 ? 2027", "at 09:00, on day 1 of the month, in January, in 2027")]
    [InlineData("*/10 * * * * ?", "every 10 seconds every minute, every day")]
    public void Says_a_schedule_as_a_person_would(string cron, string words)
    {
        Assert.True(CronSchedules.IsValid(cron));
        Assert.Equal(words, CronWords.Of(cron));
    }

    [Fact]
    public void The_next_times_are_those_of_the_sources_clock()
    {
        var source = new Source
        {
            Key = "a", Name = "a", Kind = SourceKind.Feed, Locations = ["https://a.example/feed"], Schedule = new Schedule("0 0 7 * * ?", null), TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo"),
        };
        // Cairo goes to summer time in the night before 24 April 2026.
        var next = CronSchedules.Next(source, new DateTimeOffset(2026, 4, 22, 12, 0, 0, TimeSpan.Zero), 3);
        Assert.Equal(["2026-04-23T07:00:00+02:00", "2026-04-24T07:00:00+03:00", "2026-04-25T07:00:00+03:00"], next.Select(x => x.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Empty(CronSchedules.Next(source with { Schedule = new Schedule("0 0 7 1 1 ? 2020", null) }, DateTimeOffset.UnixEpoch.AddYears(56), 3));
    }
}
