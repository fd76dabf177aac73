"""Orders as last read: no network, so it works anywhere."""

from __future__ import annotations

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.domain.order import Order, OrderStatus
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

    async def open_intents(self) -> tuple[OrderIntent, ...]:
        """Orders being sent, and those whose fate is not known yet."""
        return await self._session.ledger.intents.open_ones(self._session.key)

    async def recent_intents(self, limit: int = 50) -> tuple[OrderIntent, ...]:
        """What was tried lately, refusals included, newest first."""
        return await self._session.ledger.intents.recent(self._session.key, limit)
