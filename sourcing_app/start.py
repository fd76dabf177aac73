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

from sourcing_app.first_frame import first_frame
from sourcing_app.launch import Launch, whole_path
from sourcing_app.plain_imports import import_plainly
from sourcing_app.private_files import begin_private
from sourcing_app.ui.one_window import OneWindow

if TYPE_CHECKING:
    from sourcing_app.app import Program


def run(launch: Launch, made: Callable[[Program], object] | None = None) -> int:
    """The program, from the first frame to the exit status. made: shown the program before it runs, to watch it."""
    import_plainly()
    launch = replace(launch, opens=tuple(map(whole_path, launch.opens)))
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication([sys.argv[0]])
    profile = _made((launch.profile or _users_own()).absolute())  # its files are named by URIs, too
    begin_private(profile)
    one = OneWindow(profile)
    if not one.take():
        if one.hand_over(launch.opens):
            return 0
        print("Sourcing already runs on this profile, and does not answer.", file=sys.stderr)
        return 1
    frame = first_frame(profile)
    if frame is not None:
        frame.show_at_once()
        if launch.report_start:
            print("painted", flush=True)
    from sourcing_app.app import Program  # everything else of the window, now that something is to be seen

    program = Program(application, launch, profile, one, frame)
    if made is not None:
        made(program)
    return program.run()


def _users_own() -> Path:
    from sourcing_app.config import default_profile

    return default_profile()


def _made(profile: Path) -> Path:
    try:
        profile.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"The folder {profile} cannot be made: {error.strerror}. Choose another with --profile.", file=sys.stderr)
        raise SystemExit(2) from error
    return profile
