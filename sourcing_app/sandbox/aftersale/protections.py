"""Freight insurance policies (``bx``) and claims (``lp``), and the orders behind them.

Source: contract alibaba.trade.queryOrderByInsure. How a buyer learns a number is not documented: here a return is
insured when it is applied for, a claim is opened when staff are asked for, and both numbers stand in ``extInfo``.
"""

from __future__ import annotations

from sourcing_app.sandbox.state import Row
from sourcing_app.sandbox.world import World

POLICY, CLAIM = "bx", "lp"
FIRST = 90000001

TABLES = """
CREATE TABLE IF NOT EXISTS protections (
    protect_id INTEGER PRIMARY KEY, kind TEXT NOT NULL, order_id INTEGER NOT NULL, member_id TEXT NOT NULL,
    refund_number INTEGER);
"""


def open_protection(world: World, kind: str, order_id: int, member_id: str, refund_number: int | None = None) -> str:
    """Answers the number of the new policy or claim."""
    last = world.state.value("SELECT max(protect_id) FROM protections") or FIRST - 1
    world.state.insert(
        "protections", protect_id=last + 1, kind=kind, order_id=order_id, member_id=member_id,
        refund_number=refund_number,
    )  # fmt: skip
    return str(last + 1)


def order_behind(world: World, kind: str, protect_id: str, member_id: str) -> int | None:
    """None: no such number of this kind for this buyer."""
    found = world.state.value(
        "SELECT order_id FROM protections WHERE kind = ? AND member_id = ? AND CAST(protect_id AS TEXT) = ?",
        kind, member_id, protect_id,
    )  # fmt: skip
    return None if found is None else int(found)


def of_refund(world: World, refund_number: int) -> dict[str, str]:
    """Kind -> number."""
    rows = world.state.rows("SELECT kind, protect_id FROM protections WHERE refund_number = ?", refund_number)
    return {row["kind"]: str(row["protect_id"]) for row in rows}


def all_protections(world: World) -> list[Row]:
    return world.state.rows("SELECT * FROM protections ORDER BY protect_id")
