"""Enumerations of the platform that keep a word they do not know, instead of failing on it or forgetting it."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

W = TypeVar("W", bound="Word")


class Word(StrEnum):
    """A word of the platform as a type. Known words have names; any other is kept as it came.

    ``is_known`` tells which; ``value`` is the word as it goes over the wire. Numbers that stand for something are words
    too ("1"), since the platform sends them now as text, now as number.
    """

    @classmethod
    def _missing_(cls: type[W], value: object) -> W | None:
        if not isinstance(value, str):
            return None
        word = str.__new__(cls, value)
        word._name_ = "UNKNOWN"
        word._value_ = value
        return word

    @property
    def is_known(self) -> bool:
        """Whether the word is one of those documented."""
        return self._value_ in type(self)._value2member_map_

    def __hash__(self) -> int:
        return hash(self._value_)

    def __str__(self) -> str:
        return str(self._value_)
