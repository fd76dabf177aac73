"""What a picture's header may announce before anything of it is decoded."""

from __future__ import annotations

from PIL import Image

from sourcing_app.errors import PictureUnreadable

MIN_SIDE = 16
MAX_SIDE = 65_500
MAX_PIXELS = 260_000_000
"""Of a JPEG, which is decoded at a reduced size: 200 MP phones exist."""
MAX_PIXELS_WHOLE = 120_000_000
"""For formats that cannot be decoded at a reduced size."""
REDUCIBLE = frozenset({"JPEG", "MPO"})

Image.MAX_IMAGE_PIXELS = None  # Pillow's own limit stops at 179 MP, whatever the format costs; ours are here


def check_header(opened: Image.Image) -> None:
    """Raises: PictureUnreadable "too_many_pixels", "too_small"."""
    width, height = opened.size
    limit = MAX_PIXELS if opened.format in REDUCIBLE else MAX_PIXELS_WHOLE
    if width * height > limit or max(width, height) > MAX_SIDE:
        raise PictureUnreadable("too_many_pixels", width=width, height=height)
    if min(width, height) < MIN_SIDE:
        raise PictureUnreadable("too_small", width=width, height=height)
