"""Bags, wallets, cases."""

from __future__ import annotations

from sourcing_app.sandbox.shop.pictures.emblems import emblem
from sourcing_app.sandbox.shop.pictures.geometry import box, mirrored, oval, smooth
from sourcing_app.sandbox.shop.pictures.palette import COLOURS, STEEL, Rgb, darker, lighter, mix
from sourcing_app.sandbox.shop.pictures.studio import Studio

GOLD = COLOURS["gold"]


def _trim(studio: Studio) -> Rgb:
    """Colour of straps and edges."""
    return studio.look.pick("trim", ((122, 78, 48), darker(studio.look.base, 0.35), studio.look.accent, (58, 48, 46)))


def tote(s: Studio) -> None:
    look, trim = s.look, _trim(s)
    wide, top, flare = look.amount("w", 24, 33), look.amount("top", 36, 46), look.amount("flare", -4, 5)
    s.shadow(50, 87, wide + 6)
    loop = look.amount("loop", 10, 30)
    for lean, paint in ((3, darker(trim, 0.25)), (0, trim)):
        left = [
            (37 - lean, top + 3),
            (38 - lean, top - loop * 0.7),
            (50, top - loop),
            (62 + lean, top - loop * 0.7),
            (63 + lean, top + 3),
        ]
        s.stroke(smooth(left, closed=False), look.amount("strap", 2, 3.6), paint, "soft")
    body = mirrored([(50 - wide - flare, top), (50 - wide, 70), (50 - wide + 1, 86), (50 - wide + 4, 88)])
    s.part(body, "cloth", "fold", strength=0.8)
    s.part(box(50 - wide - flare, top, 50 + wide + flare, top + 3), darker(look.base, 0.18), "flat")
    if look.chance("leather_base", 0.35):
        s.part(mirrored([(50 - wide + 0.3, 77), (50 - wide + 1, 86), (50 - wide + 4, 88)]), trim, "soft")
    if look.chance("pocket", 0.3):
        s.part(box(36, 58, 64, 76, 2), darker(look.base, 0.1), "soft")
    emblem(s, 50, 63, 9)
    for x in (37, 63):
        s.part(oval(x, top + 4.5, 1.2), GOLD, "ball")


def crossbody(s: Studio) -> None:
    look, trim = s.look, _trim(s)
    wide, top, low = look.amount("w", 25, 34), look.amount("top", 46, 52), look.amount("low", 78, 87)
    s.shadow(50, low + 1, wide + 4)
    if look.chance("chain", 0.4):
        strap = smooth(
            [(50 - wide + 2, top + 4), (34, 22), (50, 14), (66, 22), (50 + wide - 2, top + 4)], 10, closed=False
        )
        for x, y in strap[::1]:
            s.part(oval(x, y, 1.5, 1.1), GOLD, "ball", [oval(x, y, 0.6, 0.4)])
    else:
        s.stroke(
            smooth([(50 - wide + 2, top + 4), (30, 22), (50, 12), (70, 22), (50 + wide - 2, top + 4)], closed=False),
            2.4,
            trim,
        )
    radius = look.amount("round", 2, 14)
    s.part(box(50 - wide, top, 50 + wide, low, radius), "cloth", "soft")
    drop = look.amount("flap", 0.45, 0.75)
    edge = top + (low - top) * drop
    if look.chance("curved", 0.5):
        flap = mirrored([(50 - wide, top + 2), (50 - wide + 1, top), (50 - wide, edge - 8), (40, edge)])
    else:
        flap = box(50 - wide, top, 50 + wide, edge, 3)
    s.part(flap, darker(look.base, 0.12) if look.pattern != "plain" else lighter(look.base, 0.08), "soft")
    s.part(box(46, edge - 5, 54, edge + 2, 1), GOLD if look.chance("gold", 0.6) else STEEL, "metal")
    emblem(s, 50, (top + edge) / 2 - 1, 5)


def wallet(s: Studio) -> None:
    look = s.look
    wide, high = look.amount("w", 28, 37), look.amount("h", 17, 24)
    s.place = (s.place[0], s.place[1] - look.amount("lean", -9, 9), *s.place[2:])
    s.shadow(50, 50 + high + 3, wide, 3)
    s.part(box(50 - wide, 50 - high + 3, 50 + wide, 50 + high + 3, 4), darker(look.base, 0.3), "soft")
    s.part(box(50 - wide, 50 - high, 50 + wide, 50 + high, 4), "cloth", "soft")
    stitch = lighter(look.base, 0.35)
    s.part(
        box(50 - wide + 2, 50 - high + 2, 50 + wide - 2, 50 + high - 2, 3),
        stitch,
        "none",
        [box(50 - wide + 2.5, 50 - high + 2.5, 50 + wide - 2.5, 50 + high - 2.5, 3)],
    )
    if look.chance("snap", 0.55):
        s.part(box(50 + wide - 12, 45, 50 + wide + 1, 55, 3), darker(look.base, 0.2), "soft")
        s.part(oval(50 + wide - 6, 50, 2.4), GOLD, "ball")
    else:
        s.stroke([(50 - wide + 3, 50 - high + 6), (50 + wide - 3, 50 - high + 6)], 1.2, STEEL, "metal")
        s.part(box(50 + wide - 10, 50 - high + 4.5, 50 + wide - 4, 50 - high + 8, 1), GOLD, "metal")
    emblem(s, 44, 51, 7)


def _front_pocket(s: Studio, wide: float) -> float:
    """Answers its upper edge."""
    look = s.look
    high = look.amount("pocket", 56, 64)
    pocket = look.accent if look.chance("two_tone", 0.4) else darker(look.base, 0.13)
    s.part(box(50 - wide + 5, high, 50 + wide - 5, 85, 6), pocket, "soft")
    s.stroke([(50 - wide + 8, high + 5), (50 + wide - 8, high + 5)], 0.9, STEEL, "metal")
    return high


def backpack(s: Studio) -> None:
    look, trim = s.look, _trim(s)
    wide, top = look.amount("w", 23, 29), look.amount("top", 22, 28)
    s.shadow(50, 89, wide + 4)
    s.stroke(smooth([(43, top + 2), (45, top - 8), (55, top - 8), (57, top + 2)], closed=False), 2.6, trim)
    _straps(s, wide, top)
    shoulder = look.amount("shoulder", 4, 14)
    s.part(
        mirrored(
            [
                (50 - 8, top - 1),
                (50 - wide + shoulder, top + 2),
                (50 - wide, top + shoulder + 8),
                (50 - wide - 1, 80),
                (50 - wide + 4, 89),
            ]
        ),
        "cloth",
        "soft",
        strength=1.2,
    )
    for side in (-1, 1):
        s.part(box(50 + side * wide - 3, 62, 50 + side * wide + 3, 82, 2), darker(look.base, 0.25), "soft")
    high = _front_pocket(s, wide)
    _zip(s, wide, top)
    emblem(s, 50, 47, 6)
    if look.chance("buckles", 0.45):
        for x in (42, 58):
            s.part(box(x - 1.4, 40, x + 1.4, high + 8, 1), trim, "soft")
            s.part(box(x - 2, high - 2, x + 2, high + 3, 0.8), GOLD, "metal")


def _straps(s: Studio, wide: float, top: float) -> None:
    for side in (-1, 1):
        s.stroke(
            smooth(
                [(50 + side * (wide - 4), top + 8), (50 + side * (wide + 5), 50), (50 + side * (wide - 1), 80)],
                closed=False,
            ),
            4,
            darker(_trim(s), 0.2),
        )


def _zip(s: Studio, wide: float, top: float) -> None:
    """The seam over the main compartment."""
    s.stroke(
        smooth(
            [
                (50 - wide + 4, 44),
                (50 - wide + 8, top + 10),
                (50, top + 5),
                (50 + wide - 8, top + 10),
                (50 + wide - 4, 44),
            ],
            closed=False,
        ),
        0.9,
        darker(s.look.base, 0.45),
    )


def suitcase(s: Studio) -> None:
    look = s.look
    wide, top = look.amount("w", 19, 25), look.amount("top", 28, 34)
    s.shadow(50, 91, wide + 3)
    for x in (43.0, 57.0):
        s.part(box(x - 1, 10, x + 1, top + 2), STEEL, "metal")
    s.part(box(41, 8, 59, 12, 2), (58, 58, 64), "soft")
    for x in (50 - wide + 4, 50 + wide - 4):
        s.part(oval(x, 89, 2.8), (44, 44, 48), "ball")
    s.part(box(50 - wide, top, 50 + wide, 87, look.amount("round", 4, 9)), "cloth", "round", strength=0.75)
    ribs = look.pick("ribs", (3, 5, 7))
    for number in range(ribs):
        x = 50 - wide + (number + 1) * 2 * wide / (ribs + 1)
        if look.chance("flat_ribs", 0.5):
            s.part(box(x - 0.5, top + 4, x + 0.5, 83, 0.4), darker(look.base, 0.22), "none", opacity=0.7)
        else:
            y = top + (number + 1) * (87 - top) / (ribs + 1)
            s.part(
                box(50 - wide + 3, y - 0.6, 50 + wide - 3, y + 0.6, 0.5), darker(look.base, 0.22), "none", opacity=0.7
            )
    corner = look.pick("corner", (darker(look.base, 0.4), (120, 78, 50), look.accent))
    if look.chance("corners", 0.5):
        for x in (50 - wide, 50 + wide - 7):
            for y in (top, 80):
                s.part(box(x, y, x + 7, y + 7, 3), corner, "soft")
    s.part(box(44, top - 2, 56, top + 1, 1), (60, 60, 66), "soft")
    emblem(s, 50, 58, 6)


def pouch(s: Studio) -> None:
    look = s.look
    wide, top = look.amount("w", 27, 35), look.amount("top", 40, 47)
    low = look.amount("low", 74, 82)
    s.shadow(50, low + 1, wide + 2, 3.4)
    s.part(
        smooth(
            [
                (50 - wide + 3, top),
                (50, top - 2.5),
                (50 + wide - 3, top),
                (50 + wide + 1, (top + low) / 2),
                (50 + wide - 4, low - 1),
                (50, low + 1.5),
                (50 - wide + 4, low - 1),
                (50 - wide - 1, (top + low) / 2),
            ]
        ),
        "cloth",
        "cushion",
        strength=1.1,
    )
    s.stroke(
        smooth([(50 - wide + 4, top + 4), (50, top + 1), (50 + wide - 4, top + 4)], closed=False),
        1.6,
        GOLD if look.chance("gold", 0.5) else STEEL,
        "metal",
    )
    s.part(box(50 + wide - 13, top + 2, 50 + wide - 10, top + 10, 1), mix(look.accent, (90, 70, 50), 0.3), "soft")
    if look.chance("tassel", 0.3):
        s.part(
            [
                (50 + wide - 13, top + 9),
                (50 + wide - 10, top + 9),
                (50 + wide - 8, top + 22),
                (50 + wide - 15, top + 22),
            ],
            look.accent,
            "fold",
        )
    emblem(s, 48, (top + low) / 2 + 2, 8)


def pencil_case(s: Studio) -> None:
    look = s.look
    high = look.amount("h", 9, 14)
    s.place = (s.place[0], s.place[1] - look.amount("lean", 4, 18), *s.place[2:])
    s.shadow(50, 50 + high + 3, 36, 3.4)
    s.part(box(12, 50 - high, 88, 50 + high, look.amount("round", 5, 14)), "cloth", "lying")
    s.stroke([(17, 50 - high * 0.45), (82, 50 - high * 0.45)], 1.4, STEEL, "metal")
    s.part(box(78, 50 - high * 0.7, 83, 50 - high * 0.2, 0.8), GOLD, "metal")
    for x in (16, 84):
        s.part(box(x - 2.2, 50 - high, x + 2.2, 50 + high, 2), darker(look.base, 0.25), "lying")
    emblem(s, 50, 50 + high * 0.3, 5.5)


def paper_bag(s: Studio) -> None:
    look = s.look
    wide, top = look.amount("w", 19, 28), look.amount("top", 34, 44)
    s.shadow(52, 88, wide + 6)
    depth = look.amount("depth", 6, 11)
    cord = look.pick("cord", ((240, 236, 226), (60, 52, 48), look.accent))
    s.stroke(
        smooth([(44, top + 2), (45, top - 13), (55, top - 13), (56, top + 2)], closed=False), 1.1, darker(cord, 0.15)
    )
    right = 50 + wide - depth / 2
    s.part([(right, top), (right + depth, top - 2), (right + depth, 84), (right, 88)], darker(look.base, 0.28), "flat")
    s.part(box(50 - wide - depth / 2, top, right, 88), "cloth", "soft")
    s.part(
        [(50 - wide - depth / 2, top), (right, top), (right + depth, top - 2), (50 - wide + depth / 2, top - 2)],
        darker(look.base, 0.42),
        "flat",
    )
    middle = 50 - depth / 2
    s.stroke(
        smooth(
            [(middle - 6, top + 3), (middle - 5, top - 11), (middle + 5, top - 11), (middle + 6, top + 3)], closed=False
        ),
        1.2,
        cord,
    )
    emblem(s, middle, 63, 8)


def gift_box(s: Studio) -> None:
    look = s.look
    wide, top, low = look.amount("w", 23, 32), look.amount("top", 44, 54), 84.0
    ribbon = look.accent
    s.shadow(50, 85, wide + 5, 3.4)
    s.part(box(50 - wide + 1.5, top + 4, 50 + wide - 1.5, low, 0.6), "cloth", "soft")
    lid = top - look.amount("lid", 6, 11)
    s.part(
        box(50 - wide, lid, 50 + wide, top + 6, 0.8),
        darker(look.base, 0.12) if look.chance("dark_lid", 0.5) else "cloth",
        "soft",
    )
    s.part(box(50 - wide + 1.5, top + 6, 50 + wide - 1.5, top + 7.5), darker(look.base, 0.4), "none", opacity=0.5)
    if look.chance("ribbon", 0.75):
        at = look.pick("ribbon_at", (50.0, 50.0, 50 - wide * 0.45))
        s.part(box(at - 2.6, lid, at + 2.6, low), ribbon, "round", strength=0.5)
        for side in (-1, 1):
            s.part(
                smooth([(at, lid), (at + side * 7, lid - 11), (at + side * 15, lid - 8), (at + side * 11, lid - 0.5)]),
                ribbon,
                "soft",
            )
            s.part(
                smooth(
                    [
                        (at + side * 2, lid - 2),
                        (at + side * 7, lid - 7),
                        (at + side * 11, lid - 5),
                        (at + side * 8, lid - 1.5),
                    ]
                ),
                darker(ribbon, 0.35),
                "soft",
            )
            s.part(
                [(at, lid), (at + side * 4, lid + 1), (at + side * 10, lid + 13), (at + side * 4, lid + 12)],
                ribbon,
                "fold",
            )
        s.part(oval(at, lid - 1, 2.8, 2.4), lighter(ribbon, 0.15), "ball")
    else:
        emblem(s, 50, 68, 8)


FORMS = {
    "tote": tote, "crossbody": crossbody, "wallet": wallet, "backpack": backpack, "suitcase": suitcase, "pouch": pouch,
    "pencil_case": pencil_case, "paper_bag": paper_bag, "gift_box": gift_box,
}  # fmt: skip
