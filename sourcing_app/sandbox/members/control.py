"""``GET /_sandbox/members``: who has been registered."""

from __future__ import annotations

from typing import Any

from starlette.routing import Route

from sourcing_app.sandbox.acts import act_route
from sourcing_app.sandbox.members.register import registered
from sourcing_app.sandbox.registry import JsonValue
from sourcing_app.sandbox.world import World


def read(world: World, body: dict[str, Any]) -> JsonValue:
    return {"members": registered(world)}


def members_control_routes(world: World) -> list[Route]:
    return [act_route(world, "GET", "/_sandbox/members", read)]
