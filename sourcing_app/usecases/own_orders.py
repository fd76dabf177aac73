"""Orders that turn up under one of our keys are ours, whatever had been believed about the intent (M28, M29).

Under the key of an intent that counts as refused, or that a person gave up: the intent made them after all, and their lines
leave the cart. Under the key of a created intent that has its orders: a second delivery of the request made them, and the
buyer is told before any of them is paid. Under the key of an intent of unknown outcome: for ``LookUp`` to settle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sourcing_app.domain.intent import FOUND_AFTER_ALL, CreatedOrder, CreateResult, IntentState, OrderIntent
from sourcing_app.domain.matching import intended_lines, left_out, ordered_lines
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.usecases.session import Session

GONE = (OrderStatus.CANCELLED, OrderStatus.TERMINATED)
"""States in which an order is in nobody's way."""

_NOT_MADE = (IntentState.REFUSED, IntentState.ABSENT)


async def take_in(session: Session, orders: Iterable[Order]) -> None:
    """Notes what orders that were just read, and are on the disk, say about our intents."""
    by_key: defaultdict[str, list[Order]] = defaultdict(list)
    for order in orders:
        if order.out_order_id is not None:
            by_key[order.out_order_id].append(order)
    if not by_key:
        return
    for key, intent in (await session.ledger.intents.of_keys(session.key, by_key)).items():
        if intent.state in _NOT_MADE:
            await _reopen(session, intent, by_key[key])
        elif intent.state is IntentState.CREATED and intent.intent_id not in session.sending:
            await _take_more(session, intent, by_key[key])


async def _reopen(session: Session, intent: OrderIntent, orders: list[Order]) -> None:
    """The intent made them after all. Of several that each have all its lines, the first is its order."""
    oldest_first = sorted(orders, key=_age)
    whole = [order for order in oldest_first if ordered_lines(order) == intended_lines(intent)]
    made = whole[:1] or oldest_first
    result = CreateResult(
        tuple(CreatedOrder(order.order_id, order.total, order.freight) for order in made), left_out(made, intent)
    )
    created = await session.ledger.intents.mark_created(intent.intent_id, result, session.clock(), FOUND_AFTER_ALL)
    await _note(session, "order_found", created, made)
    await _take_more(session, created, orders)


async def _take_more(session: Session, intent: OrderIntent, orders: list[Order]) -> None:
    """Orders that a created intent does not know: a part of it that was not named, or doubles."""
    new = [order for order in orders if order.order_id not in intent.all_order_ids]
    for order in sorted(new, key=_age):
        if await _completes(session, intent, order):
            intent = await session.ledger.intents.mark_part(intent.intent_id, order.order_id)
        else:
            intent = await session.ledger.intents.mark_doubled(intent.intent_id, (order.order_id,))
            await _note(session, "order_doubled", intent, [order])


async def _completes(session: Session, intent: OrderIntent, order: Order) -> bool:
    """Whether it has exactly the lines that the intent's other orders lack, so that all together are what was decided."""
    known = await session.ledger.orders.get_all(session.key, intent.order_ids)
    if len(known) < len(intent.order_ids) or not order.entries:
        return False
    lines = ordered_lines(order)
    for each in known.values():
        lines = lines + ordered_lines(each.value)
    return lines == intended_lines(intent)


def living(orders: Iterable[Order]) -> list[Order]:
    """Those that are neither closed nor ended."""
    return [order for order in orders if order.status not in GONE]


def _age(order: Order) -> tuple[bool, str, str]:
    """Oldest first; the ids grow, too."""
    made = order.created_at
    return made is None, made.isoformat() if made is not None else "", order.order_id


async def _note(session: Session, kind: str, intent: OrderIntent, orders: list[Order]) -> None:
    facts = {"out_order_id": intent.out_order_id, "orders": ", ".join(order.order_id for order in orders)}
    await session.ledger.journal.append(session.key, kind, intent.supplier_name, facts, session.clock())
