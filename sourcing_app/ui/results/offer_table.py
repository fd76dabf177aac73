"""The same offers as rows: sortable, columns movable, hideable and remembered."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from sourcing_app.domain.ids import OfferId
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.offer_list_model import OFFER_ROLE, OfferListModel
from sourcing_app.ui.theme import colours_of, font, paint_icon, scaled
from sourcing_app.ui.widgets.picture_box import paint_picture

ROW = 48
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowDelegate(QStyledItemDelegate):
    """Selection and hover over whole rows; the first column begins with the picture."""

    def __init__(self, loader: PictureLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._loader = loader
        self.compared: frozenset[OfferId] = frozenset()
        self._body, self._figures, self._strong = font(), font(figures=True), font(strong=True, figures=True)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        table = option.widget
        now, rect = colours_of(table), QRectF(option.rect)
        model = index.model()
        assert isinstance(model, OfferListModel)
        column = model.columns[index.column()]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, now.chosen)
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), now.line)
        room = rect.adjusted(8, 0, -8, 0)
        if column.key == "title":
            self._paint_picture(painter, index, room, table)
            room.adjust(52, 0, 0, 0)
        painter.setFont(self._strong if column.key == "price" else self._figures if column.is_number else self._body)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        painter.setPen(now.muted if text == "—" else now.price if column.key == "price" else now.text)
        align = Qt.AlignmentFlag.AlignVCenter
        align |= Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, align, shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRectF(rect.x(), rect.y(), 2, rect.height() - 1), now.accent)
        painter.restore()

    def _paint_picture(
        self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, room: QRectF, table: QWidget
    ) -> None:
        offer = index.data(OFFER_ROLE)
        pixmap = self._loader.pixmap(offer.picture_url, 40, table.devicePixelRatioF())
        box = QRectF(room.x(), room.y() + 4, 40, 40)
        failed = pixmap is None and self._loader.is_failed(offer.picture_url)
        now = colours_of(table)
        paint_picture(painter, box, pixmap, now, radius=4, failed=failed)
        if offer.offer_id in self.compared:
            sign = QRectF(box.right() - 18, box.y(), 18, 18)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.accent)
            painter.drawRoundedRect(sign, 4, 4)
            paint_icon(painter, "compare", sign.adjusted(3, 3, -3, -3), now.on_accent)


class OfferTable(QTableView):
    """Signals as the grid's. sort_chosen: a column was clicked, so the order is now made here."""

    opened = Signal(QModelIndex, bool)
    previewed = Signal(QModelIndex)
    near_end = Signal()
    compare_chosen_wanted = Signal()
    sort_chosen = Signal()

    def __init__(self, model: OfferListModel, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = model
        self.setModel(model)
        self._rows = RowDelegate(loader, self)
        self.setItemDelegate(self._rows)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setStyleSheet("QTableView { background: transparent; }")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Offers as a table"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        self.verticalScrollBar().valueChanged.connect(self._watch_end)
        self._set_up_header()
        loader.arrived.connect(self._see_picture)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(56)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_column_menu)
        header.sectionClicked.connect(self._sort)
        self.reset_columns()

    def show_compared(self, ids: frozenset[OfferId]) -> None:
        """The offers that are being compared carry its sign."""
        self._rows.compared = ids
        self.viewport().update()

    def reset_columns(self) -> None:
        """As on the first day."""
        header = self.horizontalHeader()
        for at, column in enumerate(self._offers.columns):
            header.moveSection(header.visualIndex(at), at)
            header.setSectionHidden(at, column.key in ("similarity", "offer_id"))
            header.resizeSection(at, scaled(column.width))

    def show_column(self, key: str, shown: bool) -> None:
        """Show or hide by key."""
        at = next(index for index, column in enumerate(self._offers.columns) if column.key == key)
        self.setColumnHidden(at, not shown)

    def show_sort(self) -> None:
        """The arrow where it belongs, or none."""
        header, sorted_by = self.horizontalHeader(), self._offers.sorted_by
        header.setSortIndicatorShown(sorted_by is not None)
        if sorted_by is not None:
            header.setSortIndicator(*sorted_by)

    def save_columns(self, settings: QSettings, group: str) -> None:
        """Order, widths, visibility."""
        settings.setValue(f"{group}/columns", self.horizontalHeader().saveState())

    def restore_columns(self, settings: QSettings, group: str) -> None:
        """As saved; nothing saved changes nothing."""
        saved = settings.value(f"{group}/columns")
        if isinstance(saved, QByteArray):
            self.horizontalHeader().restoreState(saved)
            self.horizontalHeader().setSortIndicatorShown(False)

    def watch_end(self) -> None:
        """After rows came."""
        self._watch_end()

    def _sort(self, column: int) -> None:
        order = Qt.SortOrder.DescendingOrder if self._offers.columns[column].is_number else Qt.SortOrder.AscendingOrder
        before = self._offers.sorted_by
        if before is not None and before[0] == column:
            flipped = {Qt.SortOrder.AscendingOrder: Qt.SortOrder.DescendingOrder}
            order = flipped.get(before[1], Qt.SortOrder.AscendingOrder)
        self._offers.sort(column, order)
        self.show_sort()
        self.sort_chosen.emit()

    def _show_column_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for at, column in enumerate(self._offers.columns[1:], 1):
            action = menu.addAction(column.heading())
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(at))
            action.toggled.connect(partial(self.show_column, column.key))
        menu.addSeparator()
        menu.addAction(self.tr("Reset columns")).triggered.connect(self.reset_columns)
        menu.popup(self.horizontalHeader().mapToGlobal(point))

    def _watch_end(self) -> None:
        bar = self.verticalScrollBar()
        if self.isVisible() and bar.value() + 2 * self.viewport().height() >= bar.maximum():
            self.near_end.emit()

    def _see_picture(self, address: str) -> None:
        for row in self._offers.rows_with_picture(address):
            rect = self.visualRect(self._offers.index(row, 0))
            if rect.intersects(self.viewport().rect()):
                self.viewport().update(rect)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), colours_of(self).surface)
        super().paintEvent(event)

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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(index, False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and index.isValid():
            self.opened.emit(index, True)
        elif event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        else:
            super().mousePressEvent(event)
