"""The command line: ``python -m sourcing_app`` opens the window, ``python -m sourcing_app api`` talks to the platform."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sourcing_app import __version__
from sourcing_app.launch import Launch

if TYPE_CHECKING:
    from sourcing_app.app import Program

_HOW = "in a clone, 'python3 dev.py run' makes .venv and uses it; the Python in .venv is the one to call."


def main(argv: list[str] | None = None) -> int:
    """Start what the command line names; the exit status is the program's."""
    words = sys.argv[1:] if argv is None else argv
    try:
        if words[:1] == ["api"]:
            from sourcing_app.api_cli import main as api

            return api(words[1:])
        return start(_launch(words))
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("sourcing_app"):
            raise
        print(f"Sourcing needs {error.name}, which this Python does not have: {_HOW}", file=sys.stderr)
        return 2


def start(launch: Launch, made: Callable[[Program], object] | None = None) -> int:
    """Open the window. made: shown the program before it runs, to watch it."""
    gc.disable()  # what is made now stays, and looking for garbage is a tenth of the start; the collector takes over
    from sourcing_app.start import run

    return run(launch, made)


def _launch(words: list[str]) -> Launch:
    parser = _parser()
    given = parser.parse_args(words)
    secret = (given.app_key, given.app_secret)
    if any(secret) and not (all(secret) and given.gateway_url):
        parser.error("--app-key and --app-secret go together, and with --gateway-url")
    if given.gateway_url is not None:
        _check_gateway(parser, given.gateway_url, has_key=all(secret))
    return Launch(
        profile=given.profile,
        gateway_url=given.gateway_url,
        app_key=given.app_key,
        app_secret=given.app_secret,
        access_token=given.access_token,
        dialect=given.dialect,
        demo=given.demo,
        opens=tuple(given.opens),
        report_start=given.report_start,
    )


def _check_gateway(parser: argparse.ArgumentParser, url: str, *, has_key: bool) -> None:
    """Leave with a sentence, rather than open the window on another account than the one that was meant."""
    from sourcing_app.client.gateway_address import check_gateway_url
    from sourcing_app.errors import InvalidInput

    try:
        check_gateway_url(url)
    except InvalidInput:
        parser.error(f"{url} is no gateway's address: it begins with https:// (http:// only on this computer)")
    if not has_key:
        parser.error("--gateway-url needs --app-key and --app-secret")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sourcing",
        description="Source from 1688: find who makes it, compare, order, follow.",
        epilog="'sourcing api --help' tells about calling the platform from the command line.",
    )
    parser.add_argument("--version", action="version", version=f"Sourcing {__version__}")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="keep all data in this folder")
    parser.add_argument("--demo", action="store_true", help="use the demo marketplace that ships with the program")
    parser.add_argument("--gateway-url", metavar="URL", help="another gateway (https, but on this computer)")
    parser.add_argument("--app-key", metavar="KEY")
    parser.add_argument("--app-secret", metavar="SECRET", help="kept in memory only")
    parser.add_argument("--access-token", metavar="TOKEN", help="kept in memory only")
    parser.add_argument("--dialect", choices=("live", "seed"), default="live", help="how the gateway spells its calls")
    parser.add_argument("--report-start", action="store_true", help="print when the window is first painted")
    parser.add_argument("opens", nargs="*", metavar="LINK|FILE", help="an offer's link or id, or a photo to search by")
    return parser


if __name__ == "__main__":
    sys.exit(main())
