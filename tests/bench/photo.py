"""12 MP photo dropped to request body ready, against Pillow's plain way; and what the GUI thread feels of it."""

from __future__ import annotations

import base64
import io
import json
import random
import threading
from urllib.parse import urlencode

from PIL import Image

from sourcing_app.client.signing import form_body
from sourcing_app.imaging.prepare import prepare_photo
from tests.bench.rows import Row, interleaved, ratio
from tests.bench.stalls import worst_gap_ms


def rows() -> list[Row]:
    """The ratio, and the longest pause of the GUI thread while a worker prepares photos."""
    photo = twelve_megapixels()
    ours, theirs = interleaved(lambda: ready_body(photo), lambda: plain_body(photo), rounds=9)
    first = ratio("12 MP photo dropped to request body ready", "Pillow open, LANCZOS, JPEG, base64", 0.4, ours, theirs)
    pause = worst_gap_ms(lambda: _in_a_thread(photo))
    return [first, ratio("longest GUI pause while 5 photos are prepared", "16 ms", 1.0, pause, 16.0)]


def twelve_megapixels() -> bytes:
    """A 4000 x 3000 JPEG with structure at every scale, as a camera's."""
    shuffle = random.Random(12)
    small = Image.effect_noise((400, 300), 90).convert("RGB")
    image = small.resize((4000, 3000), Image.Resampling.BICUBIC)
    for _ in range(60):
        colour = tuple(shuffle.randrange(256) for _ in range(3))
        box = (shuffle.randrange(3600), shuffle.randrange(2600))
        image.paste(Image.new("RGB", (shuffle.randrange(60, 400), shuffle.randrange(60, 400)), colour), box)
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=92)
    return kept.getvalue()


def ready_body(photo: bytes) -> bytes:
    """Our way, from the file's bytes to the form body of the upload call."""
    picture = prepare_photo(photo, name="photo.jpg")
    text = json.dumps({"imageBase64": base64.b64encode(picture.jpeg).decode("ascii")})
    return form_body({"uploadImageParam": text})


def plain_body(photo: bytes) -> bytes:
    """The plain way a program without care would do it."""
    image = Image.open(io.BytesIO(photo)).convert("RGB")
    image = image.resize((1000, 750), Image.Resampling.LANCZOS)
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=85)
    text = json.dumps({"imageBase64": base64.b64encode(kept.getvalue()).decode("ascii")})
    return urlencode({"uploadImageParam": text}).encode("ascii")


def _in_a_thread(photo: bytes) -> threading.Thread:
    thread = threading.Thread(target=lambda: [ready_body(photo) for _ in range(5)])
    thread.start()
    return thread
