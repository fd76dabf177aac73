"""The process that prepares photos: what it answers, and that it can be killed at any time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from sourcing_app.config.command_line import PREPARE_PHOTOS
from sourcing_app.domain.picture import Bitmap, Orientation, Region
from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging import worker as worker_module
from sourcing_app.imaging.boxes import find_parts
from sourcing_app.imaging.frames import receive, send
from sourcing_app.imaging.limits import MEMORY_BYTES, SHORTEST_S, work_seconds
from sourcing_app.imaging.prepare import prepare_photo
from sourcing_app.imaging.worker import PhotoWorker
from tests.imaging.files import encoded, opened
from tests.imaging.hostile import scan_bomb
from tests.imaging.scenes import shared as shared_area

posix = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


@pytest.fixture(scope="module")
def shared() -> Iterator[PhotoWorker]:
    made = PhotoWorker()
    yield made
    made.close()


@pytest.fixture
def own() -> Iterator[PhotoWorker]:
    made = PhotoWorker()
    yield made
    made.close()


def refused(worker: PhotoWorker, source: bytes | Path | Bitmap) -> PictureUnreadable:
    with pytest.raises(PictureUnreadable) as caught:
        worker(source)
    return caught.value


def photo() -> bytes:
    return encoded(Image.radial_gradient("L").convert("RGB"))


def test_a_photo_is_prepared_there_as_it_is_here(shared: PhotoWorker, tmp_path: Path) -> None:
    path = tmp_path / "包 photo.jpg"
    path.write_bytes(photo())
    assert shared(path) == prepare_photo(path)
    assert shared(photo(), name="pasted") == prepare_photo(photo(), name="pasted")
    assert shared(tmp_path) == prepare_photo(path)
    assert shared(photo()[:-200]).is_incomplete


@pytest.mark.parametrize(
    ("mode", "layout"),
    [
        ("RGBA", "RGBA"), ("RGBA", "BGRA"), ("RGBa", "RGBa"), ("RGBa", "BGRa"), ("RGB", "RGBX"), ("RGB", "BGRX"),
        ("RGB", "BGR"), ("L", "L"),
    ],
)  # fmt: skip
def test_pixels_of_every_layout_are_prepared(shared: PhotoWorker, mode: str, layout: str) -> None:
    image = Image.new("RGBA", (80, 60), (200, 40, 40, 255))
    image.paste((0, 0, 0, 0), (0, 0, 40, 60))
    image.paste((255, 255, 255, 255), (0, 0, 40, 60)) if mode in ("RGB", "L") else None
    image = image.convert(mode)
    data = image.tobytes("raw", layout)
    made = opened(shared(Bitmap(data, 80, 60, len(data) // 60, layout)).jpeg)
    assert min(made.getpixel((10, 30))) > 245
    red, green, _ = made.getpixel((70, 30))
    assert (red > 170 and green < 80) if mode != "L" else red < 120


def test_pixels_that_are_not_all_there_are_refused(shared: PhotoWorker) -> None:
    assert refused(shared, Bitmap(bytes(100), 80, 60, 320, "RGBA")).reason == "damaged"
    assert refused(shared, Bitmap(bytes(80 * 60 * 4), 80, 60, 320, "CMYK")).reason == "damaged"


def test_why_it_cannot_be_searched_with_comes_over(shared: PhotoWorker, tmp_path: Path) -> None:
    assert refused(shared, tmp_path / "gone.jpg").reason == "missing"
    assert refused(shared, b"%PDF-1.7").facts == {"kind": "PDF"}
    assert refused(shared, b"").reason == "empty"
    assert refused(shared, tmp_path).reason == "folder"


def test_photos_asked_for_at_the_same_time_are_each_answered(shared: PhotoWorker) -> None:
    photos = [encoded(Image.new("RGB", (40 + at, 40), "red")) for at in range(6)]
    found: dict[int, int] = {}

    def ask(at: int) -> None:
        found[at] = shared(photos[at]).width

    threads = [threading.Thread(target=ask, args=(at,)) for at in range(6)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert found == {at: 40 + at for at in range(6)}


def test_one_process_serves_all_photos(own: PhotoWorker) -> None:
    assert own.process_id is None
    own(photo())
    first = own.process_id
    own(photo())
    assert own.process_id == first


@posix
def test_one_that_is_killed_is_replaced(own: PhotoWorker) -> None:
    own(photo())
    assert own.process_id is not None
    os.kill(own.process_id, signal.SIGKILL)
    assert own(photo()).width == 256


@posix
def test_a_photo_that_hangs_is_given_up_when_cancelled(own: PhotoWorker) -> None:
    own.start()
    assert own.process_id is not None
    os.kill(own.process_id, signal.SIGSTOP)
    caught: list[PictureUnreadable] = []
    thread = threading.Thread(target=lambda: caught.append(refused(own, photo())))
    thread.start()
    while thread.is_alive():
        own.cancel()
        thread.join(0.01)
    assert [error.reason for error in caught] == ["cancelled"]
    assert own(photo()).width == 256


@posix
def test_closing_ends_a_photo_that_hangs_and_takes_no_other(own: PhotoWorker) -> None:
    own.start()
    assert own.process_id is not None
    os.kill(own.process_id, signal.SIGSTOP)
    caught: list[PictureUnreadable] = []
    thread = threading.Thread(target=lambda: caught.append(refused(own, photo())))
    thread.start()
    while thread.is_alive() and not own._is_busy:
        thread.join(0.01)
    own.close()
    thread.join()
    assert [error.reason for error in caught] == ["cancelled"]
    assert refused(own, photo()).reason == "cancelled"
    assert own.process_id is None


def test_cancelling_when_nobody_waits_does_nothing(own: PhotoWorker) -> None:
    own.cancel()
    own(photo())
    first = own.process_id
    own.cancel()
    own(photo())
    assert own.process_id == first


@posix
def test_a_file_that_costs_more_work_than_a_photo_of_its_size_is_given_up(own: PhotoWorker) -> None:
    bomb = scan_bomb(5600, 60)
    assert work_seconds(len(bomb)) <= 2
    assert refused(own, bomb).reason == "too_much_work"
    assert own(photo()).width == 256


def test_parts_that_may_be_meant_are_proposed_there(shared: PhotoWorker) -> None:
    image = Image.new("RGB", (600, 400), "white")
    image.paste(Image.radial_gradient("L").resize((200, 200)).convert("RGB"), (300, 100))
    made = shared(encoded(image))
    found = shared.boxes(made)
    assert found == find_parts(opened(made.jpeg).convert("RGB"))
    assert shared_area(found.boxes[0], Region(300, 100, 500, 300)) > 0.7


@pytest.mark.parametrize("quarters", range(4))
@pytest.mark.parametrize("is_mirrored", [False, True])
def test_a_photo_is_turned_there_and_stays_bare(shared: PhotoWorker, quarters: int, is_mirrored: bool) -> None:
    image = Image.new("RGB", (60, 40), "white")
    image.paste("red", (0, 0, 30, 20))
    made = shared(encoded(image), name="shoe.png")
    way = Orientation(quarters, is_mirrored)
    turned = shared.turned(made, way)
    box = Region(0, 0, 30, 20).turned(way, 60, 40)
    middle = ((box.left + box.right) // 2, (box.top + box.bottom) // 2)
    red, green, _ = opened(turned.jpeg).convert("RGB").getpixel(middle)
    assert red > 200 > 90 > green
    size = (60, 40) if quarters % 2 == 0 else (40, 60)
    assert (turned.width, turned.height) == (turned.source_width, turned.source_height) == size
    assert turned.source_name == "shoe.png"
    assert sorted(opened(turned.jpeg).info) == sorted(opened(made.jpeg).info)


def test_longer_is_given_to_larger_files() -> None:
    assert work_seconds(0) == work_seconds(250_000) == SHORTEST_S
    assert work_seconds(2_000_000) > 6
    assert work_seconds(200_000_000) == 60


@pytest.mark.skipif(sys.platform != "linux", reason="only there the system holds the limit")
def test_the_process_cannot_take_more_memory_than_its_limit(own: PhotoWorker) -> None:
    own.start()
    limits = Path(f"/proc/{own.process_id}/limits").read_text()
    own(photo())  # it has set its limits before it answers
    limits = Path(f"/proc/{own.process_id}/limits").read_text()
    assert str(MEMORY_BYTES) in next(line for line in limits.splitlines() if line.startswith("Max data size"))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_process_loads_no_library_but_those_for_pictures(own: PhotoWorker) -> None:
    own(photo())
    loaded = Path(f"/proc/{own.process_id}/maps").read_text()
    assert "PIL" in loaded
    assert not any(name in loaded for name in ("PySide6", "Qt6", "_sqlite3", "libssl"))


def test_nothing_that_is_printed_spoils_an_answer() -> None:
    code = "import sys; sys.path[:] = sys.argv[1:]\nfrom sourcing_app.imaging import worker_process as w\n" \
           "pipes = w._pipes()\nprint('noise'); sys.stdout.flush(); pipes[1].write(b'answer')"  # fmt: skip
    home = str(Path(worker_module.__file__).parents[2])
    ran = subprocess.run([sys.executable, "-c", code, home, *sys.path], capture_output=True, check=True)
    assert ran.stdout == b"answer"


def test_the_program_itself_can_be_that_process() -> None:
    """As in a frozen build, which has no interpreter to be called with code."""
    home = str(Path(worker_module.__file__).parents[2])
    process = subprocess.Popen(
        [sys.executable, "-m", "sourcing_app", PREPARE_PHOTOS],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0, cwd=home,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        send(process.stdin, {"name": "a.jpg"}, photo())
        answer = receive(process.stdout)
        while answer is not None and "begun" in answer[0]:
            answer = receive(process.stdout)
        process.stdin.close()
    assert answer is not None
    assert bytes(answer[1]) == prepare_photo(photo()).jpeg
    assert process.returncode == 0
