"""The marketplace's clock, and the forms in which the platform writes a moment."""

from __future__ import annotations

from datetime import datetime

import pytest

from sourcing_app.sandbox.clock import CHINA, Clock, at, compact, parse_compact, plain

NOON = datetime(2026, 11, 22, 12, 0, 0, 123_000, CHINA)


class Real:
    """A real time that moves when told to."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def test_it_goes_with_real_time() -> None:
    real = Real()
    clock = Clock(real)
    real.now += 7
    assert clock.seconds() == 1_000_007


def test_it_can_be_moved_sped_up_and_frozen() -> None:
    real = Real()
    clock = Clock(real)
    clock.advance(100)
    clock.set_speed(60)
    real.now += 2
    assert clock.seconds() == 1_000_220
    clock.set_speed(0)
    real.now += 1000
    assert clock.seconds() == 1_000_220
    clock.set_now(5)
    assert clock.seconds() == 5


def test_a_reset_takes_it_back_to_real_time_and_its_first_speed() -> None:
    real = Real()
    clock = Clock(real, speed=2)
    clock.advance(100)
    clock.set_speed(0)
    clock.reset()
    real.now += 1
    assert (clock.seconds(), clock.speed) == (1_000_002, 2)


def test_a_moment_is_written_in_the_two_forms_of_the_platform() -> None:
    assert compact(NOON) == "20261122120000123+0800"
    assert plain(NOON) == "2026-11-22 12:00:00"


@pytest.mark.parametrize("text", ["20261122120000123+0800", "20261121200000123-0800", "20261122040000123+0000"])
def test_any_offset_is_read(text: str) -> None:
    assert parse_compact(text) == NOON


def test_milliseconds_may_be_missing_and_zone_too() -> None:
    whole = NOON.replace(microsecond=0)
    assert parse_compact("20261122120000+0800") == whole
    assert parse_compact("2026-11-22 12:00:00") == whole


@pytest.mark.parametrize("text", ["", "tomorrow", "2026-11-22", "20261122120000123", "20261322120000123+0800"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_compact(text)


def test_seconds_become_china_time() -> None:
    assert at(NOON.timestamp()) == NOON
    assert at(0).utcoffset() == NOON.utcoffset()
