"""Shoes, slippers, socks."""

from __future__ import annotations

from sourcing_app.sandbox.shop.pictures.emblems import emblem
from sourcing_app.sandbox.shop.pictures.geometry import Outline, box, heart, moved, oval, smooth, star
from sourcing_app.sandbox.shop.pictures.palette import COLOURS, DARK, Rgb, darker, lighter
from sourcing_app.sandbox.shop.pictures.studio import Studio

GOLD = COLOURS["gold"]


def _shoe(s: Studio, sole: Rgb, ankle: float, toe: float, thick: float) -> Outline:
    """A shoe from the side, toe to the right; answers the outline of its upper."""
    upper = smooth(
        [
            (14, 66),
            (13, 66 - ankle),
            (30, 63 - ankle),
            (38, 56 - ankle * 0.25),
            (58, 60 - toe),
            (80, 66),
            (88, 72),
            (88, 77),
            (14, 77),
        ],
        6,
    )
    s.shadow(51, 79 + thick * 0.4, 40, 2.4)
    s.part(upper, "cloth", "soft")
    s.part(
        smooth(
            [
                (12, 74),
                (40, 75),
                (66, 75),
                (90, 74),
                (90, 77 + thick * 0.6),
                (70, 78 + thick),
                (40, 77.5 + thick),
                (12, 78 + thick),
            ],
            5,
        ),
        sole,
        "lying",
    )
    return upper


def _laces(s: Studio, rows: int, colour: Rgb, ankle: float) -> None:
    for number in range(rows):
        share = number / max(1, rows - 1)
        x, y = 40 + share * 20, 56 - ankle * 0.2 + share * 5 + 1
        s.stroke([(x - 2.4, y + 3.6), (x + 2.8, y - 1.2)], 1.4, colour, "soft")


def sneaker(s: Studio) -> None:
    look = s.look
    ankle = look.amount("ankle", 14, 20)
    sole = look.pick("sole", ((246, 245, 240), look.accent, (60, 60, 64), (236, 226, 204)))
    _shoe(s, sole, ankle, look.amount("toe", 2, 6), look.amount("thick", 4, 9))
    panel = look.pick("panel", (darker(look.base, 0.25), look.accent, lighter(look.base, 0.4)))
    s.part(smooth([(70, 64), (84, 68), (87.5, 76), (66, 76)]), panel, "soft")
    s.part(smooth([(14.5, 64), (24, 61), (28, 75), (15, 76)]), panel, "soft")
    swoosh = look.pick("mark", ("bars", "curve", "bolt", "none"))
    if swoosh == "bars":
        for number in range(3):
            s.part(
                [(40 + number * 5, 74), (43 + number * 5, 74), (47 + number * 5, 61), (44.6 + number * 5, 61)],
                look.accent,
                "flat",
            )
    elif swoosh == "curve":
        s.part(smooth([(34, 66), (42, 73), (66, 64), (46, 69.5)]), look.accent, "flat")
    elif swoosh == "bolt":
        s.part(star(46, 69, 5), look.accent, "flat")
    _laces(s, 5, look.pick("lace", ((248, 248, 246), look.accent, DARK)), ankle)


def canvas_shoe(s: Studio) -> None:
    look = s.look
    ankle = look.pick("cut", (11.0, 13.0, 30.0, 32.0))
    _shoe(s, (246, 244, 236), ankle, 1, look.amount("thick", 3, 5.5))
    s.part(smooth([(74, 65), (84, 67), (90, 73), (90, 77), (72, 77)]), (244, 242, 234), "soft")
    s.stroke([(13, 76), (90, 76)], 0.9, look.accent)
    if ankle > 20:
        s.part(oval(27, 52, 4.6), (246, 244, 238), "flat")
        s.part(star(27, 52, 3.2), look.accent, "none")
    _laces(s, 6, (250, 249, 245), ankle)


def boots(s: Studio) -> None:
    look = s.look
    tall, sole = look.amount("tall", 38, 52), look.pick("sole", (DARK, (92, 62, 40), (226, 206, 166)))
    s.shadow(50, 87, 37, 2.4)
    s.part(
        smooth(
            [
                (22, 82),
                (21, 82 - tall * 0.5),
                (22, 80 - tall),
                (46, 80 - tall),
                (47, 60),
                (60, 64),
                (78, 70),
                (84, 78),
                (84, 83),
                (22, 83),
            ],
            5,
        ),
        "cloth",
        "soft",
        strength=1.3,
    )
    heel = look.amount("heel", 2, 8)
    s.part(smooth([(21, 82), (52, 82), (86, 81.5), (86, 85), (60, 87), (21, 87)], 5), sole, "lying")
    s.part([(21, 84), (37, 84), (36, 86 + heel * 0.4), (22, 86 + heel * 0.4)], darker(sole, 0.3), "soft")
    s.part(
        box(21.4, 79 - tall, 46.4, 83 - tall, 1),
        look.accent if look.chance("fur", 0.3) else darker(look.base, 0.25),
        "round",
    )
    if look.chance("elastic", 0.35):
        s.part([(32, 84 - tall), (42, 84 - tall), (39, 62), (35, 62)], darker(look.base, 0.45), "soft")
    else:
        for number in range(5):
            y = 84 - tall + number * (tall - 24) / 4.4
            s.stroke([(37, y + 3), (46.4, y)], 1.3, look.pick("lace", ((214, 180, 110), DARK, (240, 238, 232))), "soft")
    s.part(oval(25, 70, 1), GOLD, "ball")


def slippers(s: Studio) -> None:
    look = s.look
    for dx, dy in ((16, -9), (-14, 5)):
        s.shadow(50 + dx + 1, 53 + dy + 1, 18, 31, 0.28)
        sole = smooth(
            [(50, 20), (63, 30), (63, 52), (58, 68), (60, 78), (50, 86), (41, 78), (42, 66), (37, 50), (38, 30)]
        )
        s.part(moved(sole, dx, dy), darker(look.base, 0.28), "soft")
        inner = look.accent if look.chance("inner", 0.4) else lighter(look.base, 0.35)
        s.part(moved([(50 + (x - 50) * 0.86, 53 + (y - 53) * 0.92) for x, y in sole], dx, dy), inner, "soft")
        strap = smooth([(36, 36), (44, 26), (56, 26), (64.5, 36), (64, 50), (50, 45), (37, 50)])
        s.part(moved(strap, dx, dy), "cloth", "round", strength=0.9)
        if look.chance("bow", 0.25):
            s.part(moved(heart(50, 37, 4.4), dx, dy), look.accent, "soft")
        else:
            emblem(s, 50 + dx, 37 + dy, 4.6)


def sandals(s: Studio) -> None:
    look = s.look
    sole = look.pick("sole", ((176, 134, 92), (92, 64, 46), DARK, (232, 220, 196)))
    strap = look.amount("strap", 2.6, 5)
    for dx, dy in ((15, -4), (-15, 4)):
        s.shadow(50 + dx, 52 + dy, 16, 33, 0.28)
        outline = smooth(
            [(50, 18), (61, 26), (62, 46), (57, 64), (59, 78), (50, 86), (42, 78), (43, 62), (38, 44), (39, 26)]
        )
        s.part(moved(outline, dx, dy), sole, "soft")
        s.part(
            moved([(50 + (x - 50) * 0.85, 52 + (y - 52) * 0.92) for x, y in outline], dx, dy),
            lighter(sole, 0.25),
            "soft",
        )
        kind = look.pick("straps", ("cross", "two", "toe"))
        lines: list[Outline] = []
        if kind == "cross":
            lines = [[(38, 44), (62, 28)], [(38, 28), (62, 44)]]
        elif kind == "two":
            lines = [[(38, 30), (50, 27), (62, 30)], [(38, 44), (50, 40), (62, 44)]]
        else:
            lines = [[(50, 27), (40, 46)], [(50, 27), (60, 46)]]
        lines.append([(42.5, 68), (50, 62), (57.5, 68)])
        for line in lines:
            s.stroke(moved(smooth(line, closed=False), dx, dy), strap, look.base, "soft")
        s.part(oval(50 + dx + 7, 65 + dy, 1.5), GOLD, "ball")
        if look.chance("gem", 0.3):
            s.part(moved(star(50, 35, 4, 6), dx, dy), look.accent, "soft")


def socks(s: Studio) -> None:
    look = s.look
    tall = look.amount("tall", 22, 34)
    for dx, dy in ((12, -5), (-8, 4)):
        s.shadow(50 + dx, 79 + dy, 20, 2.2, 0.3)
        top = 58 - tall
        leg = [
            (38, top + 2),
            (38, 56),
            (37, 68),
            (42, 76),
            (62, 78),
            (75, 76),
            (76, 66),
            (64, 61),
            (57, 54),
            (56, top + 2),
        ]
        s.part(moved(smooth(leg, 5), dx, dy), "cloth", "soft", strength=1.1)
        cuff = look.accent if look.chance("cuff", 0.6) else darker(look.base, 0.2)
        s.part(moved(box(37, top - 2, 57, top + 5, 2), dx, dy), cuff, "round")
        if look.chance("tips", 0.5):
            s.part(moved(smooth([(68, 63.5), (76, 66), (75.5, 75.5), (67, 78)]), dx, dy), cuff, "soft")
            s.part(moved(smooth([(37, 64), (43, 66), (45, 75), (39, 74)]), dx, dy), cuff, "soft")
        emblem(s, 47 + dx, top + 16 + dy, 4.4)


FORMS = {
    "sneaker": sneaker, "canvas_shoe": canvas_shoe, "boots": boots, "slippers": slippers, "sandals": sandals, "socks": socks,
}  # fmt: skip
