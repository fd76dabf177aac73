"""Cups, bottles, pots, knives, bowls and vases."""

from __future__ import annotations

from sourcing_app.sandbox.shop.pictures.emblems import emblem
from sourcing_app.sandbox.shop.pictures.geometry import Outline, box, mirrored, oval, smooth
from sourcing_app.sandbox.shop.pictures.palette import COLOURS, DARK, STEEL, WOOD, Rgb, darker, lighter, mix
from sourcing_app.sandbox.shop.pictures.studio import Studio


def flask(s: Studio) -> None:
    look = s.look
    wide, top = look.amount("w", 10.5, 15), look.amount("top", 26, 34)
    cap = look.pick("cap", (STEEL, look.accent, DARK, lighter(look.base, 0.5)))
    s.shadow(50, 88, wide + 6)
    kind = look.pick("lid", ("cup", "loop", "straw", "knob"))
    if kind == "loop":
        s.part(
            box(50 - wide * 0.6, 9, 50 + wide * 0.6, top, 4),
            cap,
            "round",
            [box(50 - wide * 0.35, 12, 50 + wide * 0.35, top - 5, 3)],
        )
    if kind == "straw":
        s.stroke([(52, 8), (50, top)], 2.4, mix(cap, (255, 255, 255), 0.4), "round")
    if kind == "knob":
        s.part(box(46, top - 13, 54, top - 7, 2), cap, "metal")
    tall = 14 if kind == "cup" else 8
    s.part(box(50 - wide * 0.82, top - tall, 50 + wide * 0.82, top + 2, 2), cap, "metal" if cap == STEEL else "round")
    neck = look.amount("neck", 0.8, 1.0)
    s.part(
        mirrored([(50 - wide * neck, top), (50 - wide, top + 6), (50 - wide, 84), (50 - wide + 2, 88)]),
        "cloth",
        "round",
        strength=1.1,
    )
    s.part(box(50 - wide * neck, top, 50 + wide * neck, top + 2), STEEL, "metal")
    if look.chance("base_ring", 0.5):
        s.part(box(50 - wide, 82, 50 + wide, 86), STEEL, "metal")
    if look.chance("sleeve", 0.25):
        s.part(box(50 - wide, 56, 50 + wide, 70), look.accent, "round")
    emblem(s, 50, 60, 5.5)
    s.gleam(box(50 - wide * 0.66, top + 8, 50 - wide * 0.46, 80, 1), 0.4)


def _mug_handle(s: Studio, wide: float, middle: float, paint: Rgb) -> None:
    look = s.look
    reach = look.amount("reach", 10, 15)
    if look.chance("square_handle", 0.3):
        s.part(
            box(50 + wide - 3, middle - 14, 50 + wide + reach, middle + 14, 5),
            paint,
            "soft",
            [box(50 + wide - 4, middle - 9.5, 50 + wide + reach - 4.5, middle + 9.5, 3)],
        )
    else:
        s.part(
            oval(50 + wide - 1, middle, reach, 16),
            paint,
            "soft",
            [oval(50 + wide - 1, middle, reach - 4.5, 11)],
        )


def mug(s: Studio) -> None:
    look = s.look
    wide, top, low = look.amount("w", 18, 24), look.amount("top", 34, 42), look.amount("low", 78, 84)
    waist = look.amount("waist", -5, 5)
    s.shadow(51, low + 1, wide + 6)
    handle = look.pick("handle_paint", ("base", "accent", "base"))
    paint = look.base if handle == "base" else look.accent
    _mug_handle(s, wide, (top + low) / 2, darker(paint, 0.08))
    s.part(
        mirrored(
            [
                (50 - wide, top),
                (50 - wide + waist, (top + low) / 2),
                (50 - wide + abs(waist) / 2, low - 3),
                (50 - wide + 5, low + 1),
            ]
        ),
        "cloth",
        "round",
    )
    s.part(oval(50, top, wide, 4.6), lighter(look.base, 0.35), "flat")
    inside = (92, 58, 36) if look.chance("coffee", 0.3) else darker(lighter(look.base, 0.2), 0.25)
    s.part(oval(50, top + 0.6, wide - 1.6, 3.6), inside, "soft")
    if look.chance("spoon", 0.18):
        s.stroke([(56, top - 16), (52, top + 1)], 1.6, COLOURS["gold"], "metal")
    if look.chance("dip", 0.3):
        s.part(
            mirrored(
                [
                    (50 - wide + abs(waist) / 2, low - 12),
                    (50 - wide + abs(waist) / 2, low - 3),
                    (50 - wide + 5, low + 1),
                ]
            ),
            look.accent,
            "round",
        )
    emblem(s, 48, (top + low) / 2 + 1, 8)
    s.gleam(box(50 - wide * 0.7, top + 9, 50 - wide * 0.56, low - 9, 1), 0.45)


def _drink(s: Studio, wide: float, top: float, low: float, foot: float) -> None:
    look = s.look
    drink = look.pick(
        "drink",
        (look.base, (236, 150, 60), (206, 60, 70), (150, 200, 120), (120, 72, 40), (226, 198, 110), (150, 196, 226)),
    )
    level = top + (low - top) * look.amount("level", 0.15, 0.5)
    share = (level - top) / (low - top)
    edge = wide * (1 - (1 - foot) * share) - 1.5
    s.part(
        mirrored([(50 - edge, level), (50 - wide * foot + 1.6, low - 4), (50 - wide * foot + 4, low - 3)]),
        drink,
        "round",
        opacity=0.88,
    )
    s.part(oval(50, level, edge, 2.6), lighter(drink, 0.3), "flat", opacity=0.9)
    for number in range(look.pick("ice", (0, 0, 2, 3))):
        x = 44.0 + number * 6
        s.part(
            box(x - 3, level - 2 + number % 2 * 4, x + 3, level + 4 + number % 2 * 4, 1),
            (240, 246, 250),
            "soft",
            opacity=0.6,
        )


def glass(s: Studio) -> None:
    look = s.look
    wide, low, top = look.amount("w", 14, 21), 84.0, look.amount("top", 24, 40)
    foot = look.amount("foot", 0.6, 1.0)
    s.shadow(50, low + 1, wide + 3, depth=0.3)
    clear = (222, 234, 238)
    if look.chance("stem", 0.25):
        s.part(oval(50, low, wide * 0.8, 2.4), clear, "soft", opacity=0.85)
        s.part(box(49, 62, 51, low), clear, "metal", opacity=0.8)
        low, foot = 64.0, 0.35
    if look.chance("handle", 0.3):
        s.part(
            oval(50 + wide, (top + low) / 2, 10, 13),
            (200, 216, 222),
            "soft",
            [oval(50 + wide, (top + low) / 2, 7, 10)],
            opacity=0.75,
        )
    body = mirrored(
        [
            (50 - wide, top),
            (50 - wide * (1 + foot) / 2, (top + low) / 2),
            (50 - wide * foot, low - 2),
            (50 - wide * foot + 3, low),
        ]
    )
    s.part(body, clear, "round", opacity=0.55)
    _drink(s, wide, top, low, foot)
    if look.chance("straw", 0.35):
        s.stroke([(58, top - 16), (49, low - 12)], 2, look.accent, "soft", 0.95)
    if look.chance("ribs", 0.4):
        for number in range(-3, 4):
            x = 50 + number * wide / 4
            s.stroke([(x, top + 6), (50 + (x - 50) * foot, low - 4)], 0.5, (250, 252, 253), "none", 0.6)
    s.part(oval(50, top, wide, 3), (246, 250, 252), "flat", [oval(50, top, wide - 0.9, 2.3)], opacity=0.9)
    if look.chance("gold_rim", 0.25):
        s.part(oval(50, top, wide, 3), COLOURS["gold"], "metal", [oval(50, top, wide - 0.9, 2.3)])
    s.gleam(box(50 - wide * 0.72, top + 6, 50 - wide * 0.56, low - 10, 1), 0.6)


def pan(s: Studio) -> None:
    look = s.look
    radius = look.amount("r", 25, 30)
    handle = look.pick("handle", (WOOD, DARK, look.accent, darker(look.base, 0.4)))
    s.place = (s.place[0], s.place[1] - look.amount("lean", 15, 50), *s.place[2:])
    s.shadow(44, 55, radius + 2, radius - 2, 0.4)
    s.part(box(40 + radius - 4, 46.8, 96, 53.2, 3), handle, "lying")
    s.part(oval(93, 50, 1.1, 1.1), darker(handle, 0.6), "none")
    s.part(box(40 + radius - 5, 47.4, 40 + radius + 4, 52.6, 1), STEEL, "metal")
    s.part(oval(40, 50, radius), look.base, "soft")
    inside = look.pick("inside", ((60, 60, 64), (226, 220, 206), darker(look.base, 0.5), (112, 92, 78)))
    s.part(oval(40, 50, radius - 2.2), darker(inside, 0.2), "soft")
    s.part(oval(40, 50.6, radius - 5), inside, "soft", strength=0.8)
    if look.chance("rings", 0.4):
        for share in (0.3, 0.5, 0.7):
            s.part(
                oval(40, 50.6, radius * share), lighter(inside, 0.15), "none", [oval(40, 50.6, radius * share - 0.4)]
            )
    if look.chance("egg", 0.25):
        s.part(smooth([(30, 46), (38, 40), (48, 45), (47, 55), (38, 59), (31, 54)]), (250, 248, 240), "soft")
        s.part(oval(39, 50, 4.2), (246, 182, 52), "ball")
    s.gleam(oval(33, 41, radius * 0.35, radius * 0.2), 0.16)


def pot(s: Studio) -> None:
    look = s.look
    wide, top, low = look.amount("w", 25, 31), look.amount("top", 46, 52), look.amount("low", 78, 85)
    metal = look.material in ("steel", "aluminum") and look.chance("bare", 0.5)
    paint, shade = (STEEL, "metal") if metal else (look.base, "round")
    knob = look.pick("knob", (DARK, STEEL, COLOURS["gold"], WOOD))
    s.shadow(50, low + 1, wide + 4)
    for side in (-1, 1):
        s.part(
            box(50 + side * wide - 8, top + 5, 50 + side * wide + 8, top + 11, 3),
            knob if look.chance("knob_ears", 0.5) else darker(paint, 0.2),
            "lying",
        )
    s.part(mirrored([(50 - wide, top), (50 - wide + 0.5, low - 6), (50 - wide + 5, low + 1)]), paint, shade)
    if look.chance("line", 0.4):
        s.part(box(50 - wide, top + 12, 50 + wide, top + 14), look.accent, "round")
    dome = look.amount("dome", 7, 13)
    glassy = look.chance("glass_lid", 0.4)
    s.part(
        oval(50, top, wide + 0.6, dome, 180, 360),
        (206, 218, 222) if glassy else paint,
        "soft" if glassy else shade,
        opacity=0.85 if glassy else 1,
    )
    s.part(
        box(50 - wide - 1, top - 1.4, 50 + wide + 1, top + 1.4, 1),
        STEEL if look.chance("rim", 0.6) else darker(paint, 0.15),
        "metal",
    )
    s.part(box(46, top - dome - 5, 54, top - dome, 2), knob, "round")
    emblem(s, 50, (top + low) / 2 + 4, 5)


def _blade(tip: str, back: float, edge: float, high: float) -> Outline:
    shapes: dict[str, Outline] = {
        "chef": smooth([(34, back), (60, back), (78, back + 2), (95, 50 + high * 0.5)], closed=False)
        + smooth([(95, 50 + high * 0.5), (76, edge - 1), (52, edge), (34, edge)], closed=False),
        "slim": smooth([(34, back), (70, back), (97, 50 + high * 0.3)], closed=False)
        + smooth([(97, 50 + high * 0.3), (70, edge - 0.5), (34, edge)], closed=False),
        "santoku": [
            (34, back),
            (78, back),
            *smooth([(78, back), (88, back + 4), (92, edge)], closed=False),
            (34, edge),
        ],
        "cleaver": box(34, back - 2, 90, edge + 2, 1.5),
    }
    return shapes[tip]


def knife(s: Studio) -> None:
    look = s.look
    handle = look.pick("handle", (look.base, look.base, DARK, WOOD, (112, 66, 42)))
    s.place = (s.place[0] * 1.02, s.place[1] + look.amount("lean", -42, -18), *s.place[2:])
    high, tip = look.amount("h", 5.5, 12), look.pick("tip", ("chef", "santoku", "cleaver", "slim"))
    if tip == "slim":
        high *= 0.6
    s.shadow(50, 50 + high + 2, 38, 2, 0.35)
    back = 50 - high * 0.55
    edge = 50 + high
    steel = (214, 216, 220) if look.material == "steel" else (244, 243, 238)
    s.part(_blade(tip, back, edge, high), steel, "flat", strength=1.6)
    s.part(
        [(36, edge - high * 0.45), (88, edge - high * 0.45), (84, edge - 0.3), (36, edge - 0.3)],
        lighter(steel, 0.5),
        "flat",
        opacity=0.7,
    )
    if look.chance("dimples", 0.3):
        for number in range(6):
            s.part(oval(44 + number * 7, 50 + high * 0.25, 1.5, 2.4), darker(steel, 0.14), "soft")
    s.part(box(31.5, back - 0.4, 35, 50 + high * 0.6, 0.8), STEEL, "metal")
    s.part(
        smooth(
            [
                (32, back),
                (20, back + 0.6),
                (6, back - 1),
                (4, 50 + high * 0.5),
                (18, 50 + high * 0.42),
                (32, 50 + high * 0.5),
            ]
        ),
        handle,
        "lying",
    )
    for x in (12, 20, 28):
        s.part(oval(x, 50 - high * 0.02, 0.9), STEEL, "ball")


def pet_bowl(s: Studio) -> None:
    look = s.look
    wide, top, low = look.amount("w", 27, 34), look.amount("top", 54, 60), 82.0
    s.shadow(50, low + 1, wide + 4)
    flare = look.amount("flare", -8, 7)
    s.part(
        mirrored(
            [
                (50 - wide, top),
                (50 - wide - flare / 2, (top + low) / 2),
                (50 - wide - flare, low - 2),
                (50 - wide - flare + 3, low + 1),
            ]
        ),
        "cloth",
        "round",
    )
    s.part(oval(50, top, wide, 8), STEEL if look.chance("steel", 0.5) else lighter(look.base, 0.3), "metal")
    s.part(oval(50, top + 0.8, wide - 2.4, 6.4), (150, 152, 158), "soft")
    if look.chance("food", 0.55):
        for number in range(16):
            x = 50 + (number * 37 % 17 - 8) * wide / 12
            s.part(oval(x, top + (number * 7 % 5 - 2) * 1.1, 2.6, 2), (156, 98, 54), "ball")
    x, y = 50.0, (top + low) / 2 + 5
    if look.pattern == "plain" and look.chance("paw", 0.6):
        s.part(oval(x, y + 1.6, 3.4, 2.8), look.accent, "flat")
        for dx in (-3.6, -1.3, 1.3, 3.6):
            s.part(oval(x + dx, y - 2.6 + abs(dx) * 0.3, 1.2, 1.6), look.accent, "flat")
    else:
        emblem(s, x, y, 5)


def vase(s: Studio) -> None:
    look = s.look
    wide, neck, top = look.amount("w", 11, 20), look.amount("neck", 4, 9), look.amount("top", 36, 46)
    belly = look.amount("belly", 56, 74)
    s.shadow(50, 88, wide + 2)
    stem, leaf = (92, 126, 78), look.pick("leaf", ((116, 152, 96), (88, 132, 84), (170, 160, 110)))
    bloom = look.pick(
        "bloom", ((242, 170, 186), (250, 246, 236), (246, 206, 90), (222, 92, 84), (180, 150, 214), None, None)
    )
    for number in range(look.pick("stems", (0, 3, 5, 4))):
        lean = (number - 2) * 7
        tip = (50 + lean * 1.25, top - 20 - (number * 7 % 5) * 2.4)
        s.stroke(smooth([(50, top + 4), (50 + lean * 0.5, top - 10), tip], closed=False), 0.9, stem)
        if bloom:
            for turn in range(5):
                s.part(oval(tip[0] + 2.2 * (turn % 3 - 1), tip[1] + 2 * (turn // 2 - 1), 2.6), bloom, "ball")
            s.part(oval(*tip, 1.5), (244, 200, 80), "ball")
        else:
            for share in (0.3, 0.6, 0.95):
                x, y = 50 + (tip[0] - 50) * share, top + (tip[1] - top) * share
                s.part(oval(x + 3, y, 3.6, 1.5), leaf, "soft")
                s.part(oval(x - 3, y - 1.4, 3.6, 1.5), darker(leaf, 0.12), "soft")
    foot = look.amount("foot", 0.4, 0.9)
    left = smooth(
        [
            (50 - neck - look.amount("lip", 0, 3), top),
            (50 - neck, top + 5),
            (50 - wide, belly),
            (50 - wide * foot, 86),
            (50 - wide * foot + 1, 88),
        ],
        closed=False,
    )
    s.part(mirrored(left), "cloth", "round", strength=1.1)
    s.part(oval(50, top, neck + look.amount("lip", 0, 3), 1.8), darker(look.base, 0.4), "soft")
    if look.chance("ears", 0.25):
        for side in (-1, 1):
            s.part(
                oval(50 + side * (neck + 4), top + 12, 5, 6),
                look.base,
                "soft",
                [oval(50 + side * (neck + 4), top + 12, 3, 4)],
            )
    emblem(s, 50, belly, 5)
    s.gleam(oval(50 - wide * 0.45, belly - 4, 1.3, 8), 0.5)


FORMS = {
    "flask": flask, "mug": mug, "glass": glass, "pan": pan, "pot": pot, "knife": knife, "pet_bowl": pet_bowl, "vase": vase,
}  # fmt: skip
