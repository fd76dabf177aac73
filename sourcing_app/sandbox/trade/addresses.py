"""Delivery addresses: the saved ones of each buyer, and the three forms in which an order may give one.

Source: contracts receiveAddress.get and createOrder.preview (type Address: id, then district code, then texts).
"""

from __future__ import annotations

import json
import re
from typing import Any

from sourcing_app.sandbox.state import Row
from sourcing_app.sandbox.tokens import MAIN, SECOND
from sourcing_app.sandbox.trade.areas import Area, areas, by_texts
from sourcing_app.sandbox.world import World

TABLES = """
CREATE TABLE IF NOT EXISTS addresses (
    address_id INTEGER PRIMARY KEY, member_id TEXT NOT NULL, is_default INTEGER NOT NULL, facts TEXT NOT NULL);
"""

SAVED = (
    (593861699, MAIN.member_id, True, "测试收货人", "13900000000", "330108", "长河街道", "330108002",
     "网商路699号", "310051"),
    (584414269, MAIN.member_id, False, "集运仓收货", "13800000000", "441900", "南城街道", "441901004",
     "测试物流园1号", "000000"),
    (584414311, MAIN.member_id, False, "义乌国际仓", "13700000000", "330782", "福田街道", "330782003",
     "国际物流中心B区7栋", "322000"),
    (601000001, SECOND.member_id, True, "第二收货人", "13600000000", "310115", "花木街道", "310115010",
     "锦绣路2号", "200120"),
)  # fmt: skip
"""Id, member, default, name, mobile, district, town, town code, street, post code."""

MOBILE = re.compile(r"1\d{10}")
PHONE = re.compile(r"[\d-]*")


class BadAddress(ValueError):
    """An address the platform does not take; the text says why in its way."""


def own_addresses(world: World) -> None:
    world.state.own(TABLES)
    world.on_reset(_plant)
    _plant(world)


def _plant(world: World) -> None:
    for number, member, default, name, mobile, code, town, town_code, street, post in SAVED:
        facts = {"fullName": name, "mobile": mobile, "phone": "", "townText": town, "townCode": town_code}
        facts |= {"address": street, "postCode": post, "districtCode": code}
        world.state.execute(
            "INSERT OR IGNORE INTO addresses VALUES (?, ?, ?, ?)",
            number, member, int(default), json.dumps(facts, ensure_ascii=False),
        )  # fmt: skip


def saved_addresses(world: World, member_id: str) -> list[dict[str, Any]]:
    """As receiveAddress.get shows them, the default first."""
    rows = world.state.rows(
        "SELECT * FROM addresses WHERE member_id = ? ORDER BY is_default DESC, address_id", member_id
    )
    return [_item(row) for row in rows]


def _item(row: Row) -> dict[str, Any]:
    facts = json.loads(row["facts"])
    area = areas()[facts["districtCode"]]
    item = {
        "id": row["address_id"],
        "fullName": facts["fullName"],
        "address": facts["address"],
        "post": facts["postCode"],
        "mobilePhone": facts["mobile"],
        "phone": facts["phone"],
        "addressCode": area.code,
        "addressCodeText": area.text,
        "townCode": facts["townCode"],
        "townName": facts["townText"],
    }
    return item | {"isDefault": True} if row["is_default"] else item


def chosen_address(world: World, member_id: str, param: dict[str, Any]) -> tuple[dict[str, Any], Area]:
    """The address an order goes to, as nativeLogistics shows it, and its district. Raises BadAddress."""
    if param.get("addressId"):
        row = world.state.row(
            "SELECT * FROM addresses WHERE address_id = ? AND member_id = ?", int(param["addressId"]), member_id
        )
        if row is None:
            raise BadAddress("AddressId invalid:AddressId invalid")
        facts = json.loads(row["facts"])
        return _native(facts, areas()[facts["districtCode"]]), areas()[facts["districtCode"]]
    area = _area(param)
    _check_contact(param)
    return _native(param, area), area


def _area(param: dict[str, Any]) -> Area:
    code = str(param.get("districtCode") or "")
    if code:
        found = areas().get(code)
        if found is None:
            raise BadAddress("districtCode invalid:districtCode invalid")
        return found
    texts = [str(param.get(name) or "") for name in ("provinceText", "cityText", "areaText")]
    if not texts[0] or not texts[1]:
        raise BadAddress("address invalid:收货地址不能为空")
    return by_texts(*texts) or Area("000000", texts[0], texts[1], texts[2])


def _check_contact(param: dict[str, Any]) -> None:
    if not str(param.get("fullName") or "").strip():
        raise BadAddress("fullName invalid:收货人姓名不能为空")
    street = str(param.get("address") or "").strip()
    if not street or len(street) > 200:
        raise BadAddress("address invalid:详细地址不能为空且不超过200字")
    mobile, phone = str(param.get("mobile") or ""), str(param.get("phone") or "")
    if not mobile and not phone:
        raise BadAddress("mobile invalid:手机和电话至少填写一个")
    if (mobile and not MOBILE.fullmatch(mobile)) or not PHONE.fullmatch(phone):
        raise BadAddress("phone invalid:电话格式不正确")


def _native(facts: dict[str, Any], area: Area) -> dict[str, Any]:
    return {
        "contactPerson": facts.get("fullName") or "",
        "province": area.province,
        "city": area.city,
        "area": area.district,
        "areaCode": area.code,
        "town": facts.get("townText") or "",
        "townCode": facts.get("townCode") or "",
        "address": facts.get("address") or "",
        "zip": str(facts.get("postCode") or "000000"),
        "mobile": facts.get("mobile") or "",
        "telephone": facts.get("phone") or "",
    }
