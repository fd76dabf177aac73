"""``/_sandbox/``: look into the marketplace, move its clock, its sellers and carriers, break things on purpose.

JSON in, JSON out, no signature. docs/sandbox.md shows each with an example.
"""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from sourcing_app.sandbox.acts import Act, act_route
from sourcing_app.sandbox.clock import parse_compact, plain
from sourcing_app.sandbox.doorway import Doorway
from sourcing_app.sandbox.faults import KINDS
from sourcing_app.sandbox.gateway import Gateway
from sourcing_app.sandbox.registry import JsonValue
from sourcing_app.sandbox.tokens import Tokens
from sourcing_app.sandbox.trade.control import trade_acts
from sourcing_app.sandbox.world import World

PREFIX = "/_sandbox"


def control_routes(world: World, gateway: Gateway, doorway: Doorway, tokens: Tokens) -> list[BaseRoute]:
    """Routes of the control calls that are not owned by an area."""

    def state(world: World, body: dict[str, Any]) -> JsonValue:
        return overview(world) | {
            "calls": dict(gateway.calls),
            "refused": dict(gateway.refused),
            "unknown_parameters": dict(gateway.unknown),
            "reply_faults": dict(gateway.reply_faults),
            "crashes": dict(gateway.crashes),
            "most_in_flight": doorway.most_in_flight,
        }

    def journal(world: World, body: dict[str, Any]) -> JsonValue:
        wanted = body.get("api")
        return {"calls": [entry for entry in list(gateway.journal) if wanted in (None, entry["api"])]}

    def reset(world: World, body: dict[str, Any]) -> JsonValue:
        world.reset()
        gateway.forget()
        doorway.most_in_flight = 0
        if body.get("options"):
            world.set_options(body["options"])
        return {"done": True}

    def expire(world: World, body: dict[str, Any]) -> JsonValue:
        tokens.end_access(str(body.get("login", "buyer_demo_01")))
        return {"done": True}

    acts: list[tuple[str, str, Act]] = [
        ("GET", "state", state),
        ("GET", "calls", journal),
        ("POST", "reset", reset),
        ("POST", "tokens/expire", expire),
        ("GET", "credentials", lambda world, body: tokens.credentials()),
        ("GET", "clock", lambda world, body: _clock(world)),
        ("POST", "clock", move_clock),
        ("GET", "options", lambda world, body: world.options().as_dict()),
        ("POST", "options", lambda world, body: world.set_options(body).as_dict()),
        ("GET", "faults", lambda world, body: {"faults": world.faults.listed(), "kinds": KINDS}),
        ("POST", "faults", add_faults),
        ("POST", "faults/clear", clear_faults),
        *trade_acts(),
    ]
    routes: list[BaseRoute] = [act_route(world, method, f"{PREFIX}/{path}", act) for method, path, act in acts]
    return [*routes, Route(PREFIX, _index, methods=["GET"])]


async def _index(request: Request) -> Response:
    """Every act of every area."""
    routes = [route for route in request.app.routes if isinstance(route, Route) and route.path.startswith(PREFIX)]
    acts = {f"{method} {route.path}" for route in routes for method in (route.methods or set()) - {"HEAD"}}
    return JSONResponse({"acts": sorted(acts), "documentation": "docs/sandbox.md"})


def overview(world: World) -> dict[str, Any]:
    """Counts of what there is."""
    rows = world.state.rows("SELECT status, count(*) AS number FROM orders GROUP BY status")
    by_status = {row["status"]: row["number"] for row in rows}
    return {
        "orders": sum(by_status.values()),
        "orders_by_status": by_status,
        "parcels": world.state.value("SELECT count(*) FROM parcels"),
        "offers": len(world.shop.offers),
        "clock": _clock(world),
    }


def _clock(world: World) -> dict[str, Any]:
    clock = world.clock
    return {"now": plain(clock.now()), "seconds": clock.seconds(), "speed": clock.speed, "ahead_s": clock.ahead_s()}


def move_clock(world: World, body: dict[str, Any]) -> JsonValue:
    """``advance_s``, ``speed`` (0 freezes), ``now`` (``yyyy-MM-dd HH:mm:ss`` or seconds since 1970)."""
    unknown = set(body) - {"advance_s", "speed", "now"}
    if unknown:
        raise ValueError(f"a clock has no {', '.join(sorted(unknown))}; there are advance_s, speed, now")
    if "now" in body:
        now = body["now"]
        world.clock.set_now(float(now) if isinstance(now, (int, float)) else parse_compact(now).timestamp())
    if "speed" in body:
        world.clock.set_speed(float(body["speed"]))
    if "advance_s" in body:
        world.clock.advance(float(body["advance_s"]))
    world.state.remember("clock_ahead_s", world.clock.ahead_s())
    return _clock(world)


def add_faults(world: World, body: dict[str, Any]) -> JsonValue:
    """One fault, or ``{"faults": [...]}``. Raises ValueError."""
    wishes = body.get("faults", [body])
    for wish in wishes:
        world.faults.add(wish)
    return {"faults": world.faults.listed()}


def clear_faults(world: World, body: dict[str, Any]) -> JsonValue:
    world.faults.clear()
    return {"faults": []}
