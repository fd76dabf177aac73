import pytest

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.order import OrderStatus
from sourcing_app.errors import OutcomeUnknown, Refused
from sourcing_app.usecases.cancel_order import CancelOrder
from sourcing_app.usecases.open_order import OpenOrder
from tests.usecases.desk import Desk

CANCEL = "alibaba.trade.cancel"
GET = "alibaba.trade.get.buyerView"


async def old_enough(desk: Desk) -> OrderId:
    intent = await desk.place()
    desk.sandbox.control("clock", advance_s=60)
    return intent.order_ids[0]


async def test_an_unpaid_order_is_cancelled(desk: Desk) -> None:
    order = await CancelOrder(desk.session)(await old_enough(desk), "other")
    assert order.status is OrderStatus.CANCELLED


async def test_too_early_is_told_and_the_order_stands(desk: Desk) -> None:
    intent = await desk.place()
    with pytest.raises(Refused) as raised:
        await CancelOrder(desk.session)(intent.order_ids[0], "other")
    assert raised.value.code == "CLOSE_ORDER_TOO_FAST"


async def test_m21_paid_meanwhile_is_not_cancelled_and_says_so(desk: Desk) -> None:
    order_id = await old_enough(desk)
    desk.sandbox.control(f"orders/{order_id}/pay")
    with pytest.raises(Refused):
        await CancelOrder(desk.session)(order_id, "other")
    cached = await OpenOrder(desk.session).cached(order_id)
    assert cached is not None and cached[0].value.status is OrderStatus.WAIT_SEND


async def test_m21_a_lost_answer_is_read_from_the_order(desk: Desk) -> None:
    order_id = await old_enough(desk)
    desk.fault(CANCEL, "lost_after")
    assert (await CancelOrder(desk.session)(order_id, "other")).status is OrderStatus.CANCELLED


async def test_m21_a_call_that_never_arrived_is_not_called_cancelled(desk: Desk) -> None:
    order_id = await old_enough(desk)
    desk.fault(CANCEL, "lost_before")
    with pytest.raises(OutcomeUnknown) as raised:
        await CancelOrder(desk.session)(order_id, "other")
    assert raised.value.reference == order_id


async def test_m21_when_the_order_cannot_be_read_nothing_is_claimed(desk: Desk) -> None:
    order_id = await old_enough(desk)
    desk.fault(GET, "no_permission", times=0)
    with pytest.raises(OutcomeUnknown):
        await CancelOrder(desk.session)(order_id, "other")
