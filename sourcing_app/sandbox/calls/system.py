"""The platform's self-test."""

from __future__ import annotations

from sourcing_app.sandbox.clock import compact
from sourcing_app.sandbox.registry import Call, JsonValue, answers


@answers("system.currentTime")
def current_time(call: Call) -> JsonValue:
    return {"result": compact(call.world.clock.now())}
