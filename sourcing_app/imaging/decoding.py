"""A picture file's bytes to an upright RGB picture on white, of about the size that is searched with."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, replace

from PIL import Image, ImageChops, ImageFile

from sourcing_app.domain.picture_formats import format_of
from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging.encoding import MAX_SIDE
from sourcing_app.imaging.flattening import flattened, on_white
from sourcing_app.imaging.limits import MIN_SIDE, REDUCIBLE, check_header

ImageFile.LOAD_TRUNCATED_IMAGES = False
_PILLOWS_NAMES = {"JPEG": ("JPEG", "MPO")}
"""Of our formats, where they are not the same in capitals."""
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_END_OF_JPEG = b"\xff\xd9"
_LEAST_PART = 8
"""Less than an eighth of a picture is not searched with."""
_FILLER = b"\x5a\xc3\x96\x31" * 64
_UNFILLED = (128, 128, 128)
"""What libjpeg paints where the file had no more to say."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """image: RGB, upright, at most MAX_SIDE. source_size: pixels of the file, upright. is_incomplete: rows were missing."""

    image: Image.Image
    source_size: tuple[int, int]
    is_incomplete: bool = False


def decode(data: bytes) -> Decoded:
    """Raises: PictureUnreadable "not_a_picture", "format", "truncated", "damaged", "too_many_pixels", "too_small"."""
    kind = format_of(data[:512])
    if kind is None:
        raise PictureUnreadable("not_a_picture")
    if not kind.is_read:
        raise PictureUnreadable("format", kind=kind.name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _decode(data, kind.name)
        except PictureUnreadable:
            raise
        except (MemoryError, Image.DecompressionBombError) as error:
            raise PictureUnreadable("too_many_pixels") from error
        except Exception as error:  # of a decoder given a stranger's bytes: there is no list of what it may raise
            raise PictureUnreadable(_reason(error), detail=str(error)[:200]) from error


def _reason(error: Exception) -> str:
    cut_off = isinstance(error, (OSError, EOFError)) and "truncated" in str(error)
    return "truncated" if cut_off or isinstance(error, EOFError) else "damaged"


def _decode(data: bytes, kind: str) -> Decoded:
    try:
        return _decode_file(data, kind)
    except OSError:
        if kind != "JPEG":
            raise
        return _decode_broken_jpeg(data)


def _decode_broken_jpeg(data: bytes) -> Decoded:
    """As viewers do: what is there. Where only the end mark is missing, any bytes before it change nothing."""
    found = _decode_file(data + _END_OF_JPEG, "JPEG", is_mended=True)
    filled = _decode_file(data + _FILLER + _END_OF_JPEG, "JPEG")
    return replace(found, is_incomplete=found.is_incomplete or found.image != filled.image)


def _decode_file(data: bytes, kind: str, *, is_mended: bool = False) -> Decoded:
    with Image.open(io.BytesIO(data), formats=_PILLOWS_NAMES.get(kind, (kind.upper(),))) as opened:
        check_header(opened)
        orientation = _orientation(opened)
        source = opened.size[::-1] if orientation >= 5 else opened.size
        if opened.format in REDUCIBLE:
            opened.draft("RGB", (MAX_SIDE, MAX_SIDE))
        opened.load()
        colours, alpha = flattened(opened, (2 * MAX_SIDE, 2 * MAX_SIDE), _depth(data, kind))
    image = on_white(colours, alpha)
    rows = _filled_rows(image) if is_mended else image.height
    if rows < image.height:
        if rows * _LEAST_PART < image.height:
            raise PictureUnreadable("truncated")
        image = image.crop((0, 0, image.width, rows))
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.BICUBIC, reducing_gap=2.0)
    if min(image.size) < MIN_SIDE:  # a strip: nothing is left of it when it is shrunk to its length
        raise PictureUnreadable("too_small", width=source[0], height=source[1])
    return Decoded(_turned(image, orientation), source, is_incomplete=rows < colours.height)


def _filled_rows(image: Image.Image) -> int:
    """How many rows there are down to the last that was in the file."""
    box = ImageChops.difference(image, Image.new("RGB", image.size, _UNFILLED)).getbbox()
    return box[3] if box is not None else 0


def _depth(data: bytes, kind: str) -> int:
    """Bits a channel, as a PNG's header says."""
    return data[24] if kind == "PNG" and len(data) > 24 else 8


def _orientation(opened: Image.Image) -> int:
    """1 to 8, as the camera noted it; 1 where that cannot be read. Pillow turns a TIFF by itself."""
    if opened.format == "TIFF":
        return 1
    try:
        noted = opened.getexif().get(_ORIENTATION, 1)
    except Exception:  # metadata never costs the picture, and there is no list of what bad ones raise
        return 1
    return noted if isinstance(noted, int) and 1 <= noted <= 8 else 1


def _turned(image: Image.Image, orientation: int) -> Image.Image:
    turn = _TURNS.get(orientation)
    return image.transpose(turn) if turn is not None else image
