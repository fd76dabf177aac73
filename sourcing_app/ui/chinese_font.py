"""Whether this computer can show Chinese at all. Many fresh Linux and container desktops cannot: boxes everywhere."""

from __future__ import annotations

import platform
import sys

from PySide6.QtGui import QFontDatabase

from sourcing_app.ui.notices import Notice, Severity
from sourcing_app.ui.texts import tr

PACKAGES = {
    "debian": "fonts-noto-cjk",
    "ubuntu": "fonts-noto-cjk",
    "fedora": "google-noto-sans-cjk-fonts",
    "rhel": "google-noto-sans-cjk-fonts",
    "suse": "google-noto-sans-cjk-fonts",
    "arch": "noto-fonts-cjk",
    "alpine": "font-noto-cjk",
}
"""By the names in os-release's ID and ID_LIKE."""
ANYWHERE = "Noto Sans CJK"
"""The font itself, where the system's packages are not known."""


def missing_font_notice() -> Notice | None:
    """What to install, where no font has Chinese; None where one has."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return None
    return Notice(
        tr(
            "No font on this computer has Chinese: titles and names show as boxes. Install {0}, then start the program again."
        ).format(package_of(_system())),
        Severity.WARNING,
        cause="no font",
    )


def package_of(system: str) -> str:
    """What to install on a system with these names, the nearest first."""
    return next((PACKAGES[each] for each in system.split() if each in PACKAGES), ANYWHERE)


def _system() -> str:
    """The names of this Linux and of those it descends from; "" for any other system."""
    if not sys.platform.startswith("linux"):
        return ""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ""
    return f"{release.get('ID', '')} {release.get('ID_LIKE', '')}".lower().replace("opensuse", "suse")
