"""Where a running program listens for later starts, and who is at the other end: places that only this user can write to."""

from __future__ import annotations

import hashlib
import os
import socket
import stat
import struct
import sys
import tempfile
from pathlib import Path

LONGEST_PATH = 100
"""Bytes of a socket's address: 108 on Linux, 104 on macOS, the closing zero included."""
_LOCAL_PEERCRED, _SOL_LOCAL, _XUCRED_BYTES = 0x001, 0, 76
"""Source: sys/un.h and sys/ucred.h of macOS."""


def socket_places(profile: Path) -> tuple[str, ...]:
    """Where to listen and where to knock, in that order: in the profile, else (where the disk has no sockets, or the path
    is too long) in the folder the system keeps for this user. On Windows the name of a pipe.
    """
    digest = hashlib.sha256(os.fsencode(profile.resolve())).hexdigest()[:16]
    if os.name == "nt":
        return (f"sourcing-{digest}",)
    users_own = [os.environ.get("XDG_RUNTIME_DIR"), tempfile.gettempdir()]  # the latter is the user's own on macOS
    places = [profile / "running.socket", *(Path(each) / f"sourcing-{digest}.socket" for each in users_own if each)]
    return tuple(str(each) for each in places if len(os.fsencode(each)) <= LONGEST_PATH and is_private(each.parent))


def is_private(folder: Path) -> bool:
    """Whether it is this user's, and nobody else can put anything there."""
    try:
        about = folder.stat()
    except OSError:
        return False
    return stat.S_ISDIR(about.st_mode) and about.st_uid == os.geteuid() and not about.st_mode & 0o022


def is_this_user(descriptor: int) -> bool:
    """Whether the other end of a local socket belongs to this user. Where the system does not tell, the place of the socket
    has to vouch for it."""
    if os.name == "nt":
        return True
    user = _peer(descriptor)
    return user is None or user == os.geteuid()


def _peer(descriptor: int) -> int | None:
    with socket.socket(fileno=os.dup(descriptor)) as end:
        try:
            if sys.platform == "darwin":
                return int(struct.unpack_from("II", end.getsockopt(_SOL_LOCAL, _LOCAL_PEERCRED, _XUCRED_BYTES))[1])
            if hasattr(socket, "SO_PEERCRED"):
                _, user, _ = struct.unpack("3i", end.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
                return int(user)
        except OSError:
            return -1
    return None
