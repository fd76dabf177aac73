"""``/_sandbox/invoices``: requests read back, and what the seller does with one."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sourcing_app.sandbox.acts import Unknown, act_route
from sourcing_app.sandbox.invoicing import ledger
from sourcing_app.sandbox.invoicing.paper import pdf
from sourcing_app.sandbox.registry import JsonValue
from sourcing_app.sandbox.world import World


def read(world: World, body: dict[str, Any]) -> JsonValue:
    return {"applies": [asdict(one) for one in ledger.all_applies(world)]}


def set_status(world: World, body: dict[str, Any]) -> JsonValue:
    """``POST /_sandbox/invoices/{id}``: ``status`` as on the wire, ``error`` a text for FAILED."""
    apply_id, status = int(body["id"]), str(body.get("status", ledger.ISSUED))
    if ledger.find_apply(world, apply_id) is None:
        raise Unknown(f"there is no invoice request {apply_id}")
    if status not in ledger.STATES:
        raise ValueError(f"status is one of {', '.join(ledger.STATES)}")
    ledger.set_status(world, apply_id, status, at=world.clock.seconds(), error=body.get("error"))
    found = ledger.find_apply(world, apply_id)
    return asdict(found) if found else {}


def invoices_control_routes(world: World) -> list[Route]:
    async def paper(request: Request) -> Response:
        found = ledger.find_apply(world, request.path_params["id"])
        if found is None or found.status != ledger.ISSUED:
            return Response("no such invoice", status_code=404)
        return Response(pdf(found), media_type="application/pdf")

    return [
        Route("/invoice/{id:int}.pdf", paper, methods=["GET"]),
        act_route(world, "GET", "/_sandbox/invoices", read),
        act_route(world, "POST", "/_sandbox/invoices/{id:int}", set_status),
    ]
