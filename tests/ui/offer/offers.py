"""Offers with many faces, in a few words."""

from __future__ import annotations

from sourcing_app.domain.ids import SkuId, SpecId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import Offer, QuoteType, Sku, SpecAttribute
from tests.domain.samples import offer

COLOURS = ("黑色", "米色", "橄榄色")
SIZES = ("S", "M", "L")
ENGLISH = {"黑色": "Black", "米色": "Beige", "橄榄色": "Olive"}


def variant(colour: str, size: str, *, stock: int = 1000, price: str | None = None, more: str = "") -> Sku:
    """Its spec is "黑色/S"."""
    attributes = [
        SpecAttribute("颜色", colour, "Color", ENGLISH.get(colour)),
        SpecAttribute("尺码", size, "Size", size),
    ]
    if more:
        attributes.append(SpecAttribute("包装", more))
    spec = SpecId("/".join(part for part in (colour, size, more) if part))
    unit_price = Money.from_yuan(price) if price else None
    return Sku(SkuId(f"1{spec}"), spec, tuple(attributes), stock, unit_price)


def matrix(**members: object) -> Offer:
    """Three colours by three sizes; Black in L does not exist; Olive in S is sold out."""
    skus = tuple(
        variant(colour, size, stock=0 if (colour, size) == ("橄榄色", "S") else 1000)
        for colour in COLOURS
        for size in SIZES
        if (colour, size) != ("黑色", "L")
    )
    return offer(**{"skus": skus, "quote_type": QuoteType.BY_RANGE_WITH_SKUS} | members)
