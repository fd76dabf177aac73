"""Where calls come in over HTTP: reads the request, acts out the faults of the transport, sends the answer."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
import struct
import sys
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

from sourcing_app.sandbox.faults import Fault
from sourcing_app.sandbox.gateway import Answer, Gateway
from sourcing_app.sandbox.wire import read_wire

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]

MAX_BODY = 64 * 1024 * 1024
LONG = 64 * 1024
JSON_TYPE = "application/json;charset=UTF-8"

HTML = """<!doctype html><html><head><title>{status}</title></head>
<body><h1>{status}</h1><p>The page you are looking for is taking a break. 系统繁忙，请稍后再试。</p></body></html>"""


class Doorway:
    """The ASGI application behind ``/openapi/``."""

    def __init__(self, gateway: Gateway) -> None:
        self.gateway = gateway
        self.in_flight = 0
        self.most_in_flight = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            await self._handle(scope, receive, send)
        finally:
            self.in_flight -= 1

    async def _handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in ("GET", "POST"):
            await _send(send, 405, b'{"error_code":"405","error_message":"Method not allowed"}')
            return
        body = await _body(receive)
        headers = dict(scope["headers"])
        try:
            content_type = headers.get(b"content-type", b"").decode("latin-1")
            reading = (scope["path"], scope["query_string"], content_type, body)
            wire = await asyncio.to_thread(read_wire, *reading) if len(body) > LONG else read_wire(*reading)
        except ValueError:
            await _send(send, 400, b'{"error_code":"gw.ParamInvalid","error_message":"unreadable form"}')
            return
        world = self.gateway.world
        cleared, resets = world.faults.cleared, world.resets
        struck = world.faults.take(wire.address.name)
        await self._wait(struck)
        if world.resets != resets:  # it was meant for the marketplace that was: no order of it may turn up in this one
            drop(send)
            return
        if await self._instead(send, struck):
            return
        answer = await asyncio.to_thread(self.gateway.answer, wire, struck)
        if "twice" in struck or "twice_first" in struck:
            second = await asyncio.to_thread(self.gateway.answer, wire, struck)
            answer = second if "twice" in struck else answer
        if "hold" in struck:
            await asyncio.shield(asyncio.wrap_future(cleared))
        await self._reply(send, answer, struck, b"gzip" in headers.get(b"accept-encoding", b""))

    async def _wait(self, struck: dict[str, Fault]) -> None:
        seconds = self.gateway.world.options().latency_ms / 1000
        if "delay" in struck:
            seconds += struck["delay"].seconds
        if seconds:
            await asyncio.sleep(seconds)

    async def _instead(self, send: Send, struck: dict[str, Fault]) -> bool:
        """Faults that come instead of the call. True: one of them did."""
        for kind, act in _INSTEAD.items():
            if kind in struck:
                await act(send, struck[kind])
                return True
        return False

    async def _reply(self, send: Send, answer: Answer, struck: dict[str, Fault], gzipped: bool) -> None:
        if "lost_after" in struck:
            drop(send)
            return
        for kind, act in _AFTERWARDS.items():
            if kind in struck:
                await act(send, struck[kind])
                return
        if "success_false" in struck:
            answer = _denied(answer)
        raw = json.dumps(answer.body, ensure_ascii=False, separators=(",", ":")).encode()
        if "truncated" in struck:
            await _send_half(send, raw)
        elif "drip" in struck:
            await _send(send, answer.status, raw, pieces=_drops(raw, struck["drip"]))
        elif gzipped and self.gateway.world.options().gzip and len(raw) > 1024:
            await _send(send, answer.status, gzip.compress(raw, 1), encoding="gzip")
        else:
            await _send(send, answer.status, raw)


async def _body(receive: Receive) -> bytes:
    chunks = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return bytes(chunks)
        chunks += message.get("body", b"")
        if len(chunks) > MAX_BODY or not message.get("more_body"):
            return bytes(chunks)


async def _send(
    send: Send,
    status: int,
    raw: bytes,
    *,
    kind: str = JSON_TYPE,
    encoding: str | None = None,
    location: str | None = None,
    pieces: AsyncIterator[bytes] | None = None,
) -> None:
    headers = [(b"content-type", kind.encode()), (b"content-length", str(len(raw)).encode())]
    if encoding:
        headers.append((b"content-encoding", encoding.encode()))
    if location:
        headers.append((b"location", location.encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    if pieces is not None:
        async for piece in pieces:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        raw = b""
    await send({"type": "http.response.body", "body": raw})


# -- faults ------------------------------------------------------------------------------------------------


def _transport(send: Send) -> asyncio.Transport:
    """The connection below uvicorn's ``send``, which is a method of its request cycle."""
    transport: asyncio.Transport = send.__self__.transport  # type: ignore[attr-defined]
    return transport


def drop(send: Send) -> None:
    """Close the connection without an answer."""
    _transport(send).abort()


async def _lost(send: Send, fault: Fault) -> None:
    drop(send)


async def _reset(send: Send, fault: Fault) -> None:
    transport = _transport(send)
    raw = transport.get_extra_info("socket")
    linger = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    transport.abort()


async def _status(send: Send, fault: Fault) -> None:
    await _send(send, fault.status or 502, b"upstream connect error", kind="text/plain")


async def _html(send: Send, fault: Fault) -> None:
    status = fault.status or 502
    await _send(send, status, HTML.format(status=status).encode(), kind="text/html;charset=UTF-8")


async def _no(send: Send, fault: Fault) -> None:
    await _send_json(send, fault.status or 200, {"success": False, "code": fault.code, "message": fault.text})


async def _no_of_gateway(send: Send, fault: Fault) -> None:
    words = {"error_code": fault.code, "error_message": fault.text, "exception": fault.text}
    await _send_json(send, fault.status or 400, words | {"request_id": "sandbox-fault"})


async def _no_of_machine(send: Send, fault: Fault) -> None:
    await _send_json(send, fault.status or 403, {"message": fault.text})


async def _send_json(send: Send, status: int, body: dict[str, Any]) -> None:
    await _send(send, status, json.dumps(body, ensure_ascii=False).encode())


async def _not_json(send: Send, fault: Fault) -> None:
    await _send(send, 200, b'{"result":{"success":true,"result":')


async def _redirect(send: Send, fault: Fault) -> None:
    status = fault.status if 300 <= fault.status < 400 else 302
    await _send(send, status, b"", location=fault.url)


async def _huge(send: Send, fault: Fault) -> None:
    raw = await asyncio.to_thread(_bomb, fault.megabytes)
    await _send(send, 200, raw, encoding="gzip")


def _bomb(megabytes: int) -> bytes:
    """A small gzip of a JSON text that unpacks to so many megabytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b" " * (1 << 20)
    packed = [packer.compress(b'{"result":{"success":true,"result":"')]
    packed += [packer.compress(block) for _ in range(megabytes)]
    return b"".join([*packed, packer.compress(b'"}}'), packer.flush()])


_INSTEAD: dict[str, Callable[[Send, Fault], Awaitable[None]]] = {
    "lost_before": _lost,
    "no_before": _no,
    "gateway_before": _no_of_gateway,
    "reset": _reset,
    "status": _status,
    "html": _html,
    "not_json": _not_json,
    "redirect": _redirect,
    "huge": _huge,
}


_AFTERWARDS: dict[str, Callable[[Send, Fault], Awaitable[None]]] = {
    "no_after": _no,
    "gateway_after": _no_of_gateway,
    "machine_after": _no_of_machine,
    "html_after": _html,
}


async def _send_half(send: Send, raw: bytes) -> None:
    headers = [(b"content-type", JSON_TYPE.encode()), (b"content-length", str(len(raw)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": raw[: len(raw) // 2], "more_body": True})
    _transport(send).close()


async def _drops(raw: bytes, fault: Fault) -> AsyncIterator[bytes]:
    for start in range(0, len(raw), fault.chunk):
        yield raw[start : start + fault.chunk]
        await asyncio.sleep(fault.seconds)


def _denied(answer: Answer) -> Answer:
    """The same answer with an outer flag that says false."""
    if not isinstance(answer.body, dict):
        return answer
    return Answer(answer.status, {**answer.body, "success": False}, answer.committed)
