"""What a person would see: the texts on the screen, whether any is cut or lies on another, whether a picture is blank."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QListView, QPushButton, QWidget

SLACK_PX = 2
NESTED = 8  # layouts in layouts, each of which asks the next one outside


def shown(window: QWidget) -> Iterator[QWidget]:
    """Every widget of which at least a part can be seen."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield widget


def texts(window: QWidget) -> list[str]:
    """All that can be read: labels, buttons, fields, and the rows of lists that are in view."""
    found: list[str] = []
    for widget in shown(window):
        if isinstance(widget, QAbstractItemView):
            found += list(_rows(widget))
        elif isinstance(widget, (QLabel, QAbstractButton, QLineEdit)) or hasattr(widget, "text"):
            text = widget.text()  # type: ignore[attr-defined]
            found += [text] if isinstance(text, str) and text else []
    return found


def sees(window: QWidget, *words: str) -> bool:
    """Whether each of these is somewhere on the screen."""
    everything = "\n".join(texts(window))
    return all(word in everything for word in words)


def cut_texts(window: QWidget) -> list[str]:
    """Texts of labels and buttons that have less room than they need. Elided labels cut on purpose, with "…".

    A text that changed a moment ago gets its room first: laying out waits for the loop's next turn.
    """
    for _ in range(NESTED):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    found = []
    for widget in shown(window):
        if isinstance(widget, QLabel) and widget.text() and not widget.wordWrap() and widget.pixmap().isNull():
            wanted = widget.fontMetrics().horizontalAdvance(widget.text())
            if wanted > widget.contentsRect().width() + SLACK_PX:
                found.append(widget.text())
        elif (
            isinstance(widget, QPushButton)
            and widget.text()
            and widget.minimumSizeHint().width() > widget.width() + SLACK_PX
        ):
            found.append(widget.text())
    return found


def overlapping(window: QWidget) -> list[tuple[str, str]]:
    """Pairs of labels or buttons of one parent that lie on each other."""
    by_parent: dict[QWidget, list[QWidget]] = {}
    for widget in shown(window):
        parent = widget.parentWidget()
        if isinstance(widget, (QLabel, QPushButton)) and widget.text() and parent is not None:
            by_parent.setdefault(parent, []).append(widget)
    pairs = []
    for siblings in by_parent.values():
        for one, other in combinations(siblings, 2):
            common = one.geometry().intersected(other.geometry())
            if common.width() > SLACK_PX and common.height() > SLACK_PX:
                pairs.append((_name(one), _name(other)))
    return pairs


def is_blank(image: QPixmap) -> bool:
    """Whether nearly all pixels have the same colour."""
    small = image.toImage().scaled(160, 100)
    colours: dict[int, int] = {}
    for x in range(small.width()):
        for y in range(small.height()):
            colour = small.pixel(x, y)
            colours[colour] = colours.get(colour, 0) + 1
    return max(colours.values()) > 0.985 * small.width() * small.height()


def _rows(view: QAbstractItemView) -> Iterator[str]:
    """Accessible and display texts of the cells whose place is in the viewport."""
    model, area = view.model(), view.viewport().rect()
    if model is None:
        return
    for row in range(min(model.rowCount(view.rootIndex()), 400)):
        for column in range(1 if isinstance(view, QListView) else model.columnCount(view.rootIndex())):
            index = model.index(row, column, view.rootIndex())
            if area.intersects(view.visualRect(index)):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    text = index.data(role)
                    if isinstance(text, str) and text:
                        yield text
                for child in range(model.rowCount(index)):
                    yield from _children(model.index(child, 0, index))


def _children(index: object) -> Iterator[str]:
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        text = index.data(role)  # type: ignore[attr-defined]
        if isinstance(text, str) and text:
            yield text


def _name(widget: QWidget) -> str:
    return str(getattr(widget, "text", lambda: type(widget).__name__)())


def centre(widget: QWidget) -> QPoint:
    """Where a hand would click."""
    region: QRect = widget.visibleRegion().boundingRect()
    return region.center()
