"""Prepares a photo for upload: upright, on white, at most 1,000 pixels and 300 KB, nothing but pixels in it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from sourcing_app.domain.picture import PreparedPicture
from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging.decoding import decode
from sourcing_app.imaging.encoding import bare_jpeg
from sourcing_app.imaging.files import check_size, pictures_in, read_picture

MAX_TRIES = 20
"""Of the pictures of a folder, until one of them can be read."""


def prepare_photo(source: bytes | Path, *, name: str = "") -> PreparedPicture:
    """The picture to search with. A folder stands for the first picture in it that can be read.

    Raises: PictureUnreadable, its reason as listed there.
    """
    if isinstance(source, bytes):
        check_size(source)
        return _prepare(source, name)
    if os.path.isdir(source):  # noqa: PTH112 - Path.is_dir raises where a name is too long
        return _first_of(source)
    return _prepare(read_picture(source), name or source.name)


def _first_of(folder: Path) -> PreparedPicture:
    first: PictureUnreadable | None = None
    for tried, path in enumerate(pictures_in(folder)):
        if tried == MAX_TRIES:
            break
        try:
            return _prepare(read_picture(path), path.name)
        except PictureUnreadable as error:
            first = first or error
    raise first or PictureUnreadable("folder")


def _prepare(data: bytes, name: str) -> PreparedPicture:
    decoded = decode(data)
    jpeg, (width, height) = bare_jpeg(decoded.image)
    digest = hashlib.sha256(jpeg).hexdigest()
    return PreparedPicture(jpeg, width, height, digest, *decoded.source_size, name, decoded.is_incomplete)
