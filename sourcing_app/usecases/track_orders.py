"""Bringing the known orders up to date: first all of them, then only what the platform says was modified."""

from __future__ import annotations

from datetime import datetime, timedelta

from sourcing_app.domain.order import Order, OrderChanges, OrderFilter, OrderStatus, StatusChange, merge_listed
from sourcing_app.errors import SourcingError, StoreUnavailable
from sourcing_app.platform.orders import calls as order_calls
from sourcing_app.usecases.own_orders import take_in
from sourcing_app.usecases.read_orders import read_order
from sourcing_app.usecases.session import Session

_PAGE_SIZE = 50
_MOST_PAGES = 200
_MOST_DETAILS = 40
_OVERLAP = timedelta(minutes=10)
"""The list is not strictly in the order of modification; a little is read twice. By the platform's own times."""


class TrackOrders:
    """Refreshes the orders of one account."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def __call__(self, *, everything: bool = False) -> OrderChanges:
        """Reads the list (all of it the first time, or if asked), then the details of what changed, and keeps both.

        changed: orders whose state is another than when last read, and orders seen for the first time. What was read
        before an error is kept; then the error is raised.
        """
        newest = None if everything else await self._session.ledger.orders.newest_change(self._session.key)
        changed: list[StatusChange] = []
        stale: list[Order] = []
        number, more = 1, True
        while more and number <= _MOST_PAGES:
            page = await self._session.platform.send(order_calls.LIST, _filter(newest, number))
            found = await self._keep(page.orders, changed)
            stale += found
            more, number = page.has_more, number + 1
        await self._read_details(stale)
        counts = await self._session.ledger.orders.counts(self._session.key)
        return OrderChanges(tuple(changed), sum(counts.values()))

    async def _keep(self, listed: tuple[Order, ...], changed: list[StatusChange]) -> list[Order]:
        """Keeps a page; adds state changes to changed; returns those whose details should be read again."""
        session = self._session
        known = await session.ledger.orders.get_all(session.key, tuple(order.order_id for order in listed))
        merged, stale = [], []
        for order in listed:
            before = known[order.order_id].value if order.order_id in known else None
            merged.append(merge_listed(before, order))
            if before is None or before.status is not order.status:
                changed.append(StatusChange(order.order_id, before.status if before else None, order.status))
            if _is_stale(before, order):
                stale.append(order)
        await self._note_foreign([order for order in listed if order.order_id not in known])
        await session.ledger.orders.save(session.key, merged, session.clock())
        await take_in(session, merged)
        return stale

    async def _note_foreign(self, new: list[Order]) -> None:
        """Orders that no intent of ours knows are adopted as made elsewhere (M27); the audit trail says so."""
        session = self._session
        ours = await session.ledger.intents.made_here(session.key, new)
        foreign = [
            (order.supplier_name, {"order": order.order_id, "total": order.total.as_text()})
            for order in new
            if order.order_id not in ours
        ]
        if foreign:
            await session.ledger.journal.append_all(session.key, "order_made_elsewhere", foreign, session.clock())

    async def _read_details(self, stale: list[Order]) -> None:
        """The newest first, a bounded number a refresh; the others are read when they are opened."""
        live = [order for order in stale if order.status not in (OrderStatus.SUCCESS, OrderStatus.TERMINATED)]
        for order in live[:_MOST_DETAILS]:
            try:
                await read_order(self._session, order.order_id)
            except StoreUnavailable:
                raise
            except SourcingError:
                return


def _filter(newest: datetime | None, page: int) -> OrderFilter:
    modified_from = newest - _OVERLAP if newest is not None else None
    return OrderFilter(modified_from=modified_from, page=page, page_size=_PAGE_SIZE)


def _is_stale(known: Order | None, listed: Order) -> bool:
    """Whether the details may be other than what is known."""
    if known is None or not known.is_detail:
        return True
    return known.status is not listed.status or known.modified_at != listed.modified_at or known.total != listed.total
