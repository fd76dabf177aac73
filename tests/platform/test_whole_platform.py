"""The rest of the platform by the real client at the real sandbox: refunds, messages, reports, credit, invoices."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest

from sourcing_app.domain.account import Dialect
from sourcing_app.domain.country import MemoColour
from sourcing_app.domain.ids import EntryId, OfferId, OrderId, RefundId, SupplierId
from sourcing_app.domain.insight import RankingKind
from sourcing_app.domain.invoice import InvoiceFilter, InvoiceType, InvoiceWish
from sourcing_app.domain.message import MessageFilter, OrderEvent, Topic
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.domain.order import OrderStatus
from sourcing_app.domain.payment import CheckedChannel, WithholdChannel
from sourcing_app.domain.refund import (
    DemandWord,
    GoodsSituation,
    RefundApplication,
    RefundFilter,
    RefundKind,
    RefundsOfOrder,
    RefundStatus,
)
from sourcing_app.errors import InvalidInput, NotPermitted, Refused, UnprovenNo
from sourcing_app.platform.aftercare import calls as aftercare
from sourcing_app.platform.discovery import calls as discovery
from sourcing_app.platform.downstream import calls as downstream
from sourcing_app.platform.downstream.downstream import Downstream
from sourcing_app.platform.following import calls as following
from sourcing_app.platform.insights import calls as insights
from sourcing_app.platform.insights.calls import trend
from sourcing_app.platform.invoices import calls as invoices
from sourcing_app.platform.logistics import calls as logistics
from sourcing_app.platform.members import calls as members
from sourcing_app.platform.messages import calls as messages
from sourcing_app.platform.messages.wire import read_push
from sourcing_app.platform.orders import calls as orders
from sourcing_app.platform.payments import calls as payments
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.refunds import calls as refunds
from tests.contracts.exercises import RELATIONS, REPORT, SENT, SIGNED, SOLD
from tests.platform.test_with_sandbox import connect
from tests.sandbox.pictures import encoded
from tests.sandbox.receiver import Receiver
from tests.sandbox.scene import Scene
from tests.support.sandbox import RunningSandbox


@pytest.fixture
async def market(sandbox: RunningSandbox) -> AsyncIterator[Platform]:
    there = connect(sandbox)
    yield there
    await there.close()


async def applied(market: Platform, box: RunningSandbox) -> tuple[OrderId, RefundId]:
    """A return of everything that arrived, with its reason, its sum and a voucher."""
    order = await market.send(orders.GET, OrderId(str(Scene(box).shipped())))
    lines = tuple(entry.entry_id for entry in order.entries)
    reasons = await market.send(refunds.REASONS, order.order_id, lines, GoodsSituation.RECEIVED)
    reason = next(one for one in reasons if one.needs_voucher)
    voucher = await market.send(refunds.UPLOAD_VOUCHER, encoded("JPEG"))
    assert order.goods is not None
    application = RefundApplication(
        order.order_id, lines, DemandWord.RETURN_AND_REFUND, GoodsSituation.RECEIVED, order.goods, Money.zero(),
        reason.reason_id, "颜色不符，申请退货", (voucher.url,),
    )  # fmt: skip
    return order.order_id, (await market.send(refunds.APPLY, application)).refund_id


async def test_a_return_goes_from_application_to_money_back(market: Platform, sandbox: RunningSandbox) -> None:
    order_id, refund_id = await applied(market, sandbox)
    waiting = await market.send(refunds.GET, refund_id)
    assert (waiting.status, waiting.order_id, waiting.kind) == (
        RefundStatus.WAIT_SELLER_AGREE,
        order_id,
        RefundKind.IN_SALE,
    )
    assert waiting.deadline is not None and waiting.paid_back is None and waiting.steps
    sandbox.control(f"refunds/{refund_id}/agree")
    agreed = await market.send(refunds.GET, refund_id)
    assert agreed.status is RefundStatus.WAIT_BUYER_SEND and agreed.return_place is not None
    carrier = next(one for one in await market.send(logistics.CARRIERS) if one.code == "ZTO")
    await market.send(refunds.SEND_BACK, refund_id, carrier.code, "78000000000001", "已寄出")
    assert (await market.send(refunds.GET, refund_id)).status is RefundStatus.WAIT_SELLER_RECEIVE
    sandbox.control("clock", advance_s=864_100)
    over = await market.send(refunds.GET, refund_id)
    assert over.status is RefundStatus.SUCCESS and over.paid_back == over.agreed
    steps = (await market.send(refunds.HISTORY, refund_id)).steps
    assert len(steps) >= 3 and steps[-1].before is None


async def test_a_refunds_description_reaches_the_platform_and_so_does_that_of_a_parcel(
    market: Platform, sandbox: RunningSandbox
) -> None:
    _, refund_id = await applied(market, sandbox)
    (asked,) = sandbox.look("calls", api="alibaba.trade.createRefund")["calls"]
    assert asked["params"]["description"] == "颜色不符，申请退货"
    sandbox.control(f"refunds/{refund_id}/agree")
    await market.send(refunds.SEND_BACK, refund_id, "ZTO", "78000000000001", "已寄出")
    (sent,) = sandbox.look("calls", api="alibaba.trade.refund.returnGoods")["calls"]
    assert sent["params"]["description"] == "已寄出"


async def test_a_refund_is_in_every_list_of_refunds(market: Platform, sandbox: RunningSandbox) -> None:
    order_id, refund_id = await applied(market, sandbox)
    assert [one.refund_id for one in (await market.send(refunds.OF_ORDER, order_id)).refunds] == [refund_id]
    assert (await market.send(refunds.OF_ORDER, order_id, RefundsOfOrder.SUCCESSFUL)).refunds == ()
    listed = await market.send(refunds.LIST, RefundFilter(order_id, statuses=(RefundStatus.WAIT_SELLER_AGREE,)))
    assert (listed.total, [one.refund_id for one in listed.refunds]) == (1, [refund_id])


async def test_the_same_lines_are_not_refunded_twice(market: Platform, sandbox: RunningSandbox) -> None:
    order_id, refund_id = await applied(market, sandbox)
    refund = await market.send(refunds.GET, refund_id)
    again = RefundApplication(
        order_id, refund.entry_ids, DemandWord.MONEY_ONLY, GoodsSituation.RECEIVED, Money.from_yuan("1"), Money.zero(),
        refund.reason_id, "再申请一次",
    )  # fmt: skip
    with pytest.raises(UnprovenNo):  # so would a second delivery of the same application be answered
        await market.send(refunds.APPLY, again)


@pytest.mark.parametrize(("picture", "reason"), [(b"GIF89a", "format"), (b"\xff\xd8\xff" + b"x" * 10**6, "size")])
async def test_what_is_no_voucher_is_not_sent(
    market: Platform, sandbox: RunningSandbox, picture: bytes, reason: str
) -> None:
    with pytest.raises(InvalidInput) as error:
        await market.send(refunds.UPLOAD_VOUCHER, picture)
    assert error.value.reason == reason
    assert sandbox.look("calls")["calls"] == []


async def test_held_messages_are_read_kept_and_let_go(market: Platform, sandbox: RunningSandbox) -> None:
    order_id = OrderId(str(Scene(sandbox).paid()))
    held = await market.send(messages.HELD, MessageFilter(member_id=sandbox.member_id))
    topics = {one.topic for one in held.messages}
    assert {Topic.ORDER_MADE, Topic.ORDER_PAID} <= topics
    assert all(isinstance(one.event, OrderEvent) and one.event.order_id == order_id for one in held.messages)
    await market.send(messages.CONFIRM, [one.message_id for one in held.messages])
    assert (await market.send(messages.HELD, MessageFilter())).total == 0


async def test_taking_messages_lets_go_of_them(market: Platform, sandbox: RunningSandbox) -> None:
    Scene(sandbox).paid()
    taken = await market.send(messages.TAKE, MessageFilter(page_size=50))
    assert taken.messages
    assert (await market.send(messages.TAKE, MessageFilter(page_size=50))).messages == ()


async def test_a_pushed_message_is_the_platforms_own(sandbox: RunningSandbox) -> None:
    receiver = Receiver()
    try:
        sandbox.control("push", url=receiver.url)
        sandbox.control("push/publish", topic="ORDER_BUYER_VIEW_ORDER_PAY", member_id=sandbox.member_id)
        message = read_push(receiver.wait_for(1)[0], sandbox.app_secret)
    finally:
        sandbox.control("push", url=None)
        receiver.close()
    assert isinstance(message.event, OrderEvent) and message.event.status is OrderStatus.WAIT_SEND


@pytest.mark.parametrize("dialect", list(Dialect))
async def test_reports_of_a_reseller_arrive_in_both_dialects(sandbox: RunningSandbox, dialect: Dialect) -> None:
    sandbox.control("options", dialect=dialect.value)
    market = connect(sandbox, dialect)
    reports = Downstream(market.gateway)
    await market.send(downstream.REPORT_ORDER, SOLD)
    await reports.relate(RELATIONS)
    await reports.report_order_status(REPORT, SOLD)
    await market.send(downstream.REPORT_SHIPMENT, SENT)
    await market.send(downstream.REPORT_SHIPMENT, SIGNED)
    await reports.report_shipment_status(SIGNED, datetime(2026, 11, 23, tzinfo=UTC))
    await market.close()
    kept = str(sandbox.look("downstream"))
    for fact in ("202406140001", "202406140002", "3317081160226242183", "123456", "sign"):
        assert fact in kept, kept


async def test_a_debit_without_a_password_pays(market: Platform, sandbox: RunningSandbox) -> None:
    sandbox.control("agreement", alipay=True)
    assert any(one.is_open for one in await market.send(payments.AGREEMENTS))
    order = await market.send(orders.GET, OrderId(str(Scene(sandbox).unpaid())))
    paid = await market.send(payments.WITHHOLD, order.order_id, WithholdChannel.ALIPAY, order.total)
    assert paid.paid and (await market.send(orders.GET, order.order_id)).status is OrderStatus.WAIT_SEND


async def test_an_unclear_debit_is_not_taken_for_a_no(market: Platform, sandbox: RunningSandbox) -> None:
    sandbox.control("agreement", alipay=True)
    sandbox.control("faults", faults=[{"kind": "unclear_payment", "api": "alibaba.trade.pay.protocolPay.preparePay"}])
    order = await market.send(orders.GET, OrderId(str(Scene(sandbox).unpaid())))
    answer = await market.send(payments.WITHHOLD, order.order_id, WithholdChannel.ALIPAY, order.total)
    assert answer.is_unclear
    assert (await market.send(orders.GET, order.order_id)).status is OrderStatus.WAIT_SEND


async def test_links_of_all_channels_cover_the_order(market: Platform, sandbox: RunningSandbox) -> None:
    order_id = OrderId(str(Scene(sandbox).unpaid(tradeType="creditBuy")))
    for link in (
        await market.send(payments.CROSS_BORDER_LINK, (order_id,)),
        await market.send(payments.CREDIT_LINK, (order_id,)),
        await market.send(payments.COMBINED_LINK, (order_id,)),
    ):
        assert link.url.startswith("http") and link.covers == (order_id,)
    check = await market.send(payments.CHECK, (order_id,), CheckedChannel.ALIPAY)
    assert check.order_ids == (order_id,) and check.total == (await market.send(orders.GET, order_id)).total


async def test_receipt_is_confirmed_by_lines(market: Platform, sandbox: RunningSandbox) -> None:
    order = await market.send(orders.GET, OrderId(str(Scene(sandbox).shipped())))
    await market.send(aftercare.CONFIRM_RECEIPT, order.order_id, tuple(entry.entry_id for entry in order.entries))
    assert (await market.send(orders.GET, order.order_id)).status in (OrderStatus.CONFIRMED, OrderStatus.SUCCESS)


async def test_a_memo_that_failed_with_success_was_not_written_for_all_we_know(
    market: Platform, sandbox: RunningSandbox
) -> None:
    order_id = OrderId(str(Scene(sandbox).paid()))
    await market.send(aftercare.WRITE_MEMO, order_id, "集运仓A", MemoColour.GREEN)
    sandbox.control("faults", faults=[{"kind": "memo_fails", "api": "alibaba.order.memoAdd"}])
    with pytest.raises(UnprovenNo) as failed:  # SYSTEM_ERROR, in its words
        await market.send(aftercare.WRITE_MEMO, order_id, "x", MemoColour.RED)
    assert failed.value.code == "400_4"
    with pytest.raises(Refused):  # ORDER_NOT_EXIST
        await market.send(aftercare.WRITE_MEMO, OrderId("1000000000000000000"), "x", MemoColour.RED)


async def test_a_seller_is_reminded_once_and_written_to(market: Platform, sandbox: RunningSandbox) -> None:
    order_id = OrderId(str(Scene(sandbox).paid()))
    await market.send(aftercare.URGE, order_id)
    with pytest.raises(UnprovenNo):
        await market.send(aftercare.URGE, order_id)
    await market.send(aftercare.SEND_MESSAGE, order_id, "请尽快发货")


async def test_an_invoice_is_asked_for_and_found(market: Platform, sandbox: RunningSandbox) -> None:
    order_id = OrderId(str(Scene(sandbox).paid()))
    amount = (await market.send(invoices.AMOUNTS, (order_id,)))[0].amount
    title = (await market.send(invoices.TITLES)).titles[0]
    asked = await market.send(invoices.APPLY, (InvoiceWish(order_id, amount, InvoiceType.ORDINARY, title),))
    assert [one.order_id for one in asked.accepted] == [order_id]
    page = await market.send(invoices.ASKED, InvoiceFilter(order_id))
    assert [one.amount for one in page.invoices] == [amount]
    assert (await market.send(invoices.ISSUED, order_id))[0].reference


async def test_the_account_knows_itself_and_its_family(market: Platform, sandbox: RunningSandbox) -> None:
    me = await market.send(members.ME)
    family = await market.send(members.SUB_ACCOUNTS)
    assert me.member_id == family.member_id == sandbox.member_id
    assert family.sub_accounts


async def test_offers_are_found_by_other_roads(market: Platform, sandbox: RunningSandbox) -> None:
    offer = Scene(sandbox).item()
    supplier = SupplierId(offer.offer["seller_open_id"])
    own = await market.send(discovery.OF_SUPPLIER, supplier, SearchQuery())
    assert any(one.offer_id == str(offer.offer_id) for one in own.offers)
    assert (await market.send(discovery.RELATED, OfferId(str(offer.offer_id)), "en")).offers
    assert (await market.send(discovery.RECOMMENDED, "buyer-001", "en")).offers
    leaf = Scene(sandbox).leaf()
    ranking = await market.send(discovery.RANKING, str(leaf), RankingKind.HOT, "en")  # type: ignore[arg-type]
    assert [one.rank for one in ranking.offers] == sorted(one.rank for one in ranking.offers)
    assert (await market.send(discovery.HOT_KEYWORDS, str(leaf), "en"))[0].word  # type: ignore[arg-type]
    assert await market.send(discovery.NAVIGATION, "包")
    assert (await market.send(members.CHAT_LINK, supplier)).startswith("http")


async def test_a_long_trend_is_asked_for_in_months_and_has_every_day(market: Platform, sandbox: RunningSandbox) -> None:
    offer_id = OfferId(str(Scene(sandbox).item().offer_id))
    now = datetime.strptime(sandbox.look("clock")["now"], "%Y-%m-%d %H:%M:%S").date()
    first, last = now - timedelta(days=70), now - timedelta(days=2)
    sales = await trend(market.gateway, insights.SALES, offer_id, first, last)
    assert [one.day for one in sales] == [first + timedelta(days=at) for at in range(69)]
    assert any(
        one.price for one in await trend(market.gateway, insights.PRICES, offer_id, last - timedelta(days=9), last)
    )


async def test_days_in_the_wrong_order_ask_for_nothing(market: Platform, sandbox: RunningSandbox) -> None:
    assert await trend(market.gateway, insights.SALES, OfferId("1"), date(2026, 1, 2), date(2026, 1, 1)) == ()


async def test_following_twice_is_following(market: Platform, sandbox: RunningSandbox) -> None:
    offer_id = OfferId(str(Scene(sandbox).item().offer_id))
    await market.send(following.FOLLOW, offer_id)
    await market.send(following.FOLLOW, offer_id)
    await market.send(following.UNFOLLOW, offer_id)
    assert isinstance((await market.send(following.CLAIM_COUPONS, (offer_id,))).coupon_ids, tuple)


async def test_a_missing_permission_is_told_by_call(market: Platform, sandbox: RunningSandbox) -> None:
    sandbox.control("options", denied=["alibaba.trade.refund.*"])
    with pytest.raises(NotPermitted) as error:
        await market.send(refunds.GET, RefundId("TQ1"))
    assert error.value.api == "alibaba.trade.refund.OpQueryOrderRefund"


async def test_a_trace_names_its_parcel(market: Platform, sandbox: RunningSandbox) -> None:
    order_id = OrderId(str(Scene(sandbox).shipped()))
    trace = await market.send(logistics.TRACE, order_id)
    parcel = (await market.send(logistics.PARCELS, order_id))[0]
    assert [one.parcel_id for one in trace.parcels] == [parcel.parcel_id]
    assert trace.parcels[0].steps and isinstance(parcel.items[0].entry_id, EntryId.__supertype__)


@pytest.mark.parametrize("spoken", list(Dialect))
@pytest.mark.parametrize("set_to", list(Dialect))
async def test_the_gateways_dialect_is_told_whatever_is_set(
    sandbox: RunningSandbox, spoken: Dialect, set_to: Dialect
) -> None:
    sandbox.control("options", dialect=spoken.value)
    market = connect(sandbox, set_to)
    assert await market.spoken_dialect() is spoken
    await market.close()


async def test_without_the_permission_the_dialect_stays_unknown(market: Platform, sandbox: RunningSandbox) -> None:
    sandbox.control("options", denied=["product.search.*"])
    assert await market.spoken_dialect() is None
