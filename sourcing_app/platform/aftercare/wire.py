"""What a buyer does with an order after it was placed: parameters out. All are answered with yes or no."""

from __future__ import annotations

from sourcing_app.domain.address import Address
from sourcing_app.domain.country import MemoColour
from sourcing_app.domain.ids import EntryId, OrderId
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.dialects import wire_id


def order_fields(order_id: OrderId) -> Fields:
    """The order."""
    return {"orderId": order_id}


def receipt_fields(order_id: OrderId, entry_ids: tuple[EntryId, ...]) -> Fields:
    """entry_ids: the lines that arrived; a one-line order names itself."""
    return {"orderId": order_id, "orderEntryIds": [wire_id(entry_id) for entry_id in entry_ids]}


def memo_fields(order_id: OrderId, memo: str, colour: MemoColour) -> Fields:
    """memo: replaces the one before."""
    return {"orderId": order_id, "memo": memo, "remarkIcon": colour.value}


def message_fields(order_id: OrderId, message: str) -> Fields:
    """message: all of an order together at most 500 characters."""
    return {"tradeFeedbackParam": {"feedback": message, "orderId": order_id}}


def address_fields(order_id: OrderId, address: Address) -> Fields:
    """address: where the goods shall go instead."""
    return {"param": {"orderId": wire_id(order_id), "receiveAddress": _address(address)}}


def _address(address: Address) -> Fields:
    """A saved address by its number alone, a new one in full; empty members are left out."""
    if address.address_id:
        return {"addressId": wire_id(address.address_id)}
    fields = {
        "fullName": address.full_name,
        "mobile": address.mobile,
        "phone": address.phone,
        "postCode": address.post_code,
        "provinceText": address.province,
        "cityText": address.city,
        "areaText": address.area,
        "townText": address.town,
        "address": address.street,
        "districtCode": address.area_code,
    }
    return {name: value for name, value in fields.items() if value}
