"""Which of many files and folders are photos: names in folders, first bytes of single files. Blocking."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

from sourcing_app.domain.picture import FoundPhotos
from sourcing_app.domain.picture_formats import HEAD_BYTES, format_of
from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging.files import pictures_in, read_picture_head

MAX_FOUND = 2_000


def find_photos(paths: tuple[Path, ...]) -> FoundPhotos:
    """In the order given; of a folder, all photos in it and its subfolders. At most MAX_FOUND."""
    photos: list[Path] = []
    refused: list[tuple[str, PictureUnreadable]] = []
    for path in paths:
        try:
            photos += islice(_photos_at(path), MAX_FOUND - len(photos))
        except PictureUnreadable as error:
            refused.append((path.name, error))
    return FoundPhotos(tuple(photos), tuple(refused))


def _photos_at(path: Path) -> tuple[Path, ...]:
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a name is too long
        inside = tuple(islice(pictures_in(path), MAX_FOUND))
        if not inside:
            raise PictureUnreadable("folder")
        return inside
    kind = format_of(read_picture_head(path, HEAD_BYTES))
    if kind is None:
        raise PictureUnreadable("not_a_picture")
    if not kind.is_read:
        raise PictureUnreadable("format", kind=kind.name)
    return (path,)
