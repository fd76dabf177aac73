"""A few small pictures, as bytes."""

from __future__ import annotations

import io

from PIL import Image


def encoded(form: str, size: tuple[int, int] = (8, 8), **options: object) -> bytes:
    sink = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(sink, form, **options)
    return sink.getvalue()


JPEG = encoded("JPEG")
PNG = encoded("PNG")
