"""A pytest plugin for ``reach.py``: tells coverage which test runs, and writes down how long each took and whether it passed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import coverage
import pytest


def pytest_runtest_logstart(nodeid: str) -> None:
    measuring = coverage.Coverage.current()
    if measuring is not None:
        measuring.switch_context(nodeid)


def pytest_runtest_logfinish() -> None:
    measuring = coverage.Coverage.current()
    if measuring is not None:
        measuring.switch_context("")


@pytest.hookimpl
def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when != "call" or "PYTEST_XDIST_WORKER" not in os.environ:
        return
    line = json.dumps([report.nodeid, round(report.duration, 3), report.passed])
    with (Path(os.environ["TIMES_FOLDER"]) / str(os.getpid())).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
