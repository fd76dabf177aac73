"""Which picture an offer's views show: on white, on colour, from near, in pairs, in all its colours."""

from __future__ import annotations

from PIL import Image, ImageDraw, ImageFont

from sourcing_app.sandbox.shop.naming import View
from sourcing_app.sandbox.shop.pictures import (
    forms_bags,
    forms_digital,
    forms_home,
    forms_jewelry,
    forms_kitchen,
    forms_shoes,
    forms_toys,
    forms_wear,
)
from sourcing_app.sandbox.shop.pictures.geometry import box
from sourcing_app.sandbox.shop.pictures.palette import Look, Rgb, lighter, make_look, mix
from sourcing_app.sandbox.shop.pictures.studio import Studio
from sourcing_app.sandbox.shop.recipe import Recipe

FORMS = {
    **forms_bags.FORMS, **forms_kitchen.FORMS, **forms_wear.FORMS, **forms_shoes.FORMS, **forms_jewelry.FORMS, **forms_home.FORMS,
    **forms_toys.FORMS, **forms_digital.FORMS,
}  # fmt: skip
PAPERS: tuple[Rgb, ...] = (
    (255, 255, 255), (255, 255, 255), (250, 250, 249), (246, 245, 243), (244, 246, 248), (249, 245, 240), (243, 244, 240),
)  # fmt: skip
PASTELS: tuple[Rgb, ...] = (
    (246, 226, 220), (222, 234, 240), (230, 238, 222), (244, 236, 214), (234, 226, 242), (224, 238, 234), (240, 232, 226),
)  # fmt: skip
WHITE: Rgb = (255, 255, 255)


def draw_view(recipe: Recipe, view: View, size: int) -> Image.Image:
    """One picture of an offer, ``size`` by ``size`` pixels, RGB."""
    number = 0 if view.kind == "x" else view.number
    if view.kind == "w":
        return _single(recipe, 0, size, WHITE, place=(1.0, 0.0, 0.0, 0.0))
    if view.kind == "c":
        return _single(recipe, number % len(recipe.colours), size, _paper(recipe), place=_stand(recipe))
    if view.kind == "d":
        return _detail(recipe, number, size)
    return (_main, _on_colour, _pair, _close_up, _table, _all_colours)[number % 6](recipe, size)


def look_of(recipe: Recipe, colour: int = 0) -> Look:
    return make_look(recipe.colours[colour % len(recipe.colours)], recipe.pattern, recipe.material, recipe.twist)


def _paper(recipe: Recipe) -> Rgb:
    return look_of(recipe).pick("paper", PAPERS)


def _stand(recipe: Recipe) -> tuple[float, float, float, float]:
    look = look_of(recipe)
    return look.amount("scale", 0.88, 1.04), 0.0, look.amount("left", -3, 3), look.amount("up", -2, 2)


def _single(
    recipe: Recipe,
    colour: int,
    size: int,
    paper: Rgb,
    floor: Rgb | None = None,
    place: tuple[float, float, float, float] | None = None,
) -> Image.Image:
    studio = Studio(size, look_of(recipe, colour), paper, floor)
    studio.place = place or _stand(recipe)
    FORMS[recipe.leaf.form](studio)
    return studio.image


def draw_main(recipe: Recipe, size: int, *, greenless: bool = False) -> Image.Image:
    """Main view. ``greenless``: on the same paper without its green, to tell the thing from its background."""
    paper = _paper(recipe)
    return _single(recipe, 0, size, (paper[0], 0, paper[2]) if greenless else paper)


def _main(recipe: Recipe, size: int) -> Image.Image:
    return draw_main(recipe, size)


def _on_colour(recipe: Recipe, size: int) -> Image.Image:
    paper = look_of(recipe).pick("pastel", PASTELS)
    return _single(recipe, 0, size, paper, mix(paper, WHITE, 0.45), (0.84, 6.0 if recipe.twist % 2 else -6.0, 2.0, 2.0))


def _pair(recipe: Recipe, size: int) -> Image.Image:
    studio = Studio(size, look_of(recipe, 1), _paper(recipe))
    for colour, place in ((1, (0.6, 0.0, 19.0, -8.0)), (0, (0.68, 0.0, -17.0, 7.0))):
        studio.wear(look_of(recipe, colour))
        studio.place = place
        FORMS[recipe.leaf.form](studio)
    return studio.image


def _close_up(recipe: Recipe, size: int) -> Image.Image:
    near = look_of(recipe).amount("near", 1.7, 2.2)
    return _single(recipe, 0, size, (248, 248, 248), place=(near, 0.0, near * 6 - 8, near * 4 - 10))


def _table(recipe: Recipe, size: int) -> Image.Image:
    wood = look_of(recipe).pick("table", ((214, 180, 140), (190, 196, 200), (230, 220, 206), (168, 132, 100)))
    return _single(recipe, 0, size, (244, 240, 234), wood, (0.86, 0.0, -6.0, 3.0))


def _all_colours(recipe: Recipe, size: int) -> Image.Image:
    count = min(4, max(2, len(recipe.colours)))
    spots = ((-23.0, -23.0), (23.0, -23.0), (-23.0, 23.0), (23.0, 23.0)) if count > 2 else ((-23.0, 0.0), (23.0, 0.0))
    studio = Studio(size, look_of(recipe), WHITE)
    for colour in range(count):
        studio.wear(look_of(recipe, colour))
        studio.place = (0.46, 0.0, *spots[colour])
        FORMS[recipe.leaf.form](studio)
    return studio.image


def _detail(recipe: Recipe, number: int, size: int) -> Image.Image:
    """Pictures of the seller's description: a title card, a close-up, a size drawing, swatches."""
    kind = number % 4
    if kind == 1:
        return _close_up(recipe, size)
    look = look_of(recipe)
    paper = look.pick(f"card{number}", PASTELS)
    studio = Studio(size, look, paper)
    studio.place = (0.66, 0.0, 0.0, 8.0 if kind == 0 else 2.0)
    FORMS[recipe.leaf.form](studio)
    image, unit = studio.image, size / 100
    draw = ImageDraw.Draw(image)
    ink = (70, 64, 66)
    if kind == 0:
        _text(draw, recipe.title.code, 50 * unit, 10 * unit, 6.5 * unit, ink)
        _text(draw, recipe.title.material["en"].upper(), 50 * unit, 17 * unit, 3 * unit, (130, 120, 120))
    elif kind == 2:
        for line in (
            [(14, 92), (86, 92)],
            [(14, 90), (14, 94)],
            [(86, 90), (86, 94)],
            [(92, 16), (92, 86)],
            [(90, 16), (94, 16)],
            [(90, 86), (94, 86)],
        ):
            draw.line([(x * unit, y * unit) for x, y in line], fill=ink, width=max(1, round(unit * 0.35)))
        _text(draw, f"{8 + recipe.twist % 37} cm", 50 * unit, 95.5 * unit, 3.4 * unit, ink)
        _text(draw, f"{6 + recipe.twist % 41} cm", 88 * unit, 12 * unit, 3.4 * unit, ink)
    else:
        for place in range(len(recipe.colours)):
            x = 50 + (place - (len(recipe.colours) - 1) / 2) * 8
            studio.place = (1.0, 0.0, 0.0, 0.0)
            studio.part(box(x - 3, 89, x + 3, 95, 3), look_of(recipe, place).base, "soft")
        _text(draw, "COLOURS", 50 * unit, 8 * unit, 4 * unit, ink)
    draw.rectangle(
        (unit * 1.5, unit * 1.5, size - unit * 1.5, size - unit * 1.5),
        outline=lighter(ink, 0.6),
        width=max(1, round(unit * 0.2)),
    )
    return image


def _text(draw: ImageDraw.ImageDraw, text: str, x: float, y: float, height: float, colour: Rgb) -> None:
    draw.text((x, y), text, fill=colour, anchor="mm", font=ImageFont.load_default(max(8, height)))
