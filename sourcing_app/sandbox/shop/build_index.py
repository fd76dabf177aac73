"""Computes the picture index of the built-in shop: ``python -m sourcing_app.sandbox.shop.build_index``."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageChops

from sourcing_app.sandbox.shop.pictures.scenes import draw_main
from sourcing_app.sandbox.shop.prints import Index, Print, print_of
from sourcing_app.sandbox.shop.recipe import Recipe
from sourcing_app.sandbox.shop.shop import INDEX, Shop

SIZE = 400


def recipe_print(offer_id: int, recipe: Recipe) -> Print:
    """The thing is where the picture stays the same when its paper loses its green."""
    image = draw_main(recipe, SIZE)
    other = draw_main(recipe, SIZE, greenless=True)
    apart = ImageChops.difference(image, other).getchannel("G")
    mask: Image.Image = apart.point(lambda value: min(255, max(0, round((110 - value) * 3.6))))
    return print_of(offer_id, image, mask)


def build(path: Path = INDEX) -> int:
    shop = Shop.generated()
    prints = [recipe_print(offer.offer_id, shop.recipes[offer.index]) for offer in shop.listed]
    Index.of(prints).write(path)
    return len(prints)


if __name__ == "__main__":
    print(f"{build()} pictures in {INDEX.name}")
