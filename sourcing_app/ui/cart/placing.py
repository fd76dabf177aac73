"""Placing orders, one after another, each its own decision; and finding out about those whose answer was lost."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sourcing_app.domain.ids import AccountKey, SupplierId
from sourcing_app.domain.intent import SUMS_DIFFER, IntentState, OrderIntent
from sourcing_app.domain.preview import OrderChoice, OrderPreview
from sourcing_app.errors import (
    AlreadySending,
    NotPermitted,
    OutcomeUnknown,
    PriceChanged,
    Refused,
    SignInNeeded,
    SourcingError,
)
from sourcing_app.ui.account_part import AccountPart
from sourcing_app.ui.cart.slips import Fate, FateKind, Slip

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

_ASK_AGAIN_MS = 15_000
"""So long after asking could not be done at all."""

_LOOK_AGAIN_MS = 2_000
"""So long after nothing was found to be asked about, though something is being checked here; on the disk only."""


class Placing(AccountPart):
    """The fate of every order placed from this window. changed: a fate is another; ordered: intents that became orders;
    price_changed(supplier_id): what was approved is not what would be ordered."""

    changed = Signal()
    ordered = Signal(object)
    price_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._account: AccountKey | None = None
        self._fates: dict[SupplierId, Fate] = {}
        self._queue: deque[tuple[OrderPreview, OrderChoice]] = deque()
        self._current: SupplierId | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.settle)

    def attach(self, use_cases: UseCases) -> None:
        """Place with this account; orders of an earlier run that are not settled are taken up again."""
        super().attach(use_cases)
        if self._account != use_cases.account.key:
            self._account = use_cases.account.key
            self._fates.clear()
            self._queue.clear()
            self._current = None
        self.tasks.start("open intents", use_cases.list_orders.open_intents(), self._take_up)

    def detach(self) -> None:
        """Start nothing more; what is on its way goes on, what waits for its turn is not placed."""
        super().detach()
        for preview, _ in self._queue:
            self._fates.pop(preview.supplier_id, None)
        self._queue.clear()
        self._timer.stop()

    @property
    def busy(self) -> bool:
        """Whether an order is waiting for its turn or being placed."""
        return self._current is not None or bool(self._queue)

    def fate(self, supplier_id: SupplierId) -> Fate | None:
        """Of the last order to this supplier, or None."""
        return self._fates.get(supplier_id)

    @property
    def fates(self) -> tuple[Fate, ...]:
        """All of them, oldest first."""
        return tuple(self._fates.values())

    def forget(self, supplier_id: SupplierId) -> None:
        """The person has read it. One that is not settled stays."""
        fate = self._fates.get(supplier_id)
        if fate is not None and not fate.kind.is_busy:
            del self._fates[supplier_id]
            self.changed.emit()

    def place(self, slips: Iterable[Slip]) -> bool:
        """Place these, in order. False, and nothing is done, while others are still being placed (a second press)."""
        ready = [slip for slip in slips if slip.ready and slip.preview is not None and slip.total is not None]
        if self.busy or not ready or not self.attached:
            return False
        for slip in ready:
            assert slip.preview is not None and slip.total is not None
            self._fates[slip.supplier_id] = Fate(FateKind.WAITING, slip.supplier_id, slip.supplier_name, slip.total)
            self._queue.append((slip.preview, slip.choice))
        self._next()
        return True

    def settle(self) -> None:
        """Ask the platform about orders whose answer was lost, those whose time has come."""
        if self._is_checking:
            self._start("settle", lambda uses: uses.settle_unknown_orders(), self._settled, self._not_settled)

    @property
    def _is_checking(self) -> bool:
        return any(fate.kind.is_looked_up for fate in self._fates.values())

    def _ask_when_due(self) -> None:
        """The use case knows how patient to be; another page may have settled it, or a person there."""
        if self._is_checking:
            self._start("settled", lambda uses: uses.list_orders.recent_intents(), self._settled_elsewhere)
            self._start("due", lambda uses: uses.settle_unknown_orders.next_due_s(), self._due_in, self._not_settled)

    def _due_in(self, seconds: float | None) -> None:
        """None: nothing is left to be asked about, but something may still be on its way from a window before this one."""
        if self._is_checking:
            self._timer.start(_LOOK_AGAIN_MS if seconds is None else round(seconds * 1000) + 20)

    # --- one order --------------------------------------------------------------------------------------------------

    def _next(self) -> None:
        self._current = None
        if self._queue and self.attached:
            preview, choice = self._queue.popleft()
            self._current = preview.supplier_id
            self._be(preview.supplier_id, FateKind.PLACING)
            started = self._start_money(
                f"place {preview.account} {preview.supplier_id}",
                lambda uses: uses.place_order(preview, choice),
                self._placed,
                partial(self._not_placed, preview.account, preview.supplier_id),
            )
            if not started:
                self._be(preview.supplier_id, FateKind.CHECKING)
        self.changed.emit()

    def _placed(self, intent: OrderIntent) -> None:
        if intent.account == self._account:
            self._take_answer(intent)
            self._next()

    def _not_placed(self, account: AccountKey, supplier_id: SupplierId, error: Exception) -> None:
        """What an error means. Of another account than the one shown: its own ledger remembers it."""
        if account != self._account:
            return
        match error:
            case OutcomeUnknown():
                kind = FateKind.DOUBTED if error.said_no else FateKind.CHECKING
                self._be(supplier_id, kind, reference=error.reference, error=error)
                self._ask_when_due()
            case AlreadySending():
                intent_id = next(iter(error.intent_ids), None)
                self._be(supplier_id, FateKind.CHECKING, error=error, reference=intent_id or "")
                self._ask_when_due()
            case PriceChanged():
                self._be(supplier_id, FateKind.CHANGED, error=error, differences=error.differences)
                self.price_changed.emit(supplier_id)
            case Refused() | NotPermitted() | SignInNeeded():
                self._be(supplier_id, FateKind.REFUSED, error=error)
            case SourcingError():
                self._be(supplier_id, FateKind.NOT_SENT, error=error)
            case _:
                self._be(supplier_id, FateKind.CHECKING, error=error)
                self._ask_when_due()
        self._next()

    def _be(self, supplier_id: SupplierId, kind: FateKind, **facts: object) -> None:
        self._fates[supplier_id] = replace(self._fates[supplier_id], kind=kind, **facts)  # type: ignore[arg-type]

    # --- answers that were lost -------------------------------------------------------------------------------------

    def _take_up(self, intents: tuple[OrderIntent, ...]) -> None:
        for intent in intents:
            if intent.supplier_id not in self._fates:
                self._take_answer(intent)
        self.changed.emit()
        self._ask_when_due()

    def _settled(self, intents: tuple[OrderIntent, ...]) -> None:
        for intent in intents:
            if self._is_ours(intent):
                self._take_answer(intent)
        self.changed.emit()
        self._ask_when_due()

    def _settled_elsewhere(self, intents: tuple[OrderIntent, ...]) -> None:
        """Of the latest intents, those that were being checked here and are settled by now, or known to be answered with a no."""
        for intent in intents:
            fate = self._fates.get(intent.supplier_id)
            told = intent.said_no if intent.state.is_open else True
            if (
                fate is not None
                and fate.reference
                and told
                and self._is_ours(intent)
                and not _tells_the_same(fate, intent)
            ):
                self._take_answer(intent)
                self.changed.emit()

    def look(self) -> None:
        """See whether what is being checked was settled meanwhile, on the disk only."""
        self._ask_when_due()

    def _not_settled(self, error: Exception) -> None:
        """Not being able to ask changes nothing: it is still being checked."""
        self._timer.start(_ASK_AGAIN_MS)

    def _is_ours(self, intent: OrderIntent) -> bool:
        fate = self._fates.get(intent.supplier_id)
        if fate is None or not fate.kind.is_looked_up or intent.account != self._account:
            return False
        return fate.reference in ("", intent.out_order_id, intent.intent_id)

    def _take_answer(self, intent: OrderIntent) -> None:
        """What an intent's state means for the screen."""
        kind = {
            IntentState.CREATED: FateKind.PLACED,
            IntentState.REFUSED: FateKind.REFUSED,
            IntentState.ABSENT: FateKind.NOT_SENT,
        }.get(intent.state, FateKind.DOUBTED if intent.said_no else FateKind.CHECKING)
        self._fates[intent.supplier_id] = Fate(
            kind,
            intent.supplier_id,
            intent.supplier_name,
            intent.approved_total,
            intent.order_ids,
            intent.intent_id,
            intent.out_order_id,
            _no_of(intent),
            failed_lines=intent.failed_lines,
            sums_differ=kind is FateKind.PLACED and intent.reason_code == SUMS_DIFFER,
        )
        if kind is FateKind.PLACED:
            self.ordered.emit(intent)


def _no_of(intent: OrderIntent) -> SourcingError | None:
    """What the platform said to an intent that is not an order."""
    if intent.said_no and intent.state in (IntentState.UNKNOWN, IntentState.REFUSED):
        return OutcomeUnknown(intent.out_order_id, intent.reason_code, intent.reason_text, said_no=True)
    return Refused(intent.reason_code, intent.reason_text) if intent.state is IntentState.REFUSED else None


def _tells_the_same(fate: Fate, intent: OrderIntent) -> bool:
    return fate.kind is FateKind.DOUBTED and intent.state.is_open
