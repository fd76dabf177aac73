"""Offers and lines in a few words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from sourcing_app.domain.cart import Cart, CartLine, SupplierGroup, lines_from_offer, split_by_supplier
from sourcing_app.domain.ids import NO_SPEC, OfferId, SkuId, SpecId, SupplierId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import MixRule, Offer, PriceTier, QuoteType, Sku, SpecAttribute, Supplier

NOW = datetime(2026, 11, 22, tzinfo=UTC)
RED, BLUE = SpecId("red"), SpecId("blue")


def yuan(text: str) -> Money:
    return Money.from_yuan(text)


def sku(spec: SpecId, price: str | None = None, stock: int = 1000) -> Sku:
    return Sku(
        sku_id=SkuId(f"1{spec}"),
        spec_id=spec,
        attributes=(SpecAttribute("颜色", str(spec)),),
        unit_price=yuan(price) if price else None,
        stock=stock,
    )


def offer(number: int = 1, **members: object) -> Offer:
    """By range with two SKUs: 10.00 from 2, 9.00 from 50, 8.50 from 500; minimum 2, no lot."""
    whole = Offer(
        offer_id=OfferId(str(number)),
        title="背包",
        title_translated=None,
        pictures=("http://x/1.jpg",),
        supplier=Supplier(SupplierId("sup"), "供应商"),
        quote_type=QuoteType.BY_RANGE,
        tiers=(PriceTier(2, yuan("10")), PriceTier(50, yuan("9")), PriceTier(500, yuan("8.5"))),
        skus=(sku(RED), sku(BLUE)),
        min_quantity=2,
        lot_size=1,
        stock=2000,
        unit="件",
    )
    return replace(whole, **members)  # type: ignore[arg-type]


def plain(number: int = 1, **members: object) -> Offer:
    """Without SKUs."""
    return offer(number, **{"skus": ()} | members)


def mixed(number: int = 1, amount: str | None = None, pieces: int | None = None, **members: object) -> Offer:
    """With a mixed-batch rule."""
    rule = MixRule(yuan(amount) if amount else None, pieces)
    return plain(number, **{"mix_rule": rule, "min_quantity": 100} | members)


def lines(of: Offer, **quantities: int) -> tuple[CartLine, ...]:
    """Quantities by spec name; ``none`` for an offer without SKUs."""
    by_spec = {NO_SPEC if name == "none" else SpecId(name): count for name, count in quantities.items()}
    return lines_from_offer(of, by_spec, NOW)


def group(*some: CartLine) -> SupplierGroup:
    """The lines of one supplier as the cart shows them."""
    (only,) = split_by_supplier(Cart(some))
    return only
