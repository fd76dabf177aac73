"""Acts under ``/_sandbox/push``: where to push to, mischief on request, any message at will."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from starlette.routing import Route

from sourcing_app.sandbox.acts import act_route
from sourcing_app.sandbox.push.bus import FAULTS
from sourcing_app.sandbox.push.outbox import Message
from sourcing_app.sandbox.push.payloads import PayloadError, topics
from sourcing_app.sandbox.registry import JsonValue
from sourcing_app.sandbox.world import World


def read(world: World, body: dict[str, Any]) -> JsonValue:
    """``GET /_sandbox/push``: the address, the mischief and every message with its state."""
    bus = world.bus
    return {
        "url": bus.push_url,
        "faults": bus.faults(),
        "topics": sorted(topics()),
        "messages": [_shown(message) for message in bus.outbox.all()],
    }


def _shown(message: Message) -> dict[str, Any]:
    return message.pushed() | {
        "state": message.state,
        "tries": message.tries,
        "lastError": message.last_error,
    }


def change(world: World, body: dict[str, Any]) -> JsonValue:
    """``POST /_sandbox/push``: ``url`` (null holds everything) and the faults. Raises ValueError."""
    for name, value in body.items():
        if name == "url":
            world.bus.set_url(_checked_url(value))
        elif name not in FAULTS or type(value) is not type(FAULTS[name]):
            raise ValueError(f"{name}={value!r}: there are url and {', '.join(FAULTS)}, each with its own type")
    faults = {name: value for name, value in body.items() if name != "url"}
    world.bus.set_faults(faults)
    return {"url": world.bus.push_url, "faults": world.bus.faults()}


def _checked_url(url: Any) -> str | None:
    if url is None:
        return None
    parts = urlsplit(str(url))
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"url={url!r}: an http or https address is needed, or null")
    return str(url)


def publish(world: World, body: dict[str, Any]) -> JsonValue:
    """``POST /_sandbox/push/publish``: ``topic``, ``member_id`` and ``data``; the documented sample without ``data``."""
    topic = topics().get(str(body.get("topic")))
    if topic is None:
        raise PayloadError(f"topic is one of {', '.join(sorted(topics()))}")
    member_id = str(body.get("member_id") or "b2b-2200000000001")
    world.bus.publish(topic.name, member_id, body.get("data", topic.sample))
    return _shown(world.bus.outbox.all(1)[0])


def repeat(world: World, body: dict[str, Any]) -> JsonValue:
    """``POST /_sandbox/push/repeat``: send ``msgId`` once more."""
    if not world.bus.repeat(int(body.get("msgId", 0))):
        raise ValueError(f"there is no message {body.get('msgId')}")
    return {"repeated": int(body["msgId"])}


def flush(world: World, body: dict[str, Any]) -> JsonValue:
    """``POST /_sandbox/push/flush``: let go what disorder has kept back."""
    return {"released": world.bus.flush()}


def push_control_routes(world: World) -> list[Route]:
    return [
        act_route(world, "GET", "/_sandbox/push", read),
        act_route(world, "POST", "/_sandbox/push", change),
        act_route(world, "POST", "/_sandbox/push/publish", publish),
        act_route(world, "POST", "/_sandbox/push/repeat", repeat),
        act_route(world, "POST", "/_sandbox/push/flush", flush),
    ]
