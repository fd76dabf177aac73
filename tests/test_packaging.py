"""What is installed is what stands here: every file is in a declared package, and nobody reaches past ``resource``.

``python3 dev.py wheel`` builds the wheel itself and tries it.
"""

from __future__ import annotations

import importlib
import re
import runpy
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sourcing_app.ui.settings.about import notices_file

ROOT = Path(__file__).resolve().parent.parent


def _declared(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What setup.py hands over, read without setuptools: that comes from the registry when a wheel is built."""
    given: dict[str, Any] = {}
    stand_in = ModuleType("setuptools")
    stand_in.setup = given.update  # type: ignore[attr-defined]
    stand_in.find_packages = _packages  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "setuptools", stand_in)
    monkeypatch.chdir(ROOT)
    runpy.run_path("setup.py")
    return given


def _packages(include: list[str]) -> list[str]:
    """As setuptools finds them: a folder counts with an ``__init__.py`` in it and in all above it."""
    folders = [path.parent.relative_to(ROOT) for path in (ROOT / "sourcing_app").rglob("__init__.py")]
    whole = [folder for folder in folders if {folder, *folder.parents} - {Path()} <= set(folders)]
    names = [".".join(folder.parts) for folder in whole]
    return [name for name in names if any(fnmatch(name, pattern) for pattern in include)]


def _files(folder: str, pattern: str = "*") -> list[Path]:
    found = (path.relative_to(ROOT) for path in (ROOT / folder).rglob(pattern) if path.is_file())
    return [path for path in found if "__pycache__" not in path.parts]


def test_every_module_is_in_a_package_that_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    packages = set(_declared(monkeypatch)["packages"])
    assert [path for path in _files("sourcing_app", "*.py") if ".".join(path.parent.parts) not in packages] == []


def test_every_resource_is_installed_inside_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    given = _declared(monkeypatch)
    assert given["package_dir"] == {"sourcing_app.resources": "resources"}
    left_out = []
    for path in _files("resources"):
        package = ".".join(("sourcing_app", *path.parent.parts))
        taken = any(fnmatch(path.name, pattern) for pattern in given["package_data"].get(package, ()))
        if package not in given["packages"] or not taken or path.name.startswith("."):
            left_out.append(path)
    assert left_out == []


def test_what_the_desktop_needs_stands_where_it_is_said_to(monkeypatch: pytest.MonkeyPatch) -> None:
    for _, files in _declared(monkeypatch)["data_files"]:
        assert [name for name in files if not (ROOT / name).is_file()] == []


def test_only_the_two_doors_know_where_resources_are() -> None:
    """A path of one's own from ``__file__`` to ``resources`` is true in a clone and false once installed."""
    doors = {Path("sourcing_app/config/settings.py"), Path("sourcing_app/sandbox/resources.py")}
    knowing = {
        path for path in _files("sourcing_app", "*.py") if re.search(r'/ "resources"', (ROOT / path).read_text("utf-8"))
    }
    assert knowing == doors


def test_the_notices_that_settings_open_are_there() -> None:
    assert notices_file().is_file()


def test_every_command_that_is_installed_is_there() -> None:
    """A program with windows has no console on Windows: what prints needs a command of its own."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["scripts"].keys() == {"sourcing-api", "sourcing-sandbox"} and project["gui-scripts"].keys() == {
        "sourcing"
    }
    for target in (*project["scripts"].values(), *project["gui-scripts"].values()):
        module, _, name = target.partition(":")
        assert callable(getattr(importlib.import_module(module), name))
