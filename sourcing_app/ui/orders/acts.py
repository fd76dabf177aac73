"""What can be done with chosen orders besides paying: copy, export, open on 1688. Ids are taken at the press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from sourcing_app.domain.ids import OrderId
from sourcing_app.ui.account_part import AccountPart
from sourcing_app.ui.browser import OpenAddress, copied_instead
from sourcing_app.ui.notices import Notice, Severity
from sourcing_app.ui.orders.asking import Question
from sourcing_app.ui.orders.columns import OrderColumn
from sourcing_app.ui.orders.export import read_cells, write_csv
from sourcing_app.ui.orders.opened import OpenedOrder
from sourcing_app.ui.orders.presenter import OrdersPresenter
from sourcing_app.ui.tables.cells import Cells, as_mime

_HOST = "trade.1688.com"


class OrderActs(AccountPart):
    """asked(Question), noticed(Notice). browser: asked for at the moment it is needed, since tests exchange it."""

    asked = Signal(object)
    noticed = Signal(object)

    def __init__(
        self, presenter: OrdersPresenter, opened: OpenedOrder, browser: Callable[[], OpenAddress],
        columns: Sequence[OrderColumn], parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._added = tuple(each.exported for each in columns if each.exported is not None)
        self._presenter, self._opened, self._browser, self._window = presenter, opened, browser, parent

    # --- copying ----------------------------------------------------------------------------------------------------

    def copy_ids(self, order_ids: tuple[OrderId, ...]) -> None:
        """One a line."""
        if order_ids:
            QGuiApplication.clipboard().setText("\n".join(order_ids))
            self._tell(self.tr("Order ids copied.", "", len(order_ids)))

    def copy_rows(self, order_ids: tuple[OrderId, ...]) -> None:
        """As cells for a spreadsheet, once they are read whole."""
        if order_ids:
            self._start("copy", partial(read_cells, order_ids=order_ids, added=self._added), self._copy)

    def _copy(self, table: Cells) -> None:
        count = len(table) - 1
        QGuiApplication.clipboard().setMimeData(as_mime(table))
        self._tell(self.tr("{0} rows copied.", "", count).format(count))

    def waybills(self) -> tuple[str, ...]:
        """Of the order shown."""
        known = self._opened.known
        parcels = known.parcels.value if known is not None and known.parcels is not None else ()
        return tuple(parcel.waybill for parcel in parcels if parcel.waybill)

    def copy_waybills(self) -> None:
        """Of the order shown, one a line."""
        if self.waybills():
            QGuiApplication.clipboard().setText("\n".join(self.waybills()))
            self._tell(self.tr("Waybill copied."))

    # --- a file -----------------------------------------------------------------------------------------------------

    def export(self, order_ids: tuple[OrderId, ...]) -> QFileDialog:
        """Ask where to, then write these orders."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(
            self._window, self.tr("Export {0} orders", "", len(order_ids)).format(len(order_ids)), folder
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Spreadsheet (*.csv)"))
        dialog.setDefaultSuffix("csv")
        day = self._presenter.clock().astimezone().strftime("%Y-%m-%d")
        dialog.selectFile(self.tr("orders {0}").format(day) + ".csv")
        dialog.fileSelected.connect(partial(self._export, order_ids))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _export(self, order_ids: tuple[OrderId, ...], path: str) -> None:
        self._start("export", partial(read_cells, order_ids=order_ids, added=self._added), partial(self._write, path))

    def _write(self, path: str, table: Cells) -> None:
        why, count = write_csv(path, table), len(table) - 1
        name = Path(path).name
        if why:
            sentence = self.tr("{0} could not be written. It may be open in another program.").format(name)
            self.noticed.emit(Notice(sentence, Severity.WARNING, details=f"{path}\n{why}", cause="export"))
        else:
            self._tell(self.tr("{0} orders written to {1}.", "", count).format(count, name))

    # --- the browser ------------------------------------------------------------------------------------------------

    def can_open_web(self) -> bool:
        """Orders of the demo marketplace have no page at 1688."""
        return self._presenter.attached and not self._presenter.is_demo

    def open_web(self, order_ids: tuple[OrderId, ...]) -> None:
        """Ask, naming the host; the address is made from the id, never one that came with the data."""
        if not order_ids or not order_ids[0].isdigit() or not self.can_open_web():
            return
        address = f"https://{_HOST}/order/new_step_order_detail.htm?orderId={order_ids[0]}"
        self.asked.emit(
            Question(
                "open_web",
                self.tr("Open on 1688?"),
                self.tr("Order {0} opens in your browser, on a page of {1}.").format(order_ids[0], _HOST),
                self.tr("Open {0}").format(_HOST),
                self.tr("Stay here"),
                partial(self._open, address),
            )
        )

    def _open(self, address: str, code: str, remark: str) -> None:
        if not self._browser()(address):
            self.noticed.emit(copied_instead(address))

    # --- by the right button ----------------------------------------------------------------------------------------

    def show_menu(self, order_ids: tuple[OrderId, ...], at: QPoint) -> QMenu:
        """For these orders, whatever is under the pointer by the time of the click."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy order id"), partial(self.copy_ids, order_ids))
        menu.addAction(self.tr("Copy rows"), partial(self.copy_rows, order_ids))
        web = menu.addAction(self.tr("Open on 1688…"), partial(self.open_web, order_ids))
        web.setEnabled(len(order_ids) == 1 and self.can_open_web())
        menu.popup(at)
        return menu

    def _tell(self, sentence: str) -> None:
        self.noticed.emit(Notice(sentence, Severity.GOOD, cause="orders act"))
