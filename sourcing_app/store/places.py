"""Whether a folder is a bad place for a database: on a network, or watched by a program that copies it elsewhere.

There a write-ahead log does not work (it needs memory that all readers share), and two computers may write at once.
Source: sqlite.org/wal.html, section "Overview"; sqlite.org/howtocorrupt.html, section 2.1.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from enum import Enum
from pathlib import Path

MOUNTS = Path("/proc/self/mounts")
_NETWORK_TYPES = re.compile(
    r"nfs4?|cifs|smb[23]|smbfs|ncpfs|afs|afpfs|webdav|davfs|9p|ceph|glusterfs|lustre|beegfs|ocfs2|gfs2|vboxsf|prl_fs|vmhgfs"
    r"|fuse\.(sshfs|rclone|davfs2?|glusterfs|s3fs|gcsfuse|vmhgfs-fuse|gvfsd-fuse|kio-fuse|google-drive-ocamlfuse|onedriver)"
)
_SYNC_NAMES = re.compile(
    r"dropbox( \(.+\))?|onedrive( - .+)?|google ?drive|drivefs|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud"
    r"|pcloud( ?drive)?|box sync|mega(sync)?|resilio sync|synologydrive|yandex\.disk|tresorit|seafile|nutstore|坚果云"
    r"|baidusyncdisk|百度同步盘|weiyun|腾讯微云",
    re.IGNORECASE,
)
_SYNC_MARKS = (".stfolder", ".dropbox", ".sync", ".owncloudsync.log", ".sync_root", ".nextcloudsync.log")
_DRIVE_REMOTE = 4


class Place(Enum):
    """Where a folder is."""

    HERE = "here"
    NETWORK = "network"
    SYNCHRONISED = "synchronised"


def place_of(folder: Path) -> Place:
    """Where a folder is, as far as the system tells; HERE where it does not."""
    whole = Path(os.path.realpath(folder))
    if _is_on_network(whole):
        return Place.NETWORK
    return Place.SYNCHRONISED if _is_synchronised(whole) else Place.HERE


def _is_synchronised(folder: Path) -> bool:
    """By the names of such programs' folders, and by the marks they leave in them."""
    chosen = {os.path.realpath(value) for name, value in os.environ.items() if name.startswith("OneDrive") and value}
    return any(
        _SYNC_NAMES.fullmatch(each.name)
        or str(each) in chosen
        or any(os.path.exists(f"{each}/{mark}") for mark in _SYNC_MARKS)  # noqa: PTH110 - five times as fast
        for each in (folder, *folder.parents)
    )


def _is_on_network(folder: Path) -> bool:
    try:
        if sys.platform == "win32":
            return _is_remote_drive(folder)
        mounts = MOUNTS.read_text("utf-8", "replace") if sys.platform == "linux" else _mounts_of_bsd()
    except (OSError, subprocess.SubprocessError):
        return False
    return _NETWORK_TYPES.fullmatch(type_of(folder, mounts)) is not None


def type_of(folder: Path, mounts: str) -> str:
    """The kind of file system a folder is on: of the deepest mount point above it, the last one told of.

    mounts: lines of "device point type options", spaces in them written as octal, as in /proc/mounts.
    """
    deepest, kind, inside = -1, "", f"{folder.as_posix()}/"
    for line in mounts.splitlines():
        _, point, found, *_ = (*line.split(" ", 3), "", "", "")
        if "\\" in point:
            point = re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), point)
        if len(point) >= deepest and inside.startswith(point if point.endswith("/") else f"{point}/"):
            deepest, kind = len(point), found
    return kind


def _mounts_of_bsd() -> str:
    """What ``mount`` tells on macOS ("device on point (type, options)"), written as on Linux."""
    told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=2, check=True).stdout
    found = re.findall(r"^(.+?) on (.+) \(([a-z0-9_]+)", told, re.MULTILINE)
    return "\n".join(f"- {point.replace(' ', chr(92) + '040')} {kind} -" for _, point, kind in found)


def _is_remote_drive(folder: Path) -> bool:
    """A share by its name, or a letter that stands for one."""
    if str(folder).startswith("\\\\") and not str(folder).startswith("\\\\?\\"):
        return True
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - not there for the type checker of another system
    return bool(kernel.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)
