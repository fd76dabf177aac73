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
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "locks" / "dev.txt"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
SUPPORTED = ((3, 11), (3, 12), (3, 13))

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
        prepare()
        commands = {command.__name__: command for command in (run, tour, test, bench, campaign, mutants, wheel)}
        return int(commands[arguments.command](rest))
    except KeyboardInterrupt:
        return 130
    except subprocess.CalledProcessError as error:
        return int(error.returncode or 1)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, text in (
        ("run", "start the window; what follows -- goes to the program"),
        ("tour", "do the main job in the real window, step by step, with screenshots (--out DIR)"),
        ("test", "lint, format, types, doors, translations, contracts and the test suite"),
        ("bench", "measure what is promised to be fast; writes bench.json"),
        ("campaign", "order, pay and cancel while everything fails, then compare the books (--orders, --seed, --fast)"),
        ("wheel", "build the installable wheel into dist and try it outside the clone"),
        ("mutants", "change lines of the program one at a time and print which changes no test notices"),
        ("lock", "make the lock files anew from pyproject.toml (for maintainers)"),
    ):
        commands.add_parser(name, help=text, add_help=False)
    return parser


def prepare() -> None:
    """Make ``.venv`` from the lock file, once for each content of it."""
    stamp = VENV / "locked"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest() + f" {sys.version_info[0]}.{sys.version_info[1]}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    if not PYTHON.exists():
        print("Making .venv (once, about a minute) ...", flush=True)
        _make_venv()
    with contextlib.suppress(FileNotFoundError):
        stamp.unlink()
    _call(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", LOCK)
    stamp.write_text(wanted, encoding="utf-8")


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
    if sys.platform.startswith("linux"):
        if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
            print("No display here (DISPLAY and WAYLAND_DISPLAY are empty): running the tour offscreen instead.")
            return tour([])
        missing = missing_x11_packages()
        if missing and not os.environ.get("WAYLAND_DISPLAY"):
            print("Qt's X11 plugin lacks libraries on this system. On Debian and Ubuntu, as root:")
            print(f"  apt-get install {' '.join(missing)}")
            return 1
    return _call_status(PYTHON, "-m", "sourcing_app", *rest)


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
    if sys.platform.startswith("linux") and not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        environment["QT_QPA_PLATFORM"] = environment.get("QT_QPA_PLATFORM") or "offscreen"
    return _call_status(PYTHON, "-m", "tests.tour", *rest, environment=environment)


def test(rest: list[str]) -> int:
    """Every check, in the order in which a failure is cheapest to learn of. What follows goes to the first pytest run."""
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
        status = _call_status(*command, environment={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        if status:
            print(f"== {name} failed", flush=True)
            return status
    return 0


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
    _call(uv, "pip", "compile", *common, "--no-header", "-q", "pyproject.toml", "-o", "packaging/locks/app.txt")
    _call(uv, "pip", "compile", *common, "--no-header", "-q", "pyproject.toml", "--group", "dev", "-o", LOCK)
    return 0


def _call(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True)


def _call_status(*command: str | Path, environment: dict[str, str] | None = None) -> int:
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
