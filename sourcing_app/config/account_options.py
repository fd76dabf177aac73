"""The account named at the start, in the same words for the window and for ``api``: options, a file, or the environment.

Standard library only. A key or token given as an option can be read by every user of the computer while the program runs;
the file and the environment cannot.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

ENVIRONMENT = {
    "gateway_url": "SOURCING_GATEWAY_URL",
    "app_key": "SOURCING_APP_KEY",
    "app_secret": "SOURCING_APP_SECRET",
    "access_token": "SOURCING_ACCESS_TOKEN",
}
"""The variables that are read, by what they name."""

ABOUT = f"""\
Key, secret and token: in the environment ({", ".join(list(ENVIRONMENT.values())[1:])}) or in a file
(--credentials FILE, or - for standard input) of the form {{"app_key": "...", "app_secret": "...", "access_token": "..."}}.
As options they work too, but every user of this computer can read them while the program runs."""

_TAKE_VALUE = (
    "--profile",
    "--gateway-url",
    "--app-key",
    "--app-secret",
    "--access-token",
    "--credentials",
    "--dialect",
)
_LONGEST_FILE = 64 * 1024


@dataclass(frozen=True, slots=True)
class NamedAccount:
    """What was named of an account; None where nothing was. Empty when nobody was named at all."""

    gateway_url: str | None = None
    app_key: str | None = None
    app_secret: str | None = field(default=None, repr=False)
    access_token: str | None = field(default=None, repr=False)


class CredentialsUnreadable(Exception):
    """What was given with ``--credentials`` cannot be used; the text is a sentence for the terminal."""


def add_account_options(parser: argparse.ArgumentParser, default: object = None) -> None:
    """The options of both doors. default: argparse.SUPPRESS where a parser above this one has them too."""
    group = parser.add_argument_group("account", ABOUT)
    group.add_argument("--profile", type=folder, metavar="DIR", help="keep all data in this folder", default=default)
    group.add_argument(
        "--demo",
        action="store_true",
        help="the demo marketplace that ships with the program",
        default=False if default is None else default,
    )
    group.add_argument("--gateway-url", metavar="URL", help="https, but on this computer (1688's own)", default=default)
    group.add_argument("--credentials", metavar="FILE|-", help="key, secret and token as JSON", default=default)
    group.add_argument("--app-key", metavar="KEY", default=default)
    group.add_argument("--app-secret", metavar="SECRET", default=default)
    group.add_argument("--access-token", metavar="TOKEN", default=default)
    group.add_argument("--dialect", choices=("live", "seed"), help="how the gateway spells its calls", default=default)


def folder(text: str) -> Path:
    """A folder as typed, whole: what is found below it must not depend on where the program was started."""
    if not text:
        raise argparse.ArgumentTypeError("the name of a folder is missing")
    return Path(text).expanduser().absolute()


def first_word(words: list[str]) -> int | None:
    """Where the first word stands that is neither an option nor an option's value; None for none."""
    at = 0
    while at < len(words) and words[at] != "--":
        if not words[at].startswith("-") or words[at] == "-":
            return at
        at += 2 if _takes_next(words[at]) else 1
    return None


def _takes_next(option: str) -> bool:
    """Whether the value is the next word. An option may be cut short where that leaves one meaning, as argparse allows."""
    return option.startswith("--") and any(each.startswith(option) for each in _TAKE_VALUE)


def named_account(
    given: argparse.Namespace, environment: MutableMapping[str, str] | None = None, stdin: IO[str] | None = None
) -> NamedAccount:
    """The account that is meant: options before the file, the file before the environment.

    What names another key or gateway than a source before it is left out as a whole: no secret is joined to a key it does
    not belong to, no token is sent to a gateway it was not meant for. The variables are taken out of the environment, so
    that no program started from here (a browser) inherits them. With ``--demo`` alone the environment is not asked.

    Raises CredentialsUnreadable.
    """
    environment = os.environ if environment is None else environment
    options = {name: getattr(given, name) or None for name in ENVIRONMENT}
    read = _from_file(given.credentials, stdin) if given.credentials else {}
    around = {name: environment.pop(variable, "") or None for name, variable in ENVIRONMENT.items()}
    sources: list[Mapping[str, str | None]] = [options, read]
    if not given.demo:
        sources.append(around)
    return NamedAccount(**_joined(sources))


def _joined(sources: list[Mapping[str, str | None]]) -> dict[str, str]:
    joined: dict[str, str] = {}
    for source in sources:
        named = {name: value for name, value in source.items() if value}
        if not _is_another(named, joined):
            joined = {**named, **joined}
    return joined


def _is_another(named: Mapping[str, str], joined: Mapping[str, str]) -> bool:
    """Whether both name a key, or both a gateway, and not the same one."""
    return any(
        {name} <= named.keys() & joined.keys() and named[name] != joined[name] for name in ("app_key", "gateway_url")
    )


def _from_file(place: str, stdin: IO[str] | None) -> dict[str, str | None]:
    import json  # the window's first frame does not wait for what few starts need

    try:
        text = _text_of(place, stdin)
        found = json.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        reason = getattr(error, "strerror", None) or "it is not JSON"
        raise CredentialsUnreadable(f"--credentials {place}: {reason}") from None
    if not isinstance(found, dict):
        raise CredentialsUnreadable(f"--credentials {place}: not an object with app_key and app_secret")
    wrong = [name for name in ENVIRONMENT if not isinstance(found.get(name), str | None)]
    if wrong:
        raise CredentialsUnreadable(f"--credentials {place}: {wrong[0]} is not text")
    if not any(found.get(name) for name in ENVIRONMENT):
        raise CredentialsUnreadable(f"--credentials {place}: names none of {', '.join(ENVIRONMENT)}")
    return {name: found.get(name) for name in ENVIRONMENT}


def _text_of(place: str, stdin: IO[str] | None) -> str:
    """The file's text, or standard input's; a byte order mark is not part of it."""
    if place != "-":
        with Path(place).open("rb") as file:
            return file.read(_LONGEST_FILE).decode("utf-8-sig")
    stdin = sys.stdin if stdin is None else stdin
    if stdin is None:  # a program without a console on Windows
        raise CredentialsUnreadable("--credentials -: there is no standard input")
    return stdin.read(_LONGEST_FILE).removeprefix("\ufeff")
