using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PressIngest.Watching;

namespace PressIngest.Fetching;

/// <summary>Posts a JSON text to the operator's webhook, signed and with patience. What
/// cannot be delivered is logged, and costs nothing else.</summary>
public sealed class Webhook(IHttpClientFactory clients, IOptionsMonitor<AlertOptions> options, TimeProvider time, ILogger<Webhook> logger)
{
    internal const string Client = "webhook";

    /// <summary><c>sha256=</c> and the HMAC-SHA256 of the body in hexadecimal digits, so that the receiver knows who sent it.</summary>
    public const string SignatureHeader = "X-PressIngest-Signature";

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(16)];

    public async Task PostAsync(string json, CancellationToken cancellationToken)
    {
        if (options.CurrentValue.Webhook is not { } url) return;
        var body = Encoding.UTF8.GetBytes(json);
        for (var attempt = 0; ; attempt++)
        {
            var problem = await TryPostAsync(new Uri(url), body, cancellationToken);
            if (problem is null) return;
            if (attempt == Pauses.Length)
            {
                logger.LogError(Events.AlertUndelivered, "The alert could not be delivered to {Webhook}: {Problem}. It said: {Alert}", url, problem, json);
                return;
            }

            await Task.Delay(Pauses[attempt], time, cancellationToken);
        }
    }

    private async Task<string?> TryPostAsync(Uri url, byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            if (Secret() is { } secret) request.Headers.Add(SignatureHeader, $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}");
            using var response = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode ? null : $"it answered {(int)response.StatusCode}";
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return e.Message;
        }
    }

    private string? Secret() => options.CurrentValue.SecretFile is { } file ? File.ReadAllText(file).Trim() : options.CurrentValue.Secret;
}
