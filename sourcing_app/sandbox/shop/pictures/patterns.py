"""Printed cloth and paper: one picture of the pattern, from which each part of a thing cuts its piece."""

from __future__ import annotations

from PIL import Image, ImageDraw

from sourcing_app.sandbox.shop.pictures.geometry import Outline, oval, smooth, star, turned
from sourcing_app.sandbox.shop.pictures.palette import Look, Rgb, lighter, mix


def pattern_image(look: Look, size: int) -> Image.Image:
    """The pattern over the whole square, ``size`` pixels wide, with soft edges."""
    if look.pattern == "gradient":
        return _gradient(look, size)
    scale = 2 if size <= 900 else 1
    image = Image.new("RGB", (size * scale, size * scale), look.base)
    pen = _Pen(ImageDraw.Draw(image), size * scale / 100)
    PATTERNS[look.pattern](look, pen)
    return image.reduce(scale) if scale > 1 else image


class _Pen:
    def __init__(self, draw: ImageDraw.ImageDraw, unit: float) -> None:
        self._draw = draw
        self._unit = unit

    def fill(self, outline: Outline, colour: Rgb) -> None:
        self._draw.polygon([(x * self._unit, y * self._unit) for x, y in outline], fill=colour)


def _gradient(look: Look, size: int) -> Image.Image:
    ramp = Image.linear_gradient("L").resize((size, size))
    if look.chance("gradient_turned", 0.4):
        ramp = ramp.transpose(Image.Transpose.ROTATE_90)
    other = mix(look.base, look.accent, 0.85)
    return Image.composite(Image.new("RGB", (size, size), other), Image.new("RGB", (size, size), look.base), ramp)


def _stripes(look: Look, pen: _Pen) -> None:
    step = look.amount("stripe", 4.5, 11)
    turn = look.pick("stripe_turn", (0, 90, 90, 0, 45, -45))
    width = step * look.amount("stripe_width", 0.25, 0.55)
    place = -60.0
    while place < 160:
        bar = [(-60.0, place), (160.0, place), (160.0, place + width), (-60.0, place + width)]
        pen.fill(turned(bar, turn, 50, 50), look.accent)
        place += step


def _dots(look: Look, pen: _Pen) -> None:
    step = look.amount("dot", 5.5, 12)
    radius = step * look.amount("dot_size", 0.16, 0.32)
    for row in range(int(100 / step) + 2):
        for column in range(int(100 / step) + 2):
            x = (column + (row % 2) / 2) * step
            pen.fill(oval(x, row * step, radius), look.accent)


def _checks(look: Look, pen: _Pen) -> None:
    step = look.amount("check", 7, 15)
    half = mix(look.base, look.accent, 0.4)
    lines = [number * step for number in range(int(100 / step) + 2)]
    for place in lines:
        pen.fill([(0, place), (100, place), (100, place + step * 0.4), (0, place + step * 0.4)], half)
        pen.fill([(place, 0), (place + step * 0.4, 0), (place + step * 0.4, 100), (place, 100)], half)
    for x in lines:
        for y in lines:
            pen.fill([(x, y), (x + step * 0.4, y), (x + step * 0.4, y + step * 0.4), (x, y + step * 0.4)], look.accent)
    thin = lighter(look.base, 0.6)
    for place in lines:
        middle = place + step * 0.7
        pen.fill([(0, middle), (100, middle), (100, middle + 0.5), (0, middle + 0.5)], thin)
        pen.fill([(middle, 0), (middle + 0.5, 0), (middle + 0.5, 100), (middle, 100)], thin)


def _flowers(look: Look, pen: _Pen) -> None:
    step = look.amount("flower", 9, 17)
    leaf = mix(look.base, (70, 130, 80), 0.6)
    second = lighter(look.accent, 0.45)
    for row in range(int(100 / step) + 2):
        for column in range(int(100 / step) + 2):
            x = (column + (row % 2) / 2) * step + (row * 7 + column * 5) % 5 - 2
            y = row * step + (row * 3 + column * 11) % 5 - 2
            radius = step * (0.2 + 0.06 * ((row + column) % 3))
            pen.fill(oval(x + radius * 1.4, y + radius * 1.2, radius * 0.9, radius * 0.4), leaf)
            petal = look.accent if (row * 2 + column) % 3 else second
            for number in range(5):
                centre = turned([(x + radius * 0.62, y)], number * 72 + row * 20, x, y)[0]
                pen.fill(oval(*centre, radius * 0.48), petal)
            pen.fill(oval(x, y, radius * 0.36), (246, 206, 92))


def _waves(look: Look, pen: _Pen) -> None:
    step = look.amount("wave", 6, 13)
    high = step * 0.28
    for row in range(-1, int(100 / step) + 2):
        y = row * step
        top = [(x * 5.0, y + (high if x % 2 else -high)) for x in range(-1, 23)]
        bottom = [(x, z + step * 0.42) for x, z in reversed(top)]
        pen.fill(smooth(top, closed=False) + smooth(bottom, closed=False), look.accent)


def _stars(look: Look, pen: _Pen) -> None:
    step = look.amount("star", 8, 15)
    for row in range(int(100 / step) + 2):
        for column in range(int(100 / step) + 2):
            x = (column + (row % 2) / 2) * step
            size = step * (0.18 + 0.1 * ((row * 2 + column) % 3))
            pen.fill(star(x, row * step, size, turn=-90 + (row * 31 + column * 17) % 40), look.accent)


def _band(look: Look, pen: _Pen) -> None:
    edge = look.amount("band", 38, 62)
    slope = look.pick("band_slope", (0, 0, 14, -14, 40))
    pen.fill([(0, edge - slope), (100, edge + slope), (100, 100), (0, 100)], look.accent)
    if look.chance("band_third", 0.5):
        third = lighter(mix(look.base, look.accent, 0.5), 0.4)
        pen.fill([(0, edge - slope - 7), (100, edge + slope - 7), (100, edge + slope), (0, edge - slope)], third)


def _plain(look: Look, pen: _Pen) -> None:
    return None


PATTERNS = {
    "plain": _plain, "stripes": _stripes, "dots": _dots, "checks": _checks, "flowers": _flowers, "waves": _waves,
    "stars": _stars, "band": _band,
}  # fmt: skip
