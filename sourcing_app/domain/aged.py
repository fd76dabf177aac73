"""A fact and when it was learnt: what is shown from disk always says how old it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Aged(Generic[T]):
    """value, as the platform told it at fetched_at (aware, UTC)."""

    value: T
    fetched_at: datetime
