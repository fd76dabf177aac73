"""Cancelling an unpaid order: what the order itself says afterwards is what counts."""

from __future__ import annotations

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.errors import OutcomeUnknown, SourcingError, UnexpectedReply, UnprovenNo, Unreachable
from sourcing_app.platform.orders import calls as order_calls
from sourcing_app.usecases.read_orders import read_order
from sourcing_app.usecases.session import Session


class CancelOrder:
    """Cancels orders."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def __call__(self, order_id: OrderId, reason: str, remark: str = "") -> Order:
        """Asks for the cancellation once and returns the order as it then is: only its status says whether it worked.

        Raises the platform's no when the order is still as it was (too early, paid meanwhile: the order on disk is fresh),
        OutcomeUnknown when neither answer nor order tells, with the platform's words where it said a no that proves nothing.
        """
        session = self._session
        facts = {"order": order_id, "reason": reason}
        await session.ledger.journal.append(session.key, "cancel_asked", "", facts, session.clock())
        try:
            await session.platform.send(order_calls.CANCEL, order_id, reason, remark)
        except SourcingError as error:
            return await self._read_after(order_id, error)
        return await self._read_after(order_id, None)

    async def _read_after(self, order_id: OrderId, error: SourcingError | None) -> Order:
        try:
            order = await read_order(self._session, order_id)
        except SourcingError as unread:
            raise OutcomeUnknown(order_id) from (error or unread)
        if order.status is OrderStatus.CANCELLED or error is None:
            return order
        if isinstance(error, UnprovenNo):
            if order.status is OrderStatus.WAIT_PAY:  # it may be about to be closed
                raise OutcomeUnknown(order_id, error.code, error.text, said_no=True) from error
            return order
        if isinstance(error, Unreachable | UnexpectedReply):
            raise OutcomeUnknown(order_id) from error
        raise error
