"""``python -m tests.tour [--out DIR] [--gateway-url URL --app-key K --app-secret S --access-token T | --spoil KIND]``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from sourcing_app.app.program import Program
from sourcing_app.config.command_line import Launch
from sourcing_app.ui.one_window import OneWindow
from tests.tour.engine import Guide
from tests.tour.far_side import FarSide
from tests.tour.gateways import Gateway, gateway_of
from tests.tour.script import Script
from tests.tour.spoilers import KINDS

SIZE = (1280, 800)


def main(words: list[str]) -> int:
    """0 only if every step held."""
    given = _parser().parse_args(words)
    out = given.out or Path(tempfile.mkdtemp(prefix="sourcing-tour-"))
    out.mkdir(parents=True, exist_ok=True)
    profile = tempfile.TemporaryDirectory(prefix="sourcing-profile-", ignore_cleanup_errors=True)
    with profile as folder, gateway_of(given) as gateway:
        held, pictures = walk(Path(folder), out, gateway)
    print(f"{pictures} screenshots in {out}" if held else f"the tour stopped; see {out}", flush=True)
    return 0 if held else 1


def walk(folder: Path, out: Path, gateway: Gateway | None) -> tuple[bool, int]:
    """The program on a new profile, with a guide that uses it. gateway: None for its own marketplace."""
    application = QApplication([sys.argv[0]])
    launch = Launch(profile=folder)
    if gateway is not None:
        launch = Launch(
            profile=folder, gateway_url=gateway.url, app_key=gateway.app_key, app_secret=gateway.app_secret,
            access_token=gateway.access_token,
        )  # fmt: skip
    one = OneWindow(folder)
    one.take()
    program = Program(application, launch, folder, one)
    program.window.resize(*SIZE)
    offline = program.stop_market if gateway is None else gateway.shut
    script = Script(program, folder, offline, may_double=gateway is not None and gateway.may_double)
    guide = Guide(script.in_front, out, partial(print, flush=True), program.pictures.is_idle)
    results: list[bool] = []

    def finish(held: bool) -> None:
        results.append(held)
        program.window.close()

    has_control = gateway is None or FarSide(gateway.url).has_control
    steps = script.steps(first_run=gateway is None, has_control=has_control)
    guide.finished.connect(finish)
    program.painted.connect(program.window.activateWindow)  # a bare X server has nobody else who would
    program.painted.connect(partial(guide.start, steps))
    program.run()
    return results == [True], guide.pictures


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py tour", description="The main job in the real window, step by step.")
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep the screenshots here")
    for name in ("gateway-url", "app-key", "app-secret", "access-token"):
        parser.add_argument(
            f"--{name}", metavar=name.rsplit("-")[-1].upper(), help="use this gateway instead of our own"
        )
    parser.add_argument("--spoil", choices=sorted(KINDS), help="a proxy that spoils the first answer of an order")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
