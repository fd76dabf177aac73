"""What someone typed or pasted into the omnibox means: words, an offer, or a picture's address. Pure text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qs, urlsplit

from sourcing_app.domain.ids import OfferId

MAX_WORDS = 200
"""Longer keywords are refused beside the field."""


@cache
def _offer_id() -> re.Pattern[str]:
    return re.compile(r"^\d{9,20}$")


@cache
def _offer_path() -> re.Pattern[str]:
    return re.compile(r"/offer/(\d{9,20})\.html?$|/offer/(\d{9,20})/?$")


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
class Unusable:
    """Nothing we can do anything with. reason: as in InvalidInput."""

    reason: str


TypedInput = Words | OfferReference | PictureAddress | Unusable


def read_input(text: str) -> TypedInput:
    """The meaning of a text. Control and invisible characters count as spaces."""
    text = " ".join(_control().sub(" ", text).split())
    if not text:
        return Unusable("empty")
    if _offer_id().match(text):
        return OfferReference(OfferId(text))
    if "://" in text and " " not in text:
        return _read_link(text)
    if len(text) > MAX_WORDS:
        return Unusable("too_long")
    if not any(character.isalnum() for character in text):
        return Unusable("characters")
    return Words(text)


def _read_link(text: str) -> TypedInput:
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return Unusable("address")
    if parts.scheme not in ("http", "https") or not host:
        return Unusable("address")
    if host == "1688.com" or host.endswith(".1688.com"):
        found = _offer_path().search(parts.path)
        offer_id = (
            (found.group(1) or found.group(2)) if found else next(iter(parse_qs(parts.query).get("offerId", [])), "")
        )
        if _offer_id().match(offer_id):
            return OfferReference(OfferId(offer_id))
    if _picture().search(parts.path):
        return PictureAddress(text)
    return Unusable("address")
