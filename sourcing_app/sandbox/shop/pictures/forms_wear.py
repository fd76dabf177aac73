"""Clothes, shoes, jewelry and what is worn."""

from __future__ import annotations

from sourcing_app.sandbox.shop.pictures.emblems import emblem
from sourcing_app.sandbox.shop.pictures.geometry import box, mirrored, oval, smooth
from sourcing_app.sandbox.shop.pictures.palette import COLOURS, STEEL, darker, lighter
from sourcing_app.sandbox.shop.pictures.studio import Studio

GOLD = COLOURS["gold"]


def _top(s: Studio, sleeve: float, wide: float, low: float) -> None:
    """The flat-laid body of an upper garment with its two sleeves."""
    cuff = s.look.amount("cuff", 9, 14)
    for side in (-1, 1):
        arm = [
            (50 + side * (wide - 6), 24),
            (50 + side * (wide + 8), 30),
            (50 + side * (wide + 10 + sleeve * 0.25), 34 + sleeve),
            (50 + side * (wide + 10 + sleeve * 0.25 - cuff), 38 + sleeve),
            (50 + side * (wide - 1), 44),
        ]
        s.part(arm, s.look.accent if s.look.pattern == "plain" and s.look.chance("raglan", 0.2) else "cloth", "fold")
    s.part(
        mirrored([(41, 20), (50 - wide + 4, 24), (50 - wide - 1, 40), (50 - wide + 1, low - 2), (50 - wide + 3, low)]),
        "cloth",
        "fold",
    )


def tshirt(s: Studio) -> None:
    look = s.look
    wide, low = look.amount("w", 21, 27), look.amount("low", 78, 87)
    s.shadow(50, low + 2, wide + 2, 2, 0.25)
    _top(s, look.amount("sleeve", 8, 22), wide, low)
    collar = look.pick("collar", (darker(look.base, 0.2), look.accent, lighter(look.base, 0.3)))
    depth = look.amount("neck", 5, 11)
    s.part(oval(50, 19.5, 9.6, depth + 1.4, 0, 180), collar, "flat")
    s.part(oval(50, 18.6, 8, depth, 0, 180), darker(look.base, 0.5), "flat")
    if look.chance("pocket", 0.25):
        s.part(box(55, 42, 64, 53, 1), darker(look.base, 0.12), "soft")
    emblem(s, 50, 48, 10)


def hoodie(s: Studio) -> None:
    look = s.look
    wide, low = look.amount("w", 23, 28), look.amount("low", 80, 87)
    s.shadow(50, low + 2, wide + 6, 2, 0.25)
    _top(s, look.amount("sleeve", 36, 44), wide, low)
    s.part(box(50 - wide + 1, low - 5, 50 + wide - 1, low + 1, 1), darker(look.base, 0.2), "fold")
    s.part(smooth([(36, 26), (38, 13), (50, 9), (62, 13), (64, 26), (50, 33)]), darker(look.base, 0.12), "soft")
    s.part(smooth([(41, 24), (42, 16), (50, 13.5), (58, 16), (59, 24), (50, 29)]), darker(look.base, 0.5), "soft")
    cord = look.pick("cord", ((244, 242, 236), look.accent, darker(look.base, 0.5)))
    for side in (-1, 1):
        s.stroke(smooth([(50 + side * 4, 29), (50 + side * 5, 38), (50 + side * 4, 46)], closed=False), 1.1, cord)
    s.part(mirrored([(41, 62), (36, 74), (36, 77)]), darker(look.base, 0.13), "soft")
    if look.chance("zip", 0.3):
        s.stroke([(50, 32), (50, low)], 1.1, STEEL, "metal")
    else:
        emblem(s, 50, 51, 7.5)


def shirt(s: Studio) -> None:
    look = s.look
    wide, low = look.amount("w", 21, 26), look.amount("low", 80, 88)
    s.shadow(50, low + 2, wide + 4, 2, 0.25)
    _top(s, look.pick("sleeves", (12.0, 38.0, 40.0)), wide, low)
    s.stroke([(50, 26), (50, low - 1)], 3.4, darker(look.base, 0.1), "flat")
    button = look.pick("button", ((244, 242, 236), look.accent, darker(look.base, 0.5)))
    for number in range(6):
        s.part(oval(50, 31 + number * (low - 34) / 6, 0.95), button, "ball")
    collar = lighter(look.base, 0.25) if look.chance("white_collar", 0.4) else darker(look.base, 0.12)
    for side in (-1, 1):
        s.part([(50, 25), (50 + side * 10, 17), (50 + side * 13, 22), (50 + side * 6, 32)], collar, "soft")
    if look.chance("pocket", 0.6):
        s.part(box(56, 40, 66, 51, 1), darker(look.base, 0.13), "soft")


def dress(s: Studio) -> None:
    look = s.look
    hem, waist, low = look.amount("hem", 19, 31), look.amount("waist", 9, 13), look.amount("low", 78, 91)
    s.shadow(50, low + 1.5, hem, 2, 0.25)
    sleeve = look.pick("sleeve", ("none", "short", "long", "strap"))
    if sleeve in ("short", "long"):
        reach = 14 if sleeve == "short" else 38
        for side in (-1, 1):
            s.part(
                [
                    (50 + side * 12, 15),
                    (50 + side * 19, 18),
                    (50 + side * (22 + reach * 0.2), 22 + reach),
                    (50 + side * (15 + reach * 0.2), 24 + reach),
                    (50 + side * 13, 30),
                ],
                "cloth",
                "fold",
            )
    if sleeve == "strap":
        for side in (-1, 1):
            s.stroke([(50 + side * 8, 9), (50 + side * 9, 22)], 1.8, look.base)
    top = 20 if sleeve == "strap" else 14
    bodice = smooth([(50 - 10, top), (50 - 14, top + 10), (50 - waist, 40)], closed=False)
    skirt_left = smooth([(50 - waist, 40), (50 - waist - (hem - waist) * 0.5, 58), (50 - hem, low)], closed=False)
    s.part(mirrored([*bodice, *skirt_left]), "cloth", "fold", strength=1.2)
    for number in range(look.pick("tiers", (0, 0, 1, 2))):
        y = 58 + number * 14
        half = waist + (hem - waist) * (y - 40) / (low - 40)
        s.stroke(
            smooth([(50 - half, y), (50, y + 2), (50 + half, y)], closed=False),
            1.1,
            darker(look.base, 0.25),
            opacity=0.7,
        )
    s.part(oval(50, top - 0.6, 7, look.amount("neck", 4, 10), 0, 180), darker(look.base, 0.5), "flat")
    if look.chance("belt", 0.55):
        s.part(box(50 - waist - 0.5, 38.5, 50 + waist + 0.5, 42, 0.8), look.accent, "round")
    if look.chance("buttons", 0.3):
        for number in range(4):
            s.part(oval(50, 44 + number * 8, 0.9), (246, 240, 226), "ball")


def skirt(s: Studio) -> None:
    look = s.look
    hem, waist, low = look.amount("hem", 25, 35), look.amount("waist", 14, 18), look.amount("low", 66, 84)
    s.shadow(50, low + 2, hem, 2, 0.25)
    left = smooth(
        [(50 - waist, 26), (50 - waist - (hem - waist) * look.amount("bell", 0.4, 0.75), 46), (50 - hem, low)],
        closed=False,
    )
    s.part(mirrored([*left, (50 - hem * 0.5, low + 2)]), "cloth", "fold", strength=1.2)
    for number in range(1, look.pick("pleats", (0, 5, 7, 9)) + 1):
        share = number / (look.pick("pleats", (0, 5, 7, 9)) + 1) * 2 - 1
        s.stroke([(50 + share * waist, 31), (50 + share * hem, low + 1)], 0.6, darker(look.base, 0.35), opacity=0.55)
    s.part(
        box(50 - waist - 0.6, 22, 50 + waist + 0.6, 28, 1),
        look.accent if look.chance("belt", 0.35) else darker(look.base, 0.2),
        "round",
    )
    if look.chance("ruffle", 0.3):
        s.part(
            mirrored([(50 - hem + 2, low - 7), (50 - hem - 2, low + 2), (50 - hem * 0.4, low + 4)]),
            lighter(look.base, 0.2),
            "fold",
        )


def shorts(s: Studio) -> None:
    look = s.look
    wide, low = look.amount("w", 24, 29), look.amount("low", 66, 80)
    s.shadow(50, low + 2, wide + 4, 2, 0.25)
    for side in (-1, 1):
        s.part(
            [(50, 26), (50 + side * (wide - 4), 26), (50 + side * (wide + 5), low), (50 + side * 5, low + 2), (50, 50)],
            "cloth",
            "fold",
        )
        s.stroke(
            smooth(
                [(50 + side * (wide - 8), 32), (50 + side * (wide - 4), 38), (50 + side * (wide + 0.5), 41)],
                closed=False,
            ),
            0.8,
            darker(look.base, 0.35),
        )
        if look.chance("stripe", 0.35):
            s.part(
                [
                    (50 + side * (wide - 6), 27),
                    (50 + side * (wide - 4), 27),
                    (50 + side * (wide + 4.4), low),
                    (50 + side * (wide + 1), low),
                ],
                look.accent,
                "flat",
            )
    s.part(box(50 - wide + 4, 23, 50 + wide - 4, 29, 1), darker(look.base, 0.15), "round")
    if look.chance("cord", 0.6):
        for side in (-1, 1):
            s.stroke(
                smooth([(50 + side, 27), (50 + side * 4, 35), (50 + side * 3, 42)], closed=False), 0.9, (244, 242, 236)
            )
    else:
        s.part(oval(50, 26, 1.4), STEEL, "ball")


def cap(s: Studio) -> None:
    look = s.look
    crown = look.amount("crown", 26, 34)
    s.shadow(52, 73, 40, 3)
    s.part(
        smooth([(18, 66), (20, 66 - crown * 0.7), (44, 64 - crown), (66, 66 - crown * 0.75), (72, 66), (46, 68)]),
        "cloth",
        "ball",
        strength=0.8,
    )
    for bend in (-12, 4, 17):
        s.stroke(
            smooth([(45, 64 - crown), (45 + bend, 62 - crown * 0.5), (45 + bend * 1.3, 67)], closed=False),
            0.5,
            darker(look.base, 0.35),
            opacity=0.7,
        )
    brim = look.accent if look.chance("two_tone", 0.45) else darker(look.base, 0.12)
    s.part(smooth([(42, 66), (60, 63), (74, 63), (93, 69), (95, 73), (74, 72), (52, 71)]), brim, "soft", strength=1.2)
    s.part(oval(44.5, 63.6 - crown, 2.4, 1.5), brim, "ball")
    emblem(s, 54, 63 - crown * 0.42, 5.8)


def sunglasses(s: Studio) -> None:
    look = s.look
    shape = look.pick("lens", ("round", "square", "cat", "wide", "aviator"))
    lens = look.pick(
        "glass", ((52, 54, 62), (96, 66, 48), (52, 92, 120), (150, 84, 110), (72, 104, 84), (190, 130, 60))
    )
    s.shadow(50, 64, 38, 3, 0.35)
    frame = look.amount("frame", 1.4, 3.4)
    for side in (-1, 1):
        s.stroke(
            smooth([(50 + side * 34, 42), (50 + side * 40, 36), (50 + side * 30, 26)], closed=False),
            frame,
            darker(look.base, 0.2),
        )
        x = 50 + side * 19.5
        rx, ry = look.amount("rx", 13, 16), look.amount("ry", 11, 14.5)
        outline = {
            "round": oval(x, 50, ry, ry),
            "square": box(x - rx, 50 - ry * 0.8, x + rx, 50 + ry * 0.8, 4),
            "wide": box(x - rx - 1, 50 - ry * 0.62, x + rx + 1, 50 + ry * 0.62, 5),
            "cat": smooth(
                [
                    (x - side * rx, 46),
                    (x + side * rx * 1.25, 36),
                    (x + side * rx, 54),
                    (x, 50 + ry),
                    (x - side * rx * 0.9, 55),
                ]
            ),
            "aviator": smooth(
                [
                    (x - side * rx * 0.8, 40),
                    (x + side * rx, 40),
                    (x + side * rx, 54),
                    (x, 50 + ry * 1.1),
                    (x - side * rx, 52),
                ]
            ),
        }[shape]
        grown = [(x + (px - x) * (1 + frame / 12), 50 + (py - 50) * (1 + frame / 11)) for px, py in outline]
        s.part(grown, look.base, "soft")
        s.part(outline, lens, "soft", strength=1.6)
        s.gleam([(x - 6, 44), (x - 1, 44), (x - 7, 55), (x - 10, 54)], 0.35)
    s.stroke(smooth([(44, 47), (50, 44), (56, 47)], closed=False), frame, look.base, "soft")


FORMS = {
    "tshirt": tshirt, "hoodie": hoodie, "shirt": shirt, "dress": dress, "skirt": skirt, "shorts": shorts, "cap": cap,
    "sunglasses": sunglasses,
}  # fmt: skip
