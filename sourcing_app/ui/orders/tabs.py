"""The tabs over the list: which orders each holds."""

from __future__ import annotations

from enum import Enum

from sourcing_app.domain.order import OrderStatus
from sourcing_app.ui.texts import tr

S = OrderStatus


class OrdersTab(Enum):
    """One tab. The value is its name for code, settings and tests."""

    ALL = "all"
    TO_PAY = "to_pay"
    TO_SHIP = "to_ship"
    ON_THE_WAY = "on_the_way"
    DONE = "done"
    CLOSED = "closed"
    ATTENTION = "attention"

    def holds(self, status: OrderStatus) -> bool:
        """Whether orders of this state stand here; attention is not told by the state."""
        return self is OrdersTab.ALL or status in _STATES.get(self, ())

    @property
    def statuses(self) -> tuple[OrderStatus, ...]:
        """The states of its orders; () where they are not told by the state."""
        return _STATES.get(self, ())

    def heading(self) -> str:
        """In the person's language."""
        return {
            OrdersTab.ALL: tr("All"),
            OrdersTab.TO_PAY: tr("To pay"),
            OrdersTab.TO_SHIP: tr("To ship"),
            OrdersTab.ON_THE_WAY: tr("On the way"),
            OrdersTab.DONE: tr("Done"),
            OrdersTab.CLOSED: tr("Closed"),
            OrdersTab.ATTENTION: tr("Attention"),
        }[self]


_STATES = {
    OrdersTab.TO_PAY: (S.WAIT_PAY,),
    OrdersTab.TO_SHIP: (S.WAIT_SEND,),
    OrdersTab.ON_THE_WAY: (S.WAIT_PICKUP, S.WAIT_RECEIVE, S.WAIT_SIGN, S.SIGNED),
    OrdersTab.DONE: (S.CONFIRMED, S.SUCCESS),
    OrdersTab.CLOSED: (S.CANCELLED, S.TERMINATED),
}
