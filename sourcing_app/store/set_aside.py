"""A damaged file is moved out of the way together with its side files, never deleted."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

SIDES = ("", "-wal", "-shm", "-journal")


def set_aside(path: Path, now: datetime) -> Path:
    """Renames the file and its side files, so that they still belong together. Returns where the file now is."""
    stem = f"{path.name}.damaged-{now.strftime('%Y%m%d-%H%M%S')}"
    target = _free(path.parent, stem)
    for side in reversed(SIDES):
        source = path.with_name(path.name + side)
        if source.exists():
            source.replace(target.with_name(target.name + side))
    return target


def _free(folder: Path, stem: str) -> Path:
    """A name that is not taken."""
    names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, 1000))
    return next(folder / name for name in names if not any((folder / (name + side)).exists() for side in SIDES))
