"""Invoice titles and invoice requests of buyers. Money in fen, instants in seconds since 1970."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sourcing_app.sandbox.state import Row
from sourcing_app.sandbox.tokens import ACCOUNTS
from sourcing_app.sandbox.world import World

TABLES = """
CREATE TABLE IF NOT EXISTS invoice_titles (
    title_id INTEGER PRIMARY KEY, member_id TEXT NOT NULL, type TEXT NOT NULL, title TEXT NOT NULL,
    facts TEXT NOT NULL, is_default INTEGER NOT NULL, created REAL NOT NULL);
CREATE TABLE IF NOT EXISTS invoice_applies (
    id INTEGER PRIMARY KEY, member_id TEXT NOT NULL, seller_id TEXT NOT NULL, order_id INTEGER NOT NULL,
    amount INTEGER NOT NULL, type TEXT NOT NULL, title TEXT NOT NULL, status TEXT NOT NULL, error TEXT,
    number TEXT, created REAL NOT NULL, modified REAL NOT NULL, issued REAL);
CREATE INDEX IF NOT EXISTS invoice_applies_by_status ON invoice_applies (status, created);
CREATE INDEX IF NOT EXISTS invoice_applies_by_order ON invoice_applies (order_id);
"""

FIRST_APPLY = 120_000
ISSUING, ISSUED, FAILED = "ISSUING", "ISSUED", "FAILED"
STATES = (
    "ISSUING", "ISSUED", "VERIFYING", "VERIFY_FAILED", "RETURNING", "RETURNED", "INVALIDING", "DEPRECATED",
    "RED_ISSUING", "RED_PART_ISSUED", "RED_ALL_ISSUED", "FAILED", "CLOSED",
)  # fmt: skip
DEAD = ("FAILED", "CLOSED", "DEPRECATED", "VERIFY_FAILED")
"""A request in one of these states does not stand in the way of another."""

ORDINARY, SPECIAL = "VATAX_COMM", "VATAX_SPEC"
COMPANY, PERSON = "COMPANY", "PERSONAL"


@dataclass(frozen=True, slots=True)
class Apply:
    """One request. title: ``purchaserInvoiceTitleModel`` as the buyer sent it. number: of the issued invoice."""

    id: int
    member_id: str
    seller_id: str
    order_id: int
    amount: int
    type: str
    title: dict[str, Any]
    status: str
    error: str | None
    number: str | None
    created: float
    modified: float
    issued: float | None


def own_invoices(world: World) -> None:
    world.state.own(TABLES)
    world.on_tick(issue_due)
    world.on_reset(_plant_titles)
    _plant_titles(world)


def _plant_titles(world: World) -> None:
    """Two titles for each buyer: the company's, and the person's."""
    if world.state.value("SELECT 1 FROM invoice_titles") is not None:
        return
    for number, account in enumerate(one for one in ACCOUNTS if not one.is_sub):
        company = {
            "taxpayerIdentify": f"9133000000000000{number}X",
            "bankName": "中国银行杭州滨江支行",
            "bankAccountId": f"620000000000000{number}",
            "registerAddress": "浙江省杭州市滨江区网商路699号",
            "registerPhone": "0571-85022088",
        }
        add_title(world, account.member_id, COMPANY, account.company, company, is_default=True)
        add_title(world, account.member_id, PERSON, "个人", {}, is_default=False)


def add_title(world: World, member_id: str, kind: str, title: str, facts: dict[str, Any], *, is_default: bool) -> int:
    return world.state.insert(
        "invoice_titles", member_id=member_id, type=kind, title=title, created=world.clock.seconds(),
        facts=json.dumps(facts, ensure_ascii=False), is_default=is_default,
    )  # fmt: skip


def titles(world: World, member_id: str, kind: str | None) -> list[Row]:
    """Oldest first; kind None: every type."""
    rows = world.state.rows("SELECT * FROM invoice_titles WHERE member_id = ? ORDER BY title_id", member_id)
    return [row for row in rows if kind is None or row["type"] == kind]


def add_apply(
    world: World, *, member_id: str, seller_id: str, order_id: int, amount: int, kind: str, title: dict[str, Any]
) -> Apply:
    now = world.clock.seconds()
    last = world.state.value("SELECT max(id) FROM invoice_applies") or FIRST_APPLY
    apply_id = world.state.insert(
        "invoice_applies", id=last + 1, member_id=member_id, seller_id=seller_id, order_id=order_id, amount=amount,
        type=kind, title=json.dumps(title, ensure_ascii=False), status=ISSUING, created=now, modified=now,
    )  # fmt: skip
    found = find_apply(world, apply_id)
    assert found is not None
    return found


def find_apply(world: World, apply_id: int) -> Apply | None:
    row = world.state.row("SELECT * FROM invoice_applies WHERE id = ?", apply_id)
    return None if row is None else _apply(row)


def applies_of(world: World, member_id: str) -> list[Apply]:
    """Newest first."""
    rows = world.state.rows("SELECT * FROM invoice_applies WHERE member_id = ? ORDER BY id DESC", member_id)
    return [_apply(row) for row in rows]


def applies_of_order(world: World, order_id: int) -> list[Apply]:
    """Newest first."""
    rows = world.state.rows("SELECT * FROM invoice_applies WHERE order_id = ? ORDER BY id DESC", order_id)
    return [_apply(row) for row in rows]


def all_applies(world: World) -> list[Apply]:
    return [_apply(row) for row in world.state.rows("SELECT * FROM invoice_applies ORDER BY id DESC")]


def running_apply(world: World, order_id: int) -> Apply | None:
    """The request that stands in the way of another one for this order."""
    return next((one for one in applies_of_order(world, order_id) if one.status not in DEAD), None)


def set_status(world: World, apply_id: int, status: str, *, at: float, error: str | None = None) -> None:
    """Move a request on; an issued one gets its number."""
    number = f"2633{apply_id:016d}" if status == ISSUED else None
    world.state.update(
        "invoice_applies", "id", apply_id, status=status, modified=at, error=error, number=number,
        issued=at if status == ISSUED else None,
    )  # fmt: skip


def issue_due(world: World) -> None:
    """Sellers issue what has waited long enough. Run by the world whenever its clock has moved."""
    wait, now = world.options().invoice_issue_s, world.clock.seconds()
    rows = world.state.rows(
        "SELECT id, created FROM invoice_applies WHERE status = ? AND created <= ?", ISSUING, now - wait
    )
    for row in rows:
        set_status(world, row["id"], ISSUED, at=row["created"] + wait)


def _apply(row: Row) -> Apply:
    return Apply(**{**row, "title": json.loads(row["title"])})
