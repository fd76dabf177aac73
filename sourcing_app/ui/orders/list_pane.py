"""The left side: what is being checked on top, then the list, or the face it has while it is empty."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sourcing_app.ui.notices import notice_of
from sourcing_app.ui.orders.intent_cards import IntentStrip
from sourcing_app.ui.orders.order_table import OrderTable
from sourcing_app.ui.orders.presenter import OrdersPresenter
from sourcing_app.ui.orders.tabs import OrdersTab
from sourcing_app.ui.widgets.state_panel import StatePanel
from sourcing_app.ui.widgets.surface import Surface, column


class ListPane(Surface):
    """clear_search, all_wanted, search_offers, retry: what the face of an empty list offers."""

    clear_search = Signal()
    all_wanted = Signal()
    search_offers = Signal()
    retry = Signal()

    def __init__(
        self, presenter: OrdersPresenter, table: OrderTable, strip: IntentStrip, parent: QWidget | None = None
    ) -> None:
        super().__init__("panel", parent)
        self._presenter, self._table, self._strip = presenter, table, strip
        self._act = self.retry
        self.face = StatePanel()
        self._faces = QStackedWidget()
        self._faces.addWidget(table)
        self._faces.addWidget(self.face)
        box = column(self, spacing=0)
        box.addWidget(strip)
        box.addWidget(self._faces, 1)
        self.setMinimumWidth(560)
        self.face.acted.connect(self._acted)

    def show_all(self) -> None:
        """The rows, or why there are none."""
        self._faces.setCurrentIndex(0 if self._presenter.has_rows else 1)
        self.show_face()

    def _acted(self) -> None:
        self._act.emit()

    def show_face(self) -> None:
        """Why there are no rows; nothing while there are."""
        presenter, face = self._presenter, self.face
        if self._faces.currentIndex() == 0:
            return
        if presenter.words.strip():
            self._act = self.clear_search
            face.show_state(
                "search",
                self.tr("No order has these words"),
                self.tr("Ids, suppliers, goods, item numbers, waybills and memos of all orders were searched."),
                action=self.tr("Clear the search"),
            )
        elif presenter.count(OrdersTab.ALL):
            self._act = self.all_wanted
            sentence = self.tr("No order is in this state.")
            if presenter.tab is OrdersTab.ATTENTION:
                waiting = not self._strip.isHidden()
                sentence = self.tr("No other order waits for you.") if waiting else self.tr("No order waits for you.")
            face.show_state("check", self.tr("Nothing here"), sentence, action=self.tr("Show all orders"))
        elif presenter.error is not None:
            notice = notice_of(presenter.error)
            self._act = self.retry
            face.show_state(
                "offline" if notice.is_offline else "error",
                self.tr("Orders could not be read"),
                notice.sentence,
                action=self.tr("Try again"),
                details=notice.details,
                theirs=notice.theirs,
                role="warning",
            )
        elif not presenter.loaded or presenter.refreshing:
            face.show_state("refresh", self.tr("Reading orders…"), self.tr("1688 is asked for them."))
        else:
            self._act = self.search_offers
            face.show_state(
                "receipt",
                self.tr("No orders yet"),
                self.tr("What you place, here or on 1688, shows up here: to pay, on its way, done."),
                action=self.tr("Search"),
            )
