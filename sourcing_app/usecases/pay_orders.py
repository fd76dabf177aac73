"""Paying, which happens on the platform's own page: what it costs is read once more, and the address is checked."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.money import Money, total
from sourcing_app.domain.order import Order, OrderStatus, PayLink
from sourcing_app.errors import (
    InvalidInput,
    NotPermitted,
    OrderDoubled,
    PaymentStarted,
    PriceChanged,
    Refused,
    UnsafeLink,
)
from sourcing_app.platform.payments import calls as payment_calls
from sourcing_app.usecases.look_up import LookUp
from sourcing_app.usecases.own_orders import living
from sourcing_app.usecases.read_orders import read_order
from sourcing_app.usecases.safe_link import check_pay_link, without_query
from sourcing_app.usecases.session import Session


class CheckLink(Protocol):
    """How an address is checked: ``check_pay_link``."""

    def __call__(self, url: str, gateway_url: str) -> str: ...


class PayOrders:
    """Pay pages for unpaid orders."""

    def __init__(self, session: Session, check_link: CheckLink = check_pay_link) -> None:
        self._session = session
        self._check_link = check_link
        self._look_up = LookUp(session)

    async def __call__(
        self, order_ids: tuple[OrderId, ...], approved: Money, *, again: bool = False, doubles_wanted: bool = False
    ) -> PayLink:
        """Where to pay these orders. Look at ``not_covered`` before opening: the page may leave orders out.

        approved: the sum on the button. again: the buyer knows that a page was opened before; doubles_wanted: that there
        are more orders than decisions, and wants them all.
        Raises PriceChanged: the orders cost something else now. PaymentStarted: a page was opened before (ask, then come
        again). InvalidInput("order", "not_payable"): not waiting for payment any more; the orders on disk are fresh then.
        OrderDoubled: the network made two orders of one decision, and one of them is among these (M28). UnsafeLink: nothing
        was opened.
        """
        if not order_ids:
            raise InvalidInput("order", "empty")
        orders = await self._refuse_paid(order_ids)
        await self._refuse_doubled(orders, wanted=doubles_wanted)
        if not again:
            await self._refuse_started(order_ids)
        amounts = {order_id: await self._amount(order_id) for order_id in order_ids}
        now = total(list(amounts.values()))
        if now != approved:
            raise PriceChanged((("total", approved.as_text(), now.as_text()),))
        link = await self._session.platform.send(payment_calls.LINK, order_ids)
        await self._check(link)
        await self._note_started(link, amounts)
        return link

    async def started(self, order_ids: tuple[OrderId, ...]) -> dict[OrderId, datetime]:
        """When a payment page was last opened, for those of the orders where one was. From disk."""
        return await self._session.ledger.orders.payments_started(self._session.key, order_ids)

    async def _refuse_paid(self, order_ids: tuple[OrderId, ...]) -> list[Order]:
        orders = []
        for order_id in order_ids:
            order = await read_order(self._session, order_id)
            if order.status is not OrderStatus.WAIT_PAY:
                raise InvalidInput("order", "not_payable", order_id=order_id, status=order.status)
            orders.append(order)
        return orders

    async def _refuse_doubled(self, orders: list[Order], *, wanted: bool) -> None:
        """Looks under the key of each order made here for more orders than it was meant to make."""
        session = self._session
        for key in dict.fromkeys(order.out_order_id for order in orders):
            intent = await session.ledger.intents.of_out_order_id(session.key, key) if key is not None else None
            if key is None or intent is None:
                continue
            intent = await self._look_up.doubles_of(intent)
            known = await session.ledger.orders.get_all(session.key, intent.all_order_ids)
            here = [order for order in orders if order.out_order_id == key]
            found = {order.order_id for order in living([*(each.value for each in known.values()), *here])}
            found |= set(intent.candidates)
            if len(found) <= max(1, len(intent.order_ids)):
                continue
            if not wanted:
                raise OrderDoubled(tuple(sorted(found)), key)
            await session.ledger.intents.mark_wanted(intent.intent_id)
            facts = {"out_order_id": key, "orders": ", ".join(sorted(found))}
            await session.ledger.journal.append(
                session.key, "doubles_wanted", intent.supplier_name, facts, session.clock()
            )

    async def _refuse_started(self, order_ids: tuple[OrderId, ...]) -> None:
        started = await self._session.ledger.orders.payments_started(self._session.key, order_ids)
        if started:
            raise PaymentStarted(tuple(started), max(started.values()))

    async def _amount(self, order_id: OrderId) -> Money:
        """What the order costs now. Sub-accounts may not ask for the ways to pay; the order itself says it too."""
        try:
            return (await self._session.platform.send(payment_calls.WAYS, order_id)).amount
        except (NotPermitted, Refused):
            return (await read_order(self._session, order_id)).total

    async def _check(self, link: PayLink) -> None:
        try:
            self._check_link(link.url, self._session.account.gateway_url)
        except UnsafeLink as refused:
            session = self._session
            facts = {"reason": refused.reason, "address": without_query(link.url)}
            await session.ledger.journal.append(session.key, "link_refused", "", facts, session.clock())
            raise

    async def _note_started(self, link: PayLink, amounts: dict[OrderId, Money]) -> None:
        session = self._session
        covered = tuple((order_id, amounts[order_id]) for order_id in link.covers if order_id in amounts)
        await session.ledger.orders.start_payment(session.key, covered, session.clock())
        facts = {
            "orders": ", ".join(order_id for order_id, _ in covered),
            "total": total([amount for _, amount in covered]).as_text(),
            "address": without_query(link.url),
        }
        await session.ledger.journal.append(session.key, "payment_started", "", facts, session.clock())
