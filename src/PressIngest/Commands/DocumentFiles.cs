namespace PressIngest.Commands;

/// <summary>The files that <c>extract</c> is given.</summary>
internal static class DocumentFiles
{
    private const string StandardInput = "-";
    private const long MaxBytes = 16 << 20;

    /// <summary>The path itself; of a folder every document in it, recursively and in order.</summary>
    public static IEnumerable<string> At(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsDocument).Order(StringComparer.Ordinal)
        : [path];

    /// <exception cref="IOException">The file is not there, cannot be read, or is larger than any article.</exception>
    public static byte[] Bytes(string path)
    {
        using var input = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = input.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MaxBytes) throw new IOException($"larger than {MaxBytes >> 20} MB: no article is");
        }

        return bytes.ToArray();
    }

    private static bool IsDocument(string path) => Path.GetExtension(path).ToLowerInvariant() is ".html" or ".htm" or ".txt";
}
