"""Orders, their lines and parcels in the sandbox's state. Money in fen, instants in seconds since 1970."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from sourcing_app.sandbox.state import Row, State

TABLES = """
CREATE TABLE IF NOT EXISTS orders (
    order_id INTEGER PRIMARY KEY, member_id TEXT NOT NULL, login TEXT NOT NULL, seller_id TEXT NOT NULL,
    seller_login TEXT NOT NULL, status TEXT NOT NULL, out_order_id TEXT, created REAL NOT NULL,
    modified REAL NOT NULL, waits_from REAL, facts TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS orders_by_buyer ON orders (member_id, created);
CREATE INDEX IF NOT EXISTS orders_by_status ON orders (status, waits_from);
CREATE INDEX IF NOT EXISTS orders_by_out_id ON orders (out_order_id);
CREATE TABLE IF NOT EXISTS parcels (
    number INTEGER PRIMARY KEY, logistics_id TEXT NOT NULL UNIQUE, order_id INTEGER NOT NULL,
    arrived INTEGER NOT NULL, facts TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS parcels_by_order ON parcels (order_id);
"""

REFUNDED = "REFUND"
"""``closeReason`` of a line whose whole price went back before the trade was over."""

_COLUMNS = ("order_id", "member_id", "login", "seller_id", "seller_login", "status", "out_order_id", "created")


@dataclass(slots=True)
class Line:
    """One line. amount_fen: price times quantity, less its share of a promotion, when the order was made.

    discount_fen: what the seller changed afterwards, negative = cheaper. shipped: pieces handed to a carrier.
    logistics_status: as the wire has it (1 not shipped, 2 shipped, 3 received, 5 partly shipped).
    """

    line_id: int
    offer_id: int
    spec_id: str
    sku_id: int | None
    name: str
    attributes: list[list[str]]
    images: list[str]
    unit: str
    quantity: int
    price_fen: int
    amount_fen: int
    discount_fen: int = 0
    shipped: int = 0
    status: str = "waitbuyerpay"
    logistics_status: int = 1
    close_reason: str | None = None
    cargo_number: str = ""

    @property
    def due_fen(self) -> int:
        """Paid or payable for the line, without freight."""
        return self.amount_fen + self.discount_fen

    @property
    def is_closed(self) -> bool:
        return self.status == "cancel"

    @property
    def unshipped(self) -> int:
        return 0 if self.is_closed else self.quantity - self.shipped


@dataclass(slots=True)
class Stage:
    """One payment stage of an order. pay_status: 1 unpaid, 2 paid, 8 closed unpaid. goods_fen without freight."""

    number: int
    name: str
    goods_fen: int
    freight_fen: int
    pay_status: int = 1
    paid: float | None = None

    @property
    def due_fen(self) -> int:
        return self.goods_fen + self.freight_fen


@dataclass(slots=True)
class Order:
    """One order, with its lines.

    coupon_fen: red packet, taken off the total. address: as the detail shows it. pay_deadline and the other
    instants: seconds since 1970 on the sandbox clock, None for what has not happened. visible_from: first instant
    at which the list shows it. adjust_fen: sum of the seller's changes, negative = cheaper.
    refunded_fen: paid back so far, set by the refunds.
    """

    order_id: int
    member_id: str
    login: str
    seller_id: str
    seller_login: str
    status: str
    out_order_id: str | None
    created: float
    modified: float
    lines: list[Line]
    freight_fen: int
    address: dict[str, Any]
    trade_type: str = "assureTrade"
    flow: str = "general"
    coupon_fen: int = 0
    adjust_fen: int = 0
    price_changed: bool = False
    pay_deadline: float = 0.0
    visible_from: float = 0.0
    stages: list[Stage] = field(default_factory=list)
    paid: float | None = None
    pay_channel: str | None = None
    delivered: float | None = None
    received: float | None = None
    confirmed: float | None = None
    completed: float | None = None
    close_reason: str | None = None
    close_operate: str | None = None
    close_remark: str | None = None
    message: str | None = None
    feedback: list[str] = field(default_factory=list)
    memo: str | None = None
    remark_icon: str | None = None
    urged: float | None = None
    address_wish: dict[str, Any] | None = None
    deleted: bool = False
    refunded_fen: int = 0
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def goods_fen(self) -> int:
        """Of all lines that are, or were, part of the deal: a line closed by its refund has been paid for."""
        closed = self.status == "cancel"
        kept = [one for one in self.lines if closed or not one.is_closed or one.close_reason == REFUNDED]
        return sum(line.due_fen for line in kept)

    @property
    def total_fen(self) -> int:
        """Payable or paid: goods and freight, the red packet taken off."""
        return max(0, self.goods_fen + self.freight_fen - self.coupon_fen)

    @property
    def due_fen(self) -> int:
        """To pay right now: the first unpaid stage."""
        stage = self.next_stage
        return stage.due_fen if stage else 0

    @property
    def next_stage(self) -> Stage | None:
        return next((stage for stage in self.stages if stage.pay_status == 1), None)

    @property
    def is_paid(self) -> bool:
        """Every stage."""
        return all(stage.pay_status == 2 for stage in self.stages)

    def line(self, line_id: int) -> Line | None:
        return next((line for line in self.lines if line.line_id == line_id), None)


@dataclass(slots=True)
class Parcel:
    """One parcel. goods: line id -> pieces. type: "0" the seller ships, "2" no logistics (waybill is a phrase).

    node: last node of its way (CONSIGN ... SIGN). steps: [seconds, text, node].
    """

    logistics_id: str
    order_id: int
    carrier_no: str
    waybill: str
    sent: float
    goods: dict[int, int]
    type: str = "0"
    condition: str | None = None
    node: str = "CONSIGN"
    steps: list[list[Any]] = field(default_factory=list)


def _waits_from(order: Order) -> float | None:
    """The instant from which the order's present state is counted; a deadline itself for an unpaid one."""
    return {
        "waitbuyerpay": order.pay_deadline,
        "waitsellersend": order.paid,
        "waitbuyerreceive": order.delivered,
        "confirm_goods": order.confirmed,
    }.get(order.status)


def save_order(state: State, order: Order) -> None:
    facts = asdict(order)
    columns = {name: facts.pop(name) for name in _COLUMNS}
    text = json.dumps(facts, ensure_ascii=False)
    columns |= {"modified": order.modified, "waits_from": _waits_from(order), "facts": text}
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    state.execute(f"INSERT OR REPLACE INTO orders ({names}) VALUES ({marks})", *columns.values())


def order_of(row: Row) -> Order:
    facts = json.loads(row["facts"])
    facts["lines"] = [Line(**line) for line in facts["lines"]]
    facts["stages"] = [Stage(**stage) for stage in facts["stages"]]
    return Order(**{name: row[name] for name in _COLUMNS}, **facts)


def find_order(state: State, order_id: int | str) -> Order | None:
    """None for an unknown order, and for a text that is no number."""
    if isinstance(order_id, str):
        order_id = int(order_id) if order_id.isdecimal() and len(order_id) < 20 else 0
    if order_id >= 1 << 63:
        return None
    row = state.row("SELECT * FROM orders WHERE order_id = ?", order_id)
    return None if row is None else order_of(row)


def orders_where(state: State, condition: str, *values: object) -> list[Order]:
    """Newest first."""
    rows = state.rows(f"SELECT * FROM orders WHERE {condition} ORDER BY created DESC, order_id DESC", *values)
    return [order_of(row) for row in rows]


def save_parcel(state: State, parcel: Parcel) -> None:
    facts = json.dumps(asdict(parcel), ensure_ascii=False)
    arrived = int(parcel.node == "SIGN" or parcel.type == "2")
    state.execute(
        "INSERT INTO parcels (logistics_id, order_id, arrived, facts) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (logistics_id) DO UPDATE SET arrived = excluded.arrived, facts = excluded.facts",
        parcel.logistics_id, parcel.order_id, arrived, facts,
    )  # fmt: skip


def parcels_of(state: State, order_id: int) -> list[Parcel]:
    """In the order in which they were sent."""
    rows = state.rows("SELECT facts FROM parcels WHERE order_id = ? ORDER BY number", order_id)
    return [_parcel(row) for row in rows]


def find_parcel(state: State, logistics_id: str) -> Parcel | None:
    row = state.row("SELECT facts FROM parcels WHERE logistics_id = ?", logistics_id)
    return None if row is None else _parcel(row)


def parcels_on_the_way(state: State) -> list[Parcel]:
    return [_parcel(row) for row in state.rows("SELECT facts FROM parcels WHERE arrived = 0 ORDER BY number")]


def _parcel(row: Row) -> Parcel:
    facts = json.loads(row["facts"])
    facts["goods"] = {int(line): count for line, count in facts["goods"].items()}
    known = {one.name for one in fields(Parcel)}
    return Parcel(**{name: value for name, value in facts.items() if name in known})


def next_order_id(state: State, lines: int) -> int:
    """Nineteen digits, beyond 2^53, never the same twice in one state folder. Room for the line ids after it."""
    last = int(state.setting("last_order_id", 3317081160226242182))
    order_id = last + 100_003 + lines
    state.remember("last_order_id", order_id)
    return order_id


def next_parcel_number(state: State) -> int:
    number = int(state.setting("last_parcel", 616288919384)) + 1
    state.remember("last_parcel", number)
    return number
