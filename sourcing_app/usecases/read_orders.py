"""Reading orders at the platform and keeping them, with what is noted when an order is seen for the first time."""

from __future__ import annotations

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.intent import FOUND_AFTER_ALL, CreatedOrder, CreateResult, IntentState
from sourcing_app.domain.order import Order
from sourcing_app.errors import SourcingError, StoreUnavailable
from sourcing_app.usecases.session import Session


async def read_order(session: Session, order_id: OrderId) -> Order:
    """The order as it is now, on the disk too. Raises what reading raises."""
    order = await session.platform.orders.get(order_id)
    await session.ledger.orders.save(session.key, (order,), session.clock())
    await _take_back(session, order)
    return order


async def _take_back(session: Session, order: Order) -> None:
    """An order under the key of an intent that a person took for absent: it exists after all, so the intent made it."""
    if order.out_order_id is None:
        return
    intent = await session.ledger.intents.of_out_order_id(session.key, order.out_order_id)
    if intent is None or intent.state is not IntentState.ABSENT:
        return
    now = session.clock()
    made = CreateResult((CreatedOrder(order.order_id, order.total, order.freight),))
    await session.ledger.intents.mark_created(intent.intent_id, made, now, FOUND_AFTER_ALL)
    facts = {"out_order_id": intent.out_order_id, "orders": order.order_id}
    await session.ledger.journal.append(session.key, "order_found", intent.supplier_name, facts, now)


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
