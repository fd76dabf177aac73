"""A picture's bytes from a file, and the pictures of a folder in their order. Blocking."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from sourcing_app.domain.picture import PreparedPicture
from sourcing_app.domain.picture_formats import has_picture_name
from sourcing_app.errors import PictureUnreadable

MAX_FILE_BYTES = 200_000_000
MAX_TRIES = 20
"""Of the pictures of a folder, until one of them can be read."""
MAX_DEPTH = 8
MAX_FOLDERS = 2_000
"""Of subfolders looked into; a home folder dropped by mistake has tens of thousands."""
_SYSTEM_FOLDERS = frozenset({"__macosx", "$recycle.bin", "system volume information", "@eadir"})
_OPENING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""Without waiting: a named pipe would otherwise hold the caller until somebody writes to it."""


def read_picture(path: Path) -> bytes:
    """All of the file. What is looked at and what is read is the same open file, even if it is exchanged meanwhile.

    Raises: PictureUnreadable "missing", "not_opened" (detail says why), "not_a_picture" (a pipe, a device), "too_large", "empty".
    """
    data = read_picture_head(path, MAX_FILE_BYTES + 1)
    check_size(data)
    return data


def read_picture_head(path: Path, size: int) -> bytes:
    """The first bytes of the file, at most so many. Raises: as ``read_picture``."""
    try:
        descriptor = os.open(path, _OPENING)
        with os.fdopen(descriptor, "rb") as file:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode):
                raise PictureUnreadable("not_a_picture")  # a pipe or a device: reading it may never end
            if found.st_size > MAX_FILE_BYTES:
                raise PictureUnreadable("too_large", size=found.st_size)
            if not found.st_size:
                raise PictureUnreadable("empty")
            return file.read(size)
    except FileNotFoundError as error:
        raise PictureUnreadable("missing") from error
    except (OSError, ValueError) as error:  # ValueError: a name with a zero in it
        raise PictureUnreadable("not_opened", detail=getattr(error, "strerror", None) or str(error)) from error


def check_size(data: bytes) -> None:
    """Raises: PictureUnreadable "empty", "too_large"."""
    if not data:
        raise PictureUnreadable("empty")
    if len(data) > MAX_FILE_BYTES:
        raise PictureUnreadable("too_large", size=len(data))


def first_readable(folder: Path, prepare: Callable[[Path], PreparedPicture]) -> PreparedPicture:
    """Of the folder's first picture that can be. Raises: PictureUnreadable "folder", or the first picture's own."""
    first: PictureUnreadable | None = None
    for tried, path in enumerate(pictures_in(folder)):
        if tried == MAX_TRIES:
            break
        try:
            return prepare(path)
        except PictureUnreadable as error:
            if error.reason == "cancelled":
                raise
            first = first or error
    raise first or PictureUnreadable("folder")


def pictures_in(folder: Path) -> Iterator[Path]:
    """Files named as pictures: the folder's own first, by name, then those of its subfolders. Hidden files and folders, what
    systems put beside photos, and links to folders are passed over. What cannot be listed is passed over too."""
    waiting = [(folder, 0)]
    for _ in range(MAX_FOLDERS):
        if not waiting:
            return
        current, depth = waiting.pop(0)
        files, folders = _listed(current)
        yield from files
        if depth < MAX_DEPTH:
            waiting[:0] = [(each, depth + 1) for each in folders]


def _listed(folder: Path) -> tuple[list[Path], list[Path]]:
    files, folders = [], []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if _is_hidden(entry):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(Path(entry.path))
                elif has_picture_name(Path(entry.name)) and entry.is_file():
                    files.append(Path(entry.path))
    except OSError:
        pass  # what was listed before the folder broke off still counts
    return sorted(files, key=_by_name), sorted(folders, key=_by_name)


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    """By a leading dot, by the attribute Windows keeps, or as a folder of the system."""
    if entry.name.startswith(".") or entry.name.lower() in _SYSTEM_FOLDERS:
        return True
    attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0) if os.name == "nt" else 0
    return bool(attributes & 2)


def _by_name(path: Path) -> tuple[str, str]:
    return path.name.casefold(), path.name
