"""Paying: the sum is read again, a page opened before is told of, and the page opens only after its host was checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QDeadlineTimer, QObject, Signal
from PySide6.QtGui import QGuiApplication

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import PayLink
from sourcing_app.errors import InvalidInput, OrderDoubled, PaymentStarted, PriceChanged
from sourcing_app.ui.account_part import AccountPart
from sourcing_app.ui.browser import Browser, OpenAddress, copied_instead
from sourcing_app.ui.format import money_text, when_text
from sourcing_app.ui.notices import Notice, Severity, Step, notice_of
from sourcing_app.ui.orders.asking import Question

_FRESH_MS = 5 * 60_000
"""How long a fetched link is copied again without asking 1688; how long one lives is documented nowhere."""


@dataclass(frozen=True, slots=True)
class PayWish:
    """One press of a button: which orders, taken at the press, and the sum that stood on it.

    doubles_wanted: the buyer knows of orders that the network doubled, and wants them all.

    again: the buyer knows that a page was asked for before. copies: the link is wanted on the clipboard, since it may be
    paid on a phone or another computer, or no browser starts here.
    """

    order_ids: tuple[OrderId, ...]
    approved: Money
    again: bool = False
    copies: bool = False
    doubles_wanted: bool = False


@dataclass(frozen=True, slots=True)
class _Fetched:
    """A link that came a moment ago, and for which press; kept in memory only, and not for long."""

    wish: PayWish
    link: PayLink
    fresh: QDeadlineTimer


class Paying(AccountPart):
    """asked(Question); opened(order ids): their link went to the browser or the clipboard; stale: the orders on disk are
    newer than shown."""

    changed = Signal()
    asked = Signal(object)
    opened = Signal(object)
    stale = Signal()
    noticed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._browser = Browser(self)
        self._browser.failed.connect(self._browser_failed)
        self.open_address: OpenAddress = self._browser
        self._fetched: _Fetched | None = None

    def detach(self) -> None:
        """Begin nothing more."""
        super().detach()
        self._fetched = None

    @property
    def busy(self) -> bool:
        """Whether a page is being fetched."""
        return self.tasks.is_running("pay")

    def pay(self, wish: PayWish) -> None:
        """Fetch the page. A second press while that is under way does nothing."""
        if not self.attached or not wish.order_ids:
            return
        if wish.copies and self._is_fetched(wish):
            self.copy_fetched()
            return
        self._start_money(
            "pay",
            lambda uses: uses.pay_orders(
                wish.order_ids, wish.approved, again=wish.again, doubles_wanted=wish.doubles_wanted
            ),
            partial(self._linked, wish),
            partial(self._not_linked, wish),
        )
        self.changed.emit()

    def copy_fetched(self) -> None:
        """The link that was fetched last, to the clipboard, as long as it is fresh."""
        if self._fetched is not None and not self._fetched.fresh.hasExpired():
            self._copy(self._fetched.link)

    def _is_fetched(self, wish: PayWish) -> bool:
        """Whether the very page was fetched just now, for the same orders at the same sum."""
        last = self._fetched
        same = last is not None and (last.wish.order_ids, last.wish.approved) == (wish.order_ids, wish.approved)
        return last is not None and same and not last.fresh.hasExpired()

    # --- a page -----------------------------------------------------------------------------------------------------

    def _linked(self, wish: PayWish, link: PayLink) -> None:
        self.changed.emit()
        if not link.not_covered:
            self._hand_on(wish, link, "", "")
        elif not link.covers:
            sentence = self.tr("1688 gave no payment page for these orders; nothing was opened.")
            details = "\n".join(f"{order_id}: {isolated(reason, 300)}" for order_id, reason in link.not_covered)
            self.noticed.emit(Notice(sentence, Severity.WARNING, details=details, cause="pay nothing"))
        else:
            self.asked.emit(self._left_out(wish, link))

    def _left_out(self, wish: PayWish, link: PayLink) -> Question:
        count = len(link.covers)
        accept = self.tr("Open for {0} orders", "", count).format(count)
        if wish.copies:
            accept = self.tr("Copy for {0} orders", "", count).format(count)
        return Question(
            "pay.left_out",
            self.tr("The payment page leaves orders out"),
            self.tr("1688's page does not cover the orders below. They stay unpaid when you pay the others."),
            accept,
            self.tr("Do not open"),
            partial(self._hand_on, wish, link),
            tuple((order_id, "", reason or self.tr("no reason given")) for order_id, reason in link.not_covered),
        )

    def _hand_on(self, wish: PayWish, link: PayLink, code: str, remark: str) -> None:
        self._fetched = _Fetched(wish, link, QDeadlineTimer(_FRESH_MS))
        if wish.copies:
            self._copy(link)
            self.opened.emit(link.covers)
        elif self.open_address(link.url):
            sentence = self.tr("The payment page was sent to your browser.")
            label = self.tr("Copy payment link")
            self.noticed.emit(Notice(sentence, Severity.GOOD, Step.COPY_LINK, label, cause="pay page"))
            self.opened.emit(link.covers)
        else:
            self._not_opened(link.url)
        self.stale.emit()

    def _copy(self, link: PayLink) -> None:
        QGuiApplication.clipboard().setText(link.url)
        sentence = self.tr("Payment link copied. Open it soon: how long it stays valid is not known.")
        self.noticed.emit(Notice(sentence, Severity.GOOD, cause="pay link copied"))

    def _browser_failed(self, address: str) -> None:
        """Of a payment page, or of an order's own page, which goes the same way."""
        if self._fetched is not None and self._fetched.link.url == address:
            self._not_opened(address)
        else:
            self.noticed.emit(copied_instead(address))

    def _not_opened(self, address: str) -> None:
        sentence = self.tr(
            "No browser could be opened. Nothing was paid. Copy the payment link and open it in a browser of your own."
        )
        label = self.tr("Copy payment link")
        self.noticed.emit(
            Notice(sentence, Severity.WARNING, Step.COPY_LINK, label, details=address, cause="no browser")
        )

    # --- none -------------------------------------------------------------------------------------------------------

    def _not_linked(self, wish: PayWish, error: Exception) -> None:
        self.changed.emit()
        self.stale.emit()
        match error:
            case PriceChanged():
                self.asked.emit(self._price_changed(wish, error))
            case OrderDoubled():
                self.asked.emit(self._doubled(wish, error))
            case PaymentStarted():
                self.asked.emit(self._started(wish, error))
            case InvalidInput(reason="not_payable"):
                sentence = self.tr("Order {0} does not wait for payment any more; no page was opened.")
                text = sentence.format(error.facts.get("order_id", ""))
                self.noticed.emit(Notice(text, Severity.WARNING, cause="not payable"))
            case _:
                self.noticed.emit(notice_of(error))

    def _price_changed(self, wish: PayWish, error: PriceChanged) -> Question:
        (_, before, now), *_rest = error.differences
        old, new = Money.from_yuan(before), Money.from_yuan(now)
        return Question(
            "pay.price_changed",
            self.tr("The price has changed"),
            self.tr("{0} would now cost another sum than the one you saw. Nothing was opened.").format(
                self._named(wish.order_ids)
            ),
            self.tr("Copy link for {0}").format(money_text(new))
            if wish.copies
            else self.tr("Pay {0}").format(money_text(new)),
            self.tr("Do not pay"),
            partial(self._pay_again, replace(wish, approved=new)),
            ((self.tr("Total"), money_text(old), money_text(new)),),
        )

    def _doubled(self, wish: PayWish, error: OrderDoubled) -> Question:
        return Question(
            "pay.doubled",
            self.tr("Two orders for one decision"),
            self.tr(
                "The network delivered your order twice, so 1688 holds the orders below under one decision of yours. Cancel one"
                " of them before you pay, unless you want both. Nothing was opened."
            ),
            self.tr("I want them all; pay {0}").format(money_text(wish.approved)),
            self.tr("Do not pay"),
            partial(self._pay_again, replace(wish, doubles_wanted=True)),
            tuple((order_id, "", "") for order_id in error.order_ids),
            is_danger=True,
        )

    def _started(self, wish: PayWish, error: PaymentStarted) -> Question:
        return Question(
            "pay.started",
            self.tr("A payment was started before"),
            self.tr(
                "A payment page was sent to your browser or its link copied on {0} for the orders below. 1688 says they are"
                " still unpaid, but a payment may be under way. Check that page, or your bank, before you pay a second time."
            ).format(when_text(error.started_at)),
            self.tr("Copy again") if wish.copies else self.tr("Open again"),
            self.tr("Do not copy") if wish.copies else self.tr("Do not open"),
            partial(self._pay_again, replace(wish, again=True)),
            tuple((order_id, "", "") for order_id in error.order_ids),
        )

    def _pay_again(self, wish: PayWish, code: str, remark: str) -> None:
        self.pay(wish)

    def _named(self, order_ids: tuple[OrderId, ...]) -> str:
        if len(order_ids) == 1:
            return self.tr("Order {0}").format(order_ids[0])
        return self.tr("These {0} orders", "", len(order_ids)).format(len(order_ids))
