"""Rings, chains, watches and collars."""

# ruff: noqa: E501 - rows of coordinates read best on one line
from __future__ import annotations

from math import cos, radians, sin

from sourcing_app.sandbox.shop.pictures.geometry import Outline, box, heart, oval, smooth, star, turned
from sourcing_app.sandbox.shop.pictures.palette import COLOURS, DARK, STEEL, Rgb, darker, lighter
from sourcing_app.sandbox.shop.pictures.studio import Studio

GOLD = COLOURS["gold"]
GEMS: tuple[Rgb, ...] = (
    (214, 236, 250), (206, 46, 76), (48, 110, 200), (46, 150, 100), (150, 90, 190), (250, 244, 236), (40, 40, 48),
    (240, 160, 180), (240, 190, 70), (120, 206, 200),
)  # fmt: skip


def gem(s: Studio, x: float, y: float, r: float, name: str = "gem") -> None:
    """A stone or a charm; which one is the offer's own choice."""
    look = s.look
    colour = look.pick(name, GEMS)
    cuts: dict[str, Outline] = {
        "brilliant": oval(x, y, r), "square": turned(box(x - r * 0.85, y - r * 0.85, x + r * 0.85, y + r * 0.85, 0.6), 45, x, y),
        "drop": smooth([(x, y - r * 1.3), (x + r * 0.8, y + r * 0.3), (x, y + r), (x - r * 0.8, y + r * 0.3)]),
        "heart": heart(x, y, r), "star": star(x, y, r * 1.2, 5, 0.5), "emerald": box(x - r * 0.7, y - r, x + r * 0.7, y + r, r * 0.3),
        "oval": oval(x, y, r * 0.75, r * 1.1), "flower": star(x, y, r * 1.15, 8, 0.75), "hexagon": oval(x, y, r)[::8],
    }  # fmt: skip
    cut = look.pick(f"{name}_cut", list(cuts))
    outline = cuts[cut]
    s.part([(x + (a - x) * 1.2, y + (b - y) * 1.2) for a, b in outline], look.base, "metal")
    s.part(outline, colour, "ball")
    for turn in range(0, 360, 60):
        tip = (x + cos(radians(turn)) * r * 0.8, y + sin(radians(turn)) * r * 0.8)
        s.stroke([(x, y), tip], 0.3, lighter(colour, 0.6), "none", 0.55)
    s.gleam(oval(x - r * 0.3, y - r * 0.35, r * 0.25), 0.9)


def _stones(s: Studio, radius: float, band: float, tilt: float) -> None:
    look = s.look
    top = 60 - radius * tilt + band / 2
    kind = look.pick("kind", ("gem", "gem", "trio", "plain", "row", "halo"))
    if kind == "row":
        for turn in range(-150, -29, 15):
            gem(
                s,
                50 + (radius - band / 2) * cos(radians(turn)),
                60 + (radius * tilt - band / 2) * sin(radians(turn)),
                1.7,
            )
    if kind == "halo":
        for turn in range(0, 360, 30):
            s.part(
                oval(50 + 7.4 * cos(radians(turn)), top - 3 + 7.4 * sin(radians(turn)), 1.5), (238, 246, 250), "ball"
            )
    if kind in ("gem", "halo", "trio"):
        gem(s, 50, top - 3, look.amount("gem_size", 4.5, 8) if kind == "gem" else 5)
    if kind == "trio":
        gem(s, 42, top - 0.5, 3, "side_gem")
        gem(s, 58, top - 0.5, 3, "side_gem")
    if kind == "plain":
        s.part(
            oval(50, 60, radius - band * 0.2, radius * tilt - band * 0.2, 200, 340), look.accent, "none", opacity=0.0
        )
        for turn in range(-130, -49, 20):
            s.part(
                star(
                    50 + (radius - band / 2) * cos(radians(turn)),
                    60 + (radius * tilt - band / 2) * sin(radians(turn)),
                    band * 0.4,
                    4,
                ),
                darker(look.base, 0.4),
                "none",
            )


def ring(s: Studio) -> None:
    look = s.look
    radius, band = look.amount("r", 20, 26), look.amount("band", 2.2, 6.5)
    s.shadow(50, 60 + radius + 1, radius * 0.8, 2.4)
    tilt = look.amount("tilt", 0.78, 1.0)
    s.part(
        oval(50, 60, radius, radius * tilt),
        look.base,
        "metal",
        [oval(50, 60, radius - band, radius * tilt - band)],
        1.15,
    )
    s.part(
        oval(50, 60, radius - band * 0.35, radius * tilt - band * 0.35),
        lighter(look.base, 0.35),
        "none",
        [oval(50, 60, radius - band * 0.55, radius * tilt - band * 0.55)],
        opacity=0.7,
    )
    _stones(s, radius, band, tilt)


def necklace(s: Studio) -> None:
    look = s.look
    drop, wide = look.amount("drop", 50, 64), look.amount("wide", 26, 36)
    line = smooth(
        [
            (50 - wide, 10),
            (50 - wide * 0.86, 30),
            (50 - wide * 0.4, drop - 8),
            (50, drop),
            (50 + wide * 0.4, drop - 8),
            (50 + wide * 0.86, 30),
            (50 + wide, 10),
        ],
        14,
        closed=False,
    )
    s.shadow(51, drop + 14, 9, 2, 0.25)
    kind = look.pick("chain", ("fine", "links", "pearls", "double"))
    if kind == "pearls":
        for x, y in line[::3]:
            s.part(oval(x, y, 1.9), (246, 240, 228), "ball")
    elif kind == "links":
        for x, y in line[::2]:
            s.part(oval(x, y, 1.6, 1.1), look.base, "metal", [oval(x, y, 0.8, 0.45)])
    else:
        s.stroke(line, 0.9, look.base, "metal")
        if kind == "double":
            s.stroke([(50 + (x - 50) * 0.8, y * 0.8 + 2) for x, y in line], 0.8, look.base, "metal")
    s.part(oval(50, drop + 1.6, 1.6), look.base, "metal", [oval(50, drop + 1.6, 0.8)])
    gem(s, 50, drop + 9, look.amount("size", 4.2, 7.6))
    if look.chance("charms", 0.35):
        for side in (-1, 1):
            gem(s, 50 + side * wide * 0.42, drop - 4, 2.3, "charm")


def earrings(s: Studio) -> None:
    look = s.look
    kind, length = look.pick("kind", ("stud", "hoop", "drop", "tassel", "hoop_gem")), look.amount("length", 12, 26)
    for x in (33, 67):
        s.shadow(x + 2, 84, 8, 1.8, 0.25)
        y = 30.0
        if kind.startswith("hoop"):
            r = look.amount("r", 11, 17)
            s.part(
                oval(x, y + r, r * 0.8, r),
                look.base,
                "metal",
                [oval(x, y + r, r * 0.8 - look.amount("band", 1.4, 4), r - look.amount("band", 1.4, 4))],
                1.15,
            )
            if kind == "hoop_gem":
                gem(s, x, y + r * 2, 4)
            continue
        if kind == "stud":
            gem(s, x, 52, look.amount("size", 8, 13))
            continue
        gem(s, x, y, 3.2, "top")
        if kind == "drop":
            s.stroke([(x, y + 3), (x, y + length)], 0.9, look.base, "metal")
            gem(s, x, y + length + 6, look.amount("size", 4.5, 8))
        else:
            s.part(box(x - 3, y + 8, x + 3, y + 13, 1), look.base, "metal")
            for number in range(7):
                s.stroke(
                    [(x - 2.7 + number * 0.9, y + 13), (x - 4.6 + number * 1.5, y + 18 + length)],
                    0.9,
                    look.accent,
                    "soft",
                )


def watch(s: Studio) -> None:
    look = s.look
    strap = look.pick("strap", (look.base, DARK, (122, 78, 48), (236, 232, 224), look.accent, (40, 56, 96)))
    metal = look.chance("bracelet", 0.35)
    case = look.pick("case", (look.base, STEEL, GOLD, DARK))
    s.shadow(52, 52, 24, 40, 0.2)
    width = look.amount("strap_width", 9, 12)
    for top, low in ((6, 36), (64, 94)):
        s.part(box(50 - width, top, 50 + width, low, 3), STEEL if metal else strap, "metal" if metal else "round")
        for number in range(6):
            y = top + 3 + number * 5
            if metal:
                s.stroke([(50 - width, y), (50 + width, y)], 0.5, darker(STEEL, 0.4))
            elif low > 80:
                s.part(oval(50, y + 2, 0.8), darker(strap, 0.5), "none")
    radius = look.amount("r", 19, 23)
    square = look.chance("square", 0.25)
    s.part(box(50 + radius - 1, 47.5, 50 + radius + 3.5, 52.5, 1), case, "lying")
    outer = box(50 - radius, 50 - radius, 50 + radius, 50 + radius, 7) if square else oval(50, 50, radius)
    s.part(outer, case, "metal")
    inner = [(50 + (x - 50) * 0.85, 50 + (y - 50) * 0.85) for x, y in outer]
    dial = look.pick("dial", ((248, 247, 243), (34, 36, 42), (34, 58, 104), (32, 82, 64), look.accent, (226, 210, 184)))
    s.part(inner, dial, "soft")
    ink: Rgb = (40, 40, 44) if sum(dial) > 380 else (240, 240, 236)
    for turn in range(0, 360, look.pick("ticks", (30, 90, 30, 30))):
        c, d = cos(radians(turn)), sin(radians(turn))
        s.stroke(
            [(50 + c * radius * 0.66, 50 + d * radius * 0.66), (50 + c * radius * 0.76, 50 + d * radius * 0.76)],
            0.9,
            GOLD if look.chance("gold_ticks", 0.4) else ink,
            "none",
        )
    if look.chance("subdials", 0.35):
        for x, y in ((42, 50), (58, 50), (50, 58)):
            s.part(oval(x, y, 4), lighter(dial, 0.15) if sum(dial) < 380 else darker(dial, 0.08), "soft")
    for angle, length, thick in ((look.amount("hour", 0, 360), 0.42, 1.5), (look.amount("minute", 0, 360), 0.62, 1.0)):
        s.stroke(
            [(50, 50), (50 + cos(radians(angle)) * radius * length, 50 + sin(radians(angle)) * radius * length)],
            thick,
            ink,
            "none",
        )
    s.part(oval(50, 50, 1.2), look.pick("hub", ((206, 60, 50), GOLD, ink)), "ball")
    s.gleam([(38, 40), (47, 36), (40, 58), (37, 54)], 0.25)


def collar(s: Studio) -> None:
    look = s.look
    rx, ry, band = look.amount("rx", 27, 33), look.amount("ry", 15, 21), look.amount("band", 5, 9)
    s.shadow(50, 50 + ry + band + 1, rx, 3)
    s.part(
        oval(50, 48, rx, ry, 180, 360) + oval(50, 48 + band * 0.7, rx - 2, ry - 1.5, 360, 180),
        darker(look.base, 0.42),
        "soft",
    )
    s.part(oval(50, 48, rx, ry, 0, 180) + oval(50, 48 + band, rx, ry, 180, 0), "cloth", "round")
    s.part(box(50 - rx - 1, 47, 50 - rx + 5, 50 + band, 1.5), STEEL, "metal")
    for turn in range(30, 160, 20):
        if look.chance("studs", 0.5):
            s.part(oval(50 + rx * cos(radians(turn)), 48 + band / 2 + ry * sin(radians(turn)), 1.3), GOLD, "ball")
    y = 48 + ry + band
    s.part(oval(50, y + 1, 2.6), STEEL, "metal", [oval(50, y + 1, 1.5)])
    charm = look.pick("charm", ("bell", "bone", "disc", "bow"))
    if charm == "bell":
        s.part(oval(50, y + 8, 6), GOLD, "ball")
        s.stroke([(46, y + 10), (54, y + 10)], 1, darker(GOLD, 0.5))
    elif charm == "bone":
        s.part(box(44, y + 5.5, 56, y + 10, 1), look.accent, "soft")
        for x, dy in ((44, 5), (44, 10.5), (56, 5), (56, 10.5)):
            s.part(oval(x, y + dy, 2.7), look.accent, "soft")
    elif charm == "disc":
        s.part(oval(50, y + 9, 6.4), look.accent, "metal")
    else:
        for side in (-1, 1):
            s.part(smooth([(50, y), (50 + side * 10, y - 6), (50 + side * 11, y + 6)]), look.accent, "soft")
        s.part(oval(50, y, 2.6), darker(look.accent, 0.2), "ball")


FORMS = {"ring": ring, "necklace": necklace, "earrings": earrings, "watch": watch, "collar": collar}
