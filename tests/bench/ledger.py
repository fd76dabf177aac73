"""A ledger of a buyer with many years behind: ``python -m tests.bench.ledger --orders 100000 DIR``.

Six lines and two parcels an order, in all states, some made here and unpaid, some with a refund that waits for the buyer.
Always the same ones. Records of a few hundred different orders are written once each and get ids and times of their own
as text, so that 100,000 orders take seconds.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from sourcing_app.domain.address import Address
from sourcing_app.domain.ids import AccountKey, EntryId, IntentId, OfferId, OrderId, ParcelId, SkuId, SpecId, SupplierId
from sourcing_app.domain.intent import CreateRequest, IntentState, OrderIntent
from sourcing_app.domain.logistics import Parcel, TraceStep
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import Order, OrderEntry, OrderStatus
from sourcing_app.domain.preview import OrderChoice, OrderLine
from sourcing_app.store.database import connect
from sourcing_app.store.ledger import FILE_NAME
from sourcing_app.store.ledger_schema import LEDGER
from sourcing_app.store.order_rows import INSERT_ROW, INSERT_TERMS, row_of
from sourcing_app.store.orders import order_words
from sourcing_app.store.records import encode, encode_all
from sourcing_app.store.terms import order_terms
from sourcing_app.store.times import stored_time
from tests.bench.local_search import titles

DEMO = AccountKey("demo/8800001")
"""The account of the demo marketplace: its orders are those of ``--profile DIR``."""

LINES, PARCELS = 6, 2
NEWEST = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
_TEMPLATES = 400
_APART = timedelta(minutes=25)
_SUPPLIERS = 900
_AS_ID, _AS_TIME = "2257999999999999999", datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC)
_TIME_TEXT = "2001-02-03T04:05:06+00:00"
_SHARES = {
    OrderStatus.SUCCESS: 760, OrderStatus.CANCELLED: 90, OrderStatus.WAIT_RECEIVE: 70, OrderStatus.WAIT_SEND: 40,
    OrderStatus.WAIT_PAY: 20, OrderStatus.SIGNED: 10, OrderStatus.TERMINATED: 9, OrderStatus.UNKNOWN: 1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Template:
    """An order whose id and times stand for those of many."""

    order: Order
    record: str
    words: str
    row: tuple[object, ...]
    terms: tuple[str, str, str]
    parcels: str


def build(folder: Path, count: int, account: AccountKey = DEMO) -> Path:
    """The ledger in this folder, which must not have one yet."""
    path = folder / FILE_NAME
    folder.mkdir(parents=True, exist_ok=True)
    if path.exists():
        raise FileExistsError(path)
    chance = random.Random(1688)
    kinds = [_template(chance, number) for number in range(_TEMPLATES)]
    with closing(connect(path, LEDGER, "OFF", cache_kb=200_000)) as connection:
        connection.execute("BEGIN")
        for table in ("orders", "order_rows", "order_terms", "parcels"):
            connection.executemany(_INSERTS[table], _rows(table, kinds, account, count))
        _insert_intents(connection, kinds, account, count)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def order_id_of(number: int) -> str:
    """Of the order of this number; the higher the newer."""
    return str(2_257_000_000_000_000_000 + number * 137)


def made_at(number: int, count: int) -> datetime:
    """When the order of this number was made."""
    return NEWEST - _APART * (count - number)


_INSERTS = {
    "orders": "INSERT INTO orders (account, order_id, status, created_at, modified_at, fetched_at, words, record)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "order_rows": INSERT_ROW,
    "order_terms": INSERT_TERMS,
    "parcels": "INSERT INTO parcels (account, order_id, fetched_at, words, records) VALUES (?, ?, ?, ?, ?)",
}


def _rows(table: str, kinds: list[_Template], account: str, count: int) -> Iterator[tuple[object, ...]]:
    row = {"orders": _order, "order_rows": _row, "order_terms": _terms, "parcels": _parcels}[table]
    for number in range(count):
        yield row(kinds[number * 7919 % len(kinds)], account, number, made_at(number, count))


def _order(kind: _Template, account: str, number: int, made: datetime) -> tuple[object, ...]:
    order_id, at = order_id_of(number), stored_time(made)
    record = kind.record.replace(_AS_ID, order_id).replace(_TIME_TEXT, made.isoformat())
    return account, order_id, kind.order.status.value, at, at, _FETCHED, kind.words.replace(_AS_ID, order_id), record


def _row(kind: _Template, account: str, number: int, made: datetime) -> tuple[object, ...]:
    at, before = stored_time(made), stored_time(made + _PAY_WITHIN) if kind.order.pay_before is not None else ""
    key = (number + 1, account, order_id_of(number), 1)
    return (*key, *kind.row[:5], at, at, _FETCHED, at, before, *kind.row[10:])


def _terms(kind: _Template, account: str, number: int, made: datetime) -> tuple[object, ...]:
    numbers = [each.lower() for each in (order_id_of(number), *_waybills(number))]
    dense, words, tails = kind.terms
    return number + 1, dense, " ".join((words, *numbers)), " ".join((tails, *(each[::-1] for each in numbers)))


def _parcels(kind: _Template, account: str, number: int, made: datetime) -> tuple[object, ...]:
    text = kind.parcels.replace(_AS_ID, order_id_of(number)).replace(_TIME_TEXT, made.isoformat())
    for at, waybill in enumerate(_waybills(number)):
        text = text.replace(_as_waybill(at), waybill)
    words = "\n".join(f"{_CARRIER}\n{each}" for each in _waybills(number))
    return account, order_id_of(number), _FETCHED, words, text


def _waybills(number: int) -> tuple[str, ...]:
    return tuple(f"YT{number * PARCELS + at:013}" for at in range(PARCELS))


def _as_waybill(at: int) -> str:
    return f"@waybill{at}@"


# --- made here ----------------------------------------------------------------------------------------------------------


def _insert_intents(connection: sqlite3.Connection, kinds: list[_Template], account: AccountKey, count: int) -> None:
    """Every other unpaid order was made here; one in fifty of these costs something else now."""
    intents, made = [], []
    unpaid = [at for at in range(count) if kinds[at * 7919 % len(kinds)].order.status is OrderStatus.WAIT_PAY]
    for number in unpaid[::2]:
        intent = _intent(kinds[number * 7919 % len(kinds)].order, account, number, made_at(number, count))
        row = (intent.intent_id, account, intent.out_order_id, intent.state.value, stored_time(intent.created_at))
        intents.append((*row, encode(intent)))
        made.append((intent.order_ids[0], intent.intent_id))
    connection.executemany(
        "INSERT INTO intents (intent_id, account, out_order_id, state, created_at, record) VALUES (?, ?, ?, ?, ?, ?)",
        intents,
    )
    connection.executemany("INSERT INTO made_orders (order_id, intent_id) VALUES (?, ?)", made)


def _intent(order: Order, account: AccountKey, number: int, made: datetime) -> OrderIntent:
    key = f"bench-{number}"
    lines = tuple(OrderLine(OfferId(str(each.offer_id)), SpecId(str(each.spec_id)), 2) for each in order.entries)
    approved = order.total + Money.from_yuan("0.50") if number % 50 == 0 else order.total
    return OrderIntent(
        IntentId(key), key, account, IntentState.CREATED, SupplierId(order.supplier_id), order.supplier_name, lines,
        _ADDRESS, OrderChoice("assureTrade"), approved, Money.zero(), CreateRequest(key, (("flow", "general"),)), made, made,
        order_ids=(OrderId(order_id_of(number)),),
    )  # fmt: skip


# --- kinds of orders ----------------------------------------------------------------------------------------------------


def _template(chance: random.Random, number: int) -> _Template:
    order = _kind(chance, number)
    parcels = tuple(
        Parcel(
            ParcelId(f"LP{number}{at}"), OrderId(_AS_ID), _CARRIER, _as_waybill(at), "SIGN", sent_at=_AS_TIME,
            steps=tuple(TraceStep(_AS_TIME, text) for text in _STEPS),
        )
        for at in range(PARCELS)
    )  # fmt: skip
    words = order_words(order)
    found_by = order_terms(words.replace(_AS_ID, ""))
    return _Template(order, encode(order), words, row_of(order, _FETCHED), found_by, encode_all(parcels))


def _kind(chance: random.Random, number: int) -> Order:
    status = chance.choices(list(_SHARES), list(_SHARES.values()))[0]
    supplier = chance.randrange(_SUPPLIERS)
    entries = tuple(_entry(chance, number, at) for at in range(LINES))
    goods = sum((entry.amount for entry in entries if entry.amount is not None), Money.zero())
    refund = "WAIT_BUYER_SEND" if number % 97 == 5 else ""
    return Order(
        OrderId(_AS_ID), status, status.value or "waitmoonphase", f"义乌市{_CITIES[supplier % 6]}箱包厂{supplier}",
        f"b2b-{supplier}", goods + Money.from_yuan(8), goods, Money.from_yuan(8), _AS_TIME, entries, modified_at=_AS_TIME,
        paid_at=_AS_TIME, shipped_at=_AS_TIME, refund_word=refund, address=_ADDRESS, is_detail=True,
        pay_before=_AS_TIME if status is OrderStatus.WAIT_PAY else None,
    )  # fmt: skip


def _entry(chance: random.Random, number: int, at: int) -> OrderEntry:
    chinese, english = titles(chance)
    price, quantity = Money.from_fen(chance.randrange(50, 9000)), chance.randrange(1, 60)
    offer = f"6{number:06}{at:05}"
    return OrderEntry(
        EntryId(f"{number}{at}"), OfferId(offer), SkuId(f"4{offer}"), SpecId(f"{number:030x}{at:02x}"),
        f"{chinese} {english}", "颜色:红色;尺寸:大", f"https://cbu01.alicdn.com/img/ibank/O1CN01{number}{at}.jpg",
        Decimal(quantity), "件", price, Money(price.amount * quantity), item_number=f"HB-{chance.randrange(10**5)}",
    )  # fmt: skip


_CITIES = ("佳艺", "天成", "瑞丰", "宏达", "佳美", "恒信")
_CARRIER = "圆通速递"
_STEPS = ("商家已发货", "【杭州市】快件已到达 杭州转运中心", "【金华市】快件已签收")
_ADDRESS = Address("测试收货人", "浙江省", "杭州市", "滨江区", "网商路699号", mobile="13900000000")
_PAY_WITHIN = timedelta(days=30)
_FETCHED = stored_time(NEWEST)


def main(arguments: list[str]) -> int:
    """Builds one and says how long it took."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.ledger", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="a profile folder without a ledger")
    parser.add_argument("--orders", type=int, default=100_000)
    parser.add_argument("--account", default=str(DEMO), help="whose orders (default: the demo marketplace's)")
    given = parser.parse_args(arguments)
    began = time.perf_counter()
    path = build(given.folder, given.orders, AccountKey(given.account))
    lines, parcels = given.orders * LINES, given.orders * PARCELS
    took, size = time.perf_counter() - began, path.stat().st_size / 1e6
    print(f"{path}: {given.orders:,} orders, {lines:,} lines, {parcels:,} parcels, {size:,.0f} MB in {took:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
