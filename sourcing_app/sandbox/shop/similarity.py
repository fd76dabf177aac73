"""Finds the offers whose main picture looks like a given one.

Each main picture is kept as 16 by 16 colours with the mask of its thing. A query is laid over all of them at once, as if
it were the whole picture or the picture with a tenth cut off at some side; only colours under the thing count, so the
background does not matter. Where the thing itself is and how it fills its own frame are compared too.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from PIL import Image, ImageChops

from sourcing_app.sandbox.shop.vision import foreground, foreground_and_trust, thing_box

GRID = 16
CELLS = GRID * GRID
MAGIC = b"SBX3"
CROPS = (
    (0.0, 0.0, 1.0, 1.0),
    (0.1, 0.0, 1.0, 1.0), (0.0, 0.1, 1.0, 1.0), (0.0, 0.0, 0.9, 1.0), (0.0, 0.0, 1.0, 0.9),
    (0.1, 0.1, 1.0, 1.0), (0.0, 0.1, 0.9, 1.0), (0.1, 0.0, 1.0, 0.9), (0.0, 0.0, 0.9, 0.9),
    (0.05, 0.05, 0.95, 0.95), (0.1, 0.1, 0.9, 0.9),
)  # fmt: skip
"""Which part of the original the query may be: left, top, right, bottom as shares."""
Region: TypeAlias = tuple[int, int, int, int]
WHOLE = (0.0, 0.0, 1.0, 1.0)
KEPT = 32
SHORT_LIST = 500
SAME_SHAPE, ALIKE_SHAPE = 0.1, 0.3
FRAME_SHARE = 1.25
"""How much worse a match of the thing in its own frame counts than one in place."""


@dataclass(frozen=True, slots=True)
class Print:
    """One main picture, twice: as it is, and its thing alone filling the frame.

    Each is 16 by 16 RGB values (black where nothing is) and 16 by 16 mask values.
    """

    offer_id: int
    colours: bytes
    mask: bytes
    own_colours: bytes
    own_mask: bytes


def print_of(offer_id: int, image: Image.Image, mask: Image.Image) -> Print:
    """``mask``: L, of the picture's size, white where the thing is.

    The frame of the thing is found as a query's is, shadow and all, so that a region drawn around it fits.
    """
    colours, soft = _small(image, mask)
    found = thing_box(foreground(image)) or WHOLE
    left, top, right, bottom = (round(share * edge) for share, edge in zip(found, mask.size * 2, strict=True))
    box = (left, top, max(left + 1, right), max(top + 1, bottom))
    return Print(offer_id, colours, soft, *_small(image.crop(box), mask.crop(box)))


def _small(image: Image.Image, mask: Image.Image) -> tuple[bytes, bytes]:
    small = image.resize((GRID, GRID), Image.Resampling.BOX)
    soft = mask.resize((GRID, GRID), Image.Resampling.BOX)
    shown = soft.point(lambda value: 255 if value > 8 else 0)
    return Image.composite(small, Image.new("RGB", (GRID, GRID)), shown).tobytes(), soft.tobytes()


PARTS = (
    ("colours", CELLS * 3, 0xFC),
    ("mask", CELLS, 0xF0),
    ("own_colours", CELLS * 3, 0xF8),
    ("own_mask", CELLS, 0xF0),
)
"""Member, bytes a row, bits that are kept: six of a colour (five in its own frame), four of a mask."""


def write_prints(path: Path, prints: Iterable[Print]) -> None:
    """A compact file: ids, then part after part, deflated."""
    rows = list(prints)
    raw = struct.pack(f"<{len(rows)}Q", *(row.offer_id for row in rows))
    for member, _, bits in PARTS:
        kept = bytes(value & bits for value in range(256))
        raw += b"".join(getattr(row, member) for row in rows).translate(kept)
    path.write_bytes(MAGIC + struct.pack("<I", len(rows)) + zlib.compress(raw, 9))


def read_prints(path: Path) -> list[Print]:
    """Raises: OSError, ValueError for a file that is not an index."""
    data = path.read_bytes()
    if data[:4] != MAGIC:
        raise ValueError(f"{path} is not a picture index")
    (count,) = struct.unpack("<I", data[4:8])
    raw = zlib.decompress(data[8:])
    columns, start = [], count * 8
    for _, size, _ in PARTS:
        columns.append([raw[start + row * size : start + (row + 1) * size] for row in range(count)])
        start += count * size
    ids = struct.unpack(f"<{count}Q", raw[: count * 8])
    return [Print(*row) for row in zip(ids, *columns, strict=True)]


class Layer:
    """All prints as one picture, a row each, so that Pillow compares them all in one go."""

    def __init__(self, colours: bytes, masks: bytes, count: int) -> None:
        self.count = count
        self._colours = Image.frombytes("RGB", (CELLS, count), colours)
        self._masks = Image.frombytes("L", (CELLS, count), masks)

    def only(self, rows: list[int]) -> Layer:
        """The same with some of the rows."""
        colours, masks = self._colours.tobytes(), self._masks.tobytes()
        return Layer(
            b"".join(colours[row * CELLS * 3 : (row + 1) * CELLS * 3] for row in rows),
            b"".join(masks[row * CELLS : (row + 1) * CELLS] for row in rows),
            len(rows),
        )

    def distances(
        self, colours: Image.Image, mask: Image.Image, valid: Image.Image | None, trust: float
    ) -> list[float]:
        """For each row: mean colour distance under the row's thing, and what the shapes differ (0 to about 1).

        Shapes count little where the colours agree (the same picture, whatever stands behind it) and more the less
        they do (which of the others is most alike); ``trust``: how sure the query's shape is.
        """
        size = (CELLS, self.count)
        tiled = colours.resize(size, Image.Resampling.NEAREST)
        apart = ImageChops.difference(self._colours, tiled).convert("L", (0.34, 0.34, 0.34, 0))
        weights, shape = self._masks, ImageChops.difference(self._masks, mask.resize(size, Image.Resampling.NEAREST))
        if valid is not None:
            tiled_valid = valid.resize(size, Image.Resampling.NEAREST)
            weights = ImageChops.multiply(weights, tiled_valid)
            shape = ImageChops.multiply(shape, tiled_valid)
        near = _row_means(ImageChops.multiply(apart, weights))
        sizes, shapes = _row_means(weights), _row_means(shape)
        own = sum(mask.tobytes()) / CELLS
        blurred = [distance / (size + 0.6) for distance, size in zip(near, sizes, strict=True)]
        unlike = [differing / (size + own + 4.0) for differing, size in zip(shapes, sizes, strict=True)]
        base, more = SAME_SHAPE * trust, ALIKE_SHAPE * trust
        return [
            colour + shape * (base + more * min(1.0, colour * 8)) for colour, shape in zip(blurred, unlike, strict=True)
        ]


def _row_means(image: Image.Image) -> list[float]:
    means = image.convert("F").resize((1, image.height), Image.Resampling.BOX)
    return list(struct.unpack(f"={image.height}f", means.tobytes()))


class Similarity:
    """Ranks offers by how their main pictures look."""

    def __init__(self, prints: list[Print]) -> None:
        self._ids = [row.offer_id for row in prints]
        count = len(prints)
        self._placed = Layer(b"".join(row.colours for row in prints), b"".join(row.mask for row in prints), count)
        self._framed = Layer(
            b"".join(row.own_colours for row in prints), b"".join(row.own_mask for row in prints), count
        )
        self._known: dict[Hashable, list[int]] = {}

    def remembered(self, key: Hashable, image: Image.Image, region: Region | None) -> list[int]:
        """Offer ids, nearest first; the last few answers are kept under their keys, for the next page."""
        known = self._known.get(key)
        if known is None:
            known = [offer_id for _, offer_id in self.ranked(image, region)]
            if len(self._known) >= KEPT:
                self._known.pop(next(iter(self._known)), None)
            self._known[key] = known
        return known

    def ranked(self, image: Image.Image, region: Region | None = None) -> list[tuple[float, int]]:
        """(distance, offer id), nearest first, for an RGB picture of any size.

        region: left, top, right, bottom in pixels; what is outside only helps to tell the background.
        """
        mask, trust = foreground_and_trust(image)
        if region:
            across, down = mask.width / image.width, mask.height / image.height
            part = (region[0] * across, region[1] * down, region[2] * across, region[3] * down)
            mask = mask.resize(mask.size, Image.Resampling.BILINEAR, part)
            image = image.crop(region)
        small = image.resize((128, 128), Image.Resampling.BOX)
        best = self._placed.distances(*_as_part(small, mask, CROPS[0]), trust)
        frames = [thing_box(mask)] + ([WHOLE] if region else [])
        for frame in frames:
            if frame:
                found = self._framed.distances(*_cut_out(small, mask, frame), None, trust)
                best = [min(one, other * FRAME_SHARE + 0.012) for one, other in zip(best, found, strict=True)]
        self._try_crops(small, mask, trust, best)
        return sorted(zip(best, self._ids, strict=True))

    def _try_crops(self, small: Image.Image, mask: Image.Image, trust: float, best: list[float]) -> None:
        """Lay the query over the nearest so far as a part of the original; better fits replace their distances."""
        rows = sorted(range(len(best)), key=best.__getitem__)[:SHORT_LIST]
        layer = self._placed.only(rows)
        for crop in CROPS[1:]:
            for row, distance in zip(rows, layer.distances(*_as_part(small, mask, crop), trust), strict=True):
                best[row] = min(best[row], distance)


def _row(image: Image.Image) -> Image.Image:
    return Image.frombytes(image.mode, (CELLS, 1), image.tobytes())


def _as_part(
    small: Image.Image, mask: Image.Image, crop: tuple[float, float, float, float]
) -> tuple[Image.Image, Image.Image, Image.Image | None]:
    """The query as rows, laid where it would be in the original, and where in the original it says anything."""
    if crop == CROPS[0]:
        return (
            _row(small.resize((GRID, GRID), Image.Resampling.BOX)),
            _row(mask.resize((GRID, GRID), Image.Resampling.BOX)),
            None,
        )
    edge = GRID * 8
    left, top, right, bottom = (round(share * edge) for share in crop)
    size = (right - left, bottom - top)
    whole, whole_mask, valid = (
        Image.new("RGB", (edge, edge)),
        Image.new("L", (edge, edge)),
        Image.new("L", (edge, edge)),
    )
    whole.paste(small.resize(size, Image.Resampling.BILINEAR), (left, top))
    whole_mask.paste(mask.resize(size, Image.Resampling.BILINEAR), (left, top))
    valid.paste(255, (left, top, right, bottom))
    heard = valid.reduce(8).point(lambda value: 255 if value > 250 else 0)
    return _row(whole.reduce(8)), _row(whole_mask.reduce(8)), _row(heard)


def _cut_out(
    small: Image.Image, mask: Image.Image, frame: tuple[float, float, float, float]
) -> tuple[Image.Image, Image.Image]:
    """The thing alone, filling its frame."""
    size = (GRID, GRID)
    colours = small.resize(size, Image.Resampling.BILINEAR, tuple(share * small.width for share in frame))  # type: ignore[arg-type]
    shape = mask.resize(size, Image.Resampling.BILINEAR, tuple(share * mask.width for share in frame))  # type: ignore[arg-type]
    return _row(colours), _row(shape)


def prints_of_files(files: Iterable[tuple[int, Callable[[], Image.Image | None]]]) -> list[Print]:
    """Prints of pictures that we have not drawn: their things are found as a query's are."""
    found = []
    for offer_id, opened in files:
        image = opened()
        if image is not None:
            found.append(print_of(offer_id, image, foreground(image).resize(image.size, Image.Resampling.BILINEAR)))
    return found
