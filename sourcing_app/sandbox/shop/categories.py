"""The category tree: ten departments, twenty groups, sixty leaves.

Source: ``resources/sandbox/words.txt`` (names) and ``leaves.txt`` (what is sold in each leaf).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sourcing_app.sandbox.shop.records import ShopCategory
from sourcing_app.sandbox.shop.words import FOLDER, Phrase, word, words

TOPS: dict[str, tuple[int, tuple[str, str]]] = {
    "bags": (1042840, ("womens_bags", "travel_bags")),
    "kitchen": (1038370, ("drinkware", "cookware")),
    "apparel": (10166, ("tops", "bottoms")),
    "shoes": (1038378, ("casual_shoes", "home_shoes")),
    "accessories": (54, ("jewelry", "wearables")),
    "home": (1044000, ("textiles", "furniture")),
    "toys": (1044100, ("plush", "puzzles")),
    "digital": (1045300, ("phone_parts", "audio")),
    "office": (1046100, ("writing", "packaging")),
    "outdoor": (1047000, ("sports", "pets")),
}


@dataclass(frozen=True)
class Leaf:
    """What is sold in a leaf category: its words, its prices, its picture form, its SKU axes.

    price_fen: lowest and highest. ``axes``: what SKUs differ in, the picture-carrying one first.
    """

    category: ShopCategory
    path: tuple[int, ...]
    noun: Phrase
    form: str
    materials: tuple[str, ...]
    features: tuple[str, ...]
    uses: tuple[str, ...]
    styles: tuple[str, ...]
    price_fen: tuple[int, int]
    weight_g: int
    unit: Phrase
    axes: tuple[str, ...]
    aliases: tuple[str, ...]


@cache
def groups() -> tuple[ShopCategory, ...]:
    """The first two levels."""
    found = []
    for number, (key, (top_id, children)) in enumerate(TOPS.items()):
        found.append(ShopCategory(top_id, 0, 1, word("category", key), key))
        for place, child in enumerate(children):
            child_id = 125380000 + number * 10 + place + 1
            found.append(ShopCategory(child_id, top_id, 2, word("category", child), child))
    return tuple(found)


@cache
def leaves() -> tuple[Leaf, ...]:
    parents = {group.key: group for group in groups()}
    lines = (FOLDER / "leaves.txt").read_text("utf-8").splitlines()
    rows = [line.split("|") for line in lines if line and line[0] not in "#["]
    return tuple(_leaf(row, parents[row[1]]) for row in rows)


def _leaf(row: list[str], parent: ShopCategory) -> Leaf:
    key, _, category_id, form, materials, features, uses, styles, prices, weight, unit, axes, aliases = row
    noun = words()["noun"][key]
    name = {language: text[0].upper() + text[1:] for language, text in noun.items()}
    category = ShopCategory(int(category_id), parent.category_id, 3, name, key)
    low, _, high = prices.partition("-")
    return Leaf(
        category=category,
        path=(parent.parent_id, parent.category_id, category.category_id),
        noun=noun,
        form=form,
        materials=tuple(materials.split(",")),
        features=tuple(features.split(",")),
        uses=tuple(uses.split(",")),
        styles=tuple(styles.split(",")),
        price_fen=(round(float(low) * 100), round(float(high) * 100)),
        weight_g=int(weight),
        unit=word("unit", unit),
        axes=tuple(axes.split(",")),
        aliases=tuple(aliases.split(",")),
    )
