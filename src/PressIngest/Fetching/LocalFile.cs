namespace PressIngest.Fetching;

/// <summary>Reads a file as if it had been fetched, under the same limit.</summary>
public static class LocalFile
{
    /// <summary>A <see cref="FetchResult.Body"/> without headers, or in words why the file cannot be read.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<FetchResult> ReadAsync(string path, long maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            // Whoever writes the file may go on doing so, or replace it.
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1,
                FileOptions.Asynchronous);
            if (file.Length > maxBytes) return new FetchResult.Failed(FetchFailure.TooLarge, $"{path} is larger than {maxBytes:N0} bytes");
            var bytes = new byte[file.Length];
            var read = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return new FetchResult.Body(bytes[..read], null, Address(path), null, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FetchResult.Failed(FetchFailure.File, $"{path} cannot be read: {e.Message}");
        }
    }

    // Written out with its scheme: in a Uri made from a bare path, relative links would keep their percent signs.
    private static Uri Address(string path) => new(new Uri(Path.GetFullPath(path)).AbsoluteUri);
}
