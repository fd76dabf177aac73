"""What stands in front: the background is learned from the picture's border, and what differs from it is the thing."""

from __future__ import annotations

from PIL import Image, ImageFilter

EDGE = 64
"""Working size: the picture is looked at as 64 by 64 places."""
PLACES = [(x, y) for x in range(EDGE) for y in range(EDGE) if (x + y) % 2 == 0]
"""Every other place: enough for the border."""


def foreground(image: Image.Image) -> Image.Image:
    """A mask (L, 64 by 64; white: the thing) of an RGB picture."""
    return foreground_and_trust(image)[0]


def foreground_and_trust(image: Image.Image) -> tuple[Image.Image, float]:
    """The mask, and how far it can be trusted: 1 before smooth paper, towards 0 before a rough background.

    A surface of second degree is laid through the border's colours, so that seamless papers, gradients and tables
    count as background; how rough the border is decides what counts as different.
    """
    small = image.resize((EDGE, EDGE), Image.Resampling.BOX)
    channels = [list(band.tobytes()) for band in small.split()]
    border = [place for place in PLACES if min(*place, EDGE - 1 - place[0], EDGE - 1 - place[1]) < 3]
    far = [0.0] * (EDGE * EDGE)
    rough = 0.0
    for channel in channels:
        fitted, spread = _surface(channel, border)
        rough += spread
        far = [sofar + abs(value - fit) for sofar, value, fit in zip(far, channel, fitted, strict=True)]
    low = 16 + 2.6 * rough
    mask = bytes(min(255, max(0, round((value - low * 0.6) * 255 / low))) for value in far)
    found = Image.frombytes("L", (EDGE, EDGE), mask).filter(ImageFilter.MedianFilter(3))
    return _filled(found), max(0.1, 1 - rough / 70)


def _surface(channel: list[int], border: list[tuple[int, int]]) -> tuple[list[float], float]:
    """The background's value everywhere, and how far the border strays from it; outliers on the border drop out."""
    points = border
    terms = [0.0] * 6
    spread = 0.0
    for _ in range(3):
        terms = _least_squares([(_basis(x, y), channel[y * EDGE + x]) for x, y in points])
        off = {(x, y): abs(_value(terms, x, y) - channel[y * EDGE + x]) for x, y in points}
        spread = sorted(off.values())[len(off) // 2] * 1.5
        kept = [place for place in points if off[place] <= max(6.0, spread * 2.5)]
        if len(kept) < len(border) // 4:
            break
        points = kept
    return [_value(terms, x, y) for y in range(EDGE) for x in range(EDGE)], spread


def _basis(x: int, y: int) -> tuple[float, ...]:
    u, v = x / (EDGE - 1) * 2 - 1, y / (EDGE - 1) * 2 - 1
    return 1.0, u, v, u * u, v * v, u * v


BASIS = [[_basis(x, y) for x in range(EDGE)] for y in range(EDGE)]


def _value(terms: list[float], x: int, y: int) -> float:
    a, b, c, d, e, f = terms
    _, u, v, uu, vv, uv = BASIS[y][x]
    return min(255.0, max(0.0, a + b * u + c * v + d * uu + e * vv + f * uv))


def _least_squares(rows: list[tuple[tuple[float, ...], int]]) -> list[float]:
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


def thing_box(mask: Image.Image) -> tuple[float, float, float, float] | None:
    """Where the thing is, as shares of the picture (left, top, right, bottom); None when nothing stands out."""
    values = mask.tobytes()
    solid = [place for place in range(EDGE * EDGE) if values[place] > 127]
    if len(solid) < 12:
        return None
    columns, rows = sorted(place % EDGE for place in solid), sorted(place // EDGE for place in solid)
    cut = len(solid) // 200
    left, right = columns[cut], columns[-1 - cut] + 1
    top, bottom = rows[cut], rows[-1 - cut] + 1
    return left / EDGE, top / EDGE, right / EDGE, bottom / EDGE
