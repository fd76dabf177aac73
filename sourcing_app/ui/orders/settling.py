"""Orders whose fate is not known, and those that were refused: asked about by themselves, decided by a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import IntentId, OrderId
from sourcing_app.domain.intent import IntentState, OrderIntent
from sourcing_app.ui.account_part import AccountPart
from sourcing_app.ui.format import money_text
from sourcing_app.ui.notices import Notice, Severity, notice_of
from sourcing_app.ui.orders.asking import Question
from sourcing_app.usecases.session import utc_now

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

LOOK_EVERY_MS = 10_000
ASK_AGAIN_MS = 15_000
"""So long after asking could not be done at all."""

REFUSED_FOR = timedelta(days=7)
"""So long a refusal nobody has put away stays on the page."""

_LATELY = 50


@dataclass(frozen=True, slots=True)
class Unsettled:
    """open_ones: not known yet; refused: newest first; due_s: when asking makes sense again, None when nothing is open."""

    open_ones: tuple[OrderIntent, ...] = ()
    refused: tuple[OrderIntent, ...] = ()
    due_s: float | None = None


async def read_unsettled(use_cases: UseCases) -> Unsettled:
    """From disk."""
    recent = await use_cases.list_orders.recent_intents(_LATELY)
    refused = tuple(intent for intent in recent if intent.state is IntentState.REFUSED)
    open_ones = await use_cases.settle_unknown_orders.open_ones()
    return Unsettled(open_ones, refused, await use_cases.settle_unknown_orders.next_due_s())


class Settling(AccountPart):
    """changed: other intents, or they say something else; settled: orders were found, so the list has news."""

    changed = Signal()
    settled = Signal()
    asked = Signal(object)
    noticed = Signal(object)

    def __init__(self, parent: QObject | None = None, clock: Callable[[], datetime] = utc_now) -> None:
        super().__init__(parent)
        self._clock = clock
        self._unsettled = Unsettled()
        self._failed = False
        self.put_away: set[IntentId] = set()
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._ask_due)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self.look)

    def attach(self, use_cases: UseCases) -> None:
        """Ask at once what an earlier run left open, then whenever it is due."""
        super().attach(use_cases)
        self._unsettled = Unsettled()
        self._look.start()
        self.changed.emit()
        self.look()
        self._ask_due()

    def detach(self) -> None:
        """Ask nothing more."""
        super().detach()
        self._look.stop()
        self._due.stop()
        self.tasks.forget("look")
        self.tasks.forget("ask")
        self.changed.emit()

    @property
    def open_ones(self) -> tuple[OrderIntent, ...]:
        """Not known yet."""
        return self._unsettled.open_ones

    @property
    def refused(self) -> tuple[OrderIntent, ...]:
        """Refused lately, and not put away."""
        oldest = self._clock() - REFUSED_FOR
        found = self._unsettled.refused
        return tuple(each for each in found if each.created_at > oldest and each.intent_id not in self.put_away)

    @property
    def asking(self) -> bool:
        """Whether 1688 is being asked."""
        return self.tasks.is_running("ask")

    def look(self) -> None:
        """What is open on disk: another page may have placed orders."""
        self._start("look", read_unsettled, self._show)

    def ask_now(self) -> None:
        """Ask 1688 about all of them, due or not."""
        if self.asking:
            return
        if self._start("ask", lambda uses: uses.settle_unknown_orders(now=True), self._told, self._not_told):
            self.changed.emit()

    def put_refusal_away(self, intent_id: IntentId) -> None:
        """The person has read it."""
        self.put_away.add(intent_id)
        self.changed.emit()

    def ask_absent(self, intent: OrderIntent) -> None:
        """Only a person decides that an order does not exist; the question names it."""
        self.asked.emit(
            Question(
                "intent.absent",
                self.tr("Does this order not exist at 1688?"),
                self.tr(
                    "Look at your orders on 1688 first. Once you say that it does not exist, its goods can be ordered again;"
                    " if it does exist after all, they would be bought twice."
                ),
                self.tr("It does not exist"),
                self.tr("Keep checking"),
                partial(self._decide_absent, intent.intent_id),
                self._facts(intent),
                is_danger=True,
            )
        )

    def ask_created(self, intent: OrderIntent, order_ids: tuple[OrderId, ...]) -> None:
        """A person says which of the orders found are this one."""
        if not order_ids:
            return
        title = self.tr("Is this your order?") if len(order_ids) == 1 else self.tr("Are these your order?")
        self.asked.emit(
            Question(
                "intent.created",
                title,
                self.tr("They are then kept as what became of the order you sent, and its lines leave the cart."),
                self.tr("Yes, it is mine"),
                self.tr("Keep checking"),
                partial(self._decide_created, intent.intent_id, order_ids),
                (*self._facts(intent), *((self.tr("Found"), "", order_id) for order_id in order_ids)),
            )
        )

    # --- inside -----------------------------------------------------------------------------------------------------

    def _facts(self, intent: OrderIntent) -> tuple[tuple[str, str, str], ...]:
        return (
            (self.tr("Supplier"), "", intent.supplier_name),
            (self.tr("Total"), "", money_text(intent.approved_total)),
            (self.tr("Our reference"), "", intent.out_order_id),
        )

    def _ask_due(self) -> None:
        if self.attached and not self.asking:
            self._failed = False
            self._start("ask", lambda uses: uses.settle_unknown_orders(), self._told, self._not_reached)

    def _show(self, unsettled: Unsettled) -> None:
        gone = _ids(self._unsettled.open_ones) - _ids(unsettled.open_ones)
        gone |= _ids(self._unsettled.refused) - _ids(unsettled.refused)  # an order of it turned up after all
        before, self._unsettled = self._unsettled, unsettled
        is_new = (before.open_ones, before.refused) != (unsettled.open_ones, unsettled.refused)
        if unsettled.due_s is not None and not self._failed:
            self._due.start(max(50, round(unsettled.due_s * 1000) + 20))
        if gone:
            self.settled.emit()
        if is_new:
            self.changed.emit()

    def _told(self, intents: tuple[OrderIntent, ...]) -> None:
        for intent in intents:
            if intent.state is IntentState.CREATED:
                self._tell_created(intent)
        self.look()
        self.changed.emit()

    def _tell_created(self, intent: OrderIntent) -> None:
        sentence = self.tr("The order to {0} exists: {1}.")
        text = sentence.format(isolated(intent.supplier_name), ", ".join(intent.order_ids))
        self.noticed.emit(Notice(text, Severity.GOOD, cause=f"settled {intent.intent_id}"))

    def _not_reached(self, error: Exception) -> None:
        """By itself it asks again after a while, without a word: the list tells when there is no connection."""
        self._failed = True
        self._due.start(ASK_AGAIN_MS)
        self.look()
        self.changed.emit()

    def _not_told(self, error: Exception) -> None:
        """Not being able to ask changes nothing: it is still being checked."""
        self.noticed.emit(notice_of(error))
        self.look()
        self.changed.emit()

    def _decide_absent(self, intent_id: IntentId, code: str, remark: str) -> None:
        self._start_money(
            f"decide {intent_id}",
            lambda uses: uses.settle_unknown_orders.decide_absent(intent_id),
            self._decided,
            self._not_told,
        )

    def _decide_created(self, intent_id: IntentId, order_ids: tuple[OrderId, ...], code: str, remark: str) -> None:
        self._start_money(
            f"decide {intent_id}",
            lambda uses: uses.settle_unknown_orders.decide_created(intent_id, order_ids),
            self._decided,
            self._not_told,
        )

    def _decided(self, intent: OrderIntent) -> None:
        if intent.state is IntentState.CREATED:
            self._tell_created(intent)
        else:
            sentence = self.tr("The order to {0} counts as not made. Its goods can be ordered again.")
            text = sentence.format(isolated(intent.supplier_name))
            self.noticed.emit(Notice(text, Severity.INFO, cause=f"settled {intent.intent_id}"))
        self.look()


def _ids(intents: tuple[OrderIntent, ...]) -> set[IntentId]:
    return {each.intent_id for each in intents}
