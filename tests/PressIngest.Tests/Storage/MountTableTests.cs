using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

public class MountTableTests
{
    private const string Table =
        """
        22 27 0:21 / /proc rw,relatime - proc proc rw
        27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
        36 27 0:40 / /mnt/share rw,relatime shared:7 - nfs4 server:/share rw,vers=4.2
        37 36 254:1 / /mnt/share/local rw,relatime shared:8 master:2 - xfs /dev/vdb rw
        38 27 0:41 / /mnt/my\040share rw,relatime - cifs //server/x rw
        39 27 0:42 / /home/me/remote rw,nosuid - fuse.sshfs me@host: rw
        40 27 0:43 / /mnt/auto rw,relatime - autofs systemd-1 rw,fd=30
        41 40 0:44 / /mnt/auto rw,relatime - nfs server:/auto rw
        42 27 0:45 / /c rw,noatime - 9p drvfs rw,aname=drvfs
        43 27 0:46 / /mnt/ntfs rw,relatime - fuseblk /dev/sdc1 rw
        44 27 0:47 / /data rw,relatime - overlay overlay rw,lowerdir=/l
        """;

    [Theory]
    [InlineData("/srv/press.db", null)]
    [InlineData("/mnt/share/press.db", "nfs4 /mnt/share")]
    [InlineData("/mnt/share", "nfs4 /mnt/share")]
    [InlineData("/mnt/shared/press.db", null)]
    [InlineData("/mnt/share/local/press.db", null)]
    [InlineData("/mnt/my share/a/press.db", "cifs /mnt/my share")]
    [InlineData("/home/me/remote/press.db", "fuse.sshfs /home/me/remote")]
    [InlineData("/mnt/auto/press.db", "nfs /mnt/auto")]
    [InlineData("/c/Users/press.db", "9p /c")]
    [InlineData("/mnt/ntfs/press.db", null)]
    [InlineData("/data/press.db", null)]
    public void Tells_what_lies_on_another_machine(string path, string? expected) =>
        Assert.Equal(expected, MountTable.NetworkFileSystem(Table, path) is { } mount ? $"{mount.Type} {mount.MountPoint}" : null);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("no such line at all")]
    [InlineData("36 35 98:0 - nfs")]
    public void Makes_nothing_of_what_it_cannot_read(string table) => Assert.Null(MountTable.NetworkFileSystem(table, "/a/press.db"));

    [Fact]
    public void The_refusal_says_where_why_and_what_to_do()
    {
        var message = Assert.Throws<StorageException>(() => Location.RefuseNetwork("/mnt/share/press.db", Table)).Message;
        Assert.Contains("/mnt/share/press.db is on a network file system (nfs4, mounted at /mnt/share)", message, StringComparison.Ordinal);
        Assert.Contains("--db", message, StringComparison.Ordinal);
        Location.RefuseNetwork("/srv/press.db", Table);
    }

    [Fact]
    public void Links_are_followed_to_where_the_file_really_is()
    {
        using var folder = new TemporaryFolder();
        var real = Location.Real(Directory.CreateDirectory(folder.File("real/deep")).FullName);
        Directory.CreateSymbolicLink(folder.File("link"), folder.File("real"));
        Assert.Equal(Path.Combine(real, "press.db"), Location.Real(folder.File("link/deep/press.db")));
    }
}
