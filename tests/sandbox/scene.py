"""Requests that work: each contract's sample request, with what stands in a running marketplace put in."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from tests.sandbox.pictures import encoded
from tests.support.buying import HOME, Buyable, buyable, create
from tests.support.conformance import contract
from tests.support.sandbox import RunningSandbox

Params = dict[str, Any]
DAY_S = 86400


class Scene:
    """Makes orders, refunds and pictures in the state a call asks for."""

    def __init__(self, box: RunningSandbox) -> None:
        self.box = box

    def item(self, **wish: Any) -> Buyable:
        return buyable(self.box, quote_type=1, **wish)

    # -- orders ---------------------------------------------------------------------------------------------------

    def unpaid(self, **params: Any) -> int:
        """Old enough to be cancelled."""
        body = create(self.box, self.item().cargo(), **params)
        self.box.control("clock", advance_s=15)
        return int(body["result"]["orderId"])

    def paid(self) -> int:
        order_id = self.unpaid()
        self.box.control(f"orders/{order_id}/pay")
        return order_id

    def shipped(self) -> int:
        order_id = self.paid()
        self.box.control(f"orders/{order_id}/ship")
        self.box.control(f"orders/{order_id}/deliver")
        return order_id

    def cancelled(self) -> int:
        order_id = self.unpaid()
        self.box.control(f"orders/{order_id}/close")
        return order_id

    def facts(self, order_id: int) -> dict[str, Any]:
        facts: dict[str, Any] = self.box.look(f"orders/{order_id}")
        return facts

    def lines(self, order_id: int) -> list[int]:
        return [int(line["line_id"]) for line in self.facts(order_id)["lines"]]

    # -- refunds --------------------------------------------------------------------------------------------------

    def application(self, order_id: int) -> Params:
        """A return of everything that has arrived."""
        goods = sum(line["amount_fen"] + line["discount_fen"] for line in self.facts(order_id)["lines"])
        return over(
            "alibaba.trade.createRefund",
            orderId=order_id, orderEntryIds=self.lines(order_id), applyPayment=goods, vouchers=[self.voucher()],
        )  # fmt: skip

    def refund(self) -> tuple[int, str]:
        """A running refund: order id and refund id."""
        order_id = self.shipped()
        _, body = self.box.call("alibaba.trade.createRefund", **self.application(order_id))
        return order_id, body["result"]["result"]["refundId"]

    def agreed(self) -> str:
        _, refund_id = self.refund()
        self.box.control(f"refunds/{refund_id}/agree")
        return refund_id

    def policy(self) -> str:
        """Number of the freight insurance that a return comes with."""
        _, refund_id = self.refund()
        number: str = self.box.look(f"refunds/{refund_id}")["extInfo"]["bxId"]
        return number

    def voucher(self) -> str:
        picture = base64.b64encode(encoded("JPEG")).decode()
        _, body = self.box.call("alibaba.trade.uploadRefundVoucher", imageData=picture)
        found = body["result"]["result"]
        return f"{found['imageDomain']}/{found['imageRelativeUrl']}"

    # -- the rest -------------------------------------------------------------------------------------------------

    def picture(self) -> str:
        return base64.b64encode(encoded("JPEG", (120, 90))).decode()

    def image_id(self, **flat: Any) -> str:
        """Id of an uploaded picture. In the older dialect the picture is a flat parameter."""
        params = flat or {"uploadImageParam": {"imageBase64": self.picture()}}
        _, body = self.box.call("product.image.upload", **params)
        found: str = body["data"] if flat else body["result"]["result"]
        return found

    def leaf(self) -> int:
        """Id of a category at the end of the tree."""
        node, found = 0, 0
        while True:
            _, body = self.box.call("alibaba.category.get", token=None, categoryID=node)
            below = body["categoryInfo"][0].get("childCategorys") or []
            if not below:
                return found
            node = found = int(below[0]["id"])

    def days(self) -> dict[str, str]:
        """The last days before today, as trends want them."""
        now = datetime.strptime(self.box.look("clock")["now"], "%Y-%m-%d %H:%M:%S")
        return {
            "startDate": (now - timedelta(days=10)).strftime("%Y%m%d"),
            "endDate": (now - timedelta(days=2)).strftime("%Y%m%d"),
        }

    def invoice(self) -> Params:
        order_id = self.paid()
        asked = {"orderIds": [order_id]}
        _, body = self.box.call("trade.invoiceAmount.getList", input=asked)
        amount = body["result"]["result"]["orderInvoiceAmountModelList"][0]["amount"]
        sample = over("trade.invoice.apply")["input"]["invoiceApplyModelList"][0]
        return {"input": {"invoiceApplyModelList": [sample | {"orderId": order_id, "amount": amount}]}}

    def client(self) -> Params:
        return {"client_id": self.box.app_key, "client_secret": self.box.app_secret}


def over(api: str, /, **changes: Any) -> Params:
    """The sample request with ``changes`` in its wrapper, or in itself where there is none; None leaves a name out."""
    sample = {name: _parsed(value) for name, value in contract(api)["sample_request"].items()}
    fields = contract(api)["request"]["fields"]
    wrapped = len(fields) == 1 and fields[0]["type"] in contract(api)["types"]
    name = fields[0]["name"] if wrapped else ""
    merged = {**(sample[name] if wrapped else sample), **changes}
    kept = {key: value for key, value in merged.items() if value is not None}
    return {name: kept} if wrapped else kept


def _parsed(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) and value[:1] in "[{" else value


def requests() -> dict[str, Callable[[Scene], Params]]:
    """Call -> its request in a marketplace. A call that is not here works with its sample as it stands."""
    return ORDERS | PAYMENTS | AFTER_SALES | PRODUCTS | SIGN_IN


def _cargo(scene: Scene) -> list[Params]:
    return [scene.item().cargo()]


def _trend(api: str) -> Callable[[Scene], Params]:
    return lambda scene: over(api, offerId=scene.item().offer_id, **scene.days())


def _confirmed(scene: Scene) -> Params:
    order_id = scene.shipped()
    return {"orderId": order_id, "orderEntryIds": scene.lines(order_id)}


ORDERS: dict[str, Callable[[Scene], Params]] = {
    "alibaba.createOrder.preview": lambda s: over("alibaba.createOrder.preview", cargoParamList=_cargo(s)),
    "alibaba.trade.createCrossOrder": lambda s: over(
        "alibaba.trade.createCrossOrder", cargoParamList=_cargo(s), addressParam=HOME
    ),
    "alibaba.order.memoAdd": lambda s: over("alibaba.order.memoAdd", orderId=s.paid()),
    "alibaba.trade.addFeedback": lambda s: over("alibaba.trade.addFeedback", orderId=str(s.paid())),
    "alibaba.trade.cancel": lambda s: over("alibaba.trade.cancel", tradeID=s.unpaid()),
    "alibaba.trade.get.buyerView": lambda s: over("alibaba.trade.get.buyerView", orderId=s.shipped()),
    "alibaba.trade.getBuyerOrderList": lambda s: (
        s.unpaid() and over("alibaba.trade.getBuyerOrderList", modifyStartTime=None, modifyEndTime=None)
    ),
    "alibaba.trade.getLogisticsInfos.buyerView": lambda s: over(
        "alibaba.trade.getLogisticsInfos.buyerView", orderId=s.shipped()
    ),
    "alibaba.trade.getLogisticsTraceInfo.buyerView": lambda s: over(
        "alibaba.trade.getLogisticsTraceInfo.buyerView", orderId=s.shipped()
    ),
    "logistics.delivery.urge": lambda s: {"orderId": str(s.paid())},
    "order.receiveAddress.buyerUpdate": lambda s: over("order.receiveAddress.buyerUpdate", orderId=s.paid()),
    "trade.order.buyerdelete": lambda s: {"orderId": s.cancelled()},
    "trade.receivegoods.confirm": _confirmed,
    "alibaba.trade.OpQueryMarketingMixConfig": lambda s: {"sellerMemberId": s.item(mix="yes").seller},
}


def _prepared(scene: Scene) -> Params:
    scene.box.control("agreement", alipay=True)
    order_id = scene.unpaid()
    total = scene.facts(order_id)["total_fen"]
    return over("alibaba.trade.pay.protocolPay.preparePay", orderId=order_id, payAmount=total)


PAYMENTS: dict[str, Callable[[Scene], Params]] = {
    "alibaba.alipay.url.get": lambda s: {"orderIdList": [s.unpaid(), s.unpaid()]},
    "alibaba.crossBorderPay.url.get": lambda s: {"orderIdList": [s.unpaid()]},
    "alibaba.creditPay.url.get": lambda s: {"orderIdList": [s.unpaid(tradeType="creditBuy")]},
    "alibaba.trade.grouppay.url.get": lambda s: over("alibaba.trade.grouppay.url.get", orderIds=[s.unpaid()]),
    "alibaba.trade.pay.protocolPay.preparePay": _prepared,
    "alibaba.trade.payWay.query": lambda s: {"orderId": str(s.unpaid())},
    "trade.orderpay.analysis": lambda s: over("trade.orderpay.analysis", orderIds=[s.unpaid()]),
    "trade.invoice.apply": lambda s: s.invoice(),
    "trade.invoice.getListBuyerView": lambda s: over("trade.invoice.getListBuyerView", orderId=s.paid()),
    "trade.invoiceAmount.getList": lambda s: over("trade.invoiceAmount.getList", orderIds=[s.paid()]),
    "trade.invoiceApply.getPageListBuyerView": lambda s: over(
        "trade.invoiceApply.getPageListBuyerView", orderId=str(s.paid())
    ),
}


def _reasons(scene: Scene) -> Params:
    order_id = scene.shipped()
    return over("alibaba.trade.getRefundReasonList", orderId=order_id, orderEntryIds=scene.lines(order_id))


def _read_by_id(api: str) -> Callable[[Scene], Params]:
    return lambda scene: over(api, refundId=scene.refund()[1])


AFTER_SALES: dict[str, Callable[[Scene], Params]] = {
    "alibaba.trade.createRefund": lambda s: s.application(s.shipped()),
    "alibaba.trade.getRefundReasonList": _reasons,
    "alibaba.trade.uploadRefundVoucher": lambda s: {"imageData": s.picture()},
    "alibaba.trade.refund.returnGoods": lambda s: over(
        "alibaba.trade.refund.returnGoods", refundId=s.agreed(), vouchers=[s.voucher()]
    ),
    "alibaba.trade.refund.OpQueryOrderRefund": _read_by_id("alibaba.trade.refund.OpQueryOrderRefund"),
    "alibaba.trade.refund.OpQueryOrderRefundOperationList": _read_by_id(
        "alibaba.trade.refund.OpQueryOrderRefundOperationList"
    ),
    "alibaba.trade.refund.OpQueryBatchRefundByOrderIdAndStatus": lambda s: over(
        "alibaba.trade.refund.OpQueryBatchRefundByOrderIdAndStatus", orderId=str(s.refund()[0])
    ),
    "alibaba.trade.refund.buyer.queryOrderRefundList": lambda s: over(
        "alibaba.trade.refund.buyer.queryOrderRefundList",
        orderId=s.refund()[0],
        modifyStartTime=None,
        modifyEndTime=None,
    ),
    "alibaba.trade.queryOrderByInsure": lambda s: over("alibaba.trade.queryOrderByInsure", protectId=s.policy()),
    "push.query.messageList": lambda s: s.paid() and over("push.query.messageList"),
    "push.cursor.messageList": lambda s: s.paid() and over("push.cursor.messageList"),
}


def _freight(scene: Scene) -> Params:
    item = scene.item()
    sku = next(one for one in item.offer["skus"] if one["spec_id"] == item.spec_id)
    rows = [{"skuId": str(sku["sku_id"]), "number": item.quantity}]
    return over("product.freight.estimate", offerId=item.offer_id, totalNum=item.quantity, logisticsSkuNumModels=rows)


def _removed(scene: Scene) -> Params:
    offer_id = scene.item().offer_id
    scene.box.call("product.kjdistribute.addRelation", offerId=offer_id)
    return {"offerId": offer_id}


PRODUCTS: dict[str, Callable[[Scene], Params]] = {
    "account.wangwangUrl.get": lambda s: {"toOpenUid": s.item().offer["seller_open_id"]},
    "alibaba.logistics.myFreightTemplate.list.get": lambda s: {"querySubTemplate": True, "queryRate": True},
    "category.translation.getById": lambda s: over("category.translation.getById", categoryId=s.leaf()),
    "coupon.optimal.claim": lambda s: {"offerIds": [s.item().offer_id]},
    "product.analyze.getPerdaySellQuantityTrendNew": _trend("product.analyze.getPerdaySellQuantityTrendNew"),
    "product.analyze.getRepurchaseRateTrendNew": _trend("product.analyze.getRepurchaseRateTrendNew"),
    "product.analyze.getThirtyDayMedianPriceTrendNew": _trend("product.analyze.getThirtyDayMedianPriceTrendNew"),
    "product.freight.estimate": _freight,
    "product.image.upload": lambda s: over("product.image.upload", imageBase64=s.picture()),
    "product.kjdistribute.addRelation": lambda s: {"offerId": s.item().offer_id},
    "product.kjdistribute.removeRelation": _removed,
    "product.related.recommend": lambda s: over("product.related.recommend", offerId=s.item().offer_id),
    "product.search.imageQuery": lambda s: over("product.search.imageQuery", imageId=s.image_id(), region=None),
    "product.search.queryProductDetail": lambda s: over("product.search.queryProductDetail", offerId=s.item().offer_id),
    "product.search.querySellerOfferList": lambda s: over(
        "product.search.querySellerOfferList", sellerOpenId=s.item().offer["seller_open_id"]
    ),
    "product.search.topKeyword": lambda s: over("product.search.topKeyword", sourceId=str(s.leaf())),
    "product.topList.query": lambda s: over("product.topList.query", rankId=str(s.leaf())),
}


def _postponed(scene: Scene) -> Params:
    """A refresh token can be postponed in its last thirty days only."""
    scene.box.control("clock", advance_s=160 * DAY_S)
    tokens = {"refresh_token": scene.box.refresh_token, "access_token": scene.box.access_token}
    return scene.client() | tokens


SIGN_IN: dict[str, Callable[[Scene], Params]] = {
    "system.oauth2.getToken": lambda s: (
        s.client() | {"grant_type": "refresh_token", "refresh_token": s.box.refresh_token}
    ),
    "system.oauth2.postponeToken": _postponed,
}


SEED_ORDER = {
    "orderId": 202406140001, "createTime": "20240614101010000+0800", "payTime": "20240614101200000+0800",
    "payStatus": "payed", "outUserId": "u-000123", "offerId": 745612849923, "skuId": 5104790281451, "buyAmount": 2,
    "paidFee": 2500, "contry": "japan",
}  # fmt: skip

SEED_REQUESTS: dict[str, Callable[[Scene], Params]] = {
    "account.user.register": lambda s: {
        "countryAccount": {
            "country": "japan", "site": "sniff", "outLoginName": "taro.sample", "outMemberId": "u-000123",
            "mobile": "0312345678", "mobileArea": "JP", "ip": "203.0.113.7",
        }
    },
    "order.relation.write": lambda s: {
        "nationalOrderRelationParamList": [
            {"nationalSubOrderId": 2, "cbuSubOrderId": 3, "nationalOrderId": 1, "cbuOrderId": 4}
        ]
    },
    "product.image.upload": lambda s: {"imageBase64": s.picture(), "outMemberId": "buyer-001"},
    "product.search.imageQuery": lambda s: {
        "imageId": s.image_id(imageBase64=s.picture()), "beginPage": 1, "pageSize": 20, "country": "japan",
    },
    "product.search.keywordQuery": lambda s: {
        "keyword": "保温杯", "beginPage": 1, "pageSize": 20, "country": "japan", "sort": '{"onePPrice":"asc"}',
    },
    "product.search.queryProductDetail": lambda s: {"offerId": s.item().offer_id, "country": "japan"},
    "trade.cross.logisticsOrderSync": lambda s: {
        "logisticsOrderParam": {
            "logisticsOrderId": 202406140001, "logisticsId": "JPX000123", "createTime": "20240615101212000+0800",
            "logisticsStatus": "send", "contry": "japan",
        }
    },
    "trade.cross.orderSync": lambda s: {"orderParam": SEED_ORDER | {"subOrderList": [SEED_ORDER | {"orderId": 5}]}},
}  # fmt: skip
