"""The messages themselves, in the sandbox's state: queued, delivered, held, confirmed or lost."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sourcing_app.sandbox.push.payloads import topics
from sourcing_app.sandbox.state import Row, State

HELD_FOR_S = 7 * 86400
"""How long an undelivered message can be asked for. Source: messages.json, envelope.retention."""

TABLES = """
CREATE TABLE IF NOT EXISTS push_messages (
    seq INTEGER PRIMARY KEY, msg_id INTEGER NOT NULL, topic TEXT NOT NULL, member_id TEXT NOT NULL,
    born_ms INTEGER NOT NULL, biz_key TEXT NOT NULL, data TEXT NOT NULL, state TEXT NOT NULL,
    place REAL NOT NULL, tries INTEGER NOT NULL DEFAULT 0, due REAL NOT NULL DEFAULT 0, last_error TEXT);
CREATE INDEX IF NOT EXISTS push_messages_by_state ON push_messages (state, place);
CREATE INDEX IF NOT EXISTS push_messages_by_place ON push_messages (place);
CREATE INDEX IF NOT EXISTS push_messages_by_id ON push_messages (msg_id);
"""


@dataclass(frozen=True, slots=True)
class Message:
    """One row. The same ``msg_id`` may stand in several rows: a duplicate.

    state: queued (to be pushed), waiting (kept back so that the next one overtakes it), delivered, held (for catch-up),
        confirmed, lost.
    place: where it stands in the order of sending; due: real seconds before which it is not tried again.
    """

    seq: int
    msg_id: int
    topic: str
    member_id: str
    born_ms: int
    biz_key: str
    data: dict[str, Any]
    state: str
    place: float
    tries: int
    due: float
    last_error: str | None

    def pushed(self, data_as_text: bool = False) -> dict[str, Any]:
        """The body of a push. ``data_as_text``: the form the manual describes, instead of the one seen live."""
        data: Any = json.dumps(self.data, ensure_ascii=False) if data_as_text else self.data
        return {
            "msgId": self.msg_id,
            "gmtBorn": self.born_ms,
            "type": self.topic,
            "userInfo": self.member_id,
            "bizKey": self.biz_key,
            "data": data,
        }

    def listed(self, app_key: str) -> dict[str, Any]:
        """A row of the catch-up calls. Source: contract push.query.messageList."""
        topic = topics()[self.topic]
        row = self.pushed()
        row.update(topicGroup=topic.group, topicName=topic.short_name, appKey=app_key)
        return row


@dataclass(frozen=True, slots=True)
class Filter:
    """Which held messages are meant. Times in milliseconds since 1970, both ends included; None: open."""

    from_ms: int | None = None
    to_ms: int | None = None
    topic: str | None = None
    member_id: str | None = None

    def clause(self, oldest_ms: int) -> tuple[str, list[object]]:
        parts, values = ["state = 'held'", "born_ms >= ?"], [max(oldest_ms, self.from_ms or 0)]
        found: list[object] = list(values)
        for part, value in (("born_ms <= ?", self.to_ms), ("topic = ?", self.topic), ("member_id = ?", self.member_id)):
            if value is not None:
                parts.append(part)
                found.append(value)
        return " AND ".join(parts), found


class Outbox:
    def __init__(self, state: State) -> None:
        self.state = state
        state.own(TABLES)
        state.execute("UPDATE push_messages SET due = 0")

    def add(self, *, topic: str, member_id: str, born_ms: int, biz_key: str, data: dict[str, Any], to: str) -> int:
        """Keep a new message in state ``to``; answers its msgId. Ids rise with time and are never used again."""
        with self.state.transaction():
            msg_id = max(int(self.state.setting("push_last_id", 0)) + 1, born_ms // 100)
            self.state.remember("push_last_id", msg_id)
            self._insert(msg_id, topic, member_id, born_ms, biz_key, json.dumps(data, ensure_ascii=False), to)
        return msg_id

    def _insert(self, msg_id: int, topic: str, member_id: str, born_ms: int, biz_key: str, data: str, to: str) -> None:
        place = (self.state.value("SELECT max(place) FROM push_messages") or 0.0) + 1.0
        self.state.insert(
            "push_messages", msg_id=msg_id, topic=topic, member_id=member_id, born_ms=born_ms, biz_key=biz_key,
            data=data, state=to, place=place,
        )  # fmt: skip

    def copy(self, msg_id: int, to: str) -> bool:
        """Send the same message once more, under the same msgId. False: there is no such message."""
        row = self.state.row("SELECT * FROM push_messages WHERE msg_id = ? ORDER BY seq", msg_id)
        if row is None:
            return False
        self._insert(
            msg_id, row["topic"], row["member_id"], row["born_ms"], row["biz_key"], row["data"], to
        )  # fmt: skip
        return True

    def release_waiting(self, to: str) -> int:
        """Let go what was kept back, behind everything else; answers how many."""
        rows = self.state.rows("SELECT seq FROM push_messages WHERE state = 'waiting' ORDER BY place")
        for row in rows:
            place = (self.state.value("SELECT max(place) FROM push_messages") or 0.0) + 1.0
            self.state.update("push_messages", "seq", row["seq"], state=to, place=place)
        return len(rows)

    def waits(self) -> bool:
        return self.state.value("SELECT 1 FROM push_messages WHERE state = 'waiting'") is not None

    def next_queued(self) -> Message | None:
        """The message to push next: of those that are due soonest, the first in line."""
        row = self.state.row("SELECT * FROM push_messages WHERE state = 'queued' ORDER BY due, place LIMIT 1")
        return None if row is None else message_of(row)

    def settle(self, seq: int, to: str, *, tries: int, due: float = 0.0, error: str | None = None) -> None:
        """Note the outcome of a try, unless the message has been dealt with meanwhile."""
        self.state.execute(
            "UPDATE push_messages SET state = ?, tries = ?, due = ?, last_error = ? WHERE seq = ? AND state = 'queued'",
            to, tries, due, error, seq,
        )  # fmt: skip

    def held(self, wanted: Filter, oldest_ms: int, limit: int, skip: int = 0) -> list[Message]:
        clause, values = wanted.clause(oldest_ms)
        sql = f"SELECT * FROM push_messages WHERE {clause} ORDER BY place LIMIT ? OFFSET ?"
        return [message_of(row) for row in self.state.rows(sql, *values, limit, skip)]

    def held_count(self, wanted: Filter, oldest_ms: int) -> int:
        clause, values = wanted.clause(oldest_ms)
        return int(self.state.value(f"SELECT count(*) FROM push_messages WHERE {clause}", *values))

    def confirm(self, msg_ids: list[int]) -> None:
        for msg_id in msg_ids:
            self.state.execute(
                "UPDATE push_messages SET state = 'confirmed' WHERE msg_id = ? AND state = 'held'", msg_id
            )

    def hold_all_queued(self) -> None:
        """Nothing is pushed any more: what was to be pushed is held for catch-up."""
        self.state.execute("UPDATE push_messages SET state = 'held' WHERE state = 'queued'")

    def all(self, limit: int = 1000) -> list[Message]:
        """Newest last."""
        rows = self.state.rows("SELECT * FROM push_messages ORDER BY place DESC LIMIT ?", limit)
        return [message_of(row) for row in reversed(rows)]


def message_of(row: Row) -> Message:
    return Message(**{**row, "data": json.loads(row["data"])})
