"""Colours of things, and the look of one offer in one of its colours."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

Rgb: TypeAlias = tuple[int, int, int]
T = TypeVar("T")

COLOURS: dict[str, Rgb] = {
    "white": (240, 239, 235), "black": (42, 42, 46), "grey": (142, 146, 152), "red": (203, 44, 48),
    "wine": (116, 30, 48), "pink": (240, 166, 182), "orange": (236, 126, 44), "yellow": (245, 200, 66),
    "beige": (222, 206, 178), "brown": (126, 82, 52), "khaki": (180, 156, 112), "green": (58, 138, 84),
    "mint": (156, 216, 190), "army": (92, 98, 62), "blue": (46, 98, 190), "sky": (134, 192, 232),
    "navy": (34, 48, 88), "purple": (128, 86, 168), "gold": (212, 170, 80), "silver_colour": (190, 194, 200),
}  # fmt: skip
ACCENTS = ("white", "black", "red", "yellow", "navy", "beige", "mint", "orange", "pink", "sky", "brown", "gold")
STEEL: Rgb = (196, 200, 206)
WOOD: Rgb = (196, 150, 100)
DARK: Rgb = (48, 48, 54)


def mix(one: Rgb, other: Rgb, share: float) -> Rgb:
    """``share`` 0 is ``one``, 1 is ``other``."""
    r, g, b = (round(a + (z - a) * share) for a, z in zip(one, other, strict=True))
    return r, g, b


def darker(colour: Rgb, share: float = 0.25) -> Rgb:
    return mix(colour, (12, 10, 20), share)


def lighter(colour: Rgb, share: float = 0.35) -> Rgb:
    return mix(colour, (255, 255, 255), share)


def distance(one: Rgb, other: Rgb) -> int:
    return sum(abs(a - z) for a, z in zip(one, other, strict=True))


@dataclass(frozen=True)
class Look:
    """How one offer looks in one colour. Proportions come from its twist, so all its pictures agree."""

    base: Rgb
    accent: Rgb
    pattern: str
    material: str
    twist: int

    def amount(self, name: str, low: float, high: float) -> float:
        """A proportion of this offer, always the same for the same name."""
        digest = hashlib.md5(f"{self.twist}:{name}".encode()).digest()
        return low + (high - low) * (digest[0] * 256 + digest[1]) / 65535

    def pick(self, name: str, choices: Sequence[T]) -> T:
        digest = hashlib.md5(f"{self.twist}:{name}".encode()).digest()
        return choices[(digest[2] * 256 + digest[3]) % len(choices)]

    def chance(self, name: str, share: float) -> bool:
        return self.amount(name, 0, 1) < share


def make_look(colour: str, pattern: str, material: str, twist: int) -> Look:
    base = COLOURS[colour]
    plain = Look(base, base, pattern, material, twist)
    shifted = tuple(round(plain.amount(f"tone{channel}", -10, 10)) for channel in range(3))
    base = tuple(min(250, max(16, value + shift)) for value, shift in zip(base, shifted, strict=True))  # type: ignore[assignment]
    apart = [COLOURS[name] for name in ACCENTS if distance(COLOURS[name], base) > 150]
    return Look(base, plain.pick("accent", apart), pattern, material, twist)
