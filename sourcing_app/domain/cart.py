"""The cart: what is meant to be bought, grouped by supplier. Its lines and rules are in cart_lines.py and quantities.py,
and can be had from here as well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sourcing_app.domain.cart_lines import (
    CartLine,
    OfferTerms,
    PricedLine,
    lines_from_offer,
    price_lines,
    quantities_by_offer,
    recheck_line,
)
from sourcing_app.domain.ids import OfferId, SpecId, SupplierId
from sourcing_app.domain.money import Money, total
from sourcing_app.domain.offer import Offer, PriceTier, following_tier, reached_tier
from sourcing_app.domain.quantities import (
    MAX_LINES_PER_ORDER,
    MAX_QUANTITY,
    Problem,
    QuantityProblem,
    below_minimum,
    check_line,
    check_offer,
    check_supplier,
    nearest_quantities,
)

__all__ = [
    "MAX_LINES_PER_ORDER",
    "MAX_QUANTITY",
    "Cart",
    "CartLine",
    "OfferTerms",
    "OfferTotal",
    "PricedLine",
    "Problem",
    "QuantityProblem",
    "SupplierGroup",
    "below_minimum",
    "check_line",
    "check_offer",
    "check_supplier",
    "lines_from_offer",
    "nearest_quantities",
    "price_lines",
    "price_offer",
    "quantities_by_offer",
    "recheck_line",
    "split_by_supplier",
]


@dataclass(frozen=True, slots=True)
class SupplierGroup:
    """The lines that make one order, in the order they were added, and what is wrong with them."""

    supplier_id: SupplierId
    supplier_name: str
    lines: tuple[PricedLine, ...]
    goods: Money
    problems: tuple[QuantityProblem, ...]

    @property
    def ready(self) -> bool:
        """Whether a preview makes sense: something in it, no rule broken."""
        return bool(self.lines) and not self.problems


@dataclass(frozen=True, slots=True)
class OfferTotal:
    """A set of quantities of one offer, priced. goods: None when any price is unknown. to_next_tier: units still missing."""

    quantity: int
    goods: Money | None
    tier: PriceTier | None
    next_tier: PriceTier | None
    to_next_tier: int | None


@dataclass(frozen=True, slots=True)
class Cart:
    """All lines, oldest first; no two with the same key."""

    lines: tuple[CartLine, ...] = ()

    def line(self, offer_id: OfferId, spec_id: SpecId) -> CartLine | None:
        """The line of this SKU, or None."""
        return next((line for line in self.lines if line.key == (offer_id, spec_id)), None)


def split_by_supplier(cart: Cart) -> tuple[SupplierGroup, ...]:
    """One group an order-to-be, suppliers in the order they came into the cart."""
    by_supplier: dict[SupplierId, list[CartLine]] = {}
    for line in cart.lines:
        by_supplier.setdefault(line.supplier_id, []).append(line)
    return tuple(_group(supplier_id, lines) for supplier_id, lines in by_supplier.items())


def _group(supplier_id: SupplierId, lines: list[CartLine]) -> SupplierGroup:
    priced = price_lines(lines)
    goods = total([line.amount for line in priced if line.amount is not None])
    return SupplierGroup(supplier_id, lines[0].supplier_name, priced, goods, check_supplier(priced))


def price_offer(offer: Offer, quantities: Mapping[SpecId, int]) -> OfferTotal:
    """The live total under a SKU grid. quantities: sale units by spec; NO_SPEC for an offer without SKUs."""
    quantity = sum(quantities.values())
    amounts = [_amount(offer, spec, count, quantity) for spec, count in quantities.items() if count]
    known = [amount for amount in amounts if amount is not None]
    goods = total(known) if len(known) == len(amounts) else None
    following = following_tier(offer.tiers, quantity)
    missing = following.from_quantity - quantity if following is not None else None
    return OfferTotal(quantity, goods, reached_tier(offer.tiers, quantity), following, missing)


def _amount(offer: Offer, spec_id: SpecId, count: int, offer_quantity: int) -> Money | None:
    unit_price = offer.unit_price_for(spec_id, offer_quantity)
    return (unit_price * count).rounded() if unit_price is not None else None
