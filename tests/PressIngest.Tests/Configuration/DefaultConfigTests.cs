using PressIngest.Configuration;

namespace PressIngest.Tests.Configuration;

public sealed class DefaultConfigTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _shipped;
    private readonly string _asked;

    public DefaultConfigTests()
    {
        _folder.Write("app/config/sources.yaml", "sources: []");
        _folder.Write("app/config/lexicon/speech.yaml", "verbs: []");
        (_shipped, _asked) = (_folder.File("app/config"), _folder.File("config"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_nobody_has_written_one_the_default_is_written_and_stays_to_be_edited(bool isThere)
    {
        if (isThere) Directory.CreateDirectory(_asked);
        Assert.Equal(_asked, DefaultConfig.Folder(_asked, _shipped));
        Assert.Equal("verbs: []", File.ReadAllText(Path.Combine(_asked, "lexicon", "speech.yaml")));
        _folder.Write("config/sources.yaml", "sources: [edited]");
        Assert.Equal(_asked, DefaultConfig.Folder(_asked, _shipped));
        Assert.Equal("sources: [edited]", File.ReadAllText(Path.Combine(_asked, "sources.yaml")));
    }

    [Fact]
    public void Where_it_may_not_be_written_it_is_used_as_it_is()
    {
        _folder.Write("closed", "a file, in which no folder can be made");
        Assert.Equal(_shipped, DefaultConfig.Folder(_folder.File("closed/config"), _shipped));
    }

    [Fact]
    public void What_somebody_has_written_is_left_alone_and_a_program_without_a_default_goes_by_what_is_asked_for()
    {
        _folder.Write("config/sources.yaml", "sources: [theirs]");
        Assert.Equal(_asked, DefaultConfig.Folder(_asked, _shipped));
        Assert.Equal(["sources.yaml"], Directory.EnumerateFileSystemEntries(_asked).Select(Path.GetFileName));
        Assert.Equal("nowhere", DefaultConfig.Folder("nowhere", _folder.File("none")));
    }
}
