"""Reading orders at the platform and keeping them, with what is noted when an order is seen for the first time."""

from __future__ import annotations

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.order import Order
from sourcing_app.errors import SourcingError, StoreUnavailable
from sourcing_app.usecases.session import Session


async def read_order(session: Session, order_id: OrderId) -> Order:
    """The order as it is now, on the disk too. Raises what reading raises."""
    order = await session.platform.orders.get(order_id)
    await session.ledger.orders.save(session.key, (order,), session.clock())
    return order


async def read_and_keep(session: Session, order_ids: tuple[OrderId, ...]) -> None:
    """Reads orders that are known to exist. A failure changes nothing about them: the next refresh will read them."""
    for order_id in order_ids:
        try:
            await read_order(session, order_id)
        except StoreUnavailable:
            return
        except SourcingError:
            continue
