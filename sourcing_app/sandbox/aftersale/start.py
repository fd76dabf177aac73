"""Hooks refunds into the world: their tables, and what falls due by itself."""

from __future__ import annotations

from sourcing_app.sandbox.aftersale import protections, records, timers, vouchers
from sourcing_app.sandbox.world import World


def own_refunds(world: World) -> None:
    """Called once for each world, before the first call."""
    for ddl in (records.TABLES, vouchers.TABLES, protections.TABLES):
        world.state.own(ddl)
    world.on_tick(timers.settle)
