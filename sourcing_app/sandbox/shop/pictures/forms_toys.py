"""Soft animals, building blocks, cubes, cars."""

from __future__ import annotations

from sourcing_app.sandbox.shop.pictures.emblems import emblem
from sourcing_app.sandbox.shop.pictures.geometry import box, oval, smooth, turned
from sourcing_app.sandbox.shop.pictures.palette import ACCENTS, COLOURS, Rgb, darker, lighter
from sourcing_app.sandbox.shop.pictures.studio import Studio


def _ears(s: Studio, ears: str, head: float, light: Rgb) -> None:
    look = s.look
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


def _face(s: Studio, ears: str, head: float) -> None:
    eye = s.look.amount("eye", 1.5, 2.4)
    for side in (-1, 1):
        s.part(oval(50 + side * head * 0.4, 35.5, eye), (34, 28, 28), "none")
        s.part(oval(50 + side * head * 0.4 - 0.5, 35, eye * 0.35), (255, 255, 255), "none")
        s.part(oval(50 + side * head * 0.62, 41.5, 2.6, 1.7), (242, 160, 164), "none", opacity=0.55)
    nose = (60, 42, 40) if ears == "bear" else (226, 120, 136)
    s.part(oval(50, 41, 2.3, 1.7), nose, "ball")
    s.stroke(smooth([(46.5, 44.5), (48.4, 46), (50, 44.4), (51.6, 46), (53.5, 44.5)], closed=False), 0.7, (80, 56, 52))


def _animal(s: Studio, ears: str) -> None:
    look = s.look
    light = look.pick("light", (lighter(look.base, 0.55), (246, 236, 218), look.accent))
    head, body = look.amount("head", 18, 22), look.amount("body", 17, 22)
    s.shadow(50, 90, body + 13, 3.2)
    _ears(s, ears, head, light)
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
    _face(s, ears, head)
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


FORMS = {"bear": bear, "rabbit": rabbit, "cat": cat, "blocks": blocks, "cube": cube, "toy_car": toy_car}
