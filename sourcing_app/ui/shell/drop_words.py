"""What the veil says: exactly what letting go will do."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.domain.picture import FoundPhotos
from sourcing_app.errors import InvalidInput
from sourcing_app.ui.notices import input_sentence, notice_of
from sourcing_app.ui.shell.photo_mime import Brought
from sourcing_app.ui.texts import tr

_SHOWN_WORDS = 40


@dataclass(frozen=True, slots=True)
class DropWords:
    """A sentence with its icon. is_refused: letting go does nothing."""

    sentence: str
    icon: str
    is_refused: bool = False


def words_of(what: Brought, trusted: frozenset[str]) -> DropWords:
    """Before anything is read. trusted: hosts that are asked without a question."""
    match what.kind:
        case "photo":
            return _of_photo(what, trusted)
        case "photos":
            several = several_words(what.photos) if what.photos else tr("Search by the photos among these")
            return DropWords(several, "camera")
        case "folder":
            return DropWords(tr("Search by the photos in this folder"), "folder")
        case "offer" if what.picture is not None:
            return DropWords(tr("Open this offer, or search by its picture: you choose"), "box")
        case "offer":
            return DropWords(tr("Open this offer"), "box")
        case "words":
            text = " ".join(str(what.source).split())
            text = text if len(text) <= _SHOWN_WORDS else f"{text[: _SHOWN_WORDS - 1]}…"
            return DropWords(tr("Search for “{0}”").format(text), "search")
    return refusal(what)


def _of_photo(what: Brought, trusted: frozenset[str]) -> DropWords:
    if not what.host:
        return DropWords(tr("Search by this photo"), "camera")
    if what.host in trusted:
        return DropWords(tr("Get the picture from {0} and search by it").format(what.host), "camera")
    return DropWords(tr("Search by the picture at {0}: you are asked first").format(what.host), "camera")


def several_words(photos: int) -> str:
    """Several photos were given at once."""
    return tr("Search by the first of {0} photos; the others wait beside it").format(photos)


def words_of_found(found: FoundPhotos) -> DropWords:
    """Once files and folders were looked into."""
    photos, refused = len(found.photos), len(found.refused)
    if not photos:
        return DropWords(refused_sentence(found), "close", is_refused=True)
    sentence = tr("Search by {0}").format(found.photos[0].name) if photos == 1 else several_words(photos)
    if refused:
        left = tr("{0} of these cannot be read", "", refused).format(refused)
        sentence = f"{sentence} · {left}"
    return DropWords(sentence, "camera")


def refused_sentence(found: FoundPhotos) -> str:
    """What cannot be read, each by its name, the first few."""
    named = [f"{name}: {notice_of(error).sentence}" for name, error in found.refused[:3]]
    more = len(found.refused) - len(named)
    if more > 0:
        named.append(tr("And {0} more.", "", more).format(more))
    return "\n".join(named) if named else tr("There is no photo in it.")


def refusal(what: Brought) -> DropWords:
    """Why nothing can be done with it."""
    if what.kind == "refused" and what.source == "address":
        return DropWords(tr("This link leads to no offer and no picture"), "close", is_refused=True)
    if what.kind == "refused" and what.source not in ("not_a_photo", "empty"):
        return DropWords(input_sentence(InvalidInput("keyword", str(what.source))), "close", is_refused=True)
    return DropWords(tr("Only photos, links and words can be dropped here"), "close", is_refused=True)
