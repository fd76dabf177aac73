"""Paying: links to the cashier, channels, agreements. Amounts in fen.

The links lead to the page this sandbox serves; on the platform they lead to trade.1688.com.
"""

from __future__ import annotations

from typing import Any

from sourcing_app.sandbox.clock import at, compact, plain
from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers
from sourcing_app.sandbox.shop.records import ShopSupplier
from sourcing_app.sandbox.trade.modes import (
    CHANNELS,
    PERIOD_QUOTA_FEN,
    SHEGOU_LIMIT_FEN,
    grants_period,
    takes_cross_border_pay,
)
from sourcing_app.sandbox.trade.moves import pay
from sourcing_app.sandbox.trade.records import Order, find_order, orders_where
from sourcing_app.sandbox.world import World

PAGE_SIZE = 10


def payable(call: Call, ids: list[Any]) -> tuple[list[Order], list[int]]:
    """Orders of this buyer with something to pay, and the ids of the others."""
    good: list[Order] = []
    bad: list[int] = []
    for order_id in dict.fromkeys(int(one) for one in ids):
        order = find_order(call.world.state, order_id)
        mine = order is not None and order.member_id == call.buyer
        if order is not None and mine and order.next_stage and order.status in ("waitbuyerpay", "waitsellersend"):
            good.append(order)
        else:
            bad.append(order_id)
    return good, bad


def pay_link(world: World, orders: list[Order], channel: str = "alipay") -> str:
    """Like the platform's, it carries order ids only: what is paid is what the orders cost at that moment."""
    return f"{world.base_url}/pay/cashier.htm?channel={channel}&orderId={';'.join(str(o.order_id) for o in orders)}"


@answers("alibaba.alipay.url.get")
def alipay_link(call: Call) -> JsonValue:
    ids = call.params["orderIdList"]
    if not ids or len(ids) > 100:
        raise BusinessNo({"success": False, "errorCode": "400_1", "erroMsg": "订单数量须为1到100"})
    good, bad = payable(call, ids)
    if not good:
        no = {"success": False, "errorCode": "400_2", "erroMsg": "没有可支付的订单", "payFailureOrderList": bad}
        raise BusinessNo(no)
    return {"success": True, "payUrl": pay_link(call.world, good), "payFailureOrderList": bad}


@answers("alibaba.crossBorderPay.url.get")
def cross_border_link(call: Call) -> JsonValue:
    return _limited_link(call, "kjpayV2", takes_kjpay)


@answers("alibaba.creditPay.url.get")
def credit_link(call: Call) -> JsonValue:
    return _limited_link(call, "shegou", takes_credit)


def takes_kjpay(order: Order) -> bool:
    return all(takes_cross_border_pay(line.offer_id) for line in order.lines)


def takes_credit(order: Order) -> bool:
    return order.due_fen <= SHEGOU_LIMIT_FEN


def _limited_link(call: Call, channel: str, fits: Any) -> JsonValue:
    ids = call.params["orderIdList"]
    if not ids or len(ids) > 30:
        raise BusinessNo({"success": "false", "errorCode": "400_1", "errorMsg": "订单数量须为1到30"})
    good, bad = payable(call, ids)
    left_out = [order.order_id for order in good if not fits(order)]
    good = [order for order in good if fits(order)]
    if not good:
        no = {"success": "false", "errorCode": "400_4", "errorMsg": f"没有可以使用{CHANNELS[channel].name}支付的订单"}
        raise BusinessNo(no)
    return {"success": "true", "payUrl": pay_link(call.world, good, channel), "cantPayOrderList": bad + left_out}


@answers("alibaba.trade.grouppay.url.get")
def group_link(call: Call) -> JsonValue:
    good, bad = payable(call, call.params["orderIds"])
    if not good or bad:
        no = {"success": False, "errorCode": "400_1", "errorInfo": f"订单不可合并支付：{bad}"}
        raise BusinessNo({"results": no})
    return {"results": {"success": True, "payUrl": pay_link(call.world, good)}}


@answers("alibaba.accountPeriod.list.buyerView")
def account_periods(call: Call) -> JsonValue:
    wanted = call.params.get("sellerLoginId")
    granting = [one for one in call.world.shop.suppliers if grants_period(one) and wanted in (None, "", one.login_id)]
    start = (max(1, int(call.params.get("pageIndex") or 1)) - 1) * PAGE_SIZE
    shown = [_period(call, one) for one in granting[start : start + PAGE_SIZE]]
    return {"success": True, "resultList": {"totalCount": str(len(granting)), "accountPeriodList": shown}}


def _period(call: Call, supplier: ShopSupplier) -> dict[str, Any]:
    used = sum(
        order.total_fen
        for order in orders_where(
            call.world.state, "member_id = ? AND seller_id = ? AND status != 'cancel'", call.buyer, supplier.member_id
        )
        if order.trade_type == "period"
    )
    return {
        "sellerLoginId": supplier.login_id,
        "sellerCompanyName": supplier.company,
        "gmtQuota": compact(supplier.since),
        "quota": PERIOD_QUOTA_FEN,
        "surplusQuota": max(0, PERIOD_QUOTA_FEN - used),
        "statusStr": "有效",
        "tapDateStr": "60天",
        "tapOverdue": 0,
    }


@answers("alibaba.trade.payWay.query")
def pay_ways(call: Call) -> JsonValue:
    order = find_order(call.world.state, call.params["orderId"])
    if call.is_sub_account or order is None or order.member_id != call.buyer:
        raise BusinessNo({"success": "false", "errorCode": "500_2", "errorMsg": "没有查看支付渠道的权限"})
    if order.next_stage is None or order.status not in ("waitbuyerpay", "waitsellersend"):
        raise BusinessNo({"success": "false", "errorCode": "500_1", "errorMsg": "订单不是待付款状态"})
    words = ["alipay"]
    words += ["shegou"] if takes_credit(order) else []
    words += ["kjpayV2"] if takes_kjpay(order) else []
    words += ["period"] if order.trade_type == "period" else []
    return {
        "success": "true",
        "resultList": {
            "orderId": str(order.order_id),
            "payFee": order.due_fen,
            "timeout": plain(at(order.pay_deadline)),
            "channels": [{"code": CHANNELS[word].code, "name": CHANNELS[word].name} for word in words],
        },
    }


@answers("alibaba.trade.pay.protocolPay.isopen")
def agreements(call: Call) -> JsonValue:
    signed = call.world.state.setting(f"agreement {call.buyer}", True)
    alipay = {"payChannel": "ALIPAY", "bindingStatus": "true", "signedStatus": "true" if signed else "false"}
    if signed:
        alipay["agreementNo"] = "55622148344"
    else:
        alipay["signUrl"] = f"{call.world.base_url}/pay/agreement.htm?member={call.buyer}"
    shegou = {"payChannel": "SHEGOU", "bindingStatus": "false", "signedStatus": "false"}
    return {"result": {"success": True, "result": {"paymentAgreements": [shegou, alipay]}}}


@answers("alibaba.trade.pay.protocolPay.preparePay")
def prepare_pay(call: Call) -> JsonValue:
    wish = call.params["tradeWithholdPreparePayParam"]
    order = find_order(call.world.state, wish["orderId"])
    if order is None or order.member_id != call.buyer:
        raise _pay_failed("ORDER_NOT_EXIST", "订单不存在")
    if order.next_stage is None or order.status not in ("waitbuyerpay", "waitsellersend"):
        raise _pay_failed("ORDER_STATUS_ERROR", "订单不是待付款状态")
    if wish.get("payAmount") is not None and int(wish["payAmount"]) != order.due_fen:
        raise _pay_failed("PAY_AMOUNT_NOT_MATCH", f"支付金额不一致，应付{order.due_fen}分")
    channel = str(wish.get("payChannel") or "") or ("shegou" if takes_credit(order) else "alipay")
    if channel not in ("alipay", "shegou") or not call.world.state.setting(f"agreement {call.buyer}", True):
        raise _pay_failed("PAY_FAILED", "支付失败：未开通免密支付")
    pay(call.world, order, channel)
    if call.world.faults.take_inside(call.api, "unclear_payment"):
        return {"result": {"success": True, "result": {"payChannel": None, "paySuccess": False}}}
    return {"result": {"success": True, "result": {"payChannel": channel.upper(), "paySuccess": True}}}


def _pay_failed(code: str, text: str) -> BusinessNo:
    return BusinessNo({"result": {"success": False, "code": code, "message": text}})


@answers("trade.orderpay.analysis")
def pay_analysis(call: Call) -> JsonValue:
    channel = call.params["payChannel"]
    if channel not in ("alipay", "shegou", "kjpayV2"):
        raise BusinessNo({"result": {"success": False, "code": "400_1", "message": f"payChannel {channel} 不支持"}})
    good, _ = payable(call, call.params["orderIds"])
    fits = {"alipay": lambda _: True, "shegou": takes_credit, "kjpayV2": takes_kjpay}[channel]
    analysis = {
        "orderTotalCount": len(good),
        "totalPayFee": sum(order.due_fen for order in good),
        "orderIds": [order.order_id for order in good],
        "payChannel": {"channel": channel, "avaliable": bool(good) and all(fits(order) for order in good)},
    }
    return {"result": {"success": True, "result": analysis}}
