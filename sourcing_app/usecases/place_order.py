"""Placing an order: one decision, at most one order, and never one that is forgotten.

The steps, each on the disk before the next: a fresh preview is compared with what was approved; the intent is saved and
synced; the request is sent, once; the answer is saved. Whatever stops the program in between leaves an open intent,
which ``SettleUnknownOrders`` brings to an end. Source: reliability.md, section 2; order_lifecycle.md, section 4.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from sourcing_app.domain.address import Address
from sourcing_app.domain.approval import Difference, differences, sum_is_known, total_with
from sourcing_app.domain.doubt import speaks_of_trouble
from sourcing_app.domain.ids import IntentId
from sourcing_app.domain.intent import (
    SUMS_DIFFER,
    CreatedOrder,
    CreateResult,
    IntentState,
    OrderIntent,
)
from sourcing_app.domain.matching import sums_differ
from sourcing_app.domain.order import Order
from sourcing_app.domain.preview import OrderChoice, OrderPreview
from sourcing_app.errors import (
    AlreadySending,
    InvalidInput,
    NotPermitted,
    OutcomeUnknown,
    PriceChanged,
    Refused,
    SignInNeeded,
    SourcingError,
    StoreUnavailable,
    Throttled,
    UnprovenNo,
)
from sourcing_app.platform.addresses import calls as address_calls
from sourcing_app.platform.orders import calls as order_calls
from sourcing_app.usecases.failpoints import At, pass_by
from sourcing_app.usecases.look_up import LookUp
from sourcing_app.usecases.read_orders import read_and_keep
from sourcing_app.usecases.session import Session
from sourcing_app.usecases.unrecorded_orders import FoundAgain, UnrecordedOrders

LONGEST_MESSAGE = 500
"""Characters. Source: contract alibaba.trade.createCrossOrder, message."""

_READ_S = 8.0
"""So long the orders made are waited for, to be shown in full at once."""

_DEFINITE = (Refused, Throttled, SignInNeeded, NotPermitted)
"""After these nothing was made; after anything else an order may exist. Which codes make a Refused: ``Call.definite``."""

_LIST_LAGS = timedelta(seconds=10)
"""So long after sending a look-up that finds nothing says little, where the platform itself spoke of a time-out or the like."""


class PlaceOrder:
    """Places approved previews. at: told each step, see ``failpoints``."""

    def __init__(self, session: Session, at: At = pass_by) -> None:
        self._session = session
        self._at = at
        self._unrecorded = UnrecordedOrders(session)
        self._found_again = FoundAgain(session)
        self._look_up = LookUp(session)
        self._busy: set[tuple[str, str]] = set()

    async def __call__(self, preview: OrderPreview, choice: OrderChoice) -> OrderIntent:
        """Makes the order that was approved. Returns the intent, CREATED.

        Raises PriceChanged: not as approved any more, or the same goods were ordered by a program that forgot it (see
        ``UnrecordedOrders``); nothing was sent. AlreadySending: a line of it is on its way or not
        settled. OutcomeUnknown: it may exist; settle before trying again; after a no that proves nothing (said_no) the
        same goods may be ordered again, for which one more look-up must find nothing. Refused, SignInNeeded, Throttled,
        NotPermitted: nothing was made. StoreUnavailable: the intent could not be saved, nothing was sent. InvalidInput: see
        ``_check``.
        """
        self._check(preview, choice)
        keys = {(line.offer_id, line.spec_id) for line in preview.lines}
        if keys & self._busy:
            raise AlreadySending(())
        self._busy |= keys
        try:
            return await self._place(preview, choice)
        finally:
            self._busy -= keys

    def _check(self, preview: OrderPreview, choice: OrderChoice) -> None:
        """Raises InvalidInput: account "other"; preview "not_placeable", "no_lines"; trade_mode "not_offered";
        promotion "not_offered", "sum_unknown"; message "too_long". See also ``_refuse_second``."""
        if preview.account != self._session.key:
            raise InvalidInput("account", "other", account=preview.account)
        if not preview.lines:
            raise InvalidInput("preview", "no_lines")
        if not preview.placeable:
            raise InvalidInput("preview", "not_placeable", refused=preview.refused_lines)
        for part in preview.parts:
            if choice.trade_mode not in {mode.code for mode in part.trade_modes if mode.usable}:
                raise InvalidInput("trade_mode", "not_offered", trade_mode=choice.trade_mode)
        offered = {each.promotion_id for part in preview.parts for each in part.promotions}
        if choice.promotion_id and choice.promotion_id not in offered:
            raise InvalidInput("promotion", "not_offered", promotion=choice.promotion_id)
        if not sum_is_known(preview, choice):
            raise InvalidInput("promotion", "sum_unknown", promotion=choice.promotion_id)
        if len(choice.message) > LONGEST_MESSAGE:
            raise InvalidInput("message", "too_long", longest=LONGEST_MESSAGE)

    async def _place(self, preview: OrderPreview, choice: OrderChoice) -> OrderIntent:
        session = self._session
        self._at("approved")
        await self._refuse_open(preview)
        await self._refuse_second(preview)
        await self._found_again.refuse(preview)
        await self._unrecorded.refuse(preview)
        fresh = await session.platform.orders.preview(
            preview.lines, preview.address, preview.supplier_id, preview.supplier_name
        )
        changed = (*differences(preview, fresh), *await self._address_differences(preview.address))
        if changed:
            raise PriceChanged(changed)
        self._check(fresh, choice)
        approved, now = total_with(preview, choice), total_with(fresh, choice)
        if approved != now:  # equal sums, but a reduction is explained in another way than it was
            raise PriceChanged((("total", approved.as_text(), now.as_text()),))
        self._at("compared")
        intent = replace(self._intent(fresh, choice), previewed_at=preview.previewed_at)
        session.sending.add(intent.intent_id)
        try:
            await session.ledger.intents.open(intent)
            self._at("intent_saved")
            try:
                result = await self._send(intent)
            except OutcomeUnknown as unknown:
                return await self._found_at_once(intent, unknown)
            self._at("answered")
            created = await self._save(intent, result)
        finally:
            session.sending.discard(intent.intent_id)
        self._at("outcome_saved")
        orders = await self._read(created)
        self._at("order_read")
        return await self._compare_read(created, result, orders)

    async def _refuse_open(self, preview: OrderPreview) -> None:
        """Raises AlreadySending early; the database itself refuses once more when the intent is saved."""
        keys = {(line.offer_id, line.spec_id) for line in preview.lines}
        open_ones = await self._session.ledger.intents.open_ones(self._session.key)
        common = [intent for intent in open_ones if keys & {(line.offer_id, line.spec_id) for line in intent.lines}]
        left = [intent.intent_id for intent in common if not await self._is_closed_by_last_look(intent)]
        if left:
            raise AlreadySending(tuple(left))

    async def _refuse_second(self, preview: OrderPreview) -> None:
        """One preview, one order (M30). Raises InvalidInput("preview", "placed"): whoever wants the same once more looks at a
        new preview first. One whose order was definitely not made may be placed again."""
        keys = {(line.offer_id, line.spec_id) for line in preview.lines}
        for intent in await self._session.ledger.intents.of_preview(self._session.key, preview.previewed_at):
            same = keys == {(line.offer_id, line.spec_id) for line in intent.lines}
            if same and intent.state is IntentState.CREATED:
                raise InvalidInput("preview", "placed", orders=intent.order_ids)

    async def _is_closed_by_last_look(self, intent: OrderIntent) -> bool:
        """An intent that was answered with a no is in nobody's way once a last look-up under its key finds nothing; one that
        was answered with silence is. Raises what reading raises: without an answer nothing may be sent."""
        session = self._session
        if not intent.said_no or intent.intent_id in session.sending:
            return False
        age = session.clock() - intent.created_at
        if speaks_of_trouble(intent.reason_code, intent.reason_text) and timedelta(0) <= age < _LIST_LAGS:
            return False
        looked = await self._look_up(intent)
        if not looked.state.is_open or looked.candidates:
            return False
        await session.ledger.intents.mark_refused(
            looked.intent_id, looked.reason_code, looked.reason_text, session.clock()
        )
        await self._note("order_refused_in_doubt", looked, looked.reason_code)
        return True

    async def _address_differences(self, approved: Address) -> tuple[Difference, ...]:
        """A saved address is ordered by its id alone: what stands behind the id must still be what was approved."""
        if approved.address_id is None:
            return ()
        saved = await self._session.platform.send(address_calls.SAVED)
        now = next((address for address in saved if address.address_id == approved.address_id), None)
        if now is not None and replace(now, is_default=approved.is_default) == approved:
            return ()
        return (("address", approved.in_full, now.in_full if now is not None else ""),)

    def _intent(self, preview: OrderPreview, choice: OrderChoice) -> OrderIntent:
        session, now = self._session, self._session.clock()
        out_order_id = session.new_key(now)
        return OrderIntent(
            intent_id=IntentId(out_order_id),
            out_order_id=out_order_id,
            account=self._session.key,
            state=IntentState.SENDING,
            supplier_id=preview.supplier_id,
            supplier_name=preview.supplier_name,
            lines=preview.lines,
            address=preview.address,
            choice=choice,
            approved_total=total_with(preview, choice),
            approved_freight=preview.freight,
            request=self._session.platform.orders.create_request(preview, choice, out_order_id),
            created_at=now,
        )

    async def _send(self, intent: OrderIntent) -> CreateResult:
        """Sends once. After a definite no the intent is closed; after anything else it is unknown."""
        session = self._session
        try:
            return await session.platform.send(order_calls.CREATE, intent.request)
        except _DEFINITE as no:
            code, text = (no.code, no.text) if isinstance(no, Refused) else (type(no).__name__, str(no))
            await session.ledger.intents.mark_refused(intent.intent_id, code, text, session.clock())
            await self._note("order_refused", intent, code)
            raise
        except UnprovenNo as no:
            await self._mark_doubted(intent, no)
            raise OutcomeUnknown(intent.out_order_id, no.code, no.text, said_no=True) from no
        except SourcingError as error:
            await self._mark_unknown(intent)
            raise OutcomeUnknown(intent.out_order_id) from error
        except BaseException:  # a bug or a cancelled task: it may have been sent all the same
            await self._mark_unknown(intent)
            raise

    async def _mark_unknown(self, intent: OrderIntent) -> None:
        """A disk that says no changes nothing: an intent left as SENDING counts as unknown."""
        with suppress(StoreUnavailable):
            await self._session.ledger.intents.mark_unknown(intent.intent_id)
        await self._note("order_unknown", intent, "")

    async def _mark_doubted(self, intent: OrderIntent, no: UnprovenNo) -> None:
        with suppress(StoreUnavailable):
            await self._session.ledger.intents.mark_doubted(intent.intent_id, no.code, no.text)
        await self._note("order_doubted", intent, no.code)

    async def _found_at_once(self, intent: OrderIntent, unknown: OutcomeUnknown) -> OrderIntent:
        """After a no that proves nothing the key is looked up before anything is told. Raises the unknown where that finds
        nothing, or cannot be done; a lost answer is looked up later, by whoever settles."""
        if not unknown.said_no:
            raise unknown
        with suppress(SourcingError, TimeoutError):
            async with asyncio.timeout(_READ_S):
                looked = await self._look_up(intent)
            if looked.state is IntentState.CREATED:
                return looked
        raise unknown

    async def _save(self, intent: OrderIntent, result: CreateResult) -> OrderIntent:
        """Raises OutcomeUnknown when the order was made but the disk said no: it will be found again by its key."""
        reason = SUMS_DIFFER if sums_differ(intent, result) else ""
        try:
            created = await self._session.ledger.intents.mark_created(
                intent.intent_id, result, self._session.clock(), reason
            )
        except StoreUnavailable as error:
            raise OutcomeUnknown(intent.out_order_id) from error
        await self._note("order_created", created, reason)
        return created

    async def _read(self, created: OrderIntent) -> tuple[Order, ...]:
        """The orders made; () where that takes long: they are safe on the disk, and the buyer waits to hear so. More than were
        made are looked for under the same key."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_READ_S):
                with suppress(SourcingError):
                    await self._look_up.doubles_of(created)
                return await read_and_keep(self._session, created.order_ids)
        return ()

    async def _compare_read(self, created: OrderIntent, told: CreateResult, orders: tuple[Order, ...]) -> OrderIntent:
        """Where the reply left sums out, the orders themselves tell them (M10)."""
        if all(order.total is not None for order in told.orders) or len(orders) < len(told.orders):
            return created
        read = tuple(CreatedOrder(order.order_id, order.total, order.freight) for order in orders)
        if not sums_differ(created, replace(told, orders=read)):
            return created
        with suppress(StoreUnavailable):
            return await self._session.ledger.intents.mark_reason(created.intent_id, SUMS_DIFFER)
        return replace(created, reason_code=SUMS_DIFFER)

    async def _note(self, kind: str, intent: OrderIntent, code: str) -> None:
        facts = {
            "out_order_id": intent.out_order_id,
            "orders": ", ".join(intent.order_ids),
            "total": intent.approved_total.as_text(),
            "code": code,
        }
        with suppress(StoreUnavailable):  # the intent itself tells the same
            await self._session.ledger.journal.append(
                intent.account, kind, intent.supplier_name, facts, self._session.clock()
            )
