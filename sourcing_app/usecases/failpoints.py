"""The named steps of the money path. A test stops the process at each of them and looks at what is left."""

from __future__ import annotations

from collections.abc import Callable

At = Callable[[str], None]
"""Told the step that was just reached."""

STEPS = (
    "approved",  # nothing was asked or written yet
    "compared",  # the fresh preview equals the approved one
    "intent_saved",  # on the disk; nothing was sent
    "answered",  # the platform made the order; nothing of it is on our disk
    "outcome_saved",  # the answer is on our disk
    "order_read",  # the order itself was read and kept
)


def pass_by(step: str) -> None:
    """What the program does at every step: nothing."""
