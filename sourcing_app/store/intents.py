"""Order intents: our notes of what was sent, the open ones guarded by the database itself.

A SKU can be in one open intent of an account only (primary key of ``open_lines``): whoever comes second, in whatever
window or process, is refused by the file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from sourcing_app.domain.ids import AccountKey, IntentId, OfferId, OrderId
from sourcing_app.domain.intent import FOUND_AFTER_ALL, CreateResult, FailedLine, IntentState, OrderIntent
from sourcing_app.domain.order import Order
from sourcing_app.errors import AlreadySending
from sourcing_app.store.carts import take_ordered
from sourcing_app.store.database import Database
from sourcing_app.store.records import decode, encode
from sourcing_app.store.times import stored_time

_PER_QUERY = 500
_OPEN = frozenset(state for state in IntentState if state.is_open)
_MAY_EXIST = _OPEN | {IntentState.ABSENT, IntentState.REFUSED}
"""A person who decided, and a no of the platform, may both have been wrong: the order itself is what counts."""

_CREATED = frozenset({IntentState.CREATED})


class Intents:
    """The intents of all accounts. Every verb is on the disk when it returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open(self, intent: OrderIntent) -> OrderIntent:
        """Keeps a new intent. Raises AlreadySending when a line of it is in an intent that is still open."""

        def work(connection: sqlite3.Connection) -> OrderIntent:
            _refuse_common_lines(connection, intent)
            _insert(connection, intent)
            return intent

        return await self._database.write(work)

    async def mark_created(
        self, intent_id: IntentId, result: CreateResult, now: datetime, reason_code: str = ""
    ) -> OrderIntent:
        """The order exists: closes the intent and takes what was ordered out of the cart, in one step. That a person had
        given it up before (ABSENT), or the platform had refused it (M29), changes nothing about the order, so it is noted
        all the same."""

        def change(intent: OrderIntent) -> OrderIntent:
            return replace(
                intent,
                state=IntentState.CREATED,
                settled_at=now,
                order_ids=tuple(order.order_id for order in result.orders),
                failed_lines=result.failed_lines,
                reason_code=reason_code,
                candidates=(),
            )

        return await self._change(intent_id, change, _take_out_of_cart, _MAY_EXIST)

    async def mark_doubled(self, intent_id: IntentId, order_ids: Iterable[OrderId]) -> OrderIntent:
        """More orders stand under the key of a created intent than it made (M28)."""
        found = tuple(order_ids)

        def change(intent: OrderIntent) -> OrderIntent:
            new = tuple(order_id for order_id in found if order_id not in intent.all_order_ids)
            return replace(intent, doubles=(*intent.doubles, *new))

        return await self._change(intent_id, change, states=_CREATED)

    async def mark_part(self, intent_id: IntentId, order_id: OrderId) -> OrderIntent:
        """An order under the key of a created intent is a part of it that its answer had not named (M10)."""
        return await self._change(
            intent_id, lambda intent: replace(intent, order_ids=(*intent.order_ids, order_id)), states=_CREATED
        )

    async def mark_wanted(self, intent_id: IntentId) -> OrderIntent:
        """A person wants the doubles as well: they are orders like any other from now on, and their sum is approved with them.
        Doubles that are no whole copies of what was approved leave its sum as it is: it then differs, and is told."""

        def change(intent: OrderIntent) -> OrderIntent:
            copies, parts_left = divmod(len(intent.all_order_ids), len(intent.order_ids))
            approved = intent.approved_total if parts_left else intent.approved_total * copies
            return replace(intent, order_ids=intent.all_order_ids, doubles=(), approved_total=approved)

        return await self._change(intent_id, change, states=_CREATED)

    async def mark_reason(self, intent_id: IntentId, reason_code: str) -> OrderIntent:
        """What turned out about a created order once it was read."""
        return await self._change(intent_id, lambda intent: replace(intent, reason_code=reason_code), states=_CREATED)

    async def mark_refused(self, intent_id: IntentId, code: str, text: str, now: datetime) -> OrderIntent:
        """A definite no: nothing exists."""

        def change(intent: OrderIntent) -> OrderIntent:
            return replace(intent, state=IntentState.REFUSED, settled_at=now, reason_code=code, reason_text=text)

        return await self._change(intent_id, change)

    async def mark_unknown(self, intent_id: IntentId) -> OrderIntent:
        """Sent, no usable answer."""
        return await self._change(intent_id, lambda intent: replace(intent, state=IntentState.UNKNOWN))

    async def mark_doubted(self, intent_id: IntentId, code: str, text: str) -> OrderIntent:
        """Sent, and answered with a no that does not prove that nothing was made (M08)."""

        def change(intent: OrderIntent) -> OrderIntent:
            return replace(intent, state=IntentState.UNKNOWN, said_no=True, reason_code=code, reason_text=text)

        return await self._change(intent_id, change)

    async def mark_asked(self, intent_id: IntentId, candidates: tuple[OrderId, ...], now: datetime) -> OrderIntent:
        """The platform was asked and nothing could be adopted; candidates: what it showed. A refused intent stays one."""

        def change(intent: OrderIntent) -> OrderIntent:
            state = IntentState.UNKNOWN if intent.state.is_open else intent.state
            return replace(intent, state=state, last_asked_at=now, candidates=candidates)

        return await self._change(intent_id, change, states=_MAY_EXIST)

    async def mark_absent(self, intent_id: IntentId, now: datetime) -> OrderIntent:
        """A person decided that nothing exists."""
        return await self._change(intent_id, lambda intent: replace(intent, state=IntentState.ABSENT, settled_at=now))

    async def get(self, intent_id: IntentId) -> OrderIntent | None:
        """One intent."""
        return await self._database.read(lambda connection: _get(connection, intent_id))

    async def open_ones(self, account: AccountKey) -> tuple[OrderIntent, ...]:
        """Those that may still become an order, oldest first."""
        return await self._list(
            "account = ? AND state IN ('sending', 'unknown') ORDER BY created_at, intent_id", (account,)
        )

    async def refused_in_doubt(self, account: AccountKey, since: datetime) -> tuple[OrderIntent, ...]:
        """Those made since then that count as refused though no listed code proved it, oldest first."""
        found = await self._list(
            "account = ? AND state = 'refused' AND created_at >= ? ORDER BY created_at, intent_id",
            (account, stored_time(since)),
        )
        return tuple(intent for intent in found if intent.said_no)

    async def of_preview(self, account: AccountKey, previewed_at: datetime) -> tuple[OrderIntent, ...]:
        """Those made of a preview of that moment (M30)."""
        mark = f'"previewed_at":"{previewed_at.isoformat()}"'
        found = await self._list("account = ? AND instr(record, ?)", (account, mark))
        return tuple(intent for intent in found if intent.previewed_at == previewed_at)

    async def recent(self, account: AccountKey, limit: int = 50) -> tuple[OrderIntent, ...]:
        """The latest intents, newest first."""
        return await self._list("account = ? ORDER BY created_at DESC, intent_id LIMIT ?", (account, limit))

    async def of_out_order_id(self, account: AccountKey, out_order_id: str) -> OrderIntent | None:
        """The intent with this key of ours; None for an order made elsewhere."""
        found = await self._list("account = ? AND out_order_id = ?", (account, out_order_id))
        return found[0] if found else None

    async def of_keys(self, account: AccountKey, keys: Iterable[str]) -> dict[str, OrderIntent]:
        """The intents with these keys of ours, by key."""
        wanted = tuple(dict.fromkeys(keys))
        found: dict[str, OrderIntent] = {}
        for start in range(0, len(wanted), _PER_QUERY):
            part = wanted[start : start + _PER_QUERY]
            marks = ",".join("?" * len(part))
            rows = await self._list(f"account = ? AND out_order_id IN ({marks})", (account, *part))
            found |= {intent.out_order_id: intent for intent in rows}
        return found

    async def not_made(self, account: AccountKey) -> tuple[OrderIntent, ...]:
        """Those that count as refused, or were given up by a person, and those of them whose order turned up after all."""
        states = "state IN ('refused', 'absent') OR (state = 'created' AND instr(record, ?))"
        return await self._list(f"account = ? AND ({states})", (account, FOUND_AFTER_ALL))

    async def made_of(self, account: AccountKey, offer_ids: Iterable[OfferId]) -> tuple[OrderIntent, ...]:
        """Those created whose record names one of these offers; not all of them need be of it."""
        wanted = tuple(dict.fromkeys(offer_ids))
        named = " OR ".join(["instr(record, ?)"] * len(wanted)) or "0"
        return await self._list(f"account = ? AND state = 'created' AND ({named})", (account, *wanted))

    async def of_order(self, account: AccountKey, order_id: OrderId) -> OrderIntent | None:
        """The intent that made this order; None for an order made elsewhere."""
        found = await self._list(
            "account = ? AND intent_id IN (SELECT intent_id FROM made_orders WHERE order_id = ?)", (account, order_id)
        )
        return found[0] if found else None

    async def made_here(self, account: AccountKey, orders: Iterable[Order]) -> set[OrderId]:
        """Those of the orders that an intent made or may have made (it carries our key)."""
        asked = [(order.order_id, order.out_order_id) for order in orders]

        def work(connection: sqlite3.Connection) -> set[OrderId]:
            ours = (
                "SELECT 1 FROM intents WHERE account = ? AND (out_order_id = ? OR intent_id IN"
                " (SELECT intent_id FROM made_orders WHERE order_id = ?))"
            )
            return {
                order_id
                for order_id, out_order_id in asked
                if connection.execute(ours, (account, out_order_id, order_id)).fetchone()
            }

        return await self._database.read(work)

    async def _list(self, where: str, values: tuple[object, ...]) -> tuple[OrderIntent, ...]:
        def work(connection: sqlite3.Connection) -> tuple[OrderIntent, ...]:
            rows = connection.execute(f"SELECT record FROM intents WHERE {where}", values)
            return tuple(decode(OrderIntent, record) for (record,) in rows)

        return await self._database.read(work)

    async def _change(
        self,
        intent_id: IntentId,
        change: Callable[[OrderIntent], OrderIntent],
        also: Callable[[sqlite3.Connection, OrderIntent], None] = lambda connection, intent: None,
        states: frozenset[IntentState] = _OPEN,
    ) -> OrderIntent:
        """Changes an intent that is in one of the states; any other stays as it is (a settled order is never unsettled)."""

        def work(connection: sqlite3.Connection) -> OrderIntent:
            intent = _get(connection, intent_id)
            if intent is None:
                raise KeyError(intent_id)
            if intent.state not in states:
                return intent
            changed = change(intent)
            _update(connection, changed)
            also(connection, changed)
            return changed

        return await self._database.write(work)


def sending_to_unknown(connection: sqlite3.Connection) -> None:
    """Part of a transaction, when the file is opened: what was being sent when the program ended may exist."""
    rows = connection.execute("SELECT record FROM intents WHERE state = 'sending'").fetchall()
    for (record,) in rows:
        _update(connection, replace(decode(OrderIntent, record), state=IntentState.UNKNOWN))


def rebuild_guards(connection: sqlite3.Connection) -> None:
    """Part of a transaction: what follows from the intents, made anew from their records. Of two open intents of the same
    SKU, which no sound ledger has, the first one guards it."""
    connection.execute("DELETE FROM open_lines")
    for (record,) in connection.execute("SELECT record FROM intents ORDER BY created_at").fetchall():
        intent = decode(OrderIntent, record)
        _keep_made(connection, intent)
        if intent.state.is_open:
            _guard(connection, intent, "INSERT OR IGNORE")


def _refuse_common_lines(connection: sqlite3.Connection, intent: OrderIntent) -> None:
    open_ids = {
        row[0]
        for line in intent.lines
        for row in connection.execute(
            "SELECT intent_id FROM open_lines WHERE account = ? AND offer_id = ? AND spec_id = ?",
            (intent.account, line.offer_id, line.spec_id),
        )
    }
    if open_ids:
        raise AlreadySending(tuple(sorted(open_ids)))


def _insert(connection: sqlite3.Connection, intent: OrderIntent) -> None:
    connection.execute(
        "INSERT INTO intents (intent_id, account, out_order_id, state, created_at, record) VALUES (?, ?, ?, ?, ?, ?)",
        (
            intent.intent_id,
            intent.account,
            intent.out_order_id,
            intent.state.value,
            stored_time(intent.created_at),
            encode(intent),
        ),
    )
    _guard(connection, intent)


def _guard(connection: sqlite3.Connection, intent: OrderIntent, verb: str = "INSERT") -> None:
    connection.executemany(
        f"{verb} INTO open_lines (account, offer_id, spec_id, intent_id) VALUES (?, ?, ?, ?)",
        [(intent.account, line.offer_id, line.spec_id, intent.intent_id) for line in intent.lines],
    )


def _update(connection: sqlite3.Connection, intent: OrderIntent) -> None:
    connection.execute(
        "UPDATE intents SET state = ?, record = ? WHERE intent_id = ?",
        (intent.state.value, encode(intent), intent.intent_id),
    )
    _keep_made(connection, intent)
    if not intent.state.is_open:
        connection.execute("DELETE FROM open_lines WHERE intent_id = ?", (intent.intent_id,))


def _keep_made(connection: sqlite3.Connection, intent: OrderIntent) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO made_orders (order_id, intent_id) VALUES (?, ?)",
        [(order_id, intent.intent_id) for order_id in intent.all_order_ids],
    )


def _get(connection: sqlite3.Connection, intent_id: IntentId) -> OrderIntent | None:
    row = connection.execute("SELECT record FROM intents WHERE intent_id = ?", (intent_id,)).fetchone()
    return decode(OrderIntent, row[0]) if row is not None else None


def _take_out_of_cart(connection: sqlite3.Connection, intent: OrderIntent) -> None:
    left_out = {_key(line) for line in intent.failed_lines}
    ordered = tuple(line for line in intent.lines if (line.offer_id, line.spec_id) not in left_out)
    take_ordered(connection, intent.account, ordered)


def _key(line: FailedLine) -> tuple[str, str]:
    return line.offer_id, line.spec_id
