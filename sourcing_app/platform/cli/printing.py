"""Answers onto standard output; where that cannot be, as on a full disk, what was done is told on standard error."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from sourcing_app.platform.cli import output

NOT_PRINTED = 14
"""Exit status: the call was made, and its answer could not be printed."""

_ID = re.compile(r"(?:^|[a-z_])(?:ids?|Ids?|ID|IDs|IdList|idList|key|Key)$")
_MOST = 40


class NotPrinted(Exception):
    """Standard output takes nothing. why: the system's sentence; closed: who read it has gone, as ``head`` does."""

    def __init__(self, why: str, *, closed: bool) -> None:
        super().__init__(why)
        self.why = why
        self.closed = closed


def put(text: str, stdout: TextIO) -> None:
    """One answer and the end of its line, out of our hands when this returns. Raises NotPrinted."""
    try:
        print(text, file=stdout, flush=True)
    except (OSError, ValueError) as error:  # ValueError: it was closed before we began
        _let_go(stdout)
        closed = isinstance(error, BrokenPipeError | ValueError)
        raise NotPrinted(getattr(error, "strerror", None) or str(error), closed=closed) from None


def tell_done(name: str, given: Mapping[str, Any], result: Any, why: str, stderr: TextIO) -> None:
    """That a call was made, with all its ids, for who could not be shown the answer."""
    ids = dict.fromkeys((*ids_in(output.plain(dict(given))), *ids_in(output.plain(result))))
    shown = ", ".join(f"{name}={value}" for name, value in list(ids)[:_MOST])
    tell(f"{name} was done, but its answer could not be printed: {why}. Do not send it again. {shown}".rstrip(), stderr)


def tell(sentence: str, stderr: TextIO) -> None:
    """A line for a person, where anybody can still be told."""
    with contextlib.suppress(OSError, ValueError):
        print(sentence, file=stderr, flush=True)


def ids_in(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """(name, id) of all members that are ids, however deep."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from ids_in(item, str(key))
    elif isinstance(value, list):
        for item in value:
            yield from ids_in(item, name)
    elif isinstance(value, str | int) and not isinstance(value, bool) and value != "" and _ID.search(name):
        yield name, str(value)


def _let_go(stdout: TextIO) -> None:
    """What is still in its buffer goes nowhere: at the end Python would try again, and complain."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stdout.fileno())
        os.close(nowhere)
