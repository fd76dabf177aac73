"""What became of an order intent: the platform's list is asked by our own key, and nothing is sent.

Only a single order with our key and exactly our lines is taken for ours; everything else is shown to a person. Source:
order_lifecycle.md, section 4, Recovery.
"""

from __future__ import annotations

from sourcing_app.domain.intent import SUMS_DIFFER, CreatedOrder, CreateResult, OrderIntent
from sourcing_app.domain.matching import is_ours, left_out, may_be_ours, sums_differ
from sourcing_app.domain.order import Order, OrderFilter
from sourcing_app.platform.orders import calls as order_calls
from sourcing_app.usecases.own_orders import take_in
from sourcing_app.usecases.session import Session

_PAGE_SIZE = 20


class LookUp:
    """Looks intents up."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def __call__(self, intent: OrderIntent) -> OrderIntent:
        """The intent as it is afterwards: CREATED when its order was found; else as it was, with what was found in
        candidates. Raises what reading raises."""
        read = await self.orders_under(intent.out_order_id)
        if not intent.state.is_open:
            return await self._of_closed(intent, read)
        found = [order for order in read if may_be_ours(order, intent)]
        ours = [order for order in found if is_ours(order, intent)]
        if len(found) == 1 and ours:
            return await self.adopt(intent, ours, "order_found")
        candidates = tuple(order.order_id for order in found)
        return await self._session.ledger.intents.mark_asked(intent.intent_id, candidates, self._session.clock())

    async def _of_closed(self, intent: OrderIntent, orders: list[Order]) -> OrderIntent:
        """What counts as refused is made after all by any order that carries its key."""
        await self._session.ledger.intents.mark_asked(intent.intent_id, (), self._session.clock())
        return await self.keep(intent, orders)

    async def doubles_of(self, intent: OrderIntent) -> OrderIntent:
        """The intent after a look for more orders under its key (M28). Raises what reading raises."""
        return await self.keep(intent, await self.orders_under(intent.out_order_id))

    async def keep(self, intent: OrderIntent, orders: list[Order]) -> OrderIntent:
        """Keeps orders found under the intent's key; the intent as it is afterwards."""
        session = self._session
        await session.ledger.orders.save(session.key, orders, session.clock())
        await take_in(session, orders)
        return await session.ledger.intents.get(intent.intent_id) or intent

    async def orders_under(self, out_order_id: str) -> list[Order]:
        """The orders that the platform lists under a key of ours, each read in full. One whose key it does not tell is among
        them: the list was asked for this one alone."""
        send = self._session.platform.send
        page = await send(order_calls.LIST, OrderFilter(out_order_id=out_order_id, page_size=_PAGE_SIZE))
        rows = [order for order in page.orders if order.out_order_id in (None, out_order_id)]
        return [await send(order_calls.GET, order.order_id) for order in rows]

    async def adopt(self, intent: OrderIntent, orders: list[Order], kind: str) -> OrderIntent:
        """These orders are what became of the intent; kind: of the entry in the audit trail."""
        session = self._session
        made = tuple(CreatedOrder(order.order_id, order.total, order.freight) for order in orders)
        result = CreateResult(made, left_out(orders, intent))
        await session.ledger.orders.save(session.key, orders, session.clock())
        reason = SUMS_DIFFER if sums_differ(intent, result) else ""
        created = await session.ledger.intents.mark_created(intent.intent_id, result, session.clock(), reason)
        facts = {"out_order_id": created.out_order_id, "orders": ", ".join(created.order_ids)}
        await session.ledger.journal.append(created.account, kind, created.supplier_name, facts, session.clock())
        return created
