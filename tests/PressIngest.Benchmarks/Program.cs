using PressIngest.Benchmarks;

// Speed is told as ratios within one run: machines are shared and noisy. Run with --configuration Release.
switch (args)
{
    case ["read", .. var folders]:
        ReadingBenchmark.Run(folders);
        return 0;
    case ["linear"]:
        LinearTimeBenchmark.Run();
        return 0;
    case ["crawl", .. var rest]:
        return await CrawlBenchmark.RunAsync(Number(rest, 0, 1000), Number(rest, 1, 10), kills: 0);
    case ["crash", .. var rest]:
        return await CrawlBenchmark.RunAsync(Number(rest, 0, 10_000), Number(rest, 1, 100), Number(rest, 2, 10));
    case ["store", .. var rest]:
        return StoreBenchmark.Run(Number(rest, 0, 100_000), rest.Length > 1 ? rest[1] : null);
    default:
        Console.Error.WriteLine(
            """
            read [FOLDER…]               decode + parse + read + extract, against AngleSharp's parse of the same pages alone
            linear                       extraction of 10 kB to 10 MB of the worst that its grammar can meet
            crawl [ARTICLES [HOSTS]]     pages a second end to end, from a site on this machine
            store [ARTICLES [FOLDER]]    generated articles into a file: rate at its start and end, memory, size, and the time of each of the ten queries
            crash [ARTICLES [HOSTS [KILLS]]]   the same, killed at random moments and started again: every article once, a sound file
            """);
        return 2;
}

static int Number(string[] values, int index, int otherwise) => values.Length > index ? int.Parse(values[index], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
