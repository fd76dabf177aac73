"""In which way the ledger is opened: by itself, or as a person has decided."""

from __future__ import annotations

from enum import Enum, auto


class Opening(Enum):
    """AFRESH: an empty one where there is none. READING: a copy for this run, because its place cannot be written to."""

    AS_IT_IS = auto()
    AFRESH = auto()
    READING = auto()
