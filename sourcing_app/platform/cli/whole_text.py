"""Text from the shell's three doors (argument, file, standard input): read as bytes, in the same way, in any locale.

Whatever the locale makes of bytes is not trusted: a cut or foreign character would be sent to a seller or into an address
as something else. It is UTF-8, or it says by a byte-order mark what it is; anything else is refused before anything is sent.
"""

from __future__ import annotations

import codecs
import os
from typing import Any, TextIO

from sourcing_app.errors import InvalidInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""In this order: the mark of UTF-16 is the beginning of UTF-32's. Windows' shells write UTF-16 with a mark."""


def argument_bytes(argument: str) -> bytes:
    """What the shell passed, before the locale made text of it."""
    try:
        return os.fsencode(argument)
    except UnicodeEncodeError:
        return argument.encode("utf-8", "surrogatepass")


def stream_bytes(stream: TextIO) -> bytes:
    """All that comes on standard input."""
    buffer = getattr(stream, "buffer", None)
    return bytes(buffer.read()) if buffer is not None else stream.read().encode("utf-8", "surrogatepass")


def text_of(raw: bytes) -> str:
    """The text, without its byte-order mark. Raises InvalidInput("parameters", "not_text")."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if raw.startswith(mark)), (b"", "utf-8"))
    try:
        return raw[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + len(mark)
        raise InvalidInput("parameters", "not_text", why=f"byte {at + 1} is not {encoding.upper()}") from None


def require_whole(value: Any, where: str = "") -> None:
    """Raises InvalidInput(member, "not_text") where a text in a JSON value holds half a character (``\\ud83d`` alone)."""
    if isinstance(value, str):
        if not is_whole(value):
            raise InvalidInput(where or "parameters", "not_text", why="half a character, such as \\ud83d alone")
    elif isinstance(value, dict):
        for name, item in value.items():
            require_whole(str(name), where)
            require_whole(item, f"{where}.{name}" if where else str(name))
    elif isinstance(value, list | tuple):
        for at, item in enumerate(value):
            require_whole(item, f"{where}[{at}]")


def is_whole(text: str) -> bool:
    """Whether a text can be written in UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
