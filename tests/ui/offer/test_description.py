"""The seller's description on screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QImage, QTextDocument

from sourcing_app.ui.offer.clean_html import clean_description
from sourcing_app.ui.offer.description import DescriptionView
from sourcing_app.ui.pictures import PictureLoader

IMAGE = int(QTextDocument.ResourceType.ImageResource.value)


def test_p06_nothing_but_numbered_pictures_is_ever_loaded(loader: PictureLoader, tmp_path) -> None:  # type: ignore[no-untyped-def]
    secret = tmp_path / "secret.png"
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(secret))
    view = DescriptionView(loader)
    for address in (secret.as_uri(), str(secret), "https://evil.example/pixel.gif", "picture:7", "picture:x", "qrc:/x"):
        for kind in QTextDocument.ResourceType:
            assert view.loadResource(int(kind.value), QUrl(address)) == QByteArray()


def test_p06_a_picture_of_another_host_stays_a_blank(loader: PictureLoader) -> None:
    view = DescriptionView(loader)
    view.resize(300, 300)
    view.show_description(clean_description('<img src="https://evil.example/pixel.gif">'))
    shown = view.loadResource(IMAGE, QUrl("picture:0"))
    assert isinstance(shown, QImage)
    assert shown.pixelColor(1, 1) == shown.pixelColor(shown.width() - 2, shown.height() - 2)


def test_p06_a_link_is_handed_on_and_never_followed(loader: PictureLoader) -> None:
    view = DescriptionView(loader)
    asked: list[str] = []
    view.link_wanted.connect(asked.append)
    view.show_description(clean_description('<a href="https://detail.1688.com/1">more</a>'))
    view.anchorClicked.emit(QUrl("https://detail.1688.com/1"))
    view.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert asked == ["https://detail.1688.com/1"]
    assert "more" in view.toPlainText()


def test_a_link_that_cannot_be_read_is_handed_on_to_be_told_of(loader: PictureLoader) -> None:
    view = DescriptionView(loader)
    asked: list[str] = []
    view.link_wanted.connect(asked.append)
    view.anchorClicked.emit(QUrl("https://ä..com/"))
    assert len(asked) == 1


def test_p07_a_hostile_description_is_laid_out_small(loader: PictureLoader) -> None:
    view = DescriptionView(loader)
    view.resize(300, 300)
    view.show_description(clean_description("<table><tr><td>" * 30_000 + "a" * 200_000))
    assert view.document().blockCount() < 50
    assert view.height() <= 30_000
