"""Parcels of an order and the steps they took."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sourcing_app.client import answers, calls
from sourcing_app.client.fields import Json, count, each, id_text, members, plain, rows, text, when
from sourcing_app.domain.ids import EntryId, OrderId, ParcelId
from sourcing_app.domain.logistics import Parcel, ParcelItem, TraceStep
from sourcing_app.errors import Refused

if TYPE_CHECKING:
    from sourcing_app.client.gateway import Gateway

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
            from sourcing_app.client.logistics_facts import whole_parcel as read
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
