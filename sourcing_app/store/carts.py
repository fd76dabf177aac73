"""The cart's lines, one row a SKU."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from sourcing_app.domain.cart import Cart, CartLine
from sourcing_app.domain.ids import AccountKey, OfferId, SpecId
from sourcing_app.domain.preview import OrderLine
from sourcing_app.store.database import Database
from sourcing_app.store.records import decode, encode

LineKey = tuple[OfferId, SpecId]


class Carts:
    """One cart an account. Each verb is one transaction and gives the cart as it then is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, account: AccountKey) -> Cart:
        """The cart, lines in the order they were added."""
        return await self._database.read(lambda connection: _load(connection, account))

    async def put(self, account: AccountKey, lines: tuple[CartLine, ...]) -> Cart:
        """Adds lines; where the SKU is in the cart already, its quantity grows and the rest becomes the newer line's."""

        def work(connection: sqlite3.Connection) -> Cart:
            cart = _load(connection, account)
            for line in lines:
                known = cart.line(*line.key)
                _save(connection, account, line if known is None else _joined(known, line))
            return _load(connection, account)

        return await self._database.write(work)

    async def set_quantity(self, account: AccountKey, key: LineKey, quantity: int) -> Cart:
        """Sets a line's quantity; nothing happens when it is no longer there."""

        def work(connection: sqlite3.Connection) -> Cart:
            line = _load(connection, account).line(*key)
            if line is not None:
                _save(connection, account, line.with_quantity(quantity))
            return _load(connection, account)

        return await self._database.write(work)

    async def remove(self, account: AccountKey, keys: tuple[LineKey, ...]) -> Cart:
        """Takes lines out."""

        def work(connection: sqlite3.Connection) -> Cart:
            remove_lines(connection, account, keys)
            return _load(connection, account)

        return await self._database.write(work)

    async def change(self, account: AccountKey, change: Callable[[Cart], Cart]) -> Cart:
        """Makes another cart of the one there is; nothing comes in between. change: pure, called on the store's thread."""

        def work(connection: sqlite3.Connection) -> Cart:
            changed = change(_load(connection, account))
            connection.execute("DELETE FROM cart_lines WHERE account = ?", (account,))
            for line in changed.lines:
                _save(connection, account, line)
            return _load(connection, account)

        return await self._database.write(work)

    async def refresh(self, account: AccountKey, lines: tuple[CartLine, ...]) -> Cart:
        """Brings prices, stock and terms of lines up to date; quantities and lines changed meanwhile stay as they are."""

        def work(connection: sqlite3.Connection) -> Cart:
            cart = _load(connection, account)
            for line in lines:
                known = cart.line(*line.key)
                if known is not None:
                    _save(connection, account, line.with_quantity(known.quantity))
            return _load(connection, account)

        return await self._database.write(work)


def _joined(known: CartLine, added: CartLine) -> CartLine:
    return added.with_quantity(known.quantity + added.quantity)


def _load(connection: sqlite3.Connection, account: AccountKey) -> Cart:
    rows = connection.execute("SELECT record FROM cart_lines WHERE account = ? ORDER BY position", (account,))
    return Cart(tuple(decode(CartLine, record) for (record,) in rows))


def _save(connection: sqlite3.Connection, account: AccountKey, line: CartLine) -> None:
    connection.execute(
        "INSERT INTO cart_lines (account, offer_id, spec_id, position, record) VALUES (?, ?, ?,"
        " (SELECT coalesce(max(position), 0) + 1 FROM cart_lines WHERE account = ?), ?)"
        " ON CONFLICT (account, offer_id, spec_id) DO UPDATE SET record = excluded.record",
        (account, line.offer_id, line.spec_id, account, encode(line)),
    )


def remove_lines(connection: sqlite3.Connection, account: AccountKey, keys: tuple[LineKey, ...]) -> None:
    """Part of a transaction: takes lines out."""
    connection.executemany(
        "DELETE FROM cart_lines WHERE account = ? AND offer_id = ? AND spec_id = ?",
        [(account, offer_id, spec_id) for offer_id, spec_id in keys],
    )


def take_ordered(connection: sqlite3.Connection, account: AccountKey, lines: tuple[OrderLine, ...]) -> None:
    """Part of a transaction: takes out what was ordered; what was added to a line meanwhile stays."""
    cart = _load(connection, account)
    for ordered in lines:
        line = cart.line(ordered.offer_id, ordered.spec_id)
        if line is None:
            continue
        left = line.quantity - ordered.quantity
        if left > 0:
            _save(connection, account, line.with_quantity(left))
        else:
            remove_lines(connection, account, (line.key,))
