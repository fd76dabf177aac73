"""A wire of our own: answers in order, keeps what was sent. In memory, so that any odd byte can be answered."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import httpx

from sourcing_app.domain.account import Account, Credentials, Dialect
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.transport.pacing import Pace, Timing

APP_KEY = "1000000"
SECRET = "SECRET-planted-0001"
TOKEN = "TOKEN-planted-0002"


@dataclass(frozen=True)
class Canned:
    """An answer. body: bytes as they are, or a JSON value."""

    body: Any
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"content-type": "application/json;charset=UTF-8"})

    @property
    def raw(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body, ensure_ascii=False).encode()


class _Bytes(httpx.AsyncByteStream):
    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._raw


class Wire(httpx.AsyncBaseTransport):
    """Answers the given answers (JSON, Canned, or an exception to raise) in order, the last one again and again."""

    def __init__(self, *answers: Any) -> None:
        self._answers = list(answers)
        self.sent: list[dict[str, str]] = []
        self.urls: list[str] = []
        self.bodies: list[bytes] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        self.urls.append(str(request.url))
        self.bodies.append(body)
        self.sent.append(dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)))
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(answer, Callable):
            answer = answer(self.sent[-1])
        if isinstance(answer, Exception):
            raise answer
        canned = answer if isinstance(answer, Canned) else Canned(answer)
        return httpx.Response(canned.status, headers=canned.headers, stream=_Bytes(canned.raw), request=request)

    def sent_object(self, name: str, index: int = -1) -> Any:
        """The JSON of a form field."""
        return json.loads(self.sent[index][name])


class Hourglass:
    """Time that passes only when somebody sleeps."""

    def __init__(self, start: float = 1_790_000_000.0) -> None:
        self.now = start
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds

    def timing(self) -> Timing:
        return Timing(monotonic=lambda: self.now, wall=lambda: self.now, sleep=self.sleep, chance=lambda: 0.0)


def credentials(**changes: Any) -> Credentials:
    return Credentials(**{"app_key": APP_KEY, "app_secret": SECRET, "access_token": TOKEN, **changes})


def platform(
    wire: Wire, *, dialect: Dialect = Dialect.LIVE, hourglass: Hourglass | None = None, **options: Any
) -> Platform:
    """A platform that talks to the wire, in no hurry and with no wait."""
    account = Account("https://gateway.example", APP_KEY, dialect=dialect)
    given = options.pop("credentials", None) or credentials()
    timing = (hourglass or Hourglass()).timing()
    return Platform(account, given, handler=wire, timing=timing, pace=Pace(1e6, 1000, 100), **options)
