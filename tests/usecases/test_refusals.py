"""What a person gives and cannot be used is refused with its field, its reason and the facts a sentence needs, before anything
is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sourcing_app.domain.account import AccountForm
from sourcing_app.domain.approval import total_with
from sourcing_app.domain.ids import AccountKey, CategoryId, IntentId, OrderId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.domain.picture import PreparedPicture, Region
from sourcing_app.domain.preview import OrderChoice, OrderPreview
from sourcing_app.errors import InvalidInput
from sourcing_app.platform.addresses import calls as address_calls
from sourcing_app.platform.platform import Platform
from sourcing_app.usecases.connect_account import ConnectAccount
from sourcing_app.usecases.edit_cart import EditCart
from sourcing_app.usecases.pay_orders import PayOrders
from sourcing_app.usecases.place_order import PlaceOrder
from sourcing_app.usecases.preview_order import PreviewOrder
from sourcing_app.usecases.search_by_picture import SearchByPicture
from sourcing_app.usecases.search_history import SearchHistory
from sourcing_app.usecases.search_offers import check_query, clean_keyword
from tests.usecases.desk import CREATE, ESCROW, Desk

TWO_FEN, ONE_FEN = Money.from_fen(2), Money.from_fen(1)
FORM = AccountForm("8800001", "secret", redirect_uri="https://example.com/back")
PHOTO = PreparedPicture(b"x", 100, 80, "0" * 64, 100, 80)


def refused(error: InvalidInput) -> tuple[str, str, dict[str, object]]:
    return error.field, error.reason, error.facts


@pytest.mark.parametrize(
    ("query", "field", "reason", "facts"),
    [
        (SearchQuery(" \u200b"), "keyword", "empty", {}),
        (SearchQuery("x" * 201), "keyword", "too_long", {"longest": 200, "length": 201}),
        (SearchQuery("./bag"), "keyword", "local_file", {}),
        (SearchQuery("x", price_from=Money.from_fen(-1)), "price", "negative", {}),
        (SearchQuery("x", price_to=Money.from_fen(-1)), "price", "negative", {}),
        (
            SearchQuery("x", price_from=TWO_FEN, price_to=ONE_FEN), "price", "reversed",
            {"low": TWO_FEN, "high": ONE_FEN},
        ),
    ],
)  # fmt: skip
def test_a_query_is_refused_whole(query: SearchQuery, field: str, reason: str, facts: dict[str, object]) -> None:
    with pytest.raises(InvalidInput) as raised:
        check_query(query)
    assert refused(raised.value) == (field, reason, facts)


def test_a_query_is_sent_as_it_is_meant() -> None:
    assert check_query(SearchQuery("x" * 200)) == SearchQuery("x" * 200)
    assert check_query(SearchQuery(category_id=CategoryId("1"))) == SearchQuery(category_id=CategoryId("1"))
    assert check_query(SearchQuery(filters=("b", "a", "b"))) == SearchQuery(filters=("a", "b"))
    same = SearchQuery("x", price_from=TWO_FEN, price_to=TWO_FEN)
    assert check_query(same) == same
    free = SearchQuery("x", price_from=Money.zero(), price_to=Money.zero())
    assert check_query(free) == free


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("  帆布  袋 ", "帆布 袋"), ("a\tb\nc", "a b c"), ("a\x1fb", "a b"), ("a\x85b", "a b"), ("a\u3000b", "a b"),
        ("a\x00b", "ab"), ("a\u200bb", "ab"), ("a\ud83db", "ab"), ("\ufeffa", "a"), ("", ""),
    ],
)  # fmt: skip
def test_white_space_parts_words_and_what_cannot_be_seen_goes(typed: str, sent: str) -> None:
    assert clean_keyword(typed) == sent


@pytest.mark.parametrize(
    ("form", "field", "reason"),
    [
        (replace(FORM, app_key=" "), "app_key", "empty"),
        (replace(FORM, app_secret="\t"), "app_secret", "empty"),
        (replace(FORM, app_key="88x"), "app_key", "digits"),
        (replace(FORM, redirect_uri="example.com/back"), "redirect_uri", "address"),
        (replace(FORM, redirect_uri="ftp://example.com"), "redirect_uri", "address"),
    ],
)
def test_a_form_that_is_missing_something_names_the_field(form: AccountForm, field: str, reason: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        ConnectAccount(Platform).sign_in_page(form)
    assert refused(raised.value) == (field, reason, {})


def test_a_form_may_have_blanks_around_what_was_pasted() -> None:
    pasted = AccountForm(" 8800001 ", " secret ", redirect_uri=" http://127.0.0.1:1/back ")
    page = ConnectAccount(Platform).sign_in_page(pasted)
    assert "client_id=8800001&" in page.url and f"state={page.state}" in page.url


@pytest.mark.parametrize(
    ("region", "reason"),
    [
        (Region(5, 5, 5, 9), "empty"), (Region(6, 5, 5, 9), "empty"), (Region(5, 9, 9, 9), "empty"),
        (Region(5, 10, 9, 9), "empty"), (Region(-1, 0, 5, 5), "outside"), (Region(0, -1, 5, 5), "outside"),
        (Region(0, 0, 101, 80), "outside"), (Region(0, 0, 100, 81), "outside"),
    ],
)  # fmt: skip
async def test_a_part_that_is_not_in_the_photo_is_refused(desk: Desk, region: Region, reason: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        await SearchByPicture(desk.session, lambda source: PHOTO)(PHOTO, SearchQuery(), region=region)
    assert refused(raised.value) == ("region", reason, {})


async def test_a_quantity_a_name_and_an_empty_payment_are_refused(desk: Desk) -> None:
    line = await desk.line()
    edit, key = EditCart(desk.session), line.key
    await edit.add((line,))
    for quantity, reason, facts in ((0, "not_positive", {}), (10_000_001, "too_large", {"largest": 10_000_000})):
        with pytest.raises(InvalidInput) as raised:
            await edit.set_quantity(*key, quantity)
        assert refused(raised.value) == ("quantity", reason, facts)
    for quantity in (1, 10_000_000):
        assert (await edit.set_quantity(*key, quantity)).lines[0].quantity == quantity
    with pytest.raises(InvalidInput) as raised:
        await SearchHistory(desk.session).save(SearchQuery("x"), " ")
    assert refused(raised.value) == ("name", "empty", {})
    with pytest.raises(InvalidInput) as raised:
        await PayOrders(desk.session)((), Money.zero())
    assert refused(raised.value) == ("order", "empty", {})


async def test_a_group_that_breaks_a_rule_gets_no_preview(desk: Desk) -> None:
    group = await desk.group()
    broken = replace(group, lines=())
    address = (await desk.session.platform.send(address_calls.SAVED))[0]
    with pytest.raises(InvalidInput) as raised:
        await PreviewOrder(desk.session)(broken, address)
    assert refused(raised.value) == ("cart", "not_ready", {"problems": ()})


Spoilt = Callable[[OrderPreview], tuple[OrderPreview, OrderChoice]]
OTHER = AccountKey("demo/other")


@pytest.mark.parametrize(
    ("spoilt", "field", "reason", "facts"),
    [
        (lambda it: (replace(it, account=OTHER), ESCROW), "account", "other", {"account": OTHER}),
        (lambda it: (replace(it, lines=()), ESCROW), "preview", "no_lines", {}),
        (lambda it: (replace(it, parts=()), ESCROW), "preview", "not_placeable", {"refused": ()}),
        (lambda it: (it, OrderChoice("barter")), "trade_mode", "not_offered", {"trade_mode": "barter"}),
        (lambda it: (it, replace(ESCROW, promotion_id="no")), "promotion", "not_offered", {"promotion": "no"}),
        (lambda it: (it, replace(ESCROW, message="x" * 501)), "message", "too_long", {"longest": 500}),
    ],
)  # fmt: skip
async def test_what_cannot_be_placed_is_refused_before_anything_is_asked(
    desk: Desk, spoilt: Spoilt, field: str, reason: str, facts: dict[str, object]
) -> None:
    preview, choice = spoilt(await desk.preview())
    asked = len(desk.sandbox.look("calls")["calls"])
    with pytest.raises(InvalidInput) as raised:
        await PlaceOrder(desk.session)(preview, choice)
    assert refused(raised.value) == (field, reason, facts)
    assert len(desk.sandbox.look("calls")["calls"]) == asked


async def test_a_message_of_five_hundred_characters_reaches_the_seller_whole(desk: Desk) -> None:
    preview = await desk.preview()
    intent = await PlaceOrder(desk.session)(preview, replace(ESCROW, message="字" * 500))
    assert dict(intent.request.parameters)["message"] == "字" * 500
    assert intent.approved_total == total_with(preview, ESCROW)
    assert len(desk.sandbox.look("calls", api=CREATE)["calls"]) == 1


async def test_a_decision_about_an_order_is_refused_with_why_it_cannot_be_made(desk: Desk) -> None:
    made = await desk.place()
    settle = desk.settle()
    for intent_id, reason in ((IntentId("nobody"), "unknown"), (made.intent_id, "settled")):
        for decision in (settle.decide_absent(intent_id), settle.decide_created(intent_id, (OrderId("1"),))):
            with pytest.raises(InvalidInput) as raised:
                await decision
            assert refused(raised.value) == ("intent", reason, {})
