"""How a cell of any table looks: ground, hairline, the place of the keyboard, and what its column paints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.tables.canvas import LEFT, RIGHT, Canvas, Fonts, Stamps
from sourcing_app.ui.tables.column import MISSING, Column
from sourcing_app.ui.tables.record_model import RecordModel
from sourcing_app.ui.theme import Colours, colours_of, mix, scaled

Index = QModelIndex | QPersistentModelIndex
Fill = Callable[[Any, Colours], QColor]
"""The colour behind a record that is neither chosen nor under the pointer."""

_BLANK = 140


class CellDelegate(QStyledItemDelegate):
    """height: of a row, in pixels at the usual text size. A record that is not read yet is a grey bar."""

    def __init__(self, loader: PictureLoader, table: QWidget, height: int, fill: Fill | None = None) -> None:
        super().__init__(table)
        self._loader, self._table, self._height, self._fill = loader, table, height, fill
        self._fonts = Fonts()
        self._stamps: Stamps = {}
        self.hovered_row = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, scaled(self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = cast(RecordModel[Any, Any], index.model())
        record, column = model.wanted(index.row()), model.columns[index.column()]
        rect, state = option.rect, option.state
        now = colours_of(self._table)
        painter.save()
        ground = self._ground(painter, rect, record, now, state, index.row())
        if record is None:
            wide = max(0, min(rect.width() - 20, _BLANK))
            painter.fillRect(QRect(rect.left() + 10, rect.center().y() - 5, wide, 10), now.raised)
        else:
            canvas = Canvas(painter, rect, now, ground, self._fonts, self._table, self._loader, self._stamps)
            paint_cell(canvas, column, record, model.context)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), now.accent)
        painter.restore()

    def _ground(
        self, painter: QPainter, rect: QRect, record: object, now: Colours, state: QStyle.StateFlag, row: int
    ) -> QColor:
        fill = self._fill(record, now) if self._fill is not None and record is not None else now.surface
        if state & QStyle.StateFlag.State_Selected:
            fill = now.chosen
        elif row == self.hovered_row:
            fill = mix(fill, now.hover, 0.5)
        painter.fillRect(rect, fill)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now.line)
        return fill


def paint_cell(canvas: Canvas, column: Column[Any, Any], record: object, context: object) -> None:
    """As the column wants it, else its text in one line."""
    if column.paint is not None:
        canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column.paint(canvas, record, context)
        return
    text = column.text(record, context)
    used = canvas.fonts.choose(strong=column.strong, small=column.small, is_number=column.is_number)
    ink = canvas.now.muted if text == MISSING else canvas.now.role(column.tone)
    canvas.line(text, canvas.room, used, ink, RIGHT if column.is_number else LEFT)
