"""HEIC and HEIF, the photos of phones, by pi-heif. Turned and mirrored by the decoder as the file says, not by its EXIF."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

from sourcing_app.imaging.limits import check_memory, check_sides
from sourcing_app.imaging.pixels import RawPixels

if TYPE_CHECKING:
    from pi_heif import HeifImage

THREADS = min(4, os.cpu_count() or 1)


class HeifSource:
    """The primary picture of a file."""

    orientation = 1
    depth = 8

    def __init__(self, data: bytes) -> None:
        import pi_heif  # 20 ms: only where such a file comes

        options = pi_heif.options
        options.THUMBNAILS = options.DEPTH_IMAGES = options.AUX_IMAGES = False
        options.DECODE_THREADS = THREADS
        found = pi_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=True)
        self._image: HeifImage = found[found.primary_index]
        self.size: tuple[int, int] = self._image.size
        check_sides(*self.size)
        check_memory("HEIC", self.size, self._image.mode, len(data))

    @property
    def profile(self) -> bytes | None:
        """The colour profile in the file."""
        found = self._image.info.get("icc_profile")
        return bytes(found) if found else None

    def pixels(self) -> RawPixels:
        """Decoded."""
        data = self._image.data
        check_sides(*self._image.size)  # of what was decoded, whatever the header announced
        return RawPixels(data, self._image.size, self._image.mode, self._image.stride)
