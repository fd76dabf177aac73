"""The process that decodes: reads requests from its standard input, answers on its standard output, ends with the pipe.

It imports Pillow and nothing else of the program's libraries (numpy where boxes are asked for). Whatever a hostile file does
happens here: the system kills the process where it takes too much memory or time, and the program starts another.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

from sourcing_app.domain.picture import Bitmap, Orientation, PhotoSource, PreparedPicture
from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging.decoding import decode
from sourcing_app.imaging.frames import Head, receive, send
from sourcing_app.imaging.limits import MOST_MEMORY_BYTES, memory_bytes, work_seconds
from sourcing_app.imaging.prepare import prepare_photo
from sourcing_app.imaging.turning import turned

NICENESS = 3


def main() -> int:
    """Serve until the pipe ends."""
    requests, answers = _pipes()
    _step_back()
    _limit_memory(0)
    while (request := receive(requests)) is not None:
        _answer(answers, *request)
    return 0


def _answer(answers: BinaryIO, head: Head, body: bytearray) -> None:
    def begin(size: int) -> None:
        """A file of this size is about to be decoded."""
        seconds = work_seconds(size)
        send(answers, {"begun": seconds})
        _limit_memory(size)
        _limit_work(seconds)

    try:
        if head.get("wanted") == "boxes":
            begin(len(body))
            answer, jpeg = _boxes(bytes(body)), b""
        elif head.get("wanted") == "turned":
            begin(len(body))
            made = _turned(head, bytes(body))
            answer, jpeg = {"made": _facts(made)}, made.jpeg
        else:
            made = prepare_photo(_source(head, body), name=head["name"], begin=begin)
            answer, jpeg = {"made": _facts(made)}, made.jpeg
    except PictureUnreadable as error:
        _limit_work(0)
        send(answers, {"reason": error.reason, "facts": {name: str(value) for name, value in error.facts.items()}})
    except MemoryError:
        _limit_work(0)
        send(answers, {"reason": "too_many_pixels", "facts": {}})
    else:
        _limit_work(0)
        send(answers, answer, jpeg)


def _boxes(jpeg: bytes) -> Head:
    from sourcing_app.imaging.boxes import (
        find_parts,  # with numpy, 80 ms: only where somebody looks at a photo's parts
    )

    found = find_parts(decode(jpeg).image)
    boxes = [(each.left, each.top, each.right, each.bottom) for each in found.boxes]
    return {"boxes": boxes, "is_sure": found.is_sure}


def _turned(head: Head, jpeg: bytes) -> PreparedPicture:
    width, height = head["source_size"]
    upright = PreparedPicture(jpeg, 0, 0, "", width, height, head["name"], head["is_incomplete"])
    return turned(upright, Orientation(head["quarters"], head["is_mirrored"]))


def _source(head: Head, body: bytearray) -> PhotoSource:
    if "path" in head:
        return Path(head["path"])
    if "layout" in head:
        return Bitmap(memoryview(body), head["width"], head["height"], head["stride"], head["layout"])
    return bytes(body)


def _facts(made: PreparedPicture) -> dict[str, Any]:
    names = ("width", "height", "sha256", "source_width", "source_height", "source_name", "is_incomplete")
    return {name: getattr(made, name) for name in names}


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output, which from now on are nobody else's: a library that prints must not spoil an answer."""
    requests, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for each in (0, 1, 2):
        os.dup2(nothing, each)
    if os.name == "nt":
        import msvcrt

        for each in (requests, answers):
            msvcrt.setmode(each, os.O_BINARY)  # type: ignore[attr-defined,unused-ignore]
    return os.fdopen(requests, "rb", buffering=0), os.fdopen(answers, "wb", buffering=0)


def _step_back() -> None:
    """The window comes first."""
    if os.name != "nt":
        os.nice(NICENESS)


def _limit_memory(size: int) -> None:
    """For a file of this size: on Linux, by what the process may write to. Other systems know no such limit, and the
    estimates of ``limits`` count."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes(size), MOST_MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_work(seconds: float) -> None:
    """Of computing time, all threads together; beyond it the system ends the process. 0: no limit any more."""
    if os.name != "nt":
        import signal

        signal.setitimer(signal.ITIMER_PROF, seconds)
