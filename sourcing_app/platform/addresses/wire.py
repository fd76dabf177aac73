"""Delivery addresses: saved ones and parsed texts from the wire, any of them into a parameter. Section 5."""

from __future__ import annotations

from sourcing_app.domain.address import Address
from sourcing_app.domain.ids import AddressId
from sourcing_app.errors import Refused
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.dialects import wire_id
from sourcing_app.platform.transport.fields import Json, each, flag, id_text, members, plain, rows, text
from sourcing_app.platform.transport.response import Response


def saved(response: Response) -> tuple[Address, ...]:
    """All saved addresses, the default first; a yes without any is none."""
    payload = response.payload()
    if not isinstance(payload, dict) and not (payload is None and response.is_flagged_yes):
        raise response.unexpected("no object")
    found, _ = each(rows(members(payload).get("receiveAddressItems")), _saved)
    return tuple(sorted(found, key=lambda address: not address.is_default))


def text_fields(words: str) -> Fields:
    """words: an address in Chinese."""
    return {"addressInfo": words}


def parsed(response: Response) -> Address:
    """A guess, for the buyer to confirm; name and phone stay empty where not found. Raises Refused when no region is found."""
    payload = response.strict_object()
    if not text(payload.get("addressCode")):
        raise Refused("", plain(payload.get("errorMessage")), None, response.endpoint.name, is_read=True)
    return _address(payload, None)


def _saved(row: dict[str, Json]) -> Address:
    address_id = id_text(row.get("id") or row.get("addressId"))
    if not address_id:
        raise ValueError("no address id")
    return _address(row, AddressId(address_id))


def _address(row: dict[str, Json], address_id: AddressId | None) -> Address:
    """Region texts come space separated, two of them where a city has no districts."""
    region = [*plain(row.get("addressCodeText")).split(), "", "", ""]
    return Address(
        full_name=plain(row.get("fullName")),
        province=region[0],
        city=region[1],
        area=region[2],
        street=plain(row.get("address")),
        town=plain(row.get("townName")),
        address_id=address_id,
        mobile=text(row.get("mobilePhone") or row.get("mobile")),
        phone=text(row.get("phone")),
        post_code=text(row.get("post") or row.get("postCode")),
        area_code=text(row.get("addressCode")),
        is_default=flag(row.get("isDefault")) is True,
        town_code=text(row.get("townCode")),
    )


def address_param(address: Address) -> dict[str, object]:
    """``addressParam`` in one of its three forms: a saved id, a district code, or texts.

    Source: contract alibaba.createOrder.preview, Address and quirks.
    """
    if address.address_id is not None:
        return {"addressId": wire_id(address.address_id)}
    contact: dict[str, object] = {
        "fullName": address.full_name,
        "mobile": address.mobile,
        "phone": address.phone,
        "postCode": address.post_code or "000000",
        "address": address.street,
    }
    if address.area_code:
        return {**contact, "districtCode": address.area_code, "townText": address.town or None}
    return {
        **contact,
        "provinceText": address.province,
        "cityText": address.city,
        "areaText": address.area,
        "townText": address.town,
    }
