"""Everything the page shows from disk, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.domain.logistics import Parcel
from sourcing_app.domain.order import Order, OrderStatus

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

FIRST = 200
MOST = 20_000
_INTENTS = 500


@dataclass(frozen=True, slots=True)
class Known:
    """orders: newest first; intents: those made from here lately; started: when a payment page was opened, for unpaid
    orders. complete: whether these are all orders there are."""

    orders: tuple[Aged[Order], ...] = ()
    intents: tuple[OrderIntent, ...] = ()
    started: tuple[tuple[OrderId, datetime], ...] = ()
    complete: bool = True


async def read_known(use_cases: UseCases, limit: int) -> Known:
    """Orders, and what was tried, as they are on disk."""
    orders = await use_cases.list_orders(limit=limit)
    intents = await use_cases.list_orders.recent_intents(_INTENTS)
    unpaid = tuple(each.value.order_id for each in orders if each.value.status is OrderStatus.WAIT_PAY)
    started = await use_cases.pay_orders.started(unpaid[:_INTENTS]) if unpaid else {}
    return Known(orders, intents, tuple(started.items()), len(orders) < limit)


async def find_ids(use_cases: UseCases, words: str) -> frozenset[OrderId]:
    """The orders in which, or in whose parcels, all these words stand."""
    found = await use_cases.list_orders(words=words, limit=MOST)
    return frozenset(each.value.order_id for each in found)


@dataclass(frozen=True, slots=True)
class KnownOrder:
    """One order as it is on disk. parcels: None if never asked for; intent: None for one made elsewhere."""

    order: Aged[Order]
    parcels: Aged[tuple[Parcel, ...]] | None
    intent: OrderIntent | None


async def read_order(use_cases: UseCases, order_id: OrderId) -> KnownOrder | None:
    """None if it was never seen."""
    cached = await use_cases.open_order.cached(order_id)
    if cached is None:
        return None
    return KnownOrder(cached[0], cached[1], await use_cases.open_order.intent(order_id))


async def read_anew(use_cases: UseCases, order_id: OrderId) -> KnownOrder | None:
    """The order asked for at the platform, with its parcels once there can be any, then as it is on disk."""
    order = await use_cases.open_order(order_id)
    if order.status not in (OrderStatus.WAIT_PAY, OrderStatus.CANCELLED):
        await use_cases.open_order.parcels(order_id)
    return await read_order(use_cases, order_id)
