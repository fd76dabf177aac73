"""Finding out what became of orders whose answer was lost.

The platform's list is asked by our own key, first after a while, then ever more seldom (see ``LookUp``). Nothing is ever
sent again.
Source: order_lifecycle.md, section 4, Recovery.
"""

from __future__ import annotations

from datetime import timedelta

from sourcing_app.domain.ids import IntentId, OrderId
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.errors import (
    InvalidInput,
    NotPermitted,
    SignInNeeded,
    SourcingError,
    StoreUnavailable,
    Throttled,
    Unreachable,
)
from sourcing_app.platform.orders import calls as order_calls
from sourcing_app.usecases.look_up import LookUp
from sourcing_app.usecases.session import Session

FIRST_WAIT_S = 10.0
_LONGEST_WAIT_S = 600.0
DOUBTED_FOR = timedelta(days=1)
"""So long an order is looked for after a no that proves nothing; then it counts as refused."""

_OF_ALL = (Unreachable, Throttled, SignInNeeded, NotPermitted, StoreUnavailable)
"""With one of these there is no use in asking about the next intent."""


class SettleUnknownOrders:
    """Settles the open intents of one account. first_wait_s: how long after sending the platform is asked at the earliest."""

    def __init__(self, session: Session, first_wait_s: float = FIRST_WAIT_S) -> None:
        self._session = session
        self._first_wait_s = first_wait_s
        self._look_up = LookUp(session)

    async def __call__(self, *, now: bool = False) -> tuple[OrderIntent, ...]:
        """Asks about every unknown intent whose time has come (all of them if now), and about those that were closed in
        doubt. Returns those asked about, as they are afterwards: CREATED, or as they were with what was found in candidates;
        REFUSED where the platform had said no and nothing was found for a day.

        One that cannot be asked about keeps neither the others from being settled nor what was settled from being told.
        Raises what reading raises where no question was answered.
        """
        asked: list[OrderIntent] = []
        failed: SourcingError | None = None
        for intent in await self._watched():
            if now or self._due_in_s(intent) <= 0:
                try:
                    asked.append(await self._settle(intent))
                except _OF_ALL as error:
                    failed = error
                    break
                except SourcingError as error:
                    failed = error
                    await self._session.ledger.intents.mark_asked(
                        intent.intent_id, intent.candidates, self._session.clock()
                    )
        if failed is not None and not asked:
            raise failed
        return tuple(asked)

    async def open_ones(self) -> tuple[OrderIntent, ...]:
        """The intents that are not settled and not being sent at this moment."""
        open_ones = await self._session.ledger.intents.open_ones(self._session.key)
        return tuple(intent for intent in open_ones if intent.intent_id not in self._session.sending)

    async def next_due_s(self) -> float | None:
        """Seconds until asking makes sense again; 0 for at once, None when nothing is open."""
        waits = [self._due_in_s(intent) for intent in await self._watched()]
        return max(0.0, min(waits)) if waits else None

    async def decide_absent(self, intent_id: IntentId) -> OrderIntent:
        """A person looked at the platform and found no such order. The lines may be ordered again, under a new key."""
        intent = await self._open(intent_id)
        await self._note("order_decided_absent", intent)
        return await self._session.ledger.intents.mark_absent(intent_id, self._session.clock())

    async def decide_created(self, intent_id: IntentId, order_ids: tuple[OrderId, ...]) -> OrderIntent:
        """A person says which of the candidates are this order. Raises InvalidInput for an id that is not one of them."""
        intent = await self._open(intent_id)
        if not order_ids or not set(order_ids) <= set(intent.candidates):
            raise InvalidInput("order", "not_a_candidate")
        orders = [await self._session.platform.send(order_calls.GET, order_id) for order_id in order_ids]
        created = await self._look_up.adopt(intent, orders, "order_decided_created")
        others = [order_id for order_id in intent.candidates if order_id not in order_ids]
        return await self._session.ledger.intents.mark_doubled(intent_id, others) if others else created

    async def _watched(self) -> tuple[OrderIntent, ...]:
        """The open ones, and those that a last look-up closed though no listed code had proved the no: for a day."""
        since = self._session.clock() - DOUBTED_FOR
        doubted = await self._session.ledger.intents.refused_in_doubt(self._session.key, since)
        return (*await self.open_ones(), *doubted)

    async def _settle(self, intent: OrderIntent) -> OrderIntent:
        asked = await self._look_up(intent)
        if asked.state.is_open and asked.said_no and not asked.candidates and self._is_old(asked):
            await self._note("order_refused_in_doubt", asked)
            return await self._session.ledger.intents.mark_refused(
                asked.intent_id, asked.reason_code, asked.reason_text, self._session.clock()
            )
        return asked

    def _is_old(self, intent: OrderIntent) -> bool:
        return self._session.clock() - intent.created_at >= DOUBTED_FOR

    async def _open(self, intent_id: IntentId) -> OrderIntent:
        """Raises InvalidInput: intent "unknown", "settled", "sending"."""
        intent = await self._session.ledger.intents.get(intent_id)
        if intent is None or intent.account != self._session.key:
            raise InvalidInput("intent", "unknown")
        if not intent.state.is_open:
            raise InvalidInput("intent", "settled")
        if intent_id in self._session.sending:
            raise InvalidInput("intent", "sending")
        return intent

    def _due_in_s(self, intent: OrderIntent) -> float:
        """Each wait is as long as all before it together. A clock that was set back makes it due."""
        now = self._session.clock()
        asked = intent.last_asked_at
        since = now - (asked or intent.created_at)
        if since < timedelta(0):
            return 0.0
        waited = (asked - intent.created_at).total_seconds() if asked is not None else 0.0
        wait_s = min(max(self._first_wait_s, waited), _LONGEST_WAIT_S)
        return wait_s - since.total_seconds()

    async def _note(self, kind: str, intent: OrderIntent) -> None:
        facts = {"out_order_id": intent.out_order_id, "orders": ", ".join(intent.order_ids)}
        await self._session.ledger.journal.append(
            intent.account, kind, intent.supplier_name, facts, self._session.clock()
        )
