"""A photo to the request's body: time and memory against Pillow's plain way and pi-heif's, and what the GUI thread feels."""

from __future__ import annotations

import base64
import io
import json
import random
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import pi_heif
from PIL import Image
from PySide6.QtGui import QImage

from sourcing_app.domain.picture import PhotoSource, PreparedPicture
from sourcing_app.imaging.boxes import propose_boxes
from sourcing_app.imaging.prepare import prepare_photo
from sourcing_app.imaging.worker import PhotoWorker
from sourcing_app.platform.transport.signing import form_body
from sourcing_app.ui.image_search.bitmap import bitmap_of
from tests.bench.rows import Row, interleaved, ratio, skipped
from tests.bench.stalls import felt
from tests.imaging.heic import heic

FRAME_MS = 16.0
SIZES = {"12 MP": (4000, 3000, 0.35, 9), "48 MP": (8000, 6000, 0.25, 5)}
"""By their name: width, height, what ours may take of the plain way's time, rounds."""
MEMORY_BOUND = 0.3
_FORMATS: dict[str, dict[str, object]] = {
    "JPEG": {"quality": 92},
    "PNG": {"compress_level": 1},
    "WEBP": {"quality": 60, "method": 3},
    "AVIF": {"quality": 60, "speed": 10},
}


def rows() -> list[Row]:
    """Time and memory of JPEGs, time of a phone's HEIC, stalls while each format and a pasted screen are prepared."""
    made: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, (width, height, bound, rounds) in SIZES.items():
            photo = photograph(width, height)
            path = _saved(photo, "JPEG", Path(folder) / f"{name}.jpeg")
            data = path.read_bytes()
            ours, theirs = interleaved(partial(ready_body, data), partial(plain_body, data), rounds)
            against = "Pillow open, LANCZOS, JPEG, base64"
            made.append(ratio(f"{name} JPEG to request body ready", against, bound, ours, theirs))
            made.append(_memory(name, against, path))
            made += _stalls(name, photo, Path(folder))
    return [*made, _heic(), *_pasted(), _boxes()]


def photograph(width: int, height: int) -> Image.Image:
    """Structure at every scale, as a camera's."""
    shuffle = random.Random(12)
    small = Image.effect_noise((width // 10, height // 10), 90).convert("RGB")
    image = small.resize((width, height), Image.Resampling.BICUBIC)
    for _ in range(60):
        colour = tuple(shuffle.randrange(256) for _ in range(3))
        at = (shuffle.randrange(width * 9 // 10), shuffle.randrange(height * 9 // 10))
        image.paste(Image.new("RGB", (shuffle.randrange(60, 400), shuffle.randrange(60, 400)), colour), at)
    return image


def ready_body(photo: bytes) -> bytes:
    """Our way, from the file's bytes to the form body of the upload call."""
    return _body(prepare_photo(photo, name="photo.jpg"))


def plain_body(photo: bytes) -> bytes:
    """The plain way a program without care would do it."""
    image = Image.open(io.BytesIO(photo)).convert("RGB")
    image = image.resize((1000, 750), Image.Resampling.LANCZOS)
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=85)
    text = json.dumps({"imageBase64": base64.b64encode(kept.getvalue()).decode("ascii")})
    return urlencode({"uploadImageParam": text}).encode("ascii")


def peak_bytes(way: str, path: Path) -> int:
    """What a process of its own takes at most for this way ("ready_body", "plain_body") beyond what it has before."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bench.photo", way, str(path)], check=True, capture_output=True, text=True
    )
    return int(ran.stdout)


def _body(picture: PreparedPicture) -> bytes:
    text = json.dumps({"imageBase64": base64.b64encode(picture.jpeg).decode("ascii")})
    return form_body({"uploadImageParam": text})


def _memory(name: str, against: str, path: Path) -> Row:
    what = f"{name} JPEG to request body, memory beyond the file"
    if sys.platform != "linux":
        return skipped(what, against, MEMORY_BOUND, "reads /proc")
    ours, theirs = (peak_bytes(way, path) / 1e6 for way in ("ready_body", "plain_body"))
    return ratio(what, against, MEMORY_BOUND, ours, theirs, "MB")


def _heic() -> Row:
    photo = heic(8, 6)

    def decode_alone() -> object:
        return pi_heif.open_heif(io.BytesIO(photo), convert_hdr_to_8bit=True)[0].data

    ours, theirs = interleaved(partial(ready_body, photo), decode_alone, rounds=5)
    return ratio("12 MP HEIC to request body ready", "pi-heif decode alone", 1.25, ours, theirs)


def _boxes() -> Row:
    """Finding the parts of what is searched with, beside reading it and making it small."""
    photo = prepare_photo(_bytes(photograph(2000, 1500))).jpeg
    image = Image.open(io.BytesIO(photo)).convert("RGB")

    def read_and_shrink() -> object:
        return Image.open(io.BytesIO(photo)).convert("RGB").resize((256, 192), Image.Resampling.LANCZOS)

    ours, theirs = interleaved(partial(propose_boxes, image), read_and_shrink, rounds=15)
    return ratio("proposing boxes, 1,000 px", "its own decode and resize", 2.0, ours, theirs)


def _bytes(image: Image.Image) -> bytes:
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=92)
    return kept.getvalue()


def _stalls(name: str, photo: Image.Image, folder: Path) -> list[Row]:
    made = []
    for kind, options in _FORMATS.items():
        path = _saved(photo, kind, folder / f"{name}.{kind.lower()}", **options)
        made += _felt_rows(f"{name} {kind}", path)
    path = folder / f"{name}.heic"
    path.write_bytes(heic(8, 6) if name == "12 MP" else heic(16, 12))
    return made + _felt_rows(f"{name} HEIC", path)


def _pasted() -> list[Row]:
    made = []
    for name, width, height in (("4K", 3840, 2160), ("8K", 7680, 4320)):
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(0x336699)
        source = bitmap_of(image)
        assert source is not None
        made += _felt_rows(f"a pasted {name} bitmap", source)
    return made


def _felt_rows(what: str, source: PhotoSource) -> list[Row]:
    worker = PhotoWorker()
    worker.start()
    try:
        beat = felt(partial(_thread, partial(worker, source)))
    finally:
        worker.close()
    return [
        ratio(f"GUI stall while {what} is prepared, p99", "16 ms", 1.0, beat.p99(), FRAME_MS),
        ratio(f"GUI stall while {what} is prepared, worst", "16 ms", 2.0, beat.worst(), FRAME_MS),
    ]


def _thread(work: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=work)
    thread.start()
    return thread


def _saved(photo: Image.Image, kind: str, path: Path, **options: object) -> Path:
    if not path.exists():
        photo.save(path, kind, **options)
    return path


def _main(way: str, path: Path) -> None:
    """The peak of this process in bytes, less what it had before and the file itself."""
    data = path.read_bytes()
    tiny = io.BytesIO()
    Image.new("RGB", (32, 32)).save(tiny, "JPEG")
    work = {"ready_body": ready_body, "plain_body": plain_body}[way]
    work(tiny.getvalue())
    before = _status("VmRSS")
    work(data)
    print(max(1, _status("VmHWM") - before))


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(name)).split()[1]) * 1024


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]))
