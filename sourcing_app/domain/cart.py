"""The cart: what is meant to be bought, grouped by supplier, and the rules a quantity must keep.

Rules (quirks.md, 27 to 29; contract alibaba.createOrder.preview): the minimum counts over all SKUs of an offer; each
line is a multiple of the lot size; with a mixed-batch rule the minimum may instead be met over several offers of the
supplier, by amount or by pieces. The order preview has the final word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from sourcing_app.domain.ids import NO_SPEC, OfferId, SkuId, SpecId, SupplierId
from sourcing_app.domain.money import Money, total
from sourcing_app.domain.offer import MixRule, Offer, PriceTier, QuoteType, following_tier, reached_tier

MAX_LINES_PER_ORDER = 50
"""Source: contract alibaba.trade.createCrossOrder, limits."""

MAX_QUANTITY = 10_000_000
"""Above this a quantity is a slip of the finger."""


class Problem(Enum):
    """Why a quantity cannot be ordered as it is."""

    BELOW_MINIMUM = "below_minimum"
    OFF_LOT = "off_lot"
    ABOVE_STOCK = "above_stock"
    MIX_NOT_MET = "mix_not_met"
    TOO_LARGE = "too_large"
    GONE = "gone"
    PRICE_UNKNOWN = "price_unknown"
    TOO_MANY_LINES = "too_many_lines"


@dataclass(frozen=True, slots=True)
class QuantityProblem:
    """One broken rule. spec_id: the line it is about, None for the whole offer or supplier.

    limit: the minimum, the lot size, the stock or the largest allowed, by kind; missing: how many more are needed
    (BELOW_MINIMUM, MIX_NOT_MET by pieces); missing_amount: for MIX_NOT_MET by amount; nearest: valid quantities to offer
    for the line, lower first.
    """

    kind: Problem
    spec_id: SpecId | None = None
    offer_id: OfferId | None = None
    limit: int | None = None
    missing: int | None = None
    missing_amount: Money | None = None
    nearest: tuple[int, ...] = ()


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
    unit, as shown when it was put in. sku_price, stock and terms are as of checked_at; gone: the offer or SKU is no more.
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

    def with_quantity(self, quantity: int) -> CartLine:
        """The same line with another quantity."""
        return replace(self, quantity=quantity)


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with what it costs now. amount: rounded to fen; None when the price is unknown."""

    line: CartLine
    unit_price: Money | None
    amount: Money | None

    @property
    def price_changed(self) -> bool:
        """Whether a unit costs something else than when it was put in."""
        before = self.line.price_when_added
        return before is not None and self.unit_price is not None and before != self.unit_price


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
    return tuple(_priced(line, line.unit_price(totals[line.offer_id])) for line in kept)


def _priced(line: CartLine, unit_price: Money | None) -> PricedLine:
    amount = (unit_price * line.quantity).rounded() if unit_price is not None else None
    return PricedLine(line, unit_price, amount)


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


def check_offer(offer: Offer, quantities: Mapping[SpecId, int]) -> tuple[QuantityProblem, ...]:
    """Every rule that these quantities break, lines first. Lines of 0 count as not chosen; nothing chosen breaks nothing."""
    chosen = {spec: count for spec, count in quantities.items() if count}
    problems: list[QuantityProblem] = []
    for spec_id, count in chosen.items():
        problems += check_line(OfferTerms.of(offer), spec_id, count, offer.stock_of(spec_id))
    quantity = sum(chosen.values())
    if chosen and quantity < offer.min_quantity and offer.mix_rule is None:
        problems.append(below_minimum(OfferTerms.of(offer), quantity))
    return tuple(problems)


def check_line(terms: OfferTerms, spec_id: SpecId, count: int, stock: int) -> list[QuantityProblem]:
    """What is wrong with one line by itself: lot, stock, size."""

    def problem(kind: Problem, limit: int, nearest: tuple[int, ...] = ()) -> QuantityProblem:
        return QuantityProblem(kind, spec_id, terms.offer_id, limit, nearest=nearest)

    nearest = nearest_quantities(count, terms.lot_size, stock)
    problems = []
    if count > MAX_QUANTITY:
        problems.append(problem(Problem.TOO_LARGE, MAX_QUANTITY))
    elif count > stock:
        problems.append(problem(Problem.ABOVE_STOCK, stock, nearest))
    if count % terms.lot_size:
        problems.append(problem(Problem.OFF_LOT, terms.lot_size, nearest))
    return problems


def below_minimum(terms: OfferTerms, quantity: int) -> QuantityProblem:
    """The offer's minimum is not reached by its SKUs together."""
    return QuantityProblem(
        Problem.BELOW_MINIMUM,
        offer_id=terms.offer_id,
        limit=terms.min_quantity,
        missing=terms.min_quantity - quantity,
    )


def nearest_quantities(count: int, lot_size: int, stock: int) -> tuple[int, ...]:
    """The valid quantities next to a wrong one, lower first, within the stock, never 0."""
    lower = min(count, stock) // lot_size * lot_size
    upper = -(-count // lot_size) * lot_size
    return tuple(sorted({value for value in (lower, upper) if 0 < value <= stock}))


def check_supplier(priced: tuple[PricedLine, ...]) -> tuple[QuantityProblem, ...]:
    """Every rule that one supplier's lines break."""
    problems: list[QuantityProblem] = []
    for entry in priced:
        line = entry.line
        if line.gone:
            problems.append(QuantityProblem(Problem.GONE, line.spec_id, line.offer_id))
            continue
        if entry.unit_price is None:
            problems.append(QuantityProblem(Problem.PRICE_UNKNOWN, line.spec_id, line.offer_id))
        problems += check_line(line.terms, line.spec_id, line.quantity, line.stock)
    problems += _minimums(priced)
    if len(priced) > MAX_LINES_PER_ORDER:
        problems.append(QuantityProblem(Problem.TOO_MANY_LINES, limit=MAX_LINES_PER_ORDER))
    return tuple(problems)


def _minimums(priced: tuple[PricedLine, ...]) -> list[QuantityProblem]:
    totals = quantities_by_offer(entry.line for entry in priced)
    terms = {entry.line.offer_id: entry.line.terms for entry in priced}
    short = [terms[offer_id] for offer_id, count in totals.items() if count < terms[offer_id].min_quantity]
    problems = [below_minimum(each, totals[each.offer_id]) for each in short if each.mix_rule is None]
    mixing = [each.mix_rule for each in short if each.mix_rule is not None]
    if mixing:
        problems += _mix_missing(mixing[0], priced)
    return problems


def _mix_missing(rule: MixRule, priced: tuple[PricedLine, ...]) -> list[QuantityProblem]:
    """Nothing when amount or pieces over all lines reach the supplier's mixed-batch rule."""
    pieces = sum(entry.line.quantity for entry in priced)
    goods = total([entry.amount for entry in priced if entry.amount is not None])
    if rule.min_pieces is not None and pieces >= rule.min_pieces:
        return []
    if rule.min_amount is not None and goods >= rule.min_amount:
        return []
    if rule.min_pieces is None and rule.min_amount is None:
        return []
    missing = rule.min_pieces - pieces if rule.min_pieces is not None else None
    amount = rule.min_amount - goods if rule.min_amount is not None else None
    return [QuantityProblem(Problem.MIX_NOT_MET, limit=rule.min_pieces, missing=missing, missing_amount=amount)]


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
    known = offer is not None and offer.available and (line.spec_id == NO_SPEC or offer.sku(line.spec_id) is not None)
    if offer is None or not known:
        return replace(line, gone=True, stock=0, checked_at=now)
    return replace(
        line,
        gone=False,
        terms=OfferTerms.of(offer),
        sku_price=_own_price(offer, line.spec_id),
        stock=offer.stock_of(line.spec_id),
        checked_at=now,
    )
