"""What the records of a room say of members that nobody told, read from the records themselves."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import Any


def modules_of(room: str) -> Iterator[ModuleType]:
    """Every module of ``sourcing_app.<room>`` but those that run at once when imported."""
    package = importlib.import_module(f"sourcing_app.{room}")
    yield package
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def classes_of(room: str) -> Iterator[type]:
    """Every class that a module of the room declares."""
    for module in modules_of(room):
        for each in vars(module).values():
            if isinstance(each, type) and each.__module__ == module.__name__:
                yield each


def decided(room: str) -> dict[str, Any]:
    """ "Record.member" -> its default, for those that are not simply empty: None, "", 0, 0.0, False, ()."""
    return {
        f"{each.__name__}.{member.name}": member.default
        for each in classes_of(room)
        if dataclasses.is_dataclass(each)
        for member in dataclasses.fields(each)
        if member.default is not dataclasses.MISSING and not _is_empty(member.default)
    }


def _is_empty(value: object) -> bool:
    return value is None or value is False or (type(value) in (int, float, str, tuple) and not value)
