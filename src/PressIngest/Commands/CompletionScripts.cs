using System.CommandLine;
using System.CommandLine.Completions;

namespace PressIngest.Commands;

/// <summary>Completion scripts, made of the command line itself: what is added to it is completed. Nothing is started while somebody types.</summary>
internal static class CompletionScripts
{
    /// <summary>Keys as they stand in sources.yaml, in block or in flow style.</summary>
    private const string Keys = """sed -n 's/^ *- *{\{0,1\} *key: *\([a-z0-9_-]*\).*/\1/p' "${PRESSINGEST_CONFIG:-config}/sources.yaml" 2>/dev/null""";

    public static string Bash(RootCommand root)
    {
        var script = new List<string>();
        script.Add(
            $$"""
            # Completes PressIngest in bash.
            _pressingest() {
              local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb= words= i
              for ((i = 1; i < COMP_CWORD; i++)); do
                case ${COMP_WORDS[i]} in
                  {{string.Join('|', root.Subcommands.Select(x => x.Name))}}) verb=${COMP_WORDS[i]}; break ;;
                esac
              done
              case $verb:$prev in

            """);
        foreach (var command in root.Subcommands)
        {
            foreach (var option in command.Options.Where(TakesValue)) script.Add($"    {command.Name}:{option.Name}) {Values(option)} ;;\n");
        }

        foreach (var option in root.Options.Where(TakesValue)) script.Add($"    *:{option.Name}) return ;;\n");
        script.Add("    *)\n      case $verb in\n");
        foreach (var command in root.Subcommands) script.Add($"        {command.Name}) words='{string.Join(' ', Words(root, command))}' ;;\n");
        script.Add(
            $$"""
                    *) words='{{string.Join(' ', root.Subcommands.Select(x => x.Name).Concat(root.Options.Select(x => x.Name)))}}' ;;
                  esac ;;
              esac
              COMPREPLY=($(compgen -W "$words" -- "$cur"))
            }
            complete -o default -F _pressingest PressIngest

            """);
        return string.Concat(script).ReplaceLineEndings("\n");
    }

    /// <summary>zsh reads bash's completions.</summary>
    public static string Zsh(RootCommand root) =>
        "# Completes PressIngest in zsh.\nautoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n" + Bash(root)[(Bash(root).IndexOf('\n', StringComparison.Ordinal) + 1)..];

    public static string Fish(RootCommand root)
    {
        var script = new List<string> { "# Completes PressIngest in fish.\nfunction __pressingest_keys\n    set -l config config\n    set -q PRESSINGEST_CONFIG; and set config $PRESSINGEST_CONFIG\n" };
        script.Add("    sed -n 's/^ *- *{\\{0,1\\} *key: *\\([a-z0-9_-]*\\).*/\\1/p' \"$config/sources.yaml\" 2>/dev/null\nend\n");
        foreach (var option in root.Options) script.Add(Line("", option));
        foreach (var command in root.Subcommands)
        {
            script.Add($"complete -c PressIngest -n __fish_use_subcommand -f -a {command.Name} -d {Quoted(command.Description)}\n");
            foreach (var option in command.Options) script.Add(Line($" -n '__fish_seen_subcommand_from {command.Name}'", option));
            foreach (var argument in command.Arguments.Where(x => Labels(x).Count > 0))
                script.Add($"complete -c PressIngest -n '__fish_seen_subcommand_from {command.Name}' -f -a '{string.Join(' ', Labels(argument))}'\n");
        }

        return string.Concat(script);
    }

    private static string Line(string condition, Option option)
    {
        var values = NamesSource(option) ? " -x -a '(__pressingest_keys)'" : Labels(option).Count > 0
            ? $" -x -a '{string.Join(' ', Labels(option))}'" : TakesValue(option) ? " -r" : "";
        return $"complete -c PressIngest{condition} -l {option.Name.TrimStart('-')}{values} -d {Quoted(option.Description)}\n";
    }

    private static IEnumerable<string> Words(RootCommand root, Command command) =>
        command.Arguments.SelectMany(Labels).Concat(command.Options.Concat(root.Options.Where(x => x.Name != "--version")).Select(x => x.Name));

    // Files are the shell's to complete: an empty answer leaves it to that.
    private static string Values(Option option) =>
        NamesSource(option) ? $"words=$({Keys})" : Labels(option).Count > 0 ? $"words='{string.Join(' ', Labels(option))}'" : "return";

    private static bool NamesSource(Option option) => option.Name is "--source" or "--retry";

    private static bool TakesValue(Option option) => option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool);

    private static List<string> Labels(Symbol symbol) =>
        symbol is Option { ValueType: var type }
        && type == typeof(bool) ? [] : [.. symbol.GetCompletions(CompletionContext.Empty).Select(x => x.Label)];

    private static string Quoted(string? text) => $"'{text?.Replace("'", "\\'", StringComparison.Ordinal)}'";
}
