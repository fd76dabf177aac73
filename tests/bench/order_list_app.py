"""The Orders page on a generated ledger, with a heartbeat: ``python -m tests.bench.order_list_app DIR``.

Prints a line of JSON: of each step the medians of ours and of the bare SQL, in ms; the stalls of the GUI thread.
"""

from __future__ import annotations

import json
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import QApplication

from sourcing_app.domain.account import Account
from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.order import Order, OrderFilter, OrderPage, OrderStatus
from sourcing_app.domain.preferences import Preferences
from sourcing_app.errors import Refused
from sourcing_app.platform.orders import calls as order_calls
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.registry import AnyCall
from sourcing_app.store.database import Database, connect
from sourcing_app.store.ledger import FILE_NAME, Ledger
from sourcing_app.store.ledger_schema import LEDGER
from sourcing_app.store.order_rows import row_of
from sourcing_app.store.records import encode
from sourcing_app.store.terms import order_expression
from sourcing_app.store.times import stored_time
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.orders.reading import WINDOW
from sourcing_app.ui.orders.tabs import OrdersTab
from sourcing_app.ui.orders.view import OrdersPage
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.theme import Theme, ThemeMode
from sourcing_app.usecases.list_orders import ListOrders
from sourcing_app.usecases.open_order import OpenOrder
from sourcing_app.usecases.pay_orders import PayOrders
from sourcing_app.usecases.session import Session, utc_now
from sourcing_app.usecases.settle_unknown_orders import SettleUnknownOrders
from sourcing_app.usecases.track_orders import TrackOrders
from tests.bench.heartbeat import Heartbeat
from tests.bench.ledger import DEMO, NEWEST, order_id_of
from tests.support.desk import Desk

ROUNDS = 5
CHANGED = 1000
WORDS = ("帆布", "canvas", "伞", "kalimba", "拇指琴", "0000137")
TABS = (OrdersTab.TO_PAY, OrdersTab.TO_SHIP, OrdersTab.ON_THE_WAY, OrdersTab.DONE, OrdersTab.CLOSED, OrdersTab.ALL)
_COLUMNS = (
    "o.order_id, o.status, o.status_word, o.supplier, o.total, o.currency, o.created_at, o.since, o.pay_before, o.refund,"
    " o.goods, o.line_count, o.pictures, o.fetched_at"
)
_COUNTS = "SELECT status, count(*) FROM order_rows WHERE account = ? GROUP BY status"
_NEWEST = f"ORDER BY o.created_at DESC, o.order_id DESC LIMIT {WINDOW}"


class Market:
    """Lists the orders that changed, as the platform would; nothing else is asked of it."""

    def __init__(self) -> None:
        self.changed: list[Order] = []

    async def send(self, call: AnyCall, /, *args: Any) -> Any:
        """A call that the page may make."""
        if call is order_calls.LIST:
            return await self.list(*args)
        if call is order_calls.GET:
            return await self.get(*args)
        raise Refused("not_found", "this market tells only of what changed")

    async def list(self, wanted: OrderFilter) -> OrderPage:
        """A page of them."""
        first = (wanted.page - 1) * wanted.page_size
        page = tuple(self.changed[first : first + wanted.page_size])
        return OrderPage(page, len(self.changed), wanted.page, first + wanted.page_size < len(self.changed))

    async def get(self, order_id: OrderId) -> Order:
        """In full."""
        known = next((each for each in self.changed if each.order_id == order_id), None)
        if known is None:
            raise Refused("not_found", "this market tells only of what changed")
        return known


class Bench:
    """One page after another on one ledger."""

    def __init__(self, folder: Path) -> None:
        self.application = QApplication(sys.argv)
        Theme(self.application, ThemeMode.LIGHT)
        self.desk = Desk(self.application)
        self.path = folder / FILE_NAME
        self.ledger = Ledger(Database(self.path, lambda path: connect(path, LEDGER, "FULL")))
        self.market = Market()
        account = Account("http://127.0.0.1:9", "8800001", name="Demo", is_demo=True)
        assert account.key == DEMO
        platform = cast(Platform, self.market)
        self.session = Session(account, platform, self.ledger, cast(Any, None))
        made = {
            "list_orders": ListOrders(self.session), "open_order": OpenOrder(self.session),
            "pay_orders": PayOrders(self.session), "settle_unknown_orders": SettleUnknownOrders(self.session),
            "track_orders": TrackOrders(self.session),
        }  # fmt: skip
        others = {name: None for name in UseCases.__dataclass_fields__ if name not in made}
        named = {"account": account, "preferences": Preferences(refresh_minutes=60)}
        self.use_cases = UseCases(**cast(Any, others | made | named))
        self.loader = PictureLoader()
        self.beat = Heartbeat()
        self.late: dict[str, list[float]] = {"browsing": [], "refreshing": []}

    def page(self) -> OrdersPage:
        """On the screen, without an account."""
        page = OrdersPage(self.loader)
        page.resize(1280, 800)
        page.show()
        page.presenter.typing.setInterval(0)
        self.desk.spin()
        return page

    def timed(self, act: Callable[[], object], holds: Callable[[], object], kind: str, page: OrdersPage) -> float:
        """Milliseconds until it holds; the stalls until all is quiet."""
        self.beat.start()
        began = time.perf_counter()
        act()
        self.desk.spin_until(holds, "rows")
        taken = (time.perf_counter() - began) * 1000
        self.desk.spin_until(lambda: not any(scope.busy for scope in page.task_scopes()), "rest")
        self.desk.spin(3)
        self.beat.stop()
        self.late[kind] += self.beat.late
        return taken

    # --- steps ------------------------------------------------------------------------------------------------------

    def opened(self) -> tuple[OrdersPage, float]:
        page = self.page()
        return page, self.timed(lambda: page.attach(self.use_cases), partial(_has_first, page), "browsing", page)

    def another_list(self, page: OrdersPage, act: Callable[[], object]) -> float:
        shown: list[object] = []
        told = page.presenter.keys_changed.connect(lambda keys, anew: shown.append(keys) if anew else None)
        taken = self.timed(act, lambda: shown, "browsing", page)
        page.presenter.keys_changed.disconnect(told)
        return taken

    def next_page(self, page: OrdersPage, at: int) -> float:
        bar, table = page.table.verticalScrollBar(), page.table

        def there() -> bool:
            first = table.rowAt(1)
            last = table.rowAt(table.viewport().height() - 2)
            keys = page.orders.keys[first : last + 1]
            return bool(keys) and all(page.presenter.row(each) is not None for each in keys)

        return self.timed(lambda: bar.setValue(int(bar.maximum() * at / 100)), there, "browsing", page)

    def scroll(self, page: OrdersPage) -> None:
        """As a wheel does, a hundred steps."""
        bar = page.table.verticalScrollBar()
        self.beat.start()
        for _ in range(100):
            bar.setValue(bar.value() + 300)
            until = time.perf_counter() + 0.012
            self.desk.spin_until(lambda until=until: time.perf_counter() > until)  # type: ignore[misc]
        self.beat.stop()
        self.late["browsing"] += self.beat.late

    def refresh(self, page: OrdersPage, turn: int) -> float:
        self.market.changed = self.changed(turn)
        done: list[bool] = []
        told = page.presenter.refreshed.connect(lambda: done.append(True))
        taken = self.timed(page.presenter.refresh, lambda: done, "refreshing", page)
        page.presenter.refreshed.disconnect(told)
        return taken

    def changed(self, turn: int) -> list[Order]:
        """The newest thousand, in another state each turn."""
        ids = tuple(OrderId(order_id_of(100_000 - 1 - at)) for at in range(CHANGED))
        known = self.desk.run(self.ledger.orders.get_all(DEMO, ids))
        status = (OrderStatus.WAIT_RECEIVE, OrderStatus.SIGNED)[turn % 2]
        at = NEWEST.replace(year=2027, minute=turn)
        return [replace(each.value, status=status, status_word=status.value, modified_at=at) for each in known.values()]

    # --- bare -------------------------------------------------------------------------------------------------------

    def bare(self, sql: str, *values: object, counts: bool = True) -> float:
        """Milliseconds of the same rows by a program that does nothing else."""
        with closing(sqlite3.connect(self.path)) as connection:
            connection.execute("PRAGMA cache_size = -4096")
            began = time.perf_counter()
            connection.execute(sql, values).fetchall()
            if counts:
                connection.execute(_COUNTS, (DEMO,)).fetchall()
            return (time.perf_counter() - began) * 1000

    def bare_upsert(self, orders: list[Order]) -> float:
        fetched = stored_time(utc_now())
        whole = [
            (encode(each), each.status.value, stored_time(each.modified_at), fetched, DEMO, each.order_id)
            for each in orders
        ]
        rows = [(*row_of(each, fetched), DEMO, each.order_id) for each in orders]
        names = (
            "status status_word supplier currency total created_at modified_at fetched_at since pay_before refund goods"
        )
        sets = ", ".join(f"{name} = ?" for name in [*names.split(), "line_count", "pictures"])
        with closing(sqlite3.connect(self.path)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            began = time.perf_counter()
            connection.executemany(
                "UPDATE orders SET record = ?, status = ?, modified_at = ?, fetched_at = ? WHERE account = ? AND order_id = ?",
                whole,
            )
            connection.executemany(f"UPDATE order_rows SET {sets} WHERE account = ? AND order_id = ?", rows)
            connection.commit()
            return (time.perf_counter() - began) * 1000

    # --- all --------------------------------------------------------------------------------------------------------

    def run(self) -> dict[str, dict[str, float]]:
        times: dict[str, tuple[list[float], list[float]]] = {}

        def note(step: str, ours: float, bare: float) -> None:
            for kept, value in zip(times.setdefault(step, ([], [])), (ours, bare), strict=True):
                kept.append(value)

        every = f"SELECT {_COLUMNS} FROM order_rows AS o WHERE o.account = ? {_NEWEST}"
        for turn in range(ROUNDS + 1):
            page, taken = self.opened()
            note("opened", taken, self.bare(every, DEMO))
            for tab in TABS:
                taken = self.another_list(page, partial(page.show_tab, tab))
                states = [status.value for status in tab.statuses]
                where = f" AND o.status IN ({','.join('?' * len(states))})" if states else ""
                note("filter", taken, self.bare(every.replace("= ?", f"= ?{where}", 1), DEMO, *states))
            for word in WORDS:
                taken = self.another_list(page, partial(page.search.setText, word))
                found = (
                    f"SELECT {_COLUMNS} FROM order_terms CROSS JOIN order_rows AS o ON o.seq = order_terms.rowid"
                    f" WHERE order_terms MATCH ? AND o.account = ? {_NEWEST}"
                )
                note("search", taken, self.bare(found, order_expression(word), DEMO))
            self.another_list(page, page.search.clear)
            chance = random.Random(turn)
            for _ in range(5):
                taken = self.next_page(page, chance.randrange(5, 95))
                first = page.orders.keys[page.table.rowAt(1)]
                cut = "SELECT created_at, order_id FROM order_rows WHERE account = ? AND order_id = ?"
                after = every.replace("= ?", f"= ? AND (o.created_at, o.order_id) <= ({cut})", 1)
                note("next page", taken, self.bare(after, DEMO, DEMO, first, counts=False))
            self.scroll(page)
            note("refresh", self.refresh(page, turn), self.bare_upsert(self.changed(turn + 1)))
            self.close(page)
        found = {
            step: {"ours": statistics.median(ours[1:]), "bare": statistics.median(bare[1:])}
            for step, (ours, bare) in times.items()
        }
        for kind, late in self.late.items():
            ordered = sorted(late)
            found[kind] = {"p99": ordered[int(len(ordered) * 0.99)], "worst": ordered[-1]}
        return found

    def close(self, page: OrdersPage) -> None:
        page.detach()
        for scope in page.task_scopes():
            self.desk.run(scope.close())
        self.desk.dispose(page)

    def end(self) -> None:
        self.loader.close()
        self.desk.run(self.ledger.close())
        self.desk.close()


def _has_first(page: OrdersPage) -> bool:
    keys = page.orders.keys[:WINDOW]
    return len(keys) == WINDOW and all(page.presenter.row(each) is not None for each in keys)


def main(words: list[str]) -> int:
    """0 when it measured."""
    bench = Bench(Path(words[0]))
    found = bench.run()
    bench.end()
    print(json.dumps(found), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
