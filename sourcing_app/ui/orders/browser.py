"""The one place of the orders page from which an address leaves for the browser."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

OpenAddress = Callable[[str], bool]
"""Opens a checked address. False when no browser could be started."""


def open_in_browser(address: str) -> bool:
    """In the system's browser."""
    return bool(QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode)))
