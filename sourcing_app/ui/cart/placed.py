"""What was placed from this page, and the next act: paying it, or looking at it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.money import Money, total
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.ui.account_part import AccountPart
from sourcing_app.ui.cart.placing import Placing
from sourcing_app.ui.cart.slips import Fate, FateKind
from sourcing_app.ui.format import money_text
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import XS, M
from sourcing_app.ui.widgets.buttons import IconButton, button
from sourcing_app.ui.widgets.labels import ElidedLabel
from sourcing_app.ui.widgets.mark import Mark
from sourcing_app.ui.widgets.surface import Surface, row

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases


@dataclass(frozen=True, slots=True)
class Placed:
    """order_ids: all that were made, in the order they were placed; sum: what they cost together.

    to_pay: those that wait for payment as last read, as far as they are in one currency; to_pay_sum: of these.
    """

    order_ids: tuple[OrderId, ...]
    sum: Money
    to_pay: tuple[OrderId, ...]
    to_pay_sum: Money

    @property
    def title(self) -> str:
        """ "2 orders placed · CN¥594.00"."""
        count = len(self.order_ids)
        done = tr("{0} orders placed", "", count).format(count)
        return f"{done} · {money_text(self.sum)}"

    @property
    def pay_text(self) -> str:
        """The button that pays, "" when nothing waits for payment."""
        count = len(self.to_pay)
        if not count:
            return ""
        return tr("Pay the order") if count == 1 else tr("Pay {0} orders", "", count).format(count)

    @property
    def sentence(self) -> str:
        """What comes next."""
        if not self.to_pay:
            return tr("None of it waits for payment. You find all of it under Orders.")
        if self.to_pay_sum == self.sum:
            return tr("Not paid yet. 1688 closes orders that are not paid in time.")
        return tr("{0} of it is not paid yet. 1688 closes orders that are not paid in time.").format(
            money_text(self.to_pay_sum)
        )


def placed_by(fates: tuple[Fate, ...], known: dict[OrderId, Order]) -> Placed | None:
    """What these fates made; None when nothing. known: orders as they are on disk."""
    made = [fate for fate in fates if fate.kind is FateKind.PLACED and fate.order_ids]
    if not made:
        return None
    ids = tuple(order_id for fate in made for order_id in fate.order_ids)
    sums = [cost for fate in made for cost in _costs(fate, known)]
    waiting = [known[each] for each in ids if each in known and known[each].status is OrderStatus.WAIT_PAY]
    waiting = [order for order in waiting if order.total.currency == waiting[0].total.currency]
    same = [cost for cost in sums if cost.currency == sums[0].currency]
    return Placed(
        ids, total(same), tuple(order.order_id for order in waiting), total([order.total for order in waiting])
    )


def _costs(fate: Fate, known: dict[OrderId, Order]) -> list[Money]:
    """What its orders cost as they were read; what was approved while one of them was not."""
    if all(order_id in known for order_id in fate.order_ids):
        return [known[order_id].total for order_id in fate.order_ids]
    return [fate.total]


async def read_orders(use_cases: UseCases, order_ids: tuple[OrderId, ...]) -> dict[OrderId, Order]:
    """From disk; those not read yet are left out."""
    found = {order_id: await use_cases.open_order.cached(order_id) for order_id in order_ids}
    return {order_id: each[0].value for order_id, each in found.items() if each is not None}


class PlacedOrders(AccountPart):
    """What was placed in this run and nobody has put away. changed: it, or how it stands."""

    changed = Signal()

    def __init__(self, placing: Placing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._placing = placing
        self._known: dict[OrderId, Order] = {}
        placing.changed.connect(self.look)

    def attach(self, use_cases: UseCases) -> None:
        """Read with this account."""
        super().attach(use_cases)
        self._known = {}

    @property
    def placed(self) -> Placed | None:
        """None while nothing was placed."""
        return placed_by(self._placing.fates, self._known)

    def look(self) -> None:
        """See how the orders stand on disk: they may have been paid meanwhile."""
        placed = self.placed
        if placed is not None:
            self._start("look", partial(read_orders, order_ids=placed.order_ids), self._show)

    def put_away(self) -> None:
        """The person has read it."""
        for fate in self._placing.fates:
            if fate.kind is FateKind.PLACED:
                self._placing.forget(fate.supplier_id)

    def _show(self, known: dict[OrderId, Order]) -> None:
        if known != self._known:
            self._known = known
            self.changed.emit()


class PlacedBar(Surface):
    """The same over lines that are still in the cart. paid, shown, put_away: the buttons."""

    paid = Signal()
    shown = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self.title = ElidedLabel("", size=TextSize.BODY, strong=True)
        self.pay_button = button("", "primary", icon_name="wallet", small=True, spends=True)
        self.show_button = button(self.tr("Show orders"), "plain", small=True)
        self.close_button = IconButton("close", self.tr("Put away"), small=True)
        box = row(self, spacing=XS)
        box.setContentsMargins(M, XS, XS, XS)
        box.addWidget(Mark("check", "good"))
        box.addWidget(self.title, 1)
        box.addWidget(self.pay_button)
        box.addWidget(self.show_button)
        box.addWidget(self.close_button)
        self.pay_button.clicked.connect(self.paid)
        self.show_button.clicked.connect(self.shown)
        self.close_button.clicked.connect(self.put_away)
        self.hide()

    def show_placed(self, placed: Placed | None) -> None:
        """None hides it."""
        self.setVisible(placed is not None)
        if placed is not None:
            self.title.setText(placed.title)
            self.setAccessibleName(placed.title)
            self.pay_button.setText(placed.pay_text)
            self.pay_button.setVisible(bool(placed.pay_text))
