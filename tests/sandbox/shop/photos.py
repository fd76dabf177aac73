"""What may happen to a catalogue picture before somebody searches with it."""

from __future__ import annotations

import io
from collections.abc import Callable
from random import Random

from PIL import Image, ImageChops, ImageFilter, ImageOps

from sourcing_app.sandbox.shop.pictures.scenes import draw_main
from sourcing_app.sandbox.shop.recipe import Recipe

SIZE = 640
Change = Callable[[Image.Image, Image.Image], Image.Image]
"""(picture, mask of its thing) -> what the searcher has."""


def picture_and_mask(recipe: Recipe) -> tuple[Image.Image, Image.Image]:
    image, other = draw_main(recipe, SIZE), draw_main(recipe, SIZE, greenless=True)
    apart = ImageChops.difference(image, other).getchannel("G")
    return image, apart.point(lambda value: min(255, max(0, round((110 - value) * 3.6))))


def recompressed(image: Image.Image, quality: int) -> Image.Image:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return Image.open(io.BytesIO(out.getvalue())).convert("RGB")


def cropped(left: float, top: float, right: float, bottom: float) -> Change:
    def change(image: Image.Image, _: Image.Image) -> Image.Image:
        wide, high = image.size
        return image.crop(
            (round(left * wide), round(top * high), round(wide - right * wide), round(high - bottom * high))
        )

    return change


def on(background: Callable[[tuple[int, int]], Image.Image]) -> Change:
    return lambda image, mask: Image.composite(image, background(image.size), mask)


def plain(colour: tuple[int, int, int]) -> Callable[[tuple[int, int]], Image.Image]:
    return lambda size: Image.new("RGB", size, colour)


def sunset(size: tuple[int, int]) -> Image.Image:
    ramp = Image.linear_gradient("L").resize(size)
    return Image.composite(Image.new("RGB", size, (236, 206, 170)), Image.new("RGB", size, (96, 128, 170)), ramp)


def wood(size: tuple[int, int]) -> Image.Image:
    dice = Random(5)
    grain = Image.frombytes("L", (6, 48), bytes(min(255, max(0, round(dice.gauss(150, 22)))) for _ in range(288)))
    grain = grain.resize(size, Image.Resampling.BICUBIC)
    return Image.merge("RGB", [grain.point(lambda v: min(255, v + 42)), grain, grain.point(lambda v: max(0, v - 50))])


def noise(size: tuple[int, int]) -> Image.Image:
    dice = Random(6)
    return Image.frombytes("RGB", (160, 160), dice.randbytes(76800)).resize(size, Image.Resampling.BILINEAR)


CHANGES: dict[str, Change] = {
    "as it is": lambda image, _: image,
    "JPEG of quality 40": lambda image, _: recompressed(image, 40),
    "200 pixels": lambda image, _: image.resize((200, 200)),
    "1200 pixels": lambda image, _: image.resize((1200, 1200)),
    "left tenth cut": cropped(0.1, 0, 0, 0),
    "right tenth cut": cropped(0, 0, 0.1, 0),
    "top tenth cut": cropped(0, 0.1, 0, 0),
    "bottom tenth cut": cropped(0, 0, 0, 0.1),
    "a twentieth cut all around": cropped(0.05, 0.05, 0.05, 0.05),
    "mirrored": lambda image, _: ImageOps.mirror(image),
    "on blue": on(plain((70, 110, 170))),
    "on pale green": on(plain((190, 214, 180))),
    "before a sunset": on(sunset),
    "on wood": on(wood),
    "on noise": on(noise),
    "cut, small and recompressed": lambda image, mask: recompressed(
        cropped(0.1, 0, 0, 0)(image, mask).resize((270, 300)), 50
    ),
}


# -- a thing photographed somewhere else -----------------------------------------------------------------------------

Setting = Callable[[Random, tuple[int, int]], Image.Image]


def _even(low: int, high: int) -> Setting:
    return lambda dice, size: Image.new("RGB", size, tuple(dice.randrange(low, high) for _ in range(3)))


def _ramp(dice: Random, size: tuple[int, int]) -> Image.Image:
    ramp = Image.linear_gradient("L").rotate(dice.choice((0, 45, 90, 180))).resize(size)
    return Image.composite(_even(30, 250)(dice, size), _even(30, 250)(dice, size), ramp)


def _boards(dice: Random, size: tuple[int, int]) -> Image.Image:
    grain = Image.frombytes("L", (48, 6), bytes(min(255, max(0, round(dice.gauss(150, 20)))) for _ in range(288)))
    grain, tone = grain.resize(size, Image.Resampling.BICUBIC), dice.randrange(-60, 50)
    curves = [[min(255, max(0, value + tone + more)) for value in range(256)] for more in (42, 0, -50)]
    return Image.merge("RGB", [grain.point(curve) for curve in curves])


def _table(dice: Random, size: tuple[int, int]) -> Image.Image:
    room, edge = _even(120, 245)(dice, size), round(size[1] * 0.62)
    room.paste(wood(size).crop((0, edge, *size)), (0, edge))
    return room.filter(ImageFilter.GaussianBlur(1.2))


def _blurred_room(dice: Random, size: tuple[int, int]) -> Image.Image:
    """Light and dark in all sizes, as behind a thing in a photo."""
    bands = []
    for _ in range(3):
        band = Image.new("L", size, dice.randrange(70, 190))
        for cells in (4, 8, 16, 32, 64, 128):
            spread = 31 * (8 / cells) ** 0.5
            values = bytes(min(255, max(0, round(dice.gauss(128, spread)))) for _ in range(cells * cells))
            spots = Image.frombytes("L", (cells, cells), values).resize(size, Image.Resampling.BICUBIC)
            band = ImageChops.add(band, spots, 1, -128)
        bands.append(band)
    return Image.merge("RGB", bands)


SETTINGS: dict[str, Setting] = {
    "white": _even(250, 255), "pale": _even(170, 245), "middling": _even(60, 190), "dark": _even(10, 60), "a gradient": _ramp,
    "boards": _boards, "a table": _table, "a room": _blurred_room,
}  # fmt: skip


def photographed(image: Image.Image, mask: Image.Image, setting: str, dice: Random) -> Image.Image:
    """The thing moved by up to 6 %, at 78 to 108 % of its size, with a shadow, before something else, as a JPEG."""
    edge, grown = image.width, 1 / dice.uniform(0.78, 1.08)
    aside, down = (edge / 2 - grown * edge * (0.5 + dice.uniform(-0.06, 0.06)) for _ in range(2))
    placing = (grown, 0, aside, 0, grown, down)
    thing, shape = (
        one.transform(image.size, Image.Transform.AFFINE, placing, Image.Resampling.BICUBIC, fillcolor=empty)
        for one, empty in ((image, (255, 255, 255)), (mask, 0))
    )
    shadow = shape.filter(ImageFilter.GaussianBlur(edge * 0.03)).point(lambda value: round(value * 0.35))
    shadow = ImageChops.offset(shadow, round(edge * 0.015), round(edge * 0.02))
    scene = Image.composite(Image.new("RGB", image.size, (30, 28, 32)), SETTINGS[setting](dice, image.size), shadow)
    return recompressed(Image.composite(thing, scene, shape), 80)
