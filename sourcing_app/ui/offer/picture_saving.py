"""Saving a picture of an offer: the file itself, in its full size, where the person says."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QIODevice, QObject, QSaveFile, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from sourcing_app.config.private_files import give_usual_rights
from sourcing_app.ui.notices import Notice, Severity
from sourcing_app.ui.pictures import PictureLoader

_KINDS = ((b"\xff\xd8\xff", "jpg"), (b"\x89PNG", "png"), (b"GIF8", "gif"), (b"RIFF", "webp"))


def suffix_of(data: bytes) -> str:
    """What kind of picture these bytes are, whatever their address says."""
    return next((suffix for beginning, suffix in _KINDS if data.startswith(beginning)), "jpg")


class PictureSaving(QObject):
    """Fetches first, then asks where to: nobody chooses a place for what cannot be had."""

    noticed = Signal(object)

    def __init__(self, loader: PictureLoader, window: QWidget) -> None:
        super().__init__(window)
        self._loader, self._window = loader, window

    def save(self, address: str, name: str) -> None:
        """name: suggested, without a suffix."""
        self._loader.fetch_original(address, partial(self._ask, name))

    def _ask(self, name: str, data: bytes | None) -> None:
        if data is None:
            self.noticed.emit(Notice(self.tr("This picture cannot be loaded right now."), Severity.WARNING))
            return
        suffix = suffix_of(data)
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self._window, self.tr("Save this picture"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Picture (*.{0})").format(suffix))
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{name}.{suffix}")
        dialog.fileSelected.connect(partial(self._write, data))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, data: bytes, path: str) -> None:
        name = Path(path).name
        file, is_new = QSaveFile(path), not Path(path).exists()
        written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit()
        if written:
            give_usual_rights(Path(path), is_new=is_new)
            self.noticed.emit(Notice(self.tr("Saved as {0}.").format(name), Severity.GOOD, cause="picture saved"))
        else:
            sentence = self.tr("{0} could not be written. Choose another folder.").format(name)
            details = f"{path}\n{file.errorString()}"
            self.noticed.emit(Notice(sentence, Severity.WARNING, details=details, cause="picture saved"))
