"""What stands in front: the background is learned from the picture's border, and what differs from it is the thing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from PIL import Image, ImageChops, ImageFilter

EDGE = 64
"""Working size: the picture is looked at as 64 by 64 places."""
COARSE = 16
"""The background is smooth: it is fitted at 16 by 16 places."""
RIM = 3
"""How many places at the border are taken for background."""

SHADE = bytes(min(value, 75) * 9 // 10 for value in range(256))
"""How much of a darkening may be a shadow."""

Box: TypeAlias = tuple[float, float, float, float]
"""left, top, right, bottom as shares of a picture."""
WHOLE: Box = (0.0, 0.0, 1.0, 1.0)
Terms: TypeAlias = tuple[float, ...]


@dataclass(frozen=True)
class Backdrop:
    """What seems to stand behind: a picture of it (RGB, 64 by 64) and how far the border strays from that.

    seen: the query itself at that size.
    """

    seen: Image.Image
    picture: Image.Image
    rough: float

    @property
    def trust(self) -> float:
        """1 before smooth paper, towards 0 before a rough background."""
        return max(0.08, 1 - self.rough / 70)

    @cached_property
    def mask(self) -> Image.Image:
        """L, 64 by 64; white: the thing."""
        return _filled(self.masked(1.0))

    @cached_property
    def shadeless(self) -> Image.Image:
        """The mask without what is only darker than the background: shadows, and grey things before light paper."""
        darker = ImageChops.subtract(self.picture, self.seen)
        red, green, blue = darker.split()
        shade = ImageChops.darker(ImageChops.darker(red, green), blue).point(SHADE)
        return self._curved(ImageChops.subtract(self._far, shade), 1.0)

    @cached_property
    def _far(self) -> Image.Image:
        return _sum_of_bands(ImageChops.difference(self.seen, self.picture))

    def masked(self, share: float) -> Image.Image:
        """What differs by so many times the usual threshold, holes and all."""
        return self._curved(self._far, share).filter(ImageFilter.MedianFilter(3))

    def _curved(self, far: Image.Image, share: float) -> Image.Image:
        low = (16 + 2.6 * self.rough) * share
        return far.point(bytes(min(255, max(0, round((value * 3 - low * 0.6) * 255 / low))) for value in range(256)))


def _sum_of_bands(image: Image.Image) -> Image.Image:
    """A third of the sum."""
    return image.convert("L", (1 / 3, 1 / 3, 1 / 3, 0.5))


def foreground(image: Image.Image) -> Image.Image:
    """A mask (L, 64 by 64; white: the thing) of an RGB picture."""
    return backdrop(image).mask


def backdrop(image: Image.Image) -> Backdrop:
    """The simplest of three models that explains the border.

    A surface of second degree (seamless papers, gradients), or straight runs from the left border to the right one
    (tables before walls, boards) or from the upper to the lower one; each of the last two is judged by the border
    that it was not made from.
    """
    seen = image.resize((EDGE, EDGE), Image.Resampling.BOX)
    across, down = _run(seen, upright=False), _run(seen, upright=True)
    surface = _surface(seen)
    options = [
        (_straying(seen, surface, _rims()), surface),
        (_straying(seen, across, _rims(sides=False)) * 1.2 + 2, across),
        (_straying(seen, down, _rims(ends=False)) * 1.2 + 2, down),
    ]
    rough, picture = min(options, key=lambda option: option[0])
    return Backdrop(seen, picture, rough)


def _rims(*, ends: bool = True, sides: bool = True) -> list[tuple[int, int, int, int]]:
    found = [(0, 0, EDGE, RIM), (0, EDGE - RIM, EDGE, EDGE)] if ends else []
    return found + ([(0, 0, RIM, EDGE), (EDGE - RIM, 0, EDGE, EDGE)] if sides else [])


def _straying(seen: Image.Image, picture: Image.Image, rims: list[tuple[int, int, int, int]]) -> float:
    """Half as much again as the median difference in the rims, added up over the bands."""
    apart = _sum_of_bands(ImageChops.difference(seen, picture))
    counts = [0] * 256
    for rim in rims:
        counts = [sofar + more for sofar, more in zip(counts, apart.crop(rim).histogram(), strict=True)]
    half, sofar = sum(counts) / 2, 0
    for value, count in enumerate(counts):
        if sofar + count >= half:
            return 4.5 * (value - 1 + (half - sofar) / count) if value else 0.0
        sofar += count
    return 0.0


def _run(seen: Image.Image, *, upright: bool) -> Image.Image:
    """Straight from border to border, in each row (or column) by itself."""
    turned = seen.transpose(Image.Transpose.TRANSPOSE) if upright else seen
    ends = Image.new("RGB", (2, EDGE))
    for place, rim in enumerate(_rims(ends=False)):
        ends.paste(turned.crop(rim).resize((1, EDGE), Image.Resampling.BOX), (place, 0))
    run = ends.resize((EDGE, EDGE), Image.Resampling.BILINEAR, (0.5, 0, 1.5, EDGE))
    return run.transpose(Image.Transpose.TRANSPOSE) if upright else run


def _surface(seen: Image.Image) -> Image.Image:
    """A surface of second degree through the border's colours."""
    small = seen.resize((COARSE, COARSE), Image.Resampling.BOX)
    bands = [_fitted(band.tobytes()) for band in small.split()]
    fitted = Image.merge("RGB", [Image.frombytes("L", (COARSE, COARSE), band) for band in bands])
    return fitted.resize((EDGE, EDGE), Image.Resampling.BICUBIC)


def _basis(place: int) -> Terms:
    u, v = place % COARSE / (COARSE - 1) * 2 - 1, place // COARSE / (COARSE - 1) * 2 - 1
    return 1.0, u, v, u * u, v * v, u * v


BASIS = [_basis(place) for place in range(COARSE * COARSE)]
BORDER = [
    place for place in range(COARSE * COARSE) if place % COARSE in (0, COARSE - 1) or place // COARSE in (0, COARSE - 1)
]


def _fitted(band: bytes) -> bytes:
    """The band's surface; places of the border that stray from it drop out."""
    points = BORDER
    terms: list[float] = []
    for _ in range(3):
        terms = _least_squares([(BASIS[place], band[place]) for place in points])
        off = {place: abs(_value(terms, place) - band[place]) for place in points}
        spread = sorted(off.values())[len(off) // 2] * 1.5
        kept = [place for place in points if off[place] <= max(6.0, spread * 2.5)]
        if len(kept) < len(BORDER) // 4:
            break
        points = kept
    return bytes(round(_value(terms, place)) for place in range(COARSE * COARSE))


def _value(terms: list[float], place: int) -> float:
    return min(255.0, max(0.0, sum(term * base for term, base in zip(terms, BASIS[place], strict=True))))


def _least_squares(rows: list[tuple[Terms, int]]) -> list[float]:
    """Coefficients of the six terms, by the normal equations."""
    size = 6
    matrix = [[0.0] * (size + 1) for _ in range(size)]
    for basis, value in rows:
        for one in range(size):
            line, factor = matrix[one], basis[one]
            for other in range(size):
                line[other] += factor * basis[other]
            line[size] += factor * value
    for one in range(size):
        matrix[one][one] += 0.02
        for other in range(size):
            if other != one:
                share = matrix[other][one] / matrix[one][one]
                matrix[other] = [a - share * z for a, z in zip(matrix[other], matrix[one], strict=True)]
    return [matrix[one][size] / matrix[one][one] for one in range(size)]


def _filled(mask: Image.Image) -> Image.Image:
    """Only what the border cannot reach is the inside: holes of the thing in background colour are closed softly."""
    values = mask.tobytes()
    reached = bytearray(EDGE * EDGE)
    stack = [place for place in range(EDGE * EDGE) if _on_border(place) and values[place] < 96]
    for place in stack:
        reached[place] = 1
    while stack:
        place = stack.pop()
        x, y = place % EDGE, place // EDGE
        for near, inside in (
            (place - 1, x > 0),
            (place + 1, x < EDGE - 1),
            (place - EDGE, y > 0),
            (place + EDGE, y < EDGE - 1),
        ):
            if inside and not reached[near] and values[near] < 96:
                reached[near] = 1
                stack.append(near)
    filled = bytes(value if reached[place] else max(value, 120) for place, value in enumerate(values))
    return Image.frombytes("L", (EDGE, EDGE), filled)


def _on_border(place: int) -> bool:
    x, y = place % EDGE, place // EDGE
    return x in (0, EDGE - 1) or y in (0, EDGE - 1)


def thing_box(mask: Image.Image) -> Box | None:
    """Where the thing is, as shares of the picture; None when nothing stands out."""
    values = mask.tobytes()
    solid = [place for place in range(EDGE * EDGE) if values[place] > 127]
    if len(solid) < 12:
        return None
    columns, rows = sorted(place % EDGE for place in solid), sorted(place // EDGE for place in solid)
    cut = len(solid) // 200
    left, right = columns[cut], columns[-1 - cut] + 1
    top, bottom = rows[cut], rows[-1 - cut] + 1
    return left / EDGE, top / EDGE, right / EDGE, bottom / EDGE
