namespace PressIngest.Tests.EndToEnd;

/// <summary>Waits for something that another process does. Generous: only a test that fails waits long.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (condition()) return;
            await Task.Delay(100);
        }

        throw new TimeoutException($"never came true: {what}");
    }
}
