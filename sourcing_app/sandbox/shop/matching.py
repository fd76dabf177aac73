"""One offer's thing laid over a query, moved and scaled until it fits best."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PIL import Image, ImageChops, ImageFilter

from sourcing_app.sandbox.shop.layers import BARELY, LEFT_OUT, UNEXPLAINED
from sourcing_app.sandbox.shop.prints import TILE
from sourcing_app.sandbox.shop.query import CANVAS, CORE, PAD, Query
from sourcing_app.sandbox.shop.vision import Box

SMALLEST, LARGEST = 0.25, 2.2
"""Scales that are tried at all."""
UNSEEN = 12.0
"""What a thing costs of which nothing is in the query; a tenth out of sight costs a tenth."""
GOES_ON = 14.0
"""What it costs when the query goes on all around the thing as if it were the thing."""
CLEAR = 0.9
"""Trust in the background from which on the outline need not be looked for: what stands out is known."""
CLOSE = 30
"""A difference from which on the query no longer goes on as the thing."""
FAR = Image.new("L", (TILE, TILE), CLOSE)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a thing's tile lies in the query's square: centre and scale to its own picture."""

    across: float
    down: float
    scale: float

    def moved(self, across: float, down: float, scale: float) -> Placed:
        return Placed(self.across + across, self.down + down, self.scale * scale)


class Candidate:
    """An offer's tile before a query."""

    def __init__(self, query: Query, box: Box, tile: Image.Image, mask: Image.Image, start: Placed) -> None:
        self._query = query
        self._size = (box[2] - box[0], box[3] - box[1])
        self._tile, self._mask = tile, mask
        self._thrice = Image.merge("RGB", (mask, mask, mask))
        self._covered = total(mask) + 1
        self.place = start
        self.misfit = self._misfit(start)

    def settle(self, step: float, times: int = 1) -> None:
        """Move to where it fits better, by steps of this share of the square."""
        for _ in range(times):
            before = self.misfit
            for change in (
                (step, 0, 1), (-step, 0, 1), (0, step, 1), (0, -step, 1), (0, 0, 1 + 2 * step), (0, 0, 1 / (1 + 2 * step)),
            ):  # fmt: skip
                self._try(self.place.moved(*change))
            if self.misfit >= before:
                return

    def _try(self, place: Placed) -> None:
        if SMALLEST <= place.scale <= LARGEST:
            misfit = self._misfit(place)
            if misfit < self.misfit:
                self.place, self.misfit = place, misfit

    def _misfit(self, place: Placed) -> float:
        query, part = self._query, self._part(place)
        seen = query.canvas.resize((TILE, TILE), Image.Resampling.BILINEAR, part)
        behind = query.behind.resize((TILE, TILE), Image.Resampling.NEAREST, part)
        laid = Image.composite(self._tile, behind, self._mask)
        apart = ImageChops.multiply(ImageChops.difference(laid, seen), self._thrice)
        covered, unseen = float(self._covered), 0.0
        if self._partly_outside(part):
            heard = query.heard.resize((TILE, TILE), Image.Resampling.NEAREST, part)
            apart = ImageChops.multiply(apart, Image.merge("RGB", (heard, heard, heard)))
            unseen = 1 - total(ImageChops.multiply(self._mask, heard)) / covered
            covered *= max(0.1, 1 - unseen)
        misfit = total(apart) / covered * 85
        bare = total(ImageChops.multiply(ImageChops.difference(behind, seen), self._thrice)) / covered * 85
        misfit += UNEXPLAINED * misfit / (misfit + bare + BARELY) + UNSEEN * unseen
        front = query.front.resize((TILE, TILE), Image.Resampling.BILINEAR, part)
        inside = total(ImageChops.multiply(self._mask, front)) / (255 * TILE * TILE) * self._area(place)
        misfit += LEFT_OUT * query.trust**2 * max(0.0, 1 - inside / query.front_size)
        if query.trust > CLEAR:
            return misfit
        return misfit + GOES_ON * (1 - query.trust) * self._going_on(seen)

    @cached_property
    def _ring(self) -> tuple[Image.Image, int]:
        """What lies just around the thing, and how much that is."""
        ring = ImageChops.subtract(
            self._mask.filter(ImageFilter.MaxFilter(7)), self._mask.filter(ImageFilter.MaxFilter(3))
        )
        return ring, total(ring) + 1

    def _going_on(self, seen: Image.Image) -> float:
        """Which share of the surroundings looks like the thing."""
        alike = ImageChops.subtract(FAR, ImageChops.difference(self._tile, seen).convert("L"))
        ring, size = self._ring
        return total(ImageChops.multiply(alike, ring)) * 255 / CLOSE / size

    def _area(self, place: Placed) -> float:
        return self._size[0] * self._size[1] * place.scale**2

    def _partly_outside(self, part: Box) -> bool:
        box = self._query.seen
        return part[0] < box[0] or part[1] < box[1] or part[2] > box[2] or part[3] > box[3]

    def _part(self, place: Placed) -> Box:
        wide, high = self._size[0] * place.scale / 2, self._size[1] * place.scale / 2
        edges = (place.across - wide, place.down - high, place.across + wide, place.down + high)
        left, top, right, bottom = (min(CANVAS - 1.0, max(0.0, PAD + edge * CORE)) for edge in edges)
        return left, top, max(right, left + 1), max(bottom, top + 1)


def total(image: Image.Image) -> int:
    """The sum of all values, about."""
    return sum(image.reduce(4).tobytes()) * 16
