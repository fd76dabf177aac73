"""What someone typed or pasted into the omnibox means: words, an offer, a picture's address, a file here. Pure text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.local_names import local_path, names_local_file

MAX_WORDS = 200
"""Longer keywords are refused beside the field."""

_LONGEST = 20_000
"""Of a text that is looked into for links; what comes behind is not read."""


@cache
def _offer_id() -> re.Pattern[str]:
    return re.compile(r"[0-9]{9,20}")


@cache
def _link_of_1688() -> re.Pattern[str]:
    """A link as people have it: with or without a scheme, among words, in brackets, inside another link."""
    return re.compile(
        r"(?<![A-Za-z0-9_.-])(?:https?://)?(?:[a-z0-9-]+\.)*1688\.com(?::[0-9]+)?(?P<rest>[/?][^\s<>\"]*)",
        re.IGNORECASE,
    )


@cache
def _offer_in_link() -> re.Pattern[str]:
    return re.compile(r"(?:/offer/|[?&]offerId=)([0-9]{9,20})(?![0-9A-Za-z])")


@cache
def _short_link() -> re.Pattern[str]:
    """What the 1688 app shares; only its own server knows which offer is meant."""
    return re.compile(r"(?<![A-Za-z0-9_.-])(?:https?://)?qr\.1688\.com/s/[A-Za-z0-9]", re.IGNORECASE)


@cache
def _picture() -> re.Pattern[str]:
    return re.compile(r"\.(jpe?g|png|webp|gif|bmp|tiff?|avif|heic)(_.*)?$", re.IGNORECASE)


@cache
def _control() -> re.Pattern[str]:
    return re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")


@dataclass(frozen=True, slots=True)
class Words:
    """To search for."""

    text: str


@dataclass(frozen=True, slots=True)
class OfferReference:
    """An offer, by link or id."""

    offer_id: OfferId


@dataclass(frozen=True, slots=True)
class PictureAddress:
    """A picture on the net."""

    address: str


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A path or a file's name on this computer: never to be sent as words. path: as typed, without quotes."""

    path: str


@dataclass(frozen=True, slots=True)
class Unusable:
    """Nothing we can do anything with. reason: as in InvalidInput."""

    reason: str


TypedInput = Words | OfferReference | PictureAddress | LocalFile | Unusable


def read_input(text: str) -> TypedInput:
    """The meaning of a text. Control and invisible characters count as spaces; digits of any script are digits."""
    typed = text[:_LONGEST]
    text = " ".join(_control().sub(" ", typed).split())
    if not text:
        return Unusable("empty")
    offers = offers_named(text)
    if len(offers) == 1:
        return OfferReference(offers[0])
    if offers:
        return Unusable("several_offers")
    if _short_link().search(text):
        return Unusable("short_link")
    if names_local_file(typed):
        return LocalFile(local_path(text))
    if "://" in text and " " not in text:
        return _read_link(text)
    if len(text) > MAX_WORDS:
        return Unusable("too_long")
    if not any(character.isalnum() for character in text):
        return Unusable("characters")
    return Words(text)


def offers_named(text: str) -> tuple[OfferId, ...]:
    """The offers a text names, each once: it is an id, or has links to offers of 1688 in it."""
    plain = unicodedata.normalize("NFKC", text[:_LONGEST])
    digits = _ascii_digits(plain)
    if _offer_id().fullmatch(digits):
        return (OfferId(digits),)
    found: dict[OfferId, None] = {}
    for written in (digits, unquote(digits)):
        for link in _link_of_1688().finditer(written):
            offer = _offer_in_link().search(link["rest"])
            if offer is not None:
                found[OfferId(offer[1])] = None
    return tuple(found)


def _ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in text)


def _read_link(text: str) -> TypedInput:
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return Unusable("address")
    if parts.scheme not in ("http", "https") or not host:
        return Unusable("address")
    if _picture().search(parts.path):
        return PictureAddress(text)
    return Unusable("address")
