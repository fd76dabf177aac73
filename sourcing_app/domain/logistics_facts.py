"""Everything else the platform says of a parcel: what no screen needs, and a user of the API may.

Source: contract alibaba.trade.getLogisticsInfos.buyerView.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sourcing_app.domain.ids import OrderId, ParcelId
from sourcing_app.domain.logistics import Parcel, ParcelItem


@dataclass(frozen=True, slots=True)
class Place:
    """Where a parcel comes from or goes to; personal. encryption: the platform's word, whose meaning is not documented."""

    name: str
    mobile: str
    phone: str
    province: str
    province_code: str
    city: str
    city_code: str
    county: str
    county_code: str
    street: str
    encryption: str


@dataclass(frozen=True, slots=True)
class WholeItem(ParcelItem):
    """What is in a parcel, with all that is told. exact_quantity: may have decimals where the sale unit allows."""

    exact_quantity: Decimal | None = None
    unit: str = ""
    spec_text: str = ""
    order_id: OrderId | None = None
    parcel_id: ParcelId | None = None


@dataclass(frozen=True, slots=True)
class SentGood:
    """A good as the sender named it."""

    name: str
    quantity: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class WholeParcel(Parcel):
    """A parcel with all that is told. waybill_text: also the phrase that stands where nothing travels."""

    items: tuple[WholeItem, ...] = ()
    entry_ids: tuple[str, ...] = ()
    waybill_text: str = ""
    carrier_id: str = ""
    carrier_code: str = ""
    remarks: str = ""
    service: str = ""
    goods: tuple[SentGood, ...] = ()
    sent_from: Place | None = None
    sent_to: Place | None = None
