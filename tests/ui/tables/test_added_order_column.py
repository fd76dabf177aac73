"""A column added to Orders is one value: painted in its own cells, sorted by, kept by name, read aloud, copied, exported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest

from sourcing_app.domain.order_summary import OrderSort
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.orders.columns import COLUMNS, OrderColumn
from sourcing_app.ui.orders.export import FileColumn
from sourcing_app.ui.orders.view import OrdersPage
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.tables.canvas import Canvas
from sourcing_app.ui.tables.column import Kind
from tests.support.buying import Buyable, order_made
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox
from tests.ui.orders.conftest import Visit, buyable_goods, use_cases

__all__ = ["buyable_goods", "use_cases"]
SIGNAL = QColor("#12ab34")


def fill(canvas: Canvas, row: object, now: object) -> None:
    canvas.painter.fillRect(canvas.room, SIGNAL)


KINDS = OrderColumn(
    "lines", lambda _: "Lines", lambda row, _: str(row.order.line_count), 80, Kind.NUMBER,
    sort=OrderSort.TOTAL, paint=fill,
    exported=FileColumn("lines", lambda _: "Lines", lambda known, _: str(len(known.value.entries)), kind=Kind.NUMBER),
)  # fmt: skip


@pytest.fixture(params=range(len(COLUMNS) + 1))
def columns(request: pytest.FixtureRequest) -> tuple[OrderColumn, ...]:
    """The column at every place among the others: none of them is known by where it stands."""
    return (*COLUMNS[: request.param], KINDS, *COLUMNS[request.param :])


@pytest.fixture
def there(
    columns: tuple[OrderColumn, ...], desk: Desk, loader: PictureLoader, sandbox: RunningSandbox, use_cases: UseCases,
    buyable_goods: list[Buyable],
) -> Iterator[Visit]:  # fmt: skip
    for each in buyable_goods[:3]:
        order_made(sandbox, each.cargo())
    page = OrdersPage(loader, columns=columns)
    found = Visit(page, desk, sandbox, use_cases)
    page.resize(1480, 620)
    page.show()
    page.attach(use_cases)
    found.idle()
    yield found
    page.detach()
    for scope in page.task_scopes():
        desk.run(scope.close())
    page.close()
    desk.dispose(page)


def test_each_column_is_painted_in_its_own_cells_wherever_one_is_added(there: Visit) -> None:
    page = there.page
    image = page.table.viewport().grab().toImage()
    cells = {each.key: page.orders.index(0, page.orders.place(each.key)) for each in page.orders.columns}
    middle = {key: image.pixelColor(page.table.visualRect(index).center()) for key, index in cells.items()}
    assert {key for key, colour in middle.items() if colour == SIGNAL} == {KINDS.key}
    row = page.orders.rows[0]
    assert cells["order"].data() == row.order.order_id and cells["total"].data().endswith(row.order.total.as_text())
    assert cells["status"].data() == "To pay" and cells["supplier"].data() == row.order.supplier_name
    assert cells["lines"].data() == str(row.order.line_count)


def test_it_is_sorted_by_kept_copied_and_exported_as_the_others_are(there: Visit, tmp_path: Path) -> None:
    page, header = there.page, there.page.table.horizontalHeader()
    at = header.sectionViewportPosition(page.orders.place(KINDS.key)) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(at, 10))
    there.idle()
    sums = [row.order.total.fen for row in page.orders.rows]
    assert sums == sorted(sums, reverse=True) and page.orders.sorting is not None
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    page.table.show_column("total", False)
    page.save_state(settings)
    page.table.reset_columns()
    assert page.table.is_shown("total") and page.orders.sorting is None
    page.restore_state(settings)
    assert not page.table.is_shown("total") and page.table.is_shown(KINDS.key)
    assert page.orders.sorting is not None and page.orders.sorting.key == KINDS.key
    page.table.selectAll()
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    there.idle()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert lines[0][-1] == "Lines" and [line[-1] for line in lines[1:]] == ["1", "1", "1"]
    dialog = page.acts.export(tuple(page.orders.keys))
    dialog.fileSelected.emit(str(tmp_path / "orders.csv"))
    there.until(lambda: (tmp_path / "orders.csv").exists())
    dialog.reject()
    assert (tmp_path / "orders.csv").read_text("utf-8-sig").splitlines()[0].endswith(",Lines")
