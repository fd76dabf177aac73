"""What a page asks its window for, written down as it asks."""

from __future__ import annotations

from typing import TypeVar

from sourcing_app.ui.page import Page

R = TypeVar("R")


def requests_of(page: Page, kind: type[R]) -> list[R]:
    """The requests of this kind from now on; the list grows."""
    heard: list[R] = []

    def hear(request: object) -> None:
        if isinstance(request, kind):
            heard.append(request)

    page.request.connect(hear)
    return heard
