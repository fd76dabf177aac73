"""Makes the offers: records from recipes, with the odd cases that the platform is known for."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from sourcing_app.sandbox.shop.attributes import make_attributes
from sourcing_app.sandbox.shop.descriptions import make_description
from sourcing_app.sandbox.shop.naming import View, picture_name
from sourcing_app.sandbox.shop.recipe import Recipe
from sourcing_app.sandbox.shop.records import OfferDetails, PriceStep, ShopOffer, ShopSupplier
from sourcing_app.sandbox.shop.skus import make_skus
from sourcing_app.sandbox.shop.suppliers import CHINA

TODAY = datetime(2026, 11, 16, 8, tzinfo=CHINA)
"""The day the shop was filled; ages of offers count back from it."""

# Oddity -> (one offer in so many, the first of them). Source: shared notes on live behaviour, kept in docs/sandbox.md.
ODDITIES = {
    "promotion_only": (97, 13),     # SKU price missing, promotion price present
    "null_lists": (53, 7),          # lists that are null instead of empty
    "duplicate_image": (33, 11),    # the same bytes under a second address
    "absurd_weight": (283, 31),     # 1,000 kg and more
    "ornaments": (17, 3),           # SKU texts with stars, tabs and brackets
    "entities": (29, 4),            # HTML entities in the title
    "odd_html": (6, 1),             # scripts, frames, forms in the description
    "no_description": (71, 19),
    "sold_out": (61, 23),
    "three_axes": (8, 2),
    "one_axis": (9, 6),
    "channel": (43, 9),
    "category_named": (3, 0),       # categoryName is null in the other two thirds
    "many_decimals": (59, 17),      # prices such as 12.505
    "repeated_attribute": (5, 2),
}  # fmt: skip
DELISTED, GONE, FORBIDDEN = (331, 7), (467, 29), (547, 11)


def offer_id_of(index: int) -> int:
    """Twelve digits, scattered."""
    return 612_000_000_000 + (index * 48_271_931 + 7_770_001) % 297_000_000_007


def make_offer(recipe: Recipe, supplier: ShopSupplier) -> ShopOffer:
    dice = recipe.dice("offer")
    leaf, index = recipe.leaf, recipe.index
    low, high = leaf.price_fen
    price = _retail_like(low * (high / low) ** (dice.random() ** 1.6))
    quote_type = dice.choice((1, 1, 1, 1, 2, 2, 2, 0, 0))
    flags = frozenset(name for name, (every, first) in ODDITIES.items() if index % every == first)
    minimum, lot = _quantities(dice, price)
    promotion = price * dice.choice((88, 90, 92, 95)) // 100 if dice.random() < 0.22 else None
    if "promotion_only" in flags:
        quote_type, promotion = 1, promotion or price * 9 // 10
    marks = _marks(dice, supplier)
    sold = int(10 ** dice.uniform(0.3, 4.3)) if dice.random() > 0.06 else 0
    days, created = _born(dice, marks)
    weight = _weight(dice, leaf.weight_g, flags)
    return ShopOffer(
        offer_id=offer_id_of(index),
        index=index,
        supplier=supplier,
        category=leaf.category,
        path=leaf.path,
        phrases=recipe.title.phrases(),
        title=recipe.title.title,
        quote_type=quote_type,
        price_fen=price,
        tiers=_tiers(dice, price, promotion, minimum, quote_type),
        promotion_fen=promotion,
        consign_fen=price * dice.choice((108, 112, 120)) // 100 if "isOnePsale" in marks else None,
        min_quantity=minimum,
        lot_size=lot,
        stock=0 if "sold_out" in flags else dice.choice((120, 980, 5600, 9965, 88000, 9999999)),
        unit=leaf.unit,
        weight_g=weight,
        size_cm=_size(dice, leaf.weight_g) if weight else None,
        main_image=picture_name(recipe.seed, View(index, "m", 0), supplier.member_id),
        month_sold=sold,
        week_sold=sold * dice.randrange(12, 36) // 100,
        total_sold=sold * max(1, days // 45) + dice.randrange(50),
        repurchase=round(dice.uniform(0.02, 0.68), 2),
        score=dice.choice((3.8, 4.2, 4.5, 4.6, 4.7, 4.8, 4.9, 5.0)),
        marks=marks,
        ship_hours=dice.choice((24, 48, 48, 48, None)),
        created=created,
        modified=min(TODAY, created + timedelta(days=dice.randrange(1, days + 1))),
        free_shipping="isOnePsaleFreePost" in marks,
        status=_status(index),
        flags=flags,
        cargo_number=f"{leaf.category.key[:3].upper()}-{recipe.title.code}",
        source=_Source(recipe),
    )


class _Source:
    """Makes the details of an offer when they are first asked for."""

    __slots__ = ("recipe",)

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe

    def __call__(self, offer: ShopOffer) -> OfferDetails:
        recipe, member = self.recipe, offer.supplier.member_id
        count = 3 + recipe.twist % 4
        images = [picture_name(recipe.seed, View(recipe.index, "m", number), member) for number in range(count)]
        if "duplicate_image" in offer.flags:
            images.append(picture_name(recipe.seed, View(recipe.index, "x", 0), member))
        white = picture_name(recipe.seed, View(recipe.index, "w", 0), member) if recipe.twist % 3 == 0 else None
        return OfferDetails(
            skus=make_skus(recipe, offer),
            attributes=make_attributes(recipe, offer),
            images=tuple(images),
            white_image=white,
            description=make_description(recipe, offer),
        )


def _born(dice: Random, marks: frozenset[str]) -> tuple[int, datetime]:
    """How many days ago, and when."""
    days = 5 if "new7" in marks else 20 if "new30" in marks else dice.randrange(31, 1400)
    return days, TODAY - timedelta(days=days, hours=dice.randrange(24), minutes=dice.randrange(60))


def _retail_like(fen: float) -> int:
    """A price as sellers like them: 0.35, 3.80, 12.50, 68, 199."""
    if fen < 100:
        return max(35, round(fen / 5) * 5)
    if fen < 2000:
        return round(fen / 10) * 10
    return round(fen / 100) * 100 if fen < 20000 else round(fen / 100) * 100 - 100


def _quantities(dice: Random, price: int) -> tuple[int, int | None]:
    """Minimum and lot size: cheap things are sold by the dozen."""
    if price < 300:
        minimum = dice.choice((10, 20, 50, 100))
    elif price < 3000:
        minimum = dice.choice((1, 2, 2, 3, 5, 10))
    else:
        minimum = dice.choice((1, 1, 1, 2))
    if dice.random() < 0.12:
        lot = dice.choice((2, 5, 6, 10, 12))
        return max(1, -(-minimum // lot)) * lot, lot
    return minimum, None


def _tiers(dice: Random, price: int, promotion: int | None, minimum: int, quote_type: int) -> tuple[PriceStep, ...]:
    """Ascending; the first starts at the minimum. An offer priced by SKU has one step, for information."""
    count = 1 if quote_type == 1 else dice.choice((1, 2, 3, 3))
    starts = [minimum, minimum * dice.choice((5, 10)), minimum * dice.choice((50, 100))][:count]
    cuts = (100, dice.choice((92, 95)), dice.choice((82, 88)))
    steps = []
    for start, cut in zip(starts, cuts, strict=False):
        full = price * cut // 100
        steps.append(PriceStep(start, full, None if promotion is None else promotion * cut // 100))
    return tuple(steps)


def _marks(dice: Random, supplier: ShopSupplier) -> frozenset[str]:
    """Services and pools, under the platform's filter keys."""
    chances = {
        "isOnePsale": 0.5, "noReason7DReturn": 0.55, "freeCredit": 0.2, "shipInToday": 0.15, "isSelect": 0.35,
        "dyCiphertext": 0.25, "ksCiphertext": 0.2, "1688Selection": 0.12, "jxhy": 0.2, "isQqyx": 0.1, "patent": 0.03,
        "plus": 0.5,
    }  # fmt: skip
    found = {key for key, chance in chances.items() if dice.random() < chance}
    age = dice.random()
    if age < 0.03:
        found |= {"new7", "new30"}
    elif age < 0.09:
        found.add("new30")
    if "isOnePsale" in found and dice.random() < 0.4:
        found.add("isOnePsaleFreePost")
    if "super_factory" in supplier.identities:
        found.add("certifiedFactory")
    if supplier.mix and dice.random() < 0.8:
        found.add("mix")
    return frozenset(found)


def _weight(dice: Random, typical: int, flags: frozenset[str]) -> int | None:
    """Grams; about half of the offers declare none."""
    if "absurd_weight" in flags:
        return dice.choice((1_000_000, 5_000_000, 10_000_000))
    return max(1, round(typical * dice.uniform(0.6, 1.5))) if dice.random() < 0.55 else None


def _size(dice: Random, weight_g: int) -> tuple[float, float, float]:
    edge = max(2.0, (weight_g * 4) ** (1 / 3))
    length, width, height = (round(edge * dice.uniform(0.7, 1.6), 1) for _ in range(3))
    return length, width, height


def _status(index: int) -> str:
    for status, (every, first) in (("delisted", DELISTED), ("gone", GONE), ("forbidden", FORBIDDEN)):
        if index % every == first:
            return status
    return "published"
