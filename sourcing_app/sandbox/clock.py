"""The marketplace's own time: starts as the real time, can be moved forward, sped up or frozen."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))


class Clock:
    """China time. ``speed`` is sandbox seconds for one real second; 0 freezes the clock."""

    def __init__(self, real: Callable[[], float] = time.time, speed: float = 1.0) -> None:
        self._real = real
        self._lock = threading.Lock()
        self._anchor_real = real()
        self._anchor = self._anchor_real
        self._speed = self._first_speed = speed

    @property
    def speed(self) -> float:
        return self._speed

    def seconds(self) -> float:
        """Seconds since 1970 on this clock."""
        with self._lock:
            return self._seconds()

    def _seconds(self) -> float:
        return self._anchor + (self._real() - self._anchor_real) * self._speed

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.seconds(), CHINA)

    def millis(self) -> int:
        return int(self.seconds() * 1000)

    def advance(self, seconds: float) -> None:
        with self._lock:
            self._restart(self._seconds() + seconds, self._speed)

    def set_speed(self, speed: float) -> None:
        with self._lock:
            self._restart(self._seconds(), speed)

    def set_now(self, seconds: float) -> None:
        """Jump to an instant given in seconds since 1970."""
        with self._lock:
            self._restart(seconds, self._speed)

    def reset(self) -> None:
        """Real time again, at the speed of the start."""
        with self._lock:
            self._restart(self._real(), self._first_speed)

    def _restart(self, anchor: float, speed: float) -> None:
        self._anchor_real = self._real()
        self._anchor = anchor
        self._speed = speed

    def ahead_s(self) -> float:
        """How far this clock is ahead of the real one, in seconds."""
        return self.seconds() - self._real()


def compact(moment: datetime) -> str:
    """``20180614101942000+0800``: the date form of trade models."""
    return moment.strftime("%Y%m%d%H%M%S") + f"{moment.microsecond // 1000:03d}" + moment.strftime("%z")


def plain(moment: datetime) -> str:
    """``2018-06-14 10:19:42``: Beijing time without a zone (pay deadlines, tracking steps, messages)."""
    return moment.astimezone(CHINA).strftime("%Y-%m-%d %H:%M:%S")


def at(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, CHINA)


def parse_compact(text: str) -> datetime:
    """Read ``yyyyMMddHHmmssSSSZ`` (milliseconds may be missing) or ``yyyy-MM-dd HH:mm:ss``.

    Raises: ValueError for anything else.
    """
    text = text.strip()
    if len(text) >= 10 and text[4] == "-":
        return datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=CHINA)
    digits, zone = text[:-5], text[-5:]
    if len(digits) == 17:
        moment = datetime.strptime(digits[:14] + zone, "%Y%m%d%H%M%S%z")
        return moment + timedelta(milliseconds=int(digits[14:]))
    return datetime.strptime(text, "%Y%m%d%H%M%S%z")
