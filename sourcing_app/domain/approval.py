"""What a buyer approved, against what the platform says now: equal to the fen, or it is asked again."""

from __future__ import annotations

from collections.abc import Iterator

from sourcing_app.domain.money import Money, total
from sourcing_app.domain.preview import OrderChoice, OrderPreview, PreviewLine, PreviewPart, Promotion

Difference = tuple[str, str, str]
"""What, as approved, as it is now."""


def total_with(preview: OrderPreview, choice: OrderChoice) -> Money:
    """What all orders cost with this choice: the platform's total, where it already took its own promotion off.

    A promotion named in the choice replaces the one the platform selected, in the parts that offer it.
    """
    return total([_part_total(part, choice.promotion_id) for part in preview.parts])


def _part_total(part: PreviewPart, promotion_id: str) -> Money:
    chosen = next((each for each in part.promotions if each.promotion_id == promotion_id), None)
    selected = next((each for each in part.promotions if each.selected), None)
    if chosen is None or chosen is selected:
        return part.total
    before = selected.discount if selected is not None else Money.zero(part.total.currency)
    return part.total + before - chosen.discount


def differences(approved: OrderPreview, now: OrderPreview) -> tuple[Difference, ...]:
    """Everything that differs in what is bought, what it costs, and where it goes; () when nothing does."""
    found = [
        *_differing("supplier", approved.supplier_id, now.supplier_id),
        *_differing("address", approved.address.in_full, now.address.in_full),
        *_differing("orders", str(len(approved.parts)), str(len(now.parts))),
        *_sums(approved, now),
        *_lines(approved, now),
    ]
    if not found:
        found += _terms(approved, now)
    return tuple(found)


def _differing(what: str, before: str, after: str) -> list[Difference]:
    return [(what, before, after)] if before != after else []


def _sums(approved: OrderPreview, now: OrderPreview) -> Iterator[Difference]:
    for what, before, after in (
        ("goods", approved.goods, now.goods),
        ("freight", approved.freight, now.freight),
        ("total", approved.total, now.total),
    ):
        if before != after:
            yield what, before.as_text(), after.as_text()


def _lines(approved: OrderPreview, now: OrderPreview) -> Iterator[Difference]:
    before, after = _by_key(approved), _by_key(now)
    for key in sorted(before.keys() | after.keys()):
        one, other = _line_text(before.get(key)), _line_text(after.get(key))
        if one != other:
            yield f"line {key[0]} {key[1]}".rstrip(), one, other


def _by_key(preview: OrderPreview) -> dict[tuple[str, str], PreviewLine]:
    return {(line.offer_id, line.spec_id): line for part in preview.parts for line in part.lines}


def _line_text(line: PreviewLine | None) -> str:
    """ "" for no line; the platform's reason for one that cannot be bought."""
    if line is None:
        return ""
    if not line.ok:
        return line.text or line.code or "not for sale"
    price = line.unit_price.as_text() if line.unit_price is not None else "?"
    amount = line.amount.as_text() if line.amount is not None else "?"
    return f"{line.quantity} x {price} = {amount}"


def _terms(approved: OrderPreview, now: OrderPreview) -> list[Difference]:
    """What else decides the order, part by part: discounts, fees, promotions, ways to trade."""
    found: list[Difference] = []
    for before, after in zip(approved.parts, now.parts, strict=True):
        found += _differing("discount", before.discount.as_text(), after.discount.as_text())
        found += _differing("fee", before.additional_fee.as_text(), after.additional_fee.as_text())
        found += _differing("part total", before.total.as_text(), after.total.as_text())
        found += _differing("promotions", _promotions(before.promotions), _promotions(after.promotions))
        found += _differing("trade modes", _modes(before), _modes(after))
        found += _differing("flow", before.flow, after.flow)
    return found


def _promotions(promotions: tuple[Promotion, ...]) -> str:
    return "; ".join(f"{each.title} {each.discount.as_text()}{' *' if each.selected else ''}" for each in promotions)


def _modes(part: PreviewPart) -> str:
    return ", ".join(sorted(mode.code for mode in part.trade_modes if mode.usable))
