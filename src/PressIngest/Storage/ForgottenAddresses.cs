using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using PressIngest.Discovery;

namespace PressIngest.Storage;

/// <summary>Addresses whose article somebody had taken down: nothing is fetched from them or stored under them again.</summary>
internal static class ForgottenAddresses
{
    private const int MostParameters = 500;

    public static void Add(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<string> addresses,
        DateTimeOffset now) => connection.Execute(
        "INSERT OR IGNORE INTO forgotten (address_hash, forgotten_at) VALUES (@Hash, @Now)",
            addresses.Select(x => new { Hash = HashOf(x), Now = SqlTime.Of(now) }), transaction);

    /// <summary>Those of the addresses that are forgotten.</summary>
    public static IReadOnlySet<string> Of(SqliteConnection connection, SqliteTransaction? transaction, IEnumerable<string> addresses)
    {
        // Nearly always nothing was ever forgotten: then no address is hashed.
        if (connection.ExecuteScalar<long>("SELECT EXISTS (SELECT 1 FROM forgotten)", transaction: transaction) == 0) return new HashSet<string>();
        var hashes = addresses.Distinct(StringComparer.Ordinal).ToDictionary(x => x, HashOf, StringComparer.Ordinal);
        var known = hashes.Values.Distinct().Chunk(MostParameters)
            .SelectMany(x => connection.Query<string>("SELECT address_hash FROM forgotten WHERE address_hash IN @x", new { x }, transaction)).ToHashSet(StringComparer.Ordinal);
        return hashes.Where(x => known.Contains(x.Value)).Select(x => x.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static string HashOf(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalUrl.Of(address) ?? address)));
}
