"""The real client against the real sandbox, over real HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from sourcing_app.domain.account import Account, Credentials, Dialect
from sourcing_app.domain.category import ROOT
from sourcing_app.domain.ids import OfferId, OrderId, SpecId, SupplierId
from sourcing_app.domain.logistics import OrderTrace
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.domain.order import OrderFilter, OrderStatus
from sourcing_app.domain.preview import OrderChoice, OrderLine, OrderPreview
from sourcing_app.errors import OfferGone, Refused, SignInNeeded, WrongCredentials
from sourcing_app.platform.addresses import calls as addresses
from sourcing_app.platform.logistics import calls as logistics
from sourcing_app.platform.offers import calls as offers
from sourcing_app.platform.orders import calls as orders
from sourcing_app.platform.payments import calls as payments
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.transport.pacing import Pace
from tests.support.buying import buyable
from tests.support.sandbox import RunningSandbox

FAST = Pace(10_000, 1000, 8)


def connect(box: RunningSandbox, dialect: Dialect = Dialect.LIVE, **changes: Any) -> Platform:
    given = {
        "app_key": box.app_key,
        "app_secret": box.app_secret,
        "access_token": box.access_token,
        "refresh_token": box.refresh_token,
    }
    account = Account(box.base_url, box.app_key, dialect=dialect, is_demo=True)
    return Platform(account, Credentials(**{**given, **changes}), pace=FAST)


@pytest.fixture
async def market(sandbox: RunningSandbox) -> AsyncIterator[Platform]:
    there = connect(sandbox)
    yield there
    await there.close()


async def previewed(market: Platform, box: RunningSandbox) -> OrderPreview:
    goods = buyable(box, quote_type=1)
    line = OrderLine(OfferId(str(goods.offer_id)), SpecId(goods.spec_id), goods.quantity)
    return await market.orders.preview((line,), (await market.send(addresses.SAVED))[0], SupplierId(goods.seller), "x")


async def placed(market: Platform, box: RunningSandbox, out_order_id: str = "own-1") -> OrderId:
    request = market.orders.create_request(await previewed(market, box), OrderChoice("assureTrade"), out_order_id)
    return (await market.send(orders.CREATE, request)).orders[0].order_id


async def test_the_self_test_passes(market: Platform) -> None:
    await market.self_test()


async def test_a_wrong_secret_is_told_apart(sandbox: RunningSandbox) -> None:
    there = connect(sandbox, app_secret="not the secret")
    with pytest.raises(WrongCredentials):
        await there.self_test()
    await there.close()


async def test_a_search_finds_cards_with_pictures_and_prices(market: Platform) -> None:
    page = await market.send(offers.KEYWORD_QUERY, SearchQuery("杯"))
    assert page.offers and page.skipped == 0
    assert all(card.unit_price and card.picture_url and card.title for card in page.offers)


async def test_every_offer_of_a_page_opens(market: Platform) -> None:
    page = await market.send(offers.KEYWORD_QUERY, SearchQuery("杯"), page_size=20)
    opened = await asyncio.gather(*(market.send(offers.DETAIL, card.offer_id, "en") for card in page.offers))
    assert [offer.offer_id for offer in opened] == [card.offer_id for card in page.offers]
    assert all(offer.pictures and offer.supplier.supplier_id for offer in opened)
    assert all(offer.tiers or all(sku.unit_price for sku in offer.skus) for offer in opened)


async def test_an_unknown_offer_is_gone(market: Platform) -> None:
    with pytest.raises(OfferGone):
        await market.send(offers.DETAIL, OfferId("999999999999"), "en")


async def test_categories_have_translated_names_and_children(market: Platform) -> None:
    family = await market.categories.family(ROOT, "ja")
    top, children = family.category, family.children
    assert top.children == tuple(child.category_id for child in children)
    assert all(child.name and child.name_translated and child.parent_id == ROOT for child in children)


async def test_an_order_is_previewed_made_found_and_cancelled(market: Platform, sandbox: RunningSandbox) -> None:
    preview = await previewed(market, sandbox)
    assert preview.placeable
    order_id = await placed(market, sandbox)
    order = await market.send(orders.GET, order_id)
    assert (order.status, order.out_order_id, order.total) == (OrderStatus.WAIT_PAY, "own-1", preview.total)
    found = await market.send(orders.LIST, OrderFilter(out_order_id="own-1", page_size=2))
    assert [each.order_id for each in found.orders] == [order_id]
    with pytest.raises(Refused) as caught:
        await market.send(orders.CANCEL, order_id, "buyerCancel")
    assert caught.value.code == "CLOSE_ORDER_TOO_FAST"
    sandbox.control("clock", advance_s=11)
    await market.send(orders.CANCEL, order_id, "buyerCancel", "下错单了")
    assert (await market.send(orders.GET, order_id)).status is OrderStatus.CANCELLED


async def test_an_unpaid_order_has_a_link_and_ways_to_pay(market: Platform, sandbox: RunningSandbox) -> None:
    order_id = await placed(market, sandbox)
    link = await market.send(payments.LINK, (order_id,))
    assert (link.covers, link.not_covered) == ((order_id,), ())
    assert link.url.startswith(("https://", sandbox.base_url))
    ways = await market.send(payments.WAYS, order_id)
    assert ways.amount == (await market.send(orders.GET, order_id)).total
    assert ways.channels and ways.deadline is not None


async def test_before_shipping_there_are_no_parcels_and_no_trace(market: Platform, sandbox: RunningSandbox) -> None:
    order_id = await placed(market, sandbox)
    assert await market.send(logistics.PARCELS, order_id) == ()
    assert await market.send(logistics.TRACE, order_id, None) == OrderTrace()


async def test_two_prepared_orders_are_two_orders(market: Platform, sandbox: RunningSandbox) -> None:
    first, second = await placed(market, sandbox, "own-1"), await placed(market, sandbox, "own-2")
    page = await market.send(orders.LIST, OrderFilter())
    assert {order.order_id for order in page.orders} == {first, second}
    assert all(len(order_id) >= 16 for order_id in (first, second))


async def test_an_invented_token_is_refreshed_once_and_the_call_repeated(sandbox: RunningSandbox) -> None:
    there = connect(sandbox, access_token="invented-token")
    assert await there.send(addresses.SAVED)
    assert there.tokens.credentials.access_token != "invented-token"
    await there.close()


async def test_an_invented_token_without_a_refresh_asks_for_a_sign_in(sandbox: RunningSandbox) -> None:
    there = connect(sandbox, access_token="invented-token", refresh_token=None)
    with pytest.raises(SignInNeeded):
        await there.send(addresses.SAVED)
    await there.close()


async def test_the_seed_dialect_finds_and_reads_the_same_offers(sandbox: RunningSandbox) -> None:
    sandbox.reset(dialect="seed")
    there = connect(sandbox, Dialect.SEED)
    page = await there.send(offers.KEYWORD_QUERY, SearchQuery("杯", language="ja"))
    offer = await there.send(offers.DETAIL, page.offers[0].offer_id, "ja")
    assert page.skipped == 0 and offer.offer_id == page.offers[0].offer_id
    assert [section.name for section in await there.filters.sections("ja")]
    await there.close()


@pytest.mark.parametrize("odd", ["text_booleans", "nulls", "missing", "all"])
async def test_n08_odd_but_legal_answers_are_read(sandbox: RunningSandbox, odd: str) -> None:
    sandbox.reset(odd_values=odd)
    there = connect(sandbox)
    page = await there.send(offers.KEYWORD_QUERY, SearchQuery("杯"))
    offer = await there.send(offers.DETAIL, page.offers[0].offer_id, "en")
    assert page.skipped == 0 and offer.pictures
    order_id = await placed(there, sandbox)
    assert (await there.send(orders.GET, order_id)).status is OrderStatus.WAIT_PAY
    assert (await there.send(orders.LIST, OrderFilter())).skipped == 0
    await there.close()


@pytest.mark.parametrize("form", ["wrapped", "flat", "flat_false", "wrapped_false"])
async def test_m07_every_form_of_the_create_reply_is_an_order(sandbox: RunningSandbox, form: str) -> None:
    sandbox.reset(create_reply=form)
    there = connect(sandbox)
    order_id = await placed(there, sandbox)
    assert (await there.send(orders.GET, order_id)).order_id == order_id
    await there.close()
