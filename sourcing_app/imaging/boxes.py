"""Proposes the parts of a photo that may be meant: pictures and cards inside screenshots, things on quiet and on busy grounds.

Three ways, one ranking. What differs from a flat ground, as pages and cards have one, falls into parts, and each part is looked
into again. What has colours that the edge of the photo has not stands out, on whatever ground. A box is good when it holds much
that stands out, little that does not, and when what lies around it looks different.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sourcing_app.domain.picture import FoundParts, Region

MOST = 6
PAGE_SIDE, THING_SIDE = 256, 64
"""Pixels of the longer side, for parts of pages, and for what stands out."""
FLAT_SHARE = 0.22
"""Of the pixels that one colour takes, to be called a ground."""
DIFFERENT = 14
"""In the most different channel, of 255."""
MIN_SIDE, MIN_AREA, MAX_AREA = 0.07, 0.012, 0.92
"""Of the photo's side and area."""
SAME = 0.6
"""Two boxes that share so much of their union are one."""
LEVELS = 3
SURE, ALONE, RIVAL, SEVERAL_PARTS = 0.3, 0.17, 0.4, 2
"""The score from which the best box is searched by before the whole photo: if it is a card or a picture or in one, or so small
a part of the photo, or if another thing of so much of its score, or several of any, stand beside it. One large thing before a
quiet ground is the photo itself."""
FAINT = 0.24
"""Of the best one's score: words and lines of a page are not worth a look."""
SEVERAL, SEVERAL_AREA = 0.6, 0.12
"""What a box around several things loses, and from which part of its area on they count."""
FILLED, QUIET = 0.8, 9.0
"""Of a card's rim that is not the ground's; how far the colours at a quiet photo's edge are from an even change."""
LINES, LONG, ALIKE, EDGE, FRAMED = 40, 0.25, 0.85, 18, 0.25
"""Straight lines that are looked at, the longest first; how long in parts of the photo's side; how far two of them, or a side and
its edge, go along with each other; how large a step of brightness is; what a whole frame is worth."""
CUT_OFF = 0.6
"""What a box is worth for each edge of the photo it touches: a floor or a sky does, a thing seldom."""

Pixels = NDArray[np.int16]
Mask = NDArray[np.bool_]
Map = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A box in parts of the photo's sides, 0 to 1; the better, the higher its score. is_card: it is filled up to its rim;
    is_nested: it was found inside a card or a picture."""

    left: float
    top: float
    right: float
    bottom: float
    score: float
    is_card: bool = False
    is_nested: bool = False

    @property
    def area(self) -> float:
        """Of the photo's."""
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)

    def is_part_of(self, other: Candidate) -> bool:
        """Whether it lies inside, and is clearly smaller."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, wide) * max(0.0, high) > 0.85 * self.area and self.area < 0.75 * other.area

    def overlap(self, other: Candidate) -> float:
        """Shared area in parts of the union."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        shared = max(0.0, wide) * max(0.0, high)
        return shared / (self.area + other.area - shared) if shared else 0.0


def find_parts(image: Image.Image) -> FoundParts:
    """As ``propose_boxes``, and whether the best of them is to be searched by before the whole photo."""
    chosen, found = _chosen(image)
    boxes = tuple(_region(each, image.size) for each in chosen)
    return FoundParts(boxes, bool(chosen) and _is_sure(chosen[0], found))


def _is_sure(best: Candidate, found: list[Candidate]) -> bool:
    apart = [each for each in found if best.overlap(each) == 0]
    is_one_of_several = len(apart) >= SEVERAL_PARTS or any(each.score >= RIVAL * best.score for each in apart)
    is_in_picture = best.is_nested or any(each.is_card and best.is_part_of(each) for each in found)
    return best.score >= SURE and (best.is_card or is_in_picture or best.area <= ALONE or is_one_of_several)


def propose_boxes(image: Image.Image) -> tuple[Region, ...]:
    """At most MOST, the best first; none where the whole photo is one thing. image: RGB, as it is searched with."""
    return tuple(_region(each, image.size) for each in _chosen(image)[0])


def _chosen(image: Image.Image) -> tuple[list[Candidate], list[Candidate]]:
    """The boxes that are worth a look, and all that were found."""
    page = _small(image, PAGE_SIDE)
    parts, things = _parts_of_page(page)
    others = [*_framed(page), *_on_quiet_ground(page[::3, ::3]), *_standing_out(_small(image, THING_SIDE))]
    found = [*parts, *(each for each in others if not any(each.is_part_of(thing) for thing in things))]
    found = [_without_credit_for_several(each, found) for each in found if _is_fit(each)]
    chosen: list[Candidate] = []
    for each in sorted(found, key=lambda candidate: -candidate.score):
        if chosen and each.score < FAINT * chosen[0].score:
            break
        if all(each.overlap(other) < SAME for other in chosen):
            chosen.append(each)
        if len(chosen) == MOST:
            break
    return chosen, found


def _without_credit_for_several(box: Candidate, found: list[Candidate]) -> Candidate:
    """A box around two things that stand apart is not the best one, unless it is a card or a picture."""
    if box.is_card:
        return box
    inside = [
        each
        for each in found
        if each.is_part_of(box) and each.area >= SEVERAL_AREA * box.area and each.score >= RIVAL * box.score
    ]
    is_several = any(one.overlap(other) == 0 for at, one in enumerate(inside) for other in inside[:at])
    return replace(box, score=box.score * SEVERAL) if is_several else box


def _is_fit(box: Candidate) -> bool:
    sides = (box.right - box.left, box.bottom - box.top)
    return min(sides) >= MIN_SIDE and MIN_AREA <= box.area <= MAX_AREA


def _touched(box: tuple[int, int, int, int], shape: tuple[int, ...]) -> int:
    """How many edges of the photo."""
    return (box[0] <= 1) + (box[1] <= 1) + (box[2] >= shape[1] - 1) + (box[3] >= shape[0] - 1)


def _region(box: Candidate, size: tuple[int, int]) -> Region:
    width, height = size
    left, top = int(box.left * width), int(box.top * height)
    return Region(left, top, min(width, round(box.right * width)), min(height, round(box.bottom * height)))


def _small(image: Image.Image, side: int) -> Pixels:
    scale = min(1.0, side / max(image.size))
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return np.asarray(image.resize(size, Image.Resampling.BOX, reducing_gap=2.0), dtype=np.int16)


# -- parts of a page --------------------------------------------------------------------------------------------------


def _parts_of_page(page: Pixels) -> tuple[list[Candidate], list[Candidate]]:
    """Parts on the page's flat ground, and parts of these; and which of them are things, not cards: of a thing there are no
    parts that count."""
    found: list[Candidate] = []
    things: list[Candidate] = []
    waiting = [(0, 0, page.shape[1], page.shape[0], 0)]
    while waiting and len(found) < 60:
        left, top, right, bottom, level = waiting.pop(0)
        inside = page[top:bottom, left:right]
        ground = _flat_ground(inside)
        if ground is None:
            continue
        different = _different(inside, ground)
        for box in _components(different):
            moved = (left + box[0], top + box[1], left + box[2], top + box[3])
            candidate = _scored_part(page, moved)
            if not _is_fit(candidate):
                continue
            candidate = replace(
                candidate, is_card=_is_card(different[box[1] : box[3], box[0] : box[2]]), is_nested=level > 0
            )
            found.append(candidate)
            if not candidate.is_card:
                things += [candidate] if _touched(moved, page.shape) < 2 else []
            elif level < LEVELS:
                waiting.append((*moved, level + 1))
    return found, things


def _is_card(different: Mask) -> bool:
    """Whether the part fills its box up to the rim, as cards and pictures do."""
    rim = np.concatenate(
        (
            different[:3].max(axis=0),
            different[-3:].max(axis=0),
            different[:, :3].max(axis=1),
            different[:, -3:].max(axis=1),
        )
    )
    return bool(rim.mean() >= FILLED)


def _flat_ground(pixels: Pixels) -> Pixels | None:
    """The colour that most pixels have, where these are many; None on a photograph."""
    codes = (pixels >> 3) @ np.array([1024, 32, 1], dtype=np.int32)
    counts = np.bincount(codes.ravel())
    most = int(counts.argmax())
    if counts[most] < FLAT_SHARE * codes.size:
        return None
    return np.asarray(np.median(pixels[codes == most], axis=0), dtype=np.int16)


def _different(pixels: Pixels, ground: Pixels) -> Mask:
    return np.asarray(np.abs(pixels - ground).max(axis=2) > DIFFERENT)


def _scored_part(page: Pixels, box: tuple[int, int, int, int]) -> Candidate:
    """A picture has many colours and little ground; text has two colours, a card much ground."""
    height, width = page.shape[:2]
    inside = page[box[1] : box[3], box[0] : box[2]]
    codes = (inside >> 4) @ np.array([256, 16, 1], dtype=np.int32)
    counts = np.sort(np.bincount(codes.ravel()))[::-1] / codes.size
    flat, many = float(counts[0]), float(min(1.0, np.count_nonzero(counts > 0.0004) / 90))
    area = inside.shape[0] * inside.shape[1] / (width * height)
    shape = min(inside.shape[:2]) / max(inside.shape[:2])
    whole = CUT_OFF ** _touched(box, page.shape)
    score = whole * (1.05 - flat) * (0.25 + many) * min(1.0, area / 0.06) ** 0.35 * min(1.0, shape / 0.45) ** 0.5
    return Candidate(box[0] / width, box[1] / height, box[2] / width, box[3] / height, score)


def _components(mask: Mask) -> list[tuple[int, int, int, int]]:
    """Boxes of the parts that hang together, gaps of a pixel bridged; the largest first."""
    grown = mask.copy()
    grown[1:] |= mask[:-1]
    grown[:, 1:] |= grown[:, :-1].copy()
    runs = _runs(grown)
    parent = list(range(len(runs)))

    def root(each: int) -> int:
        while parent[each] != each:
            parent[each] = parent[parent[each]]
            each = parent[each]
        return each

    above: list[int] = []
    row = -1
    current: list[int] = []
    for at, (y, start, end) in enumerate(runs):
        if y != row:
            above, current, row = (current if y == row + 1 else []), [], y
        for other in above:
            _, first, last = runs[other]
            if first < end and start < last:
                parent[root(at)] = root(other)
        current.append(at)
    boxes: dict[int, list[int]] = {}
    for at, (y, start, end) in enumerate(runs):
        box = boxes.setdefault(root(at), [start, y, end, y + 1])
        box[0], box[2], box[3] = min(box[0], start), max(box[2], end), y + 1
    found = [(box[0], box[1], box[2], box[3]) for box in boxes.values()]
    return sorted(found, key=lambda box: -(box[2] - box[0]) * (box[3] - box[1]))[:20]


def _runs(mask: Mask) -> list[tuple[int, int, int]]:
    """(row, from, to) of each stretch, row by row."""
    padded = np.zeros((mask.shape[0], mask.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = mask
    steps = np.diff(padded, axis=1)
    rows, starts = np.nonzero(steps == 1)
    _, ends = np.nonzero(steps == -1)
    return list(zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True))


# -- frames ------------------------------------------------------------------------------------------------------------


def _framed(page: Pixels) -> list[Candidate]:
    """Boxes with a straight edge on all four sides: a picture laid over another, or set into a page."""
    upright = _edges(page)
    level = _edges(page.transpose(1, 0, 2)).T
    lines = sorted(_runs(_bridged(upright).T), key=lambda run: run[1] - run[2])
    lines = [line for line in lines[:LINES] if line[2] - line[1] >= LONG * page.shape[0]]
    found = []
    for at, (x, top, bottom) in enumerate(lines):
        for other_x, other_top, other_bottom in lines[at + 1 :]:
            left, right = min(x, other_x), max(x, other_x)
            first, last = max(top, other_top), min(bottom, other_bottom)
            is_pair = last - first >= ALIKE * (max(bottom, other_bottom) - min(top, other_top))
            if is_pair and right - left >= LONG * page.shape[1] and _is_closed(level, left, right, first, last):
                part = _scored_part(page, (left, first, right, last))
                found.append(replace(part, score=part.score + FRAMED, is_card=True))
    return found


def _edges(page: Pixels) -> Mask:
    """Where a pixel differs from its neighbour to the left."""
    found = np.zeros(page.shape[:2], dtype=np.bool_)
    found[:, 1:] = np.abs(page[:, 1:] - page[:, :-1]).max(axis=2) > EDGE
    return found


def _bridged(edges: Mask) -> Mask:
    """Gaps of a pixel along the columns closed, and a line that lies between two columns taken as one."""
    grown = edges.copy()
    grown[:, 1:] |= edges[:, :-1]
    grown[1:-1] |= grown[:-2] & grown[2:]
    return grown


def _is_closed(level: Mask, left: int, right: int, top: int, bottom: int) -> bool:
    """Whether edges run along the upper and the lower side too."""
    return all(
        level[max(0, y - 2) : y + 3, left:right].any(axis=0).mean() >= ALIKE
        for y in (top, min(bottom, level.shape[0] - 1))
    )


# -- quiet grounds -----------------------------------------------------------------------------------------------------


def _on_quiet_ground(pixels: Pixels) -> list[Candidate]:
    """Things before a ground whose colour changes evenly, as in light from one side; none before another ground."""
    height, width = pixels.shape[:2]
    y, x = np.mgrid[0:height, 0:width]
    x, y = (x / width - 0.5).ravel(), (y / height - 0.5).ravel()
    terms = np.stack((np.ones_like(x), x, y, x * x, y * y, x * y), axis=1)
    rim = np.zeros((height, width), dtype=np.bool_)
    deep = max(2, round(0.06 * min(height, width)))
    rim[:deep] = rim[-deep:] = True
    rim[:, :deep] = rim[:, -deep:] = True
    edge = rim.ravel()
    colours = pixels.reshape(-1, 3).astype(np.float64)
    fitted, *_ = np.linalg.lstsq(terms[edge], colours[edge], rcond=None)
    away = np.abs(colours - terms @ fitted).max(axis=1)
    noise = float(np.median(away[edge]))
    if noise > QUIET:
        return []
    mask = (away > max(DIFFERENT, 5.0 * noise)).reshape(height, width)
    return [_scored_thing(mask.astype(np.float64), box) for box in _components(mask)[:5]]


# -- what stands out --------------------------------------------------------------------------------------------------


def _standing_out(pixels: Pixels) -> list[Candidate]:
    """Boxes around colours that the edge of the photo has not; up to three that lie apart, and what they hang together as."""
    strange = _strangeness(pixels)
    found = []
    left = strange - max(0.25, float(strange.mean()))
    for _ in range(3):
        box, total = _densest(left)
        if total <= 0:
            break
        found.append(_scored_thing(strange, box))
        left = left.copy()
        left[box[1] : box[3], box[0] : box[2]] = -1.0
    mask = strange > max(0.35, float(strange.mean() + 0.5 * strange.std()))
    found += [_scored_thing(strange, box) for box in _components(mask)[:4]]
    return found


def _strangeness(pixels: Pixels) -> Map:
    """0 where a pixel's colour is as common at the photo's edge as anywhere, 1 where the edge has none of it."""
    codes = np.minimum(pixels // 37, 6) @ np.array([49, 7, 1], dtype=np.int32)
    rim = max(2, round(min(codes.shape) * 0.07))
    edge = np.ones(codes.shape, dtype=np.bool_)
    edge[rim:-rim, rim:-rim] = False
    everywhere = np.bincount(codes.ravel(), minlength=343) / codes.size
    outside = np.bincount(codes[edge], minlength=343) / np.count_nonzero(edge)
    values = np.clip(1.0 - outside / np.maximum(everywhere, 1e-9), 0.0, 1.0)
    return _blurred(np.asarray(values[codes], dtype=np.float64))


def _blurred(values: Map) -> Map:
    padded = np.pad(values, 1, mode="edge")
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    return np.asarray((rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]) / 9.0)


def _densest(values: Map) -> tuple[tuple[int, int, int, int], float]:
    """The box with the largest sum, over all boxes."""
    height = values.shape[0]
    sums = np.zeros((height + 1, values.shape[1]))
    np.cumsum(values, axis=0, out=sums[1:])
    tops, bottoms = np.triu_indices(height + 1, 1)
    along = np.zeros((len(tops), values.shape[1] + 1))
    np.cumsum(sums[bottoms] - sums[tops], axis=1, out=along[:, 1:])
    lowest = np.minimum.accumulate(along, axis=1)
    gains = along - lowest
    best, right = np.unravel_index(int(gains.argmax()), gains.shape)
    left = int(along[best, : right + 1].argmin())
    box = (left, int(tops[best]), int(right), int(bottoms[best]))
    return box, float(gains[best, right])


def _scored_thing(strange: Map, box: tuple[int, int, int, int]) -> Candidate:
    height, width = strange.shape
    left, top, right, bottom = box
    inside = strange[top:bottom, left:right]
    wide, high = max(2, (right - left) // 4), max(2, (bottom - top) // 4)
    around = strange[max(0, top - high) : bottom + high, max(0, left - wide) : right + wide]
    rest = around.size - inside.size
    outside = (float(around.sum()) - float(inside.sum())) / rest if rest else float(inside.mean())
    area = inside.size / strange.size
    touched = _touched(box, strange.shape)
    score = (float(inside.mean()) - outside) * min(1.0, area / 0.08) ** 0.35 * CUT_OFF**touched if inside.size else 0.0
    return Candidate(left / width, top / height, right / width, bottom / height, score)
