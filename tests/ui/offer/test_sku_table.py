"""The grid under a person's fingers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from sourcing_app.domain.ids import SpecId
from sourcing_app.ui.models.sku_sheet import SkuSheet
from sourcing_app.ui.offer.sku_heads import RowHeads
from sourcing_app.ui.offer.sku_table import SkuTable
from sourcing_app.ui.widgets.cell_note import CellNote
from tests.ui.offer.offers import matrix

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(dressed: object) -> Iterator[SkuTable]:
    sheet = SkuSheet()
    made = SkuTable(sheet, RowHeads(lambda address, side: None))
    sheet.show_offer(matrix())
    page = QWidget()
    box = QVBoxLayout(page)
    box.addWidget(made)
    box.addWidget(QLineEdit())
    sheet.setParent(page)
    page.resize(900, 500)
    page.show()
    made.setFocus()
    yield made
    page.close()


def sheet_of(table: SkuTable) -> SkuSheet:
    sheet = table.model()
    assert isinstance(sheet, SkuSheet)
    return sheet


def editor(table: SkuTable) -> QLineEdit:
    return table.viewport().findChildren(QLineEdit)[-1]


def type_on(table: SkuTable, text: str) -> None:
    """Keys go where the focus is: the first digit to the grid, the rest to the box it opened."""
    QTest.keyClicks(table, text[0])
    QTest.keyClicks(editor(table), text[1:])


def at(table: SkuTable) -> tuple[int, int]:
    return table.currentIndex().row(), table.currentIndex().column()


def given(commit: str = "", composing: str = "", start: int = 0, length: int = 0) -> QInputMethodEvent:
    """What an input method sends: text composed so far, text committed, and what of the text before it replaces."""
    event = QInputMethodEvent(composing, [])
    if commit or length:
        event.setCommitString(commit, start, length)
    return event


WAYS_OF_TWELVE: dict[str, list[dict[str, Any]]] = {
    "at once": [{"commit": "12"}],
    "in parts": [{"commit": "1"}, {"commit": "2"}],
    "composed": [{"composing": "1"}, {"composing": "12"}, {"commit": "12"}],
    "composed in parts": [{"composing": "1"}, {"commit": "1", "composing": "2"}, {"commit": "2"}],
    "committed while composing": [{"commit": "1", "composing": "2"}, {"commit": "2"}],
    "replaced": [{"commit": "1"}, {"commit": "12", "start": -1, "length": 1}],
    "replaced while composing": [
        {"commit": "1"},
        {"commit": "1", "composing": "2", "start": -1, "length": 1},
        {"commit": "2"},
    ],
    "full width": [{"commit": "１２"}],
    "full width in parts": [{"composing": "１"}, {"commit": "１"}, {"composing": "２"}, {"commit": "２"}],
    "never committed": [{"composing": "1"}, {"composing": "12"}],
    "begun anew": [{"composing": "9"}, {}, {"commit": "12"}],
}


@pytest.mark.parametrize("before", [0, 99])
@pytest.mark.parametrize("way", WAYS_OF_TWELVE)
def test_whatever_way_an_input_method_delivers_digits_none_is_lost(table: SkuTable, way: str, before: int) -> None:
    sheet = sheet_of(table)
    sheet.set_quantities({SpecId("黑色/S"): before}, "")
    for event in WAYS_OF_TWELVE[way]:
        boxes = table.viewport().findChildren(QLineEdit)
        QApplication.sendEvent(boxes[-1] if boxes else table, given(**event))
    QTest.keyClick(editor(table), Key.Key_Return)
    assert sheet.quantities == {SpecId("黑色/S"): 12}


def test_a_composition_that_is_given_up_changes_nothing(table: SkuTable) -> None:
    sheet = sheet_of(table)
    sheet.set_quantities({SpecId("黑色/S"): 99}, "")
    QApplication.sendEvent(table, given(composing="1"))
    QApplication.sendEvent(editor(table), given())
    assert sheet.quantities == {SpecId("黑色/S"): 99}
    QTest.keyClick(editor(table), Key.Key_Return)
    assert sheet.quantities == {SpecId("黑色/S"): 99}


def test_several_digits_in_one_key_press_are_all_typed(table: SkuTable) -> None:
    press = QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, Qt.KeyboardModifier.NoModifier, "24")
    QApplication.sendEvent(table, press)
    QTest.keyClick(editor(table), Key.Key_Return)
    assert sheet_of(table).quantities == {SpecId("黑色/S"): 24}


@pytest.mark.parametrize("text", ["-5", ".5", "½", "5²", "1.000", "3k", "(5)", "12 345", "一"])
def test_what_is_typed_and_refused_is_said_beside_its_cell_and_changes_nothing(table: SkuTable, text: str) -> None:
    sheet = sheet_of(table)
    sheet.set_quantities({SpecId("黑色/S"): 99}, "")
    cell = table.visualRect(table.currentIndex())
    for character in text:
        press = QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
        boxes = table.viewport().findChildren(QLineEdit)
        QApplication.sendEvent(boxes[-1] if boxes else table, press)
    QTest.keyClick(editor(table), Key.Key_Return)
    assert sheet.quantities == {SpecId("黑色/S"): 99}
    (note,) = table.window().findChildren(CellNote)
    assert note.isVisible() and text in note.text()
    below = table.viewport().mapTo(table.window(), cell.bottomRight())
    assert abs(note.y() - below.y()) < 8 and note.x() <= below.x() <= note.x() + note.width() + 8


def test_a_long_text_is_refused_and_never_cut_to_another_number(table: SkuTable) -> None:
    type_on(table, "7")
    QGuiApplication.clipboard().setText("1" + " " * 400 + "2")
    box = editor(table)
    box.selectAll()
    QTest.keyClick(box, Key.Key_V, Ctrl)
    QTest.keyClick(box, Key.Key_Return)
    assert sheet_of(table).quantities == {}


def test_typing_opens_a_box_overwrites_and_enter_goes_down(table: SkuTable) -> None:
    sheet = sheet_of(table)
    sheet.set_quantities({SpecId("黑色/S"): 99}, "")
    type_on(table, "24")
    QTest.keyClick(editor(table), Key.Key_Return)
    assert sheet.quantities == {SpecId("黑色/S"): 24}
    assert at(table) == (1, 0)


def test_tab_commits_and_goes_on_to_the_next_cell_that_exists(table: SkuTable) -> None:
    table.setCurrentIndex(sheet_of(table).index(0, 1))
    type_on(table, "5")
    QTest.keyClick(editor(table), Key.Key_Tab)
    assert sheet_of(table).quantities == {SpecId("黑色/M"): 5}
    assert at(table) == (1, 0)


def test_tab_leaves_the_grid_behind_its_last_cell(table: SkuTable) -> None:
    table.setCurrentIndex(sheet_of(table).index(2, 2))
    QTest.keyClick(table, Key.Key_Tab)
    assert not table.hasFocus()


def test_arrows_move_and_those_in_the_box_commit(table: SkuTable) -> None:
    QTest.keyClick(table, Key.Key_Right)
    QTest.keyClick(table, Key.Key_Down)
    assert at(table) == (1, 1)
    type_on(table, "3")
    QTest.keyClick(editor(table), Key.Key_Down)
    assert sheet_of(table).quantities == {SpecId("米色/M"): 3}
    assert at(table) == (2, 1)


def test_escape_takes_back_what_was_typed(table: SkuTable) -> None:
    type_on(table, "77")
    assert sheet_of(table).total.quantity == 77
    QTest.keyClick(editor(table), Key.Key_Escape)
    assert sheet_of(table).total.quantity == 0


def test_letters_open_nothing(table: SkuTable) -> None:
    QTest.keyClicks(table, "abc")
    assert table.viewport().findChildren(QLineEdit) == []


def test_delete_empties_the_marked_cells_as_one_step(table: SkuTable) -> None:
    sheet = sheet_of(table)
    sheet.paste([0, 1], 0, [["1", "2"], ["3", "4"]])
    table.selectAll()
    QTest.keyClick(table, Key.Key_Delete)
    assert sheet.quantities == {}
    QTest.keyClick(table, Key.Key_Z, Ctrl)
    assert sheet.total.quantity == 10


def test_a_block_is_pasted_and_undone_across(table: SkuTable) -> None:
    sheet = sheet_of(table)
    QGuiApplication.clipboard().setText("10\t20\n30\t40\t50\n")
    QTest.keyClick(table, Key.Key_V, Ctrl)
    assert sheet.total.quantity == 150
    QTest.keyClick(table, Key.Key_Z, Ctrl)
    assert sheet.total.quantity == 0
    QTest.keyClick(table, Key.Key_Y, Ctrl)
    assert sheet.total.quantity == 150


def test_a_block_pasted_into_an_open_box_goes_into_the_grid(table: SkuTable) -> None:
    type_on(table, "9")
    QGuiApplication.clipboard().setText("1\t2\n3\t4")
    QTest.keyClick(editor(table), Key.Key_V, Ctrl)
    assert sheet_of(table).total.quantity == 10


def test_one_value_fills_the_whole_selection(table: SkuTable) -> None:
    sheet = sheet_of(table)
    for row in (0, 1):
        for column in (0, 1):
            table.selectionModel().select(sheet.index(row, column), QItemSelectionModel.SelectionFlag.Select)
    QGuiApplication.clipboard().setText("6")
    QTest.keyClick(table, Key.Key_V, Ctrl)
    assert sheet.quantities == {SpecId(f"{colour}/{size}"): 6 for colour in ("黑色", "米色") for size in "SM"}


def test_a_block_is_copied_as_text_and_as_a_table(table: SkuTable) -> None:
    sheet = sheet_of(table)
    sheet.paste([0, 1], 1, [["7"], ["8", "9"]])
    for row in (0, 1):
        for column in (1, 2):
            table.selectionModel().select(sheet.index(row, column), QItemSelectionModel.SelectionFlag.Select)
    QTest.keyClick(table, Key.Key_C, Ctrl)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "7\t\n8\t9"
    assert "<td>9</td>" in data.html()


def test_a_block_skips_rows_that_the_filter_hides(table: SkuTable) -> None:
    assert table.filter_rows("e") == 2  # Beige, Olive
    table.setCurrentIndex(sheet_of(table).index(1, 1))
    QGuiApplication.clipboard().setText("1\n2\n3")
    results = []
    table.pasted.connect(results.append)
    QTest.keyClick(table, Key.Key_V, Ctrl)
    assert sheet_of(table).quantities == {SpecId("米色/M"): 1, SpecId("橄榄色/M"): 2}
    assert results[0].outside == 1


def test_rows_are_found_by_the_chinese_name_too(table: SkuTable) -> None:
    assert table.filter_rows("黑") == 1
    assert table.visible_rows() == [0]


def test_arrows_to_the_side_commit_what_was_typed_over(table: SkuTable) -> None:
    type_on(table, "30")
    QTest.keyClick(editor(table), Key.Key_Right)
    type_on(table, "1000")
    QTest.keyClick(editor(table), Key.Key_Left)
    assert sheet_of(table).quantities == {SpecId("黑色/S"): 30, SpecId("黑色/M"): 1000}
    assert at(table) == (0, 0)


def test_arrows_stay_within_a_number_that_was_opened_to_be_mended(table: SkuTable) -> None:
    sheet_of(table).set_quantities({SpecId("黑色/S"): 24}, "")
    QTest.keyClick(table, Key.Key_F2)
    box = editor(table)
    QTest.keyClick(box, Key.Key_Home)
    QTest.keyClick(box, Key.Key_Right)
    QTest.keyClicks(box, "0")
    QTest.keyClick(box, Key.Key_Return)
    assert sheet_of(table).quantities == {SpecId("黑色/S"): 204}


def test_enter_goes_past_what_is_sold_out_and_stays_at_the_end(table: SkuTable) -> None:
    table.setCurrentIndex(sheet_of(table).index(1, 0))
    QTest.keyClick(table, Key.Key_Return)
    assert at(table) == (1, 0), "below it is only what is sold out"
    table.setCurrentIndex(sheet_of(table).index(0, 1))
    QTest.keyClick(table, Key.Key_Return)
    assert at(table) == (1, 1)


def test_a_number_typed_where_nothing_is_sold_is_refused_in_words(table: SkuTable) -> None:
    said: list[tuple[str, str]] = []
    sheet_of(table).refused.connect(lambda text, why: said.append((text, why)))
    table.setCurrentIndex(sheet_of(table).index(2, 0))
    QTest.keyClicks(table, "7")
    table.setCurrentIndex(sheet_of(table).index(0, 2))
    QTest.keyClicks(table, "8")
    assert said == [("7", "sold_out"), ("8", "not_offered")]


def test_a_small_grid_leaves_no_room_for_a_bar_it_does_not_need(table: SkuTable) -> None:
    assert table.verticalScrollBar().maximum() == 0
    assert table.width() - table.verticalHeader().width() - 3 * table.columnWidth(0) < 6
    table.setFixedHeight(100)
    table.resize(table.width(), 100)
    assert table.maximumWidth() > table.columnWidth(0) * 3 + table.verticalHeader().width() + 6
