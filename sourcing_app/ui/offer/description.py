"""The seller's description: laid out from cleaned HTML, its pictures through our own loader, its links asked about."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from sourcing_app.ui.offer.clean_html import PICTURE_SCHEME, CleanDescription
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.theme import colours_of, font

MAX_HEIGHT = 30_000
_RELAYOUT_MS = 120


class DescriptionView(QTextBrowser):
    """Shows cleaned HTML at its full height. link_wanted: an address that a person pressed; nothing is opened here."""

    link_wanted = Signal(str)

    def __init__(self, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._shown = CleanDescription("", (), False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTextBrowser { border: none; background: transparent; }")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setAccessibleName(self.tr("The seller's description"))
        self.document().setDocumentMargin(0)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_RELAYOUT_MS)
        self._again.timeout.connect(self._lay_out_again)
        self.anchorClicked.connect(self._link)
        loader.arrived.connect(self._arrived)

    def show_description(self, description: CleanDescription) -> None:
        """Another description."""
        self._shown = description
        self._lay_out_again()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Only our own pictures by number, from memory; never the network, never a file. What is not there yet is a blank."""
        address = self._address_of(QUrl(name).toString())
        if kind != int(QTextDocument.ResourceType.ImageResource.value) or address is None:
            return QByteArray()
        pixmap = self._loader.pixmap(address, self._width(), self.devicePixelRatioF(), cover=False)
        return self._fitted(pixmap) if pixmap is not None else _blank(self._width(), self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._again.start()

    def sizeHint(self) -> QSize:
        return QSize(320, min(int(self.document().size().height()) + 4, MAX_HEIGHT))

    def _width(self) -> int:
        return max(self.viewport().width() - 2, 120)

    def _address_of(self, name: str) -> str | None:
        scheme, _, number = name.partition(":")
        if scheme != PICTURE_SCHEME or not (number.isascii() and number.isdecimal()) or len(number) > 4:
            return None
        return self._shown.pictures[int(number)] if int(number) < len(self._shown.pictures) else None

    def _fitted(self, pixmap: QPixmap) -> QImage:
        image = pixmap.toImage()
        if image.width() > self._width():
            image = image.scaledToWidth(self._width(), Qt.TransformationMode.SmoothTransformation)
        return image

    def _arrived(self, address: str) -> None:
        if address in self._shown.pictures:
            self._again.start()

    def _lay_out_again(self) -> None:
        self.document().clear()
        self.document().setDefaultFont(font())
        self.setHtml(self._shown.html)
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(max(self.sizeHint().height(), 1))

    def _link(self, url: QUrl) -> None:
        """A web address goes on; so does one that cannot be read, to be told of."""
        if url.scheme() in ("http", "https") or not url.isValid():
            self.link_wanted.emit(url.toString())


def _blank(width: int, widget: QWidget) -> QImage:
    image = QImage(width, width // 3, QImage.Format.Format_RGB32)
    image.fill(colours_of(widget).raised)
    return image
