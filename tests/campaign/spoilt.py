"""The faults: each is told a request on its way and gives what arrives of its answer, or breaks the connection.

"before": the platform never heard of the request; "after": it did what was asked. Names with "create:" and "market:" are
for create calls alone.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from tests.campaign.network import CREATE, Fault, Way
from tests.support.door import JSON, Broken, Reply

HTML = b"<!doctype html><html><head><title>502</title></head><body><h1>Bad Gateway</h1></body></html>"
LOGIN = b"<!doctype html><html><body><form action='/login'>Please sign in to this network</form></body></html>"
UNLISTED: tuple[tuple[str, int, dict[str, Any]], ...] = (
    ("time-out", 200, {"success": False, "code": "TIMEOUT", "message": "调用超时"}),
    ("system error", 200, {"success": False, "code": "500", "message": "system error"}),
    ("processing", 200, {"success": False, "code": "PROCESSING", "message": "处理中"}),
    ("service time-out", 200, {"success": False, "code": "isp.service-timeout", "message": "service timeout"}),
    (
        "wrapped time-out",
        200,
        {"result": {"success": False, "code": "TIMEOUT", "message": "调用超时"}, "success": True},
    ),
    ("gateway time-out", 504, {"error_code": "gw.RequestTimeout", "error_message": "Request timeout"}),
    ("gateway error", 500, {"error_code": "gw.SystemError", "error_message": "System error"}),
    ("forbidden", 403, {"success": False, "code": "403", "message": "forbidden by policy"}),
    ("not found", 404, {"success": False, "code": "404", "message": "no such page"}),
    ("too many", 429, {"success": False, "message": "too many requests"}),
)
"""A no of which nothing is known, said after the order was made."""

TOKEN_REFUSED = {
    "error_code": "401",
    "error_message": "Request need user authenticated",
    "exception": "",
    "request_id": "x",
}
THROTTLED = {"error_code": "gw.QosAppFrequencyLimit", "error_message": "App call exceeds limited frequency"}


def told(status: int, body: Any) -> Reply:
    """An answer in JSON."""
    return Reply(status, JSON, json.dumps(body, ensure_ascii=False).encode())


def _before(act: Callable[[], Reply]) -> Fault:
    async def fault(way: Way) -> Reply:
        return act()

    return fault


def _after(change: Callable[[Reply], Reply]) -> Fault:
    async def fault(way: Way) -> Reply:
        return change(await way.deliver())

    return fault


def _broken(how: str, *, made: bool) -> Fault:
    async def fault(way: Way) -> Reply:
        if made:
            await way.deliver()
        raise Broken(how)

    return fault


async def _late(way: Way) -> Reply:
    """Within the patience of the client."""
    reply = await way.deliver()
    await way.sleep(way.chance.uniform(1, 25))
    return reply


async def _too_late(way: Way) -> Reply:
    """When nobody waits for it any more."""
    reply = await way.deliver()
    await way.sleep(way.chance.uniform(31, 90))
    return reply


async def _late_request(way: Way) -> Reply:
    """The connection breaks, and the request reaches the platform long afterwards all the same."""
    way.log.late.add(way.key)
    way.later(way.chance.choice((2, 20, 200)), way.deliver)
    raise Broken("closed")


async def _twice(way: Way) -> Reply:
    """The network repeats a request, and the platform does one of three things with a key it knows."""
    way.log.doubled.add(way.key)
    await way.market.control("options", repeated_out_order_id=way.chance.choice(("again", "first", "refuse")))
    first = await way.deliver()
    second = await way.deliver()
    return way.chance.choice((first, second))


async def _twice_later(way: Way) -> Reply:
    way.log.doubled.add(way.key)
    await way.market.control("options", repeated_out_order_id=way.chance.choice(("again", "first", "refuse")))
    way.later(way.chance.choice((0.5, 5, 50)), way.deliver)
    return await way.deliver()


async def _twice_lost(way: Way) -> Reply:
    await _twice(way)
    raise Broken("reset")


async def _price_moves(way: Way) -> Reply:
    """Between the last preview and the order."""
    row = json.loads(way.asked.fields["cargoParamList"])[0]
    path = f"offers/{row['offerId']}"
    now = (await way.market.control(path, spec_id=row.get("specId") or ""))["price_fen"]
    await way.market.control(
        path, spec_id=row.get("specId") or "", price_fen=max(1, now + way.chance.choice((-7, 1, 130)))
    )
    return await way.deliver()


async def _sold_out(way: Way) -> Reply:
    """The platform's own definite no, known from its contract."""
    row = json.loads(way.asked.fields["cargoParamList"])[0]
    path, spec_id = f"offers/{row['offerId']}", row.get("specId") or ""
    await way.market.control(path, spec_id=spec_id, stock=0)
    try:
        return await way.deliver()
    finally:
        await way.market.control(path, spec_id=spec_id, stock=10**7)


async def _hidden(way: Way) -> Reply:
    """The order is made, and the list does not show it for a while."""
    async with _options(way, list_delay_s=way.chance.uniform(5, 900)):
        return await way.deliver()


async def _hidden_and_lost(way: Way) -> Reply:
    await _hidden(way)
    raise Broken("reset")


async def _split(way: Way) -> Reply:
    async with _options(way, split_above_lines=0):
        return await way.deliver()


async def _split_and_lost(way: Way) -> Reply:
    await _split(way)
    raise Broken("closed")


async def _partial(way: Way) -> Reply:
    if len(json.loads(way.asked.fields["cargoParamList"])) > 1:
        await way.market.control("faults", api=CREATE, kind="failed_offers", lines=1)
    return await way.deliver()


async def _partial_and_lost(way: Way) -> Reply:
    await _partial(way)
    raise Broken("reset")


async def _false_with_id(way: Way) -> Reply:
    async with _options(way, create_reply=way.chance.choice(("flat_false", "wrapped_false", "flat"))):
        return await way.deliver()


@asynccontextmanager
async def _options(way: Way, **wish: Any) -> AsyncIterator[None]:
    before = await way.market.look("options")
    await way.market.control("options", **wish)
    try:
        yield
    finally:
        await way.market.control("options", **{name: before[name] for name in wish})


def _half(reply: Reply) -> Reply:
    return replace(reply, body=reply.body[: len(reply.body) // 2], declared=len(reply.body), broken=True)


def _longer(reply: Reply) -> Reply:
    return replace(reply, declared=len(reply.body) + 40, broken=True)


def _shorter(reply: Reply) -> Reply:
    return replace(reply, declared=max(1, len(reply.body) - 9))


FAULTS: dict[str, Fault] = {
    "refused": _broken("refused", made=False),
    "reset before": _broken("reset", made=False),
    "closed before": _broken("closed", made=False),
    "reset after": _broken("reset", made=True),
    "closed after": _broken("closed", made=True),
    "answer lost": _broken("silent", made=True),
    "request lost": _broken("silent", made=False),
    "answer late": _late,
    "answer too late": _too_late,
    "create: request late": _late_request,
    "answer doubled": _after(lambda reply: replace(reply, doubled=True)),
    "create: delivered twice": _twice,
    "create: delivered twice, the second later": _twice_later,
    "create: delivered twice, answers lost": _twice_lost,
    "401 before": _before(lambda: told(401, TOKEN_REFUSED)),
    "401 after": _after(lambda reply: told(401, TOKEN_REFUSED)),
    "5xx before": _before(lambda: Reply(503, "text/plain", b"no healthy upstream")),
    "5xx after": _after(lambda reply: Reply(504, "text/plain", b"upstream request timeout")),
    "html before": _before(lambda: Reply(200, "text/html", LOGIN)),
    "html after": _after(lambda reply: Reply(502, "text/html", HTML)),
    "html after, status 200": _after(lambda reply: Reply(200, "text/html", HTML)),
    "truncated": _after(_half),
    "overlong": _after(lambda reply: replace(reply, body=reply.body + b" " * (9 * 2**20))),
    "length too large": _after(_longer),
    "length too small": _after(_shorter),
    "throttled before": _before(lambda: told(400, THROTTLED)),
    "create: false with an id": _false_with_id,
    "market: split": _split,
    "market: split, answer lost": _split_and_lost,
    "market: partial": _partial,
    "market: partial, answer lost": _partial_and_lost,
    "market: price moves before the order": _price_moves,
    "market: sold out": _sold_out,
    "market: hidden": _hidden,
    "market: hidden, answer lost": _hidden_and_lost,
} | {
    f"create: no after all ({name})": _after(lambda reply, status=status, body=body: told(status, body))
    for name, status, body in UNLISTED
}
