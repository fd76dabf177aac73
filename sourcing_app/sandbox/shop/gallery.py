"""Every picture the shop can show, in every size: drawn when first asked for, then kept on disk."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sourcing_app.sandbox.shop.naming import parse_name

if TYPE_CHECKING:
    from PIL import Image

ORIGINAL = 800
NAMED = {"search": 150, "summ": 64}
APPENDED = re.compile(
    r"^(?P<name>.+?)\.jpg_(?P<w>\d{1,4})x(?P<h>\d{1,4})(?:q(?P<q>\d{1,3}))?(?:\.jpg)?(?P<webp>_\.webp)?$"
)
INSERTED = re.compile(r"^(?P<name>.+?)(?:\.(?P<w>\d{1,4})x(?P<h>\d{1,4})|\.(?P<word>search|summ))?\.jpg$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture address, taken apart. ``width`` None: the original. Source: quirks of thumbnail names."""

    name: str
    width: int | None
    height: int | None
    quality: int
    webp: bool


def parse_address(file: str) -> Wanted | None:
    """``NAME.jpg``, ``NAME.220x220.jpg``, ``NAME.search.jpg``, ``NAME.jpg_460x460q100.jpg_.webp``; else None."""
    found = APPENDED.match(file)
    if found:
        size = int(found["w"]), int(found["h"])
        return _wanted(found["name"], *size, int(found["q"] or 90), webp=bool(found["webp"]))
    found = INSERTED.match(file)
    if not found:
        return None
    if found["word"]:
        return _wanted(found["name"], NAMED[found["word"]], NAMED[found["word"]], 88, webp=False)
    if found["w"]:
        return _wanted(found["name"], int(found["w"]), int(found["h"]), 90, webp=False)
    return Wanted(found["name"], None, None, 92, webp=False)


def _wanted(name: str, width: int, height: int, quality: int, *, webp: bool) -> Wanted | None:
    if not (8 <= width <= 2000 and 8 <= height <= 2000):
        return None
    return Wanted(name, width, height, min(100, max(10, quality)), webp)


class Gallery:
    """Draws and keeps pictures.

    draw: (name without suffixes, edge in pixels) -> picture no larger than that edge, or None for an unknown name.
    """

    def __init__(self, folder: Path, draw: Callable[[str, int], Image.Image | None]) -> None:
        self._folder = folder
        self._draw = draw
        self._lock = threading.Lock()

    def picture(self, file: str) -> tuple[bytes, str] | None:
        """The bytes and the media type behind the last part of a picture's address; None: there is none."""
        wanted = parse_address(file)
        if wanted is None:
            return None
        kind = "webp" if wanted.webp else "jpeg"
        kept = (
            self._folder
            / f"{wanted.name[6:8]}"
            / f"{wanted.name}.{wanted.width}x{wanted.height}q{wanted.quality}.{kind}"
        )
        try:
            return kept.read_bytes(), f"image/{kind}"
        except OSError:
            pass
        image = self.image(wanted.name, max(wanted.width or ORIGINAL, wanted.height or ORIGINAL))
        if image is None:
            return None
        if wanted.width and wanted.height:
            image.thumbnail((wanted.width, wanted.height))
        data = _encoded(image, wanted)
        self._keep(kept, data)
        return data, f"image/{kind}"

    def image(self, name: str, edge: int = ORIGINAL) -> Image.Image | None:
        return self._draw(name, edge)

    def shown(self, file: str) -> Image.Image | None:
        """The original behind the last part of a picture's address, thumbnail suffixes and all."""
        wanted = parse_address(file)
        return self.image(wanted.name) if wanted else None

    def _keep(self, path: Path, data: bytes) -> None:
        """Written beside and moved in place, so that nobody reads half a picture. A full disk costs only speed."""
        part = path.with_suffix(f".{threading.get_ident()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(data)
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)


def _encoded(image: Image.Image, wanted: Wanted) -> bytes:
    out = io.BytesIO()
    if wanted.webp:
        image.save(out, "WEBP", quality=wanted.quality, method=2)
    else:
        image.save(out, "JPEG", quality=min(95, wanted.quality), optimize=False)
    return out.getvalue()


def drawn_by(shop_seed: int, recipes: tuple[object, ...]) -> Callable[[str, int], Image.Image | None]:
    """A drawer for the generated shop: names lead back to recipes."""

    def draw(name: str, edge: int) -> Image.Image | None:
        from sourcing_app.sandbox.shop.pictures.scenes import draw_view

        view = parse_name(shop_seed, name)
        if view is None or view.index >= len(recipes):
            return None
        return draw_view(recipes[view.index], view, edge)  # type: ignore[arg-type]

    return draw


def opened_from(files: Mapping[str, Path]) -> Callable[[str, int], Image.Image | None]:
    """A drawer for a shop loaded from a folder: names lead to files."""

    def draw(name: str, edge: int) -> Image.Image | None:
        from PIL import Image, ImageOps

        path = files.get(name.removesuffix(".jpg"))
        if path is None:
            return None
        try:
            with Image.open(path) as opened:
                opened.draft("RGB", (edge, edge))
                image = ImageOps.exif_transpose(opened).convert("RGB")
        except (OSError, ValueError):
            return None
        image.thumbnail((edge, edge))
        return image

    return draw
