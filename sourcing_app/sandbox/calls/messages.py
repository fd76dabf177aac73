"""Catch-up of messages whose delivery failed. Source: contracts push.*, messages.json."""

from __future__ import annotations

from typing import Any

from sourcing_app.sandbox.clock import parse_compact
from sourcing_app.sandbox.push.outbox import Filter
from sourcing_app.sandbox.registry import Call, JsonValue, answers

SMALLEST, LARGEST = 20, 200
"""Messages one call may hand out; a request outside is moved to the nearer end."""


def _size(asked: Any) -> int:
    return SMALLEST if asked is None else min(max(int(asked), SMALLEST), LARGEST)


def _millis(text: str | None) -> int | None:
    return int(parse_compact(text).timestamp() * 1000) if text else None


def _filter(params: dict[str, Any]) -> Filter:
    return Filter(
        from_ms=_millis(params.get("createStartTime")),
        to_ms=_millis(params.get("createEndTime")),
        topic=params.get("type") or None,
        member_id=params.get("userInfo") or None,
    )


@answers("push.query.messageList")
def look(call: Call) -> JsonValue:
    """A page of held messages of every user of the app; they stay held."""
    bus, wanted, size = call.world.bus, _filter(call.params), _size(call.params.get("pageSize"))
    page = max(int(call.params.get("page") or 1), 1)
    held = bus.held(wanted, size, skip=(page - 1) * size)
    app_key = call.world.app_key
    total = bus.held_count(wanted)
    return {"pushMessagePage": {"datas": [message.listed(app_key) for message in held], "totalCount": total}}


@answers("push.cursor.messageList")
def take(call: Call) -> JsonValue:
    """Held messages, each handed out once: being returned confirms them."""
    bus = call.world.bus
    held = bus.held(_filter(call.params), _size(call.params.get("quantity")))
    bus.confirm([message.msg_id for message in held])
    return {"pushMessageList": [message.listed(call.world.app_key) for message in held]}


@answers("push.message.confirm")
def confirm(call: Call) -> JsonValue:
    call.world.bus.confirm([int(msg_id) for msg_id in call.params["msgIdList"]])
    return {"isSuccess": True}
