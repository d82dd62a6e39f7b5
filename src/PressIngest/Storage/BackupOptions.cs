using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PressIngest.Storage;

/// <summary>Section <c>Backup</c> of <c>appsettings.json</c>: copies of the database that the service makes of itself, each checked.</summary>
public sealed class BackupOptions
{
    /// <summary>The folder that they are put into, which is made where it is missing; none are made without it.</summary>
    public string? Folder { get; set; }

    /// <summary>When, in the time zone of the machine. What was missed while the service was down is made up for at its start.</summary>
    public TimeOnly At { get; set; } = new(3, 30);

    /// <summary>How many of the last days are kept; 1 to 366.</summary>
    public int Daily { get; set; } = 7;

    /// <summary>Of how many weeks before those one is kept; 0 to 520.</summary>
    public int Weekly { get; set; } = 4;

    internal static OptionsBuilder<BackupOptions> Validate(OptionsBuilder<BackupOptions> builder) => builder
        .Validate(x => x.Folder is null or { Length: > 0 }, "Backup:Folder must name a folder, or be null for no backups")
        .Validate(x => x.Folder is not { Length: > 0 } folder
            || !File.Exists(folder), "Backup:Folder must name a folder, and a file of that name is there")
        .Validate(x => x.Daily is >= 1 and <= 366, "Backup:Daily must be between 1 and 366")
        .Validate(x => x.Weekly is >= 0 and <= 520, "Backup:Weekly must be between 0 and 520");
}

internal static class BackupRegistration
{
    /// <summary>Registers what backups are configured by (section <c>Backup</c>).</summary>
    public static IServiceCollection AddBackupOptions(this IServiceCollection services)
    {
        BackupOptions.Validate(services.AddOptions<BackupOptions>().BindConfiguration("Backup")).ValidateOnStart();
        return services;
    }
}
