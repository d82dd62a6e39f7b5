using System.Security.Cryptography;
using System.Text;

namespace PressIngest.Configuration;

/// <summary>The files of the config folder as they were read at one time, and what could not be read.</summary>
public sealed record ConfigTexts(ConfigFile? Sources, IReadOnlyList<ConfigFile> Lexicon, ConfigFile? Service, IReadOnlyList<Problem> Problems)
{
    /// <summary>
    /// Tells these contents from any others. Contents, not times or notices of the file system: editors put a new file in the old one's place, and an
    /// orchestrator turns a link to another folder, so that the file that was watched is never written to.
    /// </summary>
    public string Fingerprint { get; } = FingerprintOf([Sources, Service, .. Lexicon], Problems);

    private static string FingerprintOf(IEnumerable<ConfigFile?> files, IEnumerable<Problem> problems)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in files.SelectMany(x => new[] { x?.Path, x?.Text }).Concat(problems.Select(x => x.ToString())))
        {
            var bytes = Encoding.UTF8.GetBytes(text ?? "");
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
