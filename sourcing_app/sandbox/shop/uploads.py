"""Uploaded pictures: checked, kept below the state folder under an id of 18 digits, found again after a restart."""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps

LARGEST_BYTES = 3 * 1024 * 1024
LARGEST_PIXELS = 40_000_000
SMALLEST_EDGE = 16
FORMATS = ("JPEG", "PNG", "WEBP")


class BadPicture(Exception):
    """A picture that is not accepted, with the reason in Chinese as the platform gives it."""


class Uploads:
    """Keeps what was uploaded in a folder. Same picture, same id."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, text: str) -> str:
        """Base64 of a JPEG, PNG or WebP without ``data:`` prefix; answers the image id. Raises BadPicture."""
        data = _decoded(text)
        image = _opened(data)
        digest = int.from_bytes(hashlib.sha256(data).digest()[:8], "big")
        image_id = str(10**17 + digest % (9 * 10**17))
        self._folder.mkdir(parents=True, exist_ok=True)
        image.save(self._folder / f"{image_id}.png", "PNG", compress_level=1)
        return image_id

    def image(self, image_id: str) -> Image.Image | None:
        """The picture as it was uploaded, upright and RGB; None for an unknown id."""
        if not (image_id.isdigit() and 17 <= len(image_id) <= 20):
            return None
        try:
            with Image.open(self._folder / f"{image_id}.png") as image:
                return image.convert("RGB")
        except OSError:
            return None


def _decoded(text: str) -> bytes:
    if len(text) > LARGEST_BYTES * 4 // 3 + 4:
        raise BadPicture("图片大小超过限制")
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise BadPicture("图片base64格式错误") from None
    if not data:
        raise BadPicture("图片不能为空")
    return data


def _opened(data: bytes) -> Image.Image:
    """Decoded in full, so that a truncated file is refused here and not at the search."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                if opened.width * opened.height > LARGEST_PIXELS:
                    raise BadPicture("图片尺寸超过限制")
                if min(opened.size) < SMALLEST_EDGE:
                    raise BadPicture("图片尺寸过小")
                return ImageOps.exif_transpose(opened).convert("RGB")
    except BadPicture:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise BadPicture("图片尺寸超过限制") from None
    except Exception:
        raise BadPicture("图片解析失败") from None
