"""Lists of orders, a window at a time: which orders a list holds, in its order, and the rows of those that are shown."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from sourcing_app.domain.ids import AccountKey, OrderId
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import OrderStatus
from sourcing_app.domain.order_summary import WAITS_FOR_BUYER, OrderSort, OrderSummary, OrderView
from sourcing_app.domain.refund import RefundStatus
from sourcing_app.store.database import Database
from sourcing_app.store.order_rows import newest_revision
from sourcing_app.store.records import decode
from sourcing_app.store.terms import order_expression
from sourcing_app.store.times import loaded_time, stored_time

_ROW = """
SELECT o.order_id, o.status, o.status_word, o.supplier, o.total, o.currency, o.created_at, o.since, o.pay_before, o.refund,
 o.goods, o.line_count, o.pictures, o.fetched_at, p.started_at
"""
_ROWS_FROM = " FROM order_rows AS o LEFT JOIN payments AS p ON p.account = o.account AND p.order_id = o.order_id"
_NEWEST = "o.created_at DESC, o.order_id DESC"
_STATES = [status.value for status in OrderStatus]
_BY_STATE = "CASE o.status " + " ".join(f"WHEN '{word}' THEN {at}" for at, word in enumerate(_STATES)) + " END"
_SORTS = {
    OrderSort.NEWEST: (),
    OrderSort.ORDER: ("length(o.order_id)", "o.order_id"),
    OrderSort.SUPPLIER: ("o.supplier COLLATE NOCASE",),
    OrderSort.STATUS: (_BY_STATE,),
    OrderSort.TOTAL: ("o.currency", "CAST(o.total AS REAL)"),
    OrderSort.SINCE: ("o.since",),
}
_REFUNDS = ", ".join(f"'{status.value}'" for status in WAITS_FOR_BUYER)
_DOUBLED = """instr(i.record, '"doubles":')"""
"""Whether an intent has more orders than it made. Members that are empty are left out of a record."""

_WAITING = f"""
SELECT order_id FROM order_rows AS o WHERE account = :account AND status = 'waitbuyerpay' AND (
 (pay_before != '' AND pay_before < :soon) OR EXISTS (SELECT 1 FROM made_orders AS m WHERE m.order_id = o.order_id))
UNION SELECT m.order_id FROM made_orders AS m JOIN intents AS i USING (intent_id) WHERE i.account = :account
 AND m.intent_id IN (SELECT intent_id FROM made_orders GROUP BY intent_id HAVING count(*) > 1) AND {_DOUBLED}
UNION SELECT order_id FROM order_rows WHERE account = :account AND status = ''
UNION SELECT order_id FROM order_rows WHERE account = :account AND refund != '' AND refund IN ({_REFUNDS})
"""


class OrderPages:
    """What lists of orders show."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def first(self, account: AccountKey, view: OrderView, count: int) -> tuple[OrderSummary, ...]:
        """The rows at the top of a list."""
        return await self._database.read(lambda connection: window(connection, account, view, count))

    async def keys(self, account: AccountKey, view: OrderView) -> list[OrderId]:
        """The ids of all orders of a list, in its order."""
        return await self._database.read(lambda connection: all_keys(connection, account, view))

    async def rows(self, account: AccountKey, order_ids: Iterable[OrderId]) -> tuple[OrderSummary, ...]:
        """The rows of those of the orders that are known, in any order."""
        wanted = json.dumps([*order_ids])
        return await self._database.read(lambda connection: rows_of(connection, account, wanted))

    async def waiting(self, account: AccountKey, soon: datetime) -> list[OrderId]:
        """Orders that may wait for the buyer for another reason than to be paid some time: those made here that are unpaid,
        those to be paid before ``soon``, those made twice, those with a refund in which the buyer is asked, those in a state
        nobody knows."""
        values = {"account": account, "soon": stored_time(soon)}

        def work(connection: sqlite3.Connection) -> list[OrderId]:
            return [OrderId(row[0]) for row in connection.execute(_WAITING, values)]

        return await self._database.read(work)

    async def intents(self, account: AccountKey, order_ids: Iterable[OrderId]) -> dict[OrderId, OrderIntent]:
        """What those of the orders were made from here that are not paid yet, or were made twice: of the others it says
        nothing that still matters."""
        wanted = json.dumps([*order_ids])

        def work(connection: sqlite3.Connection) -> dict[OrderId, OrderIntent]:
            rows = connection.execute(
                "SELECT m.order_id, i.record FROM json_each(?) AS wanted CROSS JOIN made_orders AS m ON m.order_id = wanted.value"
                " JOIN intents AS i ON i.intent_id = m.intent_id AND i.account = ?"
                " JOIN order_rows AS o ON o.account = i.account AND o.order_id = m.order_id"
                f" WHERE o.status = 'waitbuyerpay' OR {_DOUBLED}",
                (wanted, account),
            )
            return {OrderId(order_id): decode(OrderIntent, record) for order_id, record in rows}

        return await self._database.read(work)

    async def revision(self, account: AccountKey) -> int:
        """Grows whenever an order of the account is another one than before."""
        return await self._database.read(lambda connection: newest_revision(connection, account))

    async def newest_reading(self, account: AccountKey) -> datetime | None:
        """When an order was last read at the platform; None without any."""

        def work(connection: sqlite3.Connection) -> datetime | None:
            (text,) = connection.execute(
                "SELECT max(fetched_at) FROM order_rows WHERE account = ?", (account,)
            ).fetchone()
            return loaded_time(text) if text else None

        return await self._database.read(work)


def window(
    connection: sqlite3.Connection, account: AccountKey, view: OrderView, count: int, offset: int = 0
) -> tuple[OrderSummary, ...]:
    """Rows of a list from ``offset`` on. () where the words have nothing to look for."""
    asked = _asked(account, view)
    if asked is None:
        return ()
    source, values = asked
    keys = f"SELECT o.seq {source} ORDER BY {_order(view)} LIMIT ? OFFSET ?"
    found = connection.execute(
        f"{_ROW}{_ROWS_FROM} WHERE o.seq IN ({keys}) ORDER BY {_order(view)}", (*values, count, offset)
    )
    return tuple(_summary(row) for row in found)


def all_keys(connection: sqlite3.Connection, account: AccountKey, view: OrderView) -> list[OrderId]:
    """See ``OrderPages.keys``. SQLite makes one text of them by itself, so that no other thread waits meanwhile."""
    asked = _asked(account, view)
    if asked is None:
        return []
    source, values = asked
    (text,) = connection.execute(
        f"SELECT json_group_array(order_id) FROM (SELECT o.order_id {source} ORDER BY {_order(view)} LIMIT -1)", values
    ).fetchone()
    found: list[OrderId] = json.loads(text)
    return found


def rows_of(connection: sqlite3.Connection, account: AccountKey, wanted: str) -> tuple[OrderSummary, ...]:
    """The rows of the ids in a JSON array."""
    found = connection.execute(
        f"{_ROW}{_ROWS_FROM} WHERE o.account = ? AND o.order_id IN (SELECT value FROM json_each(?))", (account, wanted)
    )
    return tuple(_summary(row) for row in found)


def _asked(account: AccountKey, view: OrderView) -> tuple[str, list[str]] | None:
    """FROM and WHERE of a list, and their values; None where the words have nothing to look for."""
    source, where, values = "FROM order_rows AS o", ["o.account = ?"], [str(account)]
    if view.words.strip():
        expression = order_expression(view.words)
        if not expression:
            return None
        source = "FROM order_terms CROSS JOIN order_rows AS o ON o.seq = order_terms.rowid"  # the words first
        where.insert(0, "order_terms MATCH ?")
        values.insert(0, expression)
    if view.statuses:
        where.append(f"o.status IN ({','.join('?' * len(view.statuses))})")
        values += [status.value for status in view.statuses]
    if view.among is not None:
        where.append("o.order_id IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(view.among))
    return f"{source} WHERE {' AND '.join(where)}", values


def _order(view: OrderView) -> str:
    way = " DESC" if view.descending else ""
    return ", ".join([*(f"{each}{way}" for each in _SORTS[view.sort]), _NEWEST])


def _summary(row: tuple[str, ...]) -> OrderSummary:
    (
        order_id, status, status_word, supplier, total, currency, created, since, pay_before, refund, goods, lines, pictures,
        fetched, started,
    ) = row  # fmt: skip
    return OrderSummary(
        OrderId(order_id),
        OrderStatus(status),
        status_word,
        supplier,
        Money(Decimal(total), currency),
        _time(created),
        _time(since),
        _time(pay_before),
        RefundStatus.of(refund) if refund else None,
        goods,
        int(lines),
        tuple(pictures.split("\n")) if pictures else (),
        loaded_time(fetched),
        _time(started),
    )


def _time(text: str | None) -> datetime | None:
    return loaded_time(text) if text else None
