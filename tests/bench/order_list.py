"""The Orders page on a ledger of 100,000 orders, each step against the bare SQL that fetches the same rows."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.ledger import build
from tests.bench.rows import Row, ratio
from tests.bench.stalls import FRAME_MS
from tests.bench.start import environment

ORDERS = 100_000
_BOUNDS = {"opened": 3.0, "filter": 3.0, "search": 3.0, "next page": 3.0, "refresh": 5.0}
_SAID = {
    "opened": f"Orders opened to first rows, {ORDERS:,} orders",
    "filter": "another tab to its first rows",
    "search": "search in Chinese and English to its first rows",
    "next page": "a page that was not read yet, scrolled to",
    "refresh": "refresh that brings 1,000 changed orders",
}


def rows() -> list[Row]:
    """One row a step, and the stalls of the GUI meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder), ORDERS)
        command = [sys.executable, "-m", "tests.bench.order_list_app", folder]
        answer = subprocess.run(command, check=True, capture_output=True, text=True, env=environment())
    found = json.loads(answer.stdout.splitlines()[-1])
    made = []
    for step, bound in _BOUNDS.items():
        against = "bare SQL upsert of them" if step == "refresh" else "bare SQL that fetches the same rows"
        made.append(ratio(_SAID[step], against, bound, found[step]["ours"], found[step]["bare"]))
    for what, said in (
        ("browsing", "orders are opened, filtered, searched, scrolled"),
        ("refreshing", "orders are refreshed"),
    ):
        made.append(ratio(f"GUI stall while {said}, p99", "16 ms", 1.0, found[what]["p99"], FRAME_MS))
        worst = 50.0 / FRAME_MS
        made.append(ratio(f"GUI stall while {said}, worst", "16 ms", worst, found[what]["worst"], FRAME_MS))
    return made
