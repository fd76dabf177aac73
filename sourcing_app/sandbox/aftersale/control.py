"""``/_sandbox/refunds``: the seller, the buyer on the site, the platform's staff and the timer, on request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sourcing_app.sandbox.acts import Unknown, act_route
from sourcing_app.sandbox.aftersale import moves, protections, records, vouchers, wire
from sourcing_app.sandbox.aftersale.bought import bought_order
from sourcing_app.sandbox.aftersale.records import Refund
from sourcing_app.sandbox.aftersale.states import BUYER, CLOSED, PAID, SELLER
from sourcing_app.sandbox.registry import JsonValue
from sourcing_app.sandbox.world import World

Move = Callable[[World, Refund, dict[str, Any]], Refund]


def _decide(world: World, refund: Refund, body: dict[str, Any]) -> Refund:
    ends = {"success": PAID, "close": CLOSED}
    if body.get("to") not in ends:
        raise ValueError("to is success or close")
    return moves.decide(world, refund, ends[body["to"]])


def _bill(world: World, refund: Refund, body: dict[str, Any]) -> Refund:
    by = body.get("by", BUYER)
    if by not in (BUYER, SELLER):
        raise ValueError("by is buyer or seller")
    return moves.add_bill(world, refund, by, tuple(str(url) for url in body.get("vouchers", ())))


def _modify(world: World, refund: Refund, body: dict[str, Any]) -> Refund:
    known = ("goods_fen", "freight_fen", "description")
    return moves.modify(world, refund, {name: body[name] for name in known if name in body})


def _ask_staff(world: World, refund: Refund, body: dict[str, Any]) -> Refund:
    protections.open_protection(
        world, protections.CLAIM, refund.order_id, refund.buyer_id, refund.number
    )  # fmt: skip
    return moves.ask_staff(world, refund)


def _time_out(world: World, refund: Refund, body: dict[str, Any]) -> Refund:
    """End the waiting step now, as if its deadline had just passed."""
    if not refund.is_open:
        raise moves.WrongState(f"{refund.refund_id} is {refund.status} and waits for nobody")
    late = replace(refund, deadline=world.clock.seconds() - world.options().refund_timer_lag_s, frozen=None)
    return moves.time_out(world, late, world.clock.seconds())


MOVES: dict[str, Move] = {
    "agree": lambda world, refund, body: moves.agree(world, refund),
    "refuse": lambda world, refund, body: moves.refuse(world, refund, str(body.get("reason", "不同意退款"))),
    "receive": lambda world, refund, body: moves.receive(world, refund),
    "withdraw": lambda world, refund, body: moves.withdraw(world, refund),
    "modify": _modify,
    "bill": _bill,
    "ask_staff": _ask_staff,
    "intervene": lambda world, refund, body: moves.intervene(world, refund),
    "dismiss": lambda world, refund, body: moves.dismiss(world, refund),
    "decide": _decide,
    "freeze": lambda world, refund, body: moves.freeze(world, refund),
    "thaw": lambda world, refund, body: moves.thaw(world, refund),
    "time_out": _time_out,
}


def _named(world: World, body: dict[str, Any]) -> Refund:
    digits = str(body["refund_id"]).removeprefix("TQ")
    refund = records.find(world.state, int(digits)) if digits.isdigit() else None
    if refund is None:
        raise Unknown(f"there is no refund {body['refund_id']}")
    return refund


def _shown(world: World, refund: Refund) -> dict[str, Any]:
    history = records.operations(world.state, refund.number)
    return wire.detail(world, refund, history=history, deadlines=True)


def read_all(world: World, body: dict[str, Any]) -> JsonValue:
    return {"refunds": [_shown(world, refund) for refund in records.all_refunds(world.state)]}


def read(world: World, body: dict[str, Any]) -> JsonValue:
    return _shown(world, _named(world, body))


def act(world: World, body: dict[str, Any]) -> JsonValue:
    """Make one move of ``MOVES``; a move that the state does not allow is refused."""
    move = MOVES.get(body["act"])
    if move is None:
        raise Unknown(f"acts are {', '.join(MOVES)}")
    return _shown(world, move(world, _named(world, body), body))


def read_protections(world: World, body: dict[str, Any]) -> JsonValue:
    return {"protections": [dict(row) for row in protections.all_protections(world)]}


def open_protection(world: World, body: dict[str, Any]) -> JsonValue:
    """``POST /_sandbox/protections``: ``orderId`` and ``type`` (bx, a freight insurance; lp, a claim)."""
    kind, order = body.get("type", protections.POLICY), bought_order(world, int(body["orderId"]))
    if kind not in (protections.POLICY, protections.CLAIM):
        raise ValueError("type is bx or lp")
    if order is None:
        raise Unknown(f"there is no order {body['orderId']}")
    number = protections.open_protection(world, kind, order.order_id, order.buyer_id)
    return asdict(order) | {"type": kind, "protectId": number}


def aftersale_control_routes(world: World) -> list[Route]:
    async def picture(request: Request) -> Response:
        data = vouchers.picture(world, request.url.path.lstrip("/"))
        if data is None:
            return Response("no such voucher", status_code=404)
        return Response(data, media_type="image/jpeg", headers={"Cache-Control": "max-age=31536000"})

    return [
        act_route(world, "GET", "/_sandbox/refunds", read_all),
        act_route(world, "GET", "/_sandbox/refunds/{refund_id}", read),
        act_route(world, "POST", "/_sandbox/refunds/{refund_id}/{act}", act),
        act_route(world, "GET", "/_sandbox/protections", read_protections),
        act_route(world, "POST", "/_sandbox/protections", open_protection),
        Route(f"/{vouchers.FOLDER}/{{year:int}}/{{name}}.jpg", picture, methods=["GET"]),
    ]
