"""The sixteen topics and what their payloads hold, read from messages.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from sourcing_app.sandbox.contracts import FOLDER

MESSAGES_FILE = FOLDER / "messages.json"

_PYTHON = {"long": int, "string": str, "date": str, "object": dict, "list<object>": list}


class PayloadError(ValueError):
    """A message that the platform would never send: unknown topic, missing or wrong member."""


@dataclass(frozen=True, slots=True)
class Member:
    """One documented member of a payload; ``path`` is dotted, ``[]`` marks the rows of a list."""

    path: str
    type: str
    required: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic; only the members at the top of its payload, without rows and nested objects."""

    name: str
    members: tuple[Member, ...]
    sample: dict[str, Any]

    @property
    def group(self) -> str:
        """``ORDER`` or ``LOGISTICS``: ``topicGroup`` of the catch-up calls."""
        return self.name.split("_", 1)[0]

    @property
    def short_name(self) -> str:
        """The rest: ``topicName`` of the catch-up calls."""
        return self.name.split("_", 1)[1]


@cache
def topics() -> dict[str, Topic]:
    listed = json.loads(MESSAGES_FILE.read_text(encoding="utf-8"))["topics"]
    return {entry["topic"]: _topic(entry) for entry in listed}


def _topic(entry: dict[str, Any]) -> Topic:
    fields = [field for field in entry["payload_fields"] if "." not in field["name"] and "[" not in field["name"]]
    members = tuple(Member(field["name"], field["type"], bool(field["required"])) for field in fields)
    return Topic(entry["topic"], members, entry["sample_data"])


def complete(topic_name: str, data: dict[str, Any], member_id: str, sent_at: str) -> dict[str, Any]:
    """``data`` as the topic has it: ids as numbers, ``msgSendTime`` and ``buyerMemberId`` filled in where they belong.

    sent_at: ``yyyy-MM-dd HH:mm:ss``, China time. Raises PayloadError.
    """
    topic = topics().get(topic_name)
    if topic is None:
        raise PayloadError(f"there is no topic {topic_name}")
    known = {member.path: member for member in topic.members}
    unknown = sorted(set(data) - set(known))
    if unknown:
        raise PayloadError(f"{topic_name} has no member {', '.join(unknown)}")
    defaults = {"msgSendTime": sent_at, "buyerMemberId": member_id}
    full = {**{name: value for name, value in defaults.items() if name in known}, **data}
    for member in topic.members:
        if member.required and full.get(member.path) is None:
            raise PayloadError(f"{topic_name} needs {member.path}")
    return {name: _typed(topic_name, known[name], value) for name, value in full.items() if value is not None}


def _typed(topic_name: str, member: Member, value: Any) -> Any:
    if member.type == "long" and isinstance(value, str) and value.isdigit():
        return int(value)
    if not isinstance(value, _PYTHON[member.type]) or isinstance(value, bool):
        raise PayloadError(f"{topic_name}.{member.path} is a {member.type}, not {type(value).__name__}")
    return value


def business_key(data: dict[str, Any]) -> str:
    """``bizKey`` as recorded live: the order id where the payload has one, else the id of the thing itself."""
    for wrapper in ("OrderLogisticsTracingModel", "MailNoChangeModel"):
        if wrapper in data:
            return str(data[wrapper].get("logisticsId", ""))
    if "batchPay" in data:
        return str(data["batchPay"][0]["orderId"]) if data["batchPay"] else ""
    return str(data.get("orderId", ""))
