"""Dialogs that are never larger than the screen they are on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME = 40
"""What the system draws around a window, at most, and a little air."""


def room_for(widget: QWidget) -> QSize:
    """How large a window may be on the screen it is (or would be) on."""
    parent = widget.parentWidget()
    return (parent.window() if parent is not None else widget).screen().availableSize() - QSize(FRAME, FRAME)


def open_at(dialog: QWidget, wanted: QSize) -> None:
    """As large as wanted, as far as the screen allows."""
    dialog.resize(wanted.boundedTo(room_for(dialog)))
