using System.CommandLine;

namespace PressIngest.Commands;

/// <summary><c>completion SHELL</c>: a script that completes verbs, options, their values and the keys of sources.</summary>
internal static class CompletionCommand
{
    public static Command Create(RootCommand root)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Command("completion", "Prints a script that completes commands in a shell") { shell };
        command.SetAction(parsed =>
        {
            Console.Out.Write(parsed.GetValue(shell) switch
            {
                "fish" => CompletionScripts.Fish(root),
                "zsh" => CompletionScripts.Zsh(root),
                _ => CompletionScripts.Bash(root),
            });
            return 0;
        });
        return command;
    }
}
