"""About: version, licences, and every host that is ever contacted."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from sourcing_app import __version__
from sourcing_app.config.settings import resource
from sourcing_app.ui.browser import open_path
from sourcing_app.ui.picture_address import PLATFORM_HOSTS
from sourcing_app.ui.settings.setting_row import SettingRow
from sourcing_app.ui.texts import tr
from sourcing_app.ui.widgets.buttons import button

NOTICES = "THIRD-PARTY-NOTICES.md"
SERVICE_HOSTS = ("gw.open.1688.com", "auth.1688.com")
"""Calls and sign-in. Pictures come from PLATFORM_HOSTS; pay pages open in the browser."""


def about_rows() -> list[SettingRow]:
    """For the last section of the settings."""
    versions = f"Sourcing {__version__} · Qt {qVersion()} · Python {platform.python_version()}"
    notices = button(tr("Third-party notices"), icon_name="external")
    notices.clicked.connect(_open_notices)
    hosts = ", ".join((*SERVICE_HOSTS, *(f"*.{host}" for host in PLATFORM_HOSTS)))
    return [
        SettingRow(tr("Versions"), versions, QWidget()),
        SettingRow(tr("Licences"), tr("Apache-2.0. Qt is used under the LGPL, version 3."), notices),
        SettingRow(tr("Hosts contacted"), hosts, QWidget()),
    ]


def notices_file() -> Path:
    """Beside the package in a clone, among the installation's licences otherwise; beside the resources of a packed program."""
    beside = resource().parent / NOTICES
    if beside.is_file():
        return beside
    try:
        files = distribution("sourcing").files or ()
    except PackageNotFoundError:  # a packed program, which holds it beside the resources
        return resource(NOTICES)
    return Path(str(next(file for file in files if file.name == NOTICES).locate()))


def _open_notices() -> None:
    open_path(notices_file())
