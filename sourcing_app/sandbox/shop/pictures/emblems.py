"""Small printed motifs and labels that tell plain things apart."""

from __future__ import annotations

from sourcing_app.sandbox.shop.pictures.geometry import box, heart, oval, smooth, star, turned
from sourcing_app.sandbox.shop.pictures.palette import Rgb, lighter
from sourcing_app.sandbox.shop.pictures.studio import Studio


def emblem(studio: Studio, cx: float, cy: float, size: float) -> None:
    """A motif on a plain thing; nothing on a patterned one, or one time in four."""
    look = studio.look
    if look.pattern != "plain" or look.chance("no_emblem", 0.15):
        return
    kind = look.pick(
        "emblem", ("heart", "star", "disc", "leaf", "bars", "moon", "smile", "hill", "flower", "tag", "bolt", "rings")
    )
    size *= look.amount("emblem_size", 0.7, 1.25)
    DRAW[kind](studio, cx, cy, size, look.accent)


def _heart(studio: Studio, x: float, y: float, r: float, colour: Rgb) -> None:
    studio.part(heart(x, y, r), colour, "flat")


def _star(studio: Studio, x: float, y: float, r: float, colour: Rgb) -> None:
    studio.part(star(x, y, r, studio.look.pick("star_points", (4, 5, 6, 8))), colour, "flat")


def _disc(studio: Studio, x: float, y: float, r: float, colour: Rgb) -> None:
    studio.part(oval(x, y, r), colour, "flat")
    studio.part(star(x, y, r * 0.55, 5), lighter(colour, 0.75), "none")


def _leaf(studio: Studio, x: float, y: float, r: float, colour: Rgb) -> None:
    blade = smooth([(x, y - r), (x + r * 0.45, y - r * 0.2), (x, y + r * 0.6), (x - r * 0.45, y - r * 0.2)])
    for turn in (-40, 0, 40):
        studio.part(turned(blade, turn, x, y + r * 0.6), colour, "flat")
    studio.stroke([(x, y + r * 0.4), (x, y + r * 1.1)], r * 0.13, colour)


def _bars(studio: Studio, x: float, y: float, r: float, colour: Rgb) -> None:
    for number in range(3):
        wide = r * (1 - number * 0.22)
        studio.part(
            box(x - wide, y - r * 0.7 + number * r * 0.55, x + wide, y - r * 0.4 + number * r * 0.55, r * 0.1),
            colour,
            "none",
        )


def _moon(studio: Studio, x: float, y: float, r: float, colour: Rgb) -> None:
    studio.part(oval(x, y, r, None, 60, 300) + oval(x + r * 0.45, y, r * 0.78, None, 285, 75), colour, "flat")
    studio.part(star(x + r * 0.6, y - r * 0.35, r * 0.3, 4, 0.35), colour, "none")


def _smile(studio: Studio, x: float, y: float, r: float, colour: Rgb) -> None:
    studio.part(oval(x, y, r), colour, "flat")
    dark = (60, 46, 40) if sum(colour) > 300 else (240, 240, 236)
    for side in (-1, 1):
        studio.part(oval(x + side * r * 0.36, y - r * 0.2, r * 0.13, r * 0.18), dark, "none")
    studio.stroke(oval(x, y + r * 0.05, r * 0.5, r * 0.45, 25, 155), r * 0.14, dark)


def _hill(studio: Studio, x: float, y: float, r: float, colour: Rgb) -> None:
    studio.part(oval(x + r * 0.4, y - r * 0.5, r * 0.32), lighter(colour, 0.4), "none")
    studio.part([(x - r * 1.2, y + r * 0.6), (x - r * 0.3, y - r * 0.7), (x + r * 0.5, y + r * 0.6)], colour, "flat")
    studio.part(
        [(x - r * 0.1, y + r * 0.6), (x + r * 0.6, y - r * 0.1), (x + r * 1.2, y + r * 0.6)],
        lighter(colour, 0.25),
        "flat",
    )


def _flower(studio: Studio, x: float, y: float, r: float, colour: Rgb) -> None:
    petals = studio.look.pick("petals", (5, 6, 8))
    for number in range(petals):
        studio.part(turned(oval(x, y - r * 0.6, r * 0.3, r * 0.45), number * 360 / petals, x, y), colour, "flat")
    studio.part(oval(x, y, r * 0.3), (248, 208, 90), "none")


def _tag(studio: Studio, x: float, y: float, r: float, colour: Rgb) -> None:
    studio.part(box(x - r * 1.2, y - r * 0.5, x + r * 1.2, y + r * 0.5, r * 0.15), colour, "flat")
    inner = lighter(colour, 0.8) if sum(colour) < 400 else (60, 60, 66)
    for number, wide in enumerate((0.8, 0.5)):
        studio.stroke(
            [(x - r * wide, y - r * 0.15 + number * r * 0.32), (x + r * wide, y - r * 0.15 + number * r * 0.32)],
            r * 0.12,
            inner,
        )


def _bolt(studio: Studio, x: float, y: float, r: float, colour: Rgb) -> None:
    points = [(0.2, -1.1), (-0.6, 0.15), (-0.05, 0.15), (-0.25, 1.1), (0.6, -0.2), (0.05, -0.2)]
    studio.part([(x + dx * r, y + dy * r) for dx, dy in points], colour, "flat")


def _rings(studio: Studio, x: float, y: float, r: float, colour: Rgb) -> None:
    for dx, dy in ((-0.45, 0.2), (0.45, 0.2), (0, -0.45)):
        studio.part(oval(x + dx * r, y + dy * r, r * 0.55), colour, "none", [oval(x + dx * r, y + dy * r, r * 0.38)])


DRAW = {
    "heart": _heart, "star": _star, "disc": _disc, "leaf": _leaf, "bars": _bars, "moon": _moon, "smile": _smile,
    "hill": _hill, "flower": _flower, "tag": _tag, "bolt": _bolt, "rings": _rings,
}  # fmt: skip
