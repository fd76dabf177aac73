"""A platform whose wire is a notebook: everything sent is kept, and answered with what the contract says."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx

from sourcing_app.domain.account import Account, Credentials, Dialect
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.transport.pacing import Pace, Timing
from tests.support.contract import Sent, paper

APP_KEY, SECRET = "1000000", "contract-secret"


class _Bytes(httpx.AsyncByteStream):
    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._raw


async def _at_once(seconds: float) -> None:
    """Nobody waits in these tests."""


class Notebook(httpx.AsyncBaseTransport):
    """answer: the JSON to give; None for the sample of whatever is called."""

    def __init__(self, dialect: str = "live", answer: Any = None) -> None:
        self.sent: list[Sent] = []
        self._dialect = dialect
        self._answer = answer

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        self.sent.append(Sent(str(request.url), request.headers.get("content-type", ""), body, request.method))
        answer = self._sample(self.sent[-1]) if self._answer is None else self._answer
        raw = json.dumps(answer, ensure_ascii=False, default=float).encode()
        headers = {"content-type": "application/json"}
        return httpx.Response(200, headers=headers, stream=_Bytes(raw), request=request)

    def _sample(self, sent: Sent) -> Any:
        contract = paper(self.name_of(sent))
        if self._dialect == "seed" and "seed_sample_response" in contract:
            return contract["seed_sample_response"]
        return contract["sample_response"]

    @staticmethod
    def name_of(sent: Sent) -> str:
        """Which contract's call a request is."""
        _, _, namespace, name, _ = sent.url.partition("/openapi/")[2].split("/")
        return f"{namespace}.{name}" if namespace.startswith("system") else name


def platform(notebook: httpx.AsyncBaseTransport, dialect: str = "live") -> Platform:
    account = Account("https://gateway.example", APP_KEY, dialect=Dialect(dialect))
    credentials = Credentials(APP_KEY, SECRET, "access-token-1", "refresh-token-1")
    return Platform(account, credentials, handler=notebook, pace=Pace(1e6, 1000, 100), timing=Timing(sleep=_at_once))
