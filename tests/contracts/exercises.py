"""Every method of the client, called once or twice with arguments that use all it can say. By contract name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from typing import Any

from sourcing_app.domain import downstream as d
from sourcing_app.domain.address import Address
from sourcing_app.domain.country import MemoColour
from sourcing_app.domain.freight import FreightQuery
from sourcing_app.domain.ids import (
    AddressId,
    CategoryId,
    EntryId,
    ImageId,
    OfferId,
    OrderId,
    ParcelId,
    RefundId,
    SkuId,
    SpecId,
    SupplierId,
)
from sourcing_app.domain.insight import RankingKind
from sourcing_app.domain.intent import CreateRequest
from sourcing_app.domain.invoice import InvoiceFilter, InvoiceStatus, InvoiceTitle, InvoiceType, InvoiceWish, TitleType
from sourcing_app.domain.member import Registration
from sourcing_app.domain.message import MessageFilter, Topic
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import SearchQuery, SortKey
from sourcing_app.domain.order import OrderFilter, OrderStatus
from sourcing_app.domain.payment import CheckedChannel, WithholdChannel
from sourcing_app.domain.picture import PreparedPicture, Region
from sourcing_app.domain.preview import OrderLine
from sourcing_app.domain.refund import (
    ClaimKind,
    DemandWord,
    GoodsSituation,
    RefundApplication,
    RefundFilter,
    RefundKind,
    RefundStatus,
)
from sourcing_app.platform.platform import Platform

Exercise = Callable[[Platform], Awaitable[Any]]

ORDER = OrderId("3317081160226242182")
ENTRY = EntryId("3317081160226242183")
OFFER = OfferId("745612849923")
SKU = SkuId("5104790281451")
SPEC = SpecId("eb81c61de14f4adb405ffcc2c8a4a3fb")
REFUND = RefundId("TQ398765432109876501")
SUPPLIER = SupplierId("BBBwSAMPLEzRPzBkv7BYPJRQ")
CATEGORY = CategoryId("1038378")
NOON = datetime(2026, 11, 22, 12, 0, 0, 123000, tzinfo=UTC)
HOME = Address(
    "测试收货人", "浙江省", "杭州市", "滨江区", "网商路699号", "长河街道", mobile="13900000000", area_code="330108"
)
SAVED = Address("", "", "", "", "", address_id=AddressId("593861699"))
LINE = OrderLine(OFFER, SPEC, 2)
QUERY = SearchQuery(
    "保温杯 & 杯子", CATEGORY, ("certifiedFactory", "shipIn24Hours"), Money.from_yuan("1"), Money.from_yuan("99.90"),
    SortKey.PRICE, False, "ja",
)  # fmt: skip
PICTURE = PreparedPicture(b"\xff\xd8\xff+/=picture", 10, 10, "00", 10, 10)
JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256))
LINES = (
    d.DownstreamLine("202406140002", OFFER, "保温杯", SKU, "白色 500ml", 2, Money.from_fen(2500)),
    d.DownstreamLine(
        "202406140003", OFFER, "保温杯", SKU, "黑色 500ml", 1, Money.from_fen(1250), True, Money.from_fen(1)
    ),
)
SOLD = d.DownstreamOrder(
    "202406140001", "u-000123", d.DownstreamStatus.SUCCESS, NOON, NOON, Money.from_fen(3750), LINES, NOON, True,
    Money.from_fen(1), "japan", d.PurchaseType.PURCHASE,
)  # fmt: skip
SOLD_ONE = d.DownstreamOrder(
    "202406140001", "u-000123", d.DownstreamStatus.PAID, NOON, NOON, Money.from_fen(2500), LINES[:1], country="japan"
)
SENT = d.DownstreamShipment(
    "202406140001", "123456", d.ShipmentStatus.SENT, NOON, "江西省", "南昌市", "白云区", "xx号", country="japan"
)
SIGNED = d.DownstreamShipment(
    "202406140001", "123456", d.ShipmentStatus.SIGNED, NOON, "江西省", "南昌市", "白云区", "xx号", NOON, "japan", "到了"
)
RELATIONS = (d.OrderRelation("202406140001", "202406140002", ORDER, ENTRY),)
REPORT = d.DownstreamStatusReport(
    "202406140001", d.DownstreamStatus.SUCCESS, NOON, False,
    (d.DownstreamStatusReport("202406140002", d.DownstreamStatus.CLOSED, NOON, True),),
)  # fmt: skip
APPLICATION = RefundApplication(
    ORDER, (ENTRY,), DemandWord.RETURN_AND_REFUND, GoodsSituation.RECEIVED, Money.from_yuan("25.60"), Money.zero(),
    "20021", "颜色不符，申请退货", ("https://cbu01.alicdn.com/img/ibank/2026/1.jpg",), {ENTRY: 1}, True, "买家原话",
)  # fmt: skip
REFUNDS = RefundFilter(
    ORDER, NOON, NOON, NOON, NOON, (RefundStatus.WAIT_SELLER_AGREE, RefundStatus.WAIT_BUYER_SEND), RefundKind.AFTER_SALE,
    "b2b-2200000000002", "3101000000000", 1, 20,
)  # fmt: skip
MESSAGES = MessageFilter(NOON, NOON, Topic.ORDER_PAID, "b2b-2200000000001")
TITLE = InvoiceTitle(TitleType.COMPANY, "测试公司", "91330000000000000X", "bank", "account", "address", "phone")
INVOICES = InvoiceFilter(ORDER, "1", (InvoiceStatus.ISSUING,), False, "测试", NOON, NOON, NOON, NOON, 1, 10)
REGISTRATION = Registration(
    "japan", "sniff", "taro.sample", "u-000123", "203.0.113.7", "t@s.example", "0312345678", "JP"
)
FREIGHT = FreightQuery(OFFER, "330000", "330100", "330108", 3, ((SKU, 3),))
CREATE = CreateRequest(
    "srcapp-1",
    (
        ("flow", "general"), ("addressParam", '{"addressId":593861699}'),
        ("cargoParamList", '[{"offerId":745612849923,"specId":"eb81","quantity":2}]'), ("outOrderId", "srcapp-1"),
        ("tradeType", "assureTrade"), ("shopPromotionId", ""), ("useRedEnvelope", "n"),
    ),
)  # fmt: skip

EXERCISES: dict[str, tuple[Exercise, ...]] = {
    "account.user.register": (lambda p: p.members.register(REGISTRATION),),
    "account.wangwangUrl.get": (lambda p: p.members.chat_link(SUPPLIER),),
    "alibaba.account.basic": (lambda p: p.members.me(),),
    "alibaba.accountPeriod.list.buyerView": (lambda p: p.credit.terms(2, "seller_demo_02"), lambda p: p.credit.terms()),
    "alibaba.alipay.url.get": (lambda p: p.payments.link((ORDER, ORDER)),),
    "alibaba.category.get": (lambda p: _untranslated(p),),
    "alibaba.createOrder.preview": (
        lambda p: p.orders.preview((LINE,), HOME, SUPPLIER, ""),
        lambda p: p.orders.preview((LINE,), SAVED, SUPPLIER, ""),
        lambda p: p.orders.preview((OrderLine(OFFER, SpecId(""), 2),), _by_words(), SUPPLIER, ""),
    ),
    "alibaba.creditPay.url.get": (lambda p: p.cashiers.credit((ORDER,)),),
    "alibaba.crossBorderPay.url.get": (lambda p: p.cashiers.cross_border((ORDER,)),),
    "alibaba.logistics.OpQueryLogisticCompanyList": (lambda p: p.carriers.all(),),
    "alibaba.logistics.myFreightTemplate.list.get": (lambda p: p.freight.templates("2324342"),),
    "alibaba.order.memoAdd": (lambda p: p.aftercare.write_memo(ORDER, "集运仓A", MemoColour.BLUE),),
    "alibaba.subAccount.list": (lambda p: p.members.sub_accounts(),),
    "alibaba.trade.OpQueryMarketingMixConfig": (
        lambda p: p.freight.mix_rule("b2b-2000002"),
        lambda p: p.freight.mix_rule(login="seller_demo_02"),
    ),
    "alibaba.trade.addFeedback": (lambda p: p.aftercare.send_message(ORDER, "请尽快发货"),),
    "alibaba.trade.addresscode.parse": (lambda p: p.addresses.parse("浙江省 杭州市 滨江区网商路699号"),),
    "alibaba.trade.cancel": (lambda p: p.orders.cancel(ORDER, "buyerCancel", "下错单了"),),
    "alibaba.trade.createCrossOrder": (lambda p: p.orders.create(CREATE),),
    "alibaba.trade.createRefund": (lambda p: p.refunds.apply(APPLICATION),),
    "alibaba.trade.get.buyerView": (lambda p: p.orders.get(ORDER),),
    "alibaba.trade.getBuyerOrderList": (
        lambda p: p.orders.list(OrderFilter(OrderStatus.WAIT_PAY, NOON, NOON, NOON, "srcapp-1")),
        lambda p: p.orders.list(OrderFilter()),
    ),
    "alibaba.trade.getLogisticsInfos.buyerView": (lambda p: p.logistics.parcels(ORDER),),
    "alibaba.trade.getLogisticsTraceInfo.buyerView": (
        lambda p: p.logistics.trace(ORDER, ParcelId("LP00616288919385")),
        lambda p: p.traces.of_order(ORDER),
    ),
    "alibaba.trade.getRefundReasonList": (lambda p: p.refunds.reasons(ORDER, (ENTRY,), GoodsSituation.RECEIVED),),
    "alibaba.trade.grouppay.url.get": (lambda p: p.cashiers.combined((ORDER,)),),
    "alibaba.trade.pay.protocolPay.isopen": (lambda p: p.credit.agreements(),),
    "alibaba.trade.pay.protocolPay.preparePay": (
        lambda p: p.credit.withhold(ORDER, WithholdChannel.ALIPAY, Money.from_yuan("44"), "pay-1"),
    ),
    "alibaba.trade.payWay.query": (lambda p: p.payments.ways(ORDER),),
    "alibaba.trade.queryOrderByInsure": (lambda p: p.refunds.order_of_claim(ClaimKind.FREIGHT_INSURANCE, "90000001"),),
    "alibaba.trade.receiveAddress.get": (lambda p: p.addresses.saved(),),
    "alibaba.trade.refund.OpQueryBatchRefundByOrderIdAndStatus": (lambda p: p.refunds.of_order(ORDER),),
    "alibaba.trade.refund.OpQueryOrderRefund": (lambda p: p.refunds.get(REFUND),),
    "alibaba.trade.refund.OpQueryOrderRefundOperationList": (lambda p: p.refunds.history(REFUND, 1, 20),),
    "alibaba.trade.refund.buyer.queryOrderRefundList": (
        lambda p: p.refunds.list(REFUNDS),
        lambda p: p.refunds.list(RefundFilter()),
    ),
    "alibaba.trade.refund.returnGoods": (
        lambda p: p.refunds.send_back(REFUND, "ZTO", "78000000000001", "已寄出", ("https://cbu01.alicdn.com/1.jpg",)),
        lambda p: p.refunds.send_back(REFUND, "ZTO", "78000000000001"),
    ),
    "alibaba.trade.uploadRefundVoucher": (lambda p: p.refunds.upload_voucher(JPEG),),
    "category.translation.getById": (lambda p: p.categories.get(CategoryId("10166"), "ja"),),
    "category.translation.getByKeyword": (lambda p: p.categories.find("靴", "ja"),),
    "coupon.optimal.claim": (lambda p: p.following.claim_coupons((OFFER, OFFER)),),
    "logistics.delivery.urge": (lambda p: p.aftercare.urge(ORDER),),
    "order.receiveAddress.buyerUpdate": (
        lambda p: p.aftercare.ask_for_address(ORDER, SAVED),
        lambda p: p.aftercare.ask_for_address(ORDER, HOME),
    ),
    "order.relation.write": (lambda p: p.downstream.relate(RELATIONS),),
    "product.analyze.getPerdaySellQuantityTrendNew": (lambda p: p.insights.sales(OFFER, *_days()),),
    "product.analyze.getRepurchaseRateTrendNew": (lambda p: p.insights.repurchases(OFFER, *_days()),),
    "product.analyze.getThirtyDayMedianPriceTrendNew": (lambda p: p.insights.prices(OFFER, *_days()),),
    "product.filterData.queryConfig": (lambda p: p.offers.filters("ja"),),
    "product.freight.estimate": (lambda p: p.freight.estimate(FREIGHT),),
    "product.image.upload": (lambda p: p.pictures.upload(PICTURE),),
    "product.kjdistribute.addRelation": (lambda p: p.following.follow(OFFER),),
    "product.kjdistribute.removeRelation": (lambda p: p.following.unfollow(OFFER),),
    "product.related.recommend": (lambda p: p.discovery.related(OFFER, "en"),),
    "product.search.imageQuery": (
        lambda p: p.offers.search_by_picture(ImageId("1490507813791335080"), QUERY, 1, 20, Region(1, 2, 300, 400)),
        lambda p: p.offers.search_by_picture(ImageId("1490507813791335080"), SearchQuery()),
    ),
    "product.search.keywordQuery": (
        lambda p: p.offers.search(QUERY, 2, 20),
        lambda p: p.offers.search(SearchQuery("cup")),
    ),
    "product.search.keywordSNQuery": (lambda p: p.discovery.navigation("skirt"),),
    "product.search.offerRecommend": (lambda p: p.discovery.recommended("buyer-001", "en"),),
    "product.search.queryProductDetail": (lambda p: p.offers.get(OFFER, "ja"),),
    "product.search.querySellerOfferList": (lambda p: p.discovery.of_supplier(SUPPLIER, QUERY),),
    "product.search.topKeyword": (lambda p: p.discovery.hot_keywords(CATEGORY, "en"),),
    "product.topList.query": (lambda p: p.discovery.ranking(CATEGORY, RankingKind.HOT, "en", 10),),
    "push.cursor.messageList": (lambda p: p.messages.take(MESSAGES),),
    "push.message.confirm": (lambda p: p.messages.confirm(["92705609220", "92705609221"]),),
    "push.query.messageList": (lambda p: p.messages.held(MESSAGES), lambda p: p.messages.held(MessageFilter())),
    "system.currentTime": (lambda p: p.system.clock(), lambda p: p.self_test()),
    "system.oauth2.getToken": (
        lambda p: p.tokens.refreshed(p.transport, refused="access-token-1"),
        lambda p: p.system.exchange("7a1c-sample", "http://127.0.0.1/callback"),
    ),
    "system.oauth2.postponeToken": (lambda p: p.system.postpone(),),
    "trade.cross.logisticsOrderSync": (
        lambda p: p.downstream.report_shipment(SENT),
        lambda p: p.downstream.report_shipment(SIGNED),
    ),
    "trade.cross.logisticsStatusSync": (lambda p: p.downstream.report_shipment_status(SIGNED, NOON),),
    "trade.cross.orderStatusSync": (lambda p: p.downstream.report_order_status(REPORT, SOLD),),
    "trade.cross.orderSync": (
        lambda p: p.downstream.report_order(SOLD),
        lambda p: p.downstream.report_order(SOLD_ONE),
    ),
    "trade.invoice.apply": (
        lambda p: p.invoices.apply((InvoiceWish(ORDER, Money.from_yuan("44"), InvoiceType.ORDINARY, TITLE),)),
    ),
    "trade.invoice.getListBuyerView": (lambda p: p.invoices.issued(ORDER),),
    "trade.invoiceAmount.getList": (lambda p: p.invoices.amounts((ORDER,)),),
    "trade.invoiceApply.getPageListBuyerView": (lambda p: p.invoices.asked(INVOICES),),
    "trade.invoiceTitle.getPageList": (lambda p: p.invoices.titles(1, 50, TitleType.COMPANY),),
    "trade.order.buyerdelete": (lambda p: p.aftercare.delete(ORDER),),
    "trade.orderpay.analysis": (lambda p: p.cashiers.check((ORDER,), CheckedChannel.CROSS_BORDER),),
    "trade.receivegoods.confirm": (lambda p: p.aftercare.confirm_receipt(ORDER, (ENTRY,)),),
}

REPEATS_LIVE = {
    "trade.cross.orderStatusSync": "trade.cross.orderSync",
    "trade.cross.logisticsStatusSync": "trade.cross.logisticsOrderSync",
}
"""Calls of the older dialect alone: on the live gateway another one is made again. Source: quirks.md, section 8."""


def _days() -> tuple[date, date]:
    return date(2024, 7, 1), date(2024, 7, 30)


def _by_words() -> Address:
    return Address("测试收货人", "浙江省", "杭州市", "滨江区", "网商路699号", mobile="13900000000")


def _untranslated(platform: Platform) -> Awaitable[Any]:
    """Where the app may not use the translated call."""
    platform.categories._untranslated = True
    return platform.categories.children(CategoryId("0"), "ja")
