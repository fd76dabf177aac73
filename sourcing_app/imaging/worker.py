"""Prepares photos in a process of its own, which can be killed: when it takes too long, when nobody waits any more.

Blocking calls: run them off the GUI thread. ``cancel`` and ``close`` return at once and may be called on any thread.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO, cast

from sourcing_app.config.command_line import PREPARE_PHOTOS
from sourcing_app.domain.picture import Bitmap, FoundParts, Orientation, PhotoSource, PreparedPicture, Region
from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging.files import first_readable
from sourcing_app.imaging.frames import Head, receive, send

READING_S = 120.0
"""For a file to come from a slow disk or network; Cancel comes first."""
WAIT_FACTOR, WAIT_MORE_S = (12.0, 5.0) if os.name != "nt" else (2.0, 0.0)
"""How long is waited for so much computing time: the process counts it itself where the system helps, and the machine may be
busy with others."""
_NO_CONSOLE, _BELOW_NORMAL = 0x08000000, 0x00004000
_START = (
    "import sys; sys.path[:] = sys.argv[1:]; from sourcing_app.imaging.worker_process import main; sys.exit(main())"
)
_OUT_OF_TIME = -27
"""SIGPROF, of the timer that counts the computing time."""


class PhotoWorker:
    """Started with the first photo. One photo at a time; the next waits its turn."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._state = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_busy = self._is_cancelled = self._is_late = self._is_closed = False

    @property
    def process_id(self) -> int | None:
        """Of the running process."""
        return self._process.pid if self._process is not None else None

    def __call__(self, source: PhotoSource, *, name: str = "") -> PreparedPicture:
        """As ``prepare_photo``. Raises: PictureUnreadable, also "too_much_work", "cancelled", "not_prepared"."""
        if isinstance(source, Path) and os.path.isdir(source):  # noqa: PTH112 - Path.is_dir raises where a name is too long
            return first_readable(source, self)
        head, body = self._answer(*_request(source, name))
        return PreparedPicture(bytes(body), **head["made"])

    def boxes(self, picture: PreparedPicture) -> FoundParts:
        """Parts of it that may be meant, as ``boxes.find_parts``. Raises as a call does."""
        head, _ = self._answer({"name": "", "wanted": "boxes"}, picture.jpeg)
        return FoundParts(tuple(Region(*each) for each in head["boxes"]), bool(head["is_sure"]))

    def turned(self, picture: PreparedPicture, orientation: Orientation) -> PreparedPicture:
        """As ``turning.turned``. Raises as a call does."""
        facts = {"source_size": (picture.source_width, picture.source_height), "is_incomplete": picture.is_incomplete}
        turn = {"quarters": orientation.quarters, "is_mirrored": orientation.is_mirrored}
        head, body = self._answer({"name": picture.source_name, "wanted": "turned", **facts, **turn}, picture.jpeg)
        return PreparedPicture(bytes(body), **head["made"])

    def _answer(self, head: Head, body: bytes | memoryview) -> tuple[Head, bytearray]:
        """Of the process, when it is this request's turn. Raises: PictureUnreadable."""
        with self._turn:
            with self._state:
                if self._is_closed:
                    raise PictureUnreadable("cancelled")
                self._is_busy, self._is_cancelled, self._is_late = True, False, False
            try:
                answer = self._ask(head, body)
            finally:
                with self._state:
                    self._is_busy = False
        if "reason" in answer[0]:
            raise PictureUnreadable(str(answer[0]["reason"]), **answer[0]["facts"])
        return answer

    def start(self) -> None:
        """Be ready before the first photo comes."""
        with self._turn:
            self._running()

    def cancel(self) -> None:
        """Whoever waits for a photo gets PictureUnreadable "cancelled"; nothing happens where nobody does."""
        with self._state:
            if self._is_busy:
                self._is_cancelled = True
                self._kill()

    def close(self) -> None:
        """End the process; no photo is prepared any more."""
        with self._state:
            self._is_closed = True
            self._is_cancelled = self._is_busy
            self._kill()
        with self._turn:
            self._let_go()

    def _ask(self, head: Head, body: bytes | memoryview, *, is_again: bool = False) -> tuple[Head, bytearray]:
        process = self._running()
        watch = self._watch(READING_S)
        has_begun = False
        try:
            send(cast(BinaryIO, process.stdin), head, body)
            while (answer := receive(cast(BinaryIO, process.stdout))) is not None and "begun" in answer[0]:
                has_begun = True
                watch.cancel()
                watch = self._watch(answer[0]["begun"] * WAIT_FACTOR + WAIT_MORE_S)
        except (OSError, ValueError):
            answer = None
        finally:
            watch.cancel()
        if answer is not None:
            return answer
        ended = self._ended(process)
        if has_begun or is_again or ended.reason != "damaged":
            raise ended
        return self._ask(
            head, body, is_again=True
        )  # the process died of something else: the photo was not looked at yet

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self._let_go()
        if self._process is None:
            try:
                self._process = _started()
            except OSError as error:
                raise PictureUnreadable("not_prepared", detail=error.strerror or "") from error
            with self._state:
                if self._is_cancelled or self._is_closed:
                    self._kill()
        return self._process

    def _watch(self, seconds: float) -> threading.Timer:
        watch = threading.Timer(seconds, self._be_late)
        watch.daemon = True
        watch.start()
        return watch

    def _be_late(self) -> None:
        with self._state:
            if self._is_busy:
                self._is_late = True
                self._kill()

    def _kill(self) -> None:
        if self._process is not None:
            with contextlib.suppress(OSError):
                self._process.kill()

    def _ended(self, process: subprocess.Popen[bytes]) -> PictureUnreadable:
        """Why there is no answer."""
        self._kill()
        status = process.wait()
        self._let_go()
        with self._state:
            if self._is_cancelled:
                return PictureUnreadable("cancelled")
            is_late = self._is_late
        if is_late or status == _OUT_OF_TIME:
            return PictureUnreadable("too_much_work")
        return PictureUnreadable("damaged", detail=f"the decoder ended with {status}")

    def _let_go(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def _started() -> subprocess.Popen[bytes]:
    """With nothing but the interpreter and the places where modules are: 60 ms sooner than with all that a site adds."""
    if getattr(sys, "frozen", False):
        command = [sys.executable, PREPARE_PHOTOS]
    else:
        home = str(Path(__file__).resolve().parents[2])
        command = [sys.executable, "-I", "-S", "-c", _START, home, *sys.path]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        env={**os.environ, "MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1"},
        creationflags=_NO_CONSOLE | _BELOW_NORMAL if os.name == "nt" else 0,
        start_new_session=True,
    )


def _request(source: PhotoSource, name: str) -> tuple[Head, bytes | memoryview]:
    if isinstance(source, Path):
        return {"name": name, "path": str(source.absolute())}, b""
    if isinstance(source, Bitmap):
        head = {"width": source.width, "height": source.height, "stride": source.stride, "layout": source.layout}
        return {"name": name, **head}, source.data
    return {"name": name}, source
