"""Cushions, towels, lamps, chairs, beds for pets."""

from __future__ import annotations

from sourcing_app.sandbox.shop.pictures.emblems import emblem
from sourcing_app.sandbox.shop.pictures.geometry import box, mirrored, moved, oval, smooth, turned
from sourcing_app.sandbox.shop.pictures.palette import COLOURS, DARK, STEEL, WOOD, Rgb, darker, lighter, mix
from sourcing_app.sandbox.shop.pictures.studio import Studio


def cushion(s: Studio) -> None:
    look = s.look
    wide, high = look.amount("w", 27, 33), look.amount("h", 21, 32)
    bulge = look.amount("bulge", 0.8, 2.8)
    s.shadow(50, 50 + high + 2, wide, 3)
    outline = smooth(
        [
            (50 - wide, 50 - high),
            (50, 50 - high + bulge),
            (50 + wide, 50 - high),
            (50 + wide - bulge, 50),
            (50 + wide, 50 + high),
            (50, 50 + high - bulge),
            (50 - wide, 50 + high),
            (50 - wide + bulge, 50),
        ]
    )
    if look.chance("tassels", 0.3):
        for x in (50 - wide, 50 + wide):
            for y in (50 - high, 50 + high):
                s.part(oval(x, y, 3.4), look.accent, "ball")
    if look.chance("round", 0.2):
        outline = oval(50, 50, wide)
    s.part(outline, "cloth", "cushion", strength=1.25)
    if look.chance("piping", 0.4):
        s.part(
            outline,
            darker(look.base, 0.25),
            "none",
            [[(50 + (x - 50) * 0.97, 50 + (y - 50) * 0.97) for x, y in outline]],
        )
    if look.chance("button", 0.15):
        s.part(oval(50, 50, 2), darker(look.base, 0.3), "ball")
    emblem(s, 50, 50, 11)


def towel(s: Studio) -> None:
    look = s.look
    rows = look.pick("rows", (2, 3, 4))
    s.shadow(50, 80, 34, 3.2)
    tall = look.amount("tall", 11, 15)
    for number in range(rows):
        y = 79 - number * tall
        shade = look.base if number % 2 == 0 or not look.chance("two", 0.6) else look.accent
        paint: Rgb | str = "cloth" if number == rows - 1 or shade == look.base else shade
        s.part(box(18 + number, y - tall + 0.6, 82 - number, y, tall * 0.48), paint, "lying", strength=1.15)
        s.stroke([(24, y - tall * 0.45), (80 - number, y - tall * 0.45)], 0.6, darker(shade, 0.35), opacity=0.6)
        s.part(
            oval(82 - number - tall * 0.45, y - tall / 2 + 0.3, tall * 0.34),
            darker(shade, 0.18),
            "ball",
            [oval(82 - number - tall * 0.45, y - tall / 2 + 0.3, tall * 0.16)],
        )
    if look.chance("ribbon", 0.35):
        s.part(box(34, 79 - rows * tall, 40, 79), look.accent, "flat")
    emblem(s, 44, 79 - tall / 2, 4)


def rug(s: Studio) -> None:
    look = s.look
    depth, lean = look.amount("depth", 24, 34), look.amount("lean", 8, 17)
    if look.chance("round", 0.25):
        s.shadow(50, 56, 42, depth * 0.8, 0.3)
        s.part(oval(50, 54, 41, depth * 0.78), darker(look.base, 0.25), "soft")
        s.part(oval(50, 52.6, 41, depth * 0.78), "cloth", "soft")
        s.part(oval(50, 52.6, 36, depth * 0.68), look.accent, "none", [oval(50, 52.6, 34.6, depth * 0.655)])
        emblem(s, 50, 52, 9)
        return
    corners = [(8 + lean, 54 - depth), (92 - lean, 54 - depth), (93, 54 + depth), (7, 54 + depth)]
    s.shadow(50, 54 + depth, 43, 3, 0.35)
    s.part(moved(corners, 0, 1.4), darker(look.base, 0.35), "flat")
    s.part(corners, "cloth", "soft")
    inner = [(50 + (x - 50) * 0.88, 54 + (y - 54) * 0.85) for x, y in corners]
    if look.chance("border", 0.65):
        s.part(inner, look.accent, "none", [[(50 + (x - 50) * 0.84, 54 + (y - 54) * 0.8) for x, y in corners]])
    if look.chance("fringe", 0.5):
        for number in range(29):
            x = 8 + number * 3
            s.stroke([(x, 54 + depth), (x + (number % 3 - 1) * 0.5, 54 + depth + 4)], 0.8, (238, 230, 214))
    emblem(s, 50, 54, 12)


def lamp(s: Studio) -> None:
    look = s.look
    kind = look.pick("kind", ("shade", "shade", "arm", "globe", "mushroom"))
    stand = look.pick("stand", (WOOD, STEEL, COLOURS["gold"], DARK, look.accent))
    warm = (255, 244, 214)
    s.shadow(50, 88, 20)
    if kind == "arm":
        s.part(oval(46, 87, 16, 3), stand, "soft")
        s.stroke([(46, 86), (34, 56), (60, 32)], 2.2, stand, "soft")
        s.part(oval(34, 56, 2.6), darker(stand, 0.3), "ball")
        s.part(turned(mirrored([(57, 24), (50 + 8, 32), (50 - 1, 44)], 64), -38, 64, 34), "cloth", "round")
        s.part(turned(oval(64, 44, 13, 3), -38, 64, 34), warm, "flat")
        return
    wide, top, low = look.amount("w", 17, 26), look.amount("top", 16, 24), look.amount("low", 46, 55)
    s.part(box(48.4, low - 2, 51.6, 86, 1), stand, "metal")
    if look.chance("body", 0.5):
        s.part(
            smooth(
                [
                    (46, low),
                    (50 - look.amount("belly", 6, 12), 72),
                    (44, 86),
                    (56, 86),
                    (50 + look.amount("belly", 6, 12), 72),
                    (54, low),
                ]
            ),
            stand,
            "round",
        )
    s.part(oval(50, 87, look.amount("foot", 11, 16), 3), stand, "soft")
    if kind == "globe":
        s.part(oval(50, low - 14, wide * 0.85), mix(look.base, warm, 0.6), "ball")
        return
    if kind == "mushroom":
        s.part(oval(50, low, wide + 4, low - top, 180, 360), "cloth", "ball", strength=0.8)
        s.part(oval(50, low, wide + 4, 3.4), warm, "flat")
        return
    narrow = wide * look.amount("narrow", 0.45, 0.95)
    s.part(mirrored([(50 - narrow, top), (50 - wide, low)]), "cloth", "round", strength=0.9)
    s.part(oval(50, low, wide, 3), warm, "flat")
    s.part(oval(50, top, narrow, 2), darker(look.base, 0.25), "flat")


def _chair_back(s: Studio, wide: float, seat: float, leg: Rgb) -> None:
    look = s.look
    back = look.pick("back", ("shell", "slats", "frame", "round", "armchair"))
    top = look.amount("top", 14, 24)
    if back == "shell":
        s.part(
            smooth(
                [
                    (50 - wide + 3, top + 2),
                    (50, top - 2),
                    (50 + wide - 3, top + 2),
                    (50 + wide, seat - 8),
                    (50 + wide - 2, seat),
                    (50 - wide + 2, seat),
                    (50 - wide, seat - 8),
                ]
            ),
            look.base,
            "cushion",
        )
    elif back == "armchair":
        s.part(box(50 - wide, top + 6, 50 + wide, seat, 9), look.base, "cushion")
        for side in (-1, 1):
            s.part(
                box(50 + side * (wide + 2) - 4, seat - 15, 50 + side * (wide + 2) + 4, seat + 5, 4),
                darker(look.base, 0.12),
                "soft",
            )
    elif back == "round":
        s.part(oval(50, top + 16, wide - 1, 17), leg, "soft", [oval(50, top + 16, wide - 4, 14)])
        s.part(oval(50, top + 16, wide - 4, 14), look.base, "soft")
    else:
        for side in (-1, 1):
            s.stroke([(50 + side * (wide - 2), seat), (50 + side * (wide - 1), top)], 2.4, leg, "soft")
        if back == "slats":
            for number in range(look.pick("slats", (3, 4, 5))):
                s.part(
                    box(50 - wide + 2, top + 2 + number * 8, 50 + wide - 2, top + 6 + number * 8, 1.5),
                    look.base,
                    "lying",
                )
        else:
            s.part(box(50 - wide + 1, top, 50 + wide - 1, top + 14, 3), look.base, "cushion")


def chair(s: Studio) -> None:
    look = s.look
    wide, seat = look.amount("w", 18, 24), look.amount("seat", 54, 60)
    leg = look.pick("leg", (WOOD, DARK, STEEL, (120, 82, 54), (240, 238, 232)))
    s.shadow(50, 90, wide + 8, 3)
    for side in (-1, 1):
        s.stroke([(50 + side * (wide - 4), seat + 2), (50 + side * (wide + 1), 82)], 2.2, darker(leg, 0.3), "soft")
    _chair_back(s, wide, seat, leg)
    s.part(
        smooth(
            [
                (50 - wide, seat),
                (50 + wide, seat),
                (50 + wide + 4, seat + 8),
                (50, seat + 10),
                (50 - wide - 4, seat + 8),
            ],
            4,
        ),
        lighter(look.base, 0.12),
        "soft",
        strength=1.3,
    )
    for side in (-1, 1):
        s.stroke([(50 + side * wide, seat + 8), (50 + side * (wide + 4), 90)], 2.6, leg, "soft")
    if look.chance("bar", 0.4):
        s.stroke([(50 - wide - 2, 78), (50 + wide + 2, 78)], 1.4, leg, "soft")


def pet_bed(s: Studio) -> None:
    look = s.look
    rx, ry = look.amount("rx", 34, 40), look.amount("ry", 17, 23)
    s.shadow(50, 62 + ry * 0.72, rx, 4)
    s.part(oval(50, 58, rx, ry), darker(look.base, 0.12), "cushion")
    s.part(oval(50, 55, rx - 1, ry - 2), "cloth", "ball", strength=0.8)
    inner = look.pick("inner", ((246, 238, 224), look.accent, lighter(look.base, 0.5)))
    s.part(oval(50, 54, rx * 0.7, ry * 0.56), darker(inner, 0.2), "soft")
    s.part(oval(50, 56, rx * 0.64, ry * 0.48), inner, "cushion")
    if look.chance("ears", 0.3):
        for side in (-1, 1):
            s.part(oval(50 + side * rx * 0.6, 40, 7, 8), look.base, "ball")
    if look.chance("front", 0.45):
        s.part(smooth([(34, 66), (50, 64), (66, 66), (62, 78), (50, 80), (38, 78)]), darker(look.base, 0.08), "soft")
    emblem(s, 50, 73, 4.6)


FORMS = {"cushion": cushion, "towel": towel, "rug": rug, "lamp": lamp, "chair": chair, "pet_bed": pet_bed}
