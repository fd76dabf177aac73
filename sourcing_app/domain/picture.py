"""The photo we search with, and the part of it that counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sourcing_app.errors import PictureUnreadable


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle in the prepared picture, whole pixels, right and bottom exclusive."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class PreparedPicture:
    """A photo ready to be uploaded: upright, without any metadata, JPEG.

    jpeg: at most 1,000 pixels a side and 300 KB. sha256: of jpeg, hex; names the picture in history and cache.
    source_width, source_height: pixels of what was given, after turning it upright. is_incomplete: the file broke off, and
    only the part that was there is in jpeg.
    """

    jpeg: bytes
    width: int
    height: int
    sha256: str
    source_width: int
    source_height: int
    source_name: str = ""
    is_incomplete: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Bitmap:
    """Pixels that were pasted or dragged, before they are prepared.

    data: rows from the top, stride bytes each. layout: the order of a pixel's bytes: "BGRX", "BGRA", "BGRa" (colours already
    weighed by the opacity), "RGBX", "RGBA", "RGBa", "RGB", "BGR", "L". owner: what must live as long as data is used.
    """

    data: bytes | memoryview
    width: int
    height: int
    stride: int
    layout: str
    owner: object = field(default=None, repr=False)


PhotoSource = bytes | Path | Bitmap
"""What a photo can be prepared from: a file's contents, a file or folder, pixels."""


@dataclass(frozen=True, slots=True)
class FoundPhotos:
    """What was found among files and folders. photos: in their order; refused: (name, why) of what is none."""

    photos: tuple[Path, ...]
    refused: tuple[tuple[str, PictureUnreadable], ...] = ()


@dataclass(frozen=True, slots=True)
class WebPicture:
    """A picture at an address of a host that is not the platform's, and that a person agreed to ask. host: as shown then."""

    address: str
    host: str
