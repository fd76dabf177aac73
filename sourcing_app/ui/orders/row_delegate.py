"""How a row looks: picture, id and goods, supplier, a chip with shape and colour, the sum, how long it has been so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sourcing_app.domain.order_summary import in_state_since
from sourcing_app.ui.format import clock_text, money_text
from sourcing_app.ui.orders.order_list import ORDER, ROW
from sourcing_app.ui.orders.rows import OrderRow
from sourcing_app.ui.orders.words import goods_text, pay_by, reason_short, refund_sentence, since_text, status_chip
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import TextSize, colours_of, font, mix, paint_icon, scaled
from sourcing_app.ui.theme.palette import Colours
from sourcing_app.ui.widgets.picture_box import paint_picture

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 56
SIDE = 40
_MOST_CHIPS = 200
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ELIDE, _MIDDLE = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle


class RowDelegate(QStyledItemDelegate):
    """Paints from the model's records."""

    def __init__(self, loader: PictureLoader, table: QWidget, clock: Callable[[], datetime]) -> None:
        super().__init__(table)
        self._loader, self._table, self._clock = loader, table, clock
        self.hovered_row = -1
        self._chips: dict[tuple[object, ...], QPixmap] = {}
        self._body, self._caption = font(), font(TextSize.CAPTION)
        self._figures, self._strong = font(TextSize.CAPTION, figures=True), font(strong=True, figures=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, scaled(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = cast(OrderRow | None, index.data(ROW))
        now = colours_of(self._table)
        rect = cast(QRect, getattr(option, "rect"))  # noqa: B009 (missing in the type stubs)
        state = cast(QStyle.StateFlag, getattr(option, "state"))  # noqa: B009
        if row is None:
            self._blank(painter, rect, now, state, index.column())
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._ground(painter, rect, row, now, state, index.column(), index.row())
        room = rect.adjusted(10, 0, -10, 0)
        match index.column():
            case 0:
                self._order(painter, rect, row, now)
            case 1:
                self._line(painter, room, row.order.supplier_name, self._body, now.text, _LEFT)
            case 2:
                self._status(painter, rect, row, now, ground)
            case 3:
                self._line(painter, room, money_text(row.order.total), self._strong, now.text, _RIGHT)
            case _:
                text = since_text(in_state_since(row.order), self._clock())
                self._line(painter, room, text, self._figures, now.muted, _RIGHT)
        painter.restore()

    def _blank(self, painter: QPainter, rect: QRect, now: Colours, state: QStyle.StateFlag, column: int) -> None:
        """A row that is being read: where its words will be."""
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, now.chosen)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now.line)
        left = rect.left() + (scaled(SIDE) + 32 if column == ORDER else 10)
        wide = max(0, min(rect.right() - left - 10, 140))
        painter.fillRect(QRect(left, rect.center().y() - 5, wide, 10), now.raised)

    def _ground(
        self, painter: QPainter, rect: QRect, row: OrderRow, now: Colours, state: QStyle.StateFlag, column: int, at: int
    ) -> QColor:
        is_hovered = at == self.hovered_row
        fill = now.tint("accent", 0.07) if row.unseen else now.surface
        if state & QStyle.StateFlag.State_Selected:
            fill = now.chosen
        elif is_hovered:
            fill = mix(fill, now.hover, 0.5)
        painter.fillRect(rect, fill)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now.line)
        if column == ORDER and state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), now.accent)
        return fill

    def _order(self, painter: QPainter, rect: QRect, row: OrderRow, now: Colours) -> None:
        order = row.order
        top = rect.top() + (scaled(HEIGHT) - SIDE) / 2
        pictures = order.pictures
        box = QRectF(rect.left() + 11, top, SIDE, SIDE)
        if len(pictures) > 1:
            self._picture(painter, box.translated(8, 0).adjusted(0, 4, 0, -4), pictures[1], now)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.surface)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 5, 5)
        self._picture(painter, box, pictures[0] if pictures else "", now)
        left = int(box.right()) + 21
        wide = rect.right() - left - 6
        if row.unseen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.accent)
            painter.drawEllipse(QRectF(rect.left() + 3, rect.center().y() - 3, 6, 6))
        painter.setFont(self._strong)
        painter.setPen(now.text)
        number = painter.fontMetrics().elidedText(order.order_id, _MIDDLE, wide)
        painter.drawText(QRect(left, rect.top() + scaled(9), wide, scaled(19)), _LEFT, number)
        goods = QRect(left, rect.top() + scaled(29), wide, scaled(18))
        self._line(painter, goods, goods_text(order), self._caption, now.muted, _LEFT)

    def _picture(self, painter: QPainter, box: QRectF, address: str, now: Colours) -> None:
        pixmap = self._loader.pixmap(address, SIDE, self._table.devicePixelRatioF()) if address else None
        failed = pixmap is None and self._loader.is_failed(address)
        paint_picture(painter, box, pixmap, now, radius=4, failed=failed)

    def _status(self, painter: QPainter, rect: QRect, row: OrderRow, now: Colours, ground: QColor) -> None:
        word, role, icon_name = status_chip(row.order)
        under, tone = self._under(row)
        high = scaled(22)
        top = rect.top() + (scaled(7) if under else (scaled(HEIGHT) - high) // 2)
        chip = self._chip(word, role, icon_name, QSize(rect.width() - 12, high), now, ground)
        painter.drawPixmap(rect.left() + 8, top, chip)
        if under:
            line = QRect(rect.left() + 10, top + scaled(24), rect.width() - 14, scaled(18))
            self._line(painter, line, under, self._caption, now.role(tone), _LEFT)

    def _chip(self, word: str, role: str, icon_name: str, room: QSize, now: Colours, ground: QColor) -> QPixmap:
        """A few chips stand in many rows: each is drawn once."""
        ratio = self._table.devicePixelRatioF()
        key = (
            word,
            role,
            icon_name,
            room.width(),
            room.height(),
            ground.rgba(),
            now.text.rgba(),
            now.role(role).rgba(),
            ratio,
        )
        known = self._chips.get(key)
        if known is None:
            known = QPixmap(room * ratio)
            known.setDevicePixelRatio(ratio)
            known.fill(Qt.GlobalColor.transparent)
            painter = QPainter(known)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_chip(painter, QRect(QPoint(), room), word, role, icon_name, now, ground)
            painter.end()
            if len(self._chips) >= _MOST_CHIPS:
                self._chips.clear()
            self._chips[key] = known
        return known

    def _under(self, row: OrderRow) -> tuple[str, str]:
        """What else is to be said of its state: what waits first."""
        order, clock = row.order, self._clock()
        if row.reasons:
            return reason_short(row.reasons[0], order, clock), "warning"
        if row.payment_opened is not None:
            return tr("Pay page sent {0}").format(clock_text(row.payment_opened)), "accent"
        refund = refund_sentence(order)
        return (refund, "muted") if refund else (pay_by(order, clock, short=True), "muted")

    def _line(self, painter: QPainter, room: QRect, text: str, used: QFont, ink: QColor, align: int) -> None:
        painter.setFont(used)
        painter.setPen(ink)
        flat = " ".join(text.split())
        painter.drawText(room, align, painter.fontMetrics().elidedText(flat, _ELIDE, room.width()))


def paint_chip(
    painter: QPainter, room: QRect, word: str, role: str, icon_name: str, now: Colours, ground: QColor
) -> int:
    """A state as on a Chip, at the left of the room; its width."""
    used = font(TextSize.CAPTION)
    metrics = QFontMetrics(used)
    text = metrics.elidedText(word, _ELIDE, room.width() - 34)
    width = metrics.horizontalAdvance(text) + 34
    ink = now.text if role == "muted" else now.role(role)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(ground, ink, 0.08 if role == "muted" else 0.13))
    box = QRectF(room.left(), room.top(), width, room.height())
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    paint_icon(painter, icon_name, QRectF(box.left() + 8, box.top() + (box.height() - 14) / 2, 14, 14), ink)
    painter.setFont(used)
    painter.setPen(QPen(ink))
    painter.drawText(box.adjusted(26, 0, -6, 0), _LEFT, text)
    return int(width)
