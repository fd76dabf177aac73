"""The list of orders: rows by mouse and by keys; the place and the choice of a person stay through every refresh."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from sourcing_app.domain.ids import OrderId
from sourcing_app.ui.orders.columns import HEIGHT
from sourcing_app.ui.orders.order_list import OrderList
from sourcing_app.ui.orders.reading import Keys
from sourcing_app.ui.orders.rows import OrderRow
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.tables.record_table import RecordTable
from sourcing_app.ui.theme import Colours, scaled

_FLAG = QItemSelectionModel.SelectionFlag


def fill_of(row: OrderRow, now: Colours) -> QColor:
    """What changed and nobody looked at stands out."""
    return now.tint("accent", 0.07) if row.unseen else now.surface


class OrderTable(RecordTable):
    """chosen_changed: other orders are selected, or another is current; entered: Enter on a row; menu_wanted (order ids
    taken at the press, global position)."""

    chosen_changed = Signal()
    entered = Signal()
    menu_wanted = Signal(object, QPoint)

    def __init__(self, orders: OrderList, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(orders, loader, HEIGHT, fill=fill_of, parent=parent)
        self._orders = orders
        self._settling = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Orders"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.selectionModel().selectionChanged.connect(self._tell)
        loader.arrived.connect(self._see_picture)
        loader.failed.connect(self._see_picture)

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
        index = self.row_index(at)
        self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect | _FLAG.Rows)
        self.scrollTo(index)
        return True

    def _select(self, order_ids: tuple[OrderId, ...], current: OrderId | None) -> None:
        for order_id in order_ids:
            at = self._orders.row_of(order_id)
            if at is not None:
                self.selectionModel().select(self.row_index(at), _FLAG.Select | _FLAG.Rows)
        at = self._orders.row_of(current) if current is not None else None
        if at is not None:
            self.selectionModel().setCurrentIndex(self.row_index(at), _FLAG.NoUpdate)

    def _tell(self) -> None:
        if not self._settling:
            self.chosen_changed.emit()

    def _see_picture(self, address: str) -> None:
        """Only rows that show this picture."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        in_sight = range(max(first, 0), (last if last >= 0 else len(self._orders.keys) - 1) + 1)
        rows = ((at, self._orders.record(at)) for at in in_sight)
        self.repaint_rows([at for at, row in rows if row is not None and address in row.order.pictures])

    # --- keys and mouse ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._orders.keys:
            self.go_to(self._orders.keys[0 if event.key() == Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.entered.emit()

    def _ask_menu(self, point: QPoint) -> None:
        ids = self.chosen_ids()
        if ids:
            self.menu_wanted.emit(ids, self.viewport().mapToGlobal(point))
