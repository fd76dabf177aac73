import pytest

from sourcing_app.domain.order import OrderStatus, StatusChange
from sourcing_app.errors import Unreachable
from sourcing_app.usecases.list_orders import ListOrders
from sourcing_app.usecases.open_order import OpenOrder
from sourcing_app.usecases.track_orders import TrackOrders
from tests.support.buying import buyable, order_made
from tests.usecases.desk import Desk


async def test_a_state_that_changed_is_marked_once(desk: Desk) -> None:
    order_id = (await desk.place()).order_ids[0]
    desk.sandbox.control("clock", advance_s=60)
    desk.sandbox.control(f"orders/{order_id}/pay")
    first = await TrackOrders(desk.session)()
    assert first.changed == (StatusChange(order_id, OrderStatus.WAIT_PAY, OrderStatus.WAIT_SEND),)
    assert (await TrackOrders(desk.session)()).changed == ()


async def test_details_of_what_changed_are_read_too(desk: Desk) -> None:
    order_id = (await desk.place()).order_ids[0]
    desk.sandbox.control("clock", advance_s=60)
    desk.sandbox.control(f"orders/{order_id}/pay")
    await TrackOrders(desk.session)()
    cached = await OpenOrder(desk.session).cached(order_id)
    assert cached is not None and cached[0].value.paid_at is not None and cached[0].value.is_detail


async def test_m27_orders_made_elsewhere_are_adopted(desk: Desk) -> None:
    order_id = str(order_made(desk.sandbox, buyable(desk.sandbox).cargo()))
    changes = await TrackOrders(desk.session)()
    (listed,) = await ListOrders(desk.session)()
    assert changes.changed == (StatusChange(listed.value.order_id, None, OrderStatus.WAIT_PAY),)
    assert listed.value.order_id == order_id
    assert await OpenOrder(desk.session).intent(listed.value.order_id) is None
    assert await desk.journal() == ["order_made_elsewhere"]


async def test_orders_are_listed_by_state_and_words_without_the_network(desk: Desk) -> None:
    order_id = (await desk.place()).order_ids[0]
    await desk.session.platform.close()
    listing = ListOrders(desk.session)
    supplier = (await listing())[0].value.supplier_name
    assert [order.value.order_id for order in await listing(OrderStatus.WAIT_PAY, supplier[:2])] == [order_id]
    assert [order.value.order_id for order in await listing(words=order_id[-6:])] == [order_id]
    assert await listing(OrderStatus.SUCCESS) == () and await listing(words="nowhere") == ()
    assert await listing.counts() == {OrderStatus.WAIT_PAY: 1}


async def test_an_outage_keeps_what_was_known(desk: Desk) -> None:
    await desk.place()
    desk.fault("alibaba.trade.getBuyerOrderList", "html", times=0)
    with pytest.raises(Unreachable):
        await TrackOrders(desk.session)()
    assert len(await ListOrders(desk.session)()) == 1


async def test_m23_accounts_never_mix(desk: Desk) -> None:
    await desk.place()
    assert await ListOrders(desk.as_other_account())() == ()


async def test_parcels_and_their_steps_are_kept_for_later(desk: Desk) -> None:
    order_id = (await desk.place()).order_ids[0]
    opened = OpenOrder(desk.session)
    assert await opened.parcels(order_id) == ()
    desk.sandbox.control(f"orders/{order_id}/pay")
    parcel = desk.sandbox.control(f"orders/{order_id}/ship")
    desk.sandbox.control(f"parcels/{parcel['logistics_id']}/trace")
    (read,) = await opened.parcels(order_id)
    cached = await opened.cached(order_id)
    assert read.steps and read.waybill
    assert cached is not None and cached[1] is not None and cached[1].value == (read,)
    assert len(await ListOrders(desk.session)(words=read.waybill)) == 1


async def test_steps_that_cannot_be_read_now_stay_as_they_were(desk: Desk) -> None:
    order_id = (await desk.place()).order_ids[0]
    desk.sandbox.control(f"orders/{order_id}/pay")
    parcel = desk.sandbox.control(f"orders/{order_id}/ship")
    desk.sandbox.control(f"parcels/{parcel['logistics_id']}/trace")
    opened = OpenOrder(desk.session)
    before = await opened.parcels(order_id)
    desk.fault("alibaba.trade.getLogisticsTraceInfo.buyerView", "no_permission", times=0)
    assert await opened.parcels(order_id) == before
