"""A picture file's bytes to an upright sRGB picture on white, of the size that is searched with."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace

from PIL import Image, ImageChops

from sourcing_app.domain.picture import Bitmap
from sourcing_app.domain.picture_formats import HEAD_BYTES, format_of
from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging.colour import to_srgb
from sourcing_app.imaging.encoding import MAX_SIDE
from sourcing_app.imaging.flattening import flattened, on_white
from sourcing_app.imaging.limits import MIN_SIDE
from sourcing_app.imaging.metadata import without_metadata
from sourcing_app.imaging.sources import BitmapSource, Source, open_source

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""By EXIF's number of the orientation."""
_END_OF_JPEG = b"\xff\xd9"
_LEAST_PART = 8
"""Less than an eighth of a picture is not searched with."""
_FILLER = b"\x5a\xc3\x96\x31" * 64
_UNFILLED = (128, 128, 128)
"""What libjpeg paints where the file had no more to say."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """image: RGB, upright, at most MAX_SIDE. source_size: pixels of the file, upright. is_incomplete: a part was missing."""

    image: Image.Image
    source_size: tuple[int, int]
    is_incomplete: bool = False


def decode(data: bytes) -> Decoded:
    """Raises: PictureUnreadable "not_a_picture", "format", "truncated", "damaged", "too_many_pixels", "too_much_work",
    "too_small"."""
    kind = format_of(data[:HEAD_BYTES])
    if kind is None:
        raise PictureUnreadable("not_a_picture")
    if not kind.is_read:
        raise PictureUnreadable("format", kind=kind.name)
    with _told():
        return _decode(data, kind.name)


def flatten(bitmap: Bitmap) -> Decoded:
    """Of pixels that were decoded elsewhere. Raises: PictureUnreadable "damaged", "too_many_pixels", "too_small"."""
    with _told():
        return finished(BitmapSource(bitmap))


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Whatever a decoder raises is a PictureUnreadable."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except PictureUnreadable:
            raise
        except (MemoryError, Image.DecompressionBombError) as error:
            raise PictureUnreadable("too_many_pixels") from error
        except Exception as error:  # given a stranger's bytes: there is no list of what it may raise
            raise PictureUnreadable(_reason(error), detail=str(error)[:200]) from error


def finished(source: Source, *, is_mended: bool = False) -> Decoded:
    """Reduced, in sRGB, on white, upright. is_mended: rows the decoder made up are cut off."""
    pixels = source.pixels()
    colours, alpha = flattened(pixels, 2 * MAX_SIDE, source.depth)
    rows = _filled_rows(colours) if is_mended else colours.height
    if rows * _LEAST_PART < colours.height:
        raise PictureUnreadable("truncated")
    is_incomplete = rows < colours.height
    if is_incomplete:
        colours = colours.crop((0, 0, colours.width, rows))
    if alpha is None:
        image = on_white(to_srgb(_at_most(colours), source.profile), None)
    else:
        image = _at_most(on_white(to_srgb(colours, source.profile), alpha))
    turned = source.orientation >= 5
    size = source.size[::-1] if turned else source.size
    if min(image.size) < MIN_SIDE:  # a strip: nothing is left of it when it is shrunk to its length
        raise PictureUnreadable("too_small", width=size[0], height=size[1])
    turn = _TURNS.get(source.orientation)
    return Decoded(image.transpose(turn) if turn is not None else image, size, is_incomplete)


def _reason(error: Exception) -> str:
    cut_off = isinstance(error, (OSError, EOFError)) and "truncated" in str(error)
    return "truncated" if cut_off or isinstance(error, EOFError) else "damaged"


def _decode(data: bytes, kind: str) -> Decoded:
    """As it is; else, of a JPEG, what there is of it; else without what is said about the picture."""
    try:
        return finished(open_source(data, kind))
    except (PictureUnreadable, MemoryError):
        raise
    except Exception:
        bare = without_metadata(data, kind)
        if kind != "JPEG":
            if bare == data:
                raise
            return finished(open_source(bare, kind))
    try:
        return _decode_broken_jpeg(data)
    except (OSError, SyntaxError, ValueError):
        return _decode_broken_jpeg(bare)


def _decode_broken_jpeg(data: bytes) -> Decoded:
    """As viewers do: what is there. Where only the end mark is missing, any bytes before it change nothing."""
    found = finished(open_source(data + _END_OF_JPEG, "JPEG"), is_mended=True)
    filled = finished(open_source(data + _FILLER + _END_OF_JPEG, "JPEG"))
    return replace(found, is_incomplete=found.is_incomplete or found.image != filled.image)


def _at_most(image: Image.Image) -> Image.Image:
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.BICUBIC, reducing_gap=2.0)
    return image


def _filled_rows(image: Image.Image) -> int:
    """How many rows there are down to the last that was in the file."""
    ground = _UNFILLED if image.mode == "RGB" else _UNFILLED[0]
    if image.mode not in ("RGB", "L"):
        return image.height
    box = ImageChops.difference(image, Image.new(image.mode, image.size, ground)).getbbox()
    return box[3] if box is not None else 0
