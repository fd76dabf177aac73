from dataclasses import replace
from datetime import timedelta

from sourcing_app.domain.ids import AccountKey, OrderId, ParcelId
from sourcing_app.domain.logistics import Parcel, TraceStep
from sourcing_app.domain.order import OrderStatus
from sourcing_app.store.ledger import Ledger
from tests.store.samples import ACCOUNT, NOW, order

OTHER = AccountKey("demo/2")


async def test_orders_are_listed_newest_first(ledger: Ledger) -> None:
    await ledger.orders.save(ACCOUNT, [order(number) for number in (2, 3, 1)], NOW)
    listed = await ledger.orders.list(ACCOUNT)
    assert [aged.value for aged in listed] == [order(3), order(2), order(1)]
    assert {aged.fetched_at for aged in listed} == {NOW}


async def test_a_page_of_orders_continues_where_the_last_one_ended(ledger: Ledger) -> None:
    await ledger.orders.save(ACCOUNT, [order(number) for number in range(7)], NOW)
    pages = [await ledger.orders.list(ACCOUNT, limit=3, offset=offset) for offset in (0, 3, 6)]
    assert [aged.value for page in pages for aged in page] == [order(number) for number in range(6, -1, -1)]


async def test_a_later_reading_replaces_the_earlier(ledger: Ledger) -> None:
    await ledger.orders.save(ACCOUNT, [order(1)], NOW)
    paid = replace(order(1), status=OrderStatus.WAIT_SEND)
    await ledger.orders.save(ACCOUNT, [paid], NOW)
    assert await ledger.orders.counts(ACCOUNT) == {OrderStatus.WAIT_SEND: 1}


async def test_words_are_found_in_any_case_and_in_waybills(ledger: Ledger) -> None:
    await ledger.orders.save(ACCOUNT, [order(1, title="帆布 Tote"), order(2, title="杯")], NOW)
    parcel = Parcel(ParcelId("LP1"), order(2).order_id, "圆通", "YT889", "SIGN", steps=(TraceStep(NOW, "到达"),))
    await ledger.orders.save_parcels(ACCOUNT, order(2).order_id, (parcel,), NOW)

    async def found(words: str) -> list[OrderId]:
        return [aged.value.order_id for aged in await ledger.orders.list(ACCOUNT, words=words)]

    assert await found("tOTE 布") == [order(1).order_id]
    assert await found("yt889") == [order(2).order_id]
    assert await found("100%_") == []
    kept = await ledger.orders.parcels(ACCOUNT, order(2).order_id)
    assert kept is not None and kept.value == (parcel,)


async def test_m23_accounts_never_mix(ledger: Ledger) -> None:
    await ledger.orders.save(ACCOUNT, [order(1)], NOW)
    await ledger.orders.start_payment(ACCOUNT, ((order(1).order_id, order(1).total),), NOW)
    assert await ledger.orders.list(OTHER) == () and await ledger.orders.counts(OTHER) == {}
    assert await ledger.orders.get(OTHER, order(1).order_id) is None
    assert await ledger.orders.payments_started(OTHER, (order(1).order_id,)) == {}
    assert await ledger.orders.newest_change(OTHER) is None


async def test_half_a_character_does_not_stop_an_order_from_being_kept(ledger: Ledger) -> None:
    odd = order(1, title="背\ud800包\x00")
    await ledger.orders.save(ACCOUNT, [odd], NOW)
    kept = await ledger.orders.get(ACCOUNT, odd.order_id)
    assert kept is not None and kept.value == odd


async def test_the_newest_change_is_the_platforms_latest_of_this_account(ledger: Ledger) -> None:
    assert await ledger.orders.newest_change(ACCOUNT) is None
    await ledger.orders.save(ACCOUNT, [order(2), order(5), order(3), order(4, modified_at=None)], NOW)
    await ledger.orders.save(OTHER, [order(9)], NOW)
    assert await ledger.orders.newest_change(ACCOUNT) == order(5).modified_at


async def test_parcels_and_payments_say_when_they_were_read_and_opened(ledger: Ledger) -> None:
    parcel = Parcel(ParcelId("LP1"), order(1).order_id, "圆通", "YT889", "SIGN")
    await ledger.orders.save(ACCOUNT, [order(1), order(2)], NOW)
    await ledger.orders.save_parcels(ACCOUNT, order(1).order_id, (parcel,), NOW)
    kept = await ledger.orders.parcels(ACCOUNT, order(1).order_id)
    assert kept is not None and (kept.value, kept.fetched_at) == ((parcel,), NOW)
    assert await ledger.orders.parcels(ACCOUNT, order(2).order_id) is None
    later = NOW + timedelta(minutes=5)
    await ledger.orders.start_payment(ACCOUNT, ((order(1).order_id, order(1).total),), NOW)
    await ledger.orders.start_payment(ACCOUNT, ((order(1).order_id, order(1).total),), later)
    ids = (order(1).order_id, order(2).order_id)
    assert await ledger.orders.payments_started(ACCOUNT, ids) == {order(1).order_id: later}
    assert await ledger.orders.payments_started(ACCOUNT, ()) == {}
