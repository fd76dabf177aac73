"""The Orders tab."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QWidget

from sourcing_app.domain.ids import OrderId
from sourcing_app.ui.actions import Action
from sourcing_app.ui.format import age_text, clock_text
from sourcing_app.ui.models.order_list import OrderList
from sourcing_app.ui.notices import Notice, Step, notice_of
from sourcing_app.ui.orders.detail_view import DetailView
from sourcing_app.ui.orders.opened import OpenedOrder
from sourcing_app.ui.orders.order_table import OrderTable
from sourcing_app.ui.orders.presenter import OrdersPresenter
from sourcing_app.ui.orders.tab_chips import TabChips
from sourcing_app.ui.orders.tabs import OrdersTab
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.widgets.labels import hairline
from sourcing_app.ui.widgets.state_panel import AgeBar, StatePanel
from sourcing_app.ui.widgets.surface import column, row

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases


class OrdersPage(QWidget):
    """List on the left, one order on the right."""

    tab_changed = Signal()
    noticed = Signal(object)
    offer_requested = Signal(str, bool)
    navigate = Signal(str)
    fresh = Signal(str)
    reached = Signal()

    def __init__(self, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = OrdersPresenter(self)
        self.opened = OpenedOrder(self)
        self.orders = OrderList(self.presenter.clock, self)
        self.table = OrderTable(self.orders, loader)
        self.tabs = TabChips()
        self.search = QLineEdit()
        self.age = AgeBar()
        self.list_face = StatePanel()
        self.detail = DetailView(loader, self.presenter.clock)
        self.detail_face = StatePanel()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._list_faces, self._detail_faces = QStackedWidget(), QStackedWidget()
        self._minute = QTimer(self)
        self._minute.setInterval(30_000)
        self._lay_out()
        self._connect()
        self._show_all()

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Search orders, waybills, goods"))
        self.search.setAccessibleName(self.tr("Search orders"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(200)
        top = row(spacing=8)
        top.setContentsMargins(8, 8, 12, 8)
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self.search)
        left = QWidget()
        box = column(left, spacing=0)
        box.addWidget(self._list_faces, 1)
        self._list_faces.addWidget(self.table)
        self._list_faces.addWidget(self.list_face)
        right = QWidget()
        side = column(right, spacing=0)
        self._detail_faces.addWidget(self.detail)
        self._detail_faces.addWidget(self.detail_face)
        side.addWidget(self._detail_faces, 1)
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        left.setMinimumWidth(480)
        right.setMinimumWidth(360)
        self.splitter.setSizes([800, 440])
        page = column(self, spacing=0)
        page.addLayout(top)
        page.addWidget(hairline())
        page.addWidget(self.age)
        page.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.rows_changed.connect(self._show_all)
        presenter.state_changed.connect(self._show_state)
        presenter.refreshed.connect(self._refreshed)
        presenter.noticed.connect(self.noticed)
        self.opened.changed.connect(self._show_detail)
        self.opened.read.connect(presenter.reload)
        self.opened.tasks.failed.connect(self._failed)
        self.tabs.chosen.connect(presenter.show_tab)
        self.search.textChanged.connect(presenter.search)
        self.search.returnPressed.connect(self.focus_list)
        self.table.chosen_changed.connect(self._chosen)
        self.table.entered.connect(self.focus_detail)
        self.detail.opened.connect(self._open_offer)
        self.detail.left.connect(self.focus_list)
        self.age.acted.connect(self.refresh)
        self.list_face.acted.connect(self._act_on_face)
        self._minute.timeout.connect(self._show_all)

    # --- the page ---------------------------------------------------------------------------------------------------

    def count(self) -> int:
        """Orders that wait for the buyer."""
        return self.presenter.waiting()

    def attention(self) -> bool:
        """Whether something here needs a look."""
        return self.presenter.count(OrdersTab.ATTENTION) > 0

    def focus_first(self) -> None:
        """The keyboard goes to the list."""
        self.focus_list()

    def refresh(self) -> None:
        """F5."""
        self.presenter.refresh()
        self.opened.refresh()

    def attach(self, use_cases: UseCases) -> None:
        """Work with this account."""
        self.detail.rate = use_cases.rate
        self.presenter.attach(use_cases)
        self.opened.attach(use_cases)
        self._minute.start()

    def detach(self) -> None:
        """What is shown stays."""
        self.presenter.detach()
        self.opened.detach()
        self._minute.stop()

    def shown(self) -> None:
        """The tab was opened: other pages may have written orders."""
        self.presenter.reload()

    def cart_changed_elsewhere(self) -> None:
        """Something was ordered."""
        self.presenter.reload()

    def show_order(self, order_id: str) -> None:
        """Select it; one that is not listed yet is read by its id."""
        wanted = OrderId(order_id)
        self.opened.open(wanted)
        if self.orders.row_of(wanted) is None:
            self.search.clear()
            self.tabs.show_chosen(OrdersTab.ALL)
            self.presenter.show_tab(OrdersTab.ALL)
        if not self.table.go_to(wanted):
            self.table.clearSelection()
            self.opened.open(wanted)
            self.presenter.reload()
        self.focus_list()

    def task_scopes(self) -> tuple[TaskScope, ...]:
        """What has to end before the window closes."""
        return (self.presenter.tasks, self.opened.tasks)

    def panes(self) -> tuple[QWidget, ...]:
        """For F6."""
        return (self.search, self.table, self.detail.scroller)

    def notice_acted(self, step: Step) -> None:
        """The step of a notice of this page."""
        if step is Step.RETRY:
            self.refresh()

    def actions_of_page(self) -> tuple[Action, ...]:
        """All that can be done here by name."""
        return (
            Action("orders.search", self.tr("Search orders"), self._focus_search, "Ctrl+Shift+F", "search"),
            Action("orders.list", self.tr("Go to the list"), self.focus_list, "Ctrl+E"),
            Action("orders.detail", self.tr("Go to the order"), self.focus_detail, "Ctrl+D"),
        )

    def restore_state(self, settings: QSettings) -> None:
        """As it was left."""
        value = settings.value("orders/splitter")
        if isinstance(value, QByteArray):
            self.splitter.restoreState(value)
        self.table.restore_columns(settings)

    def save_state(self, settings: QSettings) -> None:
        """For the next start."""
        settings.setValue("orders/splitter", self.splitter.saveState())
        self.table.save_columns(settings)

    # --- showing ----------------------------------------------------------------------------------------------------

    def focus_list(self) -> None:
        """The keyboard goes to the list."""
        if self.orders.rows and not self.table.currentIndex().isValid():
            self.table.go_to(self.orders.rows[0].order.order_id)
        (self.table if self.orders.rows else self.search).setFocus()

    def focus_detail(self) -> None:
        """The keyboard goes to the order shown."""
        self.detail.scroller.setFocus()

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _show_all(self) -> None:
        presenter = self.presenter
        self.table.show_rows(presenter.rows())
        self.tabs.show_counts(presenter.count)
        self._select_something()
        self._show_list_face()
        self._show_state()
        self._show_detail()
        self.tab_changed.emit()

    def _select_something(self) -> None:
        """One that was asked for and has come into the list; at the beginning the first."""
        wanted = self.opened.order_id
        if self.table.chosen_ids() or not self.orders.rows:
            return
        if wanted is not None:
            self.table.go_to(wanted)
        else:
            self.table.go_to(self.orders.rows[0].order.order_id)

    def _show_list_face(self) -> None:
        presenter = self.presenter
        self._list_faces.setCurrentIndex(0 if self.orders.rows else 1)
        if self.orders.rows:
            return
        if presenter.words.strip():
            self.list_face.show_state(
                "search",
                self.tr("No order has these words"),
                self.tr("Ids, suppliers, goods, item numbers, waybills and memos of all orders were searched."),
                action=self.tr("Clear the search"),
            )
        elif presenter.count(OrdersTab.ALL):
            self.list_face.show_state(
                "filter", self.tr("Nothing here"), self.tr("No order is in this state."), action=self.tr("Show all")
            )
        elif not presenter.loaded or presenter.refreshing:
            self.list_face.show_state("refresh", self.tr("Reading orders…"), "")
        elif presenter.error is not None:
            notice = notice_of(presenter.error)
            self.list_face.show_state(
                "offline" if notice.is_offline else "error",
                self.tr("Orders could not be read"),
                notice.sentence,
                action=self.tr("Try again"),
                details=notice.details,
                role="warning",
            )
        else:
            self.list_face.show_state(
                "receipt",
                self.tr("No orders yet"),
                self.tr("What you place, here or on 1688, shows up here: to pay, on its way, done."),
                action=self.tr("Search"),
            )

    def _act_on_face(self) -> None:
        presenter = self.presenter
        if presenter.words.strip():
            self.search.clear()
        elif presenter.count(OrdersTab.ALL):
            self.tabs.show_chosen(OrdersTab.ALL)
            presenter.show_tab(OrdersTab.ALL)
        elif presenter.error is not None:
            self.refresh()
        else:
            self.navigate.emit("search")

    def _show_state(self) -> None:
        presenter = self.presenter
        fact, now = presenter.newest_fact, presenter.clock()
        if presenter.online is False:
            when = (
                self.tr("Offline. Orders as of {0} ago.").format(age_text(fact, now)) if fact else self.tr("Offline.")
            )
            self.age.show_age(when, icon_name="offline", role="warning", action=self.tr("Try again"))
        elif presenter.refreshing and fact is not None and (now - fact).total_seconds() > 60:
            text = self.tr("As of {0} ago. Asking 1688 what is new…").format(age_text(fact, now))
            self.age.show_age(text, icon_name="refresh")
        else:
            self.age.show_age("")

    def _show_detail(self) -> None:
        known, opened = self.opened.known, self.opened
        if known is not None:
            row_ = self.presenter.row(known.order.value.order_id)
            reasons = row_.reasons if row_ is not None else ()
            payment = row_.payment_opened if row_ is not None else None
            self.detail.show_order(known, reasons, payment)
            offline = opened.is_offline or self.presenter.online is False
            self.detail.show_age(known.order.fetched_at, reading=opened.reading, offline=offline)
            self._detail_faces.setCurrentIndex(0)
            return
        self._detail_faces.setCurrentIndex(1)
        if opened.order_id is None:
            self.detail_face.show_state("receipt", self.tr("No order chosen"), self.tr("Choose one in the list."))
        elif opened.error is not None:
            notice = notice_of(opened.error)
            title = self.tr("Order {0} could not be read").format(opened.order_id)
            self.detail_face.show_state("warning", title, notice.sentence, details=notice.details, role="warning")
        else:
            self.detail_face.show_state("refresh", self.tr("Reading order {0}…").format(opened.order_id), "")

    def _chosen(self) -> None:
        ids = self.table.chosen_ids()
        if len(ids) == 1:
            self.opened.open(ids[0])
            if self.isVisible():
                QTimer.singleShot(0, self, partial(self.presenter.mark_seen, ids))
        self._show_detail()

    def _refreshed(self) -> None:
        self.fresh.emit(self.tr("up to date {0}").format(clock_text(self.presenter.clock())))
        self.reached.emit()

    def _open_offer(self, offer_id: str) -> None:
        self.offer_requested.emit(offer_id, False)

    def _failed(self, error: Exception) -> None:
        self.noticed.emit(notice_of(error))

    def _notice(self, notice: Notice) -> None:
        self.noticed.emit(notice)
