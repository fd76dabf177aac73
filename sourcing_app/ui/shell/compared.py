"""Carries what is picked to be compared between the pages: none of them knows another."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sourcing_app.ui.shell.page_stack import PageStack, connect_offered, offered

PAGE = "compare"


class ComparedOffers(QObject):
    """A page that offers ``compare_toggled`` picks; the one that compares says ``compared_changed``; ``show_compared`` hears it."""

    def __init__(self, stack: PageStack, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack
        self._ids: frozenset[Any] = frozenset()

    def wire(self, page: QWidget) -> None:
        """A page was made: it learns what is compared already."""
        connect_offered(page, "compare_toggled", self._toggle)
        connect_offered(page, "compared_changed", self._tell)
        self._show(page)

    def _toggle(self, picks: object) -> None:
        if PAGE in self._stack.keys:
            offered(self._stack.page(PAGE), "toggle", _ignore)(picks)

    def _tell(self, ids: frozenset[Any]) -> None:
        self._ids = ids
        for _, page in self._stack.made_pages():
            self._show(page)

    def _show(self, page: QWidget) -> None:
        offered(page, "show_compared", _ignore)(self._ids)


def _ignore(*_: object) -> None:
    return None
