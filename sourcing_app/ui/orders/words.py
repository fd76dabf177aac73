"""What the page says about orders: states, reasons, refunds, carriers' words. Every text of the platform is marked as theirs."""

from __future__ import annotations

from datetime import datetime

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.domain.order_summary import OrderSummary, refund_of
from sourcing_app.domain.refund import RefundStatus
from sourcing_app.ui.format import age_text, left_text
from sourcing_app.ui.orders.attention import AnyOrder, Reason
from sourcing_app.ui.texts import tr

S = OrderStatus


def status_chip(order: AnyOrder) -> tuple[str, str, str]:
    """(word, colour role, icon): a shape as well as a colour. A state we do not know is shown in the platform's word."""
    chip = {
        S.WAIT_PAY: (tr("To pay"), "price", "wallet"),
        S.WAIT_SEND: (tr("To ship"), "accent", "box"),
        S.WAIT_PICKUP: (tr("Waiting for pick-up"), "accent", "truck"),
        S.WAIT_RECEIVE: (tr("On the way"), "accent", "truck"),
        S.WAIT_SIGN: (tr("Waiting for signature"), "accent", "truck"),
        S.SIGNED: (tr("Delivered"), "good", "truck"),
        S.CONFIRMED: (tr("Received"), "good", "check"),
        S.SUCCESS: (tr("Done"), "good", "check"),
        S.CANCELLED: (tr("Closed"), "muted", "close"),
        S.TERMINATED: (tr("Ended early"), "muted", "close"),
    }.get(order.status)
    return chip or (isolated(order.status_word, 40) or tr("Unknown"), "warning", "info")


def reason_sentence(reason: Reason, order: AnyOrder, now: datetime) -> str:
    """What waits, and what to do about it."""
    match reason:
        case Reason.DOUBLED:
            return tr(
                "Two orders for one decision: the network delivered your order twice. Cancel one of them before you pay,"
                " unless you want both."
            )
        case Reason.FOUND_AFTER_ALL:
            return tr(
                "This order counted as not made, and it exists. If its goods were ordered again since, cancel one of the two"
                " before you pay."
            )
        case Reason.SUMS_DIFFER:
            return tr("This order does not cost what you approved. Compare the sums before you pay.")
        case Reason.PRICE_CHANGED:
            return tr("The supplier changed the price since you ordered. Compare the sums before you pay.")
        case Reason.FAILED_LINES:
            return tr("The order was made without some of its lines. Check it before you pay.")
        case Reason.PAY_SOON:
            return pay_by(order, now)
        case Reason.REFUND_WAITS:
            return refund_sentence(order)
        case Reason.UNKNOWN_STATE:
            return tr("1688 gives this order a state that this version does not know. Look at it on 1688.")


def reason_short(reason: Reason, order: AnyOrder, now: datetime) -> str:
    """The same for a row."""
    return {
        Reason.DOUBLED: tr("Two orders for one decision"),
        Reason.FOUND_AFTER_ALL: tr("Exists after all"),
        Reason.SUMS_DIFFER: tr("Sum differs"),
        Reason.PRICE_CHANGED: tr("Price changed"),
        Reason.FAILED_LINES: tr("Lines left out"),
        Reason.PAY_SOON: pay_by(order, now, short=True),
        Reason.REFUND_WAITS: tr("Refund waits for you"),
        Reason.UNKNOWN_STATE: tr("Unknown state"),
    }[reason]


def pay_by(order: AnyOrder, now: datetime, *, short: bool = False) -> str:
    """How long an unpaid order stays open; "" where the platform does not tell."""
    if order.pay_before is None or order.status is not S.WAIT_PAY:
        return ""
    left = left_text(order.pay_before, now)
    if order.pay_before < now:
        return tr("Payment overdue") if short else tr("The time to pay is over; 1688 may close this order any moment.")
    return (
        tr("Pay within {0}").format(left) if short else tr("Pay within {0}, then 1688 closes the order.").format(left)
    )


def refund_sentence(order: AnyOrder) -> str:
    """Where a refund stands, with the platform's word where we do not know it; "" without a refund."""
    status = refund_of(order)
    if status is None:
        return ""
    known = {
        RefundStatus.WAIT_SELLER_AGREE: tr("Refund: the supplier has to answer."),
        RefundStatus.WAIT_BUYER_MODIFY: tr("Refund: the supplier refused. Change or withdraw it on 1688."),
        RefundStatus.WAIT_BUYER_SEND: tr("Refund: the supplier waits for the goods. Send them back."),
        RefundStatus.WAIT_SELLER_RECEIVE: tr("Refund: the goods are on their way back."),
        RefundStatus.SUCCESS: tr("Refunded."),
        RefundStatus.CLOSED: tr("The refund was closed."),
    }.get(status)
    return known or tr("Refund: 1688 says “{0}”.").format(isolated(status.value, 60))


def close_sentence(order: Order) -> str:
    """Why an order is closed; "" where it is not, or nobody said."""
    if order.status not in (S.CANCELLED, S.TERMINATED) or not order.close_reason:
        return ""
    known = {
        "buyerCancel": tr("Cancelled by the buyer."),
        "sellerGoodsLack": tr("Closed by the supplier: out of stock."),
        "BUYER_NO_PAY": tr("Closed because it was not paid in time."),
        "other": tr("Closed for another reason."),
    }.get(order.close_reason)
    return known or tr("Closed. 1688 says “{0}”.").format(isolated(order.close_reason, 120))


def goods_text(order: AnyOrder) -> str:
    """The first line's title, and how many more there are."""
    if isinstance(order, OrderSummary):
        first, count = order.goods, order.line_count
    else:
        first, count = " ".join(order.entries[0].title.split()) if order.entries else "", len(order.entries)
    if not count:
        return tr("Lines not read yet")
    first, more = isolated(first), count - 1
    return tr("{0} + {1} more").format(first, more) if more else first


def since_text(since: datetime | None, now: datetime) -> str:
    """How long in its state. "—" where not told."""
    return age_text(since, now) if since is not None else "—"


def pay_label(count: int, sum_text: str) -> str:
    """The button for money says the act and the sum."""
    if not count:
        return tr("Pay")
    act = tr("Pay") if count == 1 else tr("Pay {0} orders", "", count).format(count)
    return f"{act} · {sum_text}"


def cancel_reasons() -> tuple[tuple[str, str], ...]:
    """(the platform's code, our words). Source: contract alibaba.trade.cancel; reasons that are for sellers are left out."""
    return (
        ("buyerCancel", tr("I do not need it any more")),
        ("other", tr("Another reason")),
    )
