"""Refunds and their history in the sandbox's state. Money in fen, instants in seconds since 1970."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from sourcing_app.sandbox.aftersale.states import IN_SALE, OPEN
from sourcing_app.sandbox.state import Row, State

TABLES = """
CREATE TABLE IF NOT EXISTS refunds (
    number INTEGER PRIMARY KEY, order_id INTEGER NOT NULL, buyer_id TEXT NOT NULL, seller_id TEXT NOT NULL,
    status TEXT NOT NULL, dispute_type INTEGER NOT NULL, request TEXT NOT NULL, situation TEXT NOT NULL,
    goods_status INTEGER NOT NULL, reason_id INTEGER NOT NULL, reason TEXT NOT NULL,
    asked_goods_fen INTEGER NOT NULL, asked_freight_fen INTEGER NOT NULL, ceiling_fen INTEGER NOT NULL,
    goods_fen INTEGER NOT NULL, freight_fen INTEGER NOT NULL, description TEXT NOT NULL, remark TEXT,
    lines TEXT NOT NULL, product_name TEXT NOT NULL, applied REAL NOT NULL, modified REAL NOT NULL,
    completed REAL, deadline REAL, frozen REAL, task_status TEXT, staff_changed INTEGER NOT NULL DEFAULT 0,
    reject_reason TEXT, reject_times INTEGER NOT NULL DEFAULT 0, carrier_no TEXT, carrier_name TEXT, waybill TEXT,
    last_role TEXT NOT NULL DEFAULT 'user');
CREATE INDEX IF NOT EXISTS refunds_by_order ON refunds (order_id);
CREATE INDEX IF NOT EXISTS refunds_by_deadline ON refunds (status, deadline);
CREATE TABLE IF NOT EXISTS refund_operations (
    seq INTEGER PRIMARY KEY, number INTEGER NOT NULL, before TEXT, kind INTEGER NOT NULL, remark TEXT NOT NULL,
    text TEXT NOT NULL, role TEXT NOT NULL, vouchers TEXT NOT NULL, waybill TEXT, address TEXT, reject_reason TEXT,
    at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS refund_operations_by_refund ON refund_operations (number);
"""


@dataclass(frozen=True, slots=True)
class Refund:
    """One refund.

    number: digits of the refund id, ``TQ`` comes before them on the wire. situation: the ``goodsStatus`` word it was
    applied with; goods_status: the number of the record. asked_*: what the buyer typed; goods_fen and freight_fen:
    what the platform made of it, the demand that is agreed to. ceiling_fen: most that could be asked. lines: line
    id -> pieces. deadline: end of the waiting step. frozen: since when the clock is stopped. last_role: "user" or
    "timeout".
    """

    number: int
    order_id: int
    buyer_id: str
    seller_id: str
    status: str
    dispute_type: int
    request: str
    situation: str
    goods_status: int
    reason_id: int
    reason: str
    asked_goods_fen: int
    asked_freight_fen: int
    ceiling_fen: int
    goods_fen: int
    freight_fen: int
    description: str
    remark: str | None
    lines: dict[int, int]
    product_name: str
    applied: float
    modified: float
    completed: float | None = None
    deadline: float | None = None
    frozen: float | None = None
    task_status: str | None = None
    staff_changed: bool = False
    reject_reason: str | None = None
    reject_times: int = 0
    carrier_no: str | None = None
    carrier_name: str | None = None
    waybill: str | None = None
    last_role: str = "user"

    @property
    def refund_id(self) -> str:
        return f"TQ{self.number}"

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def is_in_sale(self) -> bool:
        return self.dispute_type == IN_SALE

    @property
    def total_fen(self) -> int:
        return self.goods_fen + self.freight_fen


@dataclass(frozen=True, slots=True)
class Operation:
    """One line of a refund's history. before: the state before the step, None on the application."""

    number: int
    before: str | None
    kind: int
    remark: str
    text: str
    role: str
    at: float
    vouchers: tuple[str, ...] = ()
    waybill: str | None = None
    address: str | None = None
    reject_reason: str | None = None
    seq: int = 0


def next_number(state: State, now: float) -> int:
    """Eighteen digits, beyond 2^53, rising with time."""
    last = int(state.setting("refund_last_number", 0))
    number = max(last + 1, int(now * 1000) * 100_000 + 3)
    state.remember("refund_last_number", number)
    return number


def save(state: State, refund: Refund) -> None:
    columns: dict[str, Any] = asdict(refund)
    columns["lines"] = json.dumps(refund.lines)
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    state.execute(f"INSERT OR REPLACE INTO refunds ({names}) VALUES ({marks})", *columns.values())


def add_operation(state: State, operation: Operation) -> None:
    columns = asdict(operation)
    del columns["seq"]
    columns["vouchers"] = json.dumps(operation.vouchers)
    state.insert("refund_operations", **columns)


def find(state: State, number: int) -> Refund | None:
    row = state.row("SELECT * FROM refunds WHERE number = ?", number)
    return None if row is None else refund_of(row)


def of_order(state: State, order_id: int) -> list[Refund]:
    """Newest first."""
    rows = state.rows("SELECT * FROM refunds WHERE order_id = ? ORDER BY number DESC", order_id)
    return [refund_of(row) for row in rows]


_IS_OPEN = f"refunds.status IN ({', '.join(repr(status) for status in OPEN)})"


def first_due(state: State, until: float) -> Refund | None:
    """The open refund whose step has waited longest beyond its end, which lies at ``until`` or before."""
    row = state.row(
        f"SELECT * FROM refunds WHERE {_IS_OPEN} AND frozen IS NULL AND deadline <= ? ORDER BY deadline LIMIT 1", until
    )
    return None if row is None else refund_of(row)


def touched_by_their_order(state: State) -> list[Refund]:
    """Open in-sale refunds whose order is over, or that were applied for before anything of it was sent."""
    rows = state.rows(
        "SELECT refunds.* FROM refunds LEFT JOIN orders USING (order_id)"
        f" WHERE {_IS_OPEN} AND dispute_type = ? AND (orders.status IS NULL"
        " OR orders.status IN ('cancel', 'terminated', 'confirm_goods', 'success')"
        " OR (situation = 'refundWaitSellerSend'"
        " AND EXISTS (SELECT 1 FROM parcels WHERE parcels.order_id = refunds.order_id))) ORDER BY number",
        IN_SALE,
    )
    return [refund_of(row) for row in rows]


def of_buyer(state: State, buyer_id: str) -> list[Refund]:
    """Newest first."""
    rows = state.rows("SELECT * FROM refunds WHERE buyer_id = ? ORDER BY number DESC", buyer_id)
    return [refund_of(row) for row in rows]


def all_refunds(state: State) -> list[Refund]:
    return [refund_of(row) for row in state.rows("SELECT * FROM refunds ORDER BY number DESC")]


def operations(state: State, number: int) -> list[Operation]:
    """Newest first."""
    rows = state.rows("SELECT * FROM refund_operations WHERE number = ? ORDER BY seq DESC", number)
    return [Operation(**{**row, "vouchers": tuple(json.loads(row["vouchers"]))}) for row in rows]


def refund_of(row: Row) -> Refund:
    lines = {int(line): count for line, count in json.loads(row["lines"]).items()}
    refund = Refund(**{**row, "lines": lines})
    return replace(refund, staff_changed=bool(refund.staff_changed))
