"""How the platform is called where a call, or whoever makes it, says nothing else."""

import asyncio
import time

from sourcing_app.platform.transport.endpoint import Kind, Reply
from tests.support.defaults import decided

DECIDED = {
    "Call.kind": Kind.READ,
    "Endpoint.kind": Kind.READ,
    "Call.needs_token": True,
    "Endpoint.needs_token": True,
    "Call.reply": Reply.RESULT,
    "Endpoint.reply": Reply.RESULT,
    "Call.timeout_s": 30.0,
    "Endpoint.timeout_s": 30.0,
    "Call.version": 1,
    "Endpoint.version": 1,
    "Limits.close_s": 3.0,
    "Limits.connect_s": 10.0,
    "Limits.packed_bytes": 8 * 2**20,
    "Limits.unpacked_bytes": 32 * 2**20,
    "Pace.burst": 5,
    "Pace.calls_per_second": 5.0,
    "Pace.parallel": 4,
    "Timing.monotonic": time.monotonic,
    "Timing.sleep": asyncio.sleep,
    "Timing.wall": time.time,
    "Wanted.patience_s": 60.0,
    "WebLimits.max_bytes": 32 * 2**20,
    "WebLimits.redirects": 5,
    "WebLimits.total_s": 15.0,
}


def test_what_nobody_told_is_empty_unless_it_is_decided_here() -> None:
    found = decided("platform")
    assert callable(found.pop("Timing.chance"))
    assert found == DECIDED
