"""What is written down when something goes wrong: a log without secrets, a trace of a native crash, every stray exception.

Installed right after the first window is painted.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

from sourcing_app.platform.transport.redaction import RedactionFilter, quiet_http_logs

_LOG_BYTES = 1_000_000
log = logging.getLogger("sourcing")


class Diagnostics:
    """The log and the hooks of one run. on_bug: told once for each cause, on the thread it happened on."""

    def __init__(self, folder: Path, on_bug: Callable[[BaseException], None]) -> None:
        self._on_bug = on_bug
        self._seen: set[tuple[str, str, int]] = set()
        self._crash: TextIO | None = None
        self._handler: logging.Handler = _handler(folder)
        logging.getLogger().addHandler(self._handler)
        log.setLevel(logging.INFO)
        quiet_http_logs()
        self._watch_crashes(folder)
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def report(self, error: BaseException) -> None:
        """Log with its traceback; on screen once a cause."""
        log.error("unexpected", exc_info=error)
        cause = _cause(error)
        if cause not in self._seen:
            self._seen.add(cause)
            self._on_bug(error)

    def close(self) -> None:
        """Give the hooks and files back."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        if self._crash is not None:
            faulthandler.disable()
            self._crash.close()
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error.with_traceback(trace))

    def _thread_hook(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            self.report(given.exc_value)

    def _watch_crashes(self, folder: Path) -> None:
        try:
            self._crash = (folder / "crash.log").open("a", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._crash)


def _handler(folder: Path) -> logging.Handler:
    """A rotating file of one megabyte, or nothing where the folder cannot be written."""
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "sourcing.log", maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.addFilter(RedactionFilter())
    return handler


def _cause(error: BaseException) -> tuple[str, str, int]:
    """What makes two exceptions the same cause: the class, and the line it was raised on."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace is not None else ("", 0)
    return type(error).__name__, *where
