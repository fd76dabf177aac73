"""Parcels, the ways they took, and carriers: parameters out, answers in. Sections 3.6, 3.7 and 5.3. Times are China time."""

from __future__ import annotations

from datetime import UTC, datetime

from sourcing_app.domain.carrier import Carrier
from sourcing_app.domain.ids import EntryId, OrderId, ParcelId
from sourcing_app.domain.logistics import (
    OrderTrace,
    OverseasLeg,
    OverseasStep,
    Parcel,
    ParcelItem,
    ParcelTrace,
    TraceStep,
)
from sourcing_app.errors import Refused
from sourcing_app.platform.refunds.refund_records import carrier
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.fields import (
    Json,
    count,
    each,
    id_text,
    members,
    optional,
    plain,
    rows,
    text,
    when,
)
from sourcing_app.platform.transport.response import Response

_NOTHING_YET = frozenset({"500_2", "404"})
"""Codes that say "not shipped" or "no trace yet" rather than no. Source: contracts of both calls."""
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def parcel_fields(order_id: OrderId) -> Fields:
    """The shipments of an order."""
    return {"orderId": order_id, "webSite": "1688", "fields": "company.name,sender,receiver,sendgood"}


def parcels(response: Response) -> tuple[Parcel, ...]:
    """By parcel id; () before the first. Their steps: ``trace``."""
    order_id = order_asked(response)
    found, _ = each(parcel_rows(response), lambda row: parcel_of(row, order_id))
    return tuple(sorted(found, key=lambda parcel: parcel.parcel_id))


def parcel_rows(response: Response) -> list[Json]:
    """What stands for parcels in an answer; none where nothing was shipped yet."""
    try:
        return response.strict_list("logisticsId")
    except Refused as refused:
        if refused.code in _NOTHING_YET:
            return []
        raise


def order_asked(response: Response) -> OrderId:
    """The order that was asked about."""
    return OrderId(id_text(response.asked.get("orderId")))


def trace_fields(order_id: OrderId, parcel_id: ParcelId | None = None) -> Fields:
    """The way of one parcel of an order, or of all."""
    return {"orderId": order_id, "webSite": "1688", "logisticsId": parcel_id}


def trace(response: Response) -> OrderTrace:
    """``logisticsTrace``, by parcel; its absence beside a yes is no trace yet, and so are some refusals.

    Raises Refused for orders older than a year.
    """
    try:
        payload = response.strict()
    except Refused as refused:
        if refused.code in _NOTHING_YET:
            return OrderTrace()
        raise
    if payload is None and not response.is_flagged_yes:
        raise response.unexpected("no trace")
    top = members(response.body)
    found = top.get("logisticsTrace")
    if found is None:
        found = members(top.get("result")).get("logisticsTrace", top.get("result"))
    order_id, asked = order_asked(response), text(response.asked.get("logisticsId"))
    ways, _ = each(rows(found), lambda row: _way(row, order_id, asked))
    legs, _ = each(rows(top.get("crossPackageFulfillmentDTO")), lambda row: _leg(row, order_id))
    return OrderTrace(tuple(sorted(ways, key=lambda way: way.parcel_id)), legs)


def _way(row: dict[str, Json], order_id: OrderId, asked: str) -> ParcelTrace:
    """One parcel's way; asked: the parcel meant where the row names none."""
    parcel_id = text(row.get("logisticsId")) or asked or text(row.get("logisticsBillNo"))
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


def carriers(response: Response) -> tuple[Carrier, ...]:
    """Every carrier the platform knows."""
    return each(response.strict_list("companyNo"), carrier)[0]


def parcel_of(row: dict[str, Json], order_id: OrderId) -> Parcel:
    """One parcel. A waybill is Latin letters and digits; a Chinese phrase in its place says that nothing travels."""
    parcel_id = text(row.get("logisticsId"))
    if not parcel_id:
        raise ValueError("no logistics id")
    waybill = text(row.get("logisticsBillNo"))
    company = members(row.get("company"))
    sender = members(row.get("sender"))
    return Parcel(
        parcel_id=ParcelId(parcel_id),
        order_id=order_id,
        carrier=plain(row.get("logisticsCompanyName") or company.get("name") or row.get("logisticsCompanyNo")),
        waybill=waybill if waybill and waybill.isascii() else None,
        status=text(row.get("status")),
        items=_items(row),
        sender=" ".join(filter(None, (plain(sender.get(f"sender{part}")) for part in ("Province", "City", "County"))))
        or None,
        sent_at=when(row.get("gmtSystemSend")),
    )


def _items(row: dict[str, Json]) -> tuple[ParcelItem, ...]:
    """What is in the parcel: by entry where told, else by name, else the entries alone."""
    if goods := goods_of(row):
        return each(goods, item_of)[0]
    entries = [EntryId(part.strip()) for part in text(row.get("orderEntryIds")).split(",") if part.strip()]
    named = [members(item) for item in rows(row.get("sendGoods"))]
    if len(named) == len(entries) or (named and not entries):
        ids: list[EntryId | None] = [*entries] if entries else [None] * len(named)
        return tuple(
            ParcelItem(entry, None, plain(item.get("goodName")), count(item.get("quantity")))
            for entry, item in zip(ids, named, strict=True)
        )
    return tuple(ParcelItem(entry, None, "", None) for entry in entries)


def goods_of(row: dict[str, Json]) -> list[Json]:
    """Which lines are in a parcel, under either of two names."""
    return rows(row.get("logisticsOrderGoods") or row.get("logisticsOrderSendGood"))


def item_of(row: dict[str, Json]) -> ParcelItem:
    """One line in a parcel."""
    entry_id = id_text(row.get("tradeOrderItemId"))
    return ParcelItem(
        EntryId(entry_id) if entry_id else None, None, plain(row.get("productName")), count(row.get("quantity"))
    )
