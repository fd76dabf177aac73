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


_BY_NAME = {"getattr", "hasattr", "setattr", "delattr", "methodcaller", "attrgetter", "invokeMethod", "getattr_static"}
_NO_PAGE = {
    "ui/theme/palette.py": "colours by the name of their role",
    "ui/theme/stylesheet.py": "colours by the name of their role",
    "ui/settings/sections.py": "members of the settings",
    "ui/freed_memory.py": "a function of the C library",
    "ui/socket_place.py": "a constant that some systems lack",
}
"""Files of the window that read something by a name, and what: none of it is a page, or knows one."""


def _called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _reads_an_option(node: ast.Call) -> bool:
    """Of a QStyleOption: members that its type stubs lack."""
    return len(node.args) == 2 and isinstance(node.args[0], ast.Name) and node.args[0].id == "option"


def test_no_page_method_is_called_by_string() -> None:
    """The window knows its pages by type: whoever mistypes a hook, a request or a tab hears of it from the type checker."""
    found = [
        f"{name}:{node.lineno} {_called(node)}"
        for name, tree in _modules().items()
        if name.startswith(("sourcing_app.ui", "sourcing_app.app"))
        if name.removeprefix("sourcing_app.").replace(".", "/") + ".py" not in _NO_PAGE
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _called(node) in _BY_NAME and not _reads_an_option(node)
    ]
    assert found == []


def test_a_page_asks_only_by_ask_which_takes_requests_alone() -> None:
    """``Signal.emit`` takes anything; ``Page.ask`` is checked."""
    emitting = [
        name
        for name, tree in _modules().items()
        if name.startswith("sourcing_app.ui")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "emit" and ast.unparse(node.value) == "self.request"
    ]
    assert sorted(emitting) == ["sourcing_app.ui.page", "sourcing_app.ui.shell.intake"]


def test_tabs_are_named_by_their_key_never_by_a_string() -> None:
    def written(node: ast.AST) -> bool:
        return isinstance(node, ast.Call) and any(
            isinstance(each, ast.Constant) and isinstance(each.value, str) for each in node.args
        )

    calls = {"show_page", "go_to_page", "GoTo", "page"}
    found = [
        f"{name}:{node.lineno}"
        for name, tree in _modules().items()
        if name.startswith(("sourcing_app.ui", "sourcing_app.app"))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _called(node) in calls and written(node)
    ]
    assert found == []


def test_a_file_of_a_tab_defines_no_signal_for_the_window() -> None:
    """What a page says to the window is declared once, in ui/page.py; a signal of its own nobody would hear."""
    own = [
        f"{name}.{kind.name}.{ast.unparse(line)}"
        for name, tree in _modules().items()
        for kind in ast.walk(tree)
        if isinstance(kind, ast.ClassDef) and {ast.unparse(base) for base in kind.bases} & {"Page", "ResultsPage"}
        for line in kind.body
        if isinstance(line, ast.Assign) and ast.unparse(line.value).startswith("Signal(")
    ]
    assert own == []
