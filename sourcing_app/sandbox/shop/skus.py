"""SKUs of a generated offer: one axis, two (colour x size) or three, up to sixty in all."""

from __future__ import annotations

import hashlib
from itertools import product
from random import Random

from sourcing_app.sandbox.shop.naming import View, picture_name
from sourcing_app.sandbox.shop.recipe import Recipe
from sourcing_app.sandbox.shop.records import ShopOffer, ShopSku, SkuValue
from sourcing_app.sandbox.shop.words import Phrase, same, word

MOST = 60
ATTRIBUTE_IDS = {
    "colour": 3216,
    "size": 450,
    "capacity": 1234,
    "spec": 3151,
    "model": 1398,
    "length": 7108,
    "package": 9203,
}


def _inch(text: str) -> Phrase:
    return {
        **same(f"{text}-inch"),
        "zh": f"{text}寸",
        "ja": f"{text}インチ",
        "ko": f"{text}인치",
        "ru": f"{text} дюймов",
    }


VALUES: dict[str, tuple[str, tuple[Phrase, ...]]] = {
    "size": ("size", tuple(map(same, ("S", "M", "L", "XL", "2XL", "3XL")))),
    "shoe_size": ("size", tuple(same(str(number)) for number in range(35, 45))),
    "ring_size": ("size", tuple(same(f"US {number}") for number in range(5, 13))),
    "capacity_ml": ("capacity", tuple(map(same, ("260ml", "350ml", "500ml", "750ml", "1000ml")))),
    "capacity_inch": ("spec", tuple(map(_inch, ("20", "22", "24", "26", "28")))),
    "capacity_mah": ("capacity", tuple(map(same, ("5000mAh", "10000mAh", "20000mAh")))),
    "inch": ("spec", tuple(map(same, ("18cm", "20cm", "24cm", "26cm", "28cm", "32cm")))),
    "size_cm": ("spec", tuple(map(same, ("30x30cm", "40x40cm", "45x45cm", "50x50cm", "60x60cm")))),
    "size_word": ("spec", tuple(word("value", key) for key in ("small", "medium", "big", "extra"))),
    "phone_model": ("model", tuple(map(same, ("iPhone 14", "iPhone 15", "iPhone 15 Pro", "iPhone 16", "iPhone 16 Pro Max",
                                              "Galaxy S24", "Galaxy S24 Ultra", "Redmi Note 13", "Xiaomi 14", "P60 Pro")))),
    "length_m": ("length", tuple(map(same, ("0.25m", "1m", "1.5m", "2m", "3m")))),
    "set_count": ("package", tuple(word("value", key) for key in ("set1", "set5", "set10"))),
    "paper_size": ("spec", tuple(map(same, ("A4", "A5", "A6", "B5")))),
    "thickness": ("spec", tuple(map(same, ("4mm", "6mm", "8mm", "10mm", "15mm")))),
    "ball_size": ("spec", tuple(map(same, ("3#", "5#", "6#", "7#")))),
    "package": ("package", tuple(word("value", key) for key in ("opp", "carton", "gift_pack"))),
}  # fmt: skip

ORNAMENTS = ("★{}★", "{}【现货】", "{}（买家自提）\t", "⭐ {} ⭐[热卖]", "{}-加厚款-送收纳袋", "{} &amp; 贈品")


def make_skus(recipe: Recipe, offer: ShopOffer) -> tuple[ShopSku, ...]:
    """Empty for an offer without SKUs (quote type 0). The first one that has stock costs ``offer.price_fen``."""
    if offer.quote_type == 0:
        return ()
    dice = recipe.dice("skus")
    rows = list(product(*_axes(recipe, offer, dice)))[:MOST]
    return tuple(_sku(recipe, offer, dice, number, row) for number, row in enumerate(rows))


def _axes(recipe: Recipe, offer: ShopOffer, dice: Random) -> list[list[SkuValue]]:
    keys = list(recipe.leaf.axes)
    if "three_axes" in offer.flags and "package" not in keys:
        keys.append("package")
    if "one_axis" in offer.flags:
        keys = keys[-1:]
    return [_colour_axis(recipe, offer) if key == "colour" else _axis(key, dice) for key in keys]


def _colour_axis(recipe: Recipe, offer: ShopOffer) -> list[SkuValue]:
    name = word("attribute", "colour")
    found = []
    for number, key in enumerate(recipe.colours):
        value = word("colour", key)
        if "ornaments" in offer.flags:
            value = {**value, "zh": ORNAMENTS[number % len(ORNAMENTS)].format(value["zh"])}
        image = picture_name(recipe.seed, View(recipe.index, "c", number), offer.supplier.member_id)
        found.append(SkuValue(ATTRIBUTE_IDS["colour"], name, value, image))
    return found


def _axis(key: str, dice: Random) -> list[SkuValue]:
    attribute, values = VALUES[key]
    start = dice.randrange(max(1, len(values) - 2))
    count = dice.randrange(1, len(values) - start + 1)
    name = word("attribute", attribute)
    return [SkuValue(ATTRIBUTE_IDS[attribute], name, value) for value in values[start : start + count]]


def _sku(recipe: Recipe, offer: ShopOffer, dice: Random, number: int, row: tuple[SkuValue, ...]) -> ShopSku:
    step = 0 if number == 0 or (len(row) == 1 and dice.random() < 0.5) else dice.choice((0, 0, 3, 5, 8, 12))
    price = offer.price_fen + offer.price_fen * step // 100
    promotion = None if offer.promotion_fen is None else price * offer.promotion_fen // offer.price_fen
    hidden = offer.quote_type == 2 or "promotion_only" in offer.flags
    stock = 0 if number and dice.random() < 0.08 else dice.choice((18, 96, 240, 999, 9965, 30120))
    return ShopSku(
        sku_id=sku_id(offer.offer_id, recipe.index, number),
        spec_id=hashlib.md5(f"{recipe.seed}:{offer.offer_id}:{number}".encode()).hexdigest(),
        price_fen=None if hidden else price,
        stock=0 if "sold_out" in offer.flags else stock,
        attributes=row,
        promotion_fen=None if offer.quote_type == 2 else promotion,
        channel_fen=price * 96 // 100 if "channel" in offer.flags and number == 0 else None,
        consign_fen=offer.consign_fen and offer.consign_fen + price - offer.price_fen,
        cargo_number=f"{offer.cargo_number}-{number + 1}" if dice.random() < 0.6 else "",
        weight_g=offer.weight_g,
    )


def sku_id(offer_id: int, index: int, number: int) -> int:
    """Thirteen digits, no two alike in a shop."""
    return 5_000_000_000_000 + (offer_id % 1000) * 1_000_000_000 + index * 1000 + number * 7 + 3
