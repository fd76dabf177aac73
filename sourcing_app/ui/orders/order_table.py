"""The list of orders: rows by mouse and by keys; the place and the choice of a person stay through every refresh."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QItemSelectionModel, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.order_summary import OrderSort
from sourcing_app.ui.orders.order_list import ORDER, SINCE, SORTS, SUPPLIER, TOTAL, OrderList
from sourcing_app.ui.orders.reading import Keys
from sourcing_app.ui.orders.row_delegate import HEIGHT, RowDelegate
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.theme import scaled

_WIDTHS = (280, 150, 154, 126, 70)
_ORDER_ROOM = 220
"""What an order's id and goods need to be read. Where there is less, the supplier makes room."""
_FLAG = QItemSelectionModel.SelectionFlag


class OrderTable(QTableView):
    """chosen_changed: other orders are selected, or another is current; entered: Enter on a row; copy_wanted; menu_wanted
    (order ids taken at the press, global position); sort_wanted(OrderSort, descending)."""

    chosen_changed = Signal()
    entered = Signal()
    copy_wanted = Signal()
    menu_wanted = Signal(object, QPoint)
    sort_wanted = Signal(object, bool)

    def __init__(self, orders: OrderList, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._orders = orders
        self._settling = False
        self._supplier_wanted = True
        self.setModel(orders)
        self._delegate = RowDelegate(loader, self, orders.clock)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setAccessibleName(self.tr("Orders"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(HEIGHT))
        self._set_up_header()
        self.selectionModel().selectionChanged.connect(self._tell)
        loader.arrived.connect(self._repaint)
        loader.failed.connect(self._repaint)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(56)
        header.setStyleSheet("QHeaderView::section { padding: 6px 10px; }")
        header.setStretchLastSection(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_column_menu)
        header.sectionClicked.connect(self._sort)
        self.reset_columns()

    # --- rows -------------------------------------------------------------------------------------------------------

    def show_keys(self, keys: Keys, *, anew: bool) -> None:
        """Other orders; selection and current row stay with theirs. anew: another list, which is shown from its top; else
        what is in sight stays in sight."""
        before, current = self.chosen_ids(), self.current_id()
        bar = self.verticalScrollBar()
        scroll, is_reset = bar.value(), anew or bool(keys.removed and keys.added)
        above = keys.added - keys.removed if scroll > keys.first * scaled(HEIGHT) else 0
        self._settling = True
        moved = self._orders.show_keys(keys, anew=anew)
        if moved:
            if is_reset:
                self._select(before, current)
            self.executeDelayedItemsLayout()
            bar.setValue(0 if anew else scroll + above * scaled(HEIGHT))
        self._settling = False
        if moved and (self.chosen_ids() != before or self.current_id() != current):
            self.chosen_changed.emit()

    def current_id(self) -> OrderId | None:
        """Of the row the keyboard is on."""
        at = self.currentIndex().row()
        return self._orders.keys[at] if 0 <= at < len(self._orders.keys) else None

    def chosen_ids(self) -> tuple[OrderId, ...]:
        """The selected orders, from top to bottom."""
        selection = self.selectionModel().selection()
        chosen = (selection.at(at) for at in range(selection.count()))
        ranges = sorted({(each.top(), each.bottom()) for each in chosen})
        keys = self._orders.keys
        return tuple(dict.fromkeys(key for top, bottom in ranges for key in keys[top : bottom + 1]))

    def go_to(self, order_id: OrderId) -> bool:
        """Select this order alone. False when it is not among the rows."""
        at = self._orders.row_of(order_id)
        if at is None:
            return False
        index = self._orders.index(at, ORDER)
        self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect | _FLAG.Rows)
        self.scrollTo(index)
        return True

    def _select(self, order_ids: tuple[OrderId, ...], current: OrderId | None) -> None:
        for order_id in order_ids:
            at = self._orders.row_of(order_id)
            if at is not None:
                self.selectionModel().select(self._orders.index(at, ORDER), _FLAG.Select | _FLAG.Rows)
        at = self._orders.row_of(current) if current is not None else None
        if at is not None:
            self.selectionModel().setCurrentIndex(self._orders.index(at, ORDER), _FLAG.NoUpdate)

    def _tell(self) -> None:
        if not self._settling:
            self.chosen_changed.emit()

    def _repaint(self, address: str) -> None:
        """Only rows that show this picture."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        for at in range(max(first, 0), (last if last >= 0 else len(self._orders.keys) - 1) + 1):
            index = self._orders.index(at, ORDER)
            row = self._orders.at(index)
            if row is not None and address in row.order.pictures:
                self.viewport().update(self.visualRect(index))

    # --- columns ----------------------------------------------------------------------------------------------------

    def reset_columns(self) -> None:
        """As on the first day: newest first."""
        header = self.horizontalHeader()
        for at, width in enumerate(_WIDTHS):
            header.moveSection(header.visualIndex(at), at)
            header.setSectionHidden(at, False)
            header.resizeSection(at, scaled(width))
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(ORDER, QHeaderView.ResizeMode.Stretch)
        self._supplier_wanted = True
        self._fit_supplier()
        self._order_by(-1, Qt.SortOrder.AscendingOrder)

    def save_columns(self, settings: QSettings) -> None:
        """Order, widths, visibility as it was chosen, sort."""
        self.setColumnHidden(SUPPLIER, not self._supplier_wanted)
        settings.setValue("orders/columns", self.horizontalHeader().saveState())
        self._fit_supplier()
        column, order = self._orders.sorted_by or (-1, Qt.SortOrder.AscendingOrder)
        settings.setValue("orders/sort", f"{column} {int(order == Qt.SortOrder.DescendingOrder)}")

    def restore_columns(self, settings: QSettings) -> None:
        """As saved; nothing saved changes nothing."""
        saved = settings.value("orders/columns")
        if isinstance(saved, QByteArray):
            self.horizontalHeader().restoreState(saved)
            self._supplier_wanted = not self.isColumnHidden(SUPPLIER)
            self._fit_supplier()
        column, _, descending = str(settings.value("orders/sort", "")).partition(" ")
        if column in map(str, range(SINCE + 1)):
            direction = Qt.SortOrder.DescendingOrder if descending == "1" else Qt.SortOrder.AscendingOrder
            self._order_by(int(column), direction)
        else:
            self._order_by(-1, Qt.SortOrder.AscendingOrder)

    def _sort(self, column: int) -> None:
        """First click: numbers from the largest, texts from A; second: the other way; third: newest first again."""
        first = Qt.SortOrder.DescendingOrder if column >= TOTAL else Qt.SortOrder.AscendingOrder
        before = self._orders.sorted_by
        if before is None or before[0] != column:
            self._order_by(column, first)
        elif before[1] == first:
            flipped = {Qt.SortOrder.AscendingOrder: Qt.SortOrder.DescendingOrder}
            self._order_by(column, flipped.get(first, Qt.SortOrder.AscendingOrder))
        else:
            self._order_by(-1, Qt.SortOrder.AscendingOrder)

    def _order_by(self, column: int, order: Qt.SortOrder) -> None:
        self._orders.sorted_by = (column, order) if column >= 0 else None
        self.sort_wanted.emit(SORTS[column] if column >= 0 else OrderSort.NEWEST, order == Qt.SortOrder.DescendingOrder)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(column >= 0)
        if column >= 0:
            header.setSortIndicator(column, order)

    def _show_column_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for at in range(1, SINCE + 1):
            action = menu.addAction(str(self._orders.headerData(at, Qt.Orientation.Horizontal)))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(at))
            action.setEnabled(at != SUPPLIER or self._has_room_for_supplier())
            action.toggled.connect(partial(self._show_column, at))
        menu.addSeparator()
        menu.addAction(self.tr("Reset columns")).triggered.connect(self.reset_columns)
        menu.popup(self.horizontalHeader().mapToGlobal(point))

    def _show_column(self, at: int, shown: bool) -> None:
        self.setColumnHidden(at, not shown)
        if at == SUPPLIER:
            self._supplier_wanted = shown
        self._fit_supplier()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_supplier()
        super().resizeEvent(event)

    def _has_room_for_supplier(self) -> bool:
        header = self.horizontalHeader()
        supplier = header.sectionSize(SUPPLIER) or _WIDTHS[SUPPLIER]
        others = sum(header.sectionSize(at) for at in range(SUPPLIER + 1, SINCE + 1))
        return self.viewport().width() - supplier - others >= scaled(_ORDER_ROOM)

    def _fit_supplier(self) -> None:
        """An order is known by its id: in a narrow window that is shown, and the supplier is in the detail beside it."""
        shown = self._supplier_wanted and self._has_room_for_supplier()
        if self.isColumnHidden(SUPPLIER) == shown:
            self.setColumnHidden(SUPPLIER, not shown)

    # --- keys and mouse ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._orders.keys:
            self.go_to(self._orders.keys[0 if event.key() == Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.entered.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, at: int) -> None:
        """The whole row under the pointer is lit."""
        if at != self._delegate.hovered_row:
            self._delegate.hovered_row = at
            self.viewport().update()

    def _ask_menu(self, point: QPoint) -> None:
        ids = self.chosen_ids()
        if ids:
            self.menu_wanted.emit(ids, self.viewport().mapToGlobal(point))
