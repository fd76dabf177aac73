"""What every journey stands on: windows in processes of their own, none of which outlives its test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.desk import Running


@pytest.fixture
def start() -> Iterator[Callable[..., Running]]:
    """``start(profile, *words)`` opens a window. None of them may have written a traceback."""
    started: list[Running] = []

    def begin(profile: Path, *words: str) -> Running:
        profile.mkdir(parents=True, exist_ok=True)
        started.append(Running(profile, *words))
        return started[-1]

    yield begin
    for each in started:
        each.kill()
    assert "Traceback" not in "".join(each.errors() for each in started)
