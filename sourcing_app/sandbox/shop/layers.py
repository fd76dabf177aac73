"""All main pictures as one picture, a row each, so that Pillow compares a query with all of them in one go."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageChops, ImageMath

from sourcing_app.sandbox.shop.query import CORE, PAD, Query
from sourcing_app.sandbox.shop.vision import Box

AMPLIFIED = 5
"""Means are taken in whole numbers: differences are made larger before, and cut where they say no more."""
LOUD = bytes(min(255, value * AMPLIFIED) for value in range(256))
LOUDER = bytes(min(255, value * 3) for value in range(256))
UNEXPLAINED = 25.0
"""What it costs when the query under the thing differs from the thing as much as from the bare background."""
BARELY = 4.0
LEFT_OUT = 32.0
"""What it costs when nothing of what stands out in the query lies under the thing."""

OUTLINE = 2.0
"""How much more the outlines of two things count than their colours."""


@dataclass(frozen=True, slots=True)
class View:
    """A part of the query as a row: red, then green, then blue, with its background and what stands out.

    energy: how far it is from the background, amplified. share: how much of what stands out in the whole query an
    entirely covered place of this view stands for.
    heard None: all of it is there.
    """

    colours: bytes
    behind: bytes
    front: bytes
    energy: bytes
    share: float
    heard: bytes | None
    trust: float

    @classmethod
    def of(cls, query: Query, box: Box, grid: int) -> View:
        part = tuple(PAD + share * CORE for share in box)
        small, behind, front, heard = (
            one.resize((grid, grid), Image.Resampling.BOX, part)  # type: ignore[arg-type]
            for one in (query.canvas, query.behind, query.front, query.heard)
        )
        said = heard.tobytes()
        energy = ImageChops.difference(small, behind).convert("L", (1 / 3, 1 / 3, 1 / 3, 0)).point(LOUDER)
        share = (box[2] - box[0]) * (box[3] - box[1]) / query.front_size / 255
        return cls(
            _bands(small),
            _bands(behind),
            front.tobytes(),
            energy.tobytes(),
            share,
            None if min(said) == 255 else said,
            query.trust,
        )


def _bands(image: Image.Image) -> bytes:
    return b"".join(band.tobytes() for band in image.split())


class Layer:
    """Rows of ``grid`` by ``grid`` places: colours in three bands one after the other, and the mask."""

    def __init__(self, colours: Image.Image, masks: Image.Image) -> None:
        self.count, self._places = masks.height, masks.width
        self._colours, self._masks = colours, masks
        self._thrice = _beside([masks] * 3)
        self._shown = ImageChops.multiply(colours, self._thrice)
        self._open = ImageChops.invert(self._thrice)
        self._factors = _column([255 / (cover + 4) for cover in means(masks)])

    @classmethod
    def of(cls, mosaic: Image.Image, edge: int, count: int) -> Layer:
        """From the squares of an RGBA mosaic."""
        *bands, masks = (_rows_of(band, edge, count) for band in mosaic.split())
        return cls(_beside(bands), masks)

    def coarser(self, grid: int) -> Layer:
        """The same with fewer places."""
        bands = [self._colours.crop((self._places * n, 0, self._places * (n + 1), self.count)) for n in range(3)]
        return Layer(_beside([_shrunk(band, grid) for band in bands]), _shrunk(self._masks, grid))

    def only(self, rows: list[int]) -> Layer:
        """The same with some of the rows."""
        return Layer(_picked(self._colours, rows), _picked(self._masks, rows))

    def nearest(self, views: Iterable[View]) -> list[float]:
        """Of each row, how far the nearest of the views is, roughly: before the first one's background."""
        best = Image.new("F", (1, self.count), 1000.0)
        laid: Image.Image | None = None
        for view in views:
            laid = laid or self._laid(view)
            apart = _roughly(self._apart(view, laid).point(LOUD))
            inside, energy = (
                _roughly(ImageChops.multiply(self._masks, self._tiled(row))) for row in (view.front, view.energy)
            )
            costs = self._costs(view, apart, inside, energy, AMPLIFIED)
            best = ImageMath.lambda_eval(lambda of: of["min"](of["best"], of["costs"]), best=best, costs=costs)
        return _listed(best)

    def measured(self, view: View) -> list[float]:
        """Of each row, how far the view is."""
        inside, energy = (
            _averaged(ImageChops.multiply(self._masks, self._tiled(row))) for row in (view.front, view.energy)
        )
        return _listed(self._costs(view, _averaged(self._apart(view, self._laid(view))), inside, energy))

    def alike(self, row: int) -> list[float]:
        """Of each row, how far its thing is from that of this one: in outline, and in colour where both are."""
        masks, colours = (self._tiled(_picked(image, [row]).tobytes()) for image in (self._masks, self._colours))
        both = ImageChops.multiply(self._thrice, _beside([masks] * 3))
        apart = ImageChops.multiply(ImageChops.difference(self._colours, colours), both)
        outlines = means(ImageChops.difference(self._masks, masks))
        shared = zip(means(apart), means(both), strict=True)
        tints = (difference * 255 / (share + 1) for difference, share in shared)
        return [outline * OUTLINE + tint for outline, tint in zip(outlines, tints, strict=True)]

    def _laid(self, view: View) -> Image.Image:
        """Each thing on the query's own background."""
        return ImageChops.add(self._shown, ImageChops.multiply(self._open, self._tiled(view.behind)))

    def _apart(self, view: View, laid: Image.Image) -> Image.Image:
        """What the query differs from that under each thing."""
        apart = ImageChops.difference(laid, self._tiled(view.colours))
        apart = ImageChops.multiply(apart, self._thrice)
        return ImageChops.multiply(apart, self._tiled(view.heard * 3)) if view.heard else apart

    def _costs(
        self, view: View, apart: Image.Image, inside: Image.Image, energy: Image.Image, amplified: int = 1
    ) -> Image.Image:
        """Columns of means to a column of distances."""
        left_out = LEFT_OUT * view.trust**2

        def cost(of: dict[str, Any]) -> Any:
            value = of["apart"] * of["factors"] / amplified
            bare = of["energy"] * of["factors"] / 3.0
            unexplained = value * UNEXPLAINED / (value + bare + BARELY)
            return value + unexplained + left_out - of["inside"] * (left_out * view.share)

        columns = {"apart": apart, "inside": inside, "energy": energy, "factors": self._factors}
        return ImageMath.lambda_eval(cost, **columns)  # type: ignore[no-any-return]

    def _tiled(self, row: bytes) -> Image.Image:
        return Image.frombytes("L", (len(row), self.count), row * self.count)


def _rows_of(band: Image.Image, edge: int, count: int) -> Image.Image:
    """A row for each square of a mosaic's band."""
    size = edge * edge
    columns = [band.crop((left, 0, left + edge, band.height)).tobytes() for left in range(0, band.width, edge)]
    places = (divmod(place, len(columns)) for place in range(count))
    squares = (columns[column][row * size : (row + 1) * size] for row, column in places)
    return Image.frombytes("L", (size, count), b"".join(squares))


def _beside(bands: list[Image.Image]) -> Image.Image:
    wide, high = bands[0].size
    found = Image.new("L", (wide * len(bands), high))
    for number, band in enumerate(bands):
        found.paste(band, (wide * number, 0))
    return found


def _shrunk(rows: Image.Image, grid: int) -> Image.Image:
    edge = round(rows.width**0.5)
    strip = Image.frombytes("L", (edge, edge * rows.height), rows.tobytes())
    small = strip.resize((grid, grid * rows.height), Image.Resampling.BOX)
    return Image.frombytes("L", (grid * grid, rows.height), small.tobytes())


def _picked(image: Image.Image, rows: list[int]) -> Image.Image:
    raw, wide = image.tobytes(), image.width
    return Image.frombytes("L", (wide, len(rows)), b"".join(raw[row * wide : (row + 1) * wide] for row in rows))


def means(image: Image.Image) -> list[float]:
    """Of each row."""
    return _listed(_averaged(image))


def _averaged(image: Image.Image) -> Image.Image:
    """A column (F) of the rows' means."""
    return image.convert("F").resize((1, image.height), Image.Resampling.BOX)


def _roughly(image: Image.Image) -> Image.Image:
    """The same in whole numbers."""
    return image.resize((1, image.height), Image.Resampling.BOX).convert("F")


def _column(values: list[float]) -> Image.Image:
    return Image.frombytes("F", (1, len(values)), struct.pack(f"={len(values)}f", *values))


def _listed(column: Image.Image) -> list[float]:
    return list(struct.unpack(f"={column.height}f", column.tobytes()))
