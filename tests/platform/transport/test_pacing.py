from __future__ import annotations

import asyncio

from sourcing_app.platform.transport.pacing import Pace, Pacer, Timing
from tests.platform.wire import Hourglass


async def test_after_the_burst_calls_start_at_the_rate() -> None:
    hourglass = Hourglass()
    pacer = Pacer(Pace(calls_per_second=5, burst=3, parallel=1), hourglass.timing())
    starts = []
    for _ in range(8):
        async with pacer.turn():
            starts.append(round(hourglass.now - 1_790_000_000, 3))
    assert starts == [0, 0, 0, 0.2, 0.4, 0.6, 0.8, 1.0]


async def test_a_pause_fills_the_bucket_again_but_never_above_the_burst() -> None:
    hourglass = Hourglass()
    pacer = Pacer(Pace(5, 2, 1), hourglass.timing())
    for _ in range(2):
        async with pacer.turn():
            pass
    hourglass.now += 1000
    for _ in range(3):
        async with pacer.turn():
            pass
    assert hourglass.slept == [0.2]


async def test_no_more_calls_run_at_once_than_allowed() -> None:
    pacer = Pacer(Pace(1e6, 1000, 4), Timing())
    running, most = 0, 0

    async def call() -> None:
        nonlocal running, most
        async with pacer.turn():
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*(call() for _ in range(50)))
    assert most == 4


async def test_a_clock_set_back_stops_nothing() -> None:
    hourglass = Hourglass()
    pacer = Pacer(Pace(5, 1, 1), hourglass.timing())
    for _ in range(3):
        async with pacer.turn():
            hourglass.now -= 3600
    assert hourglass.slept == [0.2, 0.4]  # as if no time had passed, and not as if an hour had to be made up


async def test_after_a_clock_was_set_back_calls_start_at_the_rate_again() -> None:
    hourglass = Hourglass()
    pacer = Pacer(Pace(5, 1, 1), hourglass.timing())
    async with pacer.turn():
        hourglass.now -= 3600
    for _ in range(3):
        async with pacer.turn():
            pass
    assert [round(seconds, 6) for seconds in hourglass.slept] == [0.2, 0.2, 0.2]


def test_a_wait_is_never_shortened_and_at_most_a_fifth_longer() -> None:
    assert [Timing(chance=lambda given=chance: given).jittered(10) for chance in (0.0, 0.5, 1.0)] == [10, 11, 12]
