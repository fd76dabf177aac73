"""Phone things, sound, stationery, sport."""

# ruff: noqa: E501 - rows of coordinates read best on one line
from __future__ import annotations

from math import cos, radians, sin

from sourcing_app.sandbox.shop.pictures.emblems import emblem
from sourcing_app.sandbox.shop.pictures.geometry import box, oval, smooth, turned
from sourcing_app.sandbox.shop.pictures.palette import ACCENTS, COLOURS, DARK, STEEL, darker, lighter
from sourcing_app.sandbox.shop.pictures.studio import Studio

GOLD = COLOURS["gold"]


def _lean(s: Studio, low: float, high: float) -> None:
    s.place = (s.place[0], s.place[1] + s.look.amount("lean", low, high), *s.place[2:])


def phone_case(s: Studio) -> None:
    look = s.look
    _lean(s, -12, 12)
    wide, high = look.amount("w", 19, 21.5), look.amount("h", 39, 42)
    s.shadow(52, 52, wide + 2, high + 1, 0.3)
    s.part(box(50 - wide, 50 - high, 50 + wide, 50 + high, 6), darker(look.base, 0.3), "soft")
    s.part(box(50 - wide + 0.9, 50 - high + 0.9, 50 + wide - 0.9, 50 + high - 0.9, 5.4), "cloth", "soft")
    island = look.pick("camera", ("square", "bar", "column", "triple"))
    if island == "bar":
        s.part(box(50 - wide + 2.5, 50 - high + 4, 50 + wide - 2.5, 50 - high + 13, 4), (40, 40, 46), "soft")
        lenses = [(50 - wide + 8, 50 - high + 8.5), (50 - wide + 17, 50 - high + 8.5)]
    elif island == "column":
        lenses = [(50 - wide + 8, 50 - high + 9 + number * 8.5) for number in range(3)]
    else:
        s.part(box(50 - wide + 3, 50 - high + 3, 50 - wide + 20, 50 - high + 20, 5), (44, 44, 50), "soft")
        x, y = 50 - wide + 7.6, 50 - high + 7.6
        lenses = [(x, y), (x + 7.6, y + 7.6)] + ([(x, y + 7.6)] if island == "triple" else [])
    for x, y in lenses:
        s.part(oval(x, y, 3.4), (20, 22, 30), "ball")
        s.part(oval(x, y, 1.6), (58, 76, 120), "ball")
    emblem(s, 50, 60, 9)
    s.gleam(
        [
            (50 - wide + 3, 50 + high - 8),
            (50 - wide + 5, 50 + high - 8),
            (50 - wide + 5, 50 - high + 30),
            (50 - wide + 3, 50 - high + 30),
        ],
        0.35,
    )


def cable(s: Studio) -> None:
    look = s.look
    loops, radius = look.pick("loops", (2, 3, 4)), look.amount("r", 20, 26)
    width = look.amount("width", 1.6, 3.4)
    s.shadow(51, 53, radius + 5, radius + 5, 0.22)
    for number in range(loops):
        r = radius + number * (width + 0.5)
        s.part(oval(50, 50, r, r * 0.92), look.base, "soft", [oval(50, 50, r - width, r * 0.92 - width)])
        if look.chance("braid", 0.5):
            for turn in range(0, 360, 9):
                x, y = 50 + (r - width / 2) * cos(radians(turn)), 50 + (r - width / 2) * 0.92 * sin(radians(turn))
                s.part(oval(x, y, width * 0.2), look.accent, "none")
    if look.chance("tie", 0.6):
        s.part(
            box(46.5, 50 + radius * 0.92 - width - 1, 53.5, 50 + radius * 0.92 + loops * (width + 0.5) + 1, 1.4),
            look.accent,
            "round",
        )
    for x, lean, tip in ((26, -24, 5.0), (73, 28, 2.8)):
        s.stroke(
            smooth([(50 + (x - 50) * 0.9, 40), (x, 28), (x + lean * 0.06, 22)], closed=False), width, look.base, "soft"
        )
        for outline, paint, shade in (
            (box(x - tip * 0.75, 4, x + tip * 0.75, 12, 0.8), STEEL, "metal"),
            (
                box(x - 3.6, 11, x + 3.6, 25, 1.8),
                look.pick("plug", (look.base, DARK, (240, 240, 240), look.accent)),
                "round",
            ),
        ):
            s.part(turned(outline, lean * 0.4, x, 25), paint, shade)


def power_bank(s: Studio) -> None:
    look = s.look
    _lean(s, -14, 14)
    wide, high = look.amount("w", 18, 25), look.amount("h", 28, 38)
    s.shadow(51, 50 + high + 1, wide + 3, 3)
    s.part(
        box(50 - wide + 1.6, 50 - high + 1.6, 50 + wide + 1.6, 50 + high + 1.6, look.amount("round", 3, 10)),
        darker(look.base, 0.4),
        "soft",
    )
    s.part(box(50 - wide, 50 - high, 50 + wide, 50 + high, look.amount("round", 3, 10)), "cloth", "soft", strength=1.2)
    for number in range(4):
        s.part(
            oval(50 - 5 + number * 3.4, 50 - high + 6, 0.9),
            (126, 226, 160) if number < look.pick("charge", (2, 3, 4)) else (160, 164, 170),
            "none",
        )
    if look.chance("display", 0.45):
        s.part(box(38, 50 - high + 11, 62, 50 - high + 22, 2), (24, 26, 32), "soft")
        for x in (44, 54):
            for row in range(2):
                s.part(
                    oval(x, 50 - high + 14.4 + row * 4, 2, 1.9),
                    (150, 226, 250),
                    "none",
                    [oval(x, 50 - high + 14.4 + row * 4, 1.2, 1.1)],
                )
    for x in (42, 58):
        s.part(box(x - 3.4, 50 + high - 3, x + 3.4, 50 + high - 0.6, 0.8), (40, 42, 48), "flat")
    emblem(s, 50, 58, 8)


def headphones(s: Studio) -> None:
    look = s.look
    rx, band = look.amount("rx", 24, 29), look.amount("band", 4, 7)
    cup, pad = look.amount("cup", 10, 14), look.pick("pad", (DARK, darker(look.base, 0.45), (226, 214, 196)))
    s.shadow(50, 85, rx + 8, 2.6)
    s.part(
        oval(50, 50, rx, 36, 180, 360) + oval(50, 50, rx - band, 36 - band, 360, 180), look.base, "soft", strength=1.2
    )
    s.part(
        oval(50, 50, rx - band, 36 - band, 205, 335) + oval(50, 50, rx - band - 2.4, 36 - band - 2.6, 335, 205),
        pad,
        "soft",
    )
    for side in (-1, 1):
        x = 50 + side * (rx - band / 2)
        s.part(box(x - 1.3, 46, x + 1.3, 60, 1), STEEL, "metal")
        s.part(turned(oval(x - side * 4.4, 66, cup * 0.55, cup * 1.28), side * -6, x, 66), pad, "ball")
        s.part(turned(oval(x + side * 2, 66, cup * 0.7, cup * 1.32), side * -6, x, 66), "cloth", "ball", strength=0.9)
        s.part(
            turned(oval(x + side * 3.2, 66, cup * 0.36, cup * 0.72), side * -6, x, 66),
            look.pick("disc", (look.accent, STEEL, lighter(look.base, 0.3), GOLD)),
            "metal",
        )
    if look.chance("cat_ears", 0.2):
        for side in (-1, 1):
            s.part([(50 + side * 6, 17), (50 + side * 17, 6), (50 + side * 20, 25)], look.accent, "soft")


def speaker(s: Studio) -> None:
    look = s.look
    kind = look.pick("kind", ("tube", "box", "ball", "retro"))
    s.shadow(50, 83, 34, 3)
    if kind == "tube":
        s.part(box(12, 36, 88, 78, 20), "cloth", "lying")
        for x in (16, 84):
            s.part(oval(x, 57, 7, 19), look.accent, "soft")
        emblem(s, 50, 57, 7)
    elif kind == "ball":
        s.part(oval(50, 52, 31), "cloth", "ball")
        s.part(oval(50, 78, 18, 4), look.accent, "soft")
        s.part(oval(50, 46, 12), (48, 48, 54), "ball")
        s.part(oval(50, 46, 5), look.accent, "ball")
    else:
        body = (150, 100, 62) if kind == "retro" else look.base
        s.part(box(16, 30, 84, 82, 5), body if kind == "retro" else "cloth", "soft", strength=1.2)
        s.part(
            box(20, 34, 84 - 4, 78, 3), darker(look.base, 0.1) if kind == "retro" else darker(look.base, 0.3), "soft"
        )
        count = look.pick("cones", (1, 2))
        for number in range(count):
            x = 50 if count == 1 else 35 + number * 30
            for share, paint in ((1.0, STEEL), (0.88, (52, 52, 58)), (0.5, (76, 76, 84)), (0.28, look.accent)):
                s.part(oval(x, 57, 14 * share), paint, "ball")
        for number in range(3):
            s.part(oval(66 + number * 5, 38, 1.5), GOLD if kind == "retro" else look.accent, "ball")
        if kind == "retro" or look.chance("handle", 0.4):
            s.stroke(smooth([(30, 31), (36, 20), (64, 20), (70, 31)], closed=False), 2.4, (120, 78, 48), "soft")


def mouse(s: Studio) -> None:
    look = s.look
    wide, high = look.amount("w", 20, 25), look.amount("h", 30, 37)
    _lean(s, -24, 24)
    s.shadow(52, 54, wide + 2, high + 1, 0.35)
    waist = look.amount("waist", 0, 3.5)
    shell = smooth(
        [
            (50, 50 - high),
            (50 + wide - 3, 50 - high + 9),
            (50 + wide - waist, 50),
            (50 + wide - 2, 50 + high - 12),
            (50, 50 + high),
            (50 - wide + 2, 50 + high - 12),
            (50 - wide + waist, 50),
            (50 - wide + 3, 50 - high + 9),
        ]
    )
    s.part(shell, look.base, "ball", strength=0.9)
    side = look.accent if look.chance("two_tone", 0.4) else darker(look.base, 0.2)
    s.part([(x, y) for x, y in shell if x <= 50 - wide * 0.62] or shell, side, "soft")
    s.stroke([(50, 50 - high + 1), (50, 50 - 2)], 0.8, darker(look.base, 0.5))
    s.stroke(
        smooth([(50 - wide + waist, 48), (50, 50), (50 + wide - waist, 48)], closed=False), 0.7, darker(look.base, 0.45)
    )
    s.part(box(47.6, 50 - high + 8, 52.4, 50 - high + 20, 2.4), look.pick("wheel", (DARK, look.accent, STEEL)), "lying")
    if look.chance("button", 0.5):
        s.part(box(48, 50 - high + 24, 52, 50 - high + 27, 1), darker(look.base, 0.4), "soft")
    emblem(s, 50, 66, 6)


def pen(s: Studio) -> None:
    look = s.look
    count, wide = look.pick("count", (1, 2, 3, 5)), look.amount("w", 2.3, 3.4)
    _lean(s, 18, 52)
    others = [look.base, *(look.pick(f"pen{number}", [COLOURS[name] for name in ACCENTS]) for number in range(4))]
    for number in range(count):
        x, paint = 50 + (number - (count - 1) / 2) * (wide * 3), others[number]
        s.shadow(x + 1.4, 52, wide + 0.6, 40, 0.22)
        s.part([(x - wide * 0.7, 84), (x + wide * 0.7, 84), (x + 0.5, 93), (x - 0.5, 93)], STEEL, "metal")
        if number == 0:
            s.part(box(x - wide, 26, x + wide, 84, 0.8), "cloth", "round")
        else:
            s.part(box(x - wide, 26, x + wide, 84, 0.8), paint, "round")
        top = look.pick("cap", ("cap", "click", "charm"))
        if top == "cap":
            s.part(
                box(x - wide - 0.4, 8, x + wide + 0.4, 36, 1.6),
                darker(paint, 0.2) if look.chance("dark_cap", 0.5) else look.accent,
                "round",
            )
        else:
            s.part(box(x - wide * 0.5, 9, x + wide * 0.5, 18, 1), look.accent if top == "click" else STEEL, "round")
            s.part(
                box(x - wide, 16, x + wide, 28, 1), STEEL if look.chance("steel", 0.4) else darker(paint, 0.2), "metal"
            )
        s.part(box(x + wide - 0.4, 12, x + wide + 1.3, 34, 0.7), GOLD if look.chance("gold", 0.4) else STEEL, "metal")
        if look.chance("grip", 0.5):
            s.part(box(x - wide - 0.2, 64, x + wide + 0.2, 80, 1), darker(paint, 0.45), "round")
        if top == "charm":
            emblem(s, x, 8, 4)


def notebook(s: Studio) -> None:
    look = s.look
    wide, high = look.amount("w", 23, 29), look.amount("h", 31, 37)
    _lean(s, -10, 10)
    s.shadow(53, 53, wide + 2, high + 1, 0.3)
    s.part(box(50 - wide + 2, 50 - high + 1.6, 50 + wide + 2.4, 50 + high + 2, 1), (246, 242, 232), "flat")
    s.part(box(50 - wide, 50 - high, 50 + wide + 1, 50 + high, 2.4), "cloth", "soft")
    kind = look.pick("kind", ("spiral", "elastic", "plain", "label"))
    spine = look.accent if look.chance("spine", 0.4) else darker(look.base, 0.22)
    s.part(box(50 - wide, 50 - high, 50 - wide + 6, 50 + high, 2), spine, "round")
    if kind == "spiral":
        for number in range(15):
            y = 50 - high + 3 + number * (2 * high - 6) / 14
            s.stroke([(50 - wide - 2.4, y), (50 - wide + 2.6, y)], 1.1, STEEL, "metal")
    if kind == "elastic":
        s.part(box(50 + wide - 7, 50 - high - 0.3, 50 + wide - 5.2, 50 + high + 0.3), look.accent, "flat")
    if kind == "label":
        s.part(box(40, 50 - high + 12, 66, 50 - high + 26, 1.4), (250, 248, 240), "flat")
        for number in range(3):
            s.stroke(
                [(43, 50 - high + 16 + number * 3.4), (63 - number * 5, 50 - high + 16 + number * 3.4)],
                0.8,
                (120, 116, 110),
            )
    if look.chance("mark", 0.4):
        s.part(box(54, 50 + high - 1, 56.4, 50 + high + 8), look.accent, "flat")
    emblem(s, 53, 58, 9)


def tape(s: Studio) -> None:
    look = s.look
    rolls = look.pick("rolls", (1, 2, 3, 4))
    spots = {
        1: ((50, 52),),
        2: ((36, 46), (64, 60)),
        3: ((34, 42), (66, 44), (50, 68)),
        4: ((33, 36), (67, 36), (33, 67), (67, 67)),
    }[rolls]
    r = {1: 27.0, 2: 20.0, 3: 17.0, 4: 15.0}[rolls]
    for number, (x, y) in enumerate(spots):
        s.shadow(x + 1.5, y + r * 0.92, r, 2.6, 0.35)
        paint = look.base if number % 2 == 0 else look.accent
        s.part(oval(x, y, r) + oval(x, y + r * 0.34, r, None, 0, 180), "cloth" if number % 2 == 0 else paint, "round")
        s.part(oval(x, y, r, r * 0.9), lighter(paint, 0.35), "soft", [oval(x, y, r * 0.58, r * 0.52)])
        s.part(oval(x, y, r * 0.6, r * 0.54), (214, 190, 150), "soft", [oval(x, y, r * 0.5, r * 0.45)])
        for share in (0.72, 0.84):
            s.part(
                oval(x, y, r * share, r * share * 0.9),
                darker(paint, 0.1),
                "none",
                [oval(x, y, r * share - 0.5, (r * share - 0.5) * 0.9)],
                opacity=0.6,
            )
    if look.chance("strip", 0.6):
        x, y = spots[-1]
        s.part(
            [
                (x + r * 0.8, y + r * 0.4),
                (x + r * 0.9, y + r * 0.75),
                (min(97, x + r * 2), y + r * 0.9),
                (min(97, x + r * 2), y + r * 0.5),
            ],
            "cloth",
            "flat",
        )


def umbrella(s: Studio) -> None:
    look = s.look
    ribs, high = look.pick("ribs", (6, 8)), look.amount("high", 30, 38)
    _lean(s, -8, 16)
    s.shadow(50, 91, 20, 2.4, 0.3)
    s.stroke([(50, 16), (50, 82)], 1.8, STEEL, "metal")
    handle = look.pick("handle", ((122, 78, 48), DARK, look.accent, (226, 190, 140)))
    if look.chance("straight", 0.4):
        s.part(box(47.6, 74, 52.4, 91, 2), handle, "round")
    else:
        s.stroke(smooth([(50, 76), (50, 86), (54.5, 91), (59.5, 86)], closed=False), 3, handle, "soft")
    s.part(oval(50, 54, 41, high, 180, 360), "cloth", "ball", strength=0.7)
    for number in range(ribs):
        left, right = 9 + number * 82 / ribs, 9 + (number + 1) * 82 / ribs
        s.part(
            oval((left + right) / 2, 54.4, (right - left) / 2, look.amount("scallop", 2.5, 5), 180, 360),
            darker(look.base, 0.35),
            "flat",
        )
        bend = smooth(
            [(50, 54 - high), ((50 + right) / 2 + (right - 50) * 0.16, 54 - high * 0.72), (right, 54)], closed=False
        )
        s.stroke(bend, 0.6, darker(look.base, 0.35), opacity=0.7)
        if look.pattern == "plain" and number % 2 and look.chance("panels", 0.4):
            other = smooth(
                [(50, 54 - high), ((50 + left) / 2 + (left - 50) * 0.16, 54 - high * 0.72), (left, 54)], closed=False
            )
            s.part(other + bend[::-1], look.accent, "soft", opacity=0.92)
    s.part(box(49.2, 50 - high - 1, 50.8, 56 - high, 0.6), STEEL, "metal")
    emblem(s, 50, 42, 6)


def yoga_mat(s: Studio) -> None:
    look = s.look
    if look.chance("rolled", 0.5):
        s.shadow(50, 71, 36, 3)
        s.part(box(14, 42, 86, 70, 14), "cloth", "lying", strength=1.1)
        for share in (1.0, 0.72, 0.46, 0.2):
            s.part(
                oval(84, 56, 7 * share, 14 * share),
                darker(look.base, 0.3) if share in (1.0, 0.46) else lighter(look.base, 0.2),
                "soft",
            )
        for x in (30, 66):
            s.part(box(x, 41.4, x + 4, 70.6, 1.6), look.accent, "lying")
        s.stroke(smooth([(32, 42), (40, 24), (60, 24), (68, 42)], closed=False), 1.6, look.accent, "soft")
        emblem(s, 49, 56, 5)
        return
    s.shadow(50, 72, 42, 3)
    s.part([(30, 30), (94, 30), (78, 70), (12, 70)], darker(look.base, 0.35), "flat")
    s.part([(30, 28.6), (94, 28.6), (78, 68.6), (12, 68.6)], "cloth", "soft")
    roll = look.amount("roll", 6, 9)
    s.part(box(8, 68 - roll * 2, 80, 70, roll), "cloth", "lying", strength=1.2)
    s.part(oval(78, 69 - roll, roll * 0.55, roll), look.accent, "ball", [oval(78, 69 - roll, roll * 0.25, roll * 0.5)])
    emblem(s, 60, 43, 7)


def ball(s: Studio) -> None:
    look = s.look
    hide = look.pick("hide", ((214, 112, 48), (214, 112, 48), look.base, look.base, (190, 90, 44)))
    seam = look.pick("seam", ((44, 36, 34), (44, 36, 34), (240, 238, 232), look.accent))
    r, turn, width = look.amount("r", 29, 34), look.amount("turn", 0, 180), look.amount("seam_width", 0.9, 1.9)
    s.shadow(50, 52 + r, r * 0.72, 3)
    s.part(oval(50, 52, r), hide, "ball", strength=1.1)
    if look.chance("two", 0.35):
        half = oval(50, 52, r, None, 0, 180)
        s.part(turned(half, turn, 50, 52), look.accent, "soft", opacity=0.85)
    for line in (
        [(50 - r, 52), (50 + r, 52)],
        [(50, 52 - r), (50, 52 + r)],
        smooth([(50 - r * 0.72, 52 - r * 0.7), (50 - r * 0.3, 52), (50 - r * 0.72, 52 + r * 0.7)], closed=False),
        smooth([(50 + r * 0.72, 52 - r * 0.7), (50 + r * 0.3, 52), (50 + r * 0.72, 52 + r * 0.7)], closed=False),
    ):
        s.stroke(turned(line, turn, 50, 52), width, seam)
    emblem(s, 50 + r * 0.3, 52 - r * 0.3, 6)
    s.gleam(oval(50 - r * 0.36, 52 - r * 0.42, r * 0.2, r * 0.13), 0.5)


FORMS = {
    "phone_case": phone_case, "cable": cable, "power_bank": power_bank, "headphones": headphones, "speaker": speaker, "mouse": mouse,
    "pen": pen, "notebook": notebook, "tape": tape, "umbrella": umbrella, "yoga_mat": yoga_mat, "ball": ball,
}  # fmt: skip
