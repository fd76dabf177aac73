"""What a buyer approved, against what the platform says now: equal to the fen, or it is asked again."""

from __future__ import annotations

from collections.abc import Iterator

from sourcing_app.domain.money import Money, total
from sourcing_app.domain.preview import NOTHING, OrderChoice, OrderPreview, PreviewLine, PreviewPart, Promotion

Difference = tuple[str, str, str]
"""What, as approved, as it is now."""

ORDERED = "ordered"
"""What a difference is called that is an order of the same goods, made by a program that lost its record of it."""


def total_with(preview: OrderPreview, choice: OrderChoice) -> Money:
    """What all orders cost with this choice: the platform's total, where it already took its own promotion off.

    A promotion named in the choice replaces the one the platform selected, in the parts that offer it. Red envelopes
    are taken off when they are to be used, and only then. Look at ``sum_is_known`` before relying on it.
    """
    return total([_part_total(part, choice) for part in preview.parts])


def _part_total(part: PreviewPart, choice: OrderChoice) -> Money:
    result = part.total
    if part.red_envelope_taken != choice.use_red_envelope:
        result = result - part.red_envelope if choice.use_red_envelope else result + part.red_envelope
    chosen, selected = _named(part, choice.promotion_id), part.selected
    if chosen is None or chosen is selected:
        return result
    return result + (selected.discount if selected is not None else NOTHING) - chosen.discount


def sum_is_known(preview: OrderPreview, choice: OrderChoice) -> bool:
    """Whether ``total_with`` is what the platform will ask for: it only previews its own choice of promotion.

    With another one, freight is unknown where only one of the two makes it free, so are red envelopes, and so is what
    becomes of a part that offers only other promotions.
    """
    return all(_part_is_known(part, choice) for part in preview.parts)


def _part_is_known(part: PreviewPart, choice: OrderChoice) -> bool:
    chosen, selected = _named(part, choice.promotion_id), part.selected
    if not choice.promotion_id or chosen is selected:
        return True
    if chosen is None or choice.use_red_envelope:
        return False
    if selected is None:
        return not chosen.free_freight
    taken = part.reduced is not None and part.reduced >= selected.discount
    return taken and chosen.free_freight == selected.free_freight


def _named(part: PreviewPart, promotion_id: str) -> Promotion | None:
    return next((each for each in part.promotions if each.promotion_id == promotion_id), None)


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
    found = _differing("freight in words", ", ".join(approved.unknown_freight), ", ".join(now.unknown_freight))
    for before, after in zip(approved.parts, now.parts, strict=True):
        found += _differing("discount", before.discount.as_text(), after.discount.as_text())
        found += _differing("fee", before.additional_fee.as_text(), after.additional_fee.as_text())
        found += _differing("red envelope", before.red_envelope.as_text(), after.red_envelope.as_text())
        found += _differing("part total", before.total.as_text(), after.total.as_text())
        found += _differing("promotions", _promotions(before.promotions), _promotions(after.promotions))
        found += _differing("trade modes", _modes(before), _modes(after))
        found += _differing("flow", before.flow, after.flow)
    return found


def _promotions(promotions: tuple[Promotion, ...]) -> str:
    return "; ".join(
        f"{each.title} {each.discount.as_text()}{' + freight' if each.free_freight else ''}{' *' if each.selected else ''}"
        for each in promotions
    )


def _modes(part: PreviewPart) -> str:
    return ", ".join(sorted(mode.code for mode in part.trade_modes if mode.usable))
