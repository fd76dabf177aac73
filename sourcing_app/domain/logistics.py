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


@dataclass(frozen=True, slots=True)
class ParcelTrace:
    """The way of one parcel. steps: oldest first; stages: the platform's words for them, where it gives any."""

    parcel_id: ParcelId
    order_id: OrderId
    waybill: str | None = None
    steps: tuple[TraceStep, ...] = ()
    stages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OverseasStep:
    """A thing that happened to a parcel abroad. exception: what went wrong, None where nothing did.

    node: the platform's, carrier_node: the carrier's own; operation: the code of what is to be done about an exception.
    """

    at: datetime | None
    text: str
    stage: str = ""
    carrier_code: str = ""
    node: str = ""
    exception: str | None = None
    exception_code: str = ""
    exception_node: str = ""
    operation: str = ""
    node_name: str = ""
    carrier_node: str = ""
    buyer_user_id: str = ""


@dataclass(frozen=True, slots=True)
class OverseasLeg:
    """The way of a parcel abroad, where an official cross-border solution is used."""

    waybill: str
    order_id: OrderId
    steps: tuple[OverseasStep, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderTrace:
    """The ways of all parcels of an order, by parcel id; both empty when there is no trace yet."""

    parcels: tuple[ParcelTrace, ...] = ()
    overseas: tuple[OverseasLeg, ...] = ()

    def steps_of(self, parcel_id: ParcelId) -> tuple[TraceStep, ...]:
        """The steps of one parcel inside China, oldest first."""
        return next((parcel.steps for parcel in self.parcels if parcel.parcel_id == parcel_id), ())
