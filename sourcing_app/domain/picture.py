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

    @property
    def area(self) -> int:
        """In pixels."""
        return max(0, self.right - self.left) * max(0, self.bottom - self.top)

    def likeness(self, other: Region) -> float:
        """The area that both share in parts of what both cover: 0 apart, 1 the same."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        shared = max(0, wide) * max(0, high)
        return shared / (self.area + other.area - shared) if shared else 0.0

    def turned(self, orientation: Orientation, width: int, height: int) -> Region:
        """The same rectangle once the picture, so wide and high before, is mirrored and turned."""
        left, top, right, bottom = self.left, self.top, self.right, self.bottom
        if orientation.is_mirrored:
            left, right = width - right, width - left
        for _ in range(orientation.quarters):
            left, top, right, bottom = height - bottom, left, height - top, right
            width, height = height, width
        return Region(left, top, right, bottom)


@dataclass(frozen=True, slots=True)
class Orientation:
    """How a photo is looked at: mirrored left to right first, then turned clockwise. quarters: of a full turn, 0 to 3."""

    quarters: int = 0
    is_mirrored: bool = False

    def turned(self, by: int) -> Orientation:
        """Turned on, clockwise; by: quarters."""
        return Orientation((self.quarters + by) % 4, self.is_mirrored)

    def mirrored(self) -> Orientation:
        """Left and right, as they are seen now, exchanged."""
        return Orientation(-self.quarters % 4, not self.is_mirrored)


UPRIGHT = Orientation()


@dataclass(frozen=True, slots=True)
class FoundParts:
    """Parts of a photo that may be meant, the best first. is_sure: so much the best that it is searched by before the whole."""

    boxes: tuple[Region, ...] = ()
    is_sure: bool = False


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
