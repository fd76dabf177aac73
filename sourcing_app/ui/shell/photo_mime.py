"""What a drop or a paste brings to search with: files, folders, a bitmap, a picture's address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from sourcing_app.domain.picture_formats import SUFFIXES
from sourcing_app.ui.shell.typed_input import OfferReference, PictureAddress, read_input


@cache
def _img() -> re.Pattern[str]:
    return re.compile(r"<img[^>]+src\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Brought:
    """kind: "photo" (source is a Path, a QImage or an address as text), "offer" (source is its id), "words", "unreadable" (a
    picture without contents, and nothing else), "nothing"."""

    kind: str
    source: object = None


def local_picture(mime: QMimeData) -> Path | None:
    """The first file that looks like a picture, else the first file or folder, else None."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in SUFFIXES), next(iter(paths), None))


def local_picture_at(text: str) -> Path | None:
    """The picture at a path or a file's address that was typed, None where there is none."""
    written = QUrl(text).toLocalFile() if text.lower().startswith("file:") else text
    try:
        path = Path(written).expanduser()
        return path if path.suffix.lower() in SUFFIXES and path.is_absolute() and path.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def promise(mime: QMimeData) -> str:
    """What a drop would do, without reading it: "photo", "folder", "text" (words or a link), "unfit"."""
    path = local_picture(mime)
    if path is not None:
        if path.is_dir():
            return "folder"
        return "photo" if path.suffix.lower() in SUFFIXES or not path.suffix else "unfit"
    if mime.hasImage() or _img().search(mime.html()):
        return "photo"
    return "text" if mime.hasText() or mime.hasUrls() else "unfit"


def brought(mime: QMimeData) -> Brought:
    """The best of what it holds: a file, then the bitmap itself, then a link, then words."""
    path = local_picture(mime)
    if path is not None:
        return Brought("photo", path)
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Brought("photo", image)
    texts = [*_img().findall(mime.html())[:1], *(url.toString() for url in mime.urls()[:1]), mime.text().strip()]
    for text in texts:
        meaning = read_input(unescape(text))
        if isinstance(meaning, OfferReference):
            return Brought("offer", meaning.offer_id)
        if isinstance(meaning, PictureAddress):
            return Brought("photo", meaning.address)
    if mime.hasText() and mime.text().strip():
        return Brought("words", mime.text().strip())
    is_picture = mime.hasImage() or any(kind.startswith("image/") for kind in mime.formats())
    return Brought("unreadable" if is_picture else "nothing")
