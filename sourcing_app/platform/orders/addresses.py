"""Delivery addresses: those saved at the platform, and texts turned into one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcing_app.domain.address import Address
from sourcing_app.domain.ids import AddressId
from sourcing_app.errors import Refused
from sourcing_app.platform.transport import calls
from sourcing_app.platform.transport.dialects import wire_id
from sourcing_app.platform.transport.envelope import flagged_yes, payload_of, unexpected
from sourcing_app.platform.transport.fields import Json, each, flag, id_text, members, plain, rows, text

if TYPE_CHECKING:
    from sourcing_app.platform.transport.gateway import Gateway


class Addresses:
    """Addresses of the account. Raises what ``Gateway.read`` raises."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def saved(self) -> tuple[Address, ...]:
        """All saved addresses, the default first. Contract: alibaba.trade.receiveAddress.get."""
        body = await self._gateway.read(calls.ADDRESSES)
        payload = payload_of(calls.ADDRESSES, body)
        if not isinstance(payload, dict) and not (payload is None and flagged_yes(body)):
            raise unexpected(calls.ADDRESSES, "no object", body)
        found, _ = each(rows(members(payload).get("receiveAddressItems")), _saved)
        return tuple(sorted(found, key=lambda address: not address.is_default))

    async def parse(self, words: str) -> Address:
        """A guess at a Chinese address text, for the buyer to confirm; name and phone stay empty where not found.

        Contract: alibaba.trade.addresscode.parse. Raises Refused when no region is found.
        """
        payload = await self._gateway.ask(calls.ADDRESS_PARSE, {"addressInfo": words})
        if not isinstance(payload, dict):
            raise unexpected(calls.ADDRESS_PARSE, "no address", payload)
        if not text(payload.get("addressCode")):
            raise Refused("", plain(payload.get("errorMessage")), None, calls.ADDRESS_PARSE.name, is_read=True)
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
