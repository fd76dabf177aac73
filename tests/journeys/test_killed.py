"""The program is killed at any moment of the main job and started again on the same profile."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from sourcing_app.sandbox.parent import is_alive
from tests.journeys.desk import (
    Start,
    account_of,
    buy_at_the_demo,
    easy,
    fill_cart,
    intent_states,
    line_of,
    made,
    soundness,
)
from tests.support.sandbox import RunningSandbox

CREATE = "alibaba.trade.createCrossOrder"


def test_killed_after_each_step_everything_is_there_again(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    what, profile, words = next(easy(sandbox)), tmp_path / "profile", account_of(sandbox)
    buyer = start(profile, *words)
    buyer.tell("enter")
    buyer.tell("search", words="bag")
    buyer.kill()

    buyer = start(profile, *words)
    assert buyer.tell("enter")["history"] == ["bag"]
    fill_cart(buyer, what)
    buyer.kill()

    buyer = start(profile, *words)
    assert buyer.tell("enter")["cart"] == [line_of(what)]
    assert made(sandbox) == {} and intent_states(profile) == []
    buyer.tell("preview")
    order_id = buyer.tell("place")["order_id"]
    buyer.kill()

    buyer = start(profile, *words)
    seen = buyer.tell("enter")
    assert (seen["cart"], seen["orders"], seen["open"]) == ([], [order_id], {})
    buyer.tell("pay", order_id=order_id)
    buyer.kill()

    buyer = start(profile, *words)
    seen = buyer.tell("enter")
    assert seen["orders"] == [order_id] and seen["history"] == ["bag"]
    buyer.kill()
    assert soundness(profile) == "ok"
    assert list(made(sandbox).values()) == [[order_id]]


MOMENTS = [
    ("alibaba.createOrder.preview", [], 0),  # the preview is asked for once more; nothing is on the disk
    (CREATE, ["sending"], 1),  # the order was made; its answer is on the way
    ("alibaba.trade.get.buyerView", ["created"], 1),  # the answer is on the disk; the order is being read
]


@pytest.mark.parametrize(("call", "states", "count"), MOMENTS, ids=[call for call, _, _ in MOMENTS])
def test_killed_while_a_call_of_placing_is_on_its_way_nothing_is_bought_twice_or_forgotten(
    sandbox: RunningSandbox, tmp_path: Path, start: Start, call: str, states: list[str], count: int
) -> None:
    profile = tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("enter")
    fill_cart(buyer, next(easy(sandbox)))
    buyer.tell("preview")
    asked = len(sandbox.look("calls", api=call)["calls"])
    sandbox.control("faults", api=call, kind="hold")
    buyer.tell("press_place")
    while len(sandbox.look("calls", api=call)["calls"]) == asked:
        assert buyer.process.poll() is None
    buyer.kill()
    sandbox.control("faults/clear")
    assert soundness(profile) == "ok" and intent_states(profile) == states
    assert sum(len(ids) for ids in made(sandbox).values()) == count
    _settles_to_what_the_marketplace_holds(sandbox, profile, start)


def test_killed_while_the_order_is_on_its_way_it_is_found_by_its_own_number(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    what, profile = next(easy(sandbox)), tmp_path / "profile"
    sandbox.control("faults", api=CREATE, kind="drip", chunk=1, seconds=1.0)
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("enter")
    fill_cart(buyer, what)
    buyer.tell("preview")
    buyer.tell("press_place")
    while not made(sandbox):
        assert buyer.process.poll() is None
    buyer.kill()
    assert intent_states(profile) == ["sending"]
    seen = _settles_to_what_the_marketplace_holds(sandbox, profile, start)
    assert seen["cart"] == [] and len(seen["orders"]) == 1


def _settles_to_what_the_marketplace_holds(box: RunningSandbox, profile: Path, start: Start) -> dict[str, Any]:
    """Start again, ask about what is unknown: one order a key at most, and each of them is known."""
    buyer = start(profile, *account_of(box))
    seen = buyer.tell("enter")
    if seen["open"]:
        seen = buyer.tell("check_now")
    buyer.kill()
    orders = made(box)
    assert all(len(ids) == 1 for ids in orders.values())
    assert seen["orders"] == sorted(ids[0] for ids in orders.values())
    assert seen["made_here"] == {ids[0]: key for key, ids in orders.items()}
    assert not set(seen["open"]) & set(orders)
    assert soundness(profile) == "ok"
    return seen


def test_the_demo_marketplace_goes_with_its_program_and_comes_back_with_its_orders(
    tmp_path: Path, start: Start
) -> None:
    profile = tmp_path / "profile"
    buyer = start(profile, "--demo")
    seen = buyer.tell("enter")
    order_id = buy_at_the_demo(buyer, seen["gateway"])
    buyer.kill()
    while is_alive(seen["market"]):
        time.sleep(0.02)
    buyer = start(profile, "--demo")
    again = buyer.tell("enter")
    assert again["market"] != seen["market"]
    assert again["orders"] == [order_id] and order_id in again["made_here"]
    buyer.tell("pay", order_id=order_id)
