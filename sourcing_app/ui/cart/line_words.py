"""What the cart says about a line and about a supplier."""

from __future__ import annotations

from sourcing_app.domain.cart import PricedLine, Problem, QuantityProblem, SupplierGroup
from sourcing_app.ui.format import exact_count, money_text
from sourcing_app.ui.quantity_sentences import problem_sentence
from sourcing_app.ui.texts import tr

Note = tuple[str, str]
"""A sentence and its colour role."""


def goods_words(entry: PricedLine, problems: tuple[QuantityProblem, ...]) -> tuple[str, str, list[Note]]:
    """Title, spec, and the notes under them: what changed since it was put in, and which rules are broken."""
    line = entry.line
    title = line.title_translated or line.title
    spec = line.spec_text_translated or line.spec_text or tr("no variants")
    notes: list[Note] = []
    if entry.price_changed:
        notes.append((_price_note(entry), "warning"))
    elif (tier := entry.tier_reached) is not None:
        notes.append((_tier_note(entry.offer_quantity, tier.from_quantity), "info"))
    if line.stock < line.stock_when_added and not line.gone and line.stock < max(line.quantity * 2, 20):
        text = tr("Stock was {0} when you put it in, now {1}.")
        notes.append((text.format(exact_count(line.stock_when_added), exact_count(line.stock)), "warning"))
    notes += [(problem_sentence(each), "danger") for each in problems if each.kind is not Problem.PRICE_UNKNOWN]
    return title, spec, notes[:2]


def _price_note(entry: PricedLine) -> str:
    before = entry.price_seen
    up = before is not None and entry.unit_price is not None and entry.unit_price > before
    text = tr("The price went up from {0} to {1}.") if up else tr("The price went down from {0} to {1}.")
    return text.format(money_text(before), money_text(entry.unit_price))


def _tier_note(quantity: int, from_quantity: int) -> str:
    text = tr("{0} pcs of this offer: the price from {1} holds.", "", quantity)
    return text.format(exact_count(quantity), exact_count(from_quantity))


def group_words(group: SupplierGroup, *, locked: bool) -> tuple[str, str, str]:
    """What is said under a supplier's name, its colour role, its icon."""
    lines = tr("{0} lines", "", len(group.lines)).format(exact_count(len(group.lines)))
    if locked:
        return " · ".join((lines, tr("on its way to 1688"))), "warning", "clock"
    if group.ready:
        return " · ".join((lines, tr("all checks passed"))), "good", "check"
    first = group.problems[0]
    more = len(group.problems) - 1
    said = problem_sentence(first)
    if more:
        said = tr("{0} (and {1} more)").format(said, exact_count(more))
    return f"{lines} · {said}", "danger", "error"
