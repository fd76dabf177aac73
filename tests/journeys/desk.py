"""A test's hand on a program in another process: tell it what to do, kill it, look at what it left on disk."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from tests.support.buying import Buyable, buyables
from tests.support.sandbox import ROOT, RunningSandbox
from tests.tour.far_side import FarSide

PATIENCE_S = 40.0


class Running:
    """A buyer's window (tests/journeys/buyer.py) on this profile. words: more of the program's arguments."""

    def __init__(self, profile: Path, *words: str) -> None:
        self.profile = profile
        self._errors = (profile.parent / f"{profile.name}.err").open("a+", encoding="utf-8")
        command = [sys.executable, "-m", "tests.journeys.buyer", "--profile", str(profile), *words]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=self._errors, text=True,
        )  # fmt: skip

    def tell(self, do: str, **facts: Any) -> dict[str, Any]:
        """Have it done; its answer. Fails with what was on screen."""
        self.begin(do, **facts)
        answer = self._answer()
        assert answer.get("done") == do, f"{answer}\n{self.errors()}"
        return answer

    def begin(self, do: str, **facts: Any) -> None:
        """Have it begun, without waiting."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": do, **facts}) + "\n")
        self.process.stdin.flush()

    def kill(self) -> None:
        """At once, as a power cut for the program."""
        self.process.kill()
        self._let_go()

    def left(self) -> int:
        """Wait for its end; the exit status."""
        self.process.wait(PATIENCE_S)
        self._let_go()
        return self.process.returncode

    def errors(self) -> str:
        """What it wrote to stderr and to its log."""
        if self._errors.closed:
            return self._errors_left
        self._errors.flush()
        files = (Path(self._errors.name), self.profile / "logs" / "sourcing.log")
        return "".join(each.read_text(encoding="utf-8") for each in files if each.exists())

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        watchdog = threading.Timer(PATIENCE_S, self.process.kill)
        watchdog.start()
        try:
            for line in self.process.stdout:
                if line.startswith("{"):
                    answer: dict[str, Any] = json.loads(line)
                    return answer
        finally:
            watchdog.cancel()
        return {"failed": "it ended", "why": self.process.wait()}

    def _let_go(self) -> None:
        self.process.wait(PATIENCE_S)
        self._errors_left = self.errors()
        for pipe in (self.process.stdin, self.process.stdout, self._errors):
            if pipe is not None and not pipe.closed:
                with suppress(BrokenPipeError):  # nobody reads it any more
                    pipe.close()


Start = Callable[..., Running]
"""``start(profile, *words)`` of tests/journeys/conftest.py."""


def account_of(box: RunningSandbox, token: str = "access_token") -> tuple[str, ...]:
    """The program's arguments for an account at this marketplace."""
    return (
        "--gateway-url", box.base_url, "--app-key", box.app_key, "--app-secret", box.app_secret,
        "--access-token", box.credentials[token],
    )  # fmt: skip


def soundness(profile: Path) -> str:
    """What SQLite says of the ledger as it lies on disk: "ok"."""
    with closing(sqlite3.connect(profile / "ledger.sqlite3")) as connection:
        answer: str = connection.execute("PRAGMA integrity_check").fetchone()[0]
    return answer


def intent_states(profile: Path) -> list[str]:
    """Of all intents on disk, oldest first."""
    with closing(sqlite3.connect(profile / "ledger.sqlite3")) as connection:
        return [row[0] for row in connection.execute("SELECT state FROM intents ORDER BY created_at")]


def made(box: RunningSandbox) -> dict[str, list[str]]:
    """The marketplace's orders by our own key."""
    found: dict[str, list[str]] = {}
    for order in box.look("orders")["orders"]:
        found.setdefault(order["out_order_id"], []).append(order["order_id"])
    return found


def easy(box: RunningSandbox) -> Iterator[Buyable]:
    """Offers with plain rules, each of another supplier."""
    sellers: set[str] = set()
    for each in buyables(box, quote_type=1, min_skus=6, mix="no", lot="no", max_minimum=10, limit=200):
        if each.seller not in sellers:
            sellers.add(each.seller)
            yield each


def buy_at_the_demo(buyer: Running, gateway_url: str) -> str:
    """One order at the marketplace that the program itself has started; its number."""
    far = FarSide(gateway_url)
    found = far.look("offers?quote_type=1&min_skus=6&mix=no&lot=no&max_minimum=10&limit=1")["offers"][0]
    buyer.tell("open", offer_id=str(found["offer_id"]))
    buyer.tell("add", spec_id=found["skus"][0]["spec_id"], quantity=found["min_quantity"])
    buyer.tell("preview")
    order_id: str = buyer.tell("place")["order_id"]
    return order_id


def fill_cart(buyer: Running, what: Buyable) -> None:
    buyer.tell("open", offer_id=str(what.offer_id))
    buyer.tell("add", spec_id=what.spec_id, quantity=what.quantity)


def line_of(what: Buyable) -> list[Any]:
    return [str(what.offer_id), what.spec_id, what.quantity]
