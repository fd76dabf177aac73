"""One order with its parcels."""

from __future__ import annotations

from dataclasses import replace

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.domain.logistics import Parcel
from sourcing_app.domain.order import Order
from sourcing_app.errors import NotPermitted, Refused, UnexpectedReply
from sourcing_app.platform.logistics import calls as logistics_calls
from sourcing_app.usecases.read_orders import read_order
from sourcing_app.usecases.session import Session


class OpenOrder:
    """Orders by id."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def __call__(self, order_id: OrderId) -> Order:
        """The order as it is now, kept for later."""
        return await read_order(self._session, order_id)

    async def cached(self, order_id: OrderId) -> tuple[Aged[Order], Aged[tuple[Parcel, ...]] | None] | None:
        """The order and its parcels as last read; None if it was never seen."""
        orders = self._session.ledger.orders
        order = await orders.get(self._session.key, order_id)
        return (order, await orders.parcels(self._session.key, order_id)) if order is not None else None

    async def parcels(self, order_id: OrderId) -> tuple[Parcel, ...]:
        """The parcels with their steps as they are now, kept for later; () before anything was shipped.

        Steps that cannot be read now stay as they were last known.
        """
        session = self._session
        known = await session.ledger.orders.parcels(session.key, order_id)
        before = {parcel.parcel_id: parcel for parcel in known.value} if known is not None else {}
        parcels = [
            await self._with_steps(parcel, before.get(parcel.parcel_id))
            for parcel in await session.platform.send(logistics_calls.PARCELS, order_id)
        ]
        await session.ledger.orders.save_parcels(session.key, order_id, tuple(parcels), session.clock())
        return tuple(parcels)

    async def intent(self, order_id: OrderId) -> OrderIntent | None:
        """The intent that made the order; None for one made elsewhere."""
        return await self._session.ledger.intents.of_order(self._session.key, order_id)

    async def _with_steps(self, parcel: Parcel, before: Parcel | None) -> Parcel:
        if parcel.waybill is None:
            return parcel
        try:
            trace = await self._session.platform.send(logistics_calls.TRACE, parcel.order_id, parcel.parcel_id)
            steps = trace.steps_of(parcel.parcel_id)
        except (Refused, NotPermitted, UnexpectedReply):
            steps = before.steps if before is not None else ()
        return replace(parcel, steps=steps)
