"""Parcels and their way; the carriers."""

from __future__ import annotations

from typing import Any

from sourcing_app.sandbox.clock import at, compact, plain
from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers
from sourcing_app.sandbox.trade.carriers import CARRIERS
from sourcing_app.sandbox.trade.parcels import STATUS
from sourcing_app.sandbox.trade.records import Order, Parcel, find_order, parcels_of
from sourcing_app.sandbox.trade.views import without_none

YEAR_S = 365 * 86400


def _order(call: Call) -> Order:
    order = find_order(call.world.state, call.params["orderId"])
    if order is None:
        raise _no("404", "未找到订单")
    if order.member_id != call.buyer:
        raise _no("order.nopermission.buyer", "无权查看该订单")
    return order


def _no(code: str, text: str) -> BusinessNo:
    return BusinessNo({"success": False, "errorCode": code, "errorMessage": text})


@answers("alibaba.trade.getLogisticsInfos.buyerView")
def shipments(call: Call) -> JsonValue:
    order = _order(call)
    parcels = parcels_of(call.world.state, order.order_id)
    if not parcels:
        raise _no("500_2", "订单还未发货")
    extras = str(call.params.get("fields") or "company.name,sender,receiver,sendgood").split(",")
    return {"result": [_shipment(call, order, parcel, extras) for parcel in parcels], "success": True}


def _shipment(call: Call, order: Order, parcel: Parcel, extras: list[str]) -> dict[str, Any]:
    carrier = CARRIERS[parcel.carrier_no]
    without = parcel.type == "2"
    goods = [_good(order, parcel, line_id, count) for line_id, count in parcel.goods.items()]
    shown: dict[str, Any] = {
        "logisticsId": parcel.logistics_id,
        "logisticsBillNo": parcel.waybill,
        "orderEntryIds": ",".join(str(line_id) for line_id in parcel.goods),
        "status": "SIGN" if without else STATUS[parcel.node],
        "logisticsCompanyId": None if without else str(carrier.carrier_id),
        "logisticsCompanyNo": None if without else carrier.number,
        "logisticsCompanyName": None if without or "company.name" not in extras else carrier.name,
        "remarks": "",
        "gmtSystemSend": compact(at(parcel.sent)),
        "logisticsOrderGoods": goods,
        "logisticsOrderSendGood": goods,
    }
    if "sendgood" in extras:
        shown["sendGoods"] = [
            {"goodName": one["productName"], "quantity": one["quantity"], "unit": one["unit"]} for one in goods
        ]
    if "receiver" in extras:
        shown["receiver"] = _receiver(order)
    if "sender" in extras:
        shown["sender"] = _sender(call, order)
    return without_none(shown)


def _good(order: Order, parcel: Parcel, line_id: int, count: int) -> dict[str, Any]:
    line = order.line(line_id)
    assert line is not None, "a parcel holds lines of its order only"
    return {
        "logisticsId": parcel.logistics_id,
        "tradeOrderId": order.order_id,
        "tradeOrderItemId": line_id,
        "description": "".join(f"{name}: {value}; " for name, value in line.attributes),
        "quantity": count,
        "unit": line.unit,
        "productName": line.name,
    }


def _receiver(order: Order) -> dict[str, Any]:
    address = order.address
    code = address["areaCode"]
    return {
        "receiverName": address["contactPerson"],
        "receiverMobile": address["mobile"],
        "receiverPhone": address["telephone"],
        "receiverProvince": address["province"],
        "receiverProvinceCode": f"{code[:2]}0000",
        "receiverCity": address["city"],
        "receiverCityCode": f"{code[:4]}00",
        "receiverCounty": address["area"],
        "receiverCountyCode": code,
        "receiverAddress": address["address"],
        "encrypt": "CN",
    }


def _sender(call: Call, order: Order) -> dict[str, Any]:
    supplier = call.world.shop.supplier(order.seller_id)
    if supplier is None:
        return {"senderName": order.seller_login, "encrypt": "CN"}
    region = supplier.region
    return {
        "senderName": supplier.company,
        "senderPhone": "",
        "senderProvince": region.province,
        "senderProvinceCode": f"{region.area_code[:2]}0000",
        "senderCity": region.city,
        "senderCityCode": f"{region.area_code[:4]}00",
        "senderCounty": region.district,
        "senderCountyCode": region.area_code,
        "senderAddress": "测试路1号",
        "encrypt": "CN",
    }


@answers("alibaba.trade.getLogisticsTraceInfo.buyerView")
def traces(call: Call) -> JsonValue:
    order = _order(call)
    if call.world.clock.seconds() - order.created > YEAR_S:
        raise _no("order.createtime.history", "不支持查询一年前的物流跟踪")
    if call.world.faults.take_inside(call.api, "no_trace"):
        return {"success": True, "errorMessage": "该订单没有物流跟踪信息。"}
    wanted = call.params.get("logisticsId")
    parcels = [one for one in parcels_of(call.world.state, order.order_id) if wanted in (None, "", one.logistics_id)]
    parcels = [parcel for parcel in parcels if parcel.steps]
    if not parcels:
        raise _no("404", "未找到物流跟踪信息")
    return {"logisticsTrace": [_trace(order, parcel) for parcel in parcels], "success": True}


def _trace(order: Order, parcel: Parcel) -> dict[str, Any]:
    return {
        "logisticsId": parcel.logistics_id,
        "logisticsBillNo": parcel.waybill,
        "orderId": order.order_id,
        "logisticsSteps": [{"acceptTime": plain(at(when)), "remark": text} for when, text, _ in parcel.steps],
    }


@answers("alibaba.logistics.OpQueryLogisticCompanyList")
def carriers(call: Call) -> JsonValue:
    companies = [
        {
            "id": one.carrier_id,
            "companyName": one.name,
            "companyNo": one.number,
            "companyPhone": one.phone,
            "supportPrint": False,
            "spelling": one.spelling,
        }
        for one in CARRIERS.values()
    ]
    return {"result": companies, "success": True}
