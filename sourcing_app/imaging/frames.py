"""What goes over the pipe between the program and the process that decodes: a head as JSON, then bytes, both counted."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

_COUNTS = struct.Struct(">II")
MAX_HEAD = 65_536
MAX_BODY = 1 << 30

Head = dict[str, Any]


def send(pipe: BinaryIO, head: Head, body: bytes | memoryview = b"") -> None:
    """Raises: OSError when nobody is at the other end."""
    text = json.dumps(head).encode("ascii")
    view = memoryview(body).cast("B") if not isinstance(body, bytes) else memoryview(body)
    pipe.write(_COUNTS.pack(len(text), view.nbytes) + text)
    if view.nbytes:
        pipe.write(view)
    pipe.flush()


def receive(pipe: BinaryIO) -> tuple[Head, bytearray] | None:
    """None at the end of the pipe. Raises: ValueError for something that is no frame."""
    counts = _exactly(pipe, _COUNTS.size)
    if counts is None:
        return None
    heads, bodies = _COUNTS.unpack(counts)
    if heads > MAX_HEAD or bodies > MAX_BODY:
        raise ValueError("no frame")
    text = _exactly(pipe, heads)
    body = _exactly(pipe, bodies)
    if text is None or body is None:
        return None
    head = json.loads(bytes(text))
    if not isinstance(head, dict):
        raise ValueError("no frame")
    return head, body


def _exactly(pipe: BinaryIO, count: int) -> bytearray | None:
    kept = bytearray(count)
    view, at = memoryview(kept), 0
    while at < count:
        got = pipe.readinto(view[at:])  # type: ignore[attr-defined]
        if not got:
            return None
        at += got
    return kept
