"""Questions before a picture is searched by: may another host be asked for it, and which of two things was meant."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

_KEY = "pictures/hosts"


class PictureQuestions(QObject):
    """settings: where hosts that are asked without a question are kept; None keeps them for the run. box: the open question."""

    def __init__(self, over: QWidget, settings: QSettings | None) -> None:
        super().__init__(over)
        self._over, self._settings = over, settings
        self._trusted = frozenset(_read(settings))
        self.box: QMessageBox | None = None

    @property
    def trusted(self) -> frozenset[str]:
        """Hosts whose pictures are got without a question."""
        return self._trusted

    def forget_trusted(self) -> None:
        """From now on every host is asked about again."""
        self._keep(frozenset())

    def ask_host(self, host: str, address: str, get: Callable[[], None]) -> None:
        """May it be asked for this picture? get: called when it may, at once where it always may."""
        if host in self._trusted:
            get()
            return
        box = self._new_box(self.tr("Get a picture"), self.tr("Get the picture from {0}?").format(host))
        box.setInformativeText(
            self.tr("{0} sees that this computer asks for it; nothing of your account goes along.").format(host)
            + "\n\n"
            + _shortened(address)
        )
        yes = box.addButton(self.tr("Get it"), QMessageBox.ButtonRole.AcceptRole)
        always = box.addButton(self.tr("Always from there"), QMessageBox.ButtonRole.YesRole)
        no = box.addButton(self.tr("Do not get it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(yes)
        box.setEscapeButton(no)
        yes.clicked.connect(get)
        always.clicked.connect(partial(self._trust, host, get))
        box.open()

    def ask_which(self, open_offer: Callable[[], None], search: Callable[[], None]) -> None:
        """The offer, or the picture that came with its link?"""
        box = self._new_box(self.tr("An offer with a picture"), self.tr("Open this offer, or search by its picture?"))
        opens = box.addButton(self.tr("Open the offer"), QMessageBox.ButtonRole.AcceptRole)
        searches = box.addButton(self.tr("Search by the picture"), QMessageBox.ButtonRole.YesRole)
        neither = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(opens)
        box.setEscapeButton(neither)
        opens.clicked.connect(open_offer)
        searches.clicked.connect(search)
        box.open()

    def _new_box(self, title: str, text: str) -> QMessageBox:
        """One at a time: what was asked before is not wanted any more."""
        if self.box is not None:
            self.box.reject()
        box = QMessageBox(self._over)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(title)
        box.setText(text)
        box.finished.connect(self._closed)
        self.box = box
        return box

    def _closed(self, _: int) -> None:
        self.box = None

    def _trust(self, host: str, get: Callable[[], None]) -> None:
        self._keep(self._trusted | {host})
        get()

    def _keep(self, trusted: frozenset[str]) -> None:
        self._trusted = trusted
        if self._settings is not None:
            self._settings.setValue(_KEY, json.dumps(sorted(trusted)))


def _read(settings: QSettings | None) -> list[str]:
    if settings is None:
        return []
    try:
        found = json.loads(str(settings.value(_KEY, "[]")))
    except ValueError:
        return []
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def _shortened(address: str) -> str:
    return address if len(address) <= 160 else f"{address[:120]}…{address[-38:]}"
