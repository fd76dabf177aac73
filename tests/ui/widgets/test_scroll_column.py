"""A scrolling column keeps its width, whatever is in it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from sourcing_app.ui.widgets.scroll_column import ScrollColumn
from sourcing_app.ui.widgets.surface import column


class Square(QWidget):
    """As high as it is wide, like the picture of an offer."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setFixedHeight(self.width())


def test_what_is_as_high_as_wide_settles_at_every_height_of_the_window(dressed: QApplication) -> None:
    inside = QWidget()
    column(inside).addWidget(Square())
    area = ScrollColumn(inside)
    area.resize(300, 250)
    area.show()
    widths = set()
    for height in range(260, 320):
        area.resize(300, height)
        QApplication.processEvents()
        widths.add(area.viewport().width())
    assert len(widths) == 1
    area.close()


def test_the_bar_keeps_its_place_and_moves_when_there_is_more(dressed: QApplication) -> None:
    inside = QWidget()
    inside.setFixedHeight(900)
    area = ScrollColumn(inside)
    area.resize(300, 200)
    area.show()
    QApplication.processEvents()
    bar = area.verticalScrollBar()
    assert bar.isVisible() and bar.maximum() == 700
    inside.setFixedHeight(100)
    QApplication.processEvents()
    assert bar.isVisible() and bar.maximum() == 0
    area.close()
