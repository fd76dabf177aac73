"""What the page of all calls says and cannot be read off the code: what the sandbox does, which screen asks, who tests it."""

from __future__ import annotations

from dataclasses import dataclass

COMMAND_LINE = "command line only"
SANDBOX = "tests/sandbox"


@dataclass(frozen=True)
class Row:
    """One row. names: contracts; sandbox: what the shipped marketplace does; screen: where a person meets it;
    tests: files besides those that every call has."""

    section: str
    title: str
    names: tuple[str, ...]
    sandbox: str
    screen: str = COMMAND_LINE
    tests: tuple[str, ...] = ()


def _row(section: str, title: str, names: str, sandbox: str, screen: str = COMMAND_LINE, tests: str = "") -> Row:
    return Row(section, title, tuple(names.split()), sandbox, screen, tuple(tests.split()))


CALLS: tuple[Row, ...] = (
    _row("1.1", "Categories", "category.translation.getById category.translation.getByKeyword alibaba.category.get",
         "a tree of three levels with 60 leaves, Chinese and translated", "Search", "tests/platform/offers/test_offers.py"),
    _row("2.1", "Keyword search", "product.search.keywordQuery",
         "full text over titles and attributes, with filters, sorts and pages", "Search", "tests/platform/offers/test_offers.py"),
    _row("2.2", "Picture upload", "product.image.upload", "keeps the picture under an id, its success flag a text",
         "Photo search", "tests/platform/offers/test_offers.py"),
    _row("2.3", "Picture search", "product.search.imageQuery", "likeness of pixels, also of a region of the picture",
         "Photo search", "tests/platform/offers/test_offers.py"),
    _row("2.4", "Product detail", "product.search.queryProductDetail", "all three kinds of quotes, with and without SKUs",
         "Product", "tests/platform/offers/test_offers.py"),
    _row("2.5", "Filter configuration", "product.filterData.queryConfig", "a bare list, in the language of the country",
         "Search", "tests/platform/offers/test_offers.py"),
    _row("3.1", "Order preview", "alibaba.createOrder.preview", "prices, freight, promotions, splits, what cannot be bought",
         "Cart", "tests/platform/orders/test_orders.py tests/sandbox/test_ordering.py"),
    _row("3.2", "Create order", "alibaba.trade.createCrossOrder",
         "one order or several, lines left out, answers lost after the commit on request", "Cart",
         "tests/platform/orders/test_orders.py tests/sandbox/test_ordering.py"),
    _row("3.3", "Order detail", "alibaba.trade.get.buyerView", "state, lines, sums, parcels, staged payments", "Orders",
         "tests/platform/orders/test_orders.py tests/sandbox/test_reading_orders.py"),
    _row("3.4", "Order list", "alibaba.trade.getBuyerOrderList", "filters and pages; a new order may show up late", "Orders",
         "tests/platform/orders/test_orders.py tests/sandbox/test_reading_orders.py"),
    _row("3.5", "Cancel order", "alibaba.trade.cancel", "refused in the first 10 seconds and once paid", "Orders",
         "tests/platform/orders/test_orders.py tests/sandbox/test_lifecycle.py"),
    _row("3.6", "Parcels", "alibaba.trade.getLogisticsInfos.buyerView", "500_2 before shipping, then one row a parcel",
         "Orders", "tests/platform/payments/test_delivery_and_payment.py"),
    _row("3.7", "Tracking", "alibaba.trade.getLogisticsTraceInfo.buyerView", "steps of each parcel; none yet, in both ways",
         "Orders", "tests/platform/payments/test_delivery_and_payment.py"),
    _row("3.8", "Report an end-customer order", "trade.cross.orderSync",
         "kept by order id, read back at `/_sandbox/downstream`", tests="tests/sandbox/downstream/test_reports.py"),
    _row("3.9", "Relate purchase and end-customer order", "order.relation.write", "kept; a list of pairs in the older dialect",
         tests="tests/sandbox/downstream/test_reports.py"),
    _row("3.10", "Report its status", "trade.cross.orderStatusSync", "served for the older dialect; live repeats 3.8",
         tests="tests/sandbox/downstream/test_reports.py"),
    _row("3.11", "Report its shipment", "trade.cross.logisticsOrderSync", "kept by shipment id, read back likewise",
         tests="tests/sandbox/downstream/test_reports.py"),
    _row("3.12", "Report the shipment's status", "trade.cross.logisticsStatusSync",
         "served for the older dialect; live repeats 3.11", tests="tests/sandbox/downstream/test_reports.py"),
    _row("4.1", "Cashier link", "alibaba.alipay.url.get", "a page on which an order can really be paid", "Orders",
         "tests/platform/payments/test_delivery_and_payment.py tests/sandbox/test_paying.py"),
    _row("4.2", "Cross-border cashier link", "alibaba.crossBorderPay.url.get", "leaves out orders that cannot be paid so",
         tests="tests/sandbox/test_paying.py"),
    _row("4.3", "Credit cashier link", "alibaba.creditPay.url.get", "leaves out orders beyond the credit line",
         tests="tests/sandbox/test_paying.py"),
    _row("4.4", "Credit terms", "alibaba.accountPeriod.list.buyerView", "terms of some suppliers, ten a page",
         tests="tests/sandbox/test_conformance.py"),
    _row("4.5", "Payment channels", "alibaba.trade.payWay.query", "amount due, deadline, channels; main account only",
         "Orders", "tests/platform/payments/test_delivery_and_payment.py tests/sandbox/test_paying.py"),
    _row("4.6", "Agreements to debit", "alibaba.trade.pay.protocolPay.isopen", "flags as texts; signed through its control",
         tests="tests/sandbox/test_paying.py"),
    _row("4.7", "Debit without a password", "alibaba.trade.pay.protocolPay.preparePay",
         "pays when signed; on request takes the money and says it did not", tests="tests/sandbox/test_paying.py"),
    _row("5.1", "Saved addresses", "alibaba.trade.receiveAddress.get", "the buyer's addresses", "Cart",
         "tests/platform/payments/test_delivery_and_payment.py"),
    _row("5.2", "Address to code", "alibaba.trade.addresscode.parse", "division codes and what is left of the text",
         tests="tests/platform/payments/test_delivery_and_payment.py"),
    _row("5.3", "Carriers", "alibaba.logistics.OpQueryLogisticCompanyList", "a list with ids, codes and pinyin",
         tests="tests/sandbox/test_conformance.py"),
    _row("6.1", "Refunds of an order", "alibaba.trade.refund.OpQueryBatchRefundByOrderIdAndStatus",
         "in-sale ones that run or succeeded", tests="tests/sandbox/aftersale/test_reads.py"),
    _row("6.2", "History of a refund", "alibaba.trade.refund.OpQueryOrderRefundOperationList", "newest first, no total",
         tests="tests/sandbox/aftersale/test_reads.py"),
    _row("6.3", "One refund", "alibaba.trade.refund.OpQueryOrderRefund", "with its deadline and history when asked for",
         tests="tests/sandbox/aftersale/test_reads.py"),
    _row("6.4", "Refund list, and the call its link leads to",
         "alibaba.trade.refund.buyer.queryOrderRefundList alibaba.trade.refund.OpQueryOrderRefund",
         "every refund of the buyer, pages from 0", tests="tests/sandbox/aftersale/test_reads.py"),
    _row("6.5", "Order behind a claim", "alibaba.trade.queryOrderByInsure", "claims and policies; nothing found is empty",
         tests="tests/sandbox/calls/test_after_sales_over_http.py"),
    _row("6.6", "Apply for a refund", "alibaba.trade.createRefund", "all rules on state, sum, reason, voucher; timers run",
         tests="tests/sandbox/aftersale/test_apply.py tests/sandbox/aftersale/test_moves.py"),
    _row("6.7", "Refund reasons", "alibaba.trade.getRefundReasonList", "by order, lines and situation of the goods",
         tests="tests/sandbox/aftersale/test_apply.py"),
    _row("6.8", "Upload a voucher", "alibaba.trade.uploadRefundVoucher", "a JPEG below 1 MB, checked, stored and served",
         tests="tests/sandbox/aftersale/test_vouchers.py"),
    _row("6.9", "Send goods back", "alibaba.trade.refund.returnGoods", "carrier and waybill checked; the refund moves on",
         tests="tests/sandbox/aftersale/test_returns.py"),
    _row("7.1", "Register a member", "account.user.register", "kept, read back at `/_sandbox/members`; both flags",
         tests="tests/sandbox/members/test_register.py"),
)  # fmt: skip

TOPIC_SANDBOX = "pushed signed, three tries, then held; doubled and out of order on request"
TOPIC_TESTS = ("tests/platform/messages/test_messages.py",)

ENUMERATIONS: tuple[tuple[str, str, str, str], ...] = (
    ("9.1", "Countries and languages", "`domain.country.Country`, `domain.country.Language`",
     "a country's name stands for its language in the older dialect"),
    ("9.2", "Dialling areas", "`domain.country.MobileArea`", "taken when a member is registered"),
)  # fmt: skip

BEYOND: dict[str, tuple[str, str]] = {
    "push.query.messageList": ("held messages, page by page, of every user of the app", COMMAND_LINE),
    "push.message.confirm": ("lets go of them", COMMAND_LINE),
    "push.cursor.messageList": ("hands out and confirms in one", COMMAND_LINE),
    "system.currentTime": ("its own clock, which can be moved", "Settings"),
    "system.oauth2.getToken": ("codes once within two minutes; refresh without a new refresh token", "Settings"),
    "system.oauth2.postponeToken": ("only in the last 30 days", COMMAND_LINE),
    "alibaba.account.basic": ("whose token it is", "Settings"),
    "alibaba.subAccount.list": ("main and sub-accounts, by whose token asks", COMMAND_LINE),
    "account.wangwangUrl.get": ("a chat link for a known supplier", COMMAND_LINE),
    "product.search.querySellerOfferList": ("a supplier's offers, filtered and sorted", COMMAND_LINE),
    "product.search.offerRecommend": ("a choice for each end user", COMMAND_LINE),
    "product.related.recommend": ("offers of the same leaf with most words in common", COMMAND_LINE),
    "product.search.keywordSNQuery": ("refinement groups of what a keyword finds", COMMAND_LINE),
    "product.search.topKeyword": ("what sells best in a category, as words", COMMAND_LINE),
    "product.topList.query": ("rankings of a category", COMMAND_LINE),
    "product.analyze.getPerdaySellQuantityTrendNew": ("sales a day, with gaps", COMMAND_LINE),
    "product.analyze.getRepurchaseRateTrendNew": ("repurchase rate a day, with gaps", COMMAND_LINE),
    "product.analyze.getThirtyDayMedianPriceTrendNew": ("median price a day, with gaps", COMMAND_LINE),
    "product.freight.estimate": ("the same sums as the order preview", COMMAND_LINE),
    "alibaba.logistics.myFreightTemplate.list.get": ("one template a seller", COMMAND_LINE),
    "alibaba.trade.OpQueryMarketingMixConfig": ("the seller's mixed-batch rule", COMMAND_LINE),
    "product.kjdistribute.addRelation": ("follows; a second time is refused", COMMAND_LINE),
    "product.kjdistribute.removeRelation": ("unfollows", COMMAND_LINE),
    "coupon.optimal.claim": ("the best coupon of each seller, once a buyer", COMMAND_LINE),
    "alibaba.trade.grouppay.url.get": ("a combined cashier that can really be paid at", COMMAND_LINE),
    "trade.orderpay.analysis": ("whether orders can be paid with a channel", COMMAND_LINE),
    "trade.receivegoods.confirm": ("all or some lines; closes a running refund", COMMAND_LINE),
    "logistics.delivery.urge": ("once in 24 hours, before shipping", COMMAND_LINE),
    "alibaba.order.memoAdd": ("kept; fails with success true on request", COMMAND_LINE),
    "alibaba.trade.addFeedback": ("kept, 500 characters in all", COMMAND_LINE),
    "order.receiveAddress.buyerUpdate": ("a wish until the seller agrees", COMMAND_LINE),
    "trade.order.buyerdelete": ("closed orders only", COMMAND_LINE),
    "trade.invoiceAmount.getList": ("what can be invoiced", COMMAND_LINE),
    "trade.invoiceTitle.getPageList": ("the buyer's titles", COMMAND_LINE),
    "trade.invoice.apply": ("each order on its own", COMMAND_LINE),
    "trade.invoiceApply.getPageListBuyerView": ("what was asked for", COMMAND_LINE),
    "trade.invoice.getListBuyerView": ("what was issued, with a link to its paper", COMMAND_LINE),
}
