"""Surfaces: what other things lie on."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sourcing_app.ui.theme.spacing import XS, M

L = TypeVar("L", bound=QBoxLayout)


class Surface(QFrame):
    """kind: "card" (bordered, round), "panel" (flat), "raised" (a quiet fill, round)."""

    def __init__(self, kind: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", kind)


def column(parent: QWidget | None = None, *, margin: int = 0, spacing: int = XS) -> QVBoxLayout:
    """A vertical layout on the grid."""
    return _set(QVBoxLayout(parent) if parent is not None else QVBoxLayout(), margin, spacing)


def row(parent: QWidget | None = None, *, margin: int = 0, spacing: int = XS) -> QHBoxLayout:
    """A horizontal layout on the grid."""
    return _set(QHBoxLayout(parent) if parent is not None else QHBoxLayout(), margin, spacing)


def card(margin: int = M, spacing: int = XS) -> tuple[Surface, QVBoxLayout]:
    """A card and the column inside it."""
    surface = Surface("card")
    return surface, column(surface, margin=margin, spacing=spacing)


def clear_layout(layout: QBoxLayout) -> None:
    """Take everything out and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _set(layout: L, margin: int, spacing: int) -> L:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout
