"""What the page shows from disk: the top of a list at once, then all its keys, then the rows that come into sight."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.domain.logistics import Parcel
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.domain.order_summary import OrderSummary, OrderView
from sourcing_app.ui.orders.attention import PAY_SOON, reasons_for
from sourcing_app.ui.orders.rows import OrderRow

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

WINDOW = 50
"""Rows that are read at once: two screens."""

_LATELY = 50


@dataclass(frozen=True, slots=True)
class Rows:
    """rows: in no order; intents: what those were made from here that are not paid, or were made twice."""

    rows: tuple[OrderRow, ...] = ()
    intents: dict[OrderId, OrderIntent] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Top:
    """The top of a list. counts: of all orders by state; newest: when an order was last read; rows: the first of the list,
    then others that were asked for."""

    view: OrderView
    counts: dict[OrderStatus, int]
    newest: datetime | None
    revision: int
    keys: list[OrderId]
    rows: Rows


@dataclass(frozen=True, slots=True)
class Keys:
    """All orders of a list in their order, and where each stands. first, removed, added: how it differs from the list
    before: so many keys from ``first`` on were taken out, so many put in."""

    ids: list[OrderId] = field(default_factory=list)
    places: dict[OrderId, int] = field(default_factory=dict)
    first: int = 0
    removed: int = 0
    added: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """rows: orders that wait for the buyer for a reason; lately: what was tried last, newest first."""

    rows: Rows
    lately: tuple[OrderIntent, ...]


async def read_top(use_cases: UseCases, view: OrderView, also: Collection[OrderId], now: datetime) -> Top:
    """also: orders whose rows are wanted too."""
    orders = use_cases.list_orders
    first = await orders.first(view, WINDOW)
    counts = await orders.counts()
    shown = {row.order_id for row in first}
    others = await orders.rows([each for each in also if each not in shown])
    rows = await _with_reasons(use_cases, (*first, *others), now)
    newest, revision = await orders.newest_reading(), await orders.revision()
    return Top(view, counts, newest, revision, [row.order_id for row in first], rows)


async def read_keys(use_cases: UseCases, view: OrderView, before: list[OrderId]) -> Keys:
    """before: the keys shown now."""
    ids = await use_cases.list_orders.keys(view)
    return await asyncio.to_thread(keys_of, ids, before)


async def read_rows(use_cases: UseCases, order_ids: Collection[OrderId], now: datetime) -> Rows:
    """The rows of these."""
    return await _with_reasons(use_cases, await use_cases.list_orders.rows(order_ids), now)


async def read_waiting(use_cases: UseCases, now: datetime) -> Waiting:
    """All orders that wait, however many there are in all."""
    orders = use_cases.list_orders
    rows = await read_rows(use_cases, await orders.waiting(now + PAY_SOON), now)
    waiting = Rows(tuple(row for row in rows.rows if row.reasons), rows.intents)
    return Waiting(waiting, await orders.recent_intents(_LATELY))


def keys_of(ids: list[OrderId], before: list[OrderId]) -> Keys:
    """What is the same at both ends stays."""
    if ids == before:
        return Keys(ids, {each: at for at, each in enumerate(ids)}, len(ids))
    shortest = min(len(ids), len(before))
    first = next((at for at in range(shortest) if ids[at] != before[at]), shortest)
    last = next((at for at in range(shortest - first) if ids[-1 - at] != before[-1 - at]), shortest - first)
    places = {each: at for at, each in enumerate(ids)}
    return Keys(ids, places, first, len(before) - first - last, len(ids) - first - last)


async def _with_reasons(use_cases: UseCases, found: Sequence[OrderSummary], now: datetime) -> Rows:
    intents = await use_cases.list_orders.intents([row.order_id for row in found]) if found else {}
    known = {row.order_id: row for row in found}
    missing = {each for intent in intents.values() for each in intent.all_order_ids} - known.keys()
    if missing:
        known |= {row.order_id: row for row in await use_cases.list_orders.rows(missing)}
    rows = await asyncio.to_thread(_rows, found, intents, known, now) if len(found) > 4 * WINDOW else None
    return Rows(rows if rows is not None else _rows(found, intents, known, now), intents)


def _rows(
    found: Sequence[OrderSummary],
    intents: dict[OrderId, OrderIntent],
    known: dict[OrderId, OrderSummary],
    now: datetime,
) -> tuple[OrderRow, ...]:
    return tuple(
        OrderRow(
            row,
            reasons_for(row, intents.get(row.order_id), known, now),
            payment_opened=row.payment_opened if row.status is OrderStatus.WAIT_PAY else None,
        )
        for row in found
    )


@dataclass(frozen=True, slots=True)
class KnownOrder:
    """One order as it is on disk. parcels: None if never asked for; intent: None for one made elsewhere; row: as in a list."""

    order: Aged[Order]
    parcels: Aged[tuple[Parcel, ...]] | None
    intent: OrderIntent | None
    row: OrderRow | None = None


async def read_order(use_cases: UseCases, order_id: OrderId, now: datetime) -> KnownOrder | None:
    """None if it was never seen."""
    cached = await use_cases.open_order.cached(order_id)
    if cached is None:
        return None
    rows = (await read_rows(use_cases, (order_id,), now)).rows
    intent = await use_cases.open_order.intent(order_id)
    return KnownOrder(cached[0], cached[1], intent, rows[0] if rows else None)


async def read_anew(use_cases: UseCases, order_id: OrderId, now: datetime) -> KnownOrder | None:
    """The order asked for at the platform, with its parcels once there can be any, then as it is on disk."""
    order = await use_cases.open_order(order_id)
    if order.status not in (OrderStatus.WAIT_PAY, OrderStatus.CANCELLED):
        await use_cases.open_order.parcels(order_id)
    return await read_order(use_cases, order_id, now)
