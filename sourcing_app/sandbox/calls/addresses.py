"""Addresses: the saved ones, and an address text taken apart."""

from __future__ import annotations

from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers
from sourcing_app.sandbox.trade.addresses import saved_addresses
from sourcing_app.sandbox.trade.areas import has_districts, parsed


@answers("alibaba.trade.receiveAddress.get")
def receive_addresses(call: Call) -> JsonValue:
    return {"result": {"receiveAddressItems": saved_addresses(call.world, call.buyer)}, "success": True}


@answers("alibaba.trade.addresscode.parse")
def address_code(call: Call) -> JsonValue:
    found = parsed(call.params["addressInfo"])
    if found is None:
        raise BusinessNo({"errorCode": "400_1", "errorMessage": "地址解析失败"})
    area, rest = found
    clear = bool(area.district) or not has_districts(area.code)
    result = {
        "address": rest,
        "addressCode": area.code,
        "postCode": area.post_code,
        "isDefault": False,
        "latest": False,
    }
    return {"result": result | {"addressCodeText": area.text} if clear else result}
