"""Orders and their parcels as last read, for reading offline and for seeing what changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.ids import AccountKey, OrderId
from sourcing_app.domain.logistics import Parcel
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.store.database import Database
from sourcing_app.store.records import decode, decode_all, encode, encode_all
from sourcing_app.store.times import loaded_time, stored_time

_PER_QUERY = 500


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
            found: dict[OrderId, Aged[Order]] = {}
            for start in range(0, len(order_ids), _PER_QUERY):
                part = order_ids[start : start + _PER_QUERY]
                marks = ",".join("?" * len(part))
                rows = connection.execute(
                    f"SELECT record, fetched_at FROM orders WHERE account = ? AND order_id IN ({marks})",
                    (account, *part),
                )
                for order in _aged(rows):
                    found[order.value.order_id] = order
            return found

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
        where, values = _where(account, statuses, words)

        def work(connection: sqlite3.Connection) -> tuple[Aged[Order], ...]:
            rows = connection.execute(
                f"SELECT record, fetched_at FROM orders WHERE {where}"
                " ORDER BY created_at DESC, order_id DESC LIMIT ? OFFSET ?",
                (*values, limit, offset),
            )
            return _aged(rows)

        return await self._database.read(work)

    async def counts(self, account: AccountKey) -> dict[OrderStatus, int]:
        """How many orders stand in each state; states without any are left out."""

        def work(connection: sqlite3.Connection) -> dict[OrderStatus, int]:
            rows = connection.execute(
                "SELECT status, count(*) FROM orders WHERE account = ? GROUP BY status", (account,)
            )
            return {OrderStatus(word): count for word, count in rows}

        return await self._database.read(work)

    async def newest_change(self, account: AccountKey) -> datetime | None:
        """The latest modification the platform told of, by its own clock; None without orders."""

        def work(connection: sqlite3.Connection) -> datetime | None:
            (text,) = connection.execute("SELECT max(modified_at) FROM orders WHERE account = ?", (account,)).fetchone()
            return loaded_time(text) if text else None

        return await self._database.read(work)

    async def save_parcels(
        self, account: AccountKey, order_id: OrderId, parcels: tuple[Parcel, ...], fetched_at: datetime
    ) -> None:
        """Keeps the parcels of an order with their steps."""
        row = (account, order_id, stored_time(fetched_at), _parcel_words(parcels), encode_all(parcels))
        await self._database.write(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO parcels (account, order_id, fetched_at, words, records) VALUES (?, ?, ?, ?, ?)",
                row,
            )
        )

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
    """Part of a transaction: keeps orders as they are now."""
    fetched = stored_time(fetched_at)
    connection.executemany(
        "INSERT OR REPLACE INTO orders (account, order_id, status, created_at, modified_at, fetched_at, words, record)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                account,
                order.order_id,
                order.status.value,
                stored_time(order.created_at),
                stored_time(order.modified_at),
                fetched,
                _order_words(order),
                encode(order),
            )
            for order in orders
        ],
    )


def _aged(rows: Iterable[tuple[str, str]]) -> tuple[Aged[Order], ...]:
    return tuple(Aged(decode(Order, record), loaded_time(fetched_at)) for record, fetched_at in rows)


def _where(account: AccountKey, statuses: tuple[OrderStatus, ...], words: str) -> tuple[str, list[str]]:
    where, values = ["account = ?"], [str(account)]
    if statuses:
        where.append(f"status IN ({','.join('?' * len(statuses))})")
        values += [status.value for status in statuses]
    for word in words.split():
        where.append(
            "(instr(words, ?) OR EXISTS (SELECT 1 FROM parcels WHERE parcels.account = orders.account"
            " AND parcels.order_id = orders.order_id AND instr(parcels.words, ?)))"
        )
        values += [_foldable(word)] * 2
    return " AND ".join(where), values


def _foldable(text: str) -> str:
    """Text as it is compared and as a column can hold it: any case, no half characters."""
    return text.casefold().encode("utf-8", "replace").decode("utf-8")


def _order_words(order: Order) -> str:
    words = [order.order_id, order.supplier_name, order.out_order_id or "", order.memo]
    for entry in order.entries:
        words += [entry.title, entry.spec_text, entry.item_number or "", entry.offer_id or ""]
    return _foldable("\n".join(words))


def _parcel_words(parcels: tuple[Parcel, ...]) -> str:
    return _foldable("\n".join(f"{parcel.carrier}\n{parcel.waybill or ''}" for parcel in parcels))
