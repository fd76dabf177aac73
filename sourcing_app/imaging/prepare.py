"""Prepares a photo for upload: upright, on white, at most 1,000 pixels and 300 KB, nothing but pixels in it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from functools import partial

from sourcing_app.domain.picture import Bitmap, PhotoSource, PreparedPicture
from sourcing_app.imaging.decoding import Decoded, decode, flatten
from sourcing_app.imaging.encoding import bare_jpeg
from sourcing_app.imaging.files import check_size, first_readable, read_picture

Begin = Callable[[int], None]


def _unheard(_size: int) -> None:
    """Where nobody counts the work."""


def prepare_photo(source: PhotoSource, *, name: str = "", begin: Begin = _unheard) -> PreparedPicture:
    """The picture to search with. A folder stands for the first picture in it that can be read.

    begin: told the size of each file before it is decoded. Raises: PictureUnreadable, its reason as listed there.
    """
    if isinstance(source, Bitmap):
        begin(len(source.data))
        return encoded(flatten(source), name)
    if isinstance(source, bytes):
        check_size(source)
        return _prepared(source, name, begin)
    if os.path.isdir(source):  # noqa: PTH112 - Path.is_dir raises where a name is too long
        return first_readable(source, partial(prepare_photo, begin=begin))
    return _prepared(read_picture(source), name or source.name, begin)


def _prepared(data: bytes, name: str, begin: Begin) -> PreparedPicture:
    begin(len(data))
    return encoded(decode(data), name)


def encoded(decoded: Decoded, name: str) -> PreparedPicture:
    """Ready to be uploaded."""
    jpeg, (width, height) = bare_jpeg(decoded.image)
    digest = hashlib.sha256(jpeg).hexdigest()
    return PreparedPicture(jpeg, width, height, digest, *decoded.source_size, name, decoded.is_incomplete)
