"""All main pictures as one picture, a row each, so that Pillow compares a query with all of them in one go."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image, ImageChops

from sourcing_app.sandbox.shop.query import CORE, PAD, Query
from sourcing_app.sandbox.shop.vision import Box

AMPLIFIED = 5
"""Means are taken in whole numbers: differences are made larger before, and cut where they say no more."""
LOUD = bytes(min(255, value * AMPLIFIED) for value in range(256))
SOFT = [value / AMPLIFIED for value in range(256)]
LOUDER = bytes(min(255, value * 3) for value in range(256))
UNEXPLAINED = 25.0
"""What it costs when the query under the thing differs from the thing as much as from the bare background."""
BARELY = 4.0
LEFT_OUT = 32.0
"""What it costs when nothing of what stands out in the query lies under the thing."""


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
        self._thrice = Image.new("L", colours.size)
        for number in range(3):
            self._thrice.paste(masks, (masks.width * number, 0))
        self._shown = ImageChops.multiply(colours, self._thrice)
        self._open = ImageChops.invert(self._thrice)
        self._factors = [255 / (cover + 4) for cover in means(masks)]

    @classmethod
    def of(cls, squares: list[Image.Image]) -> Layer:
        """From RGBA pictures."""
        wide = squares[0].width ** 2 if squares else 1
        rows = [square.tobytes() for square in squares]
        colours = b"".join(row[band::4] for row in rows for band in range(3))
        masks = b"".join(row[3::4] for row in rows)
        size = (wide, len(squares))
        return cls(Image.frombytes("L", (wide * 3, len(squares)), colours), Image.frombytes("L", size, masks))

    def coarser(self, grid: int) -> Layer:
        """The same with fewer places."""
        bands = [self._colours.crop((self._places * n, 0, self._places * (n + 1), self.count)) for n in range(3)]
        small = [_shrunk(band, grid) for band in bands]
        colours = Image.new("L", (grid * grid * 3, self.count))
        for number, band in enumerate(small):
            colours.paste(band, (grid * grid * number, 0))
        return Layer(colours, _shrunk(self._masks, grid))

    def only(self, rows: list[int]) -> Layer:
        """The same with some of the rows."""
        return Layer(_picked(self._colours, rows), _picked(self._masks, rows))

    def nearest(self, views: Iterable[View]) -> list[float]:
        """Of each row, how far the nearest of the views is, roughly: before the first one's background."""
        best = [1000.0] * self.count
        laid: Image.Image | None = None
        for view in views:
            laid = laid or self._laid(view)
            apart = self._apart(view, laid).point(LOUD).resize((1, self.count), Image.Resampling.BOX).tobytes()
            inside, energy = (
                ImageChops.multiply(self._masks, self._tiled(row))
                .resize((1, self.count), Image.Resampling.BOX)
                .tobytes()
                for row in (view.front, view.energy)
            )
            best = list(map(min, best, self._costs(view, [SOFT[value] for value in apart], inside, energy)))
        return best

    def measured(self, view: View) -> list[float]:
        """Of each row, how far the view is."""
        inside, energy = (
            means(ImageChops.multiply(self._masks, self._tiled(row))) for row in (view.front, view.energy)
        )
        return self._costs(view, means(self._apart(view, self._laid(view))), inside, energy)

    def _laid(self, view: View) -> Image.Image:
        """Each thing on the query's own background."""
        return ImageChops.add(self._shown, ImageChops.multiply(self._open, self._tiled(view.behind)))

    def _apart(self, view: View, laid: Image.Image) -> Image.Image:
        """What the query differs from that under each thing."""
        apart = ImageChops.difference(laid, self._tiled(view.colours))
        apart = ImageChops.multiply(apart, self._thrice)
        return ImageChops.multiply(apart, self._tiled(view.heard * 3)) if view.heard else apart

    def _costs(
        self, view: View, apart: Iterable[float], inside: Iterable[float], energy: Iterable[float]
    ) -> list[float]:
        left_out = LEFT_OUT * view.trust**2
        share = left_out * view.share

        return [
            left_out
            - share * under
            + value * factor * (1 + UNEXPLAINED / (value * factor + bare * factor / 3 + BARELY))
            for value, under, bare, factor in zip(apart, inside, energy, self._factors, strict=True)
        ]

    def _tiled(self, row: bytes) -> Image.Image:
        return Image.frombytes("L", (len(row), self.count), row * self.count)


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
    found = image.convert("F").resize((1, image.height), Image.Resampling.BOX)
    return list(struct.unpack(f"={image.height}f", found.tobytes()))
