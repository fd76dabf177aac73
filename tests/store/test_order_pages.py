"""Lists of orders: windows, words, what is rewritten when orders are read again, and ledgers from before there were rows."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sourcing_app.domain.ids import AccountKey, OrderId, ParcelId
from sourcing_app.domain.intent import CreatedOrder, CreateResult
from sourcing_app.domain.logistics import Parcel
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import OrderStatus
from sourcing_app.domain.order_summary import OrderSort, OrderView
from sourcing_app.domain.refund import RefundStatus
from sourcing_app.store.ledger import FILE_NAME, Ledger
from sourcing_app.store.ledger_schema import LEDGER
from sourcing_app.store.migrations import Schema
from sourcing_app.store.orders import save_orders
from tests.store.samples import ACCOUNT, NOW, intent, order

ALL = OrderView()


async def found(ledger: Ledger, words: str) -> list[str]:
    return await ledger.order_pages.keys(ACCOUNT, OrderView(words=words))  # type: ignore[return-value]


async def test_a_list_knows_all_its_orders_and_reads_the_rows_that_are_shown(ledger: Ledger) -> None:
    await ledger.orders.save(ACCOUNT, [order(number) for number in range(300)], NOW)
    pages = ledger.order_pages
    keys = await pages.keys(ACCOUNT, ALL)
    assert keys == [order(number).order_id for number in range(299, -1, -1)]
    top = await pages.first(ACCOUNT, ALL, 50)
    assert [row.order_id for row in top] == keys[:50]
    shown = {row.order_id: row for row in await pages.rows(ACCOUNT, keys[200:264])}
    assert set(shown) == set(keys[200:264])
    whole, row = order(99), shown[order(99).order_id]
    assert (row.total, row.supplier_name, row.created_at) == (whole.total, whole.supplier_name, whole.created_at)
    assert (row.goods, row.line_count, row.fetched_at) == (whole.entries[0].title, len(whole.entries), NOW)


async def test_lists_are_of_states_and_of_some_orders_in_any_order(ledger: Ledger) -> None:
    paid = [replace(order(number), status=OrderStatus.WAIT_SEND) for number in (1, 2)]
    dear = replace(order(3), total=Money.from_yuan("1000.5"), supplier_name="甲")
    await ledger.orders.save(ACCOUNT, [*paid, dear, order(4)], NOW)
    keys = ledger.order_pages.keys
    assert await keys(ACCOUNT, OrderView((OrderStatus.WAIT_SEND,))) == [paid[1].order_id, paid[0].order_id]
    assert await keys(ACCOUNT, OrderView(among=(dear.order_id, paid[0].order_id))) == [dear.order_id, paid[0].order_id]
    assert (await keys(ACCOUNT, OrderView(sort=OrderSort.TOTAL, descending=True)))[0] == dear.order_id
    assert (await keys(ACCOUNT, OrderView(sort=OrderSort.STATUS)))[-1] in {each.order_id for each in paid}
    assert await keys(AccountKey("demo/2"), ALL) == []


async def test_numbers_are_found_by_their_beginning_and_by_their_end_and_chinese_anywhere(ledger: Ledger) -> None:
    await ledger.orders.save(ACCOUNT, [order(1, title="大容量帆布托特包 Canvas Tote"), order(2, title="玻璃杯")], NOW)
    first, second = order(1).order_id, order(2).order_id
    parcel = Parcel(ParcelId("LP1"), second, "圆通", "YT8891234", "SIGN")
    await ledger.orders.save_parcels(ACCOUNT, second, (parcel,), NOW)
    for words in ("帆布", "布托特", "canv", "大 tote", first, first[-4:], first[:12] + " canvas"):
        assert first in await found(ledger, words), words
    for words in ("yt889", "1234", "杯", "圆通"):
        assert await found(ledger, words) == [second], words
    for words in ("帆杯", "%", "nothing"):
        assert await found(ledger, words) == [], words


async def test_other_words_of_an_order_replace_the_ones_it_was_found_by(ledger: Ledger) -> None:
    await ledger.orders.save(ACCOUNT, [order(1, title="背包")], NOW)
    await ledger.orders.save(ACCOUNT, [order(1, title="雨伞")], NOW)
    assert await found(ledger, "背包") == [] and await found(ledger, "雨伞") == [order(1).order_id]
    for waybill in ("SF100200", "SF300400"):
        parcel = Parcel(ParcelId("LP1"), order(1).order_id, "顺丰", waybill, "SIGN")
        await ledger.orders.save_parcels(ACCOUNT, order(1).order_id, (parcel,), NOW)
    assert await found(ledger, "SF100200") == [] and await found(ledger, "sf3004 雨伞") == [order(1).order_id]
    await ledger.orders.save(ACCOUNT, [order(1, OrderStatus.WAIT_SEND, title="雨伞")], NOW)
    assert await found(ledger, "sf3004") == [order(1).order_id]


async def test_a_reading_that_brings_nothing_new_changes_nothing_but_its_time(ledger: Ledger) -> None:
    await ledger.orders.save(ACCOUNT, [order(1), order(2)], NOW)
    pages, later = ledger.order_pages, NOW + timedelta(minutes=5)
    before = await pages.revision(ACCOUNT)
    await ledger.orders.save(ACCOUNT, [order(1)], later)
    assert await pages.revision(ACCOUNT) == before and await pages.newest_reading(ACCOUNT) == later
    await ledger.orders.save(ACCOUNT, [order(1, OrderStatus.WAIT_SEND)], later)
    assert await pages.revision(ACCOUNT) > before
    assert await ledger.orders.counts(ACCOUNT) == {OrderStatus.WAIT_PAY: 1, OrderStatus.WAIT_SEND: 1}


async def test_orders_that_may_wait_for_the_buyer_are_found_without_reading_all(ledger: Ledger) -> None:
    soon = replace(order(1), pay_before=NOW + timedelta(hours=2))
    later = replace(order(2), pay_before=NOW + timedelta(days=3))
    refund = replace(order(3, OrderStatus.SUCCESS), refund_word="WAIT_BUYER_SEND")
    odd = replace(order(4), status=OrderStatus.UNKNOWN, status_word="waitmoonphase")
    await ledger.orders.save(ACCOUNT, [soon, later, refund, odd, order(5, OrderStatus.SUCCESS)], NOW)
    waiting = await ledger.order_pages.waiting(ACCOUNT, NOW + timedelta(hours=24))
    assert set(waiting) == {soon.order_id, refund.order_id, odd.order_id}
    (row,) = await ledger.order_pages.rows(ACCOUNT, [refund.order_id])
    assert row.refund is RefundStatus.WAIT_BUYER_SEND


async def test_the_intents_of_orders_made_here_are_given_by_order(ledger: Ledger) -> None:
    made, other = order(1).order_id, order(2).order_id
    opened = await ledger.intents.open(intent("src-a", 1))
    result = CreateResult((CreatedOrder(made, order(1).total, None),))
    await ledger.intents.mark_created(opened.intent_id, result, NOW)
    await ledger.orders.save(ACCOUNT, [order(1), order(2)], NOW)
    assert {
        key: each.intent_id for key, each in (await ledger.order_pages.intents(ACCOUNT, [made, other])).items()
    } == {made: "src-a"}


async def test_a_paid_order_that_was_made_twice_waits_with_its_double(ledger: Ledger) -> None:
    paid, double = order(1, OrderStatus.WAIT_SEND), order(2)
    opened = await ledger.intents.open(intent("src-a", 1))
    await ledger.intents.mark_created(opened.intent_id, CreateResult((CreatedOrder(paid.order_id),)), NOW)
    await ledger.orders.save(ACCOUNT, [paid, double], NOW)
    assert await ledger.order_pages.intents(ACCOUNT, [paid.order_id]) == {}
    await ledger.intents.mark_doubled(opened.intent_id, [double.order_id])
    both = {paid.order_id, double.order_id}
    assert set(await ledger.order_pages.waiting(ACCOUNT, NOW)) == both
    assert (await ledger.order_pages.intents(ACCOUNT, both)).keys() == both


async def test_half_a_character_in_any_text_of_a_row_does_not_stop_it_from_being_kept(ledger: Ledger) -> None:
    odd = replace(order(1, title="背\ud800包"), supplier_name="\udfff", status_word="\ud800", refund_word="\ud800")
    await ledger.orders.save(ACCOUNT, [odd], NOW)
    assert [row.order_id for row in await ledger.order_pages.first(ACCOUNT, ALL, 5)] == [odd.order_id]


# --- ledgers of earlier versions ----------------------------------------------------------------------------------------

_BEFORE = Schema(LEDGER.name, LEDGER.application_id, LEDGER.steps[:2])


def older_ledger(folder: Path, count: int) -> Path:
    """As the version before there were rows left it."""
    path = folder / FILE_NAME
    with closing(sqlite3.connect(folder / "today.sqlite3")) as today:
        LEDGER.bring_up_to_date(today, folder / "today.sqlite3")
        save_orders(today, ACCOUNT, tuple(order(number, title=f"背包{number}") for number in range(count)), NOW)
        rows = today.execute("SELECT * FROM orders").fetchall()
    with closing(sqlite3.connect(path)) as connection:
        _BEFORE.bring_up_to_date(connection, path)
        connection.executemany("INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        connection.execute("INSERT INTO parcels VALUES (?, ?, '', 'yt7', '[]')", (ACCOUNT, order(1).order_id))
        connection.commit()
    return path


async def test_an_older_ledger_is_copied_first_and_then_lists_and_finds_all_it_had(tmp_path: Path) -> None:
    path = older_ledger(tmp_path, 40)
    ledger = await Ledger.open(tmp_path)
    assert await ledger.order_pages.keys(ACCOUNT, ALL) == [order(number).order_id for number in range(39, -1, -1)]
    assert await found(ledger, "背包7") == [order(7).order_id] and await found(ledger, "yt7") == [order(1).order_id]
    assert await ledger.orders.counts(ACCOUNT) == {OrderStatus.WAIT_PAY: 40}
    await ledger.close()
    (copy,) = [each for each in os.scandir(tmp_path) if each.name.startswith(f"{path.name}.before-")]
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("PRAGMA user_version").fetchone() == (2,)
        assert kept.execute("SELECT count(*) FROM orders").fetchone() == (40,)


async def test_an_older_ledger_with_a_row_that_cannot_be_read_keeps_it_and_lists_the_others(tmp_path: Path) -> None:
    path = older_ledger(tmp_path, 3)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE orders SET record = '{' WHERE order_id = ?", (order(1).order_id,))
        connection.commit()
    ledger = await Ledger.open(tmp_path)
    assert await ledger.order_pages.keys(ACCOUNT, ALL) == [order(2).order_id, order(0).order_id]
    await ledger.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM orders").fetchone() == (3,)


def test_a_step_that_fails_half_way_leaves_the_older_ledger_as_it_was(tmp_path: Path) -> None:
    path = older_ledger(tmp_path, 3)

    def full(db: object) -> None:
        LEDGER.steps[2](db)  # type: ignore[arg-type]
        raise sqlite3.OperationalError("database or disk is full")

    with closing(sqlite3.connect(path)) as connection:
        before = connection.execute("SELECT name, sql FROM sqlite_master").fetchall()
        with pytest.raises(sqlite3.OperationalError):
            Schema(LEDGER.name, LEDGER.application_id, (*LEDGER.steps[:2], full)).bring_up_to_date(connection, path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name, sql FROM sqlite_master").fetchall() == before
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
        LEDGER.bring_up_to_date(connection, path)
        assert connection.execute("SELECT count(*) FROM order_rows").fetchone() == (3,)


async def test_orders_beyond_twenty_thousand_are_listed_and_found(tmp_path: Path) -> None:
    ledger = await Ledger.open(tmp_path)
    orders = [order(number, title="背包" if number else "拇指琴") for number in range(20_500)]
    await ledger.orders.save(ACCOUNT, orders, NOW)
    keys = await ledger.order_pages.keys(ACCOUNT, ALL)
    assert len(keys) == 20_500 and keys[-1] == OrderId(orders[0].order_id)
    assert await found(ledger, "拇指琴") == [orders[0].order_id]
    await ledger.close()
