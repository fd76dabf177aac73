"""Cushions, towels, lamps, chairs, toys."""

from __future__ import annotations

from sourcing_app.sandbox.shop.pictures.emblems import emblem
from sourcing_app.sandbox.shop.pictures.geometry import box, mirrored, moved, oval, smooth, turned
from sourcing_app.sandbox.shop.pictures.palette import ACCENTS, COLOURS, DARK, STEEL, WOOD, Rgb, darker, lighter, mix
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


def chair(s: Studio) -> None:
    look = s.look
    wide, seat = look.amount("w", 18, 24), look.amount("seat", 54, 60)
    leg = look.pick("leg", (WOOD, DARK, STEEL, (120, 82, 54), (240, 238, 232)))
    s.shadow(50, 90, wide + 8, 3)
    for side in (-1, 1):
        s.stroke([(50 + side * (wide - 4), seat + 2), (50 + side * (wide + 1), 82)], 2.2, darker(leg, 0.3), "soft")
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


def _animal(s: Studio, ears: str) -> None:
    look = s.look
    light = look.pick("light", (lighter(look.base, 0.55), (246, 236, 218), look.accent))
    head, body = look.amount("head", 18, 22), look.amount("body", 17, 22)
    s.shadow(50, 90, body + 13, 3.2)
    for side in (-1, 1):
        if ears == "bear":
            s.part(oval(50 + side * head * 0.76, 38 - head * 0.74, head * 0.36), look.base, "ball")
            s.part(oval(50 + side * head * 0.76, 38 - head * 0.7, head * 0.21), light, "ball")
        elif ears == "rabbit":
            lean = look.amount("lean", -14, 32)
            ear = oval(50 + side * head * 0.45, 38 - head * 1.35, head * 0.24, head * 0.85)
            s.part(turned(ear, side * lean, 50 + side * head * 0.45, 38 - head * 0.7), look.base, "ball")
            inner = oval(50 + side * head * 0.45, 38 - head * 1.3, head * 0.13, head * 0.62)
            s.part(turned(inner, side * lean, 50 + side * head * 0.45, 38 - head * 0.7), (244, 186, 192), "soft")
        else:
            x = 50 + side * head * 0.66
            s.part(
                [
                    (x - side * head * 0.4, 38 - head * 0.7),
                    (x + side * head * 0.3, 38 - head * 1.25),
                    (x + side * head * 0.38, 38 - head * 0.2),
                ],
                look.base,
                "soft",
            )
            s.part(
                [
                    (x - side * head * 0.16, 38 - head * 0.7),
                    (x + side * head * 0.2, 38 - head * 1.05),
                    (x + side * head * 0.24, 38 - head * 0.4),
                ],
                (244, 186, 192),
                "soft",
            )
    if ears == "cat":
        s.stroke(smooth([(64, 82), (80, 80), (84, 66), (77, 60)], closed=False), 5, look.base, "soft")
    for side in (-1, 1):
        s.part(
            turned(oval(50 + side * (body + 2), 66, 6.4, 12), side * -38, 50 + side * body, 64),
            darker(look.base, 0.06),
            "ball",
        )
    s.part(oval(50, 70, body, 20), "cloth", "ball", strength=0.85)
    s.part(oval(50, 73, body * 0.6, 13), light, "ball", strength=0.7)
    for side in (-1, 1):
        s.part(oval(50 + side * (body * 0.8), 85, 9.6, 7), look.base, "ball")
        s.part(oval(50 + side * (body * 0.84), 85.4, 5, 4), light, "ball")
    s.part(oval(50, 38, head * 1.08, head * 0.96), look.base, "ball", strength=0.8)
    s.part(oval(50, 43.5, head * 0.46, head * 0.34), light, "ball", strength=0.7)
    eye = look.amount("eye", 1.5, 2.4)
    for side in (-1, 1):
        s.part(oval(50 + side * head * 0.4, 35.5, eye), (34, 28, 28), "none")
        s.part(oval(50 + side * head * 0.4 - 0.5, 35, eye * 0.35), (255, 255, 255), "none")
        s.part(oval(50 + side * head * 0.62, 41.5, 2.6, 1.7), (242, 160, 164), "none", opacity=0.55)
    nose = (60, 42, 40) if ears == "bear" else (226, 120, 136)
    s.part(oval(50, 41, 2.3, 1.7), nose, "ball")
    s.stroke(smooth([(46.5, 44.5), (48.4, 46), (50, 44.4), (51.6, 46), (53.5, 44.5)], closed=False), 0.7, (80, 56, 52))
    wear = look.pick("wear", ("bow", "scarf", "none", "heart", "bow"))
    if wear == "bow":
        for side in (-1, 1):
            s.part(smooth([(50, 56), (50 + side * 9, 51.5), (50 + side * 9, 60.5)]), look.accent, "soft")
        s.part(oval(50, 56, 2.2), darker(look.accent, 0.2), "ball")
    elif wear == "scarf":
        s.part(box(34, 53, 66, 59, 3), look.accent, "lying")
        s.part(box(54, 57, 61, 72, 1.5), look.accent, "soft")
    elif wear == "heart":
        emblem(s, 50, 72, 5.5)


def bear(s: Studio) -> None:
    _animal(s, "bear")


def rabbit(s: Studio) -> None:
    _animal(s, "rabbit")


def cat(s: Studio) -> None:
    _animal(s, "cat")


def blocks(s: Studio) -> None:
    look = s.look
    paints = [look.base, *(look.pick(f"block{number}", [COLOURS[name] for name in ACCENTS]) for number in range(7))]
    s.shadow(50, 84, 36, 3)
    size, place = look.amount("size", 15, 18), 0
    for row, count in enumerate(look.pick("stack", ((4, 3, 2), (3, 3, 1), (4, 2, 1), (3, 2, 2)))):
        for column in range(count):
            x, y = 50 + (column - (count - 1) / 2) * (size + 1.5), 83 - row * size
            paint = paints[(place * 3 + row) % len(paints)]
            kind = look.pick(f"kind{place}", ("cube", "cube", "arch", "roof", "disc")) if row else "cube"
            half = size / 2
            if kind == "roof":
                s.part([(x - half, y), (x, y - size * 0.9), (x + half, y)], paint, "soft")
            elif kind == "disc":
                s.part(oval(x, y - half, half), paint, "ball", strength=0.7)
            else:
                holes = [oval(x, y, half * 0.5, half * 0.75)] if kind == "arch" else []
                s.part(box(x - half, y - size, x + half, y, 1.2), paint, "soft", holes)
                if kind == "cube":
                    s.part(
                        box(x - half * 0.62, y - size * 0.82, x + half * 0.62, y - size * 0.18, 1),
                        lighter(paint, 0.35),
                        "soft",
                    )
            place += 1


def cube(s: Studio) -> None:
    look = s.look
    shell = look.pick("shell", ((36, 36, 40), (244, 243, 240), look.base))
    stickers = [(206, 46, 48), (46, 98, 190), (250, 206, 60), (60, 150, 84), (244, 244, 240), (240, 130, 44)]
    size = look.amount("size", 27, 32)
    count = look.pick("count", (2, 3, 3, 4))
    s.shadow(50, 86, size, 3)
    top = 50 - size * 0.98
    axes = (
        ((50, top), (0.866, 0.5), (-0.866, 0.5)),
        ((50 - size * 0.866, top + size * 0.5), (0.866, 0.5), (0, 1.1)),
        ((50, top + size), (0.866, -0.5), (0, 1.1)),
    )
    for face, (start, across, down) in enumerate(axes):
        corners = [
            (start[0] + size * (across[0] * u + down[0] * v), start[1] + size * (across[1] * u + down[1] * v))
            for u, v in ((0, 0), (1, 0), (1, 1), (0, 1))
        ]
        s.part(corners, darker(shell, 0.1 * face), "flat")
        for row in range(count):
            for column in range(count):
                low, high = 0.09 / count, 1 / count
                cell = [
                    (column * high + low, row * high + low),
                    ((column + 1) * high - low, row * high + low),
                    ((column + 1) * high - low, (row + 1) * high - low),
                    (column * high + low, (row + 1) * high - low),
                ]
                colour = (
                    look.pick(f"sticker{face}{row}{column}", stickers)
                    if look.chance("mixed", 0.6)
                    else stickers[(face + look.pick("turn", (0, 1, 2, 3))) % 6]
                )
                points = [
                    (start[0] + size * (across[0] * u + down[0] * v), start[1] + size * (across[1] * u + down[1] * v))
                    for u, v in cell
                ]
                s.part(points, darker(colour, 0.12 * face), "soft", strength=0.6)


def toy_car(s: Studio) -> None:
    look = s.look
    roof, length = look.amount("roof", 14, 22), look.amount("length", 34, 40)
    s.shadow(50, 79, length + 2, 2.8)
    kind = look.pick("kind", ("sedan", "bus", "truck", "beetle"))
    cabin = {
        "sedan": smooth([(30, 56), (38, 56 - roof), (60, 56 - roof), (72, 56)], closed=False),
        "bus": box(50 - length + 2, 54 - roof - 4, 50 + length - 2, 60, 5),
        "truck": box(54, 56 - roof, 50 + length - 4, 60, 4),
        "beetle": oval(50, 58, length - 8, roof + 7, 180, 360),
    }[kind]
    s.part(cabin, look.accent if look.chance("two_tone", 0.35) else look.base, "soft")
    windows = {
        "sedan": ((38, 49), (52, 65)),
        "bus": ((22, 33), (36, 47), (50, 61), (64, 75)),
        "truck": ((60, 76),),
        "beetle": ((36, 48), (52, 64)),
    }[kind]
    for left, right in windows:
        s.part(box(left, 58 - roof, right, 55, 2.4), (196, 222, 236), "soft")
    s.part(box(50 - length, 55, 50 + length, 74, 7), "cloth", "lying", strength=1.1)
    for x in (50 - length * 0.58, 50 + length * 0.58):
        s.part(oval(x, 74, 8.6), (44, 44, 48), "ball")
        s.part(oval(x, 74, 4.4), look.pick("hub", ((226, 228, 232), look.accent, (244, 200, 70))), "ball")
    s.part(oval(50 + length - 2, 62, 2.2, 2.8), (255, 236, 150), "ball")
    s.part(box(50 - length - 0.5, 60, 50 - length + 2.5, 66, 1), (214, 60, 50), "soft")
    if kind == "truck":
        s.part(box(50 - length, 38, 52, 58, 2), look.accent, "soft")
    emblem(s, 50, 64, 4.6)


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


FORMS = {
    "cushion": cushion, "towel": towel, "rug": rug, "lamp": lamp, "chair": chair, "bear": bear, "rabbit": rabbit, "cat": cat,
    "blocks": blocks, "cube": cube, "toy_car": toy_car, "pet_bed": pet_bed,
}  # fmt: skip
