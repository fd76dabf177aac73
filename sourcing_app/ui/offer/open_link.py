"""Opening an address in the browser, never without a question that names its host."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QMessageBox, QWidget

from sourcing_app.ui.browser import OpenAddress
from sourcing_app.ui.texts import tr


def ask_to_open(address: str, parent: QWidget, open_address: OpenAddress) -> QMessageBox | None:
    """Show the question; its answer hands the address on. None for what no browser can open.

    The host is shown as the browser will look it up: a name in other letters that looks like one of ours does not.
    """
    url = QUrl(address)
    shown = url.host(QUrl.ComponentFormattingOption.FullyEncoded) if url.isValid() else ""
    if url.scheme() not in ("http", "https") or not shown:
        return None
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(tr("Open in the browser"))
    box.setText(tr("Open a page of {0} in your browser?").format(shown))
    box.setInformativeText(url.toEncoded().toStdString()[:300])
    yes = box.addButton(tr("Open {0}").format(shown), QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(tr("Stay here"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    yes.clicked.connect(partial(_open, url, open_address))
    box.open()
    return box


def _open(url: QUrl, open_address: OpenAddress) -> None:
    open_address(url.toEncoded().toStdString())
