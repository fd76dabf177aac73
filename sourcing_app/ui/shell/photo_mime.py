"""What a drop or a paste brings: photos, folders, a bitmap, pictures of a web page, an offer, words.

``foreseen`` says it before anything is let go, ``brought`` when it was; both are one decision, so that what is said is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.picture_formats import FORMATS, SUFFIXES, format_of, has_picture_name
from sourcing_app.ui.picture_address import safe_address
from sourcing_app.ui.shell.page_pictures import data_bytes, link_of, pictures_of, web_address
from sourcing_app.ui.shell.typed_input import LocalFile, OfferReference, PictureAddress, Unusable, Words, read_input

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENCODED = ("image/png", "image/jpeg", "image/webp", "image/avif", "image/heic", "image/tiff", "image/bmp", "image/gif")
"""Taken as they are where a program offers them: decoding a large bitmap here would hold the window."""
_KNOWN_SUFFIXES = frozenset(suffix for each in FORMATS for suffix in each.suffixes)


_NOT_READ = object()


@dataclass(frozen=True, slots=True)
class Brought:
    """kind and source:

    "photo": a Path, bytes, a QImage or an address; "photos": a tuple of paths, of which some may be folders; "folder": its Path;
    "offer": its id; "words": the text; "refused": why it cannot be used, as in InvalidInput; "unreadable" (a picture without
    contents, and nothing else); "nothing".

    host: whom the picture's address belongs to, where it is not the platform's; a person is asked before it is. picture: what
    an offer's link brought along, as the source of a photo, None for nothing; picture_host: its host likewise.

    photos: of several paths those that are named as photos, 0 where folders are among them. passed_over: names of files that
    came along and are none.
    """

    kind: str
    source: object = None
    host: str = ""
    picture: object = None
    picture_host: str = ""
    photos: int = 0
    passed_over: tuple[str, ...] = ()


def local_picture_at(text: str) -> Path | None:
    """The picture at a path or a file's address that was typed, None where there is none."""
    written = QUrl(text).toLocalFile() if text.lower().startswith("file:") else text
    try:
        path = Path(written).expanduser()
        return path if path.suffix.lower() in SUFFIXES and path.is_absolute() and path.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def _is_page_of_platform(address: str) -> bool:
    """A page of 1688 is no picture, though its host is one of the platform's."""
    host = QUrl(address).host()
    return host == "1688.com" or host.endswith((".1688.com", ".alibaba.com"))


def photo_at(address: str, loopback: str = "") -> Brought:
    """The picture at an address, and whose it is. loopback: "host:port" of a gateway of our own machine."""
    if safe_address(address, loopback) is not None:
        return Brought("photo", address)
    return Brought("photo", address, host=QUrl(address).host(QUrl.ComponentFormattingOption.FullyEncoded))


def promise(mime: QMimeData) -> str:
    """The kind of what a drop would bring."""
    return foreseen(mime).kind


def foreseen(mime: QMimeData, loopback: str = "") -> Brought:
    """What letting go will do. Bitmaps are not read yet: their source is None."""
    return _local(mime) or _bitmap(mime, read=False) or _from_page(mime, loopback)


def brought(mime: QMimeData, loopback: str = "") -> Brought:
    """The best of what it holds: files, then the bitmap itself, then a picture of a page, then a link, then words."""
    found = _local(mime) or _bitmap(mime, read=True) or _from_page(mime, loopback)
    is_picture = mime.hasImage() or any(kind.startswith("image/") for kind in mime.formats())
    return Brought("unreadable") if is_picture and found.kind in ("nothing", "refused") else found


def _local(mime: QMimeData) -> Brought | None:
    """Files and folders. A single file that is certainly no picture is refused; among several, those are passed over."""
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if not paths:
        return None
    folders = tuple(path for path in paths if _is_folder(path))
    fit = tuple(path for path in paths if path in folders or _may_be_picture(path))
    if not fit:
        return Brought("refused", "not_a_photo")
    if len(fit) > 1:
        return Brought("photos", paths, photos=0 if folders else len(fit))
    passed_over = tuple(path.name for path in paths if path not in fit)
    return Brought("folder" if folders else "photo", fit[0], passed_over=passed_over)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _may_be_picture(path: Path) -> bool:
    """By its name: the kinds that are read, those that are known and get a sentence of their own, and what has no suffix."""
    suffix = path.suffix.lower()
    return has_picture_name(path) or suffix in _KNOWN_SUFFIXES or (not suffix and not path.name.startswith("."))


def _bitmap(mime: QMimeData, *, read: bool) -> Brought | None:
    """A picture's own data. Beside an offer's link it comes along with it."""
    offered = [kind for kind in _ENCODED if mime.hasFormat(kind)]
    if not offered and not mime.hasImage():
        return None
    source = _bitmap_source(mime, offered) if read else None
    if read and source is None:
        return None
    offer_id = next(_offers(mime), None)
    if offer_id is not None:
        return Brought("offer", offer_id, picture=source if read else _NOT_READ)
    return Brought("photo", source)


def _bitmap_source(mime: QMimeData, offered: list[str]) -> object:
    for kind in offered:
        data = bytes(mime.data(kind).data())
        found = format_of(data)
        if found is not None and found.is_read:
            return data
    image = mime.imageData() if mime.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def _from_page(mime: QMimeData, loopback: str) -> Brought:
    """A picture among the ``<img>`` of a fragment, or an address."""
    picture = next((each.source for each in pictures_of(mime.html())), None) if mime.hasHtml() else None
    text = mime.text().strip() if mime.hasText() else ""
    picture = picture or next(filter(None, map(data_bytes, (text, *_addresses(mime)))), None)
    seen = photo_at(picture, loopback) if isinstance(picture, str) else Brought("photo", picture)
    offer_id = next(_offers(mime), None)
    if offer_id is not None:
        return Brought("offer", offer_id, picture=picture, picture_host=seen.host if picture is not None else "")
    if picture is not None:
        return seen
    return meant(text or next(iter(_addresses(mime)), ""), loopback)


def meant(text: str, loopback: str) -> Brought:
    """What a text is, typed or dropped."""
    data = data_bytes(text) if text[:5].lower() == "data:" else None
    if data is not None:
        return Brought("photo", data)
    match read_input(text):
        case OfferReference(offer_id):
            return Brought("offer", offer_id)
        case PictureAddress(address):
            return photo_at(address, loopback)
        case Words():
            return Brought("words", text)
        case LocalFile(path):
            there = local_picture_at(path)
            return Brought("photo", there) if there is not None else Brought("refused", "local_file")
        case Unusable(reason):
            found = web_address(text) if reason == "address" else None
            if found is not None and not _is_page_of_platform(found):
                return photo_at(found, loopback)
            return Brought("nothing") if reason == "empty" else Brought("refused", reason)


def _addresses(mime: QMimeData) -> tuple[str, ...]:
    return tuple(url.toString() for url in mime.urls()[:4])


def _offers(mime: QMimeData) -> Iterator[OfferId]:
    """The offers that links in it lead to."""
    links = (link_of(mime.html()) if mime.hasHtml() else "", *_addresses(mime))
    text = mime.text().strip() if mime.hasText() else ""
    for each in (*links, text if web_address(text) else ""):
        meaning = read_input(each)
        if isinstance(meaning, OfferReference):
            yield meaning.offer_id


def only_picture(what: Brought) -> Brought:
    """Only what came along with the offer."""
    return Brought("photo", what.picture, host=what.picture_host)
