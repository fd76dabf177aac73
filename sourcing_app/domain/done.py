"""What remains of a call that answers nothing but "done"."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """The platform said yes, in so many words. text: what it added, often nothing; reference: its own number for it, or "".

    An answer without an explicit yes never becomes a ``Done``.
    """

    text: str = ""
    reference: str = ""
