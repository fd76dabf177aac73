"""Accounts come and go while things are under way: what costs money is not broken off, and nothing mixes."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.desk import Start, account_of, easy, fill_cart, intent_states, line_of, made
from tests.support.sandbox import RunningSandbox

CREATE = "alibaba.trade.createCrossOrder"


def test_entering_another_account_does_not_break_off_an_order_and_carts_do_not_mix(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    first, second, *_ = easy(sandbox)
    profile = tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("enter")
    fill_cart(buyer, first)
    buyer.tell("preview")
    sandbox.control("faults", api=CREATE, kind="delay", seconds=1.5)
    buyer.tell("press_place")
    buyer.tell("await_sent")
    buyer.tell("keys", keys="Ctrl+,")
    buyer.tell("click", text="Use the demo marketplace")
    at_demo = buyer.tell("await_account", demo=True)
    assert "Something went wrong" not in "".join(at_demo["notices"])
    assert at_demo["cart"] == [] and at_demo["orders"] == []
    fill_cart(buyer, second)
    while not made(sandbox):
        pass
    buyer.begin("close")
    assert buyer.left() == 0
    assert intent_states(profile) == ["created"]
    again = start(profile, *account_of(sandbox)).tell("enter")
    assert again["cart"] == [] and [again["orders"]] == list(made(sandbox).values())


def test_a_refused_token_leads_to_the_account_section(sandbox: RunningSandbox, tmp_path: Path, start: Start) -> None:
    buyer = start(tmp_path / "profile", *account_of(sandbox))
    buyer.tell("enter")
    fill_cart(buyer, next(easy(sandbox)))
    sandbox.control("tokens/expire")
    buyer.tell("keys", keys="Ctrl+5")
    buyer.tell("keys", keys="F5")
    buyer.tell("await", text="The sign-in to 1688 has ended.")
    buyer.tell("click", text="Sign in")
    assert buyer.tell("await", text="Connect a 1688 account")
    assert line_of(next(easy(sandbox))) in buyer.tell("see")["cart"]


def test_two_buyers_of_one_app_given_on_the_command_line_do_not_share_a_ledger(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    profile = tmp_path / "profile"
    first = start(profile, *account_of(sandbox))
    first.tell("enter")
    fill_cart(first, next(easy(sandbox)))
    first.begin("close")
    assert first.left() == 0
    second = start(profile, *account_of(sandbox, "second_access_token"))
    assert second.tell("enter")["cart"] == []
    second.begin("close")
    assert second.left() == 0
    again = start(profile, *account_of(sandbox)).tell("enter")
    assert again["cart"] == [line_of(next(easy(sandbox)))]
    assert sandbox.credentials["access_token"] not in (profile / "members.json").read_text()
