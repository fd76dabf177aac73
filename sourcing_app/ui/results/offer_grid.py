"""The grid of cards: cells share the width evenly; the keyboard and the mouse do the same things."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QHelpEvent,
    QHoverEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QToolTip, QWidget

from sourcing_app.domain.ids import OfferId
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.card_delegate import CardDelegate
from sourcing_app.ui.results.card_face import AT_REST, Touch, button_rects, compare_rect
from sourcing_app.ui.results.card_shape import GAP, card_size, picture_rect, title_rect
from sourcing_app.ui.results.offer_list_model import OfferListModel
from sourcing_app.ui.theme import colours_of

CALM_MS = 60
FEW_CARDS = 8
"""About as many new ones as can be painted in a part of a frame."""
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Places:
    """Where cards are in the viewport at one moment. scrolled: how much of the list is above it."""

    columns: int
    cell: QSize
    scrolled: int

    def of(self, row: int) -> QRect:
        """The cell of a card, gap and all."""
        line, column = divmod(row, self.columns)
        left, top = column * self.cell.width(), line * self.cell.height() - self.scrolled
        return QRect(left, top, self.cell.width(), self.cell.height())

    def rows_in(self, rect: QRect, count: int) -> range:
        """The rows, of so many, whose cards may be in this part of the viewport."""
        first = max(rect.top() + self.scrolled, 0) // self.cell.height()
        last = (rect.bottom() + self.scrolled) // self.cell.height()
        return range(first * self.columns, min((last + 1) * self.columns, count))

    def covered(self, count: int) -> QRegion:
        """What so many cards cover: whole lines, and the one that is begun."""
        begun, beyond = self.of(count // self.columns * self.columns), self.of(count)
        lines = QRect(0, -self.scrolled, self.columns * self.cell.width(), begun.top() + self.scrolled)
        return QRegion(lines).united(QRect(0, begun.top(), beyond.left(), begun.height()))


class OfferGrid(QListView):
    """opened(index, behind): by key or double click; clicked_open(index): by a click on its picture or title.

    previewed(index); picture_wanted(index); link_wanted(index); near_end: more should come. compare_wanted(index),
    compare_chosen_wanted: beside others, or not any more.
    """

    opened = Signal(QModelIndex, bool)
    clicked_open = Signal(QModelIndex)
    previewed = Signal(QModelIndex)
    picture_wanted = Signal(QModelIndex)
    link_wanted = Signal(QModelIndex)
    compare_wanted = Signal(QModelIndex)
    compare_chosen_wanted = Signal()
    near_end = Signal()

    def __init__(self, model: OfferListModel, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = model
        self._loader = loader
        self.cards = CardDelegate(loader, self, model.outside, model.group_of)
        model.groups_changed.connect(self._show_groups)
        self.setModel(model)
        self.setItemDelegate(self.cards)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(500)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Offers as cards"))
        self.setStyleSheet("QListView { background: transparent; padding: 0; }")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(48)
        self.verticalScrollBar().valueChanged.connect(self._watch_end)
        loader.arrived.connect(self._see_picture)
        loader.failed.connect(self._see_picture)
        self._hovered = QPersistentModelIndex()
        self._pressed: tuple[QPersistentModelIndex, QPoint] | None = None
        self._compared: frozenset[OfferId] = frozenset()
        self._is_new = True
        self._last_value = 0
        self._since_jump = QElapsedTimer()
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._calm_down)
        self._catch_up = QTimer(self, singleShot=True, interval=0)
        self._catch_up.timeout.connect(self._paint_late)
        self.verticalScrollBar().valueChanged.connect(self._watch_speed)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Not Qt's own: that asks the model a dozen questions for each card, which is half of what a paint may take."""
        self.executeDelayedItemsLayout()
        wanted, places = event.region(), self._places()
        painter = QPainter(self.viewport())
        painter.setClipRegion(wanted.subtracted(places.covered(self._offers.rowCount())))
        painter.fillRect(event.rect(), colours_of(self).window)
        painter.setClipping(False)
        self.cards.begin(wanted, chinese=self._offers.chinese, hasty=self._is_new)
        self._is_new = False
        rows = places.rows_in(event.rect(), self._offers.rowCount())
        touched = self._touched(rows)
        for row in rows:
            place = places.of(row)
            if wanted.intersects(place):
                self.cards.paint_card(painter, place, self._offers.offer(row), touched.get(row, AT_REST))
        painter.end()
        if self.cards.late:
            self._catch_up.start()

    def show_compared(self, ids: frozenset[OfferId]) -> None:
        """The offers that are being compared carry its sign."""
        self._compared = ids
        self.viewport().update()

    def place_of(self, row: int) -> QRect:
        """Where a card is in the viewport, gap and all: ``visualRect`` without asking the model."""
        return self._places().of(row)

    def _places(self) -> Places:
        return Places(self.columns_shown(), self.gridSize(), self.verticalScrollBar().value())

    def _touched(self, rows: range) -> dict[int, Touch]:
        """Those of the rows that a person does something with, asked once for a whole paint."""
        selection = self.selectionModel().selection()
        ranges = [(each.top(), each.bottom()) for each in map(selection.at, range(selection.size()))]
        chosen = {row for row in rows if any(top <= row <= bottom for top, bottom in ranges)}
        hovered, focused = self._hovered.row(), self.currentIndex().row() if self.hasFocus() else -1
        compared = {row for row in map(self._offers.row_of, self._compared) if row is not None}
        return {
            row: Touch(row in chosen, row == hovered, row == focused, row in compared)
            for row in chosen | compared | {hovered, focused}
        }

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.cards.late = [place.translated(dx, dy) for place in self.cards.late]

    def showEvent(self, event: QShowEvent) -> None:
        self._is_new = True
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)
        self._watch_end()

    def _fit(self) -> None:
        cell = card_size(max(self.viewport().width() - 1, 200))
        self.cards.set_cell(cell, self._in_sight(cell))
        if self.gridSize() != cell:
            self.setGridSize(cell)

    def prefetch(self) -> None:
        """After rows came: ask for the pictures in sight while their cards are painted without."""
        cell = self.gridSize()
        if not self.isVisible() or cell.isEmpty():
            return
        first = self.verticalScrollBar().value() // cell.height() * self.columns_shown()
        shown = self._offers.offers[first : first + self._in_sight(cell)]
        side = int(self.cards.picture_rect(QRectF(0, 0, cell.width(), cell.height())).width())
        self._loader.prefetch((offer.picture_url for offer in shown), side, self.devicePixelRatioF())

    def watch_end(self) -> None:
        """After rows came: perhaps there is still room."""
        self._watch_end()

    def _watch_end(self) -> None:
        """Two screens before the end more should come; where nobody has scrolled yet, after the pictures in sight."""
        bar = self.verticalScrollBar()
        is_full = self._offers.rowCount() >= self._in_sight(self.gridSize())
        can_wait = bar.value() == 0 and is_full and not self._loader.is_idle()
        if self.isVisible() and not can_wait and bar.value() + 2 * self.viewport().height() >= bar.maximum():
            self.near_end.emit()

    def _watch_speed(self, value: int) -> None:
        """Two jumps of about a screen in quick succession are a flight: cards are only hinted at until it ends."""
        jump = abs(value - self._last_value) > 0.8 * self.viewport().height()
        self._last_value = value
        if jump and self._since_jump.isValid() and not self._since_jump.hasExpired(CALM_MS):
            self.cards.hurried = True
        if jump:
            self._since_jump.start()
        if self.cards.hurried:
            self._calm.start()

    def _show_groups(self) -> None:
        """Other offers share a picture: their cards say other things."""
        self.cards.forget_cards()
        self.viewport().update()

    def _calm_down(self) -> None:
        self.cards.hurried = False
        self.viewport().update()

    @property
    def is_painted(self) -> bool:
        """Whether every card in sight was painted in full."""
        return not self.cards.late

    def _paint_late(self) -> None:
        """The next few of those that had to wait and are still in sight."""
        in_sight = self.viewport().rect()
        self.cards.late = [place for place in self.cards.late if place.intersects(in_sight)]
        for place in self.cards.late[:FEW_CARDS]:
            self.viewport().update(place)

    def _see_picture(self, address: str) -> None:
        for row in self._offers.rows_with_picture(address):
            place = self.place_of(row)
            if place.intersects(self.viewport().rect()):
                self.viewport().update(place)
        if self._loader.is_idle():
            self._watch_end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _KEYS and index.isValid():
            self.opened.emit(index, control)
        elif event.key() == Qt.Key.Key_Space and not control and index.isValid():
            self.previewed.emit(index)
        elif event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.compare_chosen_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self._offers.rowCount():
            self.selectionModel().setCurrentIndex(self._offers.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(index, False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a picture or a title opens the offer; elsewhere on the card, or with Ctrl or Shift, it only marks it."""
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        is_still = (point - pressed[1]).manhattanLength() < QApplication.startDragDistance()
        index = self.indexAt(point)
        if is_still and index.isValid() and index == pressed[0] and self._opens_at(index, point):
            self.clicked_open.emit(index)

    def _opens_at(self, index: QModelIndex, point: QPoint) -> bool:
        cell = QRectF(self.visualRect(index))
        return picture_rect(cell).contains(point) or title_rect(cell).contains(point)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._pressed = None
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        elif event.button() == Qt.MouseButton.MiddleButton and index.isValid():
            self.opened.emit(index, True)
        elif event.button() == Qt.MouseButton.LeftButton and self._press_button(index, event.position().toPoint()):
            event.accept()
        else:
            if event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self._pressed = QPersistentModelIndex(index), event.position().toPoint()
            super().mousePressEvent(event)

    def _press_button(self, index: QModelIndex, point: QPoint) -> bool:
        at = self._button_at(index, point)
        if at is None:
            return False
        (self.picture_wanted, self.link_wanted, self.compare_wanted)[at].emit(index)
        return True

    def _button_at(self, index: QModelIndex, point: QPoint) -> int | None:
        if not index.isValid():
            return None
        cell = QRectF(self.visualRect(index))
        rects = (*button_rects(cell), compare_rect(cell))
        return next((at for at, rect in enumerate(rects) if rect.contains(point)), None)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverMove) and isinstance(event, QHoverEvent):
            self._hover(event.position().toPoint())
        elif event.type() in (QEvent.Type.HoverLeave, QEvent.Type.Leave):
            self._hovered = QPersistentModelIndex()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._button_at(self.indexAt(event.pos()), event.pos())
            if at is not None:
                QToolTip.showText(event.globalPos(), self._button_name(at, event.pos()), self)
                return True
        return super().viewportEvent(event)

    def _hover(self, point: QPoint) -> None:
        index = self.indexAt(point)
        self._hovered = QPersistentModelIndex(index)
        can_be_clicked = index.isValid() and (self._button_at(index, point) is not None or self._opens_at(index, point))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if can_be_clicked else Qt.CursorShape.ArrowCursor)

    def _button_name(self, at: int, point: QPoint) -> str:
        if at < 2:
            return (self.tr("Search by this picture"), self.tr("Copy link"))[at]
        is_in = self._offers.offer(self.indexAt(point).row()).offer_id in self._compared
        name = self.tr("Take out of the comparison") if is_in else self.tr("Compare with others")
        return f"{name}  C"

    def columns_shown(self) -> int:
        """How many cards stand side by side."""
        return max(1, self.viewport().width() // max(self.gridSize().width(), 1))

    def _in_sight(self, cell: QSize) -> int:
        """How many cards of this size the viewport has room for, begun ones too."""
        view = self.viewport()
        return max(1, view.width() // max(cell.width(), 1)) * (view.height() // max(cell.height(), 1) + 1)

    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    @property
    def gap(self) -> int:
        """Between two cards."""
        return GAP
