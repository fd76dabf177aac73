"""The one door of the clone: what it installs, what it says without a network, and that it leaves nothing running."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sourcing_app.sandbox.parent import is_alive
from tests.support.sandbox import ROOT

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals to send")
WAITING = """
import os, signal, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
print(os.getpid(), os.getcwd(), flush=True)
while True:
    signal.pause()
"""


def _dev(path: Path = ROOT / "dev.py") -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev_under_test", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone with nothing in it but the door and the lock files."""
    shutil.copy(ROOT / "dev.py", tmp_path)
    shutil.copytree(ROOT / "packaging" / "locks", tmp_path / "packaging" / "locks")
    return tmp_path


def _packages(lock_file: Path) -> set[str]:
    return set(re.findall(r"^([A-Za-z0-9._-]+==\S+)", lock_file.read_text("utf-8"), re.MULTILINE))


def test_run_installs_what_the_program_needs_and_the_rest_adds_the_developers_tools(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dev = _dev()
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.needed_for("run") == dev.APP
    assert {dev.needed_for(each) for each in ("test", "bench", "tour", "campaign", "mutants")} == {dev.DEVELOPERS}
    app, developers = _packages(dev.APP), _packages(dev.DEVELOPERS)
    assert app < developers and not any(each.startswith(("pytest", "mypy", "ruff")) for each in app)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_run_is_the_tour_and_needs_what_that_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    dev = _dev()
    assert dev.needed_for("run") == dev.DEVELOPERS


def test_what_the_developers_installed_is_enough_for_run_but_not_the_other_way_round(clone: Path) -> None:
    dev = _dev(clone / "dev.py")
    for here, enough in ((dev.DEVELOPERS, {dev.APP, dev.DEVELOPERS}), (dev.APP, {dev.APP})):
        assert {each for each in (dev.APP, dev.DEVELOPERS) if dev._wanted(here) in dev._enough(each)} == enough


@posix
def test_sigterm_to_dev_run_ends_the_program_it_started(clone: Path, tmp_path: Path) -> None:
    dev = _dev(clone / "dev.py")
    (clone / ".venv" / "bin").mkdir(parents=True)
    (clone / ".venv" / "bin" / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    (clone / ".venv" / "bin" / "python").chmod(0o700)
    (clone / ".venv" / "locked").write_text(dev._wanted(dev.APP), "utf-8")
    (clone / "sourcing_app").mkdir()
    (clone / "sourcing_app" / "__main__.py").write_text(WAITING, "utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    door = subprocess.Popen(
        [sys.executable, str(clone / "dev.py"), "run"], cwd=elsewhere, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"DISPLAY": ":0"},
    )  # fmt: skip
    assert door.stdout is not None
    started, folder = door.stdout.readline().split()
    assert Path(folder) == elsewhere, "what is typed after run is meant from where it was typed"
    door.send_signal(signal.SIGTERM)
    assert door.wait(30) == 0 and not is_alive(int(started))
    door.stdout.close()


def test_a_first_run_without_a_network_says_so(clone: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    environment |= {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "http://127.0.0.1:9/simple", "DISPLAY": ":0"}
    environment |= {"PIP_NO_CACHE_DIR": "1"}
    environment.pop("PIP_EXTRA_INDEX_URL", None)
    ended = subprocess.run(
        [sys.executable, "dev.py", "run"], cwd=clone, env=environment, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1 and "Traceback" not in ended.stderr
    assert ended.stderr.startswith("The libraries could not be fetched") and "127.0.0.1" not in ended.stderr
