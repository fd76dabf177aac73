"""The seam between asyncio and Qt, on the loop the window really has."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from sourcing_app.errors import Throttled
from sourcing_app.ui.tasks import TaskScope
from tests.support.desk import Desk


@pytest.fixture
def scope(desk: Desk) -> Iterator[TaskScope]:
    made = TaskScope()
    yield made
    desk.run(made.close())


async def answer(value: object, gate: asyncio.Event | None = None) -> object:
    if gate is not None:
        await gate.wait()
    return value


async def fail(error: Exception) -> None:
    raise error


def test_a_coroutine_takes_no_step_inside_the_call(desk: Desk, scope: TaskScope) -> None:
    steps: list[str] = []

    async def step() -> None:
        steps.append("ran")

    scope.start("x", step())
    assert steps == []
    desk.spin_until(lambda: steps)


def test_a_result_is_handed_over_once(desk: Desk, scope: TaskScope) -> None:
    results: list[object] = []
    scope.start("x", answer(7), results.append)
    desk.spin_until(lambda: not scope.busy)
    assert results == [7]


def test_a_newer_task_wins_and_the_older_is_not_cancelled(desk: Desk, scope: TaskScope) -> None:
    results: list[object] = []
    ended: list[str] = []
    gate = asyncio.Event()

    async def slow() -> str:
        await gate.wait()
        ended.append("slow")
        return "old"

    scope.start("search", slow(), results.append)
    desk.spin()
    scope.start("search", answer("new"), results.append)
    desk.spin_until(lambda: results)
    gate.set()
    desk.spin_until(lambda: ended)
    desk.spin()
    assert results == ["new"]


def test_a_task_that_has_not_begun_never_runs_when_replaced(desk: Desk, scope: TaskScope) -> None:
    ran: list[str] = []

    async def mark(name: str) -> None:
        ran.append(name)

    scope.start("x", mark("first"))
    scope.start("x", mark("second"))
    desk.spin_until(lambda: not scope.busy)
    desk.spin()
    assert ran == ["second"]


def test_an_error_comes_out_once_as_failed(desk: Desk, scope: TaskScope) -> None:
    errors: list[object] = []
    scope.failed.connect(errors.append)
    scope.start("x", fail(Throttled(3)))
    desk.spin_until(lambda: errors)
    desk.spin()
    assert [type(error) for error in errors] == [Throttled]


def test_an_error_with_a_taker_does_not_come_out_as_failed(desk: Desk, scope: TaskScope) -> None:
    taken: list[Exception] = []
    errors: list[object] = []
    scope.failed.connect(errors.append)
    scope.start("x", fail(Throttled(3)), None, taken.append)
    desk.spin_until(lambda: taken)
    assert errors == []


def test_an_error_of_a_replaced_task_is_dropped(desk: Desk, scope: TaskScope) -> None:
    errors: list[object] = []
    gate = asyncio.Event()

    async def fail_later() -> None:
        await gate.wait()
        raise Throttled(1)

    scope.failed.connect(errors.append)
    scope.start("x", fail_later())
    desk.spin()
    scope.start("x", answer(1))
    gate.set()
    desk.run(scope.close())
    assert errors == []


def test_a_bug_is_logged_and_comes_out_as_failed(
    desk: Desk, scope: TaskScope, caplog: pytest.LogCaptureFixture
) -> None:
    errors: list[object] = []
    scope.failed.connect(errors.append)
    scope.start("x", fail(KeyError("bug")))
    desk.spin_until(lambda: errors)
    assert "ended by a bug" in caplog.text


def test_a_receiver_that_breaks_is_reported_and_the_scope_goes_on(
    desk: Desk, scope: TaskScope, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(value: object) -> None:
        raise RuntimeError("view")

    errors: list[object] = []
    scope.failed.connect(errors.append)
    scope.start("x", answer(1), broken)
    desk.spin_until(lambda: errors)
    assert not scope.busy


def test_a_money_task_is_never_replaced(desk: Desk, scope: TaskScope) -> None:
    gate = asyncio.Event()
    results: list[object] = []
    assert scope.start_money("place", answer("order", gate), results.append)
    assert not scope.start_money("place", answer("again"), results.append)
    scope.start("place", answer("other"), results.append)
    scope.forget("place")
    gate.set()
    desk.spin_until(lambda: results)
    assert results == ["order"]


def test_close_waits_for_a_money_task_and_delivers_it(desk: Desk, scope: TaskScope) -> None:
    gate = asyncio.Event()
    results: list[object] = []
    scope.start_money("place", answer("order", gate), results.append)
    desk.spin()
    asyncio.get_event_loop().call_soon(gate.set)
    desk.run(scope.close())
    assert results == ["order"]


def test_a_closed_scope_starts_nothing(desk: Desk, scope: TaskScope) -> None:
    results: list[object] = []
    desk.run(scope.close())
    scope.start("x", answer(1), results.append)
    desk.spin()
    assert results == []


def test_busy_is_told_when_it_changes_and_only_then(desk: Desk, scope: TaskScope, qtbot: QtBot) -> None:
    told: list[bool] = []
    scope.busy_changed.connect(told.append)
    scope.start("a", answer(1))
    scope.start("b", answer(2))
    desk.spin_until(lambda: not scope.busy)
    assert told == [True, False]
