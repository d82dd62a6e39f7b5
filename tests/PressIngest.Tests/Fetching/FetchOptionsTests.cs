using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PressIngest.Fetching;

namespace PressIngest.Tests.Fetching;

public sealed class FetchOptionsTests
{
    [Fact]
    public void The_settings_as_they_ship_are_the_defaults()
    {
        var shipped = Bind(x => x.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "config", "appsettings.json")));
        Assert.Equivalent(new FetchOptions(), shipped, strict: true);
    }

    [Theory]
    [InlineData("UserAgent", "", "Fetch:UserAgent")]
    [InlineData("UserAgent", "Bot (x)", "Fetch:UserAgent")]
    [InlineData("Contact", "مرحبا", "Fetch:Contact")]
    [InlineData("ConnectTimeout", "00:02:00", "Fetch:ConnectTimeout must be between 00:00:01 and 00:01:00")]
    [InlineData("Timeout", "00:00:00", "Fetch:Timeout")]
    [InlineData("MaxPageBytes", "5", "Fetch:MaxPageBytes must be between 10000 and 100000000")]
    [InlineData("MaxFeedBytes", "1000000000", "Fetch:MaxFeedBytes")]
    [InlineData("MaxRedirects", "-1", "Fetch:MaxRedirects")]
    [InlineData("MaxConcurrentHosts", "0", "Fetch:MaxConcurrentHosts")]
    [InlineData("Retries", "11", "Fetch:Retries")]
    [InlineData("RetryDelay", "01:00:00", "Fetch:RetryDelay")]
    [InlineData("Patience", "1.00:00:00", "Fetch:Patience")]
    public void Says_which_setting_breaks_which_rule(string key, string value, string message) =>
        Assert.Contains(message, Assert.Throws<OptionsValidationException>(() => Bind(key, value)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "PressIngest/0.1")]
    [InlineData("press@example.org", "PressIngest/0.1 (+mailto:press@example.org)")]
    [InlineData("https://example.org/crawler", "PressIngest/0.1 (+https://example.org/crawler)")]
    [InlineData("mailto:press@example.org", "PressIngest/0.1 (+mailto:press@example.org)")]
    public void Names_whom_to_write_to(string? contact, string header) => Assert.Equal(header, Bind("Contact", contact).Header);

    private static FetchOptions Bind(string key, string? value) => Bind(x => x.AddInMemoryCollection([new("Fetch:" + key, value)]));

    private static FetchOptions Bind(Action<IConfigurationBuilder> configure)
    {
        var configuration = new ConfigurationBuilder();
        configure(configuration);
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration.Build()).AddFetching().BuildServiceProvider();
        return services.GetRequiredService<IOptions<FetchOptions>>().Value;
    }
}
