"""Orders that may exist without a record here, after the ledger was lost: looked for before the same goods are ordered.

The ledger's intents guard against a second order only as long as they are there. Where they may be missing (``Gap``), the
platform's own list is asked first, and what it shows is put before the buyer, who decides again.
"""

from __future__ import annotations

from collections.abc import Iterator

from sourcing_app.domain.approval import ORDERED, Difference
from sourcing_app.domain.gap import Gap
from sourcing_app.domain.ids import OfferId, OrderId, SpecId
from sourcing_app.domain.order import Order, OrderFilter, OrderStatus
from sourcing_app.domain.preview import OrderPreview
from sourcing_app.errors import PriceChanged
from sourcing_app.platform.orders import calls as order_calls
from sourcing_app.usecases.own_orders import living, take_in
from sourcing_app.usecases.session import Session

LineKey = tuple[OfferId, SpecId]
_PAGE_SIZE = 50
_MOST_PAGES = 200


class UnrecordedOrders:
    """Asks the platform's list while the ledger has a gap. An order that was shown once is not in the way of the same goods
    again."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._shown: set[tuple[OrderId, LineKey]] = set()

    async def refuse(self, preview: OrderPreview) -> None:
        """Raises PriceChanged for orders of any of these goods that the buyer was not shown yet, and what reading raises:
        without an answer nothing may be sent."""
        session = self._session
        gap = await session.ledger.gaps.open_one(session.key)
        if gap is None:
            return
        now = session.clock()
        found = living(await self._listed(gap))
        news = [order for order in found if self._to_show(order, preview) and not await self._is_later(order, gap)]
        if news:
            self._shown |= {each for order in news for each in self._to_show(order, preview)}
            raise PriceChanged(tuple(_told(news)))
        if gap.is_over(now):
            await session.ledger.gaps.close(session.key, now)

    def _to_show(self, order: Order, preview: OrderPreview) -> set[tuple[OrderId, LineKey]]:
        """The order with each of these goods that it has, without what was shown."""
        return {(order.order_id, key) for key in _common(order, preview)} - self._shown

    async def _listed(self, gap: Gap) -> list[Order]:
        """All since the gap began; in full where the list leaves the goods out."""
        send = self._session.platform.send
        found: list[Order] = []
        for number in range(1, _MOST_PAGES + 1):
            page = await send(
                order_calls.LIST, OrderFilter(created_from=gap.listed_from, page=number, page_size=_PAGE_SIZE)
            )
            found += [
                order if _tells_goods(order) else await send(order_calls.GET, order.order_id) for order in page.orders
            ]
            if not page.has_more:
                break
        return found

    async def _is_later(self, order: Order, gap: Gap) -> bool:
        """Whether it was made here after the ledger had been begun: then the buyer knows of it, and so does the ledger."""
        intents = self._session.ledger.intents
        intent = await intents.of_order(self._session.key, order.order_id)
        if intent is None and order.out_order_id is not None:
            intent = await intents.of_out_order_id(self._session.key, order.out_order_id)
        return intent is not None and intent.created_at >= gap.begun_at


class FoundAgain:
    """Orders of the ledger that the buyer did not know of when the preview was made: that carry the key of an intent that
    counted as not made (M29; each is shown once before the same goods are sent again), or of one that was found since (M05)."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._shown: set[OrderId] = set()

    async def refuse(self, preview: OrderPreview) -> None:
        """Raises PriceChanged for such orders of any of these goods: as long as they are not closed, and unpaid if they were
        told of before."""
        await self._refuse_found_since(preview)
        session = self._session
        keys = {(line.offer_id, line.spec_id) for line in preview.lines}
        same = [
            intent
            for intent in await session.ledger.intents.not_made(session.key)
            if keys & {(line.offer_id, line.spec_id) for line in intent.lines}
        ]
        if not same:
            return
        orders = await session.ledger.orders.under_keys(session.key, [intent.out_order_id for intent in same])
        told_of = {order_id for intent in same for order_id in intent.all_order_ids}
        await take_in(session, orders)
        news = [order for order in living(orders) if self._is_news(order, told_of)]
        if news:
            self._shown |= {order.order_id for order in news}
            raise PriceChanged(tuple(_told(news)))

    async def _refuse_found_since(self, preview: OrderPreview) -> None:
        """An order whose answer was lost may be found while the button for the same goods was already pressed, or waits for
        its turn: it is told of first, and a new preview is asked for."""
        session = self._session
        keys = {(line.offer_id, line.spec_id) for line in preview.lines}
        found = [
            intent
            for intent in await session.ledger.intents.made_of(session.key, (offer_id for offer_id, _ in keys))
            if intent.settled_at is not None
            and intent.created_at < preview.previewed_at <= intent.settled_at
            and keys & {(line.offer_id, line.spec_id) for line in intent.lines}
        ]
        ids = tuple(order_id for intent in found for order_id in intent.order_ids)
        known = await session.ledger.orders.get_all(session.key, ids)
        if news := living(each.value for each in known.values()):
            raise PriceChanged(tuple(_told(news)))

    def _is_news(self, order: Order, told_of: set[OrderId]) -> bool:
        if order.order_id in self._shown:
            return False
        return order.order_id not in told_of or order.status is OrderStatus.WAIT_PAY


def _tells_goods(order: Order) -> bool:
    return bool(order.entries) and all(entry.offer_id is not None for entry in order.entries)


def _common(order: Order, preview: OrderPreview) -> set[LineKey]:
    """The lines of the preview that the order has. Where it does not tell of which spec, it may be any of the offer's; where
    it does not tell of which offer, any at all."""
    goods = {(entry.offer_id, entry.spec_id) for entry in order.entries}
    keys = {(line.offer_id, line.spec_id) for line in preview.lines}
    if not _tells_goods(order):
        return keys
    return {key for key in keys if key in goods or (key[0], None) in goods}


def _told(orders: list[Order]) -> Iterator[Difference]:
    for order in orders:
        made = f", {order.created_at:%Y-%m-%d}" if order.created_at is not None else ""
        yield ORDERED, "", f"{order.order_id}{made}, {order.total.as_text()}"
