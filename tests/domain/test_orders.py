from dataclasses import replace
from decimal import Decimal

import pytest

from sourcing_app.domain.account import Account, Credentials
from sourcing_app.domain.address import Address
from sourcing_app.domain.ids import AccountKey, EntryId, IntentId, OfferId, OrderId, SupplierId
from sourcing_app.domain.intent import CreateRequest, IntentState, OrderIntent
from sourcing_app.domain.matching import is_ours, may_be_ours
from sourcing_app.domain.order import Order, OrderEntry, OrderStatus, merge_listed
from sourcing_app.domain.preview import OrderChoice, OrderLine
from tests.domain.samples import BLUE, NOW, RED, yuan

INTENT = OrderIntent(
    IntentId("src-1"), "src-1", AccountKey("demo/1"), IntentState.UNKNOWN, SupplierId("sup"), "供应商",
    (OrderLine(OfferId("1"), RED, 2), OrderLine(OfferId("1"), BLUE, 3)), Address("a", "b", "c", "d", "e"),
    OrderChoice("assureTrade"), yuan("25"), yuan("5"), CreateRequest("src-1", ()), NOW,
)  # fmt: skip


def entry(spec: str, quantity: str) -> OrderEntry:
    return OrderEntry(
        EntryId(spec), OfferId("1"), None, spec or None, "背包", "", None, Decimal(quantity), "件", None, None  # type: ignore[arg-type]
    )  # fmt: skip


DETAIL = Order(
    OrderId("2257000000000000123"), OrderStatus.WAIT_PAY, "waitbuyerpay", "供应商", "b2b-1", yuan("25"), yuan("20"), yuan("5"),
    NOW, (entry("blue", "3"), entry("red", "2.0")), out_order_id="src-1", is_detail=True, memo="ours",
)  # fmt: skip


def test_an_order_with_our_key_and_our_lines_is_ours() -> None:
    assert is_ours(DETAIL, INTENT)


@pytest.mark.parametrize(
    "other",
    [
        replace(DETAIL, out_order_id="src-2"),
        replace(DETAIL, out_order_id=None),
        replace(DETAIL, entries=DETAIL.entries[:1]),
        replace(DETAIL, entries=(*DETAIL.entries, entry("green", "1"))),
        replace(DETAIL, entries=(DETAIL.entries[0], entry("red", "3"))),
        replace(DETAIL, entries=(DETAIL.entries[0], entry("red", "2.5"))),
        replace(DETAIL, entries=()),
    ],
)
def test_m06_any_other_order_is_not(other: Order) -> None:
    assert not is_ours(other, INTENT)


def test_m06_a_person_sees_what_may_be_ours() -> None:
    assert may_be_ours(replace(DETAIL, out_order_id=None), INTENT)
    assert may_be_ours(replace(DETAIL, entries=()), INTENT)
    assert not may_be_ours(replace(DETAIL, out_order_id="src-2"), INTENT)
    assert not may_be_ours(replace(DETAIL, out_order_id=None, entries=()), INTENT)


def test_a_row_of_the_list_does_not_wipe_out_details() -> None:
    row = replace(DETAIL, status=OrderStatus.WAIT_SEND, memo="", entries=(), address=None, is_detail=False)
    merged = merge_listed(DETAIL, row)
    assert merged == replace(DETAIL, status=OrderStatus.WAIT_SEND)
    assert merge_listed(None, row) == row


def test_a_detail_replaces_everything() -> None:
    assert merge_listed(DETAIL, replace(DETAIL, memo="")) == replace(DETAIL, memo="")


@pytest.mark.parametrize("word", ["waitbuyerpay", "cancel", "terminated"])
def test_a_word_of_the_platform_is_a_state(word: str) -> None:
    assert OrderStatus.of(word).value == word


def test_a_word_nobody_knows_is_unknown_and_not_final() -> None:
    assert OrderStatus.of("brand_new") is OrderStatus.UNKNOWN and not OrderStatus.UNKNOWN.is_final
    assert OrderStatus.of("confirm_goods_and_has_subsidy") is OrderStatus.CONFIRMED


def test_the_demo_keeps_its_key_though_its_port_changes() -> None:
    one, other = (Account(f"http://127.0.0.1:{port}", "88", is_demo=True) for port in (1, 2))
    assert one.key == other.key
    assert Account("https://gw.open.1688.com", "88").key != Account("https://gw.open.1688.com", "88", "b2b-1").key


def test_secrets_never_show() -> None:
    assert "hush" not in repr(Credentials("key", "hush-secret", "hush-token", "hush-refresh"))
