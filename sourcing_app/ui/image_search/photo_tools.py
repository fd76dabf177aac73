"""Under the photo: turn, mirror, undo, zoom."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sourcing_app.ui.widgets.buttons import IconButton
from sourcing_app.ui.widgets.surface import row

TURN_RIGHT, TURN_LEFT, MIRROR = "Ctrl+R", "Ctrl+Shift+R", "Ctrl+Shift+M"
UNDO, REDO = "Ctrl+Z", "Ctrl+Y"
ZOOM_IN, ZOOM_OUT, SHOW_ALL = "Ctrl+=", "Ctrl+-", "Ctrl+0"


class PhotoTools(QWidget):
    """Signals say what was pressed."""

    turned = Signal(int)
    mirrored = Signal()
    undone = Signal()
    redone = Signal()
    zoomed_in = Signal()
    zoomed_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left = IconButton("rotate-left", self.tr("Turn left"), shortcut=TURN_LEFT, small=True)
        self.right = IconButton("rotate-right", self.tr("Turn right"), shortcut=TURN_RIGHT, small=True)
        self.mirror = IconButton("mirror", self.tr("Mirror"), shortcut=MIRROR, small=True)
        self.undo = IconButton("undo", self.tr("Undo"), shortcut=UNDO, small=True)
        self.redo = IconButton("redo", self.tr("Redo"), shortcut=REDO, small=True)
        self.out = IconButton("zoom-out", self.tr("Zoom out"), shortcut=ZOOM_OUT, small=True)
        self.into = IconButton("zoom-in", self.tr("Zoom in"), shortcut=ZOOM_IN, small=True)
        box = row(self, spacing=2)
        for each in (self.left, self.right, self.mirror):
            box.addWidget(each)
        box.addSpacing(8)
        for each in (self.undo, self.redo):
            box.addWidget(each)
        box.addStretch(1)
        for each in (self.out, self.into):
            box.addWidget(each)
        self.left.clicked.connect(self._turn_left)
        self.right.clicked.connect(self._turn_right)
        self.mirror.clicked.connect(self.mirrored)
        self.undo.clicked.connect(self.undone)
        self.redo.clicked.connect(self.redone)
        self.out.clicked.connect(self.zoomed_out)
        self.into.clicked.connect(self.zoomed_in)

    def show_undo(self, can_undo: bool, can_redo: bool) -> None:
        """Whether there is something to take back, or to do again."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def _turn_left(self) -> None:
        self.turned.emit(-1)

    def _turn_right(self) -> None:
        self.turned.emit(1)
