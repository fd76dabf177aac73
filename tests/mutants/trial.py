"""A copy of the tree in which one change at a time is made, the tests that reach it are run, and the change taken back."""

from __future__ import annotations

import compileall
import contextlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.mutants.changes import Change

_LEFT_OUT = shutil.ignore_patterns(".git", ".venv*", ".*_cache", "__pycache__", "dist", "build", "tour-out", ".mutants")
_MANY = 60
"""Tests at most in one call of pytest: what the first sixty do not notice, the next hundred and twenty may."""
_ROUNDS = 3
_PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a change. killed_by: "tests", "time", "types", or "" where it lives; tests: how many were run."""

    change: Change
    killed_by: str
    tests: int


def copied(root: Path, target: Path) -> Path:
    """The tree, without what is made anew, compiled: the changed file alone is compiled again each time."""
    shutil.copytree(root, target, ignore=_LEFT_OUT)
    compileall.compile_dir(target / "sourcing_app", quiet=2)
    compileall.compile_dir(target / "tests", quiet=2)
    return target


def tried(tree: Path, root: Path, change: Change, tests: list[str], seconds: dict[str, float]) -> Verdict:
    """Make the change in the copy and see whether anything notices: the tests in turn, then the type checker."""
    path = tree / change.path.relative_to(root)
    source, stat = path.read_text(encoding="utf-8"), path.stat()
    path.write_text(change.applied(source), encoding="utf-8")
    os.utime(
        path, (stat.st_atime, stat.st_mtime + 1000)
    )  # a file of the same size and second would be taken as compiled
    try:
        return _noticed(tree, change, [test for test in tests if seconds.get(test, 0) < _PATIENCE_S], seconds)
    finally:
        path.write_text(source, encoding="utf-8")
        os.utime(path, (stat.st_atime, stat.st_mtime))


def _noticed(tree: Path, change: Change, tests: list[str], seconds: dict[str, float]) -> Verdict:
    done = 0
    for number in range(_ROUNDS):
        some = tests[done : done + _MANY * 2**number]
        if not some:
            break
        status = _pytest(tree, some, 30 + 5 * sum(seconds.get(test, 1) for test in some))
        done += len(some)
        if status is None:
            return Verdict(change, "time", done)
        if status != 0:
            return Verdict(change, "tests", done)
    if _run(tree, [sys.executable, "-m", "mypy"], 300) != 0:
        return Verdict(change, "types", done)
    return Verdict(change, "", done)


def _pytest(tree: Path, tests: list[str], limit_s: float) -> int | None:
    """pytest's status; None where it hung."""
    words = ["-m", "pytest", "-q", "-x", "--no-header", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]
    return _run(tree, [sys.executable, *words], limit_s)


def _run(tree: Path, command: list[str], limit_s: float) -> int | None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    process = subprocess.Popen(
        command,
        cwd=tree,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(limit_s)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end_group(process)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End what the tests started, too: a marketplace of a test that hung."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, 9)
    process.kill()
    process.wait()
