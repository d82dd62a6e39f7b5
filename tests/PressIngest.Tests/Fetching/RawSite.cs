using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PressIngest.Tests.Fetching;

/// <summary>A server that breaks HTTP: what it answers is written to the socket as it stands.</summary>
internal sealed class RawSite : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly bool _readsFirst;
    private readonly Task _loop;

    private RawSite(Func<string, Stream, CancellationToken, Task> answer, bool readsFirst)
    {
        _answer = answer;
        _readsFirst = readsFirst;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <param name="answer">Writes the answer to a connection, after which it is closed.</param>
    /// <param name="readsFirst">The request is read away before.</param>
    public static RawSite Start(Func<Stream, CancellationToken, Task> answer, bool readsFirst = true) => new((_, stream, token) => answer(stream, token), readsFirst);

    /// <param name="answer">Is given the request's head, and writes the answer to it.</param>
    public static RawSite Start(Func<string, Stream, CancellationToken, Task> answer) => new(answer, readsFirst: true);

    /// <param name="answer">The answer to everything but robots.txt, of which there is none.</param>
    public static RawSite Start(string answer) => Start((head, stream, token) =>
        stream.WriteAsync(Encoding.Latin1.GetBytes(head.StartsWith("GET /robots.txt ", StringComparison.Ordinal) ? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" : answer), token).AsTask());

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = new byte[4096];
                var read = _readsFirst ? await stream.ReadAtLeastAsync(head, 1, throwOnEndOfStream: false, _stop.Token) : 0;
                await _answer(Encoding.Latin1.GetString(head, 0, read), stream, _stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or System.Security.Authentication.AuthenticationException)
            {
                // The client has had enough, or the test is over.
            }
        }
    }
}
