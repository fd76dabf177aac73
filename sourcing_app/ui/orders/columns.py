"""The columns of the list of orders: picture, id and goods, supplier, a chip with shape and colour, the sum, the age."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from sourcing_app.domain.order_summary import OrderSort, in_state_since
from sourcing_app.ui.format import china_time_text, clock_text, money_text, when_text
from sourcing_app.ui.orders.export import FileColumn
from sourcing_app.ui.orders.rows import OrderRow
from sourcing_app.ui.orders.words import goods_text, pay_by, reason_short, refund_sentence, since_text, status_chip
from sourcing_app.ui.tables.canvas import LEFT, Canvas
from sourcing_app.ui.tables.column import Column, Kind
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import Colours, TextSize, font, mix, paint_icon, scaled

HEIGHT = 56
SIDE = 40


@dataclass(frozen=True)
class OrderColumn(Column[OrderRow, datetime]):
    """A column of the list; rows are shown at a moment. sort: an ``OrderSort``, since the store sorts all orders.

    exported: how the whole order says it where rows are copied or written to a file, behind what is always there.
    """

    exported: FileColumn | None = None


def _paint_order(canvas: Canvas, row: OrderRow, now: datetime) -> None:
    """Up to two pictures, the id, and the goods under it; a dot where it changed and nobody looked."""
    rect, colours, painter, pictures = canvas.rect, canvas.now, canvas.painter, row.order.pictures
    box = QRectF(rect.left() + 11, rect.top() + (rect.height() - SIDE) / 2, SIDE, SIDE)
    painter.setPen(Qt.PenStyle.NoPen)
    if len(pictures) > 1:
        canvas.picture(box.translated(8, 0).adjusted(0, 4, 0, -4), pictures[1], SIDE)
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 5, 5)
    canvas.picture(box, pictures[0] if pictures else "")
    if row.unseen:
        painter.setBrush(colours.accent)
        painter.drawEllipse(QRectF(rect.left() + 3, rect.center().y() - 3, 6, 6))
    left = int(box.right()) + 21
    wide = rect.right() - left - 6
    number = QRect(left, rect.top() + scaled(9), wide, scaled(19))
    goods = QRect(left, rect.top() + scaled(29), wide, scaled(18))
    canvas.line(row.order.order_id, number, canvas.fonts.strong, colours.text, cut=Qt.TextElideMode.ElideMiddle)
    canvas.line(goods_text(row.order), goods, canvas.fonts.caption, colours.muted)


def _paint_status(canvas: Canvas, row: OrderRow, now: datetime) -> None:
    """The state as a chip; under it what else is to be said of it."""
    rect, colours, ground = canvas.rect, canvas.now, canvas.ground
    chip = status_chip(row.order)
    under, tone = _under(row, now)
    size = QSize(rect.width() - 12, scaled(22))
    top = rect.top() + (scaled(7) if under else (rect.height() - size.height()) // 2)

    def draw(painter: QPainter) -> None:
        paint_chip(painter, QRect(0, 0, size.width(), size.height()), *chip, colours, ground)

    canvas.stamp((rect.left() + 8, top), size, (*chip, ground.rgba(), colours.is_dark), draw)
    if under:
        line = QRect(rect.left() + 10, top + scaled(24), rect.width() - 14, scaled(18))
        canvas.line(under, line, canvas.fonts.caption, colours.role(tone))


def _under(row: OrderRow, now: datetime) -> tuple[str, str]:
    """What else is to be said of its state and in which tone: what waits first."""
    order = row.order
    if row.reasons:
        return reason_short(row.reasons[0], order, now), "warning"
    if row.payment_opened is not None:
        return tr("Pay page sent {0}").format(clock_text(row.payment_opened)), "accent"
    refund = refund_sentence(order)
    return (refund, "muted") if refund else (pay_by(order, now, short=True), "muted")


def paint_chip(
    painter: QPainter, room: QRect, word: str, role: str, icon_name: str, now: Colours, ground: QColor
) -> None:
    """A state as on a Chip, at the left of the room."""
    used = font(TextSize.CAPTION)
    metrics = QFontMetrics(used)
    text = metrics.elidedText(word, Qt.TextElideMode.ElideRight, room.width() - 34)
    ink = now.text if role == "muted" else now.role(role)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(ground, ink, 0.08 if role == "muted" else 0.13))
    box = QRectF(room.left(), room.top(), metrics.horizontalAdvance(text) + 34, room.height())
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    paint_icon(painter, icon_name, QRectF(box.left() + 8, box.top() + (box.height() - 14) / 2, 14, 14), ink)
    painter.setFont(used)
    painter.setPen(QPen(ink))
    painter.drawText(box.adjusted(26, 0, -6, 0), LEFT, text)


def reasons_text(row: OrderRow, now: datetime, between: str) -> str:
    """What waits for the buyer, "" for nothing."""
    return between.join(reason_short(each, row.order, now) for each in row.reasons)


def _since_tip(row: OrderRow, now: datetime) -> str:
    since = in_state_since(row.order)
    return f"{when_text(since)}\n{china_time_text(since)}" if since is not None else ""


COLUMNS = (
    OrderColumn(
        "order", lambda _: tr("Order"), lambda row, _: row.order.order_id, 280, Kind.ID, OrderSort.ORDER,
        tip=lambda row, _: f"{row.order.order_id}\n{goods_text(row.order)}", paint=_paint_order, stretch=True,
    ),
    OrderColumn(
        "supplier", lambda _: tr("Supplier"), lambda row, _: row.order.supplier_name, 150, sort=OrderSort.SUPPLIER,
        tip=lambda row, _: row.order.supplier_name, gives_way=True,
    ),
    OrderColumn(
        "status", lambda _: tr("State"), lambda row, _: status_chip(row.order)[0], 154, sort=OrderSort.STATUS,
        tip=lambda row, now: reasons_text(row, now, "\n"), paint=_paint_status,
    ),
    OrderColumn(
        "total", lambda _: tr("Total"), lambda row, _: money_text(row.order.total), 126, Kind.NUMBER, OrderSort.TOTAL,
        strong=True,
    ),
    OrderColumn(
        "since", lambda _: tr("Since"), lambda row, now: since_text(in_state_since(row.order), now), 70, Kind.NUMBER,
        OrderSort.SINCE, tip=_since_tip, tone="muted", small=True,
    ),
)  # fmt: skip
