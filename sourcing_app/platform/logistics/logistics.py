"""Parcels of an order and the steps they took."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sourcing_app.domain.ids import OrderId, ParcelId
from sourcing_app.domain.logistics import Parcel, TraceStep
from sourcing_app.errors import Refused
from sourcing_app.platform.logistics.parcel_rows import parcel_of
from sourcing_app.platform.transport import answers, calls
from sourcing_app.platform.transport.fields import Json, each, members, plain, rows, text, when

if TYPE_CHECKING:
    from sourcing_app.platform.transport.gateway import Gateway

_NOTHING_YET = frozenset({"500_2", "404"})
"""Codes that say "not shipped" or "no trace yet" rather than no. Source: contracts of both calls."""
_FIELDS = "company.name,sender,receiver,sendgood"
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Logistics:
    """Where the goods are. Raises what ``Gateway.read`` raises."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def parcels(self, order_id: OrderId, *, whole: bool = False) -> tuple[Parcel, ...]:
        """The shipments of an order, by parcel id; () before the first; whole: WholeParcels. Steps: see ``trace``.

        Contract: alibaba.trade.getLogisticsInfos.buyerView.
        """
        fields = {"orderId": order_id, "webSite": "1688", "fields": _FIELDS}
        try:
            payload = answers.answered_list(
                calls.LOGISTICS_INFOS, await self._gateway.read(calls.LOGISTICS_INFOS, fields), "logisticsId"
            )
        except Refused as error:
            if error.code in _NOTHING_YET:
                return ()
            raise
        read = parcel_of
        if whole:
            from sourcing_app.platform.logistics.logistics_facts import whole_parcel as read
        found, _ = each(payload, lambda row: read(row, order_id))
        return tuple(sorted(found, key=lambda parcel: parcel.parcel_id))

    async def trace(self, order_id: OrderId, parcel_id: ParcelId | None) -> tuple[TraceStep, ...]:
        """The steps of one parcel, or of all, oldest first; () when there is none yet. Times are China time.

        Contract: alibaba.trade.getLogisticsTraceInfo.buyerView. Raises Refused for orders older than a year.
        """
        fields = {"orderId": order_id, "webSite": "1688", "logisticsId": parcel_id}
        try:
            payload = await self._gateway.ask(calls.LOGISTICS_TRACE, fields)
        except Refused as error:
            if error.code in _NOTHING_YET:
                return ()
            raise
        traces = [members(row) for row in rows(payload)]
        wanted = [row for row in traces if parcel_id is None or text(row.get("logisticsId")) in ("", parcel_id)]
        steps = [step for row in wanted for step in each(rows(row.get("logisticsSteps")), _step)[0]]
        return tuple(sorted(steps, key=lambda step: step.at or _LONG_AGO))


def _step(row: dict[str, Json]) -> TraceStep:
    return TraceStep(when(row.get("acceptTime")), plain(row.get("remark")))
