"""Parcels from the wire, as ``logistics`` and the whole record read them.

Source: contract alibaba.trade.getLogisticsInfos.buyerView.
"""

from __future__ import annotations

from sourcing_app.domain.ids import EntryId, OrderId, ParcelId
from sourcing_app.domain.logistics import Parcel, ParcelItem
from sourcing_app.platform.transport.fields import Json, count, each, id_text, members, plain, rows, text, when


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
