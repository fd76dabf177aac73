"""What can still be read of a damaged ledger, row by row, put into a sound one.

Only rows that are whole records are taken over. Whoever opens the result is told that something may be missing (``Gap``):
an intent that could not be read may have become an order.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sourcing_app.domain.cart_lines import CartLine
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.domain.logistics import Parcel
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.domain.order import Order
from sourcing_app.store.intents import rebuild_guards
from sourcing_app.store.order_rows import rebuild
from sourcing_app.store.records import decode, decode_all
from sourcing_app.store.set_aside import copy_with_sides
from sourcing_app.store.times import loaded_time

Row = tuple[object, ...]
_MOST_PROBES = 100_000


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many rows were taken over from the damaged file."""

    intents: int
    orders: int
    cart_lines: int


@dataclass(frozen=True, slots=True)
class _Table:
    """check: raises ValueError for a row that is none. key: of a table without row numbers, the columns that order it."""

    name: str
    columns: str
    check: Callable[[Row], object]
    key: str = ""
    replaces: bool = True


_TABLES = (
    _Table("intents", "intent_id, account, out_order_id, state, created_at, record", lambda row: _intent(row)),
    _Table(
        "orders",
        "account, order_id, status, created_at, modified_at, fetched_at, words, record",
        lambda row: (decode(Order, str(row[7])), loaded_time(str(row[5]))),
    ),
    _Table(
        "cart_lines",
        "account, offer_id, spec_id, position, record",
        lambda row: decode(CartLine, str(row[4])),
        key="account, offer_id, spec_id",
    ),
    _Table(
        "parcels",
        "account, order_id, fetched_at, words, records",
        lambda row: (decode_all(Parcel, str(row[4])), loaded_time(str(row[2]))),
        key="account, order_id",
    ),
    _Table(
        "payments",
        "account, order_id, started_at, amount",
        lambda row: loaded_time(str(row[2])),
        key="account, order_id",
    ),
    _Table("searches", "account, text, used_at", lambda row: loaded_time(str(row[2])), key="account, text"),
    _Table(
        "saved_searches",
        "account, name, saved_at, record",
        lambda row: decode(SearchQuery, str(row[3])),
        key="account, name",
    ),
    _Table(
        "journal",
        "entry, at, account, kind, text, facts",
        lambda row: (loaded_time(str(row[1])), json.loads(str(row[5]))),
        replaces=False,
    ),
)


def salvage_into(connection: sqlite3.Connection, damaged: Path) -> Salvaged:
    """Part of a transaction: lays what can be read of the damaged file over what is there. The file itself is not touched."""
    with TemporaryDirectory(prefix="salvage-", dir=damaged.parent, ignore_cleanup_errors=True) as folder:
        copy = copy_with_sides(damaged, Path(folder))
        with closing(sqlite3.connect(copy)) as ruins:
            ruins.text_factory = lambda content: content.decode("utf-8", "replace")
            counts = {table.name: _take_over(connection, ruins, table) for table in _TABLES}
    rebuild_guards(connection)
    rebuild(connection)
    return Salvaged(counts["intents"], counts["orders"], counts["cart_lines"])


def _take_over(connection: sqlite3.Connection, ruins: sqlite3.Connection, table: _Table) -> int:
    """How many rows. A cart that is read whole is the cart; one that is not is laid over the older one."""
    rows, whole = _readable(ruins, table)
    if whole and table.name == "cart_lines":
        connection.execute("DELETE FROM cart_lines")
    marks = ", ".join("?" * (table.columns.count(",") + 1))
    verb = "INSERT OR REPLACE" if table.replaces else "INSERT OR IGNORE"
    taken = 0
    for row in rows:
        with suppress(ValueError, TypeError, sqlite3.IntegrityError):
            table.check(row)
            connection.execute(f"{verb} INTO {table.name} ({table.columns}) VALUES ({marks})", row)
            taken += 1
    return taken


def _readable(ruins: sqlite3.Connection, table: _Table) -> tuple[list[Row], bool]:
    """The rows from both ends until the damage, and between them those that are found by their number; whether no damage
    was met."""
    columns = (table.key or "rowid").split(", ")
    found: dict[Row, Row] = {}
    ends: list[int] = []
    for way in ("ASC", "DESC"):
        last = 0
        order = ", ".join(
            f"{name} {way}" for name in columns
        )  # each of them: else the way back would be a sort of all rows
        try:
            for number, *row in ruins.execute(
                f"SELECT {_number(table)}, {table.columns} FROM {table.name} ORDER BY {order}"
            ):
                found[tuple(row)] = tuple(row)
                last = int(number)
            return list(found.values()), not ends
        except sqlite3.DatabaseError:
            ends.append(last)
    if not table.key:
        found |= {row: row for row in _between(ruins, table, *ends)}
    return list(found.values()), False


def _number(table: _Table) -> str:
    return "0" if table.key else "rowid"


def _between(ruins: sqlite3.Connection, table: _Table, first: int, last: int) -> Iterator[Row]:
    """Row by row by number; a row that cannot be read costs only itself."""
    for number in range(first + 1, min(last, first + _MOST_PROBES)):
        with suppress(sqlite3.DatabaseError):
            row = ruins.execute(f"SELECT {table.columns} FROM {table.name} WHERE rowid = ?", (number,)).fetchone()
            if row is not None:
                yield tuple(row)


def _intent(row: Row) -> None:
    """The columns beside the record guard against a second order: they must say the same."""
    intent = decode(OrderIntent, str(row[5]))
    if (intent.intent_id, intent.account, intent.out_order_id, intent.state.value) != row[:4]:
        raise ValueError("the columns are not the record's")
