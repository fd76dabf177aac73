"""M02: the program is killed at every step of placing an order, started again, and settles what it finds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sourcing_app.domain.intent import IntentState
from sourcing_app.usecases.edit_cart import EditCart
from sourcing_app.usecases.failpoints import STEPS
from sourcing_app.usecases.track_orders import TrackOrders
from tests.support.buying import Buyable, buyable
from tests.support.sandbox import ROOT, RunningSandbox
from tests.usecases.desk import CREATE, Desk, open_desk

_MADE_AFTER = ("answered", "outcome_saved", "order_read")
_SENT_NOTHING = ("approved", "compared")


def start_buyer(box: RunningSandbox, folder: Path, step: str, what: Buyable) -> subprocess.Popen[str]:
    told = box.credentials | {
        "gateway_url": box.base_url,
        "offer_id": str(what.offer_id),
        "spec_id": what.spec_id,
        "quantity": str(what.quantity),
    }
    words = [sys.executable, "-m", "tests.usecases.buyer", str(folder), step]
    buyer = subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert buyer.stdin is not None
    buyer.stdin.write(json.dumps(told))
    buyer.stdin.close()
    buyer.stdin = None
    return buyer


async def restarted(box: RunningSandbox, folder: Path) -> Desk:
    return await open_desk(box, folder)


@pytest.mark.parametrize("step", STEPS)
async def test_m02_killed_at_any_step_there_is_one_order_or_none_and_it_is_known(
    sandbox: RunningSandbox, tmp_path: Path, step: str
) -> None:
    out, _ = start_buyer(sandbox, tmp_path, step, buyable(sandbox)).communicate(timeout=60)
    assert out.split() == ["sending", step]
    desk = await restarted(sandbox, tmp_path)
    try:
        await desk.settle()(now=True)
        intents = await desk.session.ledger.intents.recent(desk.session.key)
        states = [intent.state for intent in intents]
        if step in _MADE_AFTER:
            assert desk.made() == 1 and states == [IntentState.CREATED]
            assert intents[0].order_ids == (sandbox.look("orders")["orders"][0]["order_id"],)
            assert (await EditCart(desk.session).load()).lines == ()
        else:
            assert desk.made() == 0
            assert states == ([] if step in _SENT_NOTHING else [IntentState.UNKNOWN])
            assert len((await EditCart(desk.session).load()).lines) == 1
        await TrackOrders(desk.session)()
        assert sum((await desk.session.ledger.orders.counts(desk.session.key)).values()) == desk.made()
    finally:
        await desk.close()


async def test_m02_killed_while_the_answer_is_on_its_way(sandbox: RunningSandbox, tmp_path: Path) -> None:
    sandbox.control("faults", api=CREATE, kind="drip", chunk=1, seconds=1.0)
    buyer = start_buyer(sandbox, tmp_path, "none", buyable(sandbox))
    assert buyer.stdout is not None and buyer.stdout.readline().strip() == "sending"
    while sandbox.look("orders")["count"] == 0:
        assert buyer.poll() is None
    buyer.kill()
    buyer.communicate()
    desk = await restarted(sandbox, tmp_path)
    try:
        (found,) = await desk.settle().open_ones()
        (settled,) = await desk.settle()(now=True)
        assert (found.state, settled.state) == (IntentState.UNKNOWN, IntentState.CREATED)
        assert desk.made() == 1
    finally:
        await desk.close()
