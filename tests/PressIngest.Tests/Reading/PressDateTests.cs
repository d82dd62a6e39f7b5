using System.Globalization;
using System.Text.Json;
using PressIngest.Reading;

namespace PressIngest.Tests.Reading;

public class PressDateTests
{
    private static readonly TimeZoneInfo Riyadh = TimeZoneInfo.FindSystemTimeZoneById("Asia/Riyadh");

    public static TheoryData<string, string?> Cases
    {
        get
        {
            var cases = new TheoryData<string, string?>();
            using var specs = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Specs", "page-dates.json")));
            foreach (var spec in specs.RootElement.EnumerateArray()) cases.Add(spec.GetProperty("text").GetString()!, spec.GetProperty("expected").GetString());
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads_dates_of_every_form(string text, string? expected) =>
        Assert.Equal(expected, PressDate.Parse(text)?.In(Riyadh).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
}
