"""1,000 orders listed, decoded and stored, all or none of them, without the network."""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sourcing_app.config.settings import resource
from sourcing_app.domain.ids import AccountKey
from sourcing_app.domain.order import Order
from sourcing_app.platform.orders import calls as orders
from sourcing_app.platform.orders.wire import order_of
from sourcing_app.platform.transport.envelope import payload_of
from sourcing_app.platform.transport.fields import each, parse_json
from sourcing_app.store.ledger import Ledger
from tests.bench.rows import Row, ratio

ORDERS, PAGE = 1000, 50
WANTED_PER_S = 5000.0


def rows() -> list[Row]:
    """The ratio is of times, so that less is better as in all rows: 0.2 s for 1,000 orders."""
    pages = [page_bytes(number) for number in range(ORDERS // PAGE)]
    taken = asyncio.run(_stored(pages))
    wanted = ORDERS / WANTED_PER_S * 1000
    note = f"{ORDERS / taken * 1000:,.0f} orders a second"
    return [ratio("1,000 orders decoded and stored", "5,000 orders a second", 1.0, taken, wanted, note=note)]


async def _stored(pages: list[bytes]) -> float:
    """Milliseconds, the median of five ledgers."""
    times = []
    for _ in range(5):
        with tempfile.TemporaryDirectory() as folder:
            ledger = await Ledger.open(Path(folder))
            began = time.perf_counter()
            orders = [order for body in pages for order in decoded(body)]
            await ledger.orders.save(AccountKey("bench/1"), orders, datetime.now(UTC))
            times.append((time.perf_counter() - began) * 1000)
            await ledger.close()
    return sorted(times)[2]


def decoded(body: bytes) -> tuple[Order, ...]:
    """As the client does."""
    found, _ = each(payload_of(orders.LIST, parse_json(body)), lambda row: order_of(row, is_detail=False))
    return tuple(found)


def page_bytes(number: int) -> bytes:
    """A page like the contract's sample, with ids of its own."""
    contract = json.loads(resource("platform", "contract", "alibaba.trade.getBuyerOrderList.json").read_text("utf-8"))
    sample: dict[str, Any] = contract["sample_response"]
    row = sample["result"][0]
    orders = []
    for at in range(PAGE):
        copy = json.loads(json.dumps(row))
        order_id = 2257000000000000000 + number * PAGE + at
        copy["baseInfo"].update(id=order_id, idOfStr=str(order_id))
        orders.append(copy)
    return json.dumps({**sample, "result": orders}, ensure_ascii=False).encode()
