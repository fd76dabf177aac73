import pytest

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import OrderStatus, PayLink
from sourcing_app.errors import InvalidInput, PaymentStarted, PriceChanged, UnsafeLink
from sourcing_app.platform.payments import calls as payments
from sourcing_app.usecases.open_order import OpenOrder
from sourcing_app.usecases.pay_orders import PayOrders
from tests.support.answering import Ask, answering
from tests.usecases.desk import Desk


async def unpaid(desk: Desk) -> tuple[OrderId, Money]:
    intent = await desk.place()
    return intent.order_ids[0], intent.approved_total


async def test_an_unpaid_order_gets_its_page(desk: Desk) -> None:
    order_id, total = await unpaid(desk)
    link = await PayOrders(desk.session)((order_id,), total)
    assert link.covers == (order_id,) and desk.sandbox.page(link.url).status_code == 200


async def test_m16_a_price_the_seller_changed_asks_again(desk: Desk) -> None:
    order_id, total = await unpaid(desk)
    desk.sandbox.control(f"orders/{order_id}/price", change_fen=-100)
    with pytest.raises(PriceChanged) as raised:
        await PayOrders(desk.session)((order_id,), total)
    now = Money.from_fen(total.fen - 100)
    assert raised.value.differences == (("total", total.as_text(), now.as_text()),)
    assert (await PayOrders(desk.session)((order_id,), now)).covers == (order_id,)


async def test_m16_a_sub_account_reads_the_sum_from_the_order(desk: Desk) -> None:
    order_id, total = await unpaid(desk)
    desk.fault("alibaba.trade.payWay.query", "no_permission", times=0)
    assert (await PayOrders(desk.session)((order_id,), total)).covers == (order_id,)


async def test_m17_an_unsafe_page_is_refused_and_written_down_without_its_query(desk: Desk) -> None:
    order_id, total = await unpaid(desk)

    async def lying(ask: Ask, order_ids: tuple[OrderId, ...]) -> PayLink:
        return PayLink("https://1688.com.evil.example/pay?token=secret", order_ids)

    answering(desk.session.platform, payments.LINK, lying)
    with pytest.raises(UnsafeLink):
        await PayOrders(desk.session)((order_id,), total)
    entry = (await desk.session.ledger.journal.entries(desk.session.key))[0]
    assert entry.kind == "link_refused"
    assert entry.facts == {"reason": "host", "address": "https://1688.com.evil.example/pay"}
    assert await desk.session.ledger.orders.payments_started(desk.session.key, (order_id,)) == {}


async def test_m18_orders_the_page_leaves_out_are_named(desk: Desk) -> None:
    first, total = await unpaid(desk)
    second = (await desk.place(await desk.preview(1))).order_ids[0]
    both = total + (await OpenOrder(desk.session)(second)).total

    async def partial(ask: Ask, order_ids: tuple[OrderId, ...]) -> PayLink:
        return PayLink(f"{desk.sandbox.base_url}/pay/cashier.htm?orderId={first}", (first,), ((second, "no"),))

    answering(desk.session.platform, payments.LINK, partial)
    link = await PayOrders(desk.session)((first, second), both)
    assert link.not_covered == ((second, "no"),)
    assert list(await desk.session.ledger.orders.payments_started(desk.session.key, (first, second))) == [first]


async def test_m19_a_second_click_says_that_a_payment_was_started(desk: Desk) -> None:
    order_id, total = await unpaid(desk)
    pay = PayOrders(desk.session)
    await pay((order_id,), total)
    with pytest.raises(PaymentStarted) as raised:
        await pay((order_id,), total)
    assert raised.value.order_ids == (order_id,)
    assert (await pay((order_id,), total, again=True)).covers == (order_id,)


async def test_m19_an_order_that_was_paid_meanwhile_gets_no_new_page(desk: Desk) -> None:
    order_id, total = await unpaid(desk)
    desk.sandbox.control(f"orders/{order_id}/pay")
    with pytest.raises(InvalidInput) as raised:
        await PayOrders(desk.session)((order_id,), total, again=True)
    cached = await OpenOrder(desk.session).cached(order_id)
    assert raised.value.reason == "not_payable"
    assert cached is not None and cached[0].value.status is OrderStatus.WAIT_SEND


async def test_m20_only_the_order_says_that_it_is_paid(desk: Desk) -> None:
    order_id, total = await unpaid(desk)
    await PayOrders(desk.session)((order_id,), total)
    assert (await OpenOrder(desk.session)(order_id)).status is OrderStatus.WAIT_PAY
    desk.sandbox.control(f"orders/{order_id}/pay")
    assert (await OpenOrder(desk.session)(order_id)).status is OrderStatus.WAIT_SEND
