"""Preview and create: a cart becomes orders. All order sums in fen, cargo lines of the preview in yuan."""

from __future__ import annotations

from typing import Any

from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers
from sourcing_app.sandbox.tokens import main_account
from sourcing_app.sandbox.trade.addresses import BadAddress, chosen_address
from sourcing_app.sandbox.trade.areas import Area
from sourcing_app.sandbox.trade.cart import CannotOrder, CartLine, Wanted, checked_cart, wanted_lines
from sourcing_app.sandbox.trade.freight import told_in_text
from sourcing_app.sandbox.trade.making import KEPT, Buyer, make_order
from sourcing_app.sandbox.trade.modes import CREDIT, SHEGOU_LIMIT_FEN, TradeMode, takes_cross_border_pay
from sourcing_app.sandbox.trade.quote import Quote, quotes
from sourcing_app.sandbox.trade.records import Order, orders_where
from sourcing_app.sandbox.trade.views import yuan

MESSAGE_AT_MOST = 500


@answers("alibaba.createOrder.preview")
def preview(call: Call) -> JsonValue:
    _, area = _address(call, lambda text: {"success": False, "errorCode": "500_1", "errorMsg": text})
    wanted = wanted_lines(call.world.shop, call.params["cargoParamList"])
    flow = call.params.get("flow")
    try:
        lines = checked_cart(call.world, wanted, flow)
    except CannotOrder as no:
        if call.world.options().preview_errors == "line" and no.offer_id is not None:
            return {"orderPreviewResuslt": [_marked_entry(wanted, no, flow)], "success": True}
        raise BusinessNo({"success": False, "errorCode": no.code, "errorMsg": no.text}) from None
    parts = quotes(call.world, call.buyer, lines, area.code, None)
    offers = list(dict.fromkeys(line.offer.offer_id for line in lines))
    opened = {one.offer_id: one.open_id for one in wanted if one.open_id}
    return {
        "orderPreviewResuslt": [_entry(quote, flow, number, opened) for number, quote in enumerate(parts)],
        "postFeeByDescOfferList": [line.offer.offer_id for line in lines if told_in_text(line)],
        "consignOfferList": [],
        "unsupportedCrossBorderPayOfferList": [one for one in offers if not takes_cross_border_pay(one)],
        "extPairList": [],
        "success": True,
    }


def _address(call: Call, refusal: Any) -> tuple[dict[str, Any], Area]:
    try:
        return chosen_address(call.world, call.buyer, call.params["addressParam"])
    except BadAddress as bad:
        raise BusinessNo(refusal(str(bad))) from None


def _entry(quote: Quote, flow: str | None, number: int, opened: dict[int, str]) -> dict[str, Any]:
    usable = [mode for mode in quote.modes if mode.supported]
    return {
        "status": True,
        "resultCode": "200",
        "flowFlag": flow or "general",
        "tradeModeNameList": [mode.word for mode in usable],
        "tradeModelList": [_mode(mode) for mode in quote.modes],
        "taoSampleSinglePromotion": False,
        "sumPayment": quote.total_fen,
        "sumPaymentNoCarriage": quote.goods_fen,
        "sumCarriage": quote.freight_fen,
        "discountFee": 0,
        "additionalFee": 0,
        "totalFundUsageAmount": quote.red_packet_fen,
        "totalPostFundUsageAmount": 0,
        "orderGroup": str(number + 1),
        "canUseOfficialSolution": False,
        "cargoList": [_cargo(line, opened) for line in quote.lines],
        "shopPromotionList": [
            {
                "promotionId": one.promotion_id,
                "selected": one is quote.promotion,
                "text": one.text,
                "desc": one.desc,
                "freePostage": False,
                "discountFee": one.off_fen,
            }
            for one in quote.promotions
        ],
        "payChannelInfos": [
            {"name": "alipay", "amountLimit": 0},
            {"name": "shegou", "amountLimit": SHEGOU_LIMIT_FEN},
            {"name": "kjpayV2", "amountLimit": 0},
        ],
    }


def _mode(mode: TradeMode) -> dict[str, Any]:
    return {"tradeType": mode.word, "name": mode.name, "description": mode.text, "opSupport": mode.supported}


def _cargo(line: CartLine, opened: dict[int, str]) -> dict[str, Any]:
    """``opened``: the offers that the request named by their encrypted ids."""
    cargo: dict[str, Any] = {
        "offerId": line.offer.offer_id,
        "amount": yuan(line.amount_fen),
        "finalUnitPrice": yuan(line.price_fen),
        "resultCode": "200",
        "cargoPromotionList": [],
    }
    if line.offer.offer_id in opened:
        cargo["openOfferId"] = opened[line.offer.offer_id]
    return cargo | {"specId": line.spec_id, "skuId": line.sku.sku_id} if line.sku else cargo


def _marked_entry(wanted: list[Wanted], no: CannotOrder, flow: str | None) -> dict[str, Any]:
    """The other way to say no: the call succeeds, the entry and the line do not."""
    cargo = [
        {"offerId": one.offer_id, "specId": one.spec_id, "amount": 0.0, "finalUnitPrice": 0.0}
        | (
            {"resultCode": no.code, "message": no.text}
            if one.offer_id == no.offer_id and no.spec_id in ("", one.spec_id)
            else {"resultCode": "200"}
        )
        for one in wanted
    ]
    return {
        "status": False,
        "resultCode": no.code,
        "message": no.text,
        "flowFlag": flow or "general",
        "tradeModeNameList": [],
        "tradeModelList": [],
        "sumPayment": 0,
        "sumPaymentNoCarriage": 0,
        "sumCarriage": 0,
        "cargoList": cargo,
    }


# -- create --------------------------------------------------------------------------------------------------


@answers("alibaba.trade.createCrossOrder")
def create(call: Call) -> JsonValue:
    params = call.params
    repeated = _repeated(call)
    if repeated:
        return _reply(call, repeated, [])
    address, area = _address(call, lambda text: {"success": False, "code": "400", "message": text})
    if len(str(params.get("message") or "")) > MESSAGE_AT_MOST:
        raise _no("400", "message invalid:留言不超过500字")
    wanted = wanted_lines(call.world.shop, params["cargoParamList"])
    if len(wanted) > call.world.options().max_lines:
        raise _no("400", f"cargoParamList invalid:SKU超过{call.world.options().max_lines}个")
    failed = _failed_lines(call, wanted)
    try:
        lines = checked_cart(call.world, [one for one in wanted if one not in failed], params["flow"])
        parts = quotes(call.world, call.buyer, lines, area.code, params.get("shopPromotionId") or None)
    except CannotOrder as no:
        raise _no(no.code, no.text) from None
    except LookupError as unknown:
        raise _no("400", f"shopPromotionId invalid:{unknown.args[0]}") from None
    modes = [_chosen_mode(quote, params.get("tradeType")) for quote in parts]
    buyer = _buyer(call, address)
    spends = params.get("useRedEnvelope") != "n"
    orders = [
        make_order(call.world, buyer, quote, mode, params["flow"], red_packet=spends)
        for quote, mode in zip(parts, modes, strict=True)
    ]
    return _reply(call, orders, failed)


def _no(code: str, text: str) -> BusinessNo:
    return BusinessNo({"success": False, "code": code, "message": text})


def _repeated(call: Call) -> list[Order]:
    """Orders that a repeated outOrderId stands for. Refuses it when told to."""
    out_id, policy = call.params.get("outOrderId"), call.world.options().repeated_out_order_id
    if not out_id or policy == "again":
        return []
    found = orders_where(call.world.state, "member_id = ? AND out_order_id = ?", call.buyer, out_id)
    if found and policy == "refuse":
        raise _no("400", f"outOrderId repeated:{out_id}")
    return found[::-1]


def _failed_lines(call: Call, wanted: list[Wanted]) -> list[Wanted]:
    """Lines that are left out on request; one always stays."""
    fault = call.world.faults.take_inside(call.api, "failed_offers")
    return wanted[: min(fault.lines, len(wanted) - 1)] if fault else []


def _chosen_mode(quote: Quote, word: str | None) -> TradeMode:
    """Left out, the platform takes credit where the account has it. Refuses a mode that is not offered."""
    if not quote.modes:
        raise _no("500_001", "该订单仅支持在1688网站下单")
    if not word:
        return quote.mode(CREDIT.word) or next(mode for mode in quote.modes if mode.supported)
    mode = quote.mode(word)
    if mode is None:
        text = f"not support tradeType:【{word}】"
        raise _no(text, text)
    return mode


def _buyer(call: Call, address: dict[str, Any]) -> Buyer:
    params = call.params
    extra = {name: str(params[name]) for name in KEPT if params.get(name)}
    return Buyer(
        member_id=call.buyer,
        login=call.login or main_account(call.buyer).login,
        out_order_id=params.get("outOrderId") or None,
        address=address,
        message=params.get("message") or None,
        extra=extra,
    )


def _reply(call: Call, orders: list[Order], failed: list[Wanted]) -> dict[str, Any]:
    form = call.world.options().create_reply
    result = _single(orders[0]) if len(orders) == 1 else {"orderList": [_of_several(order) for order in orders]}
    if form.startswith("flat"):
        return result | {"success": form == "flat"}
    result["failedOfferList"] = [
        {
            "offerId": str(one.offer_id),
            "specId": one.spec_id,
            "errorCode": "500_004",
            "errorMessage": f"商品[{one.name}]库存不足",
        }
        for one in failed
    ]
    return {"result": {"success": True} | result, "success": form == "wrapped"}


def _single(order: Order) -> dict[str, Any]:
    result: dict[str, Any] = {
        "orderId": str(order.order_id),
        "totalSuccessAmount": order.total_fen,
        "postFee": order.freight_fen,
    }
    if order.trade_type == "period":
        result["accountPeriod"] = {"tapType": 5, "tapDate": 60, "tapOverdue": 0}
    return result


def _of_several(order: Order) -> dict[str, Any]:
    return {
        "orderId": str(order.order_id),
        "orderAmmount": order.total_fen,
        "postFee": order.freight_fen,
        "success": True,
        "resultCode": "200",
        "discount": 0,
        "sumPaymentNoCarriageFromClient": order.goods_fen,
        "mergePay": False,
        "chooseFreeFreight": False,
    }
