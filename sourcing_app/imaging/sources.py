"""Opens a picture file by its kind: what it is (size, orientation, profile) by its header, its pixels when asked for."""

from __future__ import annotations

import io
from typing import Protocol

from PIL import Image, ImageFile

from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging.encoding import MAX_SIDE
from sourcing_app.imaging.heif import HeifSource
from sourcing_app.imaging.jpeg_marks import jpeg_marks
from sourcing_app.imaging.limits import check_memory, check_scans, check_sides, webp_size
from sourcing_app.imaging.pixels import Pixels
from sourcing_app.imaging.tiff_directories import camera_raw

ImageFile.LOAD_TRUNCATED_IMAGES = False
_PILLOWS_NAMES = {"JPEG": ("JPEG", "MPO")}
"""Of our formats, where they are not the same in capitals."""
_ORIENTATION = 0x0112


class Source(Protocol):
    """size: as stored, before it is turned. orientation: 1 to 8. profile: ICC. depth: bits a channel in the file."""

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


class PillowSource:
    """Whatever Pillow reads. orientation: where it is known better than the file's own metadata tell."""

    def __init__(self, data: bytes, kind: str, orientation: int | None = None) -> None:
        if kind == "WebP" and (size := webp_size(data)) is not None:
            check_sides(*size)
            check_memory("WEBP", size, "RGBA")
        self._opened = Image.open(io.BytesIO(data), formats=_PILLOWS_NAMES.get(kind, (kind.upper(),)))
        self.size = self._opened.size
        check_sides(*self.size)
        check_memory(kind.upper(), self.size, self._opened.mode)
        if kind == "JPEG":
            check_scans(jpeg_marks(data))
        self.orientation = _orientation(self._opened) if orientation is None else orientation
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
