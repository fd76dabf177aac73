"""Screenshots and photographs with catalogue pictures in them, and where these are: the truth boxes are measured against."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageDraw, ImageFilter

from sourcing_app.domain.picture import Region
from sourcing_app.sandbox.shop.recipe import Recipe
from tests.sandbox.shop.photos import SETTINGS, picture_and_mask, recompressed

Scene = tuple[Image.Image, list[Region]]
"""What is searched with, and boxes that are each right."""
_GROUNDS = ((255, 255, 255), (245, 245, 245), (244, 246, 248), (24, 26, 30), (250, 247, 240))


def shared(one: Region, other: Region) -> float:
    """Intersection over union."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    both = max(0, wide) * max(0, high)
    return both / (_area(one) + _area(other) - both) if both else 0.0


def _area(box: Region) -> int:
    return (box.right - box.left) * (box.bottom - box.top)


def _thing_in(mask: Image.Image, left: float, top: float, scale: float) -> Region:
    found = mask.point(lambda value: 255 if value > 60 else 0).getbbox() or (0, 0, *mask.size)
    x, y, right, bottom = (value * scale for value in found)
    return Region(round(left + x), round(top + y), round(left + right), round(top + bottom))


def _text(draw: ImageDraw.ImageDraw, dice: Random, left: int, top: int, width: int, lines: int, ink: int) -> None:
    """Strokes as words make them."""
    for line in range(lines):
        x, y = left, top + line * 22
        end = left + (width if line + 1 < lines else dice.randrange(width // 3, width))
        while x < end:
            long = dice.randrange(4, 12)
            draw.rectangle((x, y + dice.randrange(3), x + long, y + 12), outline=(ink, ink, ink))
            x += long + dice.choice((3, 3, 8))


def card_screenshot(recipe: Recipe, dice: Random) -> Scene:
    """One card, nearly filling the screenshot: picture above, words and price below."""
    ground = dice.choice(_GROUNDS)
    page = Image.new("RGB", (420, 600), ground)
    draw = ImageDraw.Draw(page)
    picture, mask = picture_and_mask(recipe)
    side, left, top = 372, 24, dice.randrange(20, 40)
    page.paste(picture.resize((side, side)), (left, top))
    ink = 40 if sum(ground) > 380 else 220
    _text(draw, dice, left, top + side + 16, side, 3, ink)
    draw.rectangle((left, top + side + 96, left + 70, top + side + 116), fill=(200, 60, 30))
    return recompressed(page, 85), [Region(left, top, left + side, top + side), _thing_in(mask, left, top, side / 640)]


def page_screenshot(recipe: Recipe, dice: Random) -> Scene:
    """A shop's page with one card among words, bars and buttons."""
    ground = dice.choice(_GROUNDS)
    page = Image.new("RGB", (1000, 680), ground)
    draw = ImageDraw.Draw(page)
    ink = 60 if sum(ground) > 380 else 210
    draw.rectangle((0, 0, 1000, 56), fill=tuple(dice.randrange(256) for _ in range(3)))
    _text(draw, dice, 20, 80, 180, 22, ink)
    _text(draw, dice, 620, 110, 330, dice.randrange(6, 14), ink)
    draw.rectangle((620, 470, 780, 510), fill=(220, 90, 20))
    side, left, top = dice.randrange(260, 360), dice.randrange(220, 250), dice.randrange(90, 180)
    card = (left - 14, top - 14, left + side + 14, top + side + 90)
    if dice.random() < 0.6:
        draw.rounded_rectangle(card, 10, fill=(255, 255, 255), outline=(214, 214, 214))
        ink = 60
    picture, mask = picture_and_mask(recipe)
    page.paste(picture.resize((side, side)), (left, top))
    _text(draw, dice, left, top + side + 16, side - 10, 2, ink)
    return recompressed(page, 85), [
        Region(left, top, left + side, top + side),
        _thing_in(mask, left, top, side / 640),
        Region(*card),
    ]


def two_things(first: Recipe, second: Recipe, dice: Random) -> Scene:
    """Side by side on one quiet ground, each right by itself."""
    setting = dice.choice(("white", "pale", "middling", "a gradient"))
    scene = SETTINGS[setting](dice, (1000, 640))
    right = []
    for recipe, left in ((first, 20), (second, 520)):
        picture, mask = picture_and_mask(recipe)
        side, top = 460, dice.randrange(60, 130)
        scene.paste(picture.resize((side, side)), (left, top), mask.resize((side, side)))
        right.append(_thing_in(mask, left, top, side / 640))
    return recompressed(scene, 85), right


def picture_in_picture(recipe: Recipe, dice: Random) -> Scene:
    """A framed picture laid over another photograph."""
    scene = SETTINGS[dice.choice(("a room", "boards", "a table"))](dice, (900, 700))
    picture, mask = picture_and_mask(recipe)
    side, left, top = dice.randrange(280, 420), dice.randrange(60, 400), dice.randrange(40, 240)
    scene.paste((255, 255, 255), (left - 8, top - 8, left + side + 8, top + side + 8))
    scene.paste(picture.resize((side, side)), (left, top))
    return recompressed(scene, 85), [Region(left, top, left + side, top + side), _thing_in(mask, left, top, side / 640)]


def on_photograph(recipe: Recipe, dice: Random) -> Scene:
    """At a third to a half of the width, with a shadow, on a ground of any kind."""
    scene = SETTINGS[dice.choice(tuple(SETTINGS))](dice, (900, 700))
    picture, mask = picture_and_mask(recipe)
    side = dice.randrange(330, 480)
    left, top = dice.randrange(20, 880 - side), dice.randrange(20, 680 - side)
    small = mask.resize((side, side))
    shade = small.filter(ImageFilter.GaussianBlur(12)).point(lambda value: round(value * 0.35))
    scene.paste((30, 28, 32), (left + 8, top + 10), shade)
    scene.paste(picture.resize((side, side)), (left, top), small)
    return recompressed(scene, 80), [_thing_in(mask, left, top, side / 640)]
