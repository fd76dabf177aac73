"""Start to the first painted window with the last results, against a bare PySide6 label in the same interpreter."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.market import Market
from tests.bench.rows import Row, ratio

ROUNDS = 9
LABEL = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
class Label(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)
def painted():
    print("painted", flush=True)
app = QApplication(sys.argv)
label = Label("Sourcing")
label.resize(1280, 800)
label.show()
app.exec()
"""


def rows() -> list[Row]:
    """Both programs are started in turns and killed once painted."""
    with tempfile.TemporaryDirectory() as folder, Market() as market:
        profile = Path(folder)
        remember_results(profile, market)
        app = [sys.executable, "-m", "sourcing_app", "--profile", str(profile), "--report-start", *market.arguments()]
        label = [sys.executable, "-c", LABEL]
        for command in (app, label):
            painted_after(command)
        times = [(painted_after(app), painted_after(label)) for _ in range(ROUNDS)]
    ours, theirs = (statistics.median(column) for column in zip(*times, strict=True))
    return [
        ratio("start to first painted window with the last results", "a bare PySide6 QLabel program", 1.5, ours, theirs)
    ]


def painted_after(command: list[str], word: str = "painted") -> float:
    """Milliseconds from the start of a process until it says this word; it is killed then."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment())
    assert process.stdout is not None
    with process:
        for line in process.stdout:
            if line.startswith(word):
                break
        else:
            raise RuntimeError(f"never painted: {' '.join(command)}")
        taken = (time.perf_counter() - began) * 1000
        process.kill()
    return taken


def remember_results(profile: Path, market: Market) -> None:
    """One run of the program that searches, so that there are last results to show."""
    command = [
        sys.executable,
        "-m",
        "tests.bench.results_app",
        "--usual",
        "--profile",
        str(profile),
        *market.arguments(),
    ]
    subprocess.run(command, check=True, env=environment(), stdout=subprocess.DEVNULL)


def environment() -> dict[str, str]:
    """This one, offscreen where there is no display."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if sys.platform.startswith("linux") and not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return environment
