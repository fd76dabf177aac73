"""The studio: a background with a floor, light from the upper left, soft shadows, and parts set one upon another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp, hypot, sqrt

from PIL import Image, ImageDraw, ImageFilter

from sourcing_app.sandbox.shop.pictures.geometry import Outline, Point, oval, turned
from sourcing_app.sandbox.shop.pictures.palette import Look, Rgb, darker, lighter
from sourcing_app.sandbox.shop.pictures.patterns import pattern_image

MAP = 48


class Studio:
    """Draws one picture of ``size`` by ``size`` pixels. Outlines are in hundredths of it.

    place: where the thing stands: (scale, turn in degrees, dx, dy), about the centre of the picture.
    """

    def __init__(self, size: int, look: Look, backdrop: Rgb, floor: Rgb | None = None) -> None:
        self.size = size
        self.look = look
        self.image = _backdrop(size, backdrop, floor)
        self.place = (1.0, 0.0, 0.0, 0.0)
        self._pattern: Image.Image | None = None

    def wear(self, look: Look) -> None:
        """Go on with another colour of the thing."""
        self.look = look
        self._pattern = None

    def part(
        self,
        outline: Outline,
        paint: Rgb | str,
        shade: str = "soft",
        holes: Sequence[Outline] = (),
        strength: float = 1.0,
        opacity: float = 1.0,
    ) -> None:
        """Set a part. ``paint``: a colour, or "cloth" for the look's pattern. ``shade``: see ``light_map``."""
        points = self._placed(outline)
        frame = self._frame(points)
        if frame:
            mask = self._mask(points, [self._placed(hole) for hole in holes], frame)
            self._lay(mask, frame, paint, shade, strength, opacity)

    def stroke(
        self, points: Outline, width: float, paint: Rgb | str, shade: str = "flat", opacity: float = 1.0
    ) -> None:
        """A band of ``width`` along the points, with round ends."""
        placed = self._placed(points)
        reach = width * self.place[0] * self.size / 200
        frame = self._frame(placed, reach + 1)
        if not frame:
            return
        left, top, right, bottom = frame
        mask = Image.new("L", ((right - left) * 2, (bottom - top) * 2))
        draw = ImageDraw.Draw(mask)
        twice = [((x - left) * 2, (y - top) * 2) for x, y in placed]
        draw.line(twice, fill=255, width=max(2, round(reach * 4)), joint="curve")
        for x, y in (twice[0], twice[-1]):
            draw.ellipse((x - reach * 2, y - reach * 2, x + reach * 2, y + reach * 2), fill=255)
        self._lay(mask.reduce(2), frame, paint, shade, 1.0, opacity)

    def shadow(self, cx: float, cy: float, rx: float, ry: float = 2.6, depth: float = 0.42) -> None:
        """A contact shadow on the floor."""
        small = min(self.size, 120)
        unit = small / 100
        mask = Image.new("L", (small, small))
        draw = ImageDraw.Draw(mask)
        for grow, share in ((1.22, 0.35), (1.0, 0.65), (0.8, 1.0)):
            points = self._moved(oval(cx, cy, rx * grow, ry * grow))
            draw.polygon([(x * unit, y * unit) for x, y in points], fill=round(255 * depth * share))
        mask = mask.filter(ImageFilter.GaussianBlur(small * 0.024)).resize(
            (self.size, self.size), Image.Resampling.BICUBIC
        )
        self.image.paste((52, 48, 60), (0, 0), mask)

    def gleam(self, outline: Outline, strength: float = 0.5) -> None:
        """A blurred white reflection."""
        points = self._placed(outline)
        frame = self._frame(points, self.size * 0.02)
        if not frame:
            return
        mask = self._mask(points, [], frame)
        mask = mask.filter(ImageFilter.BoxBlur(max(1, self.size * 0.005))).point(lambda value: round(value * strength))
        self.image.paste((255, 255, 255), frame[:2], mask)

    # -- inside ---------------------------------------------------------------------------------------------

    def _moved(self, outline: Outline) -> Outline:
        scale, turn, dx, dy = self.place
        if turn:
            outline = turned(outline, turn, 50, 50)
        return [(50 + (x - 50) * scale + dx, 50 + (y - 50) * scale + dy) for x, y in outline]

    def _placed(self, outline: Outline) -> Outline:
        unit = self.size / 100
        return [(x * unit, y * unit) for x, y in self._moved(outline)]

    def _frame(self, points: Sequence[Point], reach: float = 1) -> tuple[int, int, int, int] | None:
        left = max(0, int(min(x for x, _ in points) - reach))
        top = max(0, int(min(y for _, y in points) - reach))
        right = min(self.size, int(max(x for x, _ in points) + reach) + 1)
        bottom = min(self.size, int(max(y for _, y in points) + reach) + 1)
        return (left, top, right, bottom) if right > left and bottom > top else None

    def _mask(self, points: Outline, holes: list[Outline], frame: tuple[int, int, int, int]) -> Image.Image:
        left, top, right, bottom = frame
        mask = Image.new("L", ((right - left) * 2, (bottom - top) * 2))
        draw = ImageDraw.Draw(mask)
        draw.polygon([((x - left) * 2, (y - top) * 2) for x, y in points], fill=255)
        for hole in holes:
            draw.polygon([((x - left) * 2, (y - top) * 2) for x, y in hole], fill=0)
        return mask.reduce(2)

    def _lay(
        self,
        mask: Image.Image,
        frame: tuple[int, int, int, int],
        paint: Rgb | str,
        shade: str,
        strength: float,
        opacity: float,
    ) -> None:
        size = (frame[2] - frame[0], frame[3] - frame[1])
        if paint == "cloth" and self.look.pattern == "plain":
            paint = self.look.base
        if isinstance(paint, str):
            fill = self._cloth().crop(frame)
            dark = fill.point([round(value * 0.58) for value in range(256)] * 3)
            bright = fill.point([round(255 - (255 - value) * 0.55) for value in range(256)] * 3)
        else:
            fill = Image.new("RGB", size, paint)
            dark = Image.new("RGB", size, darker(paint, 0.42))
            bright = Image.new("RGB", size, lighter(paint, 0.5))
        if shade != "none":
            low, high = light_map(shade, round(strength * 100))
            fill = Image.composite(dark, fill, low.resize(size, Image.Resampling.BILINEAR))
            fill = Image.composite(bright, fill, high.resize(size, Image.Resampling.BILINEAR))
        if opacity < 1:
            mask = mask.point(lambda value: round(value * opacity))
        self.image.paste(fill, frame[:2], mask)

    def _cloth(self) -> Image.Image:
        if self._pattern is None:
            self._pattern = pattern_image(self.look, self.size)
        return self._pattern


@lru_cache(maxsize=256)
def light_map(shade: str, percent: int) -> tuple[Image.Image, Image.Image]:
    """How dark and how bright each place of a part is, as two masks.

    "flat": almost even; "soft": a little from the upper left; "round": a standing cylinder; "lying": a lying one;
    "ball": a sphere; "metal": bands of reflections; "cushion": a full pillow; "fold": falling cloth.
    """
    low, high = bytearray(MAP * MAP), bytearray(MAP * MAP)
    for row in range(MAP):
        for column in range(MAP):
            value = _light(shade, column / (MAP - 1), row / (MAP - 1)) * percent / 100
            low[row * MAP + column] = round(255 * min(0.85, max(0.0, -value)))
            high[row * MAP + column] = round(255 * min(0.85, max(0.0, value)))
    return Image.frombytes("L", (MAP, MAP), bytes(low)), Image.frombytes("L", (MAP, MAP), bytes(high))


def _light(shade: str, x: float, y: float) -> float:
    """-1 dark, 0 as painted, 1 bright, at a place of the part (0 to 1 each way)."""
    if shade == "round":
        return (
            0.62 * exp(-(((x - 0.28) / 0.16) ** 2))
            - 0.75 * float(max(0.0, x - 0.5) ** 1.2) * 1.7
            - 0.5 * max(0.0, 0.12 - x) * 4
        )
    if shade == "lying":
        return 0.62 * exp(-(((y - 0.25) / 0.16) ** 2)) - 0.75 * float(max(0.0, y - 0.5) ** 1.2) * 1.7
    if shade == "ball":
        spot = 0.75 * exp(-((hypot(x - 0.33, y - 0.28) / 0.2) ** 2))
        return spot - 0.72 * max(0.0, hypot(x - 0.38, y - 0.34) - 0.3) * 1.45
    if shade == "metal":
        bands = 0.75 * exp(-(((x - 0.22) / 0.08) ** 2)) + 0.4 * exp(-(((x - 0.7) / 0.06) ** 2))
        return bands - 0.6 * exp(-(((x - 0.45) / 0.1) ** 2)) - 0.5 * exp(-(((x - 0.98) / 0.1) ** 2))
    if shade == "cushion":
        edge = min(x, 1 - x, y, 1 - y)
        return (
            0.34 * exp(-((hypot(x - 0.4, y - 0.35) / 0.3) ** 2))
            - 0.5 * exp(-((edge / 0.11) ** 2))
            - 0.22 * max(0.0, y - 0.55)
        )
    if shade == "fold":
        wave = 0.16 * (1 if int(x * 6) % 2 else -1) * sqrt(max(0.0, y))
        return wave + 0.16 - 0.34 * x
    if shade == "flat":
        return 0.1 - 0.2 * y
    return 0.26 - 0.42 * (0.45 * x + 0.55 * y)


@lru_cache(maxsize=64)
def _backdrop_map(size: int) -> Image.Image:
    values = bytes(
        round(255 * min(1.0, max(0.0, hypot(column / 31 - 0.5, row / 31 - 0.42) * 1.25)))
        for row in range(32)
        for column in range(32)
    )
    return Image.frombytes("L", (32, 32), values).resize((size, size), Image.Resampling.BICUBIC)


def _backdrop(size: int, colour: Rgb, floor: Rgb | None) -> Image.Image:
    """A seamless paper, brightest in the middle; with ``floor``, a table with a soft edge at two thirds."""
    image = Image.composite(
        Image.new("RGB", (size, size), darker(colour, 0.055)),
        Image.new("RGB", (size, size), colour),
        _backdrop_map(size),
    )
    if floor:
        ramp = bytes(min(255, max(0, round((row - 40.5) * 90))) for row in range(64))
        mask = Image.frombytes("L", (1, 64), ramp).resize((size, size), Image.Resampling.BILINEAR)
        image.paste(floor, (0, 0), mask)
    return image
