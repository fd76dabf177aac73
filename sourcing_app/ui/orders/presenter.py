"""What the orders page knows: every order on disk, what changed, what waits, and how fresh it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.intent import FOUND_AFTER_ALL, OrderIntent
from sourcing_app.domain.order import Order, OrderChanges, OrderStatus
from sourcing_app.errors import Unreachable
from sourcing_app.ui.notices import Notice, Severity, Step, notice_of
from sourcing_app.ui.orders.attention import reasons_for
from sourcing_app.ui.orders.reading import FIRST, MOST, Known, find_ids, read_known
from sourcing_app.ui.orders.rows import OrderRow
from sourcing_app.ui.orders.tabs import OrdersTab
from sourcing_app.ui.orders.words import status_chip
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.usecases.session import utc_now

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

REFRESH_EVERY_MS = 5 * 60_000


class OrdersPresenter(QObject):
    """rows_changed: the list; state_changed: online, busy or age; refreshed: the platform was asked and answered."""

    rows_changed = Signal()
    state_changed = Signal()
    refreshed = Signal()
    noticed = Signal(object)

    def __init__(self, parent: QObject | None = None, clock: Callable[[], datetime] = utc_now) -> None:
        super().__init__(parent)
        self.tasks = TaskScope(self)
        self.clock = clock
        self.tab = OrdersTab.ALL
        self.words = ""
        self.loaded = False
        self.online: bool | None = None
        self.error: Exception | None = None
        self.updated_at: datetime | None = None
        self._use_cases: UseCases | None = None
        self._orders: dict[OrderId, Aged[Order]] = {}
        self._plain: dict[OrderId, Order] = {}
        self._intents: dict[OrderId, OrderIntent] = {}
        self._rows: tuple[OrderRow, ...] = ()
        self._started: dict[OrderId, datetime] = {}
        self._unseen: set[OrderId] = set()
        self._found: frozenset[OrderId] | None = None
        self._quiet = False
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_EVERY_MS)
        self._timer.timeout.connect(self.refresh_quietly)
        self.tasks.failed.connect(self._fail)
        self.tasks.busy_changed.connect(self._busy_changed)

    # --- whose orders -----------------------------------------------------------------------------------------------

    def attach(self, use_cases: UseCases) -> None:
        """Work with this account: what is on disk at once, then what the platform says."""
        if self._use_cases is None or self._use_cases.account.key != use_cases.account.key:
            self._forget()
        self._use_cases = use_cases
        self.refresh_every_ms = use_cases.refresh_minutes * 60_000
        self._timer.start()
        self._read(FIRST)
        self.refresh()

    def detach(self) -> None:
        """What is shown stays."""
        self._use_cases = None
        self._timer.stop()
        for name in ("track", "read", "search"):
            self.tasks.forget(name)
        self.state_changed.emit()

    @property
    def attached(self) -> bool:
        """Whether anything can be asked or changed."""
        return self._use_cases is not None

    @property
    def is_demo(self) -> bool:
        """Whether these orders are of the demo marketplace."""
        return self._use_cases is not None and self._use_cases.account.is_demo

    @property
    def refresh_every_ms(self) -> int:
        """How often the platform is asked by itself."""
        return self._timer.interval()

    @refresh_every_ms.setter
    def refresh_every_ms(self, interval: int) -> None:
        self._timer.setInterval(interval)

    @property
    def refreshing(self) -> bool:
        """Whether the platform is being asked."""
        return self.tasks.is_running("track")

    # --- reading ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask the platform what is new, because a person wants it. One at a time."""
        self._quiet = False
        self._refresh()

    def refresh_quietly(self) -> None:
        """By the timer, or because the page was opened: being offline is told once, not every few minutes."""
        self._quiet = self.online is False
        self._refresh()

    def _refresh(self) -> None:
        if self._use_cases is not None and not self.refreshing:
            self.tasks.start("track", self._use_cases.track_orders(), self._tracked, self._not_tracked)
            self.state_changed.emit()

    def reload(self) -> None:
        """Read the disk again: something was written there."""
        self._read(MOST if len(self._orders) >= FIRST else FIRST)
        self._search()

    def search(self, words: str) -> None:
        """Only orders in which, or in whose parcels, these words stand."""
        self.words = words
        self._search()

    def show_tab(self, tab: OrdersTab) -> None:
        """Only orders of this tab."""
        self.tab = tab
        self.rows_changed.emit()

    def note_payment(self, order_ids: tuple[OrderId, ...]) -> None:
        """A payment page was opened for these just now."""
        self._started |= dict.fromkeys(order_ids, self.clock())
        self._make_rows()

    def mark_seen(self, order_ids: tuple[OrderId, ...]) -> None:
        """A person looked at these."""
        if self._unseen & set(order_ids):
            self._unseen -= set(order_ids)
            self._make_rows()

    # --- what there is ----------------------------------------------------------------------------------------------

    def order(self, order_id: OrderId) -> Order | None:
        """As last read, None if it is not known."""
        return self._plain.get(order_id)

    def intent(self, order_id: OrderId) -> OrderIntent | None:
        """What it was made from here."""
        return self._intents.get(order_id)

    def row(self, order_id: OrderId) -> OrderRow | None:
        """Its row, whatever tab is shown."""
        return next((row for row in self._rows if row.order.order_id == order_id), None)

    def rows(self) -> tuple[OrderRow, ...]:
        """Those of the tab in which the words stand, newest first."""
        return tuple(row for row in self._rows if self._is_shown(row))

    def count(self, tab: OrdersTab) -> int:
        """How many orders a tab holds."""
        if tab is OrdersTab.ATTENTION:
            return sum(bool(row.reasons) for row in self._rows)
        return sum(tab.holds(row.order.status) for row in self._rows)

    def waiting(self) -> int:
        """How many orders wait for the buyer: to be paid, or for another reason."""
        return sum(bool(row.reasons) or row.order.status is OrderStatus.WAIT_PAY for row in self._rows)

    @property
    def newest_fact(self) -> datetime | None:
        """When the platform was last asked with success, as far as is known; None without any order."""
        if self.updated_at is not None:
            return self.updated_at
        return max((each.fetched_at for each in self._orders.values()), default=None)

    # --- inside -----------------------------------------------------------------------------------------------------

    def _forget(self) -> None:
        self._orders, self._plain, self._intents, self._rows = {}, {}, {}, ()
        self._unseen, self._started, self._found = set(), {}, None
        self.loaded, self.online, self.error, self.updated_at = False, None, None, None
        self.rows_changed.emit()

    def _read(self, limit: int) -> None:
        if self._use_cases is not None:
            self.tasks.start("read", read_known(self._use_cases, limit), self._show)

    def _search(self) -> None:
        if not self.words.strip() or self._use_cases is None:
            self.tasks.forget("search")
            self._found = None
            self.rows_changed.emit()
        else:
            self.tasks.start("search", find_ids(self._use_cases, self.words), self._show_found)

    def _show(self, known: Known) -> None:
        self._orders = {each.value.order_id: each for each in known.orders}
        self._plain = {order_id: each.value for order_id, each in self._orders.items()}
        before, self._intents = self._intents, _by_order(known.intents)
        if self.loaded:
            self._tell_turned_up(before)
        self._started = dict(known.started)
        self.loaded = True
        self._make_rows()
        if not known.complete:
            self._read(MOST)

    def _show_found(self, found: frozenset[OrderId]) -> None:
        self._found = found
        self.rows_changed.emit()

    def _make_rows(self) -> None:
        now = self.clock()
        self._rows = tuple(self._row(each, now) for each in self._orders.values())
        self.rows_changed.emit()

    def _row(self, each: Aged[Order], now: datetime) -> OrderRow:
        order = each.value
        reasons = reasons_for(order, self._intents.get(order.order_id), self._plain, now)
        row = OrderRow(order, each.fetched_at, reasons, order.order_id in self._unseen)
        if order.status is OrderStatus.WAIT_PAY:
            return replace(row, payment_opened=self._started.get(order.order_id))
        return row

    def _is_shown(self, row: OrderRow) -> bool:
        if self._found is not None and row.order.order_id not in self._found:
            return False
        return bool(row.reasons) if self.tab is OrdersTab.ATTENTION else self.tab.holds(row.order.status)

    def _tracked(self, changes: OrderChanges) -> None:
        self.online, self.error, self.updated_at = True, None, self.clock()
        first_time = not self._orders
        moved = [each for each in changes.changed if each.before is not None]
        if moved and not first_time:
            self._unseen |= {each.order_id for each in moved}
            self._tell(moved[0].order_id, moved[0].after, len(moved))
        self.reload()
        self.state_changed.emit()
        self.refreshed.emit()

    def _tell(self, order_id: OrderId, after: OrderStatus, count: int) -> None:
        """One notice for all that changed."""
        if count == 1:
            known = self._plain.get(order_id)
            supplier = known.supplier_name if known is not None else ""
            word = status_chip(replace(known, status=after))[0] if known is not None else after.value
            sentence = self.tr("Order {0} ({1}) is now: {2}.").format(order_id, supplier, word)
        else:
            sentence = self.tr("{0} orders changed.", "", count).format(count)
        notice = Notice(sentence, Severity.INFO, Step.ORDERS, self.tr("Show orders"), cause="orders changed")
        self.noticed.emit(notice)

    def _tell_turned_up(self, before: Mapping[OrderId, OrderIntent]) -> None:
        """Orders that had been refused or given up and turned up meanwhile, and those that the network doubled."""
        for order_id, intent in self._intents.items():
            if intent.reason_code == FOUND_AFTER_ALL and order_id not in before:
                sentence = self.tr("Order {0} ({1}) exists after all: it had counted as not made.")
                text = sentence.format(order_id, intent.supplier_name)
                label, cause = self.tr("Show orders"), f"found after all {order_id}"
                self.noticed.emit(Notice(text, Severity.WARNING, Step.ORDERS, label, cause=cause))
            if order_id in intent.doubles and (order_id not in before or order_id not in before[order_id].doubles):
                sentence = self.tr("Two orders for one decision at {0}: {1}. Cancel one of them before you pay.")
                text = sentence.format(intent.supplier_name, ", ".join(intent.all_order_ids))
                label, cause = self.tr("Show orders"), f"doubled {intent.out_order_id}"
                self.noticed.emit(Notice(text, Severity.WARNING, Step.ORDERS, label, cause=cause))

    def _not_tracked(self, error: Exception) -> None:
        self.error = error
        if isinstance(error, Unreachable):
            self.online = False
        self.reload()
        self.state_changed.emit()
        if not (self._quiet and isinstance(error, Unreachable)):
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        self.noticed.emit(notice_of(error))

    def _busy_changed(self, busy: bool) -> None:
        self.state_changed.emit()


def _by_order(intents: tuple[OrderIntent, ...]) -> dict[OrderId, OrderIntent]:
    return {order_id: intent for intent in intents for order_id in intent.all_order_ids}
