"""The papers and parcels of an order, and its way abroad, as the platform tells them to a user of the API.

Source: contracts alibaba.trade.get.buyerView and alibaba.trade.getBuyerOrderList. Sums are yuan on the wire where no fen
are named. Texts are "" and all else None where not told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sourcing_app.domain.ids import EntryId, ParcelId
from sourcing_app.domain.invoice import InvoiceStatus
from sourcing_app.domain.money import Money
from sourcing_app.domain.order_words import Handover, NoParcelReason, PaperKind


@dataclass(frozen=True, slots=True)
class OrderInvoice:
    """The invoice asked for with an order. amount: fen on the wire, tax included; receiver: of the paper; personal."""

    title: str
    kind: PaperKind | None
    status: InvoiceStatus | None
    amount: Money | None
    invoice_id: str
    order_id: str
    taxpayer: str
    receiver_name: str
    receiver_mobile: str
    receiver_phone: str
    receiver_post_code: str
    receiver_area_code: str
    receiver_area: str
    receiver_street: str
    bank: str
    bank_account: str
    register_area_code: str
    register_area: str
    register_phone: str
    register_street: str


@dataclass(frozen=True, slots=True)
class Shipment:
    """A parcel, as the order names it. sender, receiver: (province, city, district, street, post code, phone, mobile)."""

    shipment_id: str
    parcel_id: ParcelId
    waybill: str
    carrier_id: str
    carrier_code: str
    carrier: str
    kind: Handover | None
    status: str
    entry_ids: tuple[EntryId, ...]
    delivered_at: datetime | None
    created_at: datetime | None
    modified_at: datetime | None
    freight: Money | None
    from_province: str
    from_city: str
    from_district: str
    from_street: str
    from_post_code: str
    from_phone: str
    from_mobile: str
    to_province: str
    to_city: str
    to_district: str
    to_street: str
    to_post_code: str
    to_phone: str
    to_mobile: str
    other_carrier: str
    other_phone: str
    other_waybill: str
    no_parcel: NoParcelReason | None


@dataclass(frozen=True, slots=True)
class OverseasChannel:
    """How an order goes on from the consolidation warehouse."""

    channel: str
    channel_id: str
    company_id: str
    company: str
    country_code: str
    country: str
    email: str


@dataclass(frozen=True, slots=True)
class OverseasAddress:
    """Where an order ends, abroad; personal."""

    country: str
    province: str
    city: str
    district: str
    street: str
    post_code: str
    mobile: str
    phone: str
    warehouse_contact: str
    warehouse: str


@dataclass(frozen=True, slots=True)
class CustomsItem:
    """A declared good. value: in the currency declared; weight: no unit is documented."""

    sku: str
    name: str
    name_english: str
    value: Money | None
    quantity: Decimal | None
    weight: Decimal | None


@dataclass(frozen=True, slots=True)
class Customs:
    """A customs declaration. kind: "1" is a declaration, others are not documented."""

    declaration_id: str
    kind: str
    order_id: str
    buyer_id: str
    created_at: datetime | None
    modified_at: datetime | None
    items: tuple[CustomsItem, ...]
