"""The Orders tab."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from sourcing_app.domain.ids import OfferId, OrderId
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import Order
from sourcing_app.ui.actions import Action
from sourcing_app.ui.browser import OpenAddress
from sourcing_app.ui.format import clock_text
from sourcing_app.ui.notices import Notice, Step, notice_of
from sourcing_app.ui.orders import kept_state
from sourcing_app.ui.orders.acts import OrderActs
from sourcing_app.ui.orders.ask_dialog import AskDialog
from sourcing_app.ui.orders.asking import Question
from sourcing_app.ui.orders.cancelling import Cancelling
from sourcing_app.ui.orders.columns import COLUMNS, OrderColumn
from sourcing_app.ui.orders.detail_pane import DetailPane
from sourcing_app.ui.orders.detail_view import DetailView
from sourcing_app.ui.orders.intent_cards import IntentStrip
from sourcing_app.ui.orders.list_age import ListAge
from sourcing_app.ui.orders.list_bar import ListBar
from sourcing_app.ui.orders.list_pane import ListPane
from sourcing_app.ui.orders.opened import OpenedOrder
from sourcing_app.ui.orders.order_list import OrderList
from sourcing_app.ui.orders.order_table import OrderTable
from sourcing_app.ui.orders.page_actions import page_actions
from sourcing_app.ui.orders.paying import Paying, PayWish
from sourcing_app.ui.orders.presenter import OrdersPresenter
from sourcing_app.ui.orders.reading import Keys
from sourcing_app.ui.orders.settling import Settling
from sourcing_app.ui.orders.tabs import OrdersTab
from sourcing_app.ui.orders.telling import moved_notice, without_way_here
from sourcing_app.ui.orders.watching import Watching
from sourcing_app.ui.page import Page
from sourcing_app.ui.page_key import PageKey
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.requests import GoTo, OpenOffer, OrdersChanged
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.widgets.labels import hairline
from sourcing_app.ui.widgets.surface import column

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases


class OrdersPage(Page):
    """List on the left, one order on the right."""

    def __init__(
        self, loader: PictureLoader, parent: QWidget | None = None, columns: Sequence[OrderColumn] = COLUMNS
    ) -> None:
        super().__init__(parent)
        self.presenter = OrdersPresenter(self)
        clock = self.presenter.clock
        self.opened, self.paying, self.watching = OpenedOrder(self), Paying(self), Watching(self)
        self.cancelling, self.settling = Cancelling(self, clock), Settling(self, clock)
        self.acts = OrderActs(self.presenter, self.opened, self._browser, columns, self)
        self._workers = (self.opened, self.paying, self.cancelling, self.settling, self.watching, self.acts)
        self.orders = OrderList(self.presenter.book, clock, self, columns)
        self.table = OrderTable(self.orders, loader)
        self.strip = IntentStrip(self.settling, self.presenter.order, clock)
        self.list = ListPane(self.presenter, self.table, self.strip)
        self.detail = DetailView(loader, clock)
        self.pane = DetailPane(self.presenter, self.opened, self.paying, self.cancelling, self.detail)
        self.bar = ListBar()
        self.tabs, self.search, self.export_button = self.bar.tabs, self.bar.search, self.bar.export_button
        self.age = ListAge(self.presenter)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.question: AskDialog | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(30_000)
        self._lay_out()
        self._connect_data()
        self._connect_acts()
        self._show_all()

    def _lay_out(self) -> None:
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.pane)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([800, 440])
        page = column(self, spacing=0)
        page.addWidget(self.bar)
        page.addWidget(hairline())
        page.addWidget(self.age)
        page.addWidget(self.splitter, 1)

    def _connect_data(self) -> None:
        presenter, opened = self.presenter, self.opened
        presenter.keys_changed.connect(self._show_keys)
        presenter.rows_changed.connect(self._show_all)
        presenter.rows_arrived.connect(self._rows_arrived)
        presenter.state_changed.connect(self._show_state)
        presenter.refreshed.connect(self._refreshed)
        presenter.refreshed.connect(self.settling.look)
        opened.changed.connect(self.pane.show_all)
        opened.read.connect(presenter.reload)
        self.settling.changed.connect(self._intents_changed)
        self.settling.settled.connect(presenter.reload)
        self.settling.settled.connect(partial(self.ask, OrdersChanged()))
        for changed in (self.paying.changed, self.cancelling.changed):
            changed.connect(self.pane.show_all)
        for stale in (self.paying.stale, self.cancelling.stale):
            stale.connect(self._read_disk)
        self.paying.opened.connect(self._payment_opened)
        self.cancelling.unknown.connect(self._watch_one)
        self.watching.moved.connect(self._moved)
        self.watching.known.connect(presenter.reload)
        presenter.noticed.connect(self._pass_on)
        for source in (self.paying, self.cancelling, self.settling, self.acts):
            source.noticed.connect(self.noticed)
        for worker in self._workers:
            worker.tasks.failed.connect(self._failed)
        self._tick.timeout.connect(self._show_all)

    def _connect_acts(self) -> None:
        for source in (self.paying, self.cancelling, self.settling, self.acts):
            source.asked.connect(self._ask)
        self.tabs.chosen.connect(self.show_tab)
        self.search.textChanged.connect(self.presenter.search)
        self.search.returnPressed.connect(self.focus_list)
        self.export_button.clicked.connect(self.export)
        self.table.chosen_changed.connect(self._chosen)
        self.table.entered.connect(self.focus_detail)
        self.table.copy_wanted.connect(self.copy_rows)
        self.table.menu_wanted.connect(self.acts.show_menu)
        self.orders.sort_wanted.connect(self.presenter.sort)
        self.detail.opened.connect(self._open_offer)
        self.detail.left.connect(self.focus_list)
        self.detail.web_wanted.connect(self.open_web)
        self.pane.foot.pay_wanted.connect(self.paying.pay)
        self.pane.foot.cancel_wanted.connect(self.cancelling.ask)
        self.strip.shown.connect(self.show_order)
        self.age.acted.connect(self._try_again)
        self.list.clear_search.connect(self.search.clear)
        self.list.all_wanted.connect(partial(self.show_tab, OrdersTab.ALL))
        self.list.search_offers.connect(partial(self.ask, GoTo(PageKey.SEARCH)))
        self.list.retry.connect(self._try_again)

    # --- the page ---------------------------------------------------------------------------------------------------

    @property
    def open_address(self) -> OpenAddress:
        """How a checked address is opened; may be exchanged."""
        return self.paying.open_address

    @open_address.setter
    def open_address(self, opener: OpenAddress) -> None:
        self.paying.open_address = opener

    @property
    def refresh_every_ms(self) -> int:
        """How often 1688 is asked by itself."""
        return self.presenter.refresh_every_ms

    @refresh_every_ms.setter
    def refresh_every_ms(self, interval: int) -> None:
        self.presenter.refresh_every_ms = interval

    def count(self) -> int:
        """Orders that wait for the buyer, and those whose fate is not known."""
        return self.presenter.waiting() + len(self.settling.open_ones)

    def attention(self) -> bool:
        """Whether something here needs a look."""
        return bool(self._attention_count())

    def focus_first(self) -> None:
        """The keyboard goes to the list."""
        self.focus_list()

    def refresh(self) -> None:
        """F5."""
        self.presenter.refresh()
        self.opened.refresh()
        self.settling.look()

    def attach(self, use_cases: UseCases) -> None:
        """Work with this account."""
        self.detail.rate = use_cases.preferences.rate
        for each in (self.presenter, *self._workers):
            each.attach(use_cases)
        self._tick.start()

    def detach(self) -> None:
        """What is shown stays."""
        self._tick.stop()
        for each in (self.presenter, *self._workers):
            each.detach()
        self.pane.show_all()

    def shown(self) -> None:
        """The tab was opened: other pages may have written orders, and 1688 may have news."""
        self._read_disk()
        self.presenter.refresh_quietly()
        self.opened.refresh()

    def orders_changed(self) -> None:
        """Something was ordered."""
        self._read_disk()

    def show_order(self, wanted: OrderId) -> None:
        """Select it; one that is not listed yet is read by its id."""
        if self.orders.row_of(wanted) is None:
            self.search.clear()
            self.show_tab(OrdersTab.ALL)
        if not self.table.go_to(wanted):
            self.table.clearSelection()
            self.opened.open(wanted)
            self.presenter.reload()
        self.focus_list()

    def pay_orders(self, order_ids: tuple[OrderId, ...], approved: Money) -> None:
        """They were placed on another page and are to be paid together at this sum."""
        self.show_order(order_ids[0])
        self.paying.pay(PayWish(order_ids, approved))

    def show_tab(self, tab: OrdersTab) -> None:
        """Only orders of this tab."""
        self.tabs.show_chosen(tab)
        self.presenter.show_tab(tab)

    def task_scopes(self) -> tuple[TaskScope, ...]:
        """What has to end before the window closes."""
        return tuple(each.tasks for each in (*self._workers, self.presenter))

    def panes(self) -> tuple[QWidget, ...]:
        """For F6."""
        return (self.search, self.table, self.detail.scroller)

    def notice_acted(self, step: Step) -> None:
        """The step of a notice of this page."""
        if step is Step.RETRY:
            self.refresh()
        elif step is Step.COPY_LINK:
            self.paying.copy_fetched()

    def actions_of_page(self) -> tuple[Action, ...]:
        """All that can be done here by name."""
        return page_actions(self)

    def restore_state(self, settings: QSettings) -> None:
        """As it was left."""
        kept_state.restore(settings, self.splitter, self.table, self.settling)

    def save_state(self, settings: QSettings) -> None:
        """For the next start."""
        kept_state.save(settings, self.splitter, self.table, self.settling)

    # --- showing ----------------------------------------------------------------------------------------------------

    def _show_keys(self, keys: Keys, anew: bool) -> None:
        self.table.show_keys(keys, anew=anew)
        self._show_all()

    def _rows_arrived(self) -> None:
        """Rows of orders that are chosen or compared may be among them."""
        self.strip.show_all()
        self.pane.show_all()

    def _show_all(self) -> None:
        self.list.show_all()
        self.strip.show_all()
        self.tabs.show_counts(self._count_of)
        self.export_button.setEnabled(self.has_rows())
        self._select_something()
        self._show_state()
        self.tab_changed.emit()

    def _intents_changed(self) -> None:
        """Candidates are read so that they can be compared."""
        for intent in self.settling.open_ones:
            self.watching.read_once(tuple(each for each in intent.candidates if self.presenter.order(each) is None))
        self._pin()
        self.tabs.show_counts(self._count_of)
        self.tab_changed.emit()

    def _count_of(self, tab: OrdersTab) -> int:
        return self._attention_count() if tab is OrdersTab.ATTENTION else self.presenter.count(tab)

    def _attention_count(self) -> int:
        return self.presenter.count(OrdersTab.ATTENTION) + len(self.settling.open_ones) + len(self.settling.refused)

    def _select_something(self) -> None:
        """One that was asked for and has come into the list; at the beginning the first."""
        if not self.orders.keys or self.table.selectionModel().hasSelection():
            return
        wanted = self.opened.order_id
        if wanted is None or self.presenter.order(wanted) is not None:
            self.table.go_to(wanted or self.orders.keys[0])

    def _show_state(self) -> None:
        self.age.show_all()
        self.list.show_face()
        self.pane.show_all()

    def _chosen(self) -> None:
        ids = self.table.chosen_ids()
        if len(ids) == 1:
            self.opened.open(ids[0])
            if self.isVisible():
                QTimer.singleShot(0, self, partial(self.presenter.mark_seen, ids))
        self._pin()
        self.pane.show_chosen(ids)

    def _pin(self) -> None:
        """What is chosen and what may be an order of ours is kept up to date wherever it stands."""
        candidates = (each for intent in self.settling.open_ones for each in intent.candidates)
        self.presenter.pin((*candidates, *self.table.chosen_ids()))

    def _refreshed(self) -> None:
        at = self.presenter.updated_at
        if at is not None:
            self.fresh.emit(self.tr("orders up to date {0}").format(clock_text(at)), at)
        self.reached.emit()

    # --- acts -------------------------------------------------------------------------------------------------------

    def focus_list(self) -> None:
        """The keyboard goes to the list."""
        if self.orders.keys and not self.table.currentIndex().isValid():
            self.table.go_to(self.orders.keys[0])
        (self.table if self.orders.keys else self.search).setFocus()

    def focus_detail(self) -> None:
        """The keyboard goes to the order shown."""
        self.detail.scroller.setFocus()

    def focus_search(self) -> None:
        """The keyboard goes to the search."""
        self.search.setFocus()
        self.search.selectAll()

    def _ask(self, question: Question) -> None:
        self.question = AskDialog(question, self)
        self.question.open()

    def _payment_opened(self, order_ids: tuple[OrderId, ...]) -> None:
        self.presenter.note_payment(order_ids)
        self.watching.watch(order_ids)

    def _watch_one(self, order_id: OrderId) -> None:
        self.watching.watch((order_id,))

    def _moved(self, order: Order) -> None:
        self.noticed.emit(moved_notice(order))
        self._read_disk()

    def _read_disk(self) -> None:
        self.presenter.reload()
        self.opened.reload()
        self.settling.look()

    def _browser(self) -> OpenAddress:
        return self.paying.open_address

    def has_rows(self) -> bool:
        """Whether the list shows any order."""
        return bool(self.orders.keys)

    def copy_ids(self) -> None:
        """Of the chosen orders."""
        self.acts.copy_ids(self.table.chosen_ids())

    def copy_rows(self) -> None:
        """The chosen orders, as cells."""
        self.acts.copy_rows(self.table.chosen_ids())

    def open_web(self) -> None:
        """The chosen order."""
        self.acts.open_web(self.table.chosen_ids())

    def export(self) -> None:
        """The list as it is shown, to a file."""
        self.acts.export(tuple(self.orders.keys))

    def _open_offer(self, offer_id: str) -> None:
        self.ask(OpenOffer(OfferId(offer_id)))

    def _try_again(self) -> None:
        self.try_again(self.refresh)

    def _pass_on(self, notice: Notice) -> None:
        """Who looks at the orders need not be led to them."""
        self.noticed.emit(without_way_here(notice) if self.isVisible() else notice)

    def _failed(self, error: Exception) -> None:
        self.noticed.emit(notice_of(error))
