"""Following offers, coupons, chat, freight and mixed-batch rules. Source: contracts of the same names."""

from __future__ import annotations

import hashlib
from typing import Any

from sourcing_app.sandbox.calls.products import done, readable_offer, refused
from sourcing_app.sandbox.clock import compact
from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers
from sourcing_app.sandbox.shop.records import ShopOffer, ShopSku, ShopSupplier
from sourcing_app.sandbox.shop.rows import yuan
from sourcing_app.sandbox.trade.cart import CartLine
from sourcing_app.sandbox.trade.freight import FAR, freight_fen
from sourcing_app.sandbox.world import World

TABLES = """
CREATE TABLE IF NOT EXISTS followed (member_id TEXT NOT NULL, offer_id INTEGER NOT NULL, PRIMARY KEY (member_id, offer_id));
CREATE TABLE IF NOT EXISTS coupons (
    member_id TEXT NOT NULL, coupon_id TEXT NOT NULL, seller_id TEXT NOT NULL, PRIMARY KEY (member_id, coupon_id));
"""
ANYBODY = "app"
"""Follower when a call carries no user: addRelation needs none."""


def own_dealings(world: World) -> None:
    """Make the tables of followed offers and claimed coupons."""
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
    """The best coupon of each seller of these offers, once a buyer. Two sellers in five give coupons."""
    claimed: list[str] = []
    for offer_id in call.params["offerIds"]:
        offer = call.world.shop.offer(int(offer_id))
        if offer is None or offer.supplier.number % 5 > 1:
            continue
        coupon = str(5_600_000_000 + offer.supplier.number)
        held = call.world.state.value("SELECT 1 FROM coupons WHERE member_id = ? AND coupon_id = ?", call.buyer, coupon)
        if not held:
            seller = offer.supplier.member_id
            call.world.state.insert("coupons", member_id=call.buyer, coupon_id=coupon, seller_id=seller)
            claimed.append(coupon)
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


@answers("product.freight.estimate")
def freight_estimate(call: Call) -> JsonValue:
    """The same sums as the order preview."""
    param = call.params["productFreightQueryParamsNew"]
    offer = readable_offer(call, int(param["offerId"]))
    lines = _lines(offer, param)
    district = str(param["toCountryCode"])
    supplier = offer.supplier
    first, further = _fees(supplier, district)
    result: dict[str, Any] = {
        "offerId": offer.offer_id,
        "freight": yuan(freight_fen(lines, district)),
        "templateId": supplier.template_id,
        "templateType": 1 if offer.free_shipping else 2,
        "templateName": "包邮模板" if offer.free_shipping else "默认模板",
        "subTemplateType": 0,
        "subTemplateName": "快递",
        "firstFee": yuan(first),
        "firstUnit": "1",
        "nextFee": yuan(further),
        "nextUnit": "1",
        "discount": "",
        "chargeType": "0",
        "freePostage": offer.free_shipping,
        "sizeValueType": 2 if offer.skus else 1,
    }
    if offer.weight_kg is not None and offer.size_cm is not None:
        length, width, height = offer.size_cm
        result |= {
            "singleProductWeight": offer.weight_kg, "singleProductLength": length, "singleProductWidth": width,
            "singleProductHeight": height,
        }  # fmt: skip
        result["productFreightSkuInfoModels"] = [
            {"skuId": str(line.sku.sku_id), "singleSkuWeight": offer.weight_kg} for line in lines if line.sku
        ]
    return done(result, "S0000")


def _lines(offer: ShopOffer, param: dict[str, Any]) -> list[CartLine]:
    """What is to be sent. Raises BusinessNo for a SKU that the offer does not have."""
    lines = []
    for row in param.get("logisticsSkuNumModels") or []:
        sku: ShopSku | None = None
        if offer.skus:
            sku = offer.sku_by_id(int(row["skuId"])) if str(row["skuId"]).isdigit() else None
            if sku is None:
                raise refused("SKU_NOT_FOUND", f"商品规格不存在: {row['skuId']}")
        lines.append(_line(offer, sku, int(row["number"])))
    return lines or [_line(offer, None, int(param["totalNum"]))]


def _line(offer: ShopOffer, sku: ShopSku | None, quantity: int) -> CartLine:
    return CartLine(offer=offer, sku=sku, quantity=quantity, price_fen=0)


def _fees(supplier: ShopSupplier, district: str) -> tuple[int, int]:
    """Fen for the first kilogram and for each further one."""
    first, further = 500 + supplier.number % 5 * 100, 150 + supplier.number % 4 * 50
    return (first * 2, further * 3) if district.startswith(FAR) else (first, further)


@answers("alibaba.logistics.myFreightTemplate.list.get")
def freight_template(call: Call) -> JsonValue:
    """One template a seller; without an id all of them. Fees in fen, weights in grams."""
    wanted = call.params.get("templateId")
    suppliers = [one for one in call.world.shop.suppliers if wanted is None or one.template_id == int(wanted)]
    if not suppliers:
        raise BusinessNo({"errorCode": "TEMPLATE_NOT_FOUND", "errorMsg": f"运费模板不存在: {wanted}"})
    rates = call.params.get("queryRate") is not False
    subs = call.params.get("querySubTemplate") is not False
    return {"result": [_template(supplier, subs=subs, rates=rates) for supplier in suppliers[:100]]}


def _template(supplier: ShopSupplier, *, subs: bool, rates: bool) -> dict[str, Any]:
    region = supplier.region
    row: dict[str, Any] = {
        "id": supplier.template_id,
        "name": "默认模板",
        "memberId": supplier.member_id,
        "addressCodeText": f"{region.province} {region.city} {region.district}",
        "fromAreaCode": region.area_code,
        "remark": "",
        "status": 1,
        "type": "2",
    }
    if not subs:
        return row
    base = {"chargeType": 0, "serviceChargeType": 1, "serviceType": 0, "type": 0, "isSysTemplate": False}
    express: dict[str, Any] = {"subTemplateDTO": base}
    if rates:
        near, far = _fees(supplier, "33"), _fees(supplier, "65")
        express["rateList"] = [
            _rate("浙江省、江苏省、上海、广东省、福建省、山东省、北京、天津、河北省、湖北省、湖南省、四川省", near[0]),
            _rate("西藏自治区、青海省、宁夏回族自治区、新疆维吾尔自治区、内蒙古自治区、甘肃省", far[0]),
        ]
    return row | {"expressSubTemplate": express}


def _rate(areas: str, first_fen: int) -> dict[str, Any]:
    dto = {"firstUnit": 1000, "firstUnitFee": first_fen, "leastExpenses": 0, "nextUnit": 1000}
    return {"isSysRate": False, "toAreaCodeText": areas, "rateDTO": dto}


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
