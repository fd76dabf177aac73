"""Picture names: ``O1CN01...-0-cib.jpg`` in the platform's form, from which the picture can be drawn again.

A name carries the offer's number, the kind of view and a check text, so that any server of the same seed can draw it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
SHAPE = re.compile(r"O1CN01([0-9a-z]{3})([mcdwx])([0-9a-z]{2})([0-9A-Za-z]{5})_!!\d+-0-cib")


@dataclass(frozen=True, slots=True)
class View:
    """Which picture of which offer.

    kind: "m" main view, "c" colour variant, "d" detail shot, "w" on plain white, "x" the same bytes as main view 0
    under another address (about three offers in a hundred have one).
    """

    index: int
    kind: str
    number: int


def picture_name(seed: int, view: View, member_id: str) -> str:
    place = _base36(view.index, 3) + view.kind + _base36(view.number, 2)
    return f"O1CN01{place}{_check(seed, place)}_!!{member_id.removeprefix('b2b-')}-0-cib.jpg"


def parse_name(seed: int, name: str) -> View | None:
    """The view behind a name without thumbnail suffix; None for a name that is not of this shop."""
    found = SHAPE.match(name)
    if not found:
        return None
    index, kind, number, check = found.groups()
    if check != _check(seed, index + kind + number):
        return None
    return View(int(index, 36), kind, int(number, 36))


def _base36(value: int, width: int) -> str:
    text = ""
    for _ in range(width):
        value, digit = divmod(value, 36)
        text = DIGITS[digit] + text
    return text


def _check(seed: int, place: str) -> str:
    number = int.from_bytes(hashlib.sha1(f"{seed}:{place}".encode()).digest()[:5], "big")
    letters = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return "".join(letters[(number >> shift) % 62] for shift in (0, 6, 12, 18, 24))


def open_offer_id(offer_id: int) -> str:
    """The encrypted form of an offer id that some calls take in its place: 44 characters of base64."""
    return base64.b64encode(hashlib.sha256(f"offer {offer_id}".encode()).digest()).decode()
