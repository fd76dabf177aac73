"""The ways of all parcels of an order, overseas legs included, parcel by parcel. Section 3.7.

``logistics.py`` gives the steps of one parcel, or of all in one line.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sourcing_app.domain.ids import OrderId, ParcelId
from sourcing_app.domain.logistics import OrderTrace, OverseasLeg, OverseasStep, ParcelTrace, TraceStep
from sourcing_app.errors import Refused
from sourcing_app.platform.transport import answers
from sourcing_app.platform.transport.calls import LOGISTICS_TRACE
from sourcing_app.platform.transport.envelope import flagged_yes, unexpected
from sourcing_app.platform.transport.fields import Json, each, id_text, members, optional, plain, rows, text, when
from sourcing_app.platform.transport.gateway import Gateway

_NOTHING_YET = "404"
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Traces:
    """Where everything of an order is."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def of_order(self, order_id: OrderId) -> OrderTrace:
        """Every parcel's steps; empty when there is no trace yet. Times are China time.

        Contract alibaba.trade.getLogisticsTraceInfo.buyerView. Raises Refused (order.createtime.history: older than a year).
        """
        fields = {"orderId": order_id, "webSite": "1688"}
        return decode_trace(await self._gateway.read(LOGISTICS_TRACE, fields), order_id)


def decode_trace(body: Json, order_id: OrderId) -> OrderTrace:
    """``logisticsTrace``, by parcel; its absence beside a yes, and 404, are no trace yet."""
    try:
        payload = answers.answer(LOGISTICS_TRACE, body)
    except Refused as refused:
        if refused.code == _NOTHING_YET:
            return OrderTrace()
        raise
    if payload is None and not flagged_yes(body):
        raise unexpected(LOGISTICS_TRACE, "no trace", body)
    top = members(body)
    found = top.get("logisticsTrace")
    if found is None:
        found = members(top.get("result")).get("logisticsTrace", top.get("result"))
    parcels, _ = each(rows(found), lambda row: _parcel(row, order_id))
    legs, _ = each(rows(top.get("crossPackageFulfillmentDTO")), lambda row: _leg(row, order_id))
    return OrderTrace(tuple(sorted(parcels, key=lambda parcel: parcel.parcel_id)), legs)


def _parcel(row: dict[str, Json], order_id: OrderId) -> ParcelTrace:
    parcel_id = text(row.get("logisticsId")) or text(row.get("logisticsBillNo"))
    if not parcel_id:
        raise ValueError("no parcel")
    steps, _ = each(rows(row.get("logisticsSteps")), _step)
    stages = (text(members(node).get("action")) for node in rows(row.get("traceNodeList")))
    return ParcelTrace(
        ParcelId(parcel_id),
        OrderId(id_text(row.get("orderId")) or order_id),
        optional(row.get("logisticsBillNo")),
        tuple(sorted(steps, key=lambda step: step.at or _LONG_AGO)),
        tuple(stage for stage in stages if stage),
    )


def _step(row: dict[str, Json]) -> TraceStep:
    words = plain(row.get("remark"))
    if not words:
        raise ValueError("a step without words")
    return TraceStep(when(row.get("acceptTime")), words)


def _leg(row: dict[str, Json], order_id: OrderId) -> OverseasLeg:
    waybill = text(row.get("crossMailNo"))
    if not waybill:
        raise ValueError("no waybill")
    steps, _ = each(rows(row.get("crossPackageTraceDTOList")), _overseas_step)
    return OverseasLeg(waybill, OrderId(id_text(row.get("orderId")) or order_id), steps)


def _overseas_step(row: dict[str, Json]) -> OverseasStep:
    node, trouble = members(row.get("traceNode")), members(row.get("traceException"))
    words = plain(row.get("nodeDetail")) or plain(node.get("traceNodeName"))
    return OverseasStep(
        when(row.get("nodeActionTime")),
        words,
        text(row.get("stageType")),
        text(row.get("carrierPartnerCode")),
        text(node.get("traceNodeCode")) or text(row.get("outTraceNodeCode")),
        optional(trouble.get("exceptionDesc")) or optional(trouble.get("exceptionCode")) or optional(row.get("opCode")),
        text(trouble.get("exceptionCode")),
        text(trouble.get("traceNodeCode")),
        text(row.get("opCode")),
        plain(node.get("traceNodeName")),
        text(row.get("outTraceNodeCode")),
        id_text(row.get("buyerUserId")),
    )
