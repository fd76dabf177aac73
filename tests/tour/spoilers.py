"""A proxy that spoils the first answer of an order, after the order was made: ``dev.py tour --spoil KIND``.

``python -m tests.tour.spoilers`` walks the tour through every kind, one after the other.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.support.door import JSON, Asked, Broken, Deliver, Reply

CREATE = "alibaba.trade.createCrossOrder"
TWICE = "twice"
ROOT = Path(__file__).resolve().parents[2]


def _dropped(reply: Reply) -> Reply:
    raise Broken("closed")


def _json(status: int, **body: object) -> Callable[[Reply], Reply]:
    raw = json.dumps(body, ensure_ascii=False).encode()
    return lambda reply: Reply(status, JSON, raw)


KINDS: dict[str, Callable[[Reply], Reply]] = {
    "dropped": _dropped,
    "401": _json(401, error_code="401", error_message="Request need user authenticated", request_id="1"),
    "504": lambda reply: Reply(504, "text/plain", b"upstream request timeout"),
    "no": _json(200, success=False, code="TIMEOUT", message="调用超时"),
    "html": lambda reply: Reply(200, "text/html", b"<!doctype html><html><body>Please wait</body></html>"),
    TWICE: lambda reply: reply,
}
"""What becomes of the true answer. "twice": the request is delivered a second time, and that answer comes."""


class FirstAnswer:
    """A door's ``handle``. spoilt: whether it has happened."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self.spoilt = False

    async def __call__(self, asked: Asked, deliver: Deliver) -> Reply:
        if asked.api != CREATE or self.spoilt:
            return await deliver()
        self.spoilt = True
        reply = await deliver()
        if self._kind == TWICE:
            reply = await deliver()
        return KINDS[self._kind](reply)


def main(kinds: list[str]) -> int:
    """0 only if the tour held through each of them."""
    failed = []
    for kind in kinds or list(KINDS):
        print(f"== {kind}", flush=True)
        if subprocess.run([sys.executable, "-m", "tests.tour", "--spoil", kind], cwd=ROOT, check=False).returncode:
            failed.append(kind)
    print(f"did not hold: {', '.join(failed)}" if failed else "held through all of them", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
