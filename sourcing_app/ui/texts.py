"""Translation for texts outside a QObject. The collector files free ``tr(...)`` calls under the empty context."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str, count: int = -1) -> str:
    """The text in the user's language; with a count, "%n" stands for it and the plural form is chosen."""
    return QCoreApplication.translate("", text, "", count)
