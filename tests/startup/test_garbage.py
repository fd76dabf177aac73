"""Garbage is collected on the GUI thread only."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from sourcing_app.startup.garbage import Collector


class Knot:
    """Holds itself, so that only the collector can let it go."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    made = Collector()
    yield made
    made.close()


def test_nobody_else_collects(collector: Collector) -> None:
    knot = weakref.ref(Knot())
    worker = threading.Thread(target=lambda: [Knot() for _ in range(5000)])
    worker.start()
    worker.join()
    assert knot() is not None and not gc.isenabled()


def test_a_round_lets_go_of_what_is_in_a_cycle(collector: Collector) -> None:
    knots = [weakref.ref(Knot()) for _ in range(5000)]
    collector.collect()
    collector.collect()
    assert all(knot() is None for knot in knots)


@pytest.mark.parametrize("before", [True, False])
def test_its_end_leaves_the_switch_as_it_was(qapp: QApplication, before: bool) -> None:
    if before:
        gc.enable()
    made = Collector()
    made.close()
    after = gc.isenabled()
    gc.disable()
    assert after is before
