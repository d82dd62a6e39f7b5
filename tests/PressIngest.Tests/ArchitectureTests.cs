using System.Reflection;
using System.Reflection.Emit;
using PressIngest.Extraction;

namespace PressIngest.Tests;

/// <summary>The rules of the house that a compiler does not hold: which folder may know what.</summary>
public class ArchitectureTests
{
    private static readonly Type[] Types = [.. typeof(Extractor).Assembly.GetTypes().Where(x => x.Namespace?.StartsWith("PressIngest", StringComparison.Ordinal) == true)];

    private static readonly string[] Impure =
        ["System.Net.Http", "Microsoft.Data.Sqlite", "Dapper", "Quartz", "Microsoft.Extensions", "System.IO.File", "System.IO.Directory", "System.TimeProvider", "System.Threading.Thread"];

    [Theory]
    [InlineData("PressIngest.Reading")]
    [InlineData("PressIngest.Extraction")]
    public void Pure_stages_do_no_IO_and_know_no_clock(string stage)
    {
        var used = Types.Where(x => x.Namespace!.StartsWith(stage, StringComparison.Ordinal)).SelectMany(Uses);
        Assert.Empty(used.Where(x => Impure.Any(i => x.Uses.StartsWith(i, StringComparison.Ordinal)) || x.Uses is "System.DateTime.get_Now" or "System.DateTime.get_UtcNow" or "System.DateTimeOffset.get_UtcNow" or "System.DateTimeOffset.get_Now").Select(x => $"{x.By} uses {x.Uses}"));
    }

    [Theory]
    [InlineData("Quartz", "PressIngest.Scheduling")]
    [InlineData("System.Net.Http", "PressIngest.Fetching")]
    [InlineData("Microsoft.Data.Sqlite", "PressIngest.Storage")]
    [InlineData("Dapper", "PressIngest.Storage")]
    [InlineData("AngleSharp", "PressIngest.Reading", "PressIngest.Discovery")]
    public void A_library_is_known_to_its_stage_alone(string library, params string[] stages)
    {
        var strangers = Types.Where(x => !stages.Any(s => x.Namespace!.StartsWith(s, StringComparison.Ordinal))).SelectMany(Uses);
        Assert.Empty(strangers.Where(x => x.Uses.StartsWith(library + ".", StringComparison.Ordinal)).Select(x => $"{x.By} uses {x.Uses}"));
    }

    /// <summary>Every type in the signatures of a type and every member that its code calls.</summary>
    private static IEnumerable<(string By, string Uses)> Uses(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (var field in type.GetFields(all)) yield return (type.FullName!, field.FieldType.FullName ?? "");
        foreach (var method in type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all)))
        {
            foreach (var parameter in method.GetParameters()) yield return (type.FullName!, parameter.ParameterType.FullName ?? "");
            foreach (var called in Calls(method)) yield return ($"{type.FullName}.{method.Name}", $"{called.DeclaringType?.FullName}.{called.Name}");
        }
    }

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields().Select(x => (OpCode)x.GetValue(null)!).ToDictionary(x => x.Value);

    private static IEnumerable<MethodBase> Calls(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType?.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var i = 0; i < code.Length;)
        {
            var opCode = OpCodesByValue[code[i] == 0xFE ? (short)(0xFE00 | code[++i]) : code[i]];
            i++;
            if (opCode.OperandType == OperandType.InlineMethod && method.Module.ResolveMethod(BitConverter.ToInt32(code, i), typeArguments, methodArguments) is { } called) yield return called;
            i += opCode.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, i)),
                _ => 4,
            };
        }
    }
}
