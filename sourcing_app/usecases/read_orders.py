"""Reading orders at the platform and keeping them, with what they say about our intents (``own_orders``)."""

from __future__ import annotations

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.order import Order
from sourcing_app.errors import SourcingError, StoreUnavailable
from sourcing_app.platform.orders import calls as order_calls
from sourcing_app.usecases.own_orders import take_in
from sourcing_app.usecases.session import Session


async def read_order(session: Session, order_id: OrderId) -> Order:
    """The order as it is now, on the disk too. Raises what reading raises."""
    order = await session.platform.send(order_calls.GET, order_id)
    await session.ledger.orders.save(session.key, (order,), session.clock())
    await take_in(session, (order,))
    return order


async def read_and_keep(session: Session, order_ids: tuple[OrderId, ...]) -> tuple[Order, ...]:
    """Reads orders that are known to exist; gives those that could be read. A failure changes nothing about the others: the
    next refresh will read them."""
    found: list[Order] = []
    for order_id in order_ids:
        try:
            found.append(await read_order(session, order_id))
        except StoreUnavailable:
            break
        except SourcingError:
            continue
    return tuple(found)
