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
from sourcing_app.platform.addresses import calls as addresses
from sourcing_app.platform.aftercare import calls as aftercare
from sourcing_app.platform.categories import calls as categories
from sourcing_app.platform.discovery import calls as discovery
from sourcing_app.platform.downstream import calls as downstream
from sourcing_app.platform.downstream.downstream import Downstream
from sourcing_app.platform.following import calls as following
from sourcing_app.platform.freight import calls as freight
from sourcing_app.platform.insights import calls as insights
from sourcing_app.platform.invoices import calls as invoices
from sourcing_app.platform.logistics import calls as logistics
from sourcing_app.platform.members import calls as members
from sourcing_app.platform.messages import calls as messages
from sourcing_app.platform.offers import calls as offers
from sourcing_app.platform.orders import calls as orders
from sourcing_app.platform.payments import calls as payments
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.refunds import calls as refunds
from sourcing_app.platform.system import calls as system
from sourcing_app.platform.transport.auth import exchange_code

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
    "account.user.register": (lambda p: p.send(members.REGISTER, REGISTRATION),),
    "account.wangwangUrl.get": (lambda p: p.send(members.CHAT_LINK, SUPPLIER),),
    "alibaba.account.basic": (lambda p: p.send(members.ME),),
    "alibaba.accountPeriod.list.buyerView": (
        lambda p: p.send(payments.CREDIT_TERMS, 2, "seller_demo_02"),
        lambda p: p.send(payments.CREDIT_TERMS),
    ),
    "alibaba.alipay.url.get": (lambda p: p.send(payments.LINK, (ORDER, ORDER)),),
    "alibaba.category.get": (lambda p: _untranslated(p),),
    "alibaba.createOrder.preview": (
        lambda p: p.orders.preview((LINE,), HOME, SUPPLIER, ""),
        lambda p: p.orders.preview((LINE,), SAVED, SUPPLIER, ""),
        lambda p: p.orders.preview((OrderLine(OFFER, SpecId(""), 2),), _by_words(), SUPPLIER, ""),
    ),
    "alibaba.creditPay.url.get": (lambda p: p.send(payments.CREDIT_LINK, (ORDER,)),),
    "alibaba.crossBorderPay.url.get": (lambda p: p.send(payments.CROSS_BORDER_LINK, (ORDER,)),),
    "alibaba.logistics.OpQueryLogisticCompanyList": (lambda p: p.send(logistics.CARRIERS),),
    "alibaba.logistics.myFreightTemplate.list.get": (lambda p: p.send(freight.TEMPLATES, "2324342"),),
    "alibaba.order.memoAdd": (lambda p: p.send(aftercare.WRITE_MEMO, ORDER, "集运仓A", MemoColour.BLUE),),
    "alibaba.subAccount.list": (lambda p: p.send(members.SUB_ACCOUNTS),),
    "alibaba.trade.OpQueryMarketingMixConfig": (
        lambda p: p.send(freight.MIX_RULE, "b2b-2000002"),
        lambda p: p.send(freight.MIX_RULE, login="seller_demo_02"),
    ),
    "alibaba.trade.addFeedback": (lambda p: p.send(aftercare.SEND_MESSAGE, ORDER, "请尽快发货"),),
    "alibaba.trade.addresscode.parse": (lambda p: p.send(addresses.PARSE, "浙江省 杭州市 滨江区网商路699号"),),
    "alibaba.trade.cancel": (lambda p: p.send(orders.CANCEL, ORDER, "buyerCancel", "下错单了"),),
    "alibaba.trade.createCrossOrder": (lambda p: p.send(orders.CREATE, CREATE),),
    "alibaba.trade.createRefund": (lambda p: p.send(refunds.APPLY, APPLICATION),),
    "alibaba.trade.get.buyerView": (lambda p: p.send(orders.GET, ORDER),),
    "alibaba.trade.getBuyerOrderList": (
        lambda p: p.send(orders.LIST, OrderFilter(OrderStatus.WAIT_PAY, NOON, NOON, NOON, "srcapp-1")),
        lambda p: p.send(orders.LIST, OrderFilter()),
    ),
    "alibaba.trade.getLogisticsInfos.buyerView": (lambda p: p.send(logistics.PARCELS, ORDER),),
    "alibaba.trade.getLogisticsTraceInfo.buyerView": (
        lambda p: p.send(logistics.TRACE, ORDER, ParcelId("LP00616288919385")),
        lambda p: p.send(logistics.TRACE, ORDER),
    ),
    "alibaba.trade.getRefundReasonList": (lambda p: p.send(refunds.REASONS, ORDER, (ENTRY,), GoodsSituation.RECEIVED),),
    "alibaba.trade.grouppay.url.get": (lambda p: p.send(payments.COMBINED_LINK, (ORDER,)),),
    "alibaba.trade.pay.protocolPay.isopen": (lambda p: p.send(payments.AGREEMENTS),),
    "alibaba.trade.pay.protocolPay.preparePay": (
        lambda p: p.send(payments.WITHHOLD, ORDER, WithholdChannel.ALIPAY, Money.from_yuan("44"), "pay-1"),
    ),
    "alibaba.trade.payWay.query": (lambda p: p.send(payments.WAYS, ORDER),),
    "alibaba.trade.queryOrderByInsure": (
        lambda p: p.send(refunds.ORDER_OF_CLAIM, ClaimKind.FREIGHT_INSURANCE, "90000001"),
    ),
    "alibaba.trade.receiveAddress.get": (lambda p: p.send(addresses.SAVED),),
    "alibaba.trade.refund.OpQueryBatchRefundByOrderIdAndStatus": (lambda p: p.send(refunds.OF_ORDER, ORDER),),
    "alibaba.trade.refund.OpQueryOrderRefund": (lambda p: p.send(refunds.GET, REFUND),),
    "alibaba.trade.refund.OpQueryOrderRefundOperationList": (lambda p: p.send(refunds.HISTORY, REFUND, 1, 20),),
    "alibaba.trade.refund.buyer.queryOrderRefundList": (
        lambda p: p.send(refunds.LIST, REFUNDS),
        lambda p: p.send(refunds.LIST, RefundFilter()),
    ),
    "alibaba.trade.refund.returnGoods": (
        lambda p: p.send(
            refunds.SEND_BACK, REFUND, "ZTO", "78000000000001", "已寄出", ("https://cbu01.alicdn.com/1.jpg",)
        ),
        lambda p: p.send(refunds.SEND_BACK, REFUND, "ZTO", "78000000000001"),
    ),
    "alibaba.trade.uploadRefundVoucher": (lambda p: p.send(refunds.UPLOAD_VOUCHER, JPEG),),
    "category.translation.getById": (lambda p: p.categories.family(CategoryId("10166"), "ja"),),
    "category.translation.getByKeyword": (lambda p: p.send(categories.FIND, "靴", "ja"),),
    "coupon.optimal.claim": (lambda p: p.send(following.CLAIM_COUPONS, (OFFER, OFFER)),),
    "logistics.delivery.urge": (lambda p: p.send(aftercare.URGE, ORDER),),
    "order.receiveAddress.buyerUpdate": (
        lambda p: p.send(aftercare.ASK_FOR_ADDRESS, ORDER, SAVED),
        lambda p: p.send(aftercare.ASK_FOR_ADDRESS, ORDER, HOME),
    ),
    "order.relation.write": (lambda p: Downstream(p.gateway).relate(RELATIONS),),
    "product.analyze.getPerdaySellQuantityTrendNew": (lambda p: p.send(insights.SALES, OFFER, *_days()),),
    "product.analyze.getRepurchaseRateTrendNew": (lambda p: p.send(insights.REPURCHASES, OFFER, *_days()),),
    "product.analyze.getThirtyDayMedianPriceTrendNew": (lambda p: p.send(insights.PRICES, OFFER, *_days()),),
    "product.filterData.queryConfig": (lambda p: p.filters.sections("ja"),),
    "product.freight.estimate": (lambda p: p.send(freight.ESTIMATE, FREIGHT),),
    "product.image.upload": (lambda p: p.send(offers.IMAGE_UPLOAD, PICTURE),),
    "product.kjdistribute.addRelation": (lambda p: p.send(following.FOLLOW, OFFER),),
    "product.kjdistribute.removeRelation": (lambda p: p.send(following.UNFOLLOW, OFFER),),
    "product.related.recommend": (lambda p: p.send(discovery.RELATED, OFFER, "en"),),
    "product.search.imageQuery": (
        lambda p: p.send(offers.IMAGE_QUERY, ImageId("1490507813791335080"), QUERY, 1, 20, Region(1, 2, 300, 400)),
        lambda p: p.send(offers.IMAGE_QUERY, ImageId("1490507813791335080"), SearchQuery()),
    ),
    "product.search.keywordQuery": (
        lambda p: p.send(offers.KEYWORD_QUERY, QUERY, 2, 20),
        lambda p: p.send(offers.KEYWORD_QUERY, SearchQuery("cup")),
    ),
    "product.search.keywordSNQuery": (lambda p: p.send(discovery.NAVIGATION, "skirt"),),
    "product.search.offerRecommend": (lambda p: p.send(discovery.RECOMMENDED, "buyer-001", "en"),),
    "product.search.queryProductDetail": (lambda p: p.send(offers.DETAIL, OFFER, "ja"),),
    "product.search.querySellerOfferList": (lambda p: p.send(discovery.OF_SUPPLIER, SUPPLIER, QUERY),),
    "product.search.topKeyword": (lambda p: p.send(discovery.HOT_KEYWORDS, CATEGORY, "en"),),
    "product.topList.query": (lambda p: p.send(discovery.RANKING, CATEGORY, RankingKind.HOT, "en", 10),),
    "push.cursor.messageList": (lambda p: p.send(messages.TAKE, MESSAGES),),
    "push.message.confirm": (lambda p: p.send(messages.CONFIRM, ["92705609220", "92705609221"]),),
    "push.query.messageList": (
        lambda p: p.send(messages.HELD, MESSAGES),
        lambda p: p.send(messages.HELD, MessageFilter()),
    ),
    "system.currentTime": (lambda p: p.send(system.CLOCK), lambda p: p.self_test()),
    "system.oauth2.getToken": (
        lambda p: p.tokens.refreshed(p.transport, refused="access-token-1"),
        lambda p: _exchanged(p),
    ),
    "system.oauth2.postponeToken": (lambda p: p.tokens.postpone(p.transport),),
    "trade.cross.logisticsOrderSync": (
        lambda p: p.send(downstream.REPORT_SHIPMENT, SENT),
        lambda p: p.send(downstream.REPORT_SHIPMENT, SIGNED),
    ),
    "trade.cross.logisticsStatusSync": (lambda p: Downstream(p.gateway).report_shipment_status(SIGNED, NOON),),
    "trade.cross.orderStatusSync": (lambda p: Downstream(p.gateway).report_order_status(REPORT, SOLD),),
    "trade.cross.orderSync": (
        lambda p: p.send(downstream.REPORT_ORDER, SOLD),
        lambda p: p.send(downstream.REPORT_ORDER, SOLD_ONE),
    ),
    "trade.invoice.apply": (
        lambda p: p.send(invoices.APPLY, (InvoiceWish(ORDER, Money.from_yuan("44"), InvoiceType.ORDINARY, TITLE),)),
    ),
    "trade.invoice.getListBuyerView": (lambda p: p.send(invoices.ISSUED, ORDER),),
    "trade.invoiceAmount.getList": (lambda p: p.send(invoices.AMOUNTS, (ORDER,)),),
    "trade.invoiceApply.getPageListBuyerView": (lambda p: p.send(invoices.ASKED, INVOICES),),
    "trade.invoiceTitle.getPageList": (lambda p: p.send(invoices.TITLES, 1, 50, TitleType.COMPANY),),
    "trade.order.buyerdelete": (lambda p: p.send(aftercare.DELETE, ORDER),),
    "trade.orderpay.analysis": (lambda p: p.send(payments.CHECK, (ORDER,), CheckedChannel.CROSS_BORDER),),
    "trade.receivegoods.confirm": (lambda p: p.send(aftercare.CONFIRM_RECEIPT, ORDER, (ENTRY,)),),
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
    return platform.categories.family(CategoryId("0"), "ja")


def _exchanged(platform: Platform) -> Awaitable[Any]:
    tokens = platform.tokens
    return exchange_code(
        platform.transport, tokens.base_url, tokens.credentials, "7a1c-sample", "http://127.0.0.1/callback", NOON
    )
