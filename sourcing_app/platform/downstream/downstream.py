"""Reports about end-customer orders that take other calls, or another number of them, in the two dialects."""

from __future__ import annotations

from datetime import datetime

from sourcing_app.domain.account import Dialect
from sourcing_app.domain.done import Done
from sourcing_app.domain.downstream import DownstreamOrder, DownstreamShipment, DownstreamStatusReport, OrderRelation
from sourcing_app.platform.downstream import calls
from sourcing_app.platform.transport.gateway import Gateway


class Downstream:
    """Reports of a reseller. Each may be sent again with the same ids after a lost answer. All raise Refused, UnprovenNo, ..."""

    def __init__(self, gateway: Gateway) -> None:
        self._send = gateway.send
        self._is_live = gateway.account.dialect is Dialect.LIVE

    async def relate(self, relations: tuple[OrderRelation, ...]) -> Done:
        """Report which purchases serve which end-customer lines. Contract order.relation.write.

        Live, one call a pair; the older dialect takes the list. Raises Refused at the first pair refused: those before are
        written, and may be written again.
        """
        if not self._is_live:
            return await self._send(calls.RELATE, *relations)
        answer = Done()
        for relation in relations:
            answer = await self._send(calls.RELATE, relation)
        return answer

    async def report_order_status(self, report: DownstreamStatusReport, order: DownstreamOrder) -> Done:
        """Report that an end-customer order was completed, closed or refunded.

        Contract trade.cross.orderStatusSync (older dialect); live, ``order``, as it is now, is reported again with
        trade.cross.orderSync.
        """
        if self._is_live:
            return await self._send(calls.REPORT_ORDER, order)
        return await self._send(calls.REPORT_ORDER_STATUS, report)

    async def report_shipment_status(self, shipment: DownstreamShipment, changed_at: datetime) -> Done:
        """Report that a parcel to an end customer moved on.

        Contract trade.cross.logisticsStatusSync (older dialect); live, the shipment is reported again with
        trade.cross.logisticsOrderSync.
        """
        if self._is_live:
            return await self._send(calls.REPORT_SHIPMENT, shipment)
        return await self._send(calls.REPORT_SHIPMENT_STATUS, shipment, changed_at)
