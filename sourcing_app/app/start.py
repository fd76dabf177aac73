"""The first moments: the lock on the profile, the first frame, then the program. Loads nothing but Qt until that is painted."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sourcing_app.config.command_line import Launch, whole_path
from sourcing_app.config.private_files import begin_private
from sourcing_app.startup.imports import import_plainly
from sourcing_app.startup.splash import first_frame
from sourcing_app.ui.one_window import OneWindow
from sourcing_app.ui.texts import tr

if TYPE_CHECKING:
    from sourcing_app.app.program import Program


def run(launch: Launch, made: Callable[[Program], object] | None = None) -> int:
    """The program, from the first frame to the exit status. made: shown the program before it runs, to watch it."""
    import_plainly()
    launch = replace(launch, opens=tuple(map(whole_path, launch.opens)))
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication([sys.argv[0]])
    profile = (launch.profile or _users_own()).absolute()  # its files are named by URIs, too
    try:
        profile.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        _say_not_made(application, profile, error.strerror or type(error).__name__)
        return 2
    begin_private(profile)
    one = OneWindow(profile)
    if not one.take():
        if one.hand_over(tuple(_found_from_anywhere(each) for each in launch.opens)):
            return 0
        _say_no_answer(application, profile)
        return 1
    frame = first_frame(profile)
    if frame is not None:
        frame.show_at_once()
        if launch.report_start:
            print("painted", flush=True)
    from sourcing_app.app.program import Program  # everything else of the window, now that something is to be seen

    program = Program(application, launch, profile, one, frame)
    if made is not None:
        made(program)
    return program.run()


def _users_own() -> Path:
    from sourcing_app.config.settings import default_profile

    return default_profile()


def _found_from_anywhere(text: str) -> str:
    """A file's whole path: the running program has another working folder. Links and ids as they are."""
    path = Path(text)
    return str(path.absolute()) if "://" not in text and path.exists() else text


def _say_not_made(application: QApplication, profile: Path, reason: str) -> None:
    from sourcing_app.app.message_window import dress, say

    dress(application)
    say(
        tr("The folder {0} cannot be made: {1}. Start with another one: --profile and its name.").format(
            profile, reason
        )
    )


def _say_no_answer(application: QApplication, profile: Path) -> None:
    from sourcing_app.app.message_window import dress, say

    dress(application)
    say(tr("Sourcing already runs with the folder {0}, and does not answer. End it, then start again.").format(profile))
