"""Watches the process that started us, so that a sandbox never outlives its window."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

EVERY_S = 0.15
_SYNCHRONIZE = 0x00100000
_STILL_RUNNING = 0x102


def is_alive(pid: int) -> bool:
    """Whether a process with this id runs."""
    if sys.platform == "win32":
        return _is_alive_on_windows(pid)
    if os.getppid() == pid:
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    """A dead process whose parent has not asked after it. Known on Linux only."""
    try:
        with Path(f"/proc/{pid}/stat").open(encoding="ascii", errors="replace") as stat:
            return stat.read().rpartition(")")[2].split()[0] == "Z"
    except (OSError, IndexError):
        return False


def _is_alive_on_windows(pid: int) -> bool:
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    handle = kernel.OpenProcess(_SYNCHRONIZE, False, pid)
    if not handle:
        return False
    try:
        return bool(kernel.WaitForSingleObject(handle, 0) == _STILL_RUNNING)
    finally:
        kernel.CloseHandle(handle)


def exit_with(pid: int, leave: Callable[[], None]) -> None:
    """Call ``leave`` from a thread of its own once the process is gone."""

    def watch() -> None:
        while is_alive(pid):
            time.sleep(EVERY_S)
        leave()

    threading.Thread(target=watch, name="parent-watch", daemon=True).start()
