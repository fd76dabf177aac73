"""A column added to the list of variants is one value: painted beside the others, whose places and box stay their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from sourcing_app.ui.models.sheet_layout import SheetKind
from sourcing_app.ui.models.sku_sheet import SkuSheet
from sourcing_app.ui.offer.sku_delegate import COLUMNS, SkuColumn
from sourcing_app.ui.offer.sku_heads import RowHeads
from sourcing_app.ui.offer.sku_table import SkuTable
from sourcing_app.ui.tables.column import Kind
from sourcing_app.ui.theme import LIGHT
from tests.ui.offer.offers import matrix, variant

MARK = SkuColumn("mark", lambda _: "Mark", lambda cell, _: "█████", 90, Kind.NUMBER, tone="good", strong=True)


@pytest.fixture(params=range(len(COLUMNS) + 1))
def table(request: pytest.FixtureRequest, dressed: object) -> Iterator[SkuTable]:
    sheet = SkuSheet()
    columns = (*COLUMNS[: request.param], MARK, *COLUMNS[request.param :])
    made = SkuTable(sheet, RowHeads(lambda address, side: None), columns=columns)
    sheet.setParent(made)
    sheet.show_offer(matrix(skus=(variant("黑色", "S", more="盒"), variant("米色", "M", more="盒"))))
    assert sheet.layout is not None and sheet.layout.kind is SheetKind.LIST
    made.resize(900, 200)
    made.show()
    made.clearFocus()
    yield made
    made.close()
    made.deleteLater()


def extent(image: QImage, rect: QRect, ink: QColor) -> range:
    """From the first to the last place across the cell where this colour is."""
    found = [x for x in range(rect.left(), rect.right()) for y in range(rect.top(), rect.bottom())
             if image.pixelColor(x, y) == ink]  # fmt: skip
    return range(min(found), max(found) + 1) if found else range(0)


def test_it_has_a_place_of_its_own_before_the_box_and_takes_no_others(table: SkuTable) -> None:
    image, rect = table.viewport().grab().toImage(), table.visualRect(table.model().index(1, 0))
    inks = {"mark": LIGHT.good, "price": LIGHT.price, "stock": LIGHT.muted}
    box = table._delegate.box(rect)
    inside = QRect(rect.left(), rect.top(), box.left() - rect.left(), rect.height() - 1)
    places = {key: extent(image, inside, ink) for key, ink in inks.items()}
    order = [column.key for column in table._delegate._columns]
    assert all(places.values()) and sorted(order, key=lambda key: places[key].start) == order
    for before, after in pairwise(order):
        assert places[before].stop <= places[after].start
