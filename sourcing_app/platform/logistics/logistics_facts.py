"""Whole parcels from the wire: what ``logistics.py`` reads, and all else that is told.

Source: contract alibaba.trade.getLogisticsInfos.buyerView.
"""

from __future__ import annotations

from collections.abc import Callable

from sourcing_app.domain.ids import OrderId, ParcelId
from sourcing_app.domain.logistics_facts import Place, SentGood, WholeItem, WholeParcel
from sourcing_app.platform.logistics.wire import goods_of, item_of, order_asked, parcel_of, parcel_rows
from sourcing_app.platform.transport.fields import Json, decimal, each, id_text, plain, text, texts
from sourcing_app.platform.transport.response import Response
from sourcing_app.platform.transport.shapes import extended, many, one, read_members, shape


def parcels_in_full(response: Response) -> object:
    """As ``parcels``, with everything."""
    order_id = order_asked(response)
    found, _ = each(parcel_rows(response), lambda row: whole_parcel(row, order_id))
    return tuple(sorted(found, key=lambda parcel: parcel.parcel_id))


def whole_parcel(row: dict[str, Json], order_id: OrderId) -> WholeParcel:
    """One parcel with everything. Raises ValueError without an id."""
    parcel = parcel_of(row, order_id)
    items = many(_item)(goods_of(row)) or tuple(extended(WholeItem, item) for item in parcel.items)
    return extended(WholeParcel, parcel, **_OF_PARCEL(row) | {"items": items})


def _item(row: dict[str, Json]) -> WholeItem:
    return extended(WholeItem, item_of(row), **_OF_ITEM(row))


def _maybe(kind: Callable[[str], str]) -> Callable[[Json], str | None]:
    return lambda value: kind(found) if (found := id_text(value)) else None


def _place(side: str) -> Callable[[Json], Place]:
    return shape(
        Place,
        name=(f"{side}Name", plain), mobile=(f"{side}Mobile", text), phone=(f"{side}Phone", text),
        province=(f"{side}Province", plain), province_code=(f"{side}ProvinceCode", text), city=(f"{side}City", plain),
        city_code=(f"{side}CityCode", text), county=(f"{side}County", plain), county_code=(f"{side}CountyCode", text),
        street=(f"{side}Address", plain), encryption=("encrypt", text),
    )  # fmt: skip


_OF_ITEM = read_members(
    exact_quantity=("quantity", decimal), unit=("unit", plain), spec_text=("description", plain),
    order_id=("tradeOrderId", _maybe(OrderId)), parcel_id=("logisticsId", _maybe(ParcelId)),
)  # fmt: skip
_OF_PARCEL = read_members(
    entry_ids=("orderEntryIds", texts), waybill_text=("logisticsBillNo", plain),
    carrier_id=("logisticsCompanyId", id_text), carrier_code=("logisticsCompanyNo", text), remarks=("remarks", plain),
    service=("serviceFeature", text),
    goods=(
        "sendGoods",
        many(shape(SentGood, name=("goodName", plain), quantity=("quantity", decimal), unit=("unit", plain))),
    ),
    sent_from=("sender", one(_place("sender"))), sent_to=("receiver", one(_place("receiver"))),
)  # fmt: skip
