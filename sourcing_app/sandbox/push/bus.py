"""The message bus: what the platform tells by itself is kept here, to be pushed or asked for."""

from __future__ import annotations

import json
from typing import Any

from sourcing_app.sandbox.clock import Clock
from sourcing_app.sandbox.state import State

MESSAGES = """
CREATE TABLE IF NOT EXISTS messages (
    msg_id INTEGER PRIMARY KEY, topic TEXT NOT NULL, member_id TEXT NOT NULL, born_ms INTEGER NOT NULL,
    biz_key TEXT NOT NULL, data TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'new', tries INTEGER NOT NULL DEFAULT 0);
"""


class Bus:
    """Stores each message in the transaction of the change it tells of."""

    def __init__(self, state: State, clock: Clock, push_url: str | None = None) -> None:
        self.state = state
        self.clock = clock
        self.push_url = push_url
        state.own(MESSAGES)

    def publish(self, topic: str, member_id: str, data: dict[str, Any]) -> None:
        """Tell ``member_id`` something; ``data`` is the topic's payload as messages.json has it."""
        last = self.state.value("SELECT max(msg_id) FROM messages") or 92705609219
        self.state.insert(
            "messages",
            msg_id=last + 1,
            topic=topic,
            member_id=member_id,
            born_ms=self.clock.millis(),
            biz_key=str(data.get("orderId", "")),
            data=json.dumps(data, ensure_ascii=False),
        )
