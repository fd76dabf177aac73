"""Orders and their parcels as last read, for reading offline and for seeing what changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from datetime import datetime

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.ids import AccountKey, OrderId
from sourcing_app.domain.logistics import Parcel
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.domain.order_summary import OrderView
from sourcing_app.store.database import Database
from sourcing_app.store.order_pages import window
from sourcing_app.store.order_rows import Change, find_anew, keep_rows, storable
from sourcing_app.store.records import decode, decode_all, encode, encode_all
from sourcing_app.store.times import loaded_time, stored_time


class Orders:
    """The orders of all accounts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def save(self, account: AccountKey, orders: Iterable[Order], fetched_at: datetime) -> None:
        """Keeps orders as they are now, all in one transaction."""
        kept = tuple(orders)
        await self._database.write(lambda connection: save_orders(connection, account, kept, fetched_at))

    async def get(self, account: AccountKey, order_id: OrderId) -> Aged[Order] | None:
        """One order, None if it was never seen."""
        found = await self.get_all(account, (order_id,))
        return found.get(order_id)

    async def get_all(self, account: AccountKey, order_ids: tuple[OrderId, ...]) -> dict[OrderId, Aged[Order]]:
        """Those of the orders that are known, by id."""

        def work(connection: sqlite3.Connection) -> dict[OrderId, Aged[Order]]:
            return {order.value.order_id: order for order in _aged(rows_in(connection, account, order_ids))}

        return await self._database.read(work)

    async def under_keys(self, account: AccountKey, keys: Iterable[str]) -> tuple[Order, ...]:
        """The orders that carry one of these keys of ours."""
        wanted = tuple(keys)

        def work(connection: sqlite3.Connection) -> tuple[Order, ...]:
            found: dict[OrderId, Order] = {}
            for key in wanted:
                rows = connection.execute(
                    "SELECT record FROM orders WHERE account = ? AND instr(record, ?)", (account, key)
                )
                orders = [decode(Order, record) for (record,) in rows]
                found |= {order.order_id: order for order in orders if order.out_order_id == key}
            return tuple(found.values())

        return await self._database.read(work)

    async def list(
        self,
        account: AccountKey,
        statuses: tuple[OrderStatus, ...] = (),
        words: str = "",
        limit: int = 200,
        offset: int = 0,
    ) -> tuple[Aged[Order], ...]:
        """Orders, newest first. statuses () is all; words: each must stand in the order or its parcels (id, names, waybill)."""
        view = OrderView(statuses, words)

        def work(connection: sqlite3.Connection) -> tuple[Aged[Order], ...]:
            return _aged(
                rows_in(connection, account, [row.order_id for row in window(connection, account, view, limit, offset)])
            )

        return await self._database.read(work)

    async def counts(self, account: AccountKey) -> dict[OrderStatus, int]:
        """How many orders stand in each state; states without any are left out."""

        def work(connection: sqlite3.Connection) -> dict[OrderStatus, int]:
            rows = connection.execute(
                "SELECT status, count(*) FROM order_rows WHERE account = ? GROUP BY status", (account,)
            )
            return {OrderStatus(word): count for word, count in rows}

        return await self._database.read(work)

    async def newest_change(self, account: AccountKey) -> datetime | None:
        """The latest modification the platform told of, by its own clock; None without orders."""

        def work(connection: sqlite3.Connection) -> datetime | None:
            (text,) = connection.execute(
                "SELECT max(modified_at) FROM order_rows WHERE account = ?", (account,)
            ).fetchone()
            return loaded_time(text) if text else None

        return await self._database.read(work)

    async def save_parcels(
        self, account: AccountKey, order_id: OrderId, parcels: tuple[Parcel, ...], fetched_at: datetime
    ) -> None:
        """Keeps the parcels of an order with their steps."""
        words = _parcel_words(parcels)
        row = (account, order_id, stored_time(fetched_at), words, encode_all(parcels))

        def work(connection: sqlite3.Connection) -> None:
            before = _known_words(connection, account, [order_id]).get(order_id)
            connection.execute(
                "INSERT OR REPLACE INTO parcels (account, order_id, fetched_at, words, records) VALUES (?, ?, ?, ?, ?)",
                row,
            )
            if before is not None and before[1] != words:
                find_anew(connection, account, order_id, f"{before[0]}\n{words}")

        await self._database.write(work)

    async def parcels(self, account: AccountKey, order_id: OrderId) -> Aged[tuple[Parcel, ...]] | None:
        """The parcels as last read; None if never asked for."""

        def work(connection: sqlite3.Connection) -> Aged[tuple[Parcel, ...]] | None:
            row = connection.execute(
                "SELECT records, fetched_at FROM parcels WHERE account = ? AND order_id = ?", (account, order_id)
            ).fetchone()
            return Aged(decode_all(Parcel, row[0]), loaded_time(row[1])) if row is not None else None

        return await self._database.read(work)

    async def start_payment(
        self, account: AccountKey, orders: tuple[tuple[OrderId, Money], ...], now: datetime
    ) -> None:
        """Notes that a payment page was opened for these orders at these amounts."""
        rows = [(account, order_id, stored_time(now), amount.as_text()) for order_id, amount in orders]
        await self._database.write(
            lambda connection: connection.executemany(
                "INSERT OR REPLACE INTO payments (account, order_id, started_at, amount) VALUES (?, ?, ?, ?)", rows
            )
        )

    async def payments_started(self, account: AccountKey, order_ids: tuple[OrderId, ...]) -> dict[OrderId, datetime]:
        """When a payment page was last opened, for those of the orders where one was."""
        marks = ",".join("?" * len(order_ids))

        def work(connection: sqlite3.Connection) -> dict[OrderId, datetime]:
            rows = connection.execute(
                f"SELECT order_id, started_at FROM payments WHERE account = ? AND order_id IN ({marks})",
                (account, *order_ids),
            )
            return {order_id: loaded_time(started_at) for order_id, started_at in rows}

        return await self._database.read(work)


def save_orders(
    connection: sqlite3.Connection, account: AccountKey, orders: tuple[Order, ...], fetched_at: datetime
) -> None:
    """Part of a transaction: keeps orders as they are now. Of those that are what they were only the time is new."""
    fetched = stored_time(fetched_at)
    latest = {order.order_id: order for order in orders}
    known = _known_words(connection, account, latest)
    same, kept, changes = [], [], []
    for order_id, order in latest.items():
        record, words = encode(order), order_words(order)
        before = known.get(order_id)
        if before is not None and before[2] == record and before[0] == words:
            same.append((fetched, account, order_id))
            continue
        kept.append(
            (account, order_id, order.status.value, stored_time(order.created_at), stored_time(order.modified_at),
             fetched, words, record)
        )  # fmt: skip
        parcel_words = before[1] if before is not None else _parcel_words_of(connection, account, order_id)
        changes.append(Change(order, f"{words}\n{parcel_words}", before is None or before[0] != words))
    for table in ("orders", "order_rows"):
        connection.executemany(f"UPDATE {table} SET fetched_at = ? WHERE account = ? AND order_id = ?", same)
    connection.executemany(_KEEP, kept)
    keep_rows(connection, account, changes, fetched)


_KEEP = """
INSERT INTO orders (account, order_id, status, created_at, modified_at, fetched_at, words, record)
VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account, order_id) DO UPDATE SET status = excluded.status,
 created_at = excluded.created_at, modified_at = excluded.modified_at, fetched_at = excluded.fetched_at,
 words = excluded.words, record = excluded.record
"""


def rows_in(
    connection: sqlite3.Connection, account: AccountKey, order_ids: Collection[OrderId]
) -> list[tuple[str, str]]:
    """(record, fetched at) of those of the orders that are known, in the order asked for."""
    rows = connection.execute(
        "SELECT o.record, o.fetched_at FROM json_each(?) AS wanted CROSS JOIN orders AS o ON o.account = ?"
        " AND o.order_id = wanted.value ORDER BY wanted.key",
        (json.dumps([*order_ids]), account),
    )
    return rows.fetchall()


def _known_words(
    connection: sqlite3.Connection, account: AccountKey, order_ids: Collection[OrderId]
) -> dict[str, tuple[str, str, str]]:
    """(words, words of its parcels, record) of those of the orders that are known, by id."""
    rows = connection.execute(
        "SELECT o.order_id, o.words, coalesce(p.words, ''), o.record FROM json_each(?) AS wanted"
        " CROSS JOIN orders AS o ON o.account = ? AND o.order_id = wanted.value"
        " LEFT JOIN parcels AS p ON p.account = o.account AND p.order_id = o.order_id",
        (json.dumps([*order_ids]), account),
    )
    return {order_id: (words, parcels, record) for order_id, words, parcels, record in rows}


def _parcel_words_of(connection: sqlite3.Connection, account: AccountKey, order_id: OrderId) -> str:
    row = connection.execute(
        "SELECT words FROM parcels WHERE account = ? AND order_id = ?", (account, order_id)
    ).fetchone()
    return str(row[0]) if row is not None else ""


def _aged(rows: Iterable[tuple[str, str]]) -> tuple[Aged[Order], ...]:
    return tuple(Aged(decode(Order, record), loaded_time(fetched_at)) for record, fetched_at in rows)


def order_words(order: Order) -> str:
    words = [order.order_id, order.supplier_name, order.out_order_id or "", order.memo]
    for entry in order.entries:
        words += [entry.title, entry.spec_text, entry.item_number or "", entry.offer_id or ""]
    return storable("\n".join(words))


def _parcel_words(parcels: tuple[Parcel, ...]) -> str:
    return storable("\n".join(f"{parcel.carrier}\n{parcel.waybill or ''}" for parcel in parcels))
