using System.Collections.Frozen;
using System.Text;

namespace PressIngest.Storage;

/// <summary>Which file system a file lies on, by the mount table of Linux as <c>/proc/self/mountinfo</c> gives it (proc(5)). Pure.</summary>
internal static class MountTable
{
    /// <summary>File systems whose locks and shared memory other machines do not see: a write-ahead log is damaged there sooner or later.</summary>
    private static readonly FrozenSet<string> Network = new[]
    {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "lustre", "gpfs", "beegfs", "orangefs",
        "pvfs2", "coda", "davfs",
        "fuse.sshfs", "fuse.s3fs", "fuse.s3ql", "fuse.rclone", "fuse.glusterfs", "fuse.ceph", "fuse.ceph-fuse", "fuse.gcsfuse",
        "fuse.goofys", "fuse.mountpoint-s3",
        "fuse.blobfuse", "fuse.blobfuse2", "fuse.davfs", "fuse.davfs2", "fuse.curlftpfs", "fuse.smbnetfs", "fuse.gvfsd-fuse", "fuse.juicefs",
        "fuse.mfs", "fuse.moosefs",
        "fuse.lizardfs", "fuse.seaweedfs", "fuse.beegfs", "fuse.lustre", "fuse.nfs",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The type and the mount point of the network file system that the path lies on; null where it is on none.</summary>
    public static (string Type, string MountPoint)? NetworkFileSystem(string mountInfo, string path)
    {
        (string Type, string MountPoint)? found = null;
        foreach (var line in mountInfo.Split('\n'))
        {
            if (Parse(line) is not { } mount || !IsUnder(path, mount.MountPoint)) continue;
            // What is mounted later at the same place hides what was there.
            if (found is null || mount.MountPoint.Length >= found.Value.MountPoint.Length) found = mount;
        }

        return found is { } it && Network.Contains(it.Type) ? it : null;
    }

    private static (string Type, string MountPoint)? Parse(string line)
    {
        // 36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue
        var separator = line.IndexOf(" - ", StringComparison.Ordinal);
        if (separator < 0) return null;
        var before = line[..separator].Split(' ');
        return before.Length < 5 ? null : (line[(separator + 3)..].Split(' ')[0], Unescape(before[4]));
    }

    /// <summary>Blanks, tabs, line ends and backslashes stand there as three octal digits.</summary>
    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 3 < text.Length && text.AsSpan(i + 1, 3).IndexOfAnyExceptInRange('0', '7') < 0)
            {
                plain.Append((char)(((text[i + 1] - '0') << 6) | ((text[i + 2] - '0') << 3) | (text[i + 3] - '0')));
                i += 3;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    private static bool IsUnder(string path, string mountPoint) =>
        mountPoint == "/" || path == mountPoint || (path.StartsWith(mountPoint, StringComparison.Ordinal) && path[mountPoint.Length] == '/');
}
