"""How a SKU's cell looks and is typed into: a quantity box, its price, its stock."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from sourcing_app.ui.format import count_text, exact_count, money_text
from sourcing_app.ui.models.sku_sheet import CELL, Cell, SkuSheet
from sourcing_app.ui.tables.canvas import LEFT, RIGHT, Fonts
from sourcing_app.ui.tables.column import Column, Kind, by_key
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import TextSize, colours_of, font, scaled
from sourcing_app.ui.theme.palette import Colours
from sourcing_app.ui.theme.spacing import RADIUS_CONTROL
from sourcing_app.ui.widgets.quantity_delegate import Hint, QuantityDelegate

Index = QModelIndex | QPersistentModelIndex
MAX_WIDTH = 200
_BOX = QSize(112, 28)
_PAD = 12


def matrix_size() -> QSize:
    """The least of a cell in a matrix."""
    return QSize(scaled(136), scaled(56))


def _in_stock(cell: Cell, _: None) -> str:
    return tr("{0} in stock").format(exact_count(cell.stock)) if not cell.sold_out else ""


SkuColumn = Column[Cell, None]
COLUMNS = (
    SkuColumn(
        "price", lambda _: tr("Price"), lambda cell, _: money_text(cell.unit_price), 96, Kind.NUMBER, tone="price"
    ),
    SkuColumn("stock", lambda _: tr("In stock"), _in_stock, 100, Kind.NUMBER, tone="muted", small=True, stretch=True),
)
"""What a list says of a SKU, before the box with its quantity. What is sold out is quiet throughout."""


class SkuDelegate(QuantityDelegate):
    """Paints cells from the sheet; its editor is the box itself.

    is_typed_over: the editor was opened by typing a number, so the arrows to the sides go on to the next cell; opened with
    F2 or the mouse, they move within the number.
    """

    def __init__(self, sheet: SkuSheet, table: QWidget, columns: Sequence[SkuColumn] = COLUMNS) -> None:
        super().__init__(table)
        self._sheet = sheet
        self._columns, self._fonts = tuple(by_key(columns).values()), Fonts()
        self.as_list = False
        self.is_typed_over = False
        self.cell_width = matrix_size().width()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.list_size() if self.as_list else QSize(self.cell_width, matrix_size().height())

    def list_size(self) -> QSize:
        """Of a row in a list: its columns beside each other, then the box."""
        return QSize(sum(scaled(each.width) for each in self._columns) + scaled(_BOX.width()) + 3 * _PAD, scaled(48))

    def widen(self) -> None:
        """Wide enough for the longest price beside the longest stock."""
        offer = self._sheet.offer
        if offer is None:
            return
        metrics = QFontMetrics(font(TextSize.CAPTION, figures=True))
        own = [sku.unit_price for sku in offer.skus if sku.unit_price is not None]
        prices = [tier.unit_price for tier in offer.tiers] + own + list(offer.channel_prices.values())
        price = max((metrics.horizontalAdvance(money_text(each)) for each in prices), default=0)
        stock = max((metrics.horizontalAdvance(self._stock_left(sku.stock)) for sku in offer.skus), default=0)
        self.cell_width = min(max(price + stock + 10 + 2 * _PAD, matrix_size().width()), scaled(MAX_WIDTH))

    def _stock_left(self, stock: int) -> str:
        return self.tr("{0} left").format(count_text(stock))

    def box(self, cell: QRect) -> QRect:
        """Where the quantity stands in a cell."""
        if self.as_list:
            size = QSize(scaled(_BOX.width()), scaled(_BOX.height()))
            left = cell.right() - size.width() - _PAD
            return QRect(QPoint(left, cell.center().y() - size.height() // 2 + 1), size)
        wide = cell.width() - 2 * _PAD
        return QRect(cell.left() + _PAD, cell.top() + 5, wide, scaled(_BOX.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget = cast(QWidget, getattr(option, "widget"))  # noqa: B009 (missing in the type stubs)
        colours = colours_of(widget)
        rect, state = cast(QRect, getattr(option, "rect")), cast(QStyle.StateFlag, getattr(option, "state"))  # noqa: B009
        cell = cast(Cell | None, index.data(CELL))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if selected:
            painter.fillRect(rect, colours.chosen)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line)
        if cell is None:
            self._missing(painter, rect, colours, focused)
        else:
            self._box(painter, self.box(rect), cell, colours, focused)
            self._facts(painter, rect, cell, colours)
        painter.restore()

    def _missing(self, painter: QPainter, rect: QRect, colours: Colours, focused: bool) -> None:
        painter.setPen(colours.muted)
        painter.setFont(font())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "—")
        if focused:
            _ring(painter, self.box(rect), colours.line, None, 2)

    def _box(self, painter: QPainter, box: QRect, cell: Cell, colours: Colours, focused: bool) -> None:
        if cell.sold_out and not cell.quantity:
            painter.setPen(colours.muted)
            painter.setFont(font(TextSize.CAPTION))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tr("sold out"))
            if focused:
                _ring(painter, box, colours.accent, None, 2)
            return
        edge = colours.danger if cell.broken else colours.accent if focused or cell.quantity else colours.line
        fill = colours.tint("danger", 0.1) if cell.broken else colours.surface
        if cell.quantity and not cell.broken:
            fill = colours.tint("accent", 0.08)
        _ring(painter, box, edge, fill, 2 if focused else 1)
        painter.setFont(font(strong=bool(cell.quantity), figures=True))
        painter.setPen(colours.danger if cell.broken else colours.text if cell.quantity else colours.muted)
        inside = box.adjusted(8, 0, -10, 0)
        painter.drawText(
            inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, exact_count(cell.quantity)
        )

    def _facts(self, painter: QPainter, rect: QRect, cell: Cell, colours: Colours) -> None:
        if self.as_list:
            self._beside(painter, rect, cell, colours)
        else:
            self._under(painter, self.box(rect), cell, colours)

    def _beside(self, painter: QPainter, rect: QRect, cell: Cell, colours: Colours) -> None:
        """In a list: the columns from the left to the box; the one that stretches takes what is left."""
        spare = rect.width() - self.list_size().width()
        left = rect.left() + _PAD
        for column in self._columns:
            wide = scaled(column.width) + (spare if column.stretch else 0)
            painter.setFont(self._fonts.choose(strong=column.strong, small=column.small, is_number=column.is_number))
            painter.setPen(colours.muted if cell.sold_out else colours.role(column.tone))
            room = QRect(left, rect.top(), wide, rect.height())
            painter.drawText(room, RIGHT if column.is_number else LEFT, column.text(cell, None))
            left += wide

    def _under(self, painter: QPainter, box: QRect, cell: Cell, colours: Colours) -> None:
        """In a matrix: price and, where there is room for it, stock under the box."""
        painter.setFont(self._fonts.small_figures)
        price = money_text(cell.unit_price)
        stock = self._stock_left(cell.stock) if not cell.sold_out else ""
        room = QRect(box.left() + 1, box.bottom() + 2, box.width() - 2, scaled(18))
        painter.setPen(colours.muted if cell.sold_out else colours.price)
        painter.drawText(room, LEFT, price)
        if painter.fontMetrics().horizontalAdvance(price + stock) + 6 <= room.width():
            painter.setPen(colours.muted)
            painter.drawText(room, RIGHT, stock)

    def name_of(self, index: Index) -> str:
        spec = self._sheet.spec_of(index)
        name = self._sheet.name_of(spec) if spec is not None else ""
        return self.tr("Quantity of {0}").format(name or self.tr("this offer"))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QLineEdit:
        """What is being typed counts at once."""
        editor = super().createEditor(parent, option, index)
        spec = self._sheet.spec_of(index)
        assert spec is not None
        editor.textEdited.connect(partial(self._sheet.type_into, spec))
        return editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A pasted block belongs to the grid."""
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            key = cast(QKeyEvent, event)
            if key.matches(QKeySequence.StandardKey.Paste) and _is_block(QGuiApplication.clipboard().text()):
                self._leave(watched, key, Hint.RevertModelCache)
                return True
        return super().eventFilter(watched, event)

    def moves_on(self, key: QKeyEvent) -> bool:
        return super().moves_on(key) or (self.is_typed_over and key.key() in _SIDEWAYS and not _is_selecting(key))


_SIDEWAYS = {Qt.Key.Key_Left, Qt.Key.Key_Right}


def _is_selecting(key: QKeyEvent) -> bool:
    return bool(key.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))


def _is_block(text: str) -> bool:
    return "\t" in text.strip("\r\n") or "\n" in text.strip("\r\n")


def _ring(painter: QPainter, rect: QRect, edge: QColor, fill: QColor | None, width: int) -> None:
    painter.setPen(QPen(edge, width))
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), RADIUS_CONTROL, RADIUS_CONTROL)
