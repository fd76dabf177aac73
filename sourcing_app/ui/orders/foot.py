"""Under the order: what can be done with it. Buttons act on the order ids taken when they were pressed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.money import Money, total
from sourcing_app.domain.order import OrderStatus
from sourcing_app.ui.format import money_text
from sourcing_app.ui.orders.attention import AnyOrder
from sourcing_app.ui.orders.paying import PayWish
from sourcing_app.ui.orders.words import pay_label
from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import XS, XXS, M
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.labels import hairline, label
from sourcing_app.ui.widgets.surface import column, row


@dataclass(frozen=True, slots=True)
class FootPlan:
    """orders: those to pay; to_cancel: the one that may be cancelled. reason: why nothing can be done, "" when it can;
    paying: a page is being fetched; cancelling: an answer is awaited; wait_s: until 1688 takes a cancellation."""

    orders: tuple[AnyOrder, ...] = ()
    to_cancel: AnyOrder | None = None
    reason: str = ""
    paying: bool = False
    cancelling: bool = False
    wait_s: int = 0

    @property
    def wish(self) -> PayWish:
        """What a press on Pay means now."""
        return PayWish(tuple(order.order_id for order in self.orders), self.sum)

    @property
    def sum(self) -> Money:
        """What they cost, as last read."""
        return total([order.total for order in self.orders])


def payable(orders: tuple[AnyOrder, ...]) -> tuple[AnyOrder, ...]:
    """Those that wait for payment, as far as they can be one sum: in the currency of the first."""
    waiting = [order for order in orders if order.status is OrderStatus.WAIT_PAY]
    return tuple(order for order in waiting if order.total.currency == waiting[0].total.currency)


class Foot(QWidget):
    """pay_wanted(PayWish), cancel_wanted(an order): as they were when the button was pressed down."""

    pay_wanted = Signal(object)
    cancel_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = FootPlan()
        self._pressed: FootPlan | None = None
        self._waiting: FootPlan | None = None
        self.pay_button = button("", "primary", icon_name="wallet", spends=True)
        self.copy_button = button(self.tr("Copy payment link"), "link", icon_name="copy", small=True)
        self.cancel_button = button("", "danger")
        self.reason = label("", TextSize.CAPTION, "muted", wrap=True)
        box = column(self, spacing=0)
        box.addWidget(hairline())
        inside = column(margin=M, spacing=XXS)
        line = row(spacing=XS)
        self.pay_button.setMinimumHeight(36)
        self.cancel_button.setMinimumHeight(36)
        line.addWidget(self.pay_button, 1)
        line.addWidget(self.cancel_button)
        inside.addLayout(line)
        inside.addWidget(self.copy_button, alignment=Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.reason)
        box.addLayout(inside)
        for each in (self.pay_button, self.copy_button, self.cancel_button):
            each.pressed.connect(self._press)
            each.released.connect(self._release)
        self.pay_button.clicked.connect(self._pay)
        self.copy_button.clicked.connect(self._copy)
        self.cancel_button.clicked.connect(self._cancel)
        self.show_plan(self._plan)

    @property
    def plan(self) -> FootPlan:
        """What is offered now."""
        return self._plan

    def show_plan(self, plan: FootPlan) -> None:
        """Offer this. While a button is held down it keeps saying what it said when it was pressed."""
        if any(each.isDown() for each in (self.pay_button, self.copy_button, self.cancel_button)):
            self._waiting = plan
            return
        self._waiting = None
        self._plan = plan
        able = not plan.reason
        self.pay_button.setText(pay_label(len(plan.orders), money_text(plan.sum)))
        if plan.paying:
            self.pay_button.setText(self.tr("Asking 1688 for the payment page…"))
        self.pay_button.setVisible(bool(plan.orders))
        self.pay_button.setEnabled(able and not plan.paying)
        self.pay_button.setAccessibleDescription(plan.reason)
        self.copy_button.setVisible(bool(plan.orders))
        self.copy_button.setEnabled(able and not plan.paying)
        self.cancel_button.setText(self._cancel_text(plan))
        self.cancel_button.setVisible(plan.to_cancel is not None)
        self.cancel_button.setEnabled(able and not plan.cancelling and not plan.wait_s)
        self.cancel_button.setAccessibleDescription(plan.reason)
        self.reason.setText(plan.reason)
        self.reason.setVisible(bool(plan.reason))
        self.setVisible(bool(plan.orders) or plan.to_cancel is not None)

    def _cancel_text(self, plan: FootPlan) -> str:
        if plan.cancelling:
            return self.tr("Cancelling…")
        if plan.wait_s:
            return self.tr("Cancel in {0} s").format(plan.wait_s)
        return self.tr("Cancel order…")

    def _press(self) -> None:
        self._pressed = self._plan

    def _release(self) -> None:
        """What came meanwhile is shown once the press is dealt with."""
        QTimer.singleShot(0, self, self._catch_up)

    def _catch_up(self) -> None:
        if self._waiting is not None:
            self.show_plan(self._waiting)

    def _pay(self) -> None:
        """Off before anything else happens; it comes back when the page has come or not."""
        plan, self._pressed = self._pressed or self._plan, None
        self.pay_button.setEnabled(False)
        self.pay_wanted.emit(plan.wish)

    def _copy(self) -> None:
        """As Pay, but the link is wanted on the clipboard."""
        plan, self._pressed = self._pressed or self._plan, None
        self.pay_wanted.emit(replace(plan.wish, copies=True))

    def _cancel(self) -> None:
        plan, self._pressed = self._pressed or self._plan, None
        if plan.to_cancel is not None:
            self.cancel_wanted.emit(plan.to_cancel)


__all__ = ["Foot", "FootPlan", "OrderId", "payable"]
