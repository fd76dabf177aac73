"""One measured promise, and how the table of them is printed and kept."""

from __future__ import annotations

import gc
import json
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """value: the measured ratio; bound: what it may be at most; None value: skipped, note says why.

    ours, theirs: the two medians the ratio is of, in unit.
    """

    what: str
    against: str
    value: float | None
    bound: float
    ours: float | None = None
    theirs: float | None = None
    unit: str = "ms"
    note: str = ""

    @property
    def held(self) -> bool:
        """Whether the promise holds; a skipped row neither holds nor fails."""
        return self.value is None or self.value <= self.bound


def ratio(what: str, against: str, bound: float, ours: float, theirs: float, unit: str = "ms", note: str = "") -> Row:
    """A row from the two medians."""
    return Row(what, against, ours / theirs, bound, ours, theirs, unit, note)


def skipped(what: str, against: str, bound: float, why: str) -> Row:
    """A row that could not be measured here."""
    return Row(what, against, None, bound, note=why)


def interleaved(first: Callable[[], object], second: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Medians in milliseconds of two pieces of work, done in turns so that a noisy moment hits both."""
    times: tuple[list[float], list[float]] = ([], [])
    for work in (first, second):
        work()
    for _ in range(rounds):
        for work, kept in zip((first, second), times, strict=True):
            gc.collect()
            began = time.perf_counter()
            work()
            kept.append((time.perf_counter() - began) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def median_ms(work: Callable[[], object], rounds: int = 15) -> float:
    """Milliseconds of one piece of work, after one round to warm up."""
    work()
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def table(rows: list[Row]) -> str:
    """For the terminal: one line a row, and whether each is inside its bound."""
    lines = [f"{'what':58} {'against':34} {'ours':>10} {'theirs':>10} {'ratio':>7} {'at most':>8}"]
    lines += [_line(row) for row in rows]
    return "\n".join(lines)


def _line(row: Row) -> str:
    if row.value is None:
        return f"{row.what:58} {row.against:34} skipped: {row.note}"
    verdict = "ok" if row.held else f"OVER by {row.value - row.bound:.2f}x"
    ours, theirs = f"{row.ours:.2f} {row.unit}", f"{row.theirs:.2f} {row.unit}"
    numbers = f"{ours:>10} {theirs:>10} {row.value:>6.2f}x {row.bound:>7.2f}x"
    return f"{row.what:58} {row.against:34} {numbers}  {verdict}{'  ' + row.note if row.note else ''}"


def save(rows: list[Row], path: Path) -> None:
    """All rows as JSON, for comparing runs."""
    kept = [{**asdict(row), "held": row.held} for row in rows]
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
