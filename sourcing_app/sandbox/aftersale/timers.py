"""What falls due by itself: steps that waited too long, and refunds that the order has overtaken."""

from __future__ import annotations

from sourcing_app.sandbox.aftersale import records
from sourcing_app.sandbox.aftersale.bought import BoughtOrder, bought_order
from sourcing_app.sandbox.aftersale.moves import overtake, time_out
from sourcing_app.sandbox.aftersale.records import Refund
from sourcing_app.sandbox.world import World


def settle(world: World) -> None:
    """Run by the world whenever its clock has moved, inside a transaction."""
    for refund in records.touched_by_their_order(world.state):
        step = _overtaken_by(world, refund)
        if step is not None:
            overtake(world, refund, step)
    _time_out_all(world)


def _time_out_all(world: World) -> None:
    """One after the other in the order of their deadlines: a step may end in the next one's waiting time."""
    lag, now = world.options().refund_timer_lag_s, world.clock.seconds()
    while (late := records.first_due(world.state, now - lag)) is not None:
        time_out(world, late, (late.deadline or 0.0) + lag)


def _overtaken_by(world: World, refund: Refund) -> str | None:
    """The step that ends an in-sale refund because of its order, None while it goes on."""
    order = bought_order(world, refund.order_id)
    if order is None or order.status in ("cancel", "terminated"):
        return "order_closed"
    if order.status in ("confirm_goods", "success"):
        return "confirmed"
    if refund.situation == "refundWaitSellerSend" and _is_sent(order, refund):
        return "shipped"
    return None


def _is_sent(order: BoughtOrder, refund: Refund) -> bool:
    return any(line.is_sent for line in order.lines if line.entry_id in refund.lines)
