using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PressIngest.Fetching;

namespace PressIngest.Tests.Fetching;

public sealed class TlsTests
{
    [Fact]
    public async Task Trusts_no_certificate_that_nobody_vouches_for()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var site = RawSite.Start(
            async (stream, token) =>
            {
                await using var tls = new SslStream(stream);
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, token);
            },
            readsFirst: false);
        await using var fetchers = new Fetchers();
        var failed = Assert.IsType<FetchResult.Failed>(await fetchers.FetchAsync(new UriBuilder(site.Address) { Scheme = "https" }.Uri));
        Assert.Equal(FetchFailure.Network, failed.Failure);
        Assert.Contains("certificate", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_a_server_that_speaks_no_TLS()
    {
        await using var site = RawSite.Start("HTTP/1.1 400 Bad Request\r\n\r\n");
        await using var fetchers = new Fetchers();
        var failed = Assert.IsType<FetchResult.Failed>(await fetchers.FetchAsync(new UriBuilder(site.Address) { Scheme = "https" }.Uri));
        Assert.Equal(FetchFailure.Network, failed.Failure);
    }
}
