"""Messages that could not be delivered and are held for about seven days, of every user of the app. Section 8."""

from __future__ import annotations

from sourcing_app.platform.messages import wire
from sourcing_app.platform.transport.calls import Call, done
from sourcing_app.platform.transport.endpoint import OPEN, Kind, Reply

HELD = Call(
    "push.query.messageList",
    OPEN,
    section="8",
    needs_token=False,
    reply=Reply.BODY,
    write=wire.held_fields,
    read=wire.held,
)
"""Look at held messages without confirming them."""

CONFIRM = Call(
    "push.message.confirm",
    OPEN,
    Kind.WRITE,
    "8",
    needs_token=False,
    reply=Reply.BODY,
    write=wire.confirmed_fields,
    read=done,
)
"""Let go of messages."""

TAKE = Call(
    "push.cursor.messageList",
    OPEN,
    Kind.WRITE,
    "8",
    needs_token=False,
    reply=Reply.BODY,
    write=wire.taken_fields,
    read=wire.taken,
)
"""Fetch and confirm in one. A write: a lost answer is a lost message. For the command line, never used by the program."""
