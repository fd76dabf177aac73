"""The list: states, search, order, the place of a person, copies and files."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest

from sourcing_app.domain.order import OrderStatus
from sourcing_app.ui.actions import shared_shortcuts
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.orders.export import as_csv, write_csv
from sourcing_app.ui.orders.tabs import OrdersTab
from sourcing_app.ui.spreadsheet_text import text_cell
from sourcing_app.ui.tables.column import Sorting
from tests.support.buying import Buyable, order_made
from tests.support.sandbox import RunningSandbox
from tests.ui.orders.conftest import Visit

Open = Callable[[UseCases], Visit]
NONE = Qt.KeyboardModifier.NoModifier


def made(sandbox: RunningSandbox, *goods: Buyable) -> list[str]:
    """An unpaid order of each, oldest first."""
    return [str(order_made(sandbox, each.cargo())) for each in goods]


def test_orders_stand_in_the_tabs_of_their_states(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    ids = made(sandbox, *buyable_goods[:4])
    sandbox.control(f"orders/{ids[1]}/pay")
    sandbox.control(f"orders/{ids[2]}/pay")
    sandbox.control(f"orders/{ids[2]}/ship")
    sandbox.control(f"orders/{ids[3]}/close", by="seller", reason="sellerGoodsLack")
    there = visit(use_cases)
    counts = {tab: chip.count for tab, chip in there.page.tabs.chips.items()}
    assert counts == {
        OrdersTab.ALL: 4, OrdersTab.TO_PAY: 1, OrdersTab.TO_SHIP: 1, OrdersTab.ON_THE_WAY: 1, OrdersTab.DONE: 0,
        OrdersTab.CLOSED: 1, OrdersTab.ATTENTION: 0,
    }  # fmt: skip
    there.click(there.page.tabs.chips[OrdersTab.TO_SHIP])
    there.until(lambda: [row.order.order_id for row in there.page.orders.rows] == [ids[1]])
    assert there.page.count() == 1


def test_words_are_looked_for_in_goods_ids_and_waybills(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    ids = made(sandbox, *buyable_goods[:2])
    sandbox.control(f"orders/{ids[0]}/pay")
    sandbox.control(f"orders/{ids[0]}/ship", waybill="ZT990077")
    there = visit(use_cases)
    there.choose(ids[0])
    there.until(lambda: there.page.acts.waybills() == ("ZT990077",))
    for words in ("zt9900", ids[0]):
        there.page.search.setText(words)
        there.until(lambda: [row.order.order_id for row in there.page.orders.rows] == [ids[0]], words)
    there.page.search.clear()
    there.until(lambda: len(there.page.orders.rows) == 2)


def test_nothing_found_and_nothing_in_a_tab_and_no_orders_look_different(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    face = there.page.list.face
    assert face.accessibleName().startswith("No orders yet")
    made(sandbox, buyable_goods[0])
    there.refreshed()
    there.page.search.setText("nowhere at all")
    there.until(lambda: face.accessibleName().startswith("No order has these words"))
    there.click(face.action_button)
    there.until(lambda: len(there.page.orders.rows) == 1)
    there.click(there.page.tabs.chips[OrdersTab.DONE])
    there.until(lambda: face.accessibleName().startswith("Nothing here"))
    there.click(face.action_button)
    there.until(lambda: len(there.page.orders.rows) == 1)


def test_a_click_on_a_heading_sorts_and_the_third_brings_the_newest_first_again(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    made(sandbox, *buyable_goods[:4])
    there = visit(use_cases)
    table, header = there.page.table, there.page.table.horizontalHeader()
    newest = [row.order.order_id for row in there.page.orders.rows]
    at = header.sectionViewportPosition(there.page.orders.place("total")) + 20
    sums = []
    for _ in range(3):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NONE, _point(at, 10))
        there.idle()
        sums.append([row.order.total.fen for row in there.page.orders.rows])
    assert sums[0] == sorted(sums[0], reverse=True) and sums[1] == sorted(sums[1])
    assert [row.order.order_id for row in there.page.orders.rows] == newest
    assert table.chosen_ids() == (newest[0],)


def _point(x: int, y: int):  # type: ignore[no-untyped-def]
    from PySide6.QtCore import QPoint

    return QPoint(x, y)


def test_the_selection_stays_with_its_order_when_a_newer_one_comes_on_top(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    ids = made(sandbox, *buyable_goods[:2])
    there = visit(use_cases)
    there.choose(ids[0])
    made(sandbox, buyable_goods[2])
    there.refreshed()
    assert len(there.page.orders.rows) == 3
    assert there.page.table.chosen_ids() == (ids[0],) and there.shown_id() == ids[0]


def test_changes_are_marked_until_seen_and_told_in_one_notice(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    ids = made(sandbox, *buyable_goods[:3])
    there = visit(use_cases)
    assert there.notices == [] and not any(row.unseen for row in there.page.orders.rows)
    for order_id in ids[:2]:
        sandbox.control(f"orders/{order_id}/pay")
    there.refreshed()
    assert there.sentences() == ["2 orders changed."]
    assert {row.order.order_id for row in there.page.orders.rows if row.unseen} == set(ids[:2])
    there.choose(ids[0])
    there.until(lambda: {row.order.order_id for row in there.page.orders.rows if row.unseen} == {ids[1]})


def test_the_list_is_asked_for_again_by_a_timer(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    (order_id,) = made(sandbox, buyable_goods[0])
    there = visit(use_cases)
    sandbox.control(f"orders/{order_id}/pay")
    there.page.refresh_every_ms = 20
    there.until(lambda: there.status(order_id) is OrderStatus.WAIT_SEND)


def test_arrows_walk_enter_goes_to_the_order_and_escape_comes_back(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    ids = made(sandbox, *buyable_goods[:3])
    there = visit(use_cases)
    page = there.page
    page.activateWindow()
    page.focus_first()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    there.until(lambda: there.shown_id() == ids[1])
    QTest.keyClick(page.table, Qt.Key.Key_End)
    there.until(lambda: there.shown_id() == ids[0])
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.focusWidget() is page.detail.scroller
    QTest.keyClick(page.detail, Qt.Key.Key_Escape)
    assert page.focusWidget() is page.table


def test_m13_a_long_id_goes_whole_through_selection_clipboard_and_file(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable], tmp_path: Path
) -> None:
    (order_id,) = made(sandbox, buyable_goods[0])
    assert len(order_id) == 19
    there = visit(use_cases)
    there.choose(order_id)
    there.page.copy_ids()
    assert QGuiApplication.clipboard().text() == order_id
    there.page.table.copy_wanted.emit()
    there.idle()
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith(f"'{order_id}\t")
    dialog = there.page.acts.export(tuple(there.page.orders.keys))
    dialog.fileSelected.emit(str(tmp_path / "orders.csv"))
    there.until(lambda: (tmp_path / "orders.csv").exists())
    dialog.reject()
    raw = (tmp_path / "orders.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    total = there.page.orders.rows[0].order.total.as_text()
    assert rows[1][0] == f"'{order_id}" and rows[1][4] == total


def test_p08_a_sellers_words_never_begin_a_formula() -> None:
    for evil in ("=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "|cmd", "%0"):
        assert text_cell(evil).startswith("'")
    assert text_cell("茶杯 300ml\n蓝色") == "茶杯 300ml 蓝色"
    assert as_csv([]).startswith(b"\xef\xbb\xbf")


def test_a_file_that_cannot_be_written_is_told_and_an_older_one_stays(tmp_path: Path) -> None:
    assert write_csv(str(tmp_path / "no such folder" / "orders.csv"), []) != ""
    (tmp_path / "orders.csv").mkdir()
    assert write_csv(str(tmp_path / "orders.csv"), []) != ""


def test_columns_splitter_and_sort_are_kept(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = visit(use_cases).page
    first.table.show_column("status", False)
    first.orders.order_by(Sorting("total", descending=True))
    first.save_state(settings)
    second = visit(use_cases).page
    second.restore_state(settings)
    assert not second.table.is_shown("status")
    assert second.orders.sorting == Sorting("total", descending=True)
    second.table.reset_columns()
    assert second.table.is_shown("status") and second.orders.sorting is None


def test_the_model_keeps_qts_rules_and_no_two_actions_share_a_shortcut(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    made(sandbox, *buyable_goods[:2])
    there = visit(use_cases)
    tester = QAbstractItemModelTester(there.page.orders, QAbstractItemModelTester.FailureReportingMode.Fatal)
    there.refreshed()
    there.page.orders.sort(there.page.orders.place("total"))
    assert shared_shortcuts(there.page.actions_of_page()) == {}
    there.desk.dispose(tester)


def test_a_row_is_read_aloud_with_all_it_says(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    (order_id,) = made(sandbox, buyable_goods[0])
    there = visit(use_cases)
    spoken = there.page.orders.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert order_id in spoken and "To pay" in spoken and "CN¥" in spoken


def test_in_a_narrow_list_the_supplier_makes_room_for_the_order(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable], tmp_path: Path
) -> None:
    made(sandbox, buyable_goods[0])
    there = visit(use_cases)
    table = there.page.table
    table.setFixedWidth(560)
    assert not table.is_shown("supplier") and table.columnWidth(there.page.orders.place("order")) >= 200
    settings = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    table.save_columns(settings, "orders")
    table.setFixedWidth(900)
    assert table.is_shown("supplier")
    table.setFixedWidth(560)
    table.restore_columns(settings, "orders")
    table.setFixedWidth(900)
    assert table.is_shown("supplier")
