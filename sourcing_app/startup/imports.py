"""Importing without PySide looking on: it reads the whole source of every module imported after it, and keeps it.

It looks for ``from __feature__ import snake_case``, which nobody here writes. Its hook costs a tenth of the start and
some megabytes of source lines; the import that Python came with does without.
"""

from __future__ import annotations

import builtins


def import_plainly() -> None:
    """From now on. Where this PySide has no such hook, nothing changes."""
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
