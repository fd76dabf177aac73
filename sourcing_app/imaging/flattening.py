"""Pixels of any mode to colours and opacity of eight bits, reduced: what was transparent is laid on white afterwards.

Works on strips of rows, so that beside a large picture only its reduced copy stands in memory.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from PIL import Image, ImageChops

from sourcing_app.imaging.pixels import Pixels

STRIP_PIXELS = 1_000_000
WHITE = (255, 255, 255)
_WITH_ALPHA = frozenset({"RGBA", "LA", "PA", "RGBa", "La"})
_DEEP = frozenset({"I", "F", "I;16", "I;16B", "I;16L", "I;16N"})
_AVERAGED = frozenset({"RGB", "L", "CMYK", "LAB"})
"""Modes in which pixels may be averaged and which a colour profile speaks of."""

_MANY = 4
Box = tuple[int, int, int, int]
Strip = tuple[Image.Image, Image.Image | None]
"""Colours, and how opaque they are."""
Key = int | bytes | tuple[int, ...] | None
"""A transparent colour as Pillow keeps it: a grey value, a palette's alpha values, or red, green and blue."""


def flattened(image: Pixels, side: int, depth: int = 8) -> tuple[Image.Image, Image.Image | None]:
    """Colours (RGB, L, CMYK or LAB), and how opaque they are (L; None where all is).

    Reduced by a whole number, the longer side to not less than ``side``. depth: bits a channel in the file; a transparent
    colour is given in these.
    """
    width, height = image.size
    factor = max(1, max(width, height) // side)
    if factor == 1 and isinstance(image, Image.Image) and image.mode in _AVERAGED and "transparency" not in image.info:
        return image, None
    scale = _scale(image) if isinstance(image, Image.Image) and image.mode in _DEEP else None
    rows = max(1, STRIP_PIXELS // width // factor) * factor
    boxes = [(0, top, width, min(top + rows, height)) for top in range(0, height, rows)]
    parts = _on_threads(partial(_strip, image, factor=factor, scale=scale, depth=depth), boxes)
    alphas = [alpha for _, alpha in parts if alpha is not None]
    return _stacked([colours for colours, _ in parts]), _stacked(alphas) if alphas else None


def on_white(image: Image.Image, alpha: Image.Image | None) -> Image.Image:
    """RGB, as it looks on a white page."""
    image = image if image.mode == "RGB" else image.convert("RGB")
    if alpha is None:
        return image
    ground = Image.new("RGB", image.size, WHITE)
    ground.paste(image, mask=alpha)
    return ground


def _on_threads(strip: Callable[[Box], Strip], boxes: list[Box]) -> list[Strip]:
    """Two at a time where there are many: Pillow lets other threads run meanwhile."""
    if len(boxes) < _MANY:
        return [strip(box) for box in boxes]
    from concurrent.futures import ThreadPoolExecutor  # for large pictures only

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(strip, boxes))


def _strip(image: Pixels, box: Box, *, factor: int, scale: tuple[float, float] | None, depth: int) -> Strip:
    part = image if isinstance(image, Image.Image) and box == (0, 0, *image.size) else image.crop(box)
    key = _key(image.info.get("transparency"))
    has_key = key is not None and image.mode not in _WITH_ALPHA
    opaque = _opaque(part, key, depth) if has_key and image.mode != "P" else None
    colours = part.convert("RGBA") if has_key and image.mode == "P" else _averaged(part, scale)
    if opaque is not None:
        colours = colours.convert("RGB")
        colours.putalpha(opaque)
    if factor > 1:
        colours = colours.reduce(factor)  # Pillow weighs colours by their opacity here
    if colours.mode == "RGBA":
        return colours.convert("RGB"), colours.getchannel("A")
    return colours, None


def _key(found: object) -> Key:
    return found if isinstance(found, (int, bytes, tuple)) else None


def _averaged(part: Image.Image, scale: tuple[float, float] | None) -> Image.Image:
    """In a mode that can be averaged: RGB, L, CMYK, LAB, or RGBA."""
    if scale is not None:
        factor, offset = scale
        return part.convert("F").point(lambda value: value * factor + offset).convert("L")
    if part.mode == "La":
        part = part.convert("LA")
    if part.mode in _WITH_ALPHA:
        return part.convert("RGBA")
    if part.mode in _AVERAGED:
        return part
    return part.convert("L" if part.mode == "1" else "RGB")


def _scale(image: Image.Image) -> tuple[float, float]:
    """(factor, offset) that brings 16 bits and more into eight. Where the full range cannot be known, that which is used."""
    low, high = image.getextrema()
    assert not isinstance(low, tuple)
    assert not isinstance(high, tuple)
    if not (math.isfinite(low) and math.isfinite(high)) or high <= 0:
        return 1.0, 0.0
    if image.mode == "F" and high <= 1.0:
        return 255.0, 0.0
    if high <= 255:
        return 1.0, 0.0
    if 4_095 < high <= 65_535:
        return 255.0 / 65_535.0, 0.0
    factor = 255.0 / (high - low) if high > low else 255.0 / high
    return factor, -low * factor if high > low else 0.0


def _opaque(part: Image.Image, key: Key, depth: int) -> Image.Image:
    """255 where a pixel is not of the transparent colour."""
    if isinstance(key, tuple) and part.mode == "RGB":
        wanted = tuple(value >> 8 for value in key) if depth == 16 else key
        differing = [_differs(band, value) for band, value in zip(part.split(), wanted, strict=False)]
        return ImageChops.lighter(ImageChops.lighter(differing[0], differing[1]), differing[2])
    value = key if isinstance(key, int) else 0
    if part.mode in _DEEP:
        numbers = part.convert("F")
        above = numbers.point(lambda number: number * 1.0 - value).convert("L")
        below = numbers.point(lambda number: number * -1.0 + value).convert("L")
        return _differs(ImageChops.lighter(above, below), 0)
    return _differs(part.convert("L"), value * {2: 85, 4: 17}.get(depth, 1))


def _differs(band: Image.Image, value: int) -> Image.Image:
    return band.point([0 if each == value else 255 for each in range(256)])


def _stacked(parts: list[Image.Image]) -> Image.Image:
    if len(parts) == 1:
        return parts[0]
    whole = Image.new(parts[0].mode, (parts[0].width, sum(part.height for part in parts)))
    top = 0
    for part in parts:
        whole.paste(part, (0, top))
        top += part.height
    return whole
