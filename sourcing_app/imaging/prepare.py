"""Prepares a photo for upload: upright, on white, at most 1,000 pixels and 300 KB, nothing but pixels in it.

The decoder is asked for a reduced size (``draft``), so a large JPEG never stands in memory whole. What could do harm is
refused by its header, before decoding.
"""

from __future__ import annotations

import hashlib
import io
import stat
import warnings
from pathlib import Path

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from sourcing_app.domain.picture import PreparedPicture
from sourcing_app.errors import PictureUnreadable

MAX_SIDE = 1_000
"""Pixels. Source: quirks.md, 22."""
MAX_JPEG_BYTES = 300_000
MAX_FILE_BYTES = 200_000_000
MAX_PIXELS = 250_000_000
MAX_PIXELS_WHOLE = 120_000_000
"""For formats that cannot be decoded at a reduced size."""
MAX_SIDE_SOURCE = 65_500
MIN_SIDE = 16
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif")
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
"""AVIF too, where Pillow was built with it; a phone's MPO comes in as JPEG."""
QUALITIES = (88, 80, 72, 62, 50)
_REDUCIBLE = ("JPEG", "MPO")


def prepare_photo(source: bytes | Path, *, name: str = "") -> PreparedPicture:
    """The picture to search with. A folder stands for the first picture in it.

    Raises: PictureUnreadable, its reason as listed there.
    """
    path = _first_picture(source) if isinstance(source, Path) else None
    name = name or (path.name if path is not None else "")
    data = _read(path) if path is not None else source
    assert isinstance(data, bytes)
    if not data:
        raise PictureUnreadable("empty")
    if len(data) > MAX_FILE_BYTES:
        raise PictureUnreadable("too_large", size=len(data))
    return _prepare(data, name)


def _first_picture(path: Path) -> Path:
    if not path.is_dir():
        return path
    inside = sorted(each for each in path.iterdir() if each.suffix.lower() in SUFFIXES and each.is_file())
    if not inside:
        raise PictureUnreadable("folder")
    return inside[0]


def _read(path: Path) -> bytes:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise PictureUnreadable("not_a_picture")  # a pipe or a device: reading it may never end
        if found.st_size > MAX_FILE_BYTES:
            raise PictureUnreadable("too_large", size=found.st_size)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise PictureUnreadable("missing") from error
    except OSError as error:
        raise PictureUnreadable("missing", detail=error.strerror or "") from error


def _prepare(data: bytes, name: str) -> PreparedPicture:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=_formats()) as opened:
                _check(opened)
                turned = _orientation(opened) in (5, 6, 7, 8)
                width, height = opened.size[::-1] if turned else opened.size
                image = _decode(opened)
                if min(image.size) < MIN_SIDE:  # a strip: nothing is left of it when it is shrunk to its length
                    raise PictureUnreadable("too_small", width=width, height=height)
        except PictureUnreadable:
            raise
        except UnidentifiedImageError as error:
            raise PictureUnreadable("format" if _known_elsewhere(data) else "not_a_picture") from error
        except Image.DecompressionBombError as error:
            raise PictureUnreadable("too_many_pixels") from error
        except MemoryError as error:
            raise PictureUnreadable("too_many_pixels") from error
        except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, OverflowError) as error:
            raise PictureUnreadable("truncated", detail=str(error)[:200]) from error
    jpeg = _encode(image)
    digest = hashlib.sha256(jpeg).hexdigest()
    return PreparedPicture(jpeg, image.width, image.height, digest, width, height, name)


def _formats() -> tuple[str, ...]:
    Image.init()
    return (*FORMATS, "AVIF") if "AVIF" in Image.OPEN else FORMATS


def _check(opened: Image.Image) -> None:
    """By the header alone."""
    width, height = opened.size
    limit = MAX_PIXELS if opened.format in _REDUCIBLE else MAX_PIXELS_WHOLE
    if width * height > limit or max(width, height) > MAX_SIDE_SOURCE:
        raise PictureUnreadable("too_many_pixels", width=width, height=height)
    if min(width, height) < MIN_SIDE:
        raise PictureUnreadable("too_small", width=width, height=height)


def _decode(opened: Image.Image) -> Image.Image:
    """Reduced, upright, RGB on white."""
    if opened.format in _REDUCIBLE:
        opened.draft("RGB", (MAX_SIDE, MAX_SIDE))
    image = _as_rgb(opened)
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.BICUBIC, reducing_gap=2.0)
    upright = ImageOps.exif_transpose(image)
    return upright if upright is not None else image


def _orientation(opened: Image.Image) -> int:
    """As the camera noted it; Pillow turns a TIFF by itself."""
    return 1 if opened.format == "TIFF" else int(opened.getexif().get(0x0112, 1))


def _as_rgb(opened: Image.Image) -> Image.Image:
    orientation = _orientation(opened)
    if opened.mode in ("RGB", "L"):
        opened.load()
        image: Image.Image = opened
    elif opened.mode.startswith("I;16") or opened.mode in ("I", "F"):
        image = _from_deep(opened)
    elif opened.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in opened.info:
        image = _on_white(opened)
    else:
        image = opened.convert("RGB")
    if image is not opened:
        exif = Image.Exif()
        exif[0x0112] = orientation
        image.info["exif"] = exif.tobytes()
    return image


def _from_deep(opened: Image.Image) -> Image.Image:
    """16 bits and more a channel: the range it uses, stretched over eight bits."""
    values = opened.convert("F")
    low, high = values.getextrema()
    assert isinstance(low, float) and isinstance(high, float)
    scale = 255.0 / (high - low) if high > 255.0 and high > low else 1.0
    offset = -low * scale if high > 255.0 else 0.0
    return values.point(lambda value: value * scale + offset).convert("L")


def _on_white(opened: Image.Image) -> Image.Image:
    image = opened.convert("RGBA")
    image.thumbnail((2 * MAX_SIDE, 2 * MAX_SIDE), Image.Resampling.BOX)
    ground = Image.new("RGB", image.size, (255, 255, 255))
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def _encode(image: Image.Image) -> bytes:
    """JPEG without metadata: the best quality that stays under the limit."""
    bare = image.convert("RGB")
    bare.info.clear()
    jpeg = b""
    for quality in QUALITIES:
        buffer = io.BytesIO()
        bare.save(buffer, "JPEG", quality=quality, exif=b"", icc_profile=None)
        jpeg = buffer.getvalue()
        if len(jpeg) <= MAX_JPEG_BYTES:
            return jpeg
    smaller = bare.resize((max(1, bare.width * 3 // 4), max(1, bare.height * 3 // 4)), Image.Resampling.LANCZOS)
    return _encode(smaller) if max(smaller.size) > MIN_SIDE else jpeg


def _known_elsewhere(data: bytes) -> bool:
    """A picture by its first bytes, though of a kind we cannot read."""
    head = data[:16]
    return head[4:8] == b"ftyp" or head.startswith((b"8BPS", b"\x00\x00\x01\x00", b"%PDF", b"<svg", b"\xff\x0a"))


ImageFile.LOAD_TRUNCATED_IMAGES = False
