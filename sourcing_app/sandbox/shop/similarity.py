"""Finds the offers whose main picture looks like a given one.

In three steps: the query is laid over all main pictures at once in a few dozen places and sizes, coarsely; over the
best again, finer; and the best of those are moved and scaled until they fit. Each time an offer's thing is laid on the
query's own background, so that it does not matter before what a thing was photographed. After whatever fits about as
well as the best, offers follow by how like the best one's thing theirs are.
"""

from __future__ import annotations

import heapq
from collections.abc import Hashable
from functools import cached_property
from math import log2

from PIL import Image

from sourcing_app.sandbox.shop.layers import Layer, View
from sourcing_app.sandbox.shop.matching import Candidate, Placed
from sourcing_app.sandbox.shop.prints import ACROSS, SQUARE, TILE, Index, with_margin
from sourcing_app.sandbox.shop.query import Query, Region
from sourcing_app.sandbox.shop.vision import Box

CUTS = (
    (0.0, 0.0, 1.0, 1.0),
    (0.1, 0.0, 1.0, 1.0), (0.0, 0.1, 1.0, 1.0), (0.0, 0.0, 0.9, 1.0), (0.0, 0.0, 1.0, 0.9),
    (0.1, 0.1, 1.0, 1.0), (0.0, 0.1, 0.9, 1.0), (0.1, 0.0, 1.0, 0.9), (0.0, 0.0, 0.9, 0.9),
    (0.06, 0.06, 0.94, 0.94),
)  # fmt: skip
"""Which part of the original the query may be."""
COARSE_CUTS = (CUTS[0], *CUTS[5:9])
SCALES = (0.84, 1.0)
SHIFT = 0.06
CLEAR = 0.9
"""Trust in the background from which on the thing's own box is enough to find it anywhere in the picture."""
GRID = 6
SHORT_LIST = 150
FITTED = 24
BETTER, BEST = 14, 5
BEHIND = 1.5
"""Who is farther than so many times the best no longer comes first, however it is moved."""
WEAK = 26.0
"""A best misfit from which on the query may be a mirrored picture."""
KEPT = 32

CLOSE = 1.25
"""What fits so much worse than the best may still be the thing itself."""
SHAPELY = 40.0
"""What twice the width for the same height costs."""


class Similarity:
    """Ranks offers by how their main pictures look."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[Hashable, list[int]] = {}

    @cached_property
    def _finer(self) -> tuple[Layer, Layer]:
        """Pictures, and tiles."""
        tiles = self._index.tiles
        small = tiles.resize((ACROSS * SQUARE, tiles.height * SQUARE // TILE), Image.Resampling.BOX)
        count = len(self._index.ids)
        return Layer.of(self._index.squares, SQUARE, count), Layer.of(small, SQUARE, count)

    @cached_property
    def _coarse(self) -> tuple[Layer, Layer]:
        pictures, tiles = self._finer
        return pictures.coarser(GRID), tiles.coarser(GRID)

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
        if not self._index.ids:
            return []
        query = Query.of(image, region)
        found = self._distances(query)
        if region and min(found) > WEAK:  # a picture in a picture has a background of its own
            query = Query.of(image.crop(region))
            found = list(map(min, found, self._distances(query)))
        if min(found) > WEAK:
            found = list(map(min, found, self._distances(query.mirrored)))
        return self._with_alike(found)

    def _with_alike(self, found: list[float]) -> list[tuple[float, int]]:
        """What fits about as well as the best, then by how like the best one's thing theirs are, from clean pictures."""
        best = min(range(len(found)), key=found.__getitem__)
        close, ids = found[best] * CLOSE, self._index.ids
        boxes, alike = self._index.boxes, self._finer[1].alike(best)
        ratio = _ratio(boxes[best])
        near = sorted((distance, ids[row]) for row, distance in enumerate(found) if distance <= close)
        rest = sorted(
            (close + alike[row] + abs(_ratio(boxes[row]) - ratio) * SHAPELY, ids[row])
            for row, distance in enumerate(found)
            if distance > close
        )
        return near + rest

    def _distances(self, query: Query) -> list[float]:
        """Of each row."""
        anywhere = query.trust < CLEAR
        far = self._coarsely(query, _few_places(anywhere))
        rows = heapq.nsmallest(SHORT_LIST, range(len(far)), key=far.__getitem__)
        fitted = self._fitted(query, self._placed_finer(query, _places(anywhere), rows))
        worst = max(fitted.values())
        return [fitted[row] if row in fitted else worst + 1 + distance for row, distance in enumerate(far)]

    def _coarsely(self, query: Query, places: list[Placed]) -> list[float]:
        placed, tiles = self._coarse
        far = placed.nearest(View.of(query, _box_at(place), GRID) for place in places)
        framed = tiles.nearest(View.of(query, with_margin(box), GRID) for box in query.boxes)
        return [min(one, other) for one, other in zip(far, framed, strict=True)]

    def _placed_finer(self, query: Query, places: list[Placed], rows: list[int]) -> list[tuple[float, int, Placed]]:
        """(distance, row, where its tile lies), nearest first."""
        pictures, tiles = (layer.only(rows) for layer in self._finer)
        best = [(float("inf"), row, Placed(0.5, 0.5, 1.0)) for row in rows]
        for place in places:
            view = View.of(query, _box_at(place), SQUARE)
            for number, distance in enumerate(pictures.measured(view)):
                if distance < best[number][0]:
                    best[number] = distance, rows[number], _tile_at(place, self._index.boxes[rows[number]])
        for box in map(with_margin, query.boxes):
            view = View.of(query, box, SQUARE)
            for number, distance in enumerate(tiles.measured(view)):
                if distance < best[number][0]:
                    best[number] = distance, rows[number], _tile_in(box, self._index.boxes[rows[number]])
        return sorted(best, key=lambda found: found[0])

    def _fitted(self, query: Query, best: list[tuple[float, int, Placed]]) -> dict[int, float]:
        """Misfits of the best few."""
        candidates = [
            (row, Candidate(query, self._index.boxes[row], *self._index.tile(row), place))
            for _, row, place in best[:FITTED]
        ]
        for step, times, few in ((0.03, 1, BETTER), (0.015, 2, BETTER), (0.007, 1, BEST), (0.004, 1, BEST)):
            candidates.sort(key=lambda one: one[1].misfit)
            reach = candidates[0][1].misfit * BEHIND
            contenders = [candidate for _, candidate in candidates[:few] if candidate.misfit <= reach]
            if len(contenders) == 1:
                break
            for candidate in contenders:
                candidate.settle(step, times)
        return {row: candidate.misfit for row, candidate in candidates}


def _ratio(box: Box) -> float:
    left, top, right, bottom = box
    return log2(max(right - left, 0.01) / max(bottom - top, 0.01))


def _places(anywhere: bool) -> list[Placed]:
    """Where the original picture may lie in the query: its centre and its size."""
    if anywhere:
        shifts = (-SHIFT, 0.0, SHIFT)
        found = [Placed(0.5 + x, 0.5 + y, scale) for scale in SCALES for x in shifts for y in shifts]
        return [*found, Placed(0.5, 0.5, 1.1)]
    return [_cut_at(cut) for cut in CUTS]


def _few_places(anywhere: bool) -> list[Placed]:
    """The same, as many as a coarse look tells apart."""
    if anywhere:
        shifts = ((0.0, 0.0), (-SHIFT, 0.0), (SHIFT, 0.0), (0.0, -SHIFT), (0.0, SHIFT))
        return [Placed(0.5 + x, 0.5 + y, sum(SCALES) / 2) for x, y in shifts]
    return [_cut_at(cut) for cut in COARSE_CUTS]


def _cut_at(cut: Box) -> Placed:
    """A query is laid in the middle of a square."""
    left, top, right, bottom = cut
    scale = 1 / max(right - left, bottom - top)
    return Placed(0.5 + (1 - left - right) / 2 * scale, 0.5 + (1 - top - bottom) / 2 * scale, scale)


def _box_at(place: Placed) -> Box:
    half = place.scale / 2
    return place.across - half, place.down - half, place.across + half, place.down + half


def _tile_at(place: Placed, box: Box) -> Placed:
    """Where the tile lies when its whole picture lies there."""
    across, down = (box[0] + box[2]) / 2 - 0.5, (box[1] + box[3]) / 2 - 0.5
    return Placed(place.across + across * place.scale, place.down + down * place.scale, place.scale)


def _tile_in(frame: Box, box: Box) -> Placed:
    """Where the tile lies when it fills the frame about."""
    wide, high = (frame[2] - frame[0]) / (box[2] - box[0]), (frame[3] - frame[1]) / (box[3] - box[1])
    return Placed((frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2, (wide * high) ** 0.5)
