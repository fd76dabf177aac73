"""What every test stands on: an offscreen screen, and no wish for a real one."""

import gc
import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.support.sandbox import RunningSandbox

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHONDONTWRITEBYTECODE", "1")

# Property tests are the same on every run and on every computer, however busy it is.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.load_profile("steady")

# Garbage is collected between tests, on the main thread, as in the program (sourcing_app/collector.py): a Qt object that
# an earlier test left in a cycle must not be destroyed on the worker's thread of a later one.
gc.disable()
_MUCH_GARBAGE = 50_000


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    if gc.get_count()[0] > _MUCH_GARBAGE:
        gc.collect()


@pytest.fixture(scope="session")
def sandbox_process() -> "Iterator[RunningSandbox]":
    """One marketplace for all tests of this worker; see tests/support/sandbox.py."""
    from tests.support.sandbox import running_sandbox

    with running_sandbox() as box:
        yield box


@pytest.fixture
def sandbox(sandbox_process: "RunningSandbox") -> "RunningSandbox":
    """The shared marketplace, emptied: no orders, switches and clock as at the start."""
    sandbox_process.reset()
    return sandbox_process


@pytest.fixture
def fresh_sandbox() -> "Iterator[Callable[..., RunningSandbox]]":
    """Start marketplaces of one's own with command-line words; they end with the test."""
    from tests.support.sandbox import start_sandbox

    started: list[RunningSandbox] = []

    def start(*words: str) -> "RunningSandbox":
        started.append(start_sandbox(*words))
        return started[-1]

    yield start
    for box in started:
        box.stop()
