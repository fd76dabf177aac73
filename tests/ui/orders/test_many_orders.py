"""A list of any length: its end can be reached, words are found in all of it, and rows are read as they come into sight."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.order_summary import OrderSort
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.orders.presenter import MOST_PINNED
from sourcing_app.ui.orders.reading import Keys, keys_of
from sourcing_app.ui.orders.tabs import OrdersTab
from sourcing_app.ui.tables.record_model import RECORD
from tests.bench import ledger
from tests.support.buying import Buyable, order_made
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox
from tests.ui.orders.conftest import Visit

Open = Callable[[UseCases], Visit]
COUNT = 2500


@pytest.fixture
def use_cases(desk: Desk, sandbox: RunningSandbox, tmp_path: Path) -> UseCases:
    """Of a buyer with many orders behind, all but the newest unknown to this marketplace."""
    ledger.build(tmp_path, COUNT, ledger.AccountKey(f"demo/{sandbox.app_key}"))
    return desk.use_cases(sandbox, tmp_path)


def in_sight(there: Visit) -> list[OrderId]:
    table = there.page.table
    last = table.rowAt(table.viewport().height() - 2)
    return there.page.orders.keys[max(table.rowAt(1), 0) : last + 1]


def all_read(there: Visit) -> bool:
    return bool(in_sight(there)) and all(there.page.presenter.row(each) is not None for each in in_sight(there))


def test_the_last_of_many_orders_is_listed_once_it_comes_into_sight(visit: Open, use_cases: UseCases) -> None:
    there = visit(use_cases)
    page = there.page
    oldest = OrderId(ledger.order_id_of(0))
    assert len(page.orders.keys) == COUNT == page.tabs.chips[OrdersTab.ALL].count
    assert page.presenter.row(oldest) is None
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_End)
    there.until(lambda: all_read(there) and in_sight(there)[-1] == oldest, "the oldest order")
    assert page.table.chosen_ids() == (oldest,)
    assert len(page.orders.rows) < 1000, "rows that nobody looked at were read"


def test_words_are_looked_for_in_all_of_many_orders(visit: Open, use_cases: UseCases) -> None:
    there = visit(use_cases)
    oldest = ledger.order_id_of(0)
    for words in (oldest, oldest[-6:], "YT0000000000001"):
        there.page.search.setText(words)
        there.until(lambda: OrderId(oldest) in there.page.orders.keys and len(there.page.orders.keys) < 50, words)
        there.idle()
    there.page.search.setText("帆布")
    there.until(lambda: 50 < len(there.page.orders.keys) < COUNT, "a common word")
    there.until(lambda: all_read(there))


def test_tabs_counts_and_sorting_are_of_all_orders(visit: Open, use_cases: UseCases) -> None:
    there = visit(use_cases)
    page = there.page
    page.show_tab(OrdersTab.DONE)
    there.until(lambda: len(page.orders.keys) == page.tabs.chips[OrdersTab.DONE].count, "all that are done")
    page.show_tab(OrdersTab.ALL)
    page.presenter.sort(OrderSort.TOTAL, True)
    there.until(lambda: len(page.orders.keys) == COUNT)
    there.idle()
    dearest = page.presenter.row(page.orders.keys[0])
    QTest.keyClick(page.table, Qt.Key.Key_End)
    there.until(lambda: all_read(there))
    cheapest = page.presenter.row(page.orders.keys[-1])
    assert dearest is not None and cheapest is not None and dearest.order.total > cheapest.order.total


def test_a_refresh_leaves_the_place_and_asks_again_only_for_rows_in_sight(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    page = there.page
    tester = QAbstractItemModelTester(page.orders, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.table.scrollTo(page.table.row_index(COUNT // 2))
    there.until(lambda: all_read(there))
    before = in_sight(there)
    resets: list[bool] = []
    page.orders.modelReset.connect(lambda: resets.append(True))
    made = order_made(sandbox, buyable_goods[0].cargo())
    there.refreshed()
    there.until(lambda: page.orders.keys[0] == str(made) and len(page.orders.keys) == COUNT + 1)
    there.until(lambda: all_read(there))
    assert in_sight(there) == before and resets == []
    there.desk.dispose(tester)


def test_a_row_is_blank_until_it_is_read_and_not_the_row_of_another_order(visit: Open, use_cases: UseCases) -> None:
    there = visit(use_cases)
    page = there.page
    index = page.table.row_index(COUNT - 1)
    assert index.data(RECORD) is None and index.data() is None
    there.until(lambda: index.data(RECORD) is not None)
    assert index.data() == ledger.order_id_of(0)


def test_all_orders_can_be_chosen_but_only_so_many_are_paid_together(visit: Open, use_cases: UseCases) -> None:
    there = visit(use_cases)
    page = there.page
    page.table.selectAll()
    assert len(page.table.chosen_ids()) == COUNT
    there.until(lambda: str(MOST_PINNED) in page.pane.face.accessibleName())
    assert page.pane.foot.plan.orders == ()


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("abc", "abc", (3, 0, 0)), ("", "abc", (0, 0, 3)), ("abc", "xabc", (0, 0, 1)), ("abc", "ac", (1, 1, 0)),
        ("aab", "aaab", (2, 0, 1)), ("abc", "cba", (0, 3, 3)), ("abcd", "axyd", (1, 2, 2)),
    ],
)  # fmt: skip
def test_what_is_the_same_at_both_ends_of_a_list_stays(before: str, after: str, change: tuple[int, int, int]) -> None:
    keys: Keys = keys_of([OrderId(each) for each in after], [OrderId(each) for each in before])
    assert (keys.first, keys.removed, keys.added) == change


def test_another_list_is_shown_from_its_top(visit: Open, use_cases: UseCases) -> None:
    there = visit(use_cases)
    bar = there.page.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    there.until(lambda: all_read(there))
    there.page.search.setText("帆布")
    there.until(lambda: 50 < len(there.page.orders.keys) < COUNT)
    assert bar.value() == 0
