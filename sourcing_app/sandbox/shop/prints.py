"""What is kept of a main picture: its thing alone, small, with where it stood.

The index of the built-in shop is a file of two mosaics, in which every offer has a square.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from PIL import Image

from sourcing_app.sandbox.shop.vision import Box, foreground

TILE, SQUARE = 32, 16
"""Edges of a thing in its own frame, and of a whole main picture."""
MARGIN = 0.125
"""How much of the tile lies around the thing, on each side."""
MAGIC = b"SBX5"
ACROSS = 64
EDGE = 256
"""Pictures of files are looked at no larger than this."""
ROW = "<Q4f"
COLOUR_STEP, MASK_STEP = 8, 51
"""Colours are kept to five bits, masks in six steps."""

Opened: TypeAlias = Callable[[], Image.Image | None]


@dataclass(frozen=True, slots=True)
class Print:
    """box: what of the picture the tile shows, as shares; tile: RGBA, opaque where the thing is."""

    offer_id: int
    box: Box
    tile: Image.Image


def with_margin(box: Box) -> Box:
    """The tile's box around a thing's."""
    left, top, right, bottom = box
    wide = (right - left) * MARGIN / (1 - 2 * MARGIN)
    high = (bottom - top) * MARGIN / (1 - 2 * MARGIN)
    return left - wide, top - high, right + wide, bottom + high


def print_of(offer_id: int, image: Image.Image, mask: Image.Image) -> Print:
    """``mask``: L, of the picture's size, white where the thing is."""
    solid = mask.point(lambda value: 255 if value > 100 else 0).getbbox()
    found = (0, 0, *mask.size) if solid is None else solid
    across, down = mask.size
    box = with_margin((found[0] / across, found[1] / down, found[2] / across, found[3] / down))
    cut = image.copy()
    cut.putalpha(mask)
    return Print(offer_id, box, _cropped(cut, box).resize((TILE, TILE), Image.Resampling.BOX))


def _cropped(image: Image.Image, box: Box) -> Image.Image:
    left, top, right, bottom = (round(share * edge) for share, edge in zip(box, image.size * 2, strict=True))
    return image.crop((left, top, max(left + 1, right), max(top + 1, bottom)))


def prints_of_files(files: Iterable[tuple[int, Opened]]) -> list[Print]:
    """Prints of pictures that we have not drawn: their things are found as a query's are."""
    found = []
    for offer_id, opened in files:
        image = opened()
        if image is not None:
            image.thumbnail((EDGE, EDGE))
            mask = foreground(image).resize(image.size, Image.Resampling.BILINEAR)
            found.append(print_of(offer_id, _squared(image), _squared(mask)))
    return found


def _squared(image: Image.Image) -> Image.Image:
    """In the middle of a square, as a query is laid."""
    edge = max(image.size)
    square = Image.new(image.mode, (edge, edge))
    square.paste(image, ((edge - image.width) // 2, (edge - image.height) // 2))
    return square


class Index:
    """All prints as two mosaics (RGBA): the tiles, and squares in which each thing is where it was in its picture."""

    def __init__(self, ids: list[int], boxes: list[Box], tiles: Image.Image, squares: Image.Image) -> None:
        self.ids = ids
        self.boxes = boxes
        self.squares = squares
        self.tiles = tiles
        self._colours = extended(tiles)

    @classmethod
    def of(cls, prints: list[Print]) -> Index:
        down = max(1, -(-len(prints) // ACROSS))
        tiles = Image.new("RGBA", (ACROSS * TILE, down * TILE))
        squares = Image.new("RGBA", (ACROSS * SQUARE, down * SQUARE))
        for place, row in enumerate(prints):
            tiles.paste(row.tile, corners(place, TILE))
            squares.paste(_in_place(row), corners(place, SQUARE))
        return cls([row.offer_id for row in prints], [row.box for row in prints], tiles, squares)

    def tile(self, place: int) -> tuple[Image.Image, Image.Image]:
        """The thing's colours, which go on beyond its outline, and its mask."""
        where = corners(place, TILE)
        return self._colours.crop(where), self.tiles.crop(where).getchannel("A")

    def write(self, path: Path) -> None:
        """Ids and boxes, then the mosaics."""
        head = b"".join(struct.pack(ROW, one, *box) for one, box in zip(self.ids, self.boxes, strict=True))
        pictures = [_written(picture) for picture in (self.tiles, self.squares)]
        sizes = struct.pack("<3I", len(self.ids), *map(len, pictures))
        path.write_bytes(MAGIC + sizes + head + b"".join(pictures))

    @classmethod
    def read(cls, path: Path) -> Index:
        """Raises: OSError, ValueError for a file that is not an index."""
        data = path.read_bytes()
        if data[:4] != MAGIC:
            raise ValueError(f"{path} is not a picture index")
        count, *sizes = struct.unpack_from("<3I", data, 4)
        start = 16 + count * struct.calcsize(ROW)
        rows = list(struct.iter_unpack(ROW, data[16:start]))
        mosaics = []
        for size in sizes:
            mosaics.append(Image.open(io.BytesIO(data[start : start + size])).convert("RGBA"))
            start += size
        boxes = [(left, top, right, bottom) for _, left, top, right, bottom in rows]
        return cls([row[0] for row in rows], boxes, *mosaics)


def corners(place: int, edge: int) -> tuple[int, int, int, int]:
    """Where a square of the mosaic is."""
    left, top = place % ACROSS * edge, place // ACROSS * edge
    return left, top, left + edge, top + edge


def extended(tiles: Image.Image) -> Image.Image:
    """RGBA to RGB: each empty place takes the colours of the nearest that are not, coarser the farther away."""
    levels = [tiles]
    while levels[-1].width > tiles.width // TILE:
        last = levels[-1]
        levels.append(last.resize((last.width // 2, last.height // 2), Image.Resampling.BOX))
    filled = levels.pop().convert("RGB")
    for level in reversed(levels):
        filled = filled.resize(level.size, Image.Resampling.BILINEAR)
        filled.paste(level.convert("RGB"), (0, 0), level.getchannel("A").point(lambda value: min(255, value * 3)))
    return filled


def _in_place(row: Print) -> Image.Image:
    """The tile put back where it was."""
    fine = SQUARE * 4
    left, top, right, bottom = (round(share * fine) for share in row.box)
    whole = Image.new("RGBA", (fine, fine))
    whole.paste(row.tile.resize((max(1, right - left), max(1, bottom - top)), Image.Resampling.BILINEAR), (left, top))
    return whole.resize((SQUARE, SQUARE), Image.Resampling.BOX)


def _written(mosaic: Image.Image) -> bytes:
    colours = bytes(value // COLOUR_STEP * COLOUR_STEP + COLOUR_STEP // 2 for value in range(256))
    mask = mosaic.getchannel("A").point(bytes(round(value / MASK_STEP) * MASK_STEP for value in range(256)))
    kept = mosaic.convert("RGB").point(colours * 3)
    kept.paste((0, 0, 0), (0, 0), mask.point(lambda value: 0 if value else 255))
    kept.putalpha(mask)
    out = io.BytesIO()
    kept.save(out, "WEBP", lossless=True, quality=80, method=6)
    return out.getvalue()
