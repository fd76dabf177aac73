"""The rows of the comparison: what each says of an offer, and which of several is the best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from sourcing_app.domain.cart import OfferTerms
from sourcing_app.domain.ids import NO_SPEC
from sourcing_app.domain.money import ExchangeRate, Money
from sourcing_app.domain.offer import Offer
from sourcing_app.domain.quantities import QuantityProblem, below_minimum, can_mix, check_line
from sourcing_app.ui.compare.presenter import Compared
from sourcing_app.ui.format import exact_count, local_text, money_text, percent_text
from sourcing_app.ui.quantity_sentences import problem_sentence
from sourcing_app.ui.spreadsheet_text import text_cell
from sourcing_app.ui.tables.cells import Cells, cell_of, id_cell
from sourcing_app.ui.tables.column import MISSING, Column, Kind
from sourcing_app.ui.texts import tr

Worth = Decimal | int | None


class Best(Enum):
    """Which end of a row's numbers a buyer wants."""

    NONE = "none"
    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True)
class Fact(Column[Compared, int]):
    """A fact of the offers, shown across: an offer stands where a table has a row. They are shown at a quantity.

    worth: the number it is judged by, None where it does not count. note: (text, tone) under the value, "" for none.
    """

    worth: Callable[[Compared, int], Worth] = field(repr=False, default=lambda _, __: None)
    best: Best = Best.NONE
    note: Callable[[Compared, int, ExchangeRate | None], tuple[str, str]] | None = field(repr=False, default=None)

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


def _price_plain(column: Compared, quantity: int) -> str:
    prices = unit_prices(column.offer, quantity) if column.offer is not None else None
    return "" if prices is None else " – ".join(dict.fromkeys(price.as_text() for price in prices))


def _price_note(column: Compared, quantity: int, rate: ExchangeRate | None) -> tuple[str, str]:
    """Why so many cannot be bought; else what the lowest price is at home."""
    offer = column.offer
    problem = obstacle(offer, quantity) if offer is not None else None
    if problem is not None:
        return problem_sentence(problem), "warning"
    prices = unit_prices(offer, quantity) if offer is not None else None
    return local_text(prices[0] if prices is not None else None, rate), "muted"


def _fact(
    key: str, heading: Callable[[], str], take: Callable[[Compared], object], say: Callable[..., str],
    best: Best = Best.NONE,
) -> Fact:  # fmt: skip
    """A fact that no quantity changes. take: the value, None where it is not told; say: as text."""

    def text(column: Compared, _: int) -> str:
        value = take(column)
        return MISSING if value is None else say(value)

    def worth(column: Compared, _: int) -> Worth:
        value = take(column) if not column.is_gone else None
        return value if isinstance(value, (int, Decimal)) else None

    kind = Kind.TEXT if best is Best.NONE else Kind.NUMBER
    return Fact(key, lambda _: heading(), text, kind=kind, plain=_plain(take, text), worth=worth, best=best)


def _plain(take: Callable[[Compared], object], text: Callable[[Compared, int], str]) -> Callable[[Compared, int], str]:
    """For a spreadsheet: a number as it is counted, nothing where it is not told, words as they are shown."""

    def plain(column: Compared, quantity: int) -> str:
        value = take(column)
        if value is None:
            return ""
        return str(value) if isinstance(value, (int, Decimal)) else text(column, quantity)

    return plain


def _of_page(take: Callable[[Offer], object]) -> Callable[[Compared], object]:
    """What the offer's page says, None while it is not read."""
    return lambda column: take(column.offer) if column.offer is not None else None


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


PRICE = Fact(
    "price", lambda quantity: tr("Price at {0} pcs", "", quantity).format(exact_count(quantity)), price_text,
    kind=Kind.NUMBER, plain=_price_plain, strong=True, tone="price", worth=_price_worth, best=Best.LOW, note=_price_note,
)  # fmt: skip
FACTS = (
    PRICE,
    _fact("minimum", lambda: tr("Minimum"), _of_page(lambda offer: offer.min_quantity), exact_count, Best.LOW),
    _fact("lot", lambda: tr("Sold in lots of"), _of_page(lambda offer: offer.lot_size), exact_count, Best.LOW),
    _fact("stock", lambda: tr("In stock"), _of_page(lambda offer: offer.stock), exact_count, Best.HIGH),
    _fact("variants", lambda: tr("Variants"), _of_page(lambda offer: len(offer.skus) or None), exact_count),
    _fact("sold", lambda: tr("Sold, 30 days"), lambda column: column.pick.sold_30_days, exact_count, Best.HIGH),
    _fact(
        "repurchase", lambda: tr("Repurchase rate"), lambda column: column.pick.repurchase_rate, percent_text, Best.HIGH
    ),
    _fact("total", lambda: tr("Sold so far"), _of_page(lambda offer: offer.sold_total), exact_count, Best.HIGH),
    _fact("score", lambda: tr("Score"), _of_page(lambda offer: offer.score), _points, Best.HIGH),
    _fact("promise", lambda: tr("Ships within"), _of_page(_hours), lambda hours: tr("{0} h").format(hours), Best.LOW),
    _fact("origin", lambda: tr("Ships from"), _of_page(lambda offer: offer.shipping.origin or None), str),
    _fact("supplier", lambda: tr("Supplier"), _of_page(lambda offer: offer.supplier.name or None), str),
    _fact("years", lambda: tr("Years on 1688"), _of_page(lambda offer: offer.supplier.score.years), exact_count, Best.HIGH),
    _fact(
        "service", lambda: tr("Supplier's service"), _of_page(lambda offer: offer.supplier.score.service), _points, Best.HIGH
    ),
    _fact(
        "repeat", lambda: tr("Supplier's repurchase rate"), _of_page(lambda offer: offer.supplier.score.repeat_rate),
        percent_text, Best.HIGH,
    ),
    _fact("marks", lambda: tr("Marks"), _of_page(_marks), str),
)  # fmt: skip


def cells_across(columns: Sequence[Compared], facts: Sequence[Fact], quantity: int) -> Cells:
    """As a spreadsheet takes it: an offer a column under its title and id, a fact a row."""
    titles = [text_cell(_title(each)) for each in columns]
    ids = [id_cell(each.pick.offer_id) for each in columns]
    rows = ([fact.heading(quantity), *(cell_of(fact, each, quantity) for each in columns)] for fact in facts)
    return [[tr("Offer"), *titles], [tr("Offer id"), *ids], *rows]


def _title(column: Compared) -> str:
    offer = column.offer
    return (offer.title_translated or offer.title) if offer is not None else ""
