"""Hooks the orders into the world: their tables and what falls due by itself."""

from __future__ import annotations

from sourcing_app.sandbox.trade import addresses, coupons, records
from sourcing_app.sandbox.trade.moves import fall_due
from sourcing_app.sandbox.trade.parcels import autopilot
from sourcing_app.sandbox.world import World


def own_orders(world: World) -> None:
    """Called once for each world, before the first call."""
    world.state.own(records.TABLES)
    world.state.own(coupons.TABLES)
    addresses.own_addresses(world)
    world.on_reset(_agreements_as_at_first)
    world.on_tick(fall_due)
    world.on_tick(autopilot)


def _agreements_as_at_first(world: World) -> None:
    world.state.execute("DELETE FROM settings WHERE name LIKE 'agreement %'")
