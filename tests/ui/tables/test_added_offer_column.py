"""A column added to the results is one value: seen, sorted by, kept, reset and copied, with no other file knowing of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.columns import COLUMNS, MARKS, OfferColumn
from sourcing_app.ui.results.copying import as_cells
from sourcing_app.ui.results.offer_list_model import OfferListModel
from sourcing_app.ui.results.offer_table import OfferTable
from sourcing_app.ui.tables.canvas import Canvas
from sourcing_app.ui.tables.column import Kind
from sourcing_app.ui.theme import LIGHT
from tests.ui.results.builders import offer

SIGNAL = QColor("#12ab34")

STOCK = OfferColumn(
    "odd_ones_first", lambda _: "Odd", lambda record, _: str(int(record.offer_id[-2:]) % 2), 90, Kind.NUMBER,
    sort=lambda record: int(record.offer_id[-2:]) % 2,
    paint=lambda canvas, record, _: _fill(canvas),
)  # fmt: skip


def _fill(canvas: Canvas) -> None:
    canvas.painter.fillRect(canvas.room, SIGNAL)


@pytest.fixture
def table(loader: PictureLoader) -> Iterator[OfferTable]:
    model = OfferListModel(columns=(*COLUMNS[:2], STOCK, *COLUMNS[2:]))
    model.replace(offer(number) for number in range(6))
    made = OfferTable(model, loader)
    model.setParent(made)
    made.resize(1300, 400)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def ids(table: OfferTable) -> list[str]:
    return [str(each.offer_id)[-1] for each in table._offers.offers]


def click_heading(table: OfferTable, key: str) -> None:
    header = table.horizontalHeader()
    at = header.sectionViewportPosition(table.records.place(key)) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(at, 10))


def test_it_is_painted_in_its_own_cells_and_in_no_other(table: OfferTable) -> None:
    model, image = table.records, table.viewport().grab().toImage()
    painted = {
        column.key
        for column in model.columns
        if table.is_shown(column.key)
        and image.pixelColor(table.visualRect(model.index(0, model.place(column.key))).center()) == SIGNAL
    }
    assert painted == {STOCK.key}
    assert model.index(3, model.place("price")).data() == "CN¥3.50"


def test_a_click_sorts_by_it_another_turns_it_round_and_the_third_is_the_platforms_order(table: OfferTable) -> None:
    told: list[int] = []
    table.sort_chosen.connect(lambda: told.append(1))
    seen = []
    for _ in range(3):
        click_heading(table, STOCK.key)
        seen.append("".join(ids(table)))
    assert seen == ["135024", "024135", "012345"] and told == [1, 1, 1]


def test_order_width_visibility_and_sort_are_kept_by_name(
    table: OfferTable, loader: PictureLoader, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    header, model = table.horizontalHeader(), table.records
    header.moveSection(header.visualIndex(model.place(STOCK.key)), 0)
    header.resizeSection(model.place("marks"), 333)
    table.show_column("marks", False)
    table.show_column("offer_id", True)
    click_heading(table, STOCK.key)
    table.save_columns(settings, "search")
    older = OfferListModel(columns=COLUMNS)  # as in a version that has not got the column
    other = OfferTable(older, loader)
    older.setParent(other)
    other.restore_columns(settings, "search")
    assert not other.is_shown(MARKS.key) and other.is_shown("offer_id")
    assert older.sorting is None
    other.show_column("marks", True)
    assert other.columnWidth(older.place("marks")) == 333
    other.save_columns(settings, "search")
    table.reset_columns()
    assert (table.kept_columns().order[0], model.sorting, table.is_shown("marks")) == ("title", None, True)
    table.restore_columns(settings, "search")
    assert table.shown_columns()[2] is STOCK, "a column that is new stands where it belongs"
    other.deleteLater()


def test_what_is_copied_is_what_is_seen_from_left_to_right(table: OfferTable) -> None:
    header = table.horizontalHeader()
    header.moveSection(header.visualIndex(table.records.place(STOCK.key)), 0)
    table.show_column("price", False)
    wanted: list[int] = []
    table.copy_wanted.connect(lambda: wanted.append(1))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert wanted == [1]
    lines = as_cells([offer(3)], table.shown_columns()).text().split("\n")
    assert lines[0].split("\t")[:3] == ["Odd", "Offer", "Minimum"] and lines[1].split("\t")[0] == "1"


def test_the_arrow_goes_when_the_platforms_order_comes_back(table: OfferTable) -> None:
    click_heading(table, "price")
    assert table.horizontalHeader().isSortIndicatorShown()
    table.records.order_by(None)
    assert not table.horizontalHeader().isSortIndicatorShown()


def test_the_row_under_the_pointer_is_lit_and_the_rest_is_not(table: OfferTable) -> None:
    price = table.records.place("price")
    places = [table.visualRect(table.records.index(row, price)).topLeft() + QPoint(4, 4) for row in (1, 2)]
    table._hover(1)
    image = table.viewport().grab().toImage()
    assert image.pixelColor(places[0]) != LIGHT.surface and image.pixelColor(places[1]) == LIGHT.surface
