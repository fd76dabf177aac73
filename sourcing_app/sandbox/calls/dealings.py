"""Following offers, coupons, chat and mixed-batch rules. Source: contracts of the same names."""

from __future__ import annotations

import hashlib

from sourcing_app.sandbox.calls.products import done, refused
from sourcing_app.sandbox.clock import compact
from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers
from sourcing_app.sandbox.trade.coupons import claim, coupon_of
from sourcing_app.sandbox.world import World

TABLES = """
CREATE TABLE IF NOT EXISTS followed (member_id TEXT NOT NULL, offer_id INTEGER NOT NULL, PRIMARY KEY (member_id, offer_id));
"""
ANYBODY = "app"
"""Follower when a call carries no user: addRelation needs none."""


def own_dealings(world: World) -> None:
    """Make the table of followed offers."""
    world.state.own(TABLES)


def _trace_id(call: Call, offer_id: int) -> str:
    return hashlib.md5(f"{call.api}:{offer_id}".encode()).hexdigest()[:10]


@answers("product.kjdistribute.addRelation")
def add_relation(call: Call) -> JsonValue:
    """Follow an offer. A second time is refused with 关系已存在."""
    offer_id, member = int(call.params["offerId"]), call.member_id or ANYBODY
    if call.world.shop.offer(offer_id) is None:
        raise BusinessNo({"result": {"success": False, "msg": "商品不存在", "traceId": _trace_id(call, offer_id)}})
    known = call.world.state.value("SELECT 1 FROM followed WHERE member_id = ? AND offer_id = ?", member, offer_id)
    if known:
        raise BusinessNo({"result": {"success": False, "msg": "关系已存在", "traceId": _trace_id(call, offer_id)}})
    call.world.state.insert("followed", member_id=member, offer_id=offer_id)
    return {"result": {"success": True, "msg": "", "traceId": _trace_id(call, offer_id)}}


@answers("product.kjdistribute.removeRelation")
def remove_relation(call: Call) -> JsonValue:
    offer_id = int(call.params["offerId"])
    for member in (call.buyer, ANYBODY):
        call.world.state.execute("DELETE FROM followed WHERE member_id = ? AND offer_id = ?", member, offer_id)
    return {"result": {"success": True, "msg": "", "traceId": _trace_id(call, offer_id), "model": []}}


@answers("coupon.optimal.claim")
def claim_coupon(call: Call) -> JsonValue:
    """The coupon of each seller of these offers who gives one, once to a buyer."""
    claimed: list[str] = []
    for offer_id in call.params["offerIds"]:
        offer = call.world.shop.offer(int(offer_id))
        coupon = coupon_of(offer.supplier) if offer else None
        if coupon and claim(call.world, call.buyer, coupon):
            claimed.append(coupon.coupon_id)
    return done({"couponIds": claimed})


@answers("account.wangwangUrl.get")
def wangwang_url(call: Call) -> JsonValue:
    supplier = call.world.shop.supplier(str(call.params["toOpenUid"]))
    if supplier is None:
        raise refused("USER_NOT_FOUND", "用户不存在")
    token = hashlib.md5(f"{call.buyer}:{supplier.open_id}".encode()).hexdigest()[:16]
    link = f"https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im/index.html?touid={supplier.number}&t={token}"
    return {
        "result": {
            "success": True,
            "code": "200",
            "message": "",
            "result": link,
            "retCodes": [],
            "subCode": None,
            "subMessage": None,
        }
    }


@answers("alibaba.trade.OpQueryMarketingMixConfig")
def mix_config(call: Call) -> JsonValue:
    key = str(call.params.get("sellerMemberId") or call.params.get("sellerLoginId") or "")
    if not key:
        raise BusinessNo(
            {"success": False, "errorCode": "500_1", "errorMessage": "sellerMemberId和sellerLoginId不能同时为空"}
        )
    supplier = call.world.shop.supplier(key)
    if supplier is None:
        raise BusinessNo({"success": False, "errorCode": "500_2", "errorMessage": f"卖家不存在: {key}"})
    mix = supplier.mix
    result = {
        "generalHunpi": mix is not None,
        "mixAmount": mix.amount_yuan if mix else 0,
        "mixNumber": mix.pieces if mix else 0,
        "memberId": supplier.member_id,
        "gmtCreate": compact(supplier.since),
        "gmtModified": compact(supplier.since),
    }
    return {"result": result, "success": True}
