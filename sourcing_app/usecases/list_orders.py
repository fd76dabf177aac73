"""Orders as last read: no network, so it works anywhere."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.domain.order_summary import OrderSummary, OrderView
from sourcing_app.usecases.session import Session


class ListOrders:
    """The orders of one account, from disk."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def __call__(
        self,
        status: OrderStatus | tuple[OrderStatus, ...] | None = None,
        words: str = "",
        limit: int = 200,
        offset: int = 0,
    ) -> tuple[Aged[Order], ...]:
        """Orders newest first, of one state, of several, or all; words are looked for in ids, names, specs, waybills."""
        statuses = (status,) if isinstance(status, OrderStatus) else (status or ())
        return await self._session.ledger.orders.list(self._session.key, statuses, words, limit, offset)

    async def counts(self) -> dict[OrderStatus, int]:
        """How many orders stand in each state; states without any are left out."""
        return await self._session.ledger.orders.counts(self._session.key)

    async def first(self, view: OrderView, count: int) -> tuple[OrderSummary, ...]:
        """The rows at the top of a list."""
        return await self._session.ledger.order_pages.first(self._session.key, view, count)

    async def keys(self, view: OrderView) -> list[OrderId]:
        """The ids of all orders of a list, in its order."""
        return await self._session.ledger.order_pages.keys(self._session.key, view)

    async def rows(self, order_ids: Collection[OrderId]) -> tuple[OrderSummary, ...]:
        """The rows of those of the orders that are known, in any order."""
        return await self._session.ledger.order_pages.rows(self._session.key, order_ids)

    async def whole(self, order_ids: tuple[OrderId, ...]) -> tuple[Aged[Order], ...]:
        """Those of the orders that are known with all that was read of them, in the order asked for."""
        found = await self._session.ledger.orders.get_all(self._session.key, order_ids)
        return tuple(found[order_id] for order_id in order_ids if order_id in found)

    async def waiting(self, soon: datetime) -> list[OrderId]:
        """Orders that may wait for the buyer; soon: unpaid ones that are closed before are among them."""
        return await self._session.ledger.order_pages.waiting(self._session.key, soon)

    async def intents(self, order_ids: Collection[OrderId]) -> dict[OrderId, OrderIntent]:
        """What those of the orders were made from here that are not paid yet, or were made twice."""
        return await self._session.ledger.order_pages.intents(self._session.key, order_ids)

    async def revision(self) -> int:
        """Grows whenever an order is another one than before."""
        return await self._session.ledger.order_pages.revision(self._session.key)

    async def newest_reading(self) -> datetime | None:
        """When an order was last read at the platform; None without any."""
        return await self._session.ledger.order_pages.newest_reading(self._session.key)

    async def open_intents(self) -> tuple[OrderIntent, ...]:
        """Orders being sent, and those whose fate is not known yet."""
        return await self._session.ledger.intents.open_ones(self._session.key)

    async def recent_intents(self, limit: int = 50) -> tuple[OrderIntent, ...]:
        """What was tried lately, refusals included, newest first."""
        return await self._session.ledger.intents.recent(self._session.key, limit)
