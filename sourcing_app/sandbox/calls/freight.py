"""What sending would cost, and the sellers' templates for it. Source: contracts of the same names."""

from __future__ import annotations

from typing import Any

from sourcing_app.sandbox.calls.products import done, readable_offer, refused
from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers
from sourcing_app.sandbox.shop.records import ShopOffer, ShopSku, ShopSupplier
from sourcing_app.sandbox.shop.rows import yuan
from sourcing_app.sandbox.trade.cart import CartLine
from sourcing_app.sandbox.trade.freight import FAR, NEAR, Fees, fees_of, freight_fen


@answers("product.freight.estimate")
def freight_estimate(call: Call) -> JsonValue:
    """The same sums as the order preview."""
    param = call.params["productFreightQueryParamsNew"]
    offer = readable_offer(call, int(param["offerId"]))
    lines = _lines(offer, param)
    district = str(param["toCountryCode"])
    supplier = offer.supplier
    fees = fees_of(supplier, district)
    result: dict[str, Any] = {
        "offerId": offer.offer_id,
        "freight": yuan(freight_fen(lines, district)),
        "templateId": supplier.template_id,
        "templateType": 1 if offer.free_shipping else 2,
        "templateName": "包邮模板" if offer.free_shipping else "默认模板",
        "subTemplateType": 0,
        "subTemplateName": "快递",
        "firstFee": yuan(fees.first_fen),
        "firstUnit": "1",
        "nextFee": yuan(fees.further_fen),
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
        near, far = fees_of(supplier, NEAR), fees_of(supplier, FAR[0])
        express["rateList"] = [
            _rate("浙江省、江苏省、上海、广东省、福建省、山东省、北京、天津、河北省、湖北省、湖南省、四川省", near),
            _rate("西藏自治区、青海省、宁夏回族自治区、新疆维吾尔自治区、内蒙古自治区、甘肃省", far),
        ]
    return row | {"expressSubTemplate": express}


def _rate(areas: str, fees: Fees) -> dict[str, Any]:
    dto = {"firstUnit": 1000, "firstUnitFee": fees.first_fen, "leastExpenses": 0, "nextUnit": 1000}
    return {"isSysRate": False, "toAreaCodeText": areas, "rateDTO": dto}
