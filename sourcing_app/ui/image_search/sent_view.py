"""Exactly what is sent of a photo: the JPEG itself, its size, and that there is nothing else in it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QWidget

from sourcing_app.domain.picture import PreparedPicture, Region
from sourcing_app.ui.format import size_text
from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import XS, M
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.fitting import open_at
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.surface import column, row


def pixmap_of(picture: PreparedPicture) -> QPixmap:
    """The prepared photo itself, at most 1,000 pixels a side."""
    pixmap = QPixmap()
    pixmap.loadFromData(QByteArray(picture.jpeg), "JPEG")
    return pixmap


def image_of(picture: PreparedPicture, region: Region | None) -> QImage:
    """What is searched by: the photo, or the part of it."""
    image = QImage()
    image.loadFromData(QByteArray(picture.jpeg), "JPEG")
    if region is None:
        return image
    return image.copy(region.left, region.top, region.right - region.left, region.bottom - region.top)


class SentView(QDialog):
    """Shown with ``open()``."""

    def __init__(self, picture: PreparedPicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What is sent"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, QSize(720, 640))
        photo = QLabel()
        photo.setPixmap(pixmap_of(picture))
        photo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        photo.setAccessibleName(self.tr("The photo as it is sent"))
        area = QScrollArea()
        area.setWidget(photo)
        area.setWidgetResizable(True)
        facts = self.tr(
            "JPEG, {0} × {1} pixels, {2}. No place, no date, no camera, no file name: the file holds pixels only."
        )
        text = facts.format(picture.width, picture.height, size_text(len(picture.jpeg)))
        close = button(self.tr("Close"), "plain")
        close.clicked.connect(self.accept)
        foot = row()
        foot.addWidget(label(self.tr("Fingerprint {0}").format(picture.sha256[:16]), TextSize.CAPTION, "muted"), 1)
        foot.addWidget(close)
        box = column(self, margin=M, spacing=XS)
        box.addWidget(label(text, wrap=True))
        box.addWidget(area, 1)
        box.addLayout(foot)
