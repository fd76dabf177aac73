"""The real marketplace over real HTTP, with something changed in what it answers to calls of a name."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx

Change = Callable[[Any], None]


class _Bytes(httpx.AsyncByteStream):
    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._raw


class ChangedAnswers(httpx.AsyncBaseTransport):
    """changes: by the name of a call, what is done to the JSON of its answer. Others pass as they are."""

    def __init__(self) -> None:
        self.changes: dict[str, Change] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        async with httpx.AsyncHTTPTransport() as there:
            answer = await there.handle_async_request(request)
            raw = await answer.aread()
        change = self.changes.get(request.url.path.split("/")[-2])
        if change is not None:
            body = json.loads(raw)
            change(body)
            raw = json.dumps(body, ensure_ascii=False).encode()
        headers = {"content-type": answer.headers.get("content-type", "")}
        return httpx.Response(answer.status_code, headers=headers, stream=_Bytes(raw), request=request)


def without(*names: str) -> Change:
    """Takes the members of these names out, wherever they stand."""

    def change(body: Any) -> None:
        if isinstance(body, dict):
            for name in names:
                body.pop(name, None)
            for value in body.values():
                change(value)
        elif isinstance(body, list):
            for value in body:
                change(value)

    return change
