"""``GET /_sandbox/downstream``: everything reported, as it stands now and as it came."""

from __future__ import annotations

import json
from typing import Any

from starlette.routing import Route

from sourcing_app.sandbox.acts import act_route
from sourcing_app.sandbox.clock import at, compact
from sourcing_app.sandbox.registry import JsonValue
from sourcing_app.sandbox.state import Row
from sourcing_app.sandbox.world import World


def read(world: World, body: dict[str, Any]) -> JsonValue:
    """``known`` false: reported on without ever having been told of as a whole."""
    state = world.state
    orders = [_order(row) for row in state.rows("SELECT * FROM reported_orders ORDER BY changed, order_id")]
    shipments = [_shipment(row) for row in state.rows("SELECT * FROM reported_shipments ORDER BY changed")]
    relations = [_relation(row) for row in state.rows("SELECT * FROM reported_relations ORDER BY changed")]
    reports = [_report(row) for row in state.rows("SELECT * FROM reports ORDER BY seq")]
    return {"orders": orders, "relations": relations, "shipments": shipments, "reports": reports}


def _moment(row: Row) -> str:
    return compact(at(row["changed"]))


def _order(row: Row) -> dict[str, Any]:
    return {
        "member_id": row["member_id"],
        "orderId": row["order_id"],
        "parentOrderId": row["parent_id"],
        "status": row["status"],
        "refundStatus": row["refund_status"],
        "known": bool(row["told"]),
        "told": json.loads(row["body"]),
        "changed": _moment(row),
    }


def _relation(row: Row) -> dict[str, Any]:
    return {
        "member_id": row["member_id"],
        "orderId": row["order_id"],
        "parentOrderId": row["parent_order_id"],
        "purchaseOrderId": row["purchase_order_id"],
        "purchaseParentOrderId": row["purchase_parent_order_id"],
        "known": bool(row["is_ours"]),
        "changed": _moment(row),
    }


def _shipment(row: Row) -> dict[str, Any]:
    return {
        "member_id": row["member_id"],
        "logisticsId": row["logistics_id"],
        "orderId": row["order_id"],
        "logisticsStatus": row["status"],
        "known": bool(row["told"]),
        "told": json.loads(row["body"]),
        "changed": _moment(row),
    }


def _report(row: Row) -> dict[str, Any]:
    return {
        "api": row["api"],
        "dialect": row["dialect"],
        "member_id": row["member_id"],
        "body": json.loads(row["body"]),
    }


def downstream_control_routes(world: World) -> list[Route]:
    return [act_route(world, "GET", "/_sandbox/downstream", read)]
