"""Parcels and the steps they take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sourcing_app.domain.ids import EntryId, OfferId, OrderId, ParcelId


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One thing that happened to a parcel. at: with its zone (the wire's is China time); None where not told."""

    at: datetime | None
    text: str


@dataclass(frozen=True, slots=True)
class ParcelItem:
    """What is in a parcel: quantity None where the platform does not say."""

    entry_id: EntryId | None
    offer_id: OfferId | None
    name: str
    quantity: int | None


@dataclass(frozen=True, slots=True)
class Parcel:
    """One shipment of an order. parcel_id: the platform's logistics id, not the waybill, which a seller may correct.

    waybill: None when nothing travels (a "no logistics needed" shipment). status: the platform's raw word.
    Source: contract alibaba.trade.getLogisticsInfos.buyerView.
    """

    parcel_id: ParcelId
    order_id: OrderId
    carrier: str
    waybill: str | None
    status: str
    items: tuple[ParcelItem, ...] = ()
    sender: str | None = None
    sent_at: datetime | None = None
    steps: tuple[TraceStep, ...] = ()
