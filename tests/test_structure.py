"""The house itself: no two files import each other, not even for types, and every room says what it is for."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "sourcing_app"


def _modules() -> dict[str, ast.Module]:
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text("utf-8"))
    return found


def _imported(tree: ast.Module, known: set[str]) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= inside & known or {node.module}
    return names & known


def test_no_two_files_import_each_other() -> None:
    modules = _modules()
    graph = {name: _imported(tree, set(modules)) - {name} for name, tree in modules.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        raise AssertionError(" -> ".join(circle.args[1])) from None


def test_every_room_says_what_it_is_for() -> None:
    rooms = {path.parent.relative_to(PACKAGE): path for path in PACKAGE.rglob("__init__.py")}
    assert [room for room, path in rooms.items() if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []


def _protocols(tree: ast.Module) -> list[ast.ClassDef]:
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == "Protocol" for base in node.bases)
    ]


def test_the_window_takes_use_cases_by_their_own_types() -> None:
    """No protocol stands between a view and a use case, so that an editor goes from the one to the other in a step."""
    copies = [
        f"{name}.{kind.name}"
        for name, tree in _modules().items()
        if name.startswith("sourcing_app.ui")
        for kind in _protocols(tree)
        if any(isinstance(node, ast.AsyncFunctionDef) for node in kind.body)
    ]
    assert copies == []
