"""The longest stall of the GUI thread: while 60 results load, and while 10,000 results are scrolled."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.bench.heartbeat import Heartbeat
from tests.bench.market import Market
from tests.bench.rows import Row, ratio
from tests.bench.start import environment

FRAME_MS = 16.0
LATENCY_MS = 80


def rows() -> list[Row]:
    """Four rows: p99 and worst of both."""
    made = []
    with Market(LATENCY_MS) as market, tempfile.TemporaryDirectory() as profile:
        for what in ("loading", "scrolling"):
            words = ["--profile", f"{profile}/{what}", *market.arguments()]
            command = [sys.executable, "-m", "tests.bench.stalls_app", what, *words]
            answer = subprocess.run(command, check=True, capture_output=True, text=True, env=environment())
            found = json.loads(answer.stdout.splitlines()[-1])
            name = "while 60 results load" if what == "loading" else "while 10,000 results are scrolled"
            made.append(ratio(f"GUI stall {name}, p99", "16 ms", 1.0, found["p99"], FRAME_MS))
            made.append(ratio(f"GUI stall {name}, worst", "16 ms", 2.0, found["worst"], FRAME_MS))
    return made


def worst_gap_ms(work: Callable[[], threading.Thread]) -> float:
    """The longest stall while a thread that ``work`` starts is running."""
    return felt(work).worst()


def felt(work: Callable[[], threading.Thread]) -> Heartbeat:
    """What the GUI thread feels while a thread that ``work`` starts is running."""
    application = QApplication.instance() or QApplication([])
    loop, beat = QEventLoop(), Heartbeat()
    QTimer.singleShot(200, loop.quit)
    loop.exec()
    thread = work()
    watch = QTimer(interval=20)

    def look() -> None:
        if not thread.is_alive():
            loop.quit()

    watch.timeout.connect(look)
    beat.start()
    watch.start()
    loop.exec()
    beat.stop()
    thread.join()
    del application
    return beat
