"""What a receipt says about its order's fate, and about what changed."""

from __future__ import annotations

from sourcing_app.domain.approval import ORDERED
from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.money import Money
from sourcing_app.domain.preview import OrderPreview, TradeMode
from sourcing_app.ui.cart.slips import Fate, FateKind
from sourcing_app.ui.format import money_text
from sourcing_app.ui.notices import notice_of
from sourcing_app.ui.texts import tr

_AMOUNTS = {"goods", "freight", "total", "discount", "fee", "part total", "red envelope"}


def fate_chip(fate: Fate) -> tuple[str, str, str]:
    """A word with its colour role and its shape."""
    return {
        FateKind.WAITING: (tr("Waiting its turn"), "muted", "clock"),
        FateKind.PLACING: (tr("Placing…"), "accent", "upload"),
        FateKind.PLACED: (tr("Placed"), "good", "check"),
        FateKind.REFUSED: (tr("Refused by 1688"), "danger", "error"),
        FateKind.CHECKING: (tr("Checking with 1688…"), "warning", "clock"),
        FateKind.DOUBTED: (tr("1688 said no"), "warning", "warning"),
        FateKind.CHANGED: (tr("Changed, nothing ordered"), "warning", "warning"),
        FateKind.NOT_SENT: (tr("Not ordered"), "warning", "warning"),
    }[fate.kind]


def fate_sentence(fate: Fate) -> str:
    """What it means and what to do."""
    match fate.kind:
        case FateKind.PLACED:
            return _placed(fate)
        case FateKind.CHECKING:
            return tr(
                "No answer came back. We ask 1688 until it is known whether the order of {0} exists. Do not order it again."
            ).format(money_text(fate.total))
        case FateKind.CHANGED if any(what == ORDERED for what, _, _ in fate.differences):
            return tr("These goods were ordered before, and this program had lost its record of it. Order them again?")
        case FateKind.CHANGED:
            return tr("Something is different from what you approved. Look at it and decide again.")
        case FateKind.REFUSED | FateKind.DOUBTED | FateKind.NOT_SENT if fate.error is not None:
            return notice_of(fate.error).sentence
        case FateKind.NOT_SENT:
            return tr("This order does not exist at 1688. The goods can be ordered again.")
        case _:
            return ""


def _placed(fate: Fate) -> str:
    if fate.failed_lines:
        missing = len(fate.failed_lines)
        return tr("Made without {0} of its lines; they stay in the cart.", "", missing).format(missing)
    if fate.sums_differ:
        return tr("The order exists, but its sum is not {0}. Check it before you pay.").format(money_text(fate.total))
    if len(fate.order_ids) > 1:
        return tr("1688 made {0} orders of it, {1} together.").format(len(fate.order_ids), money_text(fate.total))
    return tr("{0}, not paid yet.").format(money_text(fate.total))


def theirs(fate: Fate) -> str:
    """The platform's own words, "" where it said nothing."""
    if fate.error is not None and fate.kind in (FateKind.REFUSED, FateKind.DOUBTED):
        notice = notice_of(fate.error)
        return notice.theirs[:400]
    return "\n".join((line.text or line.code)[:200] for line in fate.failed_lines)


def difference_rows(fate: Fate, preview: OrderPreview | None) -> list[tuple[str, str, str]]:
    """(what, as approved, now) with names people know."""
    return [(_what(what, preview), _value(what, before), _value(what, now)) for what, before, now in fate.differences]


def _what(what: str, preview: OrderPreview | None) -> str:
    names = {
        "goods": tr("Goods"), "freight": tr("Freight"), "total": tr("Total"), "discount": tr("Discount"),
        "fee": tr("Fee"), "part total": tr("Total of a part"), "address": tr("Address"), "orders": tr("Number of orders"),
        "supplier": tr("Supplier"), "promotions": tr("Promotions"), "trade modes": tr("Ways to trade"), "flow": tr("Channel"),
        "red envelope": tr("Red envelopes"), ORDERED: tr("Ordered already"), "freight in words": tr("Freight told in words only"),
    }  # fmt: skip
    if what.startswith("line "):
        offer, _, spec = what.removeprefix("line ").partition(" ")
        for line in preview.lines if preview is not None else ():
            if line.offer_id == offer and line.spec_id == spec:
                return line.spec_text or line.title
        return tr("A line")
    return names.get(what, what)


def _value(what: str, text: str) -> str:
    if what not in _AMOUNTS:
        return text or "—"
    try:
        return money_text(Money.from_yuan(text))
    except ValueError:
        return text


def mode_name(mode: TradeMode) -> str:
    """A way to trade in our words where we know it, with the platform's own beside them."""
    known = {
        "assureTrade": tr("Escrow"),
        "fxassure": tr("Escrow"),
        "alipay": tr("Alipay"),
        "period": tr("Account period"),
        "creditBuy": tr("Platform credit"),
        "631staged": tr("Staged payment 60/30/10"),
        "37staged": tr("Staged payment 30/70"),
    }.get(mode.code, "")
    theirs_name = mode.name or mode.code
    return f"{known} · {isolated(theirs_name)}" if known else theirs_name
