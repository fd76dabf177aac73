"""How much memory processes take, shared pages divided among those who share them."""

from __future__ import annotations

import contextlib
from pathlib import Path


def megabytes(pid: int | str = "self") -> float:
    """Proportional set size of one process and all its children. Linux only; 0.0 elsewhere."""
    return sum(_kilobytes(each) for each in (str(pid), *_children(str(pid)))) / 1024


def _kilobytes(pid: str) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def _children(pid: str) -> list[str]:
    found = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                found += [child, *_children(child)]
    return found
