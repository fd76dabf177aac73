"""The answer of an order is lost after the marketplace made it, and the whole program has to live with that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.journeys.desk import Running, Start, account_of, easy, fill_cart, intent_states, line_of, made
from tests.support.buying import HOME, Buyable
from tests.support.sandbox import RunningSandbox

CREATE = "alibaba.trade.createCrossOrder"
CHECKING = "Checking with 1688"
LIST_DELAY_S = 3600


def order_into_the_void(box: RunningSandbox, buyer: Running, what: Buyable) -> None:
    """Place an order whose answer never arrives, and which 1688 does not list until ``let_it_be_listed``: the program asks
    by itself, and on a busy computer it may have found the order before a test has looked."""
    box.control("options", list_delay_s=LIST_DELAY_S)
    buyer.tell("enter")
    fill_cart(buyer, what)
    buyer.tell("preview")
    box.control("faults", api=CREATE, kind="lost_after")
    buyer.tell("press_place")
    buyer.tell("await", text=CHECKING)


def let_it_be_listed(box: RunningSandbox) -> None:
    """From now on the list shows what was made."""
    box.control("clock", advance_s=LIST_DELAY_S + 100)


def the_only_order(box: RunningSandbox) -> tuple[str, str]:
    """Its key of ours, and its number."""
    ((key, numbers),) = made(box).items()
    (number,) = numbers
    return key, number


def test_m01_the_program_says_it_is_checking_and_finds_the_one_order_by_its_own_number(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    what, profile = next(easy(sandbox)), tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    order_into_the_void(sandbox, buyer, what)
    key, number = the_only_order(sandbox)
    blocked = buyer.tell("see")
    assert blocked["cart"] == [line_of(what)] and not blocked["can_place"]
    buyer.tell("keys", keys="Ctrl+5")
    buyer.tell("await", text=key)
    let_it_be_listed(sandbox)
    seen = buyer.tell("check_now")
    assert (seen["cart"], seen["orders"], seen["open"]) == ([], [number], {})
    assert seen["made_here"] == {number: key}
    assert the_only_order(sandbox) == (key, number)
    assert sandbox.look("state")["calls"][CREATE] == 1


def test_m01_found_after_a_restart_too_and_not_sent_again_meanwhile(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    what, profile = next(easy(sandbox)), tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    order_into_the_void(sandbox, buyer, what)
    buyer.kill()
    key, number = the_only_order(sandbox)
    first = start(profile, *account_of(sandbox))
    assert list(first.tell("enter")["open"]) == [key]
    late = first.tell("check_now")
    assert late["open"] == {key: []} and not late["can_place"], "M05: not listed yet is not absent"
    first.tell("keys", keys="Ctrl+4")
    first.tell("await", text=CHECKING)
    first.kill()
    let_it_be_listed(sandbox)
    last = start(profile, *account_of(sandbox))
    last.tell("enter")
    settled = last.tell("check_now")
    assert (settled["orders"], settled["open"], settled["cart"]) == ([number], {}, [])
    assert sandbox.look("state")["calls"][CREATE] == 1


def test_m06_several_orders_under_one_number_are_shown_and_none_is_adopted(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    what, profile = next(easy(sandbox)), tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    order_into_the_void(sandbox, buyer, what)
    key, number = the_only_order(sandbox)
    second = _another_under(sandbox, key, what)
    let_it_be_listed(sandbox)
    seen = buyer.tell("check_now")
    assert {number: sorted(found) for number, found in seen["open"].items()} == {key: sorted([number, second])}
    assert seen["cart"] == [line_of(what)] and not seen["can_place"]
    assert "Nothing was taken over" in "\n".join(seen["texts"])
    buyer.kill()
    assert intent_states(profile) == ["unknown"]


def _another_under(box: RunningSandbox, key: str, what: Buyable) -> str:
    """As if somebody else's program had sent the same number."""
    params: dict[str, Any] = {"flow": "general", "tradeType": "assureTrade", "useRedEnvelope": "n", "outOrderId": key}
    status, body = box.call(CREATE, addressParam=HOME, cargoParamList=[what.cargo()], **params)
    assert status == 200, body
    return str(body["result"]["orderId"])
