"""What the orders page knows: which orders its list holds, what changed, what waits, and how fresh it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.intent import FOUND_AFTER_ALL, OrderIntent
from sourcing_app.domain.order import OrderChanges, OrderStatus, StatusChange
from sourcing_app.domain.order_summary import OrderSort, OrderSummary, OrderView
from sourcing_app.errors import Unreachable
from sourcing_app.ui.account_part import AccountPart
from sourcing_app.ui.notices import Notice, Severity, Step, notice_of
from sourcing_app.ui.orders.reading import (
    WINDOW,
    Keys,
    Rows,
    Top,
    Waiting,
    keys_of,
    read_keys,
    read_rows,
    read_top,
    read_waiting,
)
from sourcing_app.ui.orders.row_book import RowBook
from sourcing_app.ui.orders.rows import OrderRow
from sourcing_app.ui.orders.tabs import OrdersTab
from sourcing_app.ui.orders.words import status_chip
from sourcing_app.usecases.session import utc_now

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

REFRESH_EVERY_MS = 5 * 60_000
MOST_PINNED = 1_000
"""Orders that can be acted on together."""

_TYPING_MS = 120
"""A search waits for the next letter so long."""


class OrdersPresenter(AccountPart):
    """keys_changed(Keys, anew): the list holds other orders, or is another list; rows_changed: counts, or what rows say;
    rows_arrived: rows that were wanted are read; state_changed: online, busy or age; refreshed: the platform was asked and
    answered."""

    keys_changed = Signal(object, bool)
    rows_changed = Signal()
    rows_arrived = Signal()
    state_changed = Signal()
    refreshed = Signal()
    noticed = Signal(object)

    def __init__(self, parent: QObject | None = None, clock: Callable[[], datetime] = utc_now) -> None:
        super().__init__(parent)
        self.clock = clock
        self.tab = OrdersTab.ALL
        self.words = ""
        self.loaded = False
        self.online: bool | None = None
        self.error: Exception | None = None
        self.updated_at: datetime | None = None
        self.book = RowBook(self)
        self._sort = (OrderSort.NEWEST, False)
        self._keys: list[OrderId] = []
        self._counts: dict[OrderStatus, int] = {}
        self._waiting: dict[OrderId, OrderRow] = {}
        self._intents: dict[OrderId, OrderIntent] = {}
        self._lately: dict[OrderId, OrderIntent] | None = None
        self._pinned: tuple[OrderId, ...] = ()
        self._moved: StatusChange | None = None
        self._newest: datetime | None = None
        self._shown: tuple[OrderView, int] | None = None
        self._quiet = False
        self.typing = QTimer(self)
        self.typing.setSingleShot(True)
        self.typing.setInterval(_TYPING_MS)
        self.typing.timeout.connect(self._read)
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_EVERY_MS)
        self._timer.timeout.connect(self.refresh_quietly)
        self.book.wanted.connect(self._read_rows)
        self.tasks.failed.connect(self._fail)
        self.tasks.busy_changed.connect(self._busy_changed)

    # --- whose orders -----------------------------------------------------------------------------------------------

    def attach(self, use_cases: UseCases) -> None:
        """Work with this account: what is on disk at once, then what the platform says."""
        if self._use_cases is None or self._use_cases.account.key != use_cases.account.key:
            self._forget()
        super().attach(use_cases)
        self.refresh_every_ms = use_cases.preferences.refresh_minutes * 60_000
        self._timer.start()
        self._read()
        self.refresh()

    def detach(self) -> None:
        """What is shown stays."""
        super().detach()
        self._timer.stop()
        self.typing.stop()
        for name in ("track", "read", "keys", "waiting"):
            self.tasks.forget(name)
        self.state_changed.emit()

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
        if self.attached and not self.refreshing:
            self._start("track", lambda uses: uses.track_orders(), self._tracked, self._not_tracked)
            self.state_changed.emit()

    def reload(self) -> None:
        """Read the disk again: something was written there."""
        self._read()

    def search(self, words: str) -> None:
        """Only orders in which, or in whose parcels, these words stand."""
        if words.strip() == self.words.strip():
            return
        self.words = words
        self.typing.start()

    def sort(self, by: OrderSort, descending: bool) -> None:
        """In another order."""
        if self._sort != (by, descending):
            self._sort = (by, descending)
            self._read()

    def show_tab(self, tab: OrdersTab) -> None:
        """Only orders of this tab."""
        self.tab = tab
        self._read()

    def pin(self, order_ids: tuple[OrderId, ...]) -> None:
        """These are read, and read again with the list, wherever they stand."""
        self._pinned = order_ids[:MOST_PINNED]
        self.book.want(self._pinned)

    def note_payment(self, order_ids: tuple[OrderId, ...]) -> None:
        """A payment page was opened for these just now."""
        self.book.change(order_ids, payment_opened=self.clock())
        self.rows_changed.emit()

    def mark_seen(self, order_ids: tuple[OrderId, ...]) -> None:
        """A person looked at these."""
        seen = self.book.unseen & set(order_ids)
        if seen:
            self.book.unseen -= seen
            self.book.change(seen, unseen=False)
            self.rows_changed.emit()

    # --- what there is ----------------------------------------------------------------------------------------------

    @property
    def view(self) -> OrderView:
        """The list that is wanted."""
        among = tuple(self._waiting) if self.tab is OrdersTab.ATTENTION else None
        return OrderView(self.tab.statuses, self.words.strip(), among, *self._sort)

    def order(self, order_id: OrderId) -> OrderSummary | None:
        """As last read, None if it is not known or nobody asked for it."""
        row = self.book.get(order_id)
        return row.order if row is not None else None

    def intent(self, order_id: OrderId) -> OrderIntent | None:
        """What it was made from here, for orders that were read and those made lately."""
        return self._intents.get(order_id) or (self._lately or {}).get(order_id)

    def row(self, order_id: OrderId) -> OrderRow | None:
        """Its row, whatever tab is shown; None while it is not read."""
        return self.book.get(order_id)

    def rows(self) -> tuple[OrderRow, ...]:
        """Those of the list that were read, in its order."""
        return tuple(row for row in map(self.book.get, self._keys) if row is not None)

    @property
    def has_rows(self) -> bool:
        """Whether the list holds any order."""
        return bool(self._keys)

    def count(self, tab: OrdersTab) -> int:
        """How many orders a tab holds."""
        if tab is OrdersTab.ATTENTION:
            return len(self._waiting)
        return sum(count for status, count in self._counts.items() if tab.holds(status))

    def waiting(self) -> int:
        """How many orders wait for the buyer: to be paid, or for another reason."""
        others = sum(row.order.status is not OrderStatus.WAIT_PAY for row in self._waiting.values())
        return self.count(OrdersTab.TO_PAY) + others

    @property
    def newest_fact(self) -> datetime | None:
        """When the platform was last asked with success, as far as is known; None without any order."""
        return self.updated_at or self._newest

    # --- inside -----------------------------------------------------------------------------------------------------

    def _forget(self) -> None:
        self.book.clear()
        self._keys, self._counts, self._waiting, self._intents = [], {}, {}, {}
        self._lately, self._pinned, self._moved, self._newest, self._shown = None, (), None, None, None
        self.loaded, self.online, self.error, self.updated_at = False, None, None, None
        self.keys_changed.emit(Keys(), True)
        self.rows_changed.emit()

    def _read(self) -> None:
        self.typing.stop()
        also = (*self._pinned, *((self._moved.order_id,) if self._moved is not None else ()))
        self._start("read", partial(read_top, view=self.view, also=also, now=self.clock()), self._show_top)

    def _show_top(self, top: Top) -> None:
        """The first rows at once; all keys only where the list is another one, or something in it changed."""
        is_new = self._shown is None or self._shown[0] != top.view
        is_whole = len(top.keys) < WINDOW
        is_same = self._shown == (top.view, top.revision)
        self._counts, self._newest = top.counts, top.newest
        self.book.grow_old()
        self._take(top.rows)
        self.loaded = True
        if is_whole:
            self.tasks.forget("keys")
            self._show_keys(top, keys_of(top.keys, self._keys), anew=is_new)
        else:
            if is_new:
                self._put_keys(keys_of(top.keys, []), anew=True)
                self._shown = (top.view, -1)
            if not is_same:
                keys = partial(read_keys, view=top.view, before=self._keys)
                self._start("keys", keys, partial(self._show_keys, top))
        self._tell_moved()
        self.rows_changed.emit()
        self._start("waiting", partial(read_waiting, now=self.clock()), self._show_waiting)

    def _show_keys(self, top: Top, keys: Keys, anew: bool = False) -> None:
        self._shown = (top.view, top.revision)
        self._put_keys(keys, anew=anew)

    def _put_keys(self, keys: Keys, *, anew: bool) -> None:
        self._keys = keys.ids
        self.keys_changed.emit(keys, anew)

    def _show_waiting(self, found: Waiting) -> None:
        before, self._lately = self._lately, _by_order(found.lately)
        if before is not None:
            self._tell_turned_up(before)
        waiting = {row.order.order_id: row for row in found.rows.rows}
        is_other = waiting.keys() != self._waiting.keys()
        self._waiting = waiting
        self.rows_changed.emit()
        if is_other and self.tab is OrdersTab.ATTENTION:
            self._read()

    def _read_rows(self, order_ids: tuple[OrderId, ...]) -> None:
        """Those that came into sight."""
        rows = partial(read_rows, order_ids=order_ids, now=self.clock())
        self._start(f"rows {order_ids[0]}", rows, self._show_rows)

    def _show_rows(self, rows: Rows) -> None:
        self._take(rows)
        self.rows_arrived.emit()

    def _take(self, rows: Rows) -> None:
        self._intents |= rows.intents
        self.book.put(rows.rows)

    def _tracked(self, changes: OrderChanges) -> None:
        self.online, self.error, self.updated_at = True, None, self.clock()
        moved = [each for each in changes.changed if each.before is not None]
        if moved:
            self.book.unseen |= {each.order_id for each in moved}
            self._moved = moved[0] if len(moved) == 1 else None
        if len(moved) > 1:
            self._tell(self.tr("{0} orders changed.", "", len(moved)).format(len(moved)))
        self.reload()
        self.state_changed.emit()
        self.refreshed.emit()

    def _tell_moved(self) -> None:
        """One order changed, and its row is read."""
        moved, self._moved = self._moved, None
        known = self.order(moved.order_id) if moved is not None else None
        if known is not None:
            sentence = self.tr("Order {0} ({1}) is now: {2}.")
            self._tell(sentence.format(known.order_id, isolated(known.supplier_name), status_chip(known)[0]))

    def _tell(self, sentence: str) -> None:
        """One notice for all that changed."""
        notice = Notice(sentence, Severity.INFO, Step.ORDERS, self.tr("Show orders"), cause="orders changed")
        self.noticed.emit(notice)

    def _tell_turned_up(self, before: Mapping[OrderId, OrderIntent]) -> None:
        """Orders that had been refused or given up and turned up meanwhile, and those that the network doubled."""
        for order_id, intent in (self._lately or {}).items():
            if intent.reason_code == FOUND_AFTER_ALL and order_id not in before:
                sentence = self.tr("Order {0} ({1}) exists after all: it had counted as not made.")
                text = sentence.format(order_id, isolated(intent.supplier_name))
                label, cause = self.tr("Show orders"), f"found after all {order_id}"
                self.noticed.emit(Notice(text, Severity.WARNING, Step.ORDERS, label, cause=cause))
            if order_id in intent.doubles and (order_id not in before or order_id not in before[order_id].doubles):
                sentence = self.tr("Two orders for one decision at {0}: {1}. Cancel one of them before you pay.")
                text = sentence.format(isolated(intent.supplier_name), ", ".join(intent.all_order_ids))
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
