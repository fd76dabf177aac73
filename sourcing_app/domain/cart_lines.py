"""Lines of a cart: what was chosen, on which terms, and what it costs by quantity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sourcing_app.domain.ids import NO_SPEC, OfferId, SkuId, SpecId, SupplierId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import MixRule, Offer, PriceTier, QuoteType, reached_tier


@dataclass(frozen=True, slots=True)
class OfferTerms:
    """What decides the price and the legal quantities of an offer, as last seen. unit: the sale unit, translated if it was."""

    offer_id: OfferId
    quote_type: QuoteType
    tiers: tuple[PriceTier, ...]
    min_quantity: int
    lot_size: int
    mix_rule: MixRule | None
    unit: str

    @classmethod
    def of(cls, offer: Offer) -> OfferTerms:
        """The terms of an offer's page."""
        return cls(
            offer.offer_id,
            offer.quote_type,
            offer.tiers,
            offer.min_quantity,
            offer.lot_size,
            offer.mix_rule,
            offer.unit_translated or offer.unit,
        )


@dataclass(frozen=True, slots=True)
class CartLine:
    """One SKU in the cart; its key is (offer_id, spec_id).

    sku_price: the SKU's own price (quoted by SKU, or a channel price), None when tiers decide. price_when_added: of one
    unit, as shown when it was put in; tiers_when_added: what other quantities would have cost, empty where tiers decide
    nothing or a line is older than this member. sku_price, stock and terms are as of checked_at; gone: the offer or SKU is no more.
    spec_text: the chosen values in Chinese, "; " between; empty without SKUs.
    """

    offer_id: OfferId
    spec_id: SpecId
    sku_id: SkuId | None
    supplier_id: SupplierId
    supplier_name: str
    title: str
    title_translated: str | None
    spec_text: str
    spec_text_translated: str | None
    picture_url: str
    quantity: int
    terms: OfferTerms
    sku_price: Money | None
    price_when_added: Money | None
    stock: int
    added_at: datetime
    checked_at: datetime
    stock_when_added: int = 0
    gone: bool = False
    note: str = ""
    tiers_when_added: tuple[PriceTier, ...] = ()

    @property
    def key(self) -> tuple[OfferId, SpecId]:
        """What names the line."""
        return self.offer_id, self.spec_id

    def unit_price(self, offer_quantity: int) -> Money | None:
        """Of one unit when this many of the offer are taken over all lines; None if unknown."""
        if self.sku_price is not None:
            return self.sku_price
        tier = reached_tier(self.terms.tiers, offer_quantity)
        return tier.unit_price if tier is not None else None

    def price_seen(self, offer_quantity: int) -> Money | None:
        """What one unit was said to cost at this quantity when the line was put in; None if that is not known.

        A line without its tiers of then was seen at one quantity alone, so a price that is one of today's tiers is no news.
        """
        before = self.price_when_added
        known = self.tiers_when_added or self.terms.tiers
        if self.sku_price is not None or all(tier.unit_price != before for tier in known):
            return before
        tier = reached_tier(self.tiers_when_added, offer_quantity)
        return tier.unit_price if tier is not None else None

    def with_quantity(self, quantity: int) -> CartLine:
        """The same line with another quantity."""
        return replace(self, quantity=quantity)


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with what it costs now. amount: rounded to fen; None when the price is unknown.

    offer_quantity: of the whole offer in the cart, which decides the tier.
    """

    line: CartLine
    unit_price: Money | None
    amount: Money | None
    offer_quantity: int = 0

    @property
    def price_seen(self) -> Money | None:
        """What this quantity was said to cost when the line was put in; None if unknown."""
        return self.line.price_seen(self.offer_quantity or self.line.quantity)

    @property
    def price_changed(self) -> bool:
        """Whether the offer's own price is another than was seen; a tier that a quantity reaches is no change."""
        seen = self.price_seen
        return seen is not None and self.unit_price is not None and seen != self.unit_price

    @property
    def tier_reached(self) -> PriceTier | None:
        """The tier that decides the price, where it is another one than when the line was put in; else None."""
        line, before = self.line, self.line.price_when_added
        if self.price_changed or line.sku_price is not None or before is None or before == self.unit_price:
            return None
        return reached_tier(line.terms.tiers, self.offer_quantity)


def quantities_by_offer(lines: Iterable[CartLine]) -> dict[OfferId, int]:
    """How many units of each offer, over all its SKUs: what tiers and minimums count."""
    totals: dict[OfferId, int] = {}
    for line in lines:
        totals[line.offer_id] = totals.get(line.offer_id, 0) + line.quantity
    return totals


def price_lines(lines: Iterable[CartLine]) -> tuple[PricedLine, ...]:
    """Each line at the price its offer's whole quantity reaches."""
    kept = tuple(lines)
    totals = quantities_by_offer(kept)
    return tuple(_priced(line, totals[line.offer_id]) for line in kept)


def _priced(line: CartLine, offer_quantity: int) -> PricedLine:
    unit_price = line.unit_price(offer_quantity)
    amount = (unit_price * line.quantity).rounded() if unit_price is not None else None
    return PricedLine(line, unit_price, amount, offer_quantity)


def lines_from_offer(offer: Offer, quantities: Mapping[SpecId, int], now: datetime) -> tuple[CartLine, ...]:
    """The chosen quantities of an offer's page as cart lines, priced as shown."""
    chosen = {spec: count for spec, count in quantities.items() if count}
    quantity = sum(chosen.values())
    return tuple(_line(offer, spec, count, quantity, now) for spec, count in chosen.items())


def _line(offer: Offer, spec_id: SpecId, count: int, offer_quantity: int, now: datetime) -> CartLine:
    sku = offer.sku(spec_id) if spec_id != NO_SPEC else None
    attributes = sku.attributes if sku is not None else ()
    picture = next(
        (each.picture_url for each in attributes if each.picture_url),
        offer.pictures[0] if offer.pictures else "",
    )
    return CartLine(
        offer_id=offer.offer_id,
        spec_id=spec_id,
        sku_id=sku.sku_id if sku is not None else None,
        supplier_id=offer.supplier.supplier_id,
        supplier_name=offer.supplier.name,
        title=offer.title,
        title_translated=offer.title_translated,
        spec_text="; ".join(each.value for each in attributes),
        spec_text_translated="; ".join(each.value_translated or each.value for each in attributes) or None,
        picture_url=picture,
        quantity=count,
        terms=OfferTerms.of(offer),
        sku_price=_own_price(offer, spec_id),
        price_when_added=offer.unit_price_for(spec_id, offer_quantity),
        stock=offer.stock_of(spec_id),
        stock_when_added=offer.stock_of(spec_id),
        added_at=now,
        checked_at=now,
        tiers_when_added=offer.tiers if _own_price(offer, spec_id) is None else (),
    )


def _own_price(offer: Offer, spec_id: SpecId) -> Money | None:
    """The SKU's price where tiers do not decide it."""
    sku = offer.sku(spec_id)
    if sku is None:
        return None
    if sku.sku_id in offer.channel_prices:
        return offer.channel_prices[sku.sku_id]
    return sku.unit_price if offer.quote_type is QuoteType.BY_SKU or not offer.tiers else None


def recheck_line(line: CartLine, offer: Offer | None, now: datetime) -> CartLine:
    """The line with today's terms, price and stock. offer None, or without this spec: the line is gone."""
    if offer is None or not _still_sold(line, offer):
        return replace(line, gone=True, stock=0, checked_at=now)
    return replace(
        line,
        gone=False,
        terms=OfferTerms.of(offer),
        sku_price=_own_price(offer, line.spec_id),
        stock=offer.stock_of(line.spec_id),
        checked_at=now,
    )


def _still_sold(line: CartLine, offer: Offer) -> bool:
    """An offer that got variants since has to be chosen from again."""
    same = not offer.skus if line.spec_id == NO_SPEC else offer.sku(line.spec_id) is not None
    return offer.available and same
