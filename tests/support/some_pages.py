"""A window with some of its pages; the others are blank, and made no earlier than real ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sourcing_app.ui.page import Page, PageEntry
from sourcing_app.ui.page_key import PageKey
from sourcing_app.ui.pages import Pages

TITLES = {PageKey.SEARCH: ("Search", "search"), PageKey.PHOTO: ("Photo search", "camera")}


def some_pages(**made: Callable[[], Page]) -> Pages:
    """made: by the tab's key."""
    entries: dict[str, PageEntry[Any]] = {}
    for key in PageKey:
        title, icon = TITLES.get(key, (key.value, "box"))
        entries[key.value] = PageEntry(key, title, icon, made.get(key.value, Page))
    return Pages(**entries)
