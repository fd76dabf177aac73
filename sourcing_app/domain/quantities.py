"""The rules a quantity must keep.

The minimum counts over all SKUs of an offer; each line is a multiple of the lot size; with a mixed-batch rule the minimum
may instead be met over several offers of the supplier, by amount or by pieces. The order preview has the final word.
Source: quirks.md, 27 to 29; contract alibaba.createOrder.preview.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from sourcing_app.domain.cart_lines import OfferTerms, PricedLine, quantities_by_offer
from sourcing_app.domain.ids import OfferId, SpecId
from sourcing_app.domain.money import Money, total
from sourcing_app.domain.offer import MixRule, Offer

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


def check_offer(offer: Offer, quantities: Mapping[SpecId, int]) -> tuple[QuantityProblem, ...]:
    """Every rule that these quantities break, lines first. Lines of 0 count as not chosen; nothing chosen breaks nothing."""
    chosen = {spec: count for spec, count in quantities.items() if count}
    problems: list[QuantityProblem] = []
    for spec_id, count in chosen.items():
        problems += check_line(OfferTerms.of(offer), spec_id, count, offer.stock_of(spec_id))
    quantity = sum(chosen.values())
    if chosen and quantity < offer.min_quantity and not can_mix(offer.mix_rule):
        problems.append(below_minimum(OfferTerms.of(offer), quantity))
    return tuple(problems)


def can_mix(rule: MixRule | None) -> bool:
    """Whether the minimum may be met together with other offers of the supplier; a rule that names no way is none."""
    return rule is not None and (rule.min_pieces is not None or rule.min_amount is not None)


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
    problems = [below_minimum(each, totals[each.offer_id]) for each in short if not can_mix(each.mix_rule)]
    mixing = [each.mix_rule for each in short if each.mix_rule is not None and can_mix(each.mix_rule)]
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
    missing = rule.min_pieces - pieces if rule.min_pieces is not None else None
    amount = rule.min_amount - goods if rule.min_amount is not None else None
    return [QuantityProblem(Problem.MIX_NOT_MET, limit=rule.min_pieces, missing=missing, missing_amount=amount)]
