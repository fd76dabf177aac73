#!/usr/bin/env python3
"""One door for everyone who works on Sourcing: ``python3 dev.py run | tour | test | bench | campaign | wheel | lock``.

Needs nothing but Python 3.11 to 3.13. The first call makes ``.venv`` from the hash-pinned lock file; later calls start
at once. Works alike on Linux, Windows and macOS.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCKS = ROOT / "packaging" / "locks"
APP, DEVELOPERS = LOCKS / "app.txt", LOCKS / "dev.txt"
"""What the program needs, and that together with what its developers need."""
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
FORWARDED = ("SIGTERM", "SIGHUP")
"""Signals that ask for the end, handed on to what runs."""
SUPPORTED = ((3, 11), (3, 12), (3, 13))

# What pip says when it did not reach its registry.
NETWORK_SIGNS = (
    "Failed to establish a new connection", "NewConnectionError", "ConnectTimeoutError", "NameResolutionError",
    "Max retries exceeded", "ProxyError", "ReadTimeoutError", "Temporary failure in name resolution",
    "getaddrinfo failed", "Connection refused", "Network is unreachable",
)  # fmt: skip

# Debian's packages for the libraries that Qt's X11 plugin loads and a bare system lacks.
X11_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
}


def main(argv: list[str] | None = None) -> int:
    """Read the command line and do what it says; the exit status is the tool's own."""
    arguments, rest = _parser().parse_known_args(argv)
    if sys.version_info[:2] not in SUPPORTED:
        names = ", ".join(".".join(map(str, version)) for version in SUPPORTED)
        print(f"Sourcing needs Python {names}; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    if rest[:1] == ["--"]:
        rest = rest[1:]
    try:
        if arguments.command == "lock":
            return lock()
        prepare(needed_for(arguments.command))
        every = (run, tour, test, lint, format, types, bench, campaign, mutants, wheel)
        commands = {command.__name__: command for command in every}
        return int(commands[arguments.command](rest))
    except KeyboardInterrupt:
        return 130
    except subprocess.CalledProcessError as error:
        return int(error.returncode or 1)
    except NoNetwork as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, text in (
        ("run", "start the window; what follows -- goes to the program"),
        ("tour", "do the main job in the real window, step by step, with screenshots (--out DIR)"),
        (
            "test",
            "lint, format, types, doors, translations, contracts and the test suite; with a PATH, its tests alone",
        ),
        ("lint", "lint and import doors; --fix mends what can be mended"),
        ("format", "lay the code out; --check only tells"),
        ("types", "the type checker"),
        ("bench", "measure what is promised to be fast; writes bench.json"),
        ("campaign", "order, pay and cancel while everything fails, then compare the books (--orders, --seed, --fast)"),
        ("wheel", "build the installable wheel into dist and try it outside the clone"),
        ("mutants", "change lines of the program one at a time and print which changes no test notices"),
        ("lock", "make the lock files anew from pyproject.toml (for maintainers)"),
    ):
        commands.add_parser(name, help=text, add_help=False)
    return parser


class NoNetwork(Exception):
    """The libraries could not be fetched; the text says so."""


def needed_for(command: str) -> Path:
    """The lock file whose packages a command needs. Without a screen ``run`` does the tour, which is a developer's."""
    return APP if command == "wheel" or (command == "run" and has_screen()) else DEVELOPERS


def prepare(lock_file: Path) -> None:
    """Make ``.venv`` from a lock file, once for each content of it. The developers' holds the program's."""
    stamp = VENV / "locked"
    if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") in _enough(lock_file):
        return
    if not PYTHON.exists():
        print("Making .venv (once, about a minute) ...", flush=True)
        _make_venv()
    with contextlib.suppress(FileNotFoundError):
        stamp.unlink()
    _install(lock_file)
    stamp.write_text(_wanted(lock_file), encoding="utf-8")


def _enough(lock_file: Path) -> set[str]:
    return {_wanted(DEVELOPERS), _wanted(lock_file)}


def _wanted(lock_file: Path) -> str:
    return hashlib.sha256(lock_file.read_bytes()).hexdigest() + f" {sys.version_info[0]}.{sys.version_info[1]}"


def _install(lock_file: Path) -> None:
    """Raises NoNetwork, CalledProcessError."""
    command: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--retries",
        "1",
    ]
    with tempfile.TemporaryFile() as errors:
        status = _call_status(*command, "--require-hashes", "-r", lock_file, stderr=errors)
        errors.seek(0)
        said = errors.read().decode(errors="replace")
    if status and any(sign in said for sign in NETWORK_SIGNS):
        raise NoNetwork(
            "The libraries could not be fetched: pip did not reach its package registry. The first call needs a network,\n"
            "later ones do not. Call again when there is one."
        )
    if status:
        print(said, end="", file=sys.stderr)
        raise subprocess.CalledProcessError(status, "pip install")


def _make_venv() -> None:
    try:
        venv.create(VENV, with_pip=True)
    except (subprocess.CalledProcessError, OSError) as error:
        shutil.rmtree(VENV, ignore_errors=True)
        raise SystemExit(
            f"Python could not make a virtual environment ({error}).\n"
            "On Debian and Ubuntu: apt-get install python3-venv, then try again."
        ) from error


def run(rest: list[str]) -> int:
    """The window; without any display the tour, offscreen."""
    if not has_screen():
        print(
            "No display here (DISPLAY and WAYLAND_DISPLAY are empty): running the tour offscreen instead.", flush=True
        )
        return tour([])
    if sys.platform.startswith("linux"):
        missing = missing_x11_packages()
        if missing and not os.environ.get("WAYLAND_DISPLAY"):
            print("Qt's X11 plugin lacks libraries on this system. On Debian and Ubuntu, as root:")
            print(f"  apt-get install {' '.join(missing)}")
            return 1
    places = (str(ROOT), os.environ.get("PYTHONPATH"))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}
    return _call_status(PYTHON, "-m", "sourcing_app", *rest, environment=environment, folder=Path.cwd())


def has_screen() -> bool:
    """Whether a window could be shown, as far as the environment says."""
    is_linux = sys.platform.startswith("linux")
    return not is_linux or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def missing_x11_packages() -> list[str]:
    """Debian's names of the packages whose libraries Qt's X11 plugin would not find; empty where ldd cannot tell."""
    plugins = list(VENV.glob("lib/python*/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so"))
    ldd = shutil.which("ldd")
    if not plugins or ldd is None:
        return []
    answer = subprocess.run([ldd, str(plugins[0])], capture_output=True, text=True, check=False).stdout
    lacking = [line.split()[0] for line in answer.splitlines() if "not found" in line]
    return sorted({X11_PACKAGES.get(name, name) for name in lacking})


def tour(rest: list[str]) -> int:
    """The main job through the real window; offscreen where there is no display."""
    environment = dict(os.environ)
    if not has_screen():
        environment["QT_QPA_PLATFORM"] = environment.get("QT_QPA_PLATFORM") or "offscreen"
    return _call_status(PYTHON, "-m", "tests.tour", *rest, environment=environment)


def test(rest: list[str]) -> int:
    """Every check, in the order in which a failure is cheapest to learn of; with a path, the tests in it alone."""
    if any(Path(word.split("::")[0]).exists() for word in rest):
        return _offscreen(PYTHON, "-m", "pytest", "-q", *rest)
    pytest: list[str | Path] = [PYTHON, "-m", "pytest", "-q"]
    steps: list[tuple[str, list[str | Path]]] = [
        ("lint", [PYTHON, "-m", "ruff", "check", "."]),
        ("format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
        ("types", [PYTHON, "-m", "mypy"]),
        ("doors", [BIN / "lint-imports", "--no-cache"]),
        ("translations", [PYTHON, "-m", "tests.translations"]),
        ("tests", [*pytest, "-n", "2", "--dist", "worksteal", "--ignore=tests/journeys", *rest]),
        ("journeys", [*pytest, "tests/journeys"]),  # whole programs, killed and started again: nothing beside them
    ]
    for name, command in steps:
        print(f"== {name}", flush=True)
        status = _offscreen(*command)
        if status:
            print(f"== {name} failed", flush=True)
            return status
    return 0


def _offscreen(*command: str | Path) -> int:
    return _call_status(*command, environment={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def lint(rest: list[str]) -> int:
    """Ruff, then the doors between rooms."""
    return _call_status(PYTHON, "-m", "ruff", "check", *(rest or ["."])) or _call_status(
        BIN / "lint-imports", "--no-cache"
    )


def format(rest: list[str]) -> int:
    """The one layout of the code."""
    return _call_status(PYTHON, "-m", "ruff", "format", *(rest or ["."]))


def types(rest: list[str]) -> int:
    """mypy, strict."""
    return _call_status(PYTHON, "-m", "mypy", *rest)


def bench(rest: list[str]) -> int:
    """The benchmarks, as ratios within one run."""
    return _call_status(PYTHON, "-m", "tests.bench", *rest)


def campaign(rest: list[str]) -> int:
    """Whether anything is bought twice, lost or untold when everything fails."""
    return _call_status(PYTHON, "-m", "tests.campaign", *rest)


def mutants(rest: list[str]) -> int:
    """Wrong lines that the tests would let live."""
    return _call_status(PYTHON, "-m", "tests.mutants", *rest)


def wheel(rest: list[str]) -> int:
    """What ``pip install`` takes, proven to work by itself."""
    return _call_status(PYTHON, "packaging/wheel.py", *rest)


def lock() -> int:
    """Lock files with hashes and without registry addresses, for all systems; needs uv on the PATH."""
    uv = shutil.which("uv")
    if uv is None:
        print("Making lock files needs uv: pip install uv", file=sys.stderr)
        return 2
    common = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-annotate"]
    _call(uv, "pip", "compile", *common, "--no-header", "-q", "pyproject.toml", "-o", APP)
    _call(uv, "pip", "compile", *common, "--no-header", "-q", "pyproject.toml", "--group", "dev", "-o", DEVELOPERS)
    return 0


def _call(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True)


def _call_status(
    *command: str | Path,
    environment: dict[str, str] | None = None,
    folder: Path = ROOT,
    stderr: IO[bytes] | None = None,
) -> int:
    """Run it, and end it where this program is told to end: what was started must not outlive who started it."""
    words = [str(part) for part in command]
    told: list[int] = []
    numbers = [getattr(signal, name) for name in FORWARDED if hasattr(signal, name)]
    before = {number: signal.signal(number, lambda number, _: told.append(number)) for number in numbers}
    try:
        with subprocess.Popen(words, cwd=folder, env=environment, stderr=stderr) as process:
            for number in numbers:
                signal.signal(number, lambda number, _: process.send_signal(number))
            for number in told:  # while it was being started
                process.send_signal(number)
            status = _waited_for(process)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return status if status >= 0 else 128 - status


def _waited_for(process: subprocess.Popen[bytes]) -> int:
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # Ctrl+C in the terminal is told to both; the program may still wait for an answer
            continue


if __name__ == "__main__":
    sys.exit(main())
