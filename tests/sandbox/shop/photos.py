"""What may happen to a catalogue picture before somebody searches with it."""

from __future__ import annotations

import io
from collections.abc import Callable
from random import Random

from PIL import Image, ImageChops

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
    "on blue": on(plain((70, 110, 170))),
    "on pale green": on(plain((190, 214, 180))),
    "before a sunset": on(sunset),
    "on wood": on(wood),
    "on noise": on(noise),
    "cut, small and recompressed": lambda image, mask: recompressed(
        cropped(0.1, 0, 0, 0)(image, mask).resize((270, 300)), 50
    ),
}
