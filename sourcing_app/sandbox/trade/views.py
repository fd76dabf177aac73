"""Orders as the platform shows them. Yuan here, but fen in discount and entryDiscount.

Source: contracts alibaba.trade.get.buyerView (all of it) and getBuyerOrderList (a part of it).
"""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import Any

from sourcing_app.sandbox.aftersale.bought import as_bought, refunded_goods_fen
from sourcing_app.sandbox.aftersale.marks import OrderMarks, marks_of
from sourcing_app.sandbox.clock import at, compact, plain
from sourcing_app.sandbox.tokens import main_account
from sourcing_app.sandbox.trade.carriers import CARRIERS
from sourcing_app.sandbox.trade.freight import split_by_weight
from sourcing_app.sandbox.trade.modes import CHANNELS, MODES
from sourcing_app.sandbox.trade.records import Line, Order, Parcel, Stage, parcels_of
from sourcing_app.sandbox.world import World

WORDS = {
    "waitbuyerpay": "等待买家付款",
    "waitsellersend": "等待卖家发货",
    "waitbuyerreceive": "等待买家收货",
    "confirm_goods": "已收货",
    "success": "交易成功",
    "cancel": "交易取消",
    "terminated": "交易终止",
}
PACIFIC = timezone(timedelta(hours=-7))


def yuan(fen: int) -> float:
    """A decimal number of yuan; JSON writes it with its shortest digits."""
    return fen / 100


class View:
    """Shows one order, with what refunds have left on it."""

    def __init__(self, world: World, order: Order) -> None:
        self.world = world
        self.order = order
        self.marks: OrderMarks = marks_of(world.state, order.order_id)
        self.parcels: list[Parcel] = parcels_of(world.state, order.order_id)

    def date(self, seconds: float | None) -> str | None:
        if seconds is None:
            return None
        moment = at(seconds)
        return compact(moment.astimezone(PACIFIC) if self.world.options().old_offset else moment)

    def detail(self) -> dict[str, Any]:
        """The whole TradeInfo."""
        order = self.order
        info: dict[str, Any] = {
            "baseInfo": without_none(self._base()),
            "orderBizInfo": self._biz(),
            "tradeTerms": [self._term(stage) for stage in order.stages],
            "productItems": self._items(),
            "nativeLogistics": self._logistics(),
            "orderRateInfo": {"buyerRateStatus": 5, "sellerRateStatus": 5},
            "extAttributes": self._attributes(),
        }
        return info

    def _attributes(self) -> list[dict[str, str]]:
        order = self.order
        pairs = dict(order.extra)
        if order.out_order_id:
            pairs["outOrderId"] = order.out_order_id
        return [{"key": key, "value": value} for key, value in pairs.items()]

    def _base(self) -> dict[str, Any]:
        order, marks = self.order, self.marks
        mode = MODES[order.trade_type]
        return self._parties() | {
            "id": order.order_id,
            "idOfStr": str(order.order_id),
            "status": order.status,
            "createTime": self.date(order.created),
            "modifyTime": self.date(order.modified),
            "payTime": self.date(order.paid),
            "allDeliveredTime": self.date(order.delivered),
            "receivingTime": self.date(order.received),
            "confirmedTime": self.date(order.confirmed),
            "completeTime": self.date(order.completed),
            "businessType": "cb",
            "tradeType": mode.code,
            "totalAmount": yuan(order.total_fen),
            "sumProductPayment": yuan(order.goods_fen),
            "shippingFee": yuan(order.freight_fen),
            "discount": order.adjust_fen,
            "couponFee": yuan(order.coupon_fen) if order.coupon_fen else None,
            "refund": yuan(marks.refunded_fen),
            "refundPayment": marks.refunded_fen,
            "refundStatus": marks.status,
            "refundStatusForAs": marks.after_sale_status,
            "refundId": marks.refund_id,
            "closeReason": order.close_reason,
            "closeOperateType": order.close_operate,
            "closeRemark": order.close_remark,
            "buyerMemo": order.memo,
            "buyerRemarkIcon": order.remark_icon,
            "buyerFeedback": "\n".join(order.feedback) or None,
            "remark": order.message,
            "sellerOrder": False,
            "stepPayAll": False,
            "overSeaOrder": False,
            "flowTemplateCode": "assureTrade" if order.trade_type == "assureTrade" else None,
            "tradeTypeCode": mode.word,
            "tradeTypeDesc": mode.name,
            "payTimeout": round(order.pay_deadline - order.created),
            "payTimeoutType": 0,
            "payChannelList": [self._channel().name],
            "payChannelCodeList": [self._channel().word],
            "newStepOrderList": [self._stage(stage) for stage in order.stages],
            "outOrderId": order.out_order_id,
        }

    def _channel(self) -> Any:
        default = {"creditBuy": "shegou", "period": "period"}.get(self.order.trade_type, "alipay")
        return CHANNELS[self.order.pay_channel or default]

    def _parties(self) -> dict[str, Any]:
        order = self.order
        buyer = main_account(order.member_id)
        seller = self.world.shop.supplier(order.seller_id)
        company = seller.company if seller else order.seller_login
        address = order.address
        place = [address["province"], address["city"], address["area"], address["town"]]
        return {
            "buyerID": order.member_id,
            "buyerLoginId": buyer.login,
            "subBuyerLoginId": order.login if ":" in order.login else None,
            "buyerUserId": buyer.user_id,
            "sellerID": order.seller_id,
            "sellerLoginId": order.seller_login,
            "sellerUserId": int("".join(filter(str.isdigit, order.seller_id.split("-")[-1])) or "0"),
            "alipayTradeId": "UNCREAT" if order.paid is None else f"{order.order_id}28",
            "buyerContact": {"name": "测试买家", "imInPlatform": buyer.login, "companyName": buyer.company},
            "sellerContact": {
                "phone": "86-",
                "imInPlatform": order.seller_login,
                "companyName": company,
                "shopName": company,
            },
            "receiverInfo": {
                "toFullName": address["contactPerson"],
                "toDivisionCode": address["areaCode"],
                "toTownCode": address["townCode"],
                "toPost": address["zip"],
                "toArea": " ".join(part for part in place if part),
            },
        }

    def _biz(self) -> dict[str, Any]:
        order = self.order
        credit = order.trade_type == "creditBuy" or order.pay_channel == "shegou"
        biz: dict[str, Any] = {
            "creditOrder": credit,
            "odsCyd": False,
            "dropshipping": order.extra.get("dropshipping") == "y",
            "abnormalPriceChange": order.price_changed,
        }
        if order.pay_channel == "shegou" and order.paid is not None:
            due = at(order.paid + 38 * 86400)
            biz["creditOrderDetail"] = {
                "payAmount": order.total_fen,
                "restRepayAmount": order.total_fen,
                "createTime": plain(at(order.paid)),
                "status": "WAIT_REPAY",
                "statusStr": "待还款",
                "lastRepayTime": plain(due),
                "gracePeriodEndTime": plain(due),
            }
        return biz

    def _term(self, stage: Stage) -> dict[str, Any]:
        order, channel = self.order, self._channel()
        status = {1: "1", 2: "2", 8: "8"}[stage.pay_status]
        if status == "2" and order.status == "success":
            status = "6"
        if status == "2" and self.marks.refunded_fen >= order.total_fen > 0:
            status = "4"
        # A closed unpaid stage has a payTime too, as in the documented sample: never proof of payment.
        shown = stage.paid if stage.paid is not None else (order.created + 10 if status == "8" else None)
        term = {
            "payStatus": status,
            "payTime": self.date(shown),
            "payWay": channel.pay_way,
            "payWayDesc": channel.name,
            "phasAmount": yuan(stage.due_fen),
            "phase": order.order_id // 5000 + stage.number,
        }
        return without_none(term)

    def _stage(self, stage: Stage) -> dict[str, Any]:
        order = self.order
        paid = stage.pay_status == 2
        active = stage.number == 1 or order.stages[stage.number - 2].pay_status == 2
        logistics = {"waitbuyerreceive": 2, "confirm_goods": 3, "success": 3}.get(order.status, 1)
        shown = {
            "stepNo": stage.number,
            "lastStep": stage.number == len(order.stages),
            "stepName": stage.name,
            "activeStatus": int(active),
            "payStatus": stage.pay_status,
            "logisticsStatus": 7 if order.status == "cancel" else logistics,
            "gmtStart": self.date(order.created),
            "gmtPay": self.date(stage.paid),
            "gmtEnd": self.date(order.completed),
            "payFee": yuan(stage.due_fen),
            "paidFee": yuan(stage.due_fen) if paid else 0,
            "goodsFee": yuan(stage.goods_fen),
            "adjustFee": yuan(order.adjust_fen) if stage.number == 1 else 0,
            "discountFee": 0,
            "postFee": yuan(stage.freight_fen),
            "paidPostFee": yuan(stage.freight_fen) if paid else 0,
        }
        return without_none(shown)

    def _items(self) -> list[dict[str, Any]]:
        order = self.order
        open_lines = [line for line in order.lines if not line.is_closed] or order.lines
        shares = split_by_weight(order.freight_fen, [max(line.due_fen, 1) for line in open_lines])
        postage = {line.line_id: share for line, share in zip(open_lines, shares, strict=True)}
        return [without_none(self._item(line, postage.get(line.line_id, 0))) for line in order.lines]

    def _item(self, line: Line, postage_fen: int) -> dict[str, Any]:
        order = self.order
        marks = self.marks.lines.get(line.line_id)
        return {
            "subItemID": line.line_id,
            "subItemIDString": str(line.line_id),
            "productID": line.offer_id,
            "skuID": line.sku_id,
            "specId": line.spec_id or None,
            "name": line.name,
            "skuInfos": [{"name": name, "value": value} for name, value in line.attributes],
            "productImgUrl": [f"{self.world.base_url}{image}" for image in line.images],
            "productSnapshotUrl": f"{self.world.base_url}/order/offer_snapshot.htm?order_entry_id={line.line_id}",
            "productCargoNumber": line.cargo_number or None,
            "quantity": line.quantity,
            "quantityFactor": 1,
            "unit": line.unit,
            "price": yuan(line.price_fen),
            "itemAmount": yuan(line.due_fen),
            "entryDiscount": line.discount_fen,
            "sharePostage": yuan(postage_fen),
            "refund": yuan(refunded_goods_fen(self.world.state, as_bought(order), line.line_id)),
            "refundStatus": marks.status if marks else None,
            "refundId": marks.refund_id if marks else None,
            "refundIdForAs": marks.after_sale_id if marks else None,
            "status": line.status,
            "statusStr": WORDS.get(line.status, line.status),
            "closeReason": line.close_reason,
            "logisticsStatus": line.logistics_status,
            "guaranteesTerms": [],
            "type": "common",
            "gmtCreate": self.date(order.created),
            "gmtModified": self.date(order.modified),
            "gmtCompleted": self.date(order.completed),
            "gmtPayExpireTime": plain(at(order.pay_deadline)) if order.status == "waitbuyerpay" else None,
        }

    def _logistics(self) -> dict[str, Any]:
        shown = dict(self.order.address)
        shown["logisticsItems"] = [without_none(self._shipment(parcel)) for parcel in self.parcels]
        return shown

    def _shipment(self, parcel: Parcel) -> dict[str, Any]:
        carrier = CARRIERS[parcel.carrier_no]
        without = parcel.type == "2"
        return {
            "id": int(parcel.logistics_id[2:]),
            "logisticsCode": parcel.logistics_id,
            "logisticsBillNo": parcel.waybill,
            "logisticsCompanyId": None if without else carrier.carrier_id,
            "logisticsCompanyNo": None if without else carrier.number,
            "logisticsCompanyName": None if without else carrier.name,
            "type": parcel.type,
            "status": "alreadysend",
            "subItemIds": ",".join(str(line_id) for line_id in parcel.goods),
            "deliveredTime": self.date(parcel.sent),
            "gmtCreate": self.date(parcel.sent),
            "gmtModified": self.date(parcel.steps[-1][0] if parcel.steps else parcel.sent),
            "noLogisticsCondition": parcel.condition,
        }


def without_none(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value is not None}
