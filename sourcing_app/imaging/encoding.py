"""Pixels to the JPEG that is uploaded: at most 1,000 pixels and 300 KB, and nothing but pixels in it."""

from __future__ import annotations

import io

from PIL import Image

MAX_SIDE = 1_000
"""Pixels. Source: quirks.md, 22."""
MAX_JPEG_BYTES = 300_000
MIN_SIDE = 16
QUALITIES = (88, 80, 72, 62, 50)


def bare_jpeg(image: Image.Image) -> tuple[bytes, tuple[int, int]]:
    """Without metadata, at the best quality that stays under the limit; and its width and height. image: RGB."""
    bare = image.copy()
    bare.info.clear()
    jpeg = b""
    for quality in QUALITIES:
        buffer = io.BytesIO()
        bare.save(buffer, "JPEG", quality=quality, exif=b"", icc_profile=None)
        jpeg = buffer.getvalue()
        if len(jpeg) <= MAX_JPEG_BYTES:
            return jpeg, bare.size
    if max(bare.size) <= MIN_SIDE:
        return jpeg, bare.size
    return bare_jpeg(bare.resize((max(1, bare.width * 3 // 4), max(1, bare.height * 3 // 4)), Image.Resampling.LANCZOS))
