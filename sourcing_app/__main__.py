"""The command line: ``python -m sourcing_app`` opens the window, ``python -m sourcing_app api`` talks to the platform."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcing_app import __version__
from sourcing_app.config.account_options import (
    CredentialsUnreadable,
    NamedAccount,
    add_account_options,
    first_word,
    named_account,
)
from sourcing_app.config.command_line import PREPARE_PHOTOS, Launch

if TYPE_CHECKING:
    from sourcing_app.app.program import Program

_HOW = "in a clone, 'python3 dev.py run' makes .venv and uses it; the Python in .venv is the one to call."


def main(argv: list[str] | None = None) -> int:
    """Start what the command line names; the exit status is the program's."""
    words = sys.argv[1:] if argv is None else argv
    if words[:1] == [PREPARE_PHOTOS]:
        from sourcing_app.imaging.worker_process import main as prepare_photos

        return prepare_photos()
    try:
        if sys.stdout is None and words[:1] in (["api"], ["sandbox"]):
            return _without_console(words[0])
        if words[:1] == ["sandbox"]:
            return _sandbox(words[1:])
        at = first_word(words)
        if at is not None and words[at] == "api":
            from sourcing_app.platform.cli import main as api

            return api([*words[:at], *words[at + 1 :]])
        return start(_launch(words))
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("sourcing_app"):
            raise
        print(f"Sourcing needs {error.name}, which this Python does not have: {_HOW}", file=sys.stderr)
        return 2


def api() -> int:
    """``sourcing-api``: the same as ``sourcing api``, for systems on which a program with windows has no console."""
    return main(["api", *sys.argv[1:]])


def sandbox() -> int:
    """``sourcing-sandbox``: the same as ``sourcing sandbox``."""
    return main(["sandbox", *sys.argv[1:]])


def _without_console(word: str) -> int:
    """Windows gives a program with windows no console: what it prints would be seen by nobody."""
    from PySide6.QtWidgets import QApplication

    from sourcing_app.app.message_window import dress, say
    from sourcing_app.ui.texts import tr

    dress(QApplication(sys.argv[:1]))
    say(tr("“sourcing {0}” has no console to print to here. Call sourcing-{0} in its place.").format(word))
    return 2


def _sandbox(words: list[str]) -> int:
    """The marketplace, a program of its own that this one knows nothing of: packers are told of it by name (packaging)."""
    import importlib

    return int(importlib.import_module("sourcing_app.sandbox.__main__").main(words))


def start(launch: Launch, made: Callable[[Program], object] | None = None) -> int:
    """Open the window. made: shown the program before it runs, to watch it."""
    gc.disable()  # what is made now stays, and looking for garbage is a tenth of the start; the collector takes over
    from sourcing_app.app.start import run

    return run(launch, made)


def _launch(words: list[str]) -> Launch:
    parser = _parser()
    given = parser.parse_args(words)
    account = _account(parser, given)
    return Launch(
        profile=given.profile,
        gateway_url=account.gateway_url,
        app_key=account.app_key,
        app_secret=account.app_secret,
        access_token=account.access_token,
        dialect=given.dialect or "live",
        demo=given.demo,
        opens=tuple(given.opens),
        report_start=given.report_start,
    )


def _account(parser: argparse.ArgumentParser, given: argparse.Namespace) -> NamedAccount:
    """The account of this run, whole or not at all. Leaves with a sentence, rather than open the window on another one."""
    try:
        account = named_account(given)
    except CredentialsUnreadable as error:
        parser.error(str(error))
    if account == NamedAccount():
        return account
    from sourcing_app.domain.account import LIVE_GATEWAY  # not needed by most starts, so not paid for

    if account.gateway_url is not None:
        _check_gateway(parser, account.gateway_url)
    if not (account.app_key and account.app_secret):
        parser.error("an account needs both an app key and an app secret (see --help for the ways to give them)")
    return replace(account, gateway_url=account.gateway_url or LIVE_GATEWAY)


def _check_gateway(parser: argparse.ArgumentParser, url: str) -> None:
    from sourcing_app.errors import InvalidInput
    from sourcing_app.platform.transport.gateway_address import check_gateway_url

    try:
        check_gateway_url(url)
    except InvalidInput:
        parser.error(f"{url} is no gateway's address: it begins with https:// (http:// only on this computer)")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sourcing",
        description="Source from 1688: find who makes it, compare, order, follow.",
        epilog="'sourcing api --help' tells about calling the platform from the command line, 'sourcing sandbox --help' about\n"
        "the demo marketplace as a program of its own.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Sourcing {__version__}")
    add_account_options(parser)
    parser.add_argument("--report-start", action="store_true", help="print when the window is first painted")
    parser.add_argument("opens", nargs="*", metavar="LINK|FILE", help="an offer's link or id, or a photo to search by")
    return parser


if __name__ == "__main__":
    sys.exit(main())
