"""Opens a picture file by its kind: what it is (size, orientation, profile) by its header, its pixels when asked for."""

from __future__ import annotations

import io
from typing import Protocol

from PIL import Image, ImageFile

from sourcing_app.domain.picture import Bitmap
from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging.encoding import MAX_SIDE
from sourcing_app.imaging.heif import HeifSource
from sourcing_app.imaging.jpeg_marks import jpeg_marks
from sourcing_app.imaging.limits import check_memory, check_scans, check_sides, webp_size
from sourcing_app.imaging.pixels import Pixels, RawPixels
from sourcing_app.imaging.tiff_directories import camera_raw

ImageFile.LOAD_TRUNCATED_IMAGES = False
_PILLOWS_NAMES = {"JPEG": ("JPEG", "MPO")}
"""Of our formats, where they are not the same in capitals."""
_MODES = {
    "BGRX": "RGB", "BGRA": "RGBA", "BGRa": "RGBA", "RGBX": "RGB", "RGBA": "RGBA", "RGBa": "RGBA", "RGB": "RGB", "BGR": "RGB",
    "L": "L",
}  # fmt: skip
"""Pillow's modes by the layouts of a Bitmap."""
_TILED = frozenset({"JPEG", "PNG", "GIF", "BMP", "TIFF"})
"""Formats whose pixels Pillow finds when it opens a file."""
_ORIENTATION = 0x0112


class Source(Protocol):
    """size: as stored, before it is turned. orientation: 1 to 8, once the pixels are there. profile: ICC. depth: bits a channel
    in the file."""

    size: tuple[int, int]
    orientation: int
    depth: int

    @property
    def profile(self) -> bytes | None: ...
    def pixels(self) -> Pixels: ...


def open_source(data: bytes, kind: str) -> Source:
    """kind: as in domain/picture_formats. Raises: PictureUnreadable, and whatever the decoder does."""
    if kind == "HEIC":
        return HeifSource(data)
    if kind == "TIFF" and (raw := camera_raw(data)) is not None:
        if not (raw.is_dng and raw.preview):
            raise PictureUnreadable("format", kind="RAW")
        return PillowSource(raw.preview, "JPEG", raw.orientation)
    return PillowSource(data, kind)


class BitmapSource:
    """Pixels as they lay in the memory of the program they came from."""

    orientation, depth, profile = 1, 8, None

    def __init__(self, bitmap: Bitmap) -> None:
        self.size = (bitmap.width, bitmap.height)
        check_sides(*self.size)
        mode = _MODES.get(bitmap.layout)
        if mode is None or bitmap.stride * bitmap.height > len(bitmap.data):
            raise PictureUnreadable("damaged", detail=bitmap.layout)
        check_memory("BITMAP", self.size, mode, len(bitmap.data))
        self._pixels = RawPixels(bitmap.data, self.size, mode, bitmap.stride, bitmap.layout)

    def pixels(self) -> Pixels:
        """As they are."""
        return self._pixels


class PillowSource:
    """Whatever Pillow reads. orientation: where it is known better than the file's own metadata tell."""

    def __init__(self, data: bytes, kind: str, orientation: int | None = None) -> None:
        if kind == "WebP" and (size := webp_size(data)) is not None:
            check_sides(*size)
            check_memory("WEBP", size, "RGBA", len(data))
        self._opened = Image.open(io.BytesIO(data), formats=_PILLOWS_NAMES.get(kind, (kind.upper(),)))
        self.size = self._opened.size
        check_sides(*self.size)
        check_memory(kind.upper(), self.size, self._opened.mode, len(data))
        if kind == "JPEG":
            check_scans(jpeg_marks(data), len(data))
        if kind in _TILED and not getattr(self._opened, "tile", None):
            raise PictureUnreadable("truncated")  # a head without pixels would come out black
        self._is_told, self.orientation = orientation is not None, orientation or 1
        self.depth = data[24] if kind == "PNG" else 8
        self._is_reducible = kind == "JPEG"

    @property
    def profile(self) -> bytes | None:
        """The colour profile in the file."""
        found = self._opened.info.get("icc_profile")
        return found if isinstance(found, bytes) and found else None

    def pixels(self) -> Pixels:
        """Decoded; a JPEG at a reduced size."""
        if self._is_reducible:
            self._opened.draft("RGB", (MAX_SIDE, MAX_SIDE))
        self._opened.load()
        if not self._is_told:
            self.orientation = _orientation(self._opened)  # not sooner: a PNG may say it behind its pixels
        return self._opened


def _orientation(opened: Image.Image) -> int:
    """1 to 8, as the camera noted it; 1 where that cannot be read. Pillow turns a TIFF by itself."""
    if opened.format == "TIFF":
        return 1
    try:
        noted = opened.getexif().get(_ORIENTATION, 1)
    except Exception:  # metadata never costs the picture, and there is no list of what bad ones raise
        return 1
    return noted if isinstance(noted, int) and 1 <= noted <= 8 else 1
