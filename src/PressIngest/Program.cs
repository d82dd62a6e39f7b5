using System.CommandLine;
using PressIngest.Commands;

var config = new Option<string>("--config")
{
    Description = "The configuration folder",
    DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PRESSINGEST_CONFIG") ?? "config",
    Recursive = true,
};
var root = new RootCommand("PressIngest: Arabic press articles in, a queryable SQLite file out") { config, ExtractCommand.Create(config) };
return await root.Parse(args).InvokeAsync();
