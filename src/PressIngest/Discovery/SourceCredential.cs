using System.Text;
using PressIngest.Configuration;
using PressIngest.Fetching;

namespace PressIngest.Discovery;

/// <summary>Reads <c>auth</c> of a source. The secret itself stands in an environment variable or a file, never in <c>sources.yaml</c>.</summary>
internal static class SourceCredential
{
    public static readonly string[] Keys = ["user", "password_env", "password_file", "header", "token_env", "token_file"];

    /// <param name="source">The record.</param>
    /// <param name="locations">The source's addresses: the credential goes to their sites only.</param>
    /// <param name="folder">What the path of a file is relative to.</param>
    /// <param name="allowPrivate">A site of one's own may do without https.</param>
    public static Credential? Read(ConfigNode source, IReadOnlyList<string> locations, string folder, bool allowPrivate)
    {
        if (source.Get("auth") is not { } auth) return null;
        if (!auth.IsMap) auth.Report("'auth' must be a map: 'user' with password_env or password_file, or 'header' with token_env or token_file");
        auth.RejectUnknown(Keys);
        var isSafe = locations.All(x => Uri.TryCreate(x, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (allowPrivate && url.Scheme == Uri.UriSchemeHttp)));
        if (!isSafe) auth.Report("'auth' needs addresses with https: what is sent over http anybody on the way can read");
        var user = auth.Text("user");
        var header = auth.Text("header");
        if ((user is null) == (header is null)) auth.Report("give either 'user', for a name and a password, or 'header', for a token");
        if (header is not null && !header.All(x => char.IsAsciiLetterOrDigit(x) || x == '-')) auth.Get("header")!.Report($"'{header}' is no name of a header");
        var what = user is null ? "token" : "password";
        var file = auth.Text(what + "_file") is { } path ? Path.Combine(folder, path) : null;
        if (Secret(auth, what, file) is not { } secret || !isSafe) return null;
        if (user is not null) return new Credential("Authorization", Basic(user, secret), locations) { File = file };
        return header is null ? null : new Credential(header, Token(header, secret), locations) { File = file };
    }

    private static string? Secret(ConfigNode auth, string what, string? file)
    {
        var variable = auth.Text(what + "_env");
        if ((variable is null) == (file is null))
        {
            auth.Report($"say where the {what} is: '{what}_env' names an environment variable, '{what}_file' a file");
            return null;
        }

        return variable is not null ? FromVariable(auth.Get(what + "_env")!, variable) : FromFile(auth.Get(what + "_file")!, file!);
    }

    private static string? FromVariable(ConfigNode node, string variable)
    {
        var secret = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(secret)) node.Report($"the environment variable {variable} is not set");
        return string.IsNullOrEmpty(secret) ? null : secret;
    }

    private static string? FromFile(ConfigNode node, string path)
    {
        try
        {
            if (File.ReadAllText(path).Trim() is { Length: > 0 } secret) return secret;
            node.Report($"{path} is empty");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            node.Report($"{path} cannot be read: {e.Message}");
        }

        return null;
    }

    private static string Basic(string user, string secret) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}"));

    // An Authorization header names its scheme; that of a bare token is Bearer.
    private static string Token(string header, string secret) =>
        header.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
            && !secret.Contains(' ', StringComparison.Ordinal) ? "Bearer " + secret : secret;
}
