"""The rows of the comparison: what each says of an offer, and which of several is the best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from sourcing_app.domain.cart import OfferTerms
from sourcing_app.domain.ids import NO_SPEC
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import Offer
from sourcing_app.domain.quantities import QuantityProblem, below_minimum, can_mix, check_line
from sourcing_app.ui.compare.presenter import Compared
from sourcing_app.ui.format import exact_count, money_text, percent_text
from sourcing_app.ui.texts import tr

Worth = Decimal | int | None
MISSING = "—"


class Best(Enum):
    """Which end of a row's numbers a buyer wants."""

    NONE = "none"
    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Fact:
    """A row. worth: the number it is judged by, None where it does not count."""

    key: str
    text: Callable[[Compared, int], str] = field(repr=False)
    worth: Callable[[Compared, int], Worth] = field(repr=False, default=lambda _, __: None)
    best: Best = Best.NONE

    def heading(self, quantity: int) -> str:
        """In the person's language."""
        return {
            "price": tr("Price at {0} pcs", "", quantity).format(exact_count(quantity)),
            "minimum": tr("Minimum"),
            "lot": tr("Sold in lots of"),
            "stock": tr("In stock"),
            "variants": tr("Variants"),
            "supplier": tr("Supplier"),
            "years": tr("Years on 1688"),
            "marks": tr("Marks"),
            "service": tr("Supplier's service"),
            "repeat": tr("Supplier's repurchase rate"),
            "sold": tr("Sold, 30 days"),
            "repurchase": tr("Repurchase rate"),
            "total": tr("Sold so far"),
            "score": tr("Score"),
            "promise": tr("Ships within"),
            "origin": tr("Ships from"),
        }[self.key]

    def best_of(self, columns: Sequence[Compared], quantity: int) -> frozenset[int]:
        """Where the best value is; nowhere when fewer than two can be judged, or all are alike."""
        worths = [self.worth(each, quantity) for each in columns]
        known = [worth for worth in worths if worth is not None]
        if self.best is Best.NONE or len(known) < 2 or len(set(known)) == 1:
            return frozenset()
        wanted = min(known) if self.best is Best.LOW else max(known)
        return frozenset(at for at, worth in enumerate(worths) if worth == wanted)


def unit_prices(offer: Offer, quantity: int) -> tuple[Money, Money] | None:
    """Lowest and highest of its variants when this many are taken; of those in stock where there are any."""
    skus = [sku for sku in offer.skus if sku.stock > 0] or offer.skus
    specs = [sku.spec_id for sku in skus] or [NO_SPEC]
    found = [price for spec in specs if (price := offer.unit_price_for(spec, quantity)) is not None]
    return (min(found), max(found)) if found else None


def obstacle(offer: Offer, quantity: int) -> QuantityProblem | None:
    """Why this many cannot be ordered of it, however they are spread over its variants."""
    problems = check_line(OfferTerms.of(offer), NO_SPEC, quantity, offer.stock)
    if quantity < offer.min_quantity and not can_mix(offer.mix_rule):
        problems.insert(0, below_minimum(OfferTerms.of(offer), quantity))
    return next(iter(problems), None)


def price_text(column: Compared, quantity: int) -> str:
    """ "CN¥10.90", or from the lowest to the highest of its variants."""
    prices = unit_prices(column.offer, quantity) if column.offer is not None else None
    if prices is None:
        return MISSING
    low, high = prices
    return money_text(low) if low == high else f"{money_text(low)} – {money_text(high)}"


def _price_worth(column: Compared, quantity: int) -> Worth:
    """The lowest price; none where so many cannot be bought."""
    offer = column.offer
    if offer is None or column.is_gone or obstacle(offer, quantity) is not None:
        return None
    prices = unit_prices(offer, quantity)
    return prices[0].amount if prices is not None else None


def _fact(key: str, take: Callable[[Offer], object], say: Callable[..., str], best: Best = Best.NONE) -> Fact:
    """A row about the offer's page. take: the value, None where it is not told; say: as text."""

    def text(column: Compared, _: int) -> str:
        value = take(column.offer) if column.offer is not None else None
        return MISSING if value is None else say(value)

    def worth(column: Compared, _: int) -> Worth:
        value = take(column.offer) if column.offer is not None and not column.is_gone else None
        return value if isinstance(value, (int, Decimal)) else None

    return Fact(key, text, worth, best)


def _hours(offer: Offer) -> int | None:
    return {"shipIn24Hours": 24, "shipIn48Hours": 48}.get(offer.shipping.promise or "")


def _marks(offer: Offer) -> str | None:
    marks = {*offer.marks, *offer.supplier.marks}
    named = (
        (offer.is_selected_supply, tr("Selected supply")),
        ("super_factory" in marks, tr("Factory")),
        ("powerful_merchants" in marks, tr("Powerful merchant")),
        (offer.one_piece, tr("One-piece delivery")),
    )
    return ", ".join(name for holds, name in named if holds) or None


def _points(value: Decimal) -> str:
    return f"{value:.1f}"


FACTS = (
    Fact("price", price_text, _price_worth, Best.LOW),
    _fact("minimum", lambda offer: offer.min_quantity, exact_count, Best.LOW),
    _fact("lot", lambda offer: offer.lot_size, exact_count, Best.LOW),
    _fact("stock", lambda offer: offer.stock, exact_count, Best.HIGH),
    _fact("variants", lambda offer: len(offer.skus) or None, exact_count),
    Fact(
        "sold",
        lambda column, _: MISSING if column.pick.sold_30_days is None else exact_count(column.pick.sold_30_days),
        lambda column, _: column.pick.sold_30_days, Best.HIGH,
    ),
    Fact(
        "repurchase", lambda column, _: percent_text(column.pick.repurchase_rate),
        lambda column, _: column.pick.repurchase_rate, Best.HIGH,
    ),
    _fact("total", lambda offer: offer.sold_total, exact_count, Best.HIGH),
    _fact("score", lambda offer: offer.score, _points, Best.HIGH),
    _fact("promise", _hours, lambda hours: tr("{0} h").format(hours), Best.LOW),
    _fact("origin", lambda offer: offer.shipping.origin or None, str),
    _fact("supplier", lambda offer: offer.supplier.name or None, str),
    _fact("years", lambda offer: offer.supplier.score.years, exact_count, Best.HIGH),
    _fact("service", lambda offer: offer.supplier.score.service, _points, Best.HIGH),
    _fact("repeat", lambda offer: offer.supplier.score.repeat_rate, percent_text, Best.HIGH),
    _fact("marks", _marks, str),
)  # fmt: skip
