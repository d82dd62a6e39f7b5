using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using PressIngest.Tests.Fetching;

namespace PressIngest.Tests.Watching;

/// <summary>A span as a collector gets it.</summary>
internal sealed record ReceivedSpan(string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Tags);

/// <summary>A collector on loopback that speaks OTLP over HTTP and over gRPC, and reads what it needs of its protobuf messages.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly TestSite _site;
    private readonly ConcurrentDictionary<string, string> _metrics = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ReceivedSpan> _spans = new();
    private readonly ConcurrentQueue<string> _services = new();

    private OtlpReceiver(TestSite site) => _site = site;

    public Uri Address => _site.Address;

    /// <summary>The metrics by name, with the name of their meter.</summary>
    public IReadOnlyDictionary<string, string> Metrics => _metrics;

    public IEnumerable<ReceivedSpan> Spans => _spans;

    /// <summary>What the senders call themselves.</summary>
    public IEnumerable<string> Services => _services;

    public IReadOnlyList<SiteRequest> Requests => _site.Requests;

    /// <summary>It takes nothing for as long as this is set.</summary>
    public bool IsOverloaded { get; set; }

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver(await TestSite.StartAsync());
        receiver.Map("/v1/metrics", receiver.ReadMetrics);
        receiver.Map("/v1/traces", receiver.ReadSpans);
        return receiver;
    }

    /// <summary>A collector that speaks gRPC: HTTP/2 without TLS.</summary>
    public static async Task<OtlpReceiver> StartGrpcAsync()
    {
        var receiver = new OtlpReceiver(await TestSite.StartAsync(protocols: HttpProtocols.Http2));
        receiver.MapGrpc("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", receiver.ReadMetrics);
        receiver.MapGrpc("/opentelemetry.proto.collector.trace.v1.TraceService/Export", receiver.ReadSpans);
        return receiver;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private void Map(string path, Action<byte[]> read) => _site.Map(path, async context =>
    {
        var body = await BodyAsync(context);
        Assert.Equal("application/x-protobuf", context.Request.ContentType);
        if (IsOverloaded)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        read(body);
        context.Response.ContentType = "application/x-protobuf";
    });

    // A message stands behind five bytes: whether it is compressed, and its length. The outcome stands in a trailer.
    private void MapGrpc(string path, Action<byte[]> read) => _site.Map(path, async context =>
    {
        var body = await BodyAsync(context);
        Assert.Equal("application/grpc", context.Request.ContentType);
        Assert.Equal(0, body[0]);
        Assert.Equal((uint)body.Length - 5, BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(1)));
        read(body[5..]);
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[5], context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    });

    private static async Task<byte[]> BodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    // ResourceMetrics 1: Resource 1, ScopeMetrics 2: scope 1, metrics 2: name 1.
    private void ReadMetrics(byte[] body)
    {
        foreach (var resource in Messages(body, 1))
        {
            ReadService(resource);
            foreach (var scope in Messages(resource, 2))
            {
                var meter = Text(Messages(scope, 1).Single(), 1);
                foreach (var metric in Messages(scope, 2)) _metrics[Text(metric, 1)] = meter;
            }
        }
    }

    // ResourceSpans 1: Resource 1, ScopeSpans 2: spans 2: trace 1, span 2, parent 4, name 5, attributes 9.
    private void ReadSpans(byte[] body)
    {
        foreach (var resource in Messages(body, 1))
        {
            ReadService(resource);
            foreach (var span in Messages(resource, 2).SelectMany(x => Messages(x, 2)))
            {
                _spans.Enqueue(new ReceivedSpan(Hex(span, 1), Hex(span, 2), Hex(span, 4), Text(span, 5), Messages(span, 9).ToDictionary(x => Text(x, 1), x => Text(Messages(x, 2).Single(), 1))));
            }
        }
    }

    private void ReadService(byte[] resource)
    {
        foreach (var attribute in Messages(resource, 1).SelectMany(x => Messages(x, 1)).Where(x => Text(x, 1) == "service.name")) _services.Enqueue(Text(Messages(attribute, 2).Single(), 1));
    }

    private static string Text(byte[] message, int field) => Messages(message, field) is [var text, ..] ? Encoding.UTF8.GetString(text) : "";

    private static string Hex(byte[] message, int field) => Messages(message, field) is [var bytes, ..] ? Convert.ToHexString(bytes) : "";

    /// <summary>The values of a length-delimited field.</summary>
    private static List<byte[]> Messages(byte[] message, int field)
    {
        var found = new List<byte[]>();
        for (var at = 0; at < message.Length;)
        {
            var key = Number();
            switch (key & 7)
            {
                case 0: Number(); break;
                case 1: at += 8; break;
                case 5: at += 4; break;
                case 2:
                    var length = (int)Number();
                    if ((int)(key >> 3) == field) found.Add(message[at..(at + length)]);
                    at += length;
                    break;
                default: throw new InvalidDataException($"wire type {key & 7}");
            }

            ulong Number()
            {
                for (var (value, shift) = (0UL, 0); ; shift += 7)
                {
                    var next = message[at++];
                    value |= (ulong)(next & 0x7F) << shift;
                    if (next < 0x80) return value;
                }
            }
        }

        return found;
    }
}
