using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PressIngest.Extraction.Entities;

/// <summary>What names of one person, campaign or tag have in common: folded letters and
/// digits alone, so عبد الله is عبدالله and Mask Up is MaskUp.</summary>
internal static class EntityKey
{
    public static string Of(string name)
    {
        var folded = ArabicText.Fold(name);
        var key = new StringBuilder(folded.Length);
        foreach (var c in folded)
            if (char.IsLetterOrDigit(c)) key.Append(c);
        return key.Length > 0 ? key.ToString() : folded;
    }

    /// <summary>The key as a number, for what is too long to be stored twice.</summary>
    public static long NumberOf(string text) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Of(text))));
}
