"""Whatever a file holds, it ends in a picture or a sentence, in bounded memory, and the next photo is prepared."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging.limits import MEMORY_BYTES
from sourcing_app.imaging.worker import PhotoWorker
from sourcing_app.ui.notices import notice_of
from tests.imaging.files import encoded
from tests.imaging.hostile import KINDS, bombs, mutated, scan_bomb

MUTATIONS = int(os.environ.get("SOURCING_MUTATIONS", "15"))
"""Of each format; a longer run is asked for with the variable."""
UNKNOWN = notice_of(PictureUnreadable("no such reason")).sentence
PHOTO = encoded(Image.new("RGB", (64, 48), "blue"))


@pytest.fixture(scope="module")
def worker() -> Iterator[PhotoWorker]:
    made = PhotoWorker()
    yield made
    made.close()


def ends_well(worker: PhotoWorker, data: bytes) -> str:
    """ "made", or the reason, which has a sentence of its own."""
    before = worker.process_id
    try:
        made = worker(data)
    except PictureUnreadable as error:
        assert notice_of(error).sentence != UNKNOWN, error.reason
        reason = error.reason
    else:
        assert 16 <= min(made.width, made.height) <= max(made.width, made.height) <= 1000
        reason = "made"
    if worker.process_id is not None and worker.process_id == before:
        assert peak_bytes(worker.process_id) < MEMORY_BYTES
    return reason


def peak_bytes(process_id: int) -> int:
    """The most memory the process ever held."""
    if sys.platform != "linux":
        return 0
    status = Path(f"/proc/{process_id}/status").read_text()
    line = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0 kB")
    return int(line.split()[1]) * 1024


@pytest.mark.parametrize("kind", KINDS)
def test_a_mutated_file_ends_in_a_picture_or_a_sentence(worker: PhotoWorker, kind: str) -> None:
    found = [ends_well(worker, data) for data in mutated(kind, MUTATIONS, seed=1)]
    assert len(found) == MUTATIONS
    assert worker(PHOTO).width == 64


@pytest.mark.parametrize("name", sorted(bombs()))
def test_a_hostile_file_ends_in_a_picture_or_a_sentence(worker: PhotoWorker, name: str) -> None:
    ends_well(worker, bombs()[name])
    assert worker(PHOTO).width == 64


def test_what_would_take_all_memory_is_refused_by_its_header(worker: PhotoWorker) -> None:
    worker(PHOTO)
    before = worker.process_id
    reasons = {
        name: ends_well(worker, bombs()[name])
        for name in bombs()
        if (" says " in name and "65,500" in name) or "webp" in name
    }
    assert set(reasons.values()) == {"too_many_pixels"}
    assert ends_well(worker, scan_bomb(900, 900)) == "too_much_work"
    assert worker.process_id == before, "none of them cost the process its life"


def test_a_head_without_pixels_is_no_black_picture(worker: PhotoWorker) -> None:
    assert ends_well(worker, bombs()["a png with a chunk that never ends"]) in ("truncated", "damaged")


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_files_that_are_no_files_are_refused_without_waiting(worker: PhotoWorker, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "loop.jpg").symlink_to(tmp_path / "loop.jpg")
    (tmp_path / "endless.jpg").symlink_to("/dev/zero")
    for name in ("pipe.jpg", "loop.jpg", "endless.jpg"):
        with pytest.raises(PictureUnreadable) as caught:
            worker(tmp_path / name)
        assert caught.value.reason in ("not_a_picture", "not_opened")


def test_a_file_of_two_gigabytes_is_refused_unread(worker: PhotoWorker, tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    with path.open("wb") as file:
        file.write(PHOTO)
        file.truncate(2_000_000_000)
    with pytest.raises(PictureUnreadable) as caught:
        worker(path)
    assert caught.value.reason == "too_large"


def test_a_hostile_first_file_does_not_end_a_folder(worker: PhotoWorker, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(scan_bomb(5600, 60))
    (tmp_path / "b.jpg").write_bytes(PHOTO)
    assert worker(tmp_path).source_name == "b.jpg"


def run(count: int) -> None:
    """``python -m tests.imaging.test_hostile COUNT``: so many mutations of each format, the slowest and largest told."""
    worker, slowest, worst = PhotoWorker(), (0.0, ""), 0
    for kind in KINDS:
        for at, data in enumerate(mutated(kind, count, seed=2)):
            began = time.perf_counter()
            reason = ends_well(worker, data)
            slowest = max(slowest, (time.perf_counter() - began, f"{kind} {at} {reason}"))
        worst = max(worst, peak_bytes(worker.process_id or 0))
    for name, data in bombs().items():
        began = time.perf_counter()
        reason = ends_well(worker, data)
        took = time.perf_counter() - began
        print(f"{took:6.2f} s  {reason:16} {len(data):9}  {peak_bytes(worker.process_id or 0) >> 20:4} MB  {name}")
        slowest = max(slowest, (took, name))
    print(f"slowest {slowest[0]:.2f} s: {slowest[1]}; largest {worst >> 20} MB among the mutations")
    worker.close()


if __name__ == "__main__":
    run(int(sys.argv[1]))
