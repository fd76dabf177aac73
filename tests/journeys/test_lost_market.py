"""The demo marketplace ends while the program runs."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from sourcing_app.sandbox.parent import is_alive
from tests.journeys.desk import Start, buy_at_the_demo


def test_offline_is_told_once_and_trying_again_starts_it_again_with_its_orders(tmp_path: Path, start: Start) -> None:
    buyer = start(tmp_path / "profile", "--demo")
    before = buyer.tell("enter")
    order_id = buy_at_the_demo(buyer, before["gateway"])
    os.kill(before["market"], getattr(signal, "SIGKILL", signal.SIGTERM))
    while is_alive(before["market"]):
        time.sleep(0.02)
    offline = buyer.tell("search_in_vain", words="bag")
    assert offline["texts"].count("The demo marketplace is not running. Try again starts it.") == 1
    buyer.tell("click", text="Try again")
    online = buyer.tell("await_online")
    assert online["notices"] == [] and online["market"] != before["market"]
    assert online["gateway"] == before["gateway"]
    assert buyer.tell("search", words="box")["count"] > 0
    buyer.tell("keys", keys="Ctrl+5")
    buyer.tell("keys", keys="F5")
    assert buyer.tell("await", text=order_id)
