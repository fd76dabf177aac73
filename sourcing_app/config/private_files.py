"""What the program keeps is for its user alone: 0700 for folders and 0600 for files, on POSIX.

On Windows the rights of the user's own folder are enough, and nothing is done here. What a person saves elsewhere (a table, a
picture), and programs that are started from here (a browser), have the rights that are usual for this user. Standard library
only.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

PRIVATE_UMASK = 0o077
_OURS = (
    "ledger.sqlite3*", "settings*.json*", "window.ini*", "last-*", "api_permissions.json*", "members.json*", "running.*",
    "backups", "cache", "logs", "demo-market", "salvage-*",
)  # fmt: skip
"""What the program makes in its profile. Anything else in the folder is somebody else's, and left alone."""
_usual: int | None = None


def begin_private(profile: Path) -> None:
    """From now on nobody else can look into the profile, nor into any file this process makes."""
    global _usual
    if os.name == "nt":
        return
    before = os.umask(PRIVATE_UMASK)
    _usual = before if _usual is None else _usual
    if profile != Path.home():
        _mend(profile)


def mend_files(profile: Path) -> None:
    """Files of an earlier version, or copied back by hand, that others may read. Takes as long as there are files."""
    if os.name == "nt":
        return
    for pattern in _OURS:
        with contextlib.suppress(OSError):
            for path in profile.glob(pattern):
                _mend(path)
                if path.is_dir() and not path.is_symlink():
                    for below in path.rglob("*"):
                        _mend(below)


def _mend(path: Path) -> None:
    """Take away what others may do with it. A link, or what belongs to another user, is left as it is."""
    with contextlib.suppress(OSError):
        about = path.lstat()
        if not stat.S_ISLNK(about.st_mode) and about.st_uid == os.geteuid() and about.st_mode & PRIVATE_UMASK:
            path.chmod(stat.S_IMODE(about.st_mode) & ~PRIVATE_UMASK)


@contextlib.contextmanager
def usual_rights() -> Iterator[None]:
    """For a program that is started in here: it makes its own files as it always does."""
    if _usual is None:
        yield
        return
    os.umask(_usual)
    try:
        yield
    finally:
        os.umask(PRIVATE_UMASK)


def give_usual_rights(path: Path, *, is_new: bool) -> None:
    """A file that a person saved, written privately until it was whole. One that was there before keeps its rights."""
    if _usual is not None and is_new:
        with contextlib.suppress(OSError):
            path.chmod(0o666 & ~_usual)
