"""Trouble on request: what can go wrong between a client and the platform, one switch for each."""

from __future__ import annotations

import fnmatch
import threading
from concurrent.futures import Future
from dataclasses import asdict, dataclass, field
from typing import Any

KINDS = {
    "delay": "answer only after seconds",
    "lost_before": "drop the connection, the call never ran",
    "lost_after": "the call ran and was kept, then drop the connection without an answer",
    "reset": "reset the connection at once",
    "status": "answer with HTTP status and an empty-handed text",
    "html": "answer an HTML page with HTTP status (200 or 502)",
    "throttle": "gw.QosAppFrequencyLimit",
    "expired_token": "the token is refused as expired",
    "no_permission": "gw.APIACLDecline",
    "truncated": "the call ran; only the first half of the body is sent, then the connection drops",
    "drip": "the call ran; the body trickles out, chunk bytes each seconds",
    "hold": "the call ran; the answer is held back until the faults are cleared",
    "huge": "a gzip body that unpacks to megabytes",
    "redirect": "HTTP redirect to url",
    "not_json": "HTTP 200 with a body that is no JSON",
    "no_before": "the call never ran; a business no with code and text, HTTP status (200)",
    "no_after": "the call ran and was kept; then a business no with code and text, HTTP status (200)",
    "gateway_before": "the call never ran; the gateway's own form of a no with code and text, HTTP status (400)",
    "gateway_after": "the call ran and was kept; then the gateway's own form of a no with code and text, HTTP status (400)",
    "machine_after": "the call ran and was kept; then JSON of a machine in between, with text, HTTP status (403)",
    "html_after": "the call ran and was kept; then an HTML page with HTTP status (502)",
    "twice": "the request is delivered a second time, right after the first; the answer is to the second",
    "twice_first": "the request is delivered a second time, right after the first; the answer is to the first",
    "success_false": "the call ran; the outer success flag says false",
    "failed_offers": "createCrossOrder leaves the first lines out and names them in failedOfferList",
    "unclear_payment": "preparePay takes the money and answers paySuccess false",
    "memo_fails": "memoAdd fails and says success true",
    "no_trace": "the trace call answers success true with an errorMessage and no trace",
}

INSIDE = frozenset({"failed_offers", "unclear_payment", "memo_fails", "no_trace"})


@dataclass(slots=True)
class Fault:
    """``api`` is a pattern with ``*``; ``skip`` calls pass before the first is hit, then ``times`` are hit
    (0: until removed). ``status`` 0 is what the kind usually has."""

    api: str
    kind: str
    times: int = 1
    skip: int = 0
    seconds: float = 1.0
    status: int = 0
    chunk: int = 64
    megabytes: int = 200
    lines: int = 1
    url: str = "https://example.invalid/"
    code: str = "TIMEOUT"
    text: str = "调用超时"
    hits: int = field(default=0)

    def hit(self, api: str) -> bool:
        """Whether this call is struck; counts it."""
        if not fnmatch.fnmatchcase(api, self.api):
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        self.hits += 1
        return True

    @property
    def spent(self) -> bool:
        return bool(self.times) and self.hits >= self.times


class Faults:
    """The faults still to come. Shared by the event loop and the handler threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._all: list[Fault] = []
        self._cleared: Future[None] = Future()

    @property
    def cleared(self) -> Future[None]:
        """Done at the next ``clear``; asked for before ``take``, so that no clearing in between is missed."""
        return self._cleared

    def add(self, wish: dict[str, Any]) -> Fault:
        """Raises ValueError with a sentence for an unknown kind or member."""
        kind = wish.get("kind")
        if kind not in KINDS:
            raise ValueError(f"kind is one of {', '.join(KINDS)}")
        defaults = asdict(Fault("*", "delay"))
        for name, value in wish.items():
            if name not in defaults or name == "hits":
                raise ValueError(f"a fault has no {name}")
            number = isinstance(value, (int, float)) and not isinstance(value, bool)
            if number is isinstance(defaults[name], str):
                raise ValueError(f"{name} has the wrong type")
        fault = Fault(**{"api": "*"} | wish)
        with self._lock:
            self._all.append(fault)
        return fault

    def take(self, api: str) -> dict[str, Fault]:
        """The faults of the transport that strike this call, by kind."""
        return self._take(api, inside=False)

    def take_inside(self, api: str, kind: str) -> Fault | None:
        """A fault that a handler itself acts out."""
        return self._take(api, inside=True, kind=kind).get(kind)

    def _take(self, api: str, *, inside: bool, kind: str | None = None) -> dict[str, Fault]:
        if not self._all:
            return {}
        with self._lock:
            struck = {
                fault.kind: fault
                for fault in self._all
                if (fault.kind in INSIDE) is inside and kind in (None, fault.kind) and fault.hit(api)
            }
            self._all = [fault for fault in self._all if not fault.spent]
        return struck

    def clear(self) -> None:
        with self._lock:
            self._all = []
            done, self._cleared = self._cleared, Future()
        done.set_result(None)

    def listed(self) -> list[dict[str, Any]]:
        with self._lock:
            return [asdict(fault) for fault in self._all]
