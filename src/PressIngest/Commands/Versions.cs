using System.Reflection;

namespace PressIngest.Commands;

internal static class Versions
{
    public static string Program { get; } =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "?";
}
