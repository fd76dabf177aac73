"""The tour through a proxy that spoils the first answer of an order, its offline steps included."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.sandbox import ROOT


@pytest.mark.parametrize("kind", ["no", "twice"])
def test_the_tour_through_a_spoiling_proxy_ends_with_one_order_a_decision_or_both_told_of(
    tmp_path: Path, kind: str
) -> None:
    words = [sys.executable, "-m", "tests.tour", "--spoil", kind, "--out", str(tmp_path)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    tour = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert tour.returncode == 0, tour.stdout + tour.stderr
    assert "offline search" in tour.stdout
