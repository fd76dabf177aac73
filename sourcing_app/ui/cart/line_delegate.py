"""How suppliers and lines of the cart look: picture, spec, quantity in place, price then and now, what is wrong."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from sourcing_app.domain.cart import PricedLine, SupplierGroup
from sourcing_app.ui.cart.line_words import goods_words, group_words
from sourcing_app.ui.format import exact_count, money_text
from sourcing_app.ui.models.cart_lines import AMOUNT, GOODS, GROUP, LINE, LOCKED, PRICE, QUANTITY, REMOVE, CartLines
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.theme import TextSize, colours_of, font, paint_icon, scaled
from sourcing_app.ui.theme.palette import Colours
from sourcing_app.ui.theme.spacing import RADIUS_CONTROL
from sourcing_app.ui.widgets.picture_box import paint_picture
from sourcing_app.ui.widgets.quantity_delegate import QuantityDelegate

Index = QModelIndex | QPersistentModelIndex
GROUP_HEIGHT, LINE_HEIGHT, NOTE_HEIGHT = 52, 68, 18
PICTURE_SIDE = 52
_BOX = QSize(92, 28)
_NOTE_ICONS = {"warning": "warning", "info": "info"}
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class LineDelegate(QuantityDelegate):
    """Paints from the model's records; the quantity is edited in its box."""

    def __init__(self, model: CartLines, loader: PictureLoader, tree: QWidget) -> None:
        super().__init__(tree)
        self._model, self._loader = model, loader

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = cast(PricedLine | None, index.data(LINE))
        if entry is None:
            return QSize(0, scaled(GROUP_HEIGHT))
        notes = goods_words(entry, self._model.problems_of(index))[2]
        return QSize(0, scaled(LINE_HEIGHT) + scaled(NOTE_HEIGHT) * len(notes))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now = colours_of(self._grid)
        rect = cast(QRect, getattr(option, "rect"))  # noqa: B009 (missing in the type stubs)
        state = cast(QStyle.StateFlag, getattr(option, "state"))  # noqa: B009
        entry = cast(PricedLine | None, index.data(LINE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, now.chosen if chosen else now.surface if entry is not None else now.raised)
        painter.setPen(QPen(now.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if entry is None:
            self._group(painter, rect, index, now)
        else:
            painter.setOpacity(0.6 if index.data(LOCKED) else 1.0)
            self._line(painter, rect, index, entry, now, bool(state & QStyle.StateFlag.State_HasFocus))
        painter.setOpacity(1.0)
        if state & QStyle.StateFlag.State_HasFocus and index.column() != QUANTITY:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(now.accent, 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -2), 4, 4)
        painter.restore()

    # --- a supplier -------------------------------------------------------------------------------------------------

    def check_rect(self, rect: QRect) -> QRect:
        """Where a supplier's tick box is."""
        return QRect(rect.left() + 12, rect.center().y() - 9, 18, 18)

    def _group(self, painter: QPainter, rect: QRect, index: Index, now: Colours) -> None:
        group = cast(SupplierGroup, index.data(GROUP))
        if index.column() == AMOUNT:
            painter.setFont(font(TextSize.STRONG, strong=True, figures=True))
            painter.setPen(now.text)
            painter.drawText(rect.adjusted(0, 0, -10, 0), _RIGHT, money_text(group.goods))
        if index.column() == REMOVE and not index.data(LOCKED):
            self._icon(painter, rect, "trash", now)
        if index.column() in (GOODS, QUANTITY, PRICE):
            painter.setClipRect(rect)
            self._supplier(painter, self._span(rect), index, now)

    def _span(self, rect: QRect) -> QRect:
        """Goods, quantity and price as one: a supplier's words run on where its row has nothing else."""
        tree = cast(QTreeView, self._grid)
        left = tree.columnViewportPosition(GOODS)
        right = tree.columnViewportPosition(PRICE) + tree.columnWidth(PRICE)
        return QRect(left, rect.top(), right - left, rect.height())

    def _supplier(self, painter: QPainter, rect: QRect, index: Index, now: Colours) -> None:
        group = cast(SupplierGroup, index.data(GROUP))
        box = self.check_rect(rect)
        first = self._model.index(index.row(), GOODS)
        checked = first.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.setPen(QPen(now.accent if checked else now.muted, 1.5))
        painter.setBrush(now.accent if checked else now.surface)
        painter.drawRoundedRect(QRectF(box), 4, 4)
        if checked:
            paint_icon(painter, "check", QRectF(box).adjusted(2, 2, -2, -2), now.on_accent)
        words, role, icon_name = group_words(group, locked=bool(index.data(LOCKED)))
        left = box.right() + 12
        top = QRect(left, rect.top() + scaled(7), rect.right() - left - 4, scaled(20))
        painter.setFont(font(TextSize.STRONG, strong=True))
        painter.setPen(now.text)
        painter.drawText(top, _LEFT, painter.fontMetrics().elidedText(group.supplier_name, _ELIDE, top.width()))
        paint_icon(painter, icon_name, QRectF(left, rect.top() + scaled(36) - 7, 14, 14), now.role(role))
        painter.setFont(font(TextSize.CAPTION))
        painter.setPen(now.role(role))
        under = QRect(left + 20, rect.top() + scaled(27), rect.right() - left - 24, scaled(18))
        painter.drawText(under, _LEFT, painter.fontMetrics().elidedText(words, _ELIDE, under.width()))

    # --- a line -----------------------------------------------------------------------------------------------------

    def _line(
        self, painter: QPainter, rect: QRect, index: Index, entry: PricedLine, now: Colours, focused: bool
    ) -> None:
        body = QRect(rect.left(), rect.top(), rect.width(), scaled(LINE_HEIGHT))
        match index.column():
            case 0:
                self._goods(painter, rect, index, entry, now)
            case 1:
                self._quantity(painter, body, index, entry, now, focused)
            case 2:
                self._price(painter, body, entry, now)
            case 3:
                painter.setFont(font(strong=True, figures=True))
                painter.setPen(now.text)
                painter.drawText(_first_line(body), _RIGHT, money_text(entry.amount))
            case _ if not index.data(LOCKED):
                self._icon(painter, _first_line(body).adjusted(0, 0, 10, 0), "trash", now)

    def _goods(self, painter: QPainter, rect: QRect, index: Index, entry: PricedLine, now: Colours) -> None:
        picture = QRectF(
            rect.left() + 12, rect.top() + (scaled(LINE_HEIGHT) - PICTURE_SIDE) / 2, PICTURE_SIDE, PICTURE_SIDE
        )
        address = entry.line.picture_url
        pixmap = self._loader.pixmap(address, PICTURE_SIDE, self._grid.devicePixelRatioF()) if address else None
        paint_picture(
            painter, picture, pixmap, now, radius=4, failed=pixmap is None and self._loader.is_failed(address)
        )
        title, spec, notes = goods_words(entry, self._model.problems_of(index))
        left = int(picture.right()) + 12
        wide = rect.right() - left - 8
        painter.setFont(font())
        painter.setPen(now.text)
        painter.drawText(
            QRect(left, rect.top() + scaled(12), wide, scaled(20)),
            _LEFT,
            painter.fontMetrics().elidedText(title, _ELIDE, wide),
        )
        painter.setFont(font(TextSize.CAPTION))
        painter.setPen(now.muted)
        painter.drawText(
            QRect(left, rect.top() + scaled(34), wide, scaled(18)),
            _LEFT,
            painter.fontMetrics().elidedText(spec, _ELIDE, wide),
        )
        for at, (text, role) in enumerate(notes):
            top = rect.top() + scaled(LINE_HEIGHT - 10) + at * scaled(NOTE_HEIGHT)
            paint_icon(
                painter, _NOTE_ICONS.get(role, "error"), QRectF(left, top + scaled(9) - 7, 13, 13), now.role(role)
            )
            painter.setPen(now.role(role))
            wide_note = wide - 20
            painter.drawText(
                QRect(left + 19, top, wide_note, scaled(18)),
                _LEFT,
                painter.fontMetrics().elidedText(text, _ELIDE, wide_note),
            )

    def box(self, cell: QRect) -> QRect:
        """Where a quantity stands in its cell."""
        return QRect(
            cell.right() - scaled(_BOX.width()) - 4,
            cell.top() + scaled(12),
            scaled(_BOX.width()),
            scaled(_BOX.height()),
        )

    def _quantity(
        self, painter: QPainter, rect: QRect, index: Index, entry: PricedLine, now: Colours, focused: bool
    ) -> None:
        box = self.box(rect)
        broken = bool(self._model.problems_of(index))
        painter.setPen(QPen(now.danger if broken else now.accent if focused else now.line, 2 if focused else 1))
        painter.setBrush(now.tint("danger", 0.1) if broken else now.surface)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setFont(font(strong=True, figures=True))
        painter.setPen(now.danger if broken else now.text)
        painter.drawText(box.adjusted(4, 0, -10, 0), _RIGHT, exact_count(self._model.quantity_of(entry)))
        painter.setFont(font(TextSize.CAPTION, figures=True))
        painter.setPen(now.muted)
        left = (
            self.tr("sold out")
            if entry.line.stock <= 0
            else self.tr("{0} in stock").format(exact_count(entry.line.stock))
        )
        painter.drawText(QRect(rect.left(), box.bottom() + 2, rect.width() - 5, scaled(18)), _RIGHT, left)

    def _price(self, painter: QPainter, rect: QRect, entry: PricedLine, now: Colours) -> None:
        painter.setFont(font(figures=True))
        painter.setPen(now.price)
        painter.drawText(_first_line(rect), _RIGHT, money_text(entry.unit_price))
        if entry.price_changed:
            old = font(TextSize.CAPTION, figures=True)
            old.setStrikeOut(True)
            painter.setFont(old)
            painter.setPen(now.muted)
            place = QRect(rect.left(), rect.top() + scaled(40), rect.width() - 10, scaled(18))
            painter.drawText(place, _RIGHT, money_text(entry.price_seen))

    def _icon(self, painter: QPainter, rect: QRect, name: str, now: Colours) -> None:
        centre = rect.center()
        paint_icon(painter, name, QRectF(centre.x() - 8, centre.y() - 8, 16, 16), now.muted)


def _first_line(cell: QRect) -> QRect:
    """Level with the quantity's box."""
    return QRect(cell.left(), cell.top() + scaled(12), cell.width() - 10, scaled(_BOX.height()))


_ELIDE = Qt.TextElideMode.ElideRight

__all__ = ["PRICE", "LineDelegate"]
