"""The one place from which an address leaves for the system's browser, and where is found out that it did not get there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from sourcing_app.config.private_files import usual_rights
from sourcing_app.ui.notices import Notice, Severity
from sourcing_app.ui.texts import tr

if TYPE_CHECKING:
    import subprocess

OpenAddress = Callable[[str], bool]
"""Hands a checked address to the browser. False when none could be started; True proves only that it was sent."""

_LOOK_MS = 150
_WATCHED_S = 60.0


class Browser(QObject):
    """Sends addresses to the system's browser. failed(address): the system could not open it, told some moments later.

    Qt starts the opener of a Linux desktop and does not look at it again: on a bare window manager, in WSL or on a remote
    desktop it ends at once with an error while nothing is on the screen. So it is started and watched here. Under Wayland
    Qt does it, since only Qt can hand on the right to come to the front.
    """

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._started: list[tuple[subprocess.Popen[bytes], str, float]] = []
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._look_at_them)

    @property
    def watching(self) -> bool:
        """Whether an opener still runs."""
        return bool(self._started)

    def __call__(self, address: str) -> bool:
        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        if not url.isValid():
            return False
        opener = _opener()
        with usual_rights():
            return bool(QDesktopServices.openUrl(url)) if opener is None else self._start(opener, address)

    def _start(self, opener: str, address: str) -> bool:
        import subprocess  # here and below: pages that can open links load before the first paint

        none = subprocess.DEVNULL
        try:
            process = subprocess.Popen(
                [opener, address], stdin=none, stdout=none, stderr=none, start_new_session=True, close_fds=True
            )
        except OSError:
            return False
        self._started.append((process, address, _WATCHED_S))
        self._look.start()
        return True

    def _look_at_them(self) -> None:
        """The opener may be the browser itself, which runs on; what fails does so in the first moments."""
        still: list[tuple[subprocess.Popen[bytes], str, float]] = []
        for process, address, left_s in self._started:
            status = process.poll()
            if status is None:
                still.append((process, address, left_s - _LOOK_MS / 1000))
            elif status and left_s > 0:
                self.failed.emit(address)
        self._started = still
        if not still:
            self._look.stop()


def open_path(path: Path) -> None:
    """A folder or a file of this computer, in the program that the system has for it."""
    with usual_rights():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def copied_instead(address: str) -> Notice:
    """What to say when no browser could be opened; the address is on the clipboard then."""
    QGuiApplication.clipboard().setText(address)
    return Notice(
        tr("No browser could be opened. The link was copied."), Severity.WARNING, details=address, cause="no browser"
    )


def _opener() -> str | None:
    """The desktop's opener, where it can be watched; None where Qt has to do it."""
    import shutil

    if not sys.platform.startswith("linux") or QGuiApplication.platformName().startswith("wayland"):
        return None
    if Path("/.flatpak-info").exists():
        return None  # there the portal opens it, which Qt asks
    return shutil.which("xdg-open")
