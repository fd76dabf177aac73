"""The platform's books against the program's ledger, after all has become calm: what must not be, counted.

Everything here is read from outside: orders from the marketplace, intents and orders from the ledger file, decisions from
the person's diary, deliveries from the network's log.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.intent import FOUND_AFTER_ALL, SUMS_DIFFER, IntentState, OrderIntent
from sourcing_app.domain.order import Order
from sourcing_app.ui.orders.attention import costs_now
from sourcing_app.usecases.session import Session
from tests.campaign.diary import Diary
from tests.campaign.network import Log

WRONGS = (
    "duplicates",
    "lost",
    "mispriced",
    "refused-but-exists",
    "doubled-and-untold",
    "unresolved that the platform could answer",
    "paid twice",
    "untrue states",
)
"""All of these must be 0. duplicates: orders that the program made beyond one a decision. lost: orders the ledger does not
know as its own, and ones it knows that do not exist. mispriced: at another sum than the approved one, and not told so.
refused-but-exists: told as not made. doubled-and-untold: two orders of one decision, and not both shown. unresolved: still
open though the platform's list names the order. paid twice: one decision. untrue states: the ledger's state of an order is
another than the platform's."""


@dataclass
class Verdict:
    """Of one campaign, or of a part of it. wrong: sentences about each; counts: the rest of the table."""

    wrong: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in WRONGS})
    counts: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    kills: Counter[str] = field(default_factory=Counter)

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not any(self.wrong.values())

    def add(self, other: Verdict) -> None:
        """Together with another part."""
        for name, found in other.wrong.items():
            self.wrong[name] += found
        for mine, theirs in ((self.counts, other.counts), (self.faults, other.faults), (self.kills, other.kills)):
            mine.update(theirs)


@dataclass
class Kept:
    """The program's side. intents: by key; orders: as last read, by id."""

    intents: dict[str, OrderIntent]
    orders: dict[str, Order]


async def kept_by(session: Session) -> Kept:
    """What the ledger knows."""
    intents = await session.ledger.intents.recent(session.key, 10**6)
    orders = await session.ledger.orders.list(session.key, limit=10**6)
    return Kept(
        {each.out_order_id: each for each in intents}, {str(each.value.order_id): each.value for each in orders}
    )


def judge(kept: Kept, books: Iterable[dict[str, Any]], diary: Diary, log: Log) -> Verdict:
    """books: rows of ``GET /_sandbox/orders``."""
    rows = list(books)
    verdict = Verdict(faults=log.faults.copy(), kills=log.kills.copy())
    entries = diary.entries()
    by_key: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_key[row["out_order_id"] or ""].append(row)
    acts = Counter(entry["act"] for entry in entries)
    verdict.counts.update(
        {"decisions": acts["begun"], "presses": acts["pressed"], "orders": len(rows), "intents": len(kept.intents)}
    )
    for key, made in by_key.items():
        _judge_key(verdict, key, made, kept, log)
    _judge_intents(verdict, by_key, kept)
    _judge_wishes(verdict, by_key, entries, log)
    _judge_states(verdict, rows, kept)
    _judge_prices(verdict, by_key, entries, kept)
    return verdict


def is_told(intent: OrderIntent | None, order_id: str) -> bool:
    """Whether the window shows the order as one of this decision."""
    return intent is not None and order_id in (*intent.all_order_ids, *intent.candidates)


def _judge_key(verdict: Verdict, key: str, made: list[dict[str, Any]], kept: Kept, log: Log) -> None:
    intent = kept.intents.get(key)
    ids = sorted(row["order_id"] for row in made)
    if intent is None:
        verdict.wrong["lost"].append(f"{key}: orders {ids} under a key that the ledger does not know")
        return
    batches = {ids for ids in log.made.get(key, []) if ids}
    if len(batches) > 1:
        verdict.counts["doubled by the network"] += 1
        if log.sent[key] > 1 and key not in log.doubled:
            verdict.wrong["duplicates"].append(
                f"{key}: sent {log.sent[key]} times by the program, made {sorted(batches)}"
            )
    untold = [order_id for order_id in ids if not is_told(intent, order_id)]
    if intent.state is IntentState.REFUSED:
        verdict.wrong["refused-but-exists"].append(f"{key}: {intent.reason_code} {intent.reason_text}: {ids}")
    elif len(batches) > 1 and untold:
        verdict.wrong["doubled-and-untold"].append(f"{key}: {untold} of {ids} not shown, {intent.state.value}")
    elif intent.state.is_open and not intent.candidates:
        verdict.wrong["unresolved that the platform could answer"].append(f"{key}: {ids}, {intent.state.value}")
    elif untold:
        verdict.wrong["lost"].append(f"{key}: {untold} of {ids} not shown, {intent.state.value}")


def _judge_intents(verdict: Verdict, by_key: dict[str, list[dict[str, Any]]], kept: Kept) -> None:
    for key, intent in kept.intents.items():
        verdict.counts[f"intents {intent.state.value}"] += 1
        there = {row["order_id"] for row in by_key.get(key, [])}
        missing = [order_id for order_id in intent.order_ids if order_id not in there]
        if missing:
            verdict.wrong["lost"].append(f"{key}: the ledger's {missing} do not exist")


def _judge_wishes(
    verdict: Verdict, by_key: dict[str, list[dict[str, Any]]], entries: Sequence[dict[str, Any]], log: Log
) -> None:
    """One decision, orders under one key: unless the person ordered again in doubt and nobody could have found the earlier
    one at that time, since the list hid it or it was made later."""
    doubted = {entry["key"] for entry in entries if entry["act"] in ("absent", "again")}
    paid = Counter(entry["order"] for entry in entries if entry["act"] == "paid")
    by_wish: dict[str, set[str]] = defaultdict(set)
    for key, made in by_key.items():
        for row in made:
            by_wish[row["message"] or ""].add(key)
    for wish, keys in by_wish.items():
        unexplained = [key for key in keys if not (key in doubted and _was_hidden(by_key[key], key, log))]
        if len(unexplained) > 1:
            verdict.wrong["duplicates"].append(f"{wish}: ordered under {sorted(unexplained)}")
        elif len(keys) > 1:
            verdict.counts["ordered again knowingly"] += 1
        batches = [key for key in keys if any(paid[row["order_id"]] for row in by_key[key])]
        if len(batches) > 1:
            verdict.wrong["paid twice"].append(f"{wish}: {sorted(batches)}")


def _was_hidden(made: list[dict[str, Any]], key: str, log: Log) -> bool:
    return key in log.late or any(row["visible_from"] > row["created"] for row in made)


def _judge_states(verdict: Verdict, rows: list[dict[str, Any]], kept: Kept) -> None:
    for row in rows:
        known = kept.orders.get(row["order_id"])
        if known is None:
            verdict.wrong["lost"].append(f"{row['order_id']} is not among the orders")
        elif known.status_word != row["status"]:
            verdict.wrong["untrue states"].append(f"{row['order_id']}: {row['status']}, {known.status_word} here")


def _judge_prices(
    verdict: Verdict, by_key: dict[str, list[dict[str, Any]]], entries: Sequence[dict[str, Any]], kept: Kept
) -> None:
    """What was approved is what a button showed; what an order cost is what was approved, or it is told."""
    shown: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        if entry["act"] == "pressed":
            shown[f"wish {entry['wish']}"].add(entry["fen"])
    for key, intent in kept.intents.items():
        if intent.approved_total.fen not in shown[intent.choice.message]:
            verdict.wrong["mispriced"].append(f"{key}: {intent.approved_total.fen} was on no button")
        ours = [row for row in by_key.get(key, []) if row["order_id"] in intent.order_ids]
        if intent.state is IntentState.CREATED and not _is_price_told(intent, ours, kept):
            cost = sum(row["total_fen"] for row in ours)
            verdict.wrong["mispriced"].append(f"{key}: costs {cost}, approved {intent.approved_total.fen}, not told")


def _is_price_told(intent: OrderIntent, ours: list[dict[str, Any]], kept: Kept) -> bool:
    """Orders with lines left out cost less, as long as each line that is missing is named. Of an order that exists after all
    the window says so, and compares its sum with the approved one: it must know the true sum."""
    cost = sum(row["total_fen"] for row in ours)
    if intent.reason_code == SUMS_DIFFER or cost == intent.approved_total.fen:
        return True
    if intent.reason_code == FOUND_AFTER_ALL:
        now = costs_now(intent, {OrderId(order_id): order for order_id, order in kept.orders.items()})
        return now is not None and now.fen == cost
    there = {(str(line["offer_id"]), line["spec_id"]) for row in ours for line in row["lines"]}
    missing = {(line.offer_id, line.spec_id) for line in intent.lines} - there
    return bool(missing) and missing == {(line.offer_id, line.spec_id) for line in intent.failed_lines}
