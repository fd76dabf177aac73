"""A database file belongs together with its side files: both are copied, or moved out of the way, never deleted."""

from __future__ import annotations

import re
import shutil
from datetime import datetime
from pathlib import Path

SIDES = ("", "-wal", "-shm", "-journal")
_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"\.damaged-(\d{8}-\d{6})(?:-\d+)?")


def set_aside(path: Path, now: datetime) -> Path:
    """Renames the file and its side files, so that they still belong together. Returns where the file now is."""
    stem = f"{path.name}.damaged-{now.strftime(_STAMP)}"
    target = _free(path.parent, stem)
    for side in reversed(SIDES):
        source = path.with_name(path.name + side)
        if source.exists():
            source.replace(target.with_name(target.name + side))
    return target


def copy_with_sides(path: Path, folder: Path) -> Path:
    """Copies the file there together with what of it stands in its log or journal; returns the copy. Raises OSError."""
    target = folder / path.name
    for side in SIDES:
        source = path.with_name(path.name + side)
        if source.exists() and side != "-shm":
            shutil.copyfile(source, target.with_name(target.name + side))
    return target


def newest_set_aside(path: Path) -> tuple[Path, str] | None:
    """The file of this name that was set aside last, and when ("20261122-103000", UTC); None if none ever was."""
    found = []
    for each in path.parent.glob(f"{path.name}.damaged-*"):
        match = _NAME.fullmatch(each.name.removeprefix(path.name))
        if match is not None:
            found.append((match[1], each))
    stamp, newest = max(found, default=("", None))
    return (newest, stamp) if newest is not None else None


def _free(folder: Path, stem: str) -> Path:
    """A name that is not taken."""
    names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, 1000))
    return next(folder / name for name in names if not any((folder / (name + side)).exists() for side in SIDES))
