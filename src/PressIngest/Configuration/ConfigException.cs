namespace PressIngest.Configuration;

/// <summary>The configuration cannot be used; every problem has its place.</summary>
public sealed class ConfigException(IReadOnlyList<Problem> problems) : Exception($"the configuration has {problems.Count} problem(s)")
{
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
