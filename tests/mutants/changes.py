"""Small changes to a source file, each of which a good test should notice."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_COMPARED: dict[type[ast.cmpop], str] = {
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Is: "is not",
    ast.IsNot: "is",
}
_COUNTED: dict[type[ast.operator], str] = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "+",
    ast.Div: "*",
    ast.FloorDiv: "*",
    ast.Mod: "*",
    ast.BitAnd: "|",
    ast.BitOr: "&",
}
_SPOKEN = ("tr", "QT_TRANSLATE_NOOP", "debug", "info", "warning", "exception", "error")
"""Calls whose texts are for people: the check of translations compares them."""
_SEEN = (
    "setSpacing", "setHorizontalSpacing", "setVerticalSpacing", "setContentsMargins", "setMinimumHeight",
    "setMinimumWidth", "setMinimumSize", "setMaximumWidth", "setMaximumHeight", "setFixedSize", "setFixedHeight",
    "setFixedWidth", "addStretch", "addSpacing", "setStretch", "setColumnStretch", "setRowStretch", "setStretchFactor",
    "setObjectName", "setProperty", "setRenderHint", "setCosmetic", "setCursor",
)  # fmt: skip
"""Calls that only the eye can judge, and drawings (``is_drawing``): looked at as pictures, not line by line."""
_ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
_LOOKS = {icon.stem for icon in _ICONS.glob("*.svg")} | {
    "window", "surface", "raised", "line", "muted", "text", "accent", "price", "good", "warning", "danger", "info",
    "caption", "body", "strong", "title", "big",
}  # fmt: skip
"""Names of icons, colours and sizes of type, in the window's rooms."""
_TYPES = ("cast", "TypeVar", "NewType", "Protocol")


@dataclass(frozen=True, slots=True)
class Change:
    """One replacement in one file. start, end: offsets in the text's characters; line: from 1; was, now: the texts."""

    path: Path
    line: int
    start: int
    end: int
    was: str
    now: str

    def applied(self, source: str) -> str:
        """The file's text with the change made."""
        return source[: self.start] + self.now + source[self.end :]


def changes_of(path: Path) -> list[Change]:
    """All changes that can be made to a file, in the order of its lines."""
    if is_drawing(path):
        return []
    source = path.read_text(encoding="utf-8")
    finder = _Finder(path, source)
    finder.visit(ast.parse(source))
    return sorted(finder.found, key=lambda change: (change.line, change.start, change.now))


def is_drawing(path: Path) -> bool:
    """Whether a file is coordinates and colours: the marketplace's drawn goods, the window's icons and style sheet."""
    return "pictures" in path.parts or path.parent.name == "theme"


class _Finder(ast.NodeVisitor):
    """Walks a file and collects changes. Leaves out what no test can notice: types, docstrings, texts for people."""

    def __init__(self, path: Path, source: str) -> None:
        self.found: list[Change] = []
        self._path = path
        self._source = source
        self._lines = [0]
        for line in source.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def visit_Compare(self, node: ast.Compare) -> None:
        left: ast.expr = node.left
        for operator, right in zip(node.ops, node.comparators, strict=True):
            self._between(left, right, _COMPARED[type(operator)])
            left = right
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        for left, right in zip(node.values, node.values[1:], strict=False):
            self._between(left, right, "or" if isinstance(node.op, ast.And) else "and")
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        other = _COUNTED.get(type(node.op))
        texts = any(isinstance(side, ast.JoinedStr) or _is_text(side) for side in (node.left, node.right))
        if other is not None and not texts:
            self._between(node.left, node.right, other)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self._replace(node, f"bool({self._text(node.operand)})")
        self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._function(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self._replace(node, str(not node.value))
        elif isinstance(node.value, int):
            self._replace(node, str(node.value + 1))
        elif isinstance(node.value, str) and node.value.isidentifier() and not self._is_look(node.value):
            self._replace(node, repr(node.value + "_"))

    def visit_If(self, node: ast.If) -> None:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return
        for always in ("True", "False"):
            self._replace(node.test, always)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        for always in ("True", "False"):
            self._replace(node.test, always)
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
            self._replace(node.value, "None")
            self.visit(node.value)

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Constant):
            return  # a docstring
        if isinstance(node.value, ast.Call | ast.Await) and not self._is_spoken(node.value):
            if self._is_seen(node.value):
                return
            self._replace(node, "pass")
        self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        self._replace(node, "pass")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if self._is_spoken(node) or self._is_seen(node):
            return
        for keyword in node.keywords:
            if keyword.arg is not None and isinstance(keyword.value, ast.Name | ast.Attribute):
                self._replace(keyword.value, "None")
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Texts put together have no positions of their own in every version of Python: left alone."""

    def visit_Match(self, node: ast.Match) -> None:
        self.visit(node.subject)
        for case in node.cases:
            for statement in case.body:
                self.visit(statement)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        for default in [*node.args.defaults, *node.args.kw_defaults]:
            if default is not None:
                self.visit(default)
        if any(argument.arg == "painter" for argument in node.args.args):
            return  # painting
        for statement in node.body:
            self.visit(statement)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for statement in node.body:
            self.visit(statement)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        if "__all__" not in names and not self._is_type(node.value):
            self.visit(node.value)

    def _is_type(self, value: ast.expr) -> bool:
        return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in _TYPES

    def _is_spoken(self, node: ast.expr) -> bool:
        return _called(node) in _SPOKEN

    def _is_seen(self, node: ast.expr) -> bool:
        return _called(node) in _SEEN

    def _is_look(self, text: str) -> bool:
        return "ui" in self._path.parts and text in _LOOKS

    def _between(self, left: ast.expr, right: ast.expr, now: str) -> None:
        """Replace the operator that stands between two operands, but not the brackets around it."""
        start, end = self._offset(left.end_lineno, left.end_col_offset), self._offset(right.lineno, right.col_offset)
        text = self._source[start:end]
        word = text.strip("() \t\r\n\\")
        if not word or "#" in text:
            return
        start += text.index(word)
        self._add(start, start + len(word), now)

    def _replace(self, node: ast.expr | ast.stmt, now: str) -> None:
        start = self._offset(node.lineno, node.col_offset)
        self._add(start, self._offset(node.end_lineno, node.end_col_offset), now)

    def _add(self, start: int, end: int, now: str) -> None:
        was = self._source[start:end]
        if was != now:
            line = self._source.count("\n", 0, start) + 1
            self.found.append(Change(self._path, line, start, end, was, now))

    def _offset(self, line: int | None, column: int | None) -> int:
        """Offset in characters of a position, whose column ``ast`` counts in bytes."""
        assert line is not None and column is not None
        begin = self._lines[line - 1]
        text = self._source[begin : self._lines[line]] if line < len(self._lines) else self._source[begin:]
        return begin + len(text.encode("utf-8")[:column].decode("utf-8"))

    def _text(self, node: ast.expr) -> str:
        return ast.get_source_segment(self._source, node) or "None"


def _called(node: ast.expr) -> str:
    """The last name of what is called; "" where that has none."""
    function = node.func if isinstance(node, ast.Call) else None
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def possible(paths: list[Path]) -> Iterator[Change]:
    """The changes of several files that still are Python afterwards."""
    for path in paths:
        source = path.read_text(encoding="utf-8")
        for change in changes_of(path):
            try:
                ast.parse(change.applied(source))
            except SyntaxError:
                continue
            yield change
