"""Which changes are made to a line, and that a whole trial tells a guarded line from an unguarded one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutants.__main__ import sample
from tests.mutants.changes import Change, changes_of, possible
from tests.mutants.trial import copied, tried


def _changed(tmp_path: Path, source: str) -> set[str]:
    path = tmp_path / "sample.py"
    path.write_text(source, encoding="utf-8")
    return {change.applied(source) for change in changes_of(path)}


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("x = a < b\n", "x = a <= b\n"),
        ("x = (a) == (b)\n", "x = (a) != (b)\n"),
        ("x = a and b\n", "x = a or b\n"),
        ("x = not a\n", "x = bool(a)\n"),
        ("x = 3\n", "x = 4\n"),
        ("x = '名', a + b\n", "x = '名', a - b\n"),
        ("if a:\n    b()\n", "if False:\n    b()\n"),
        ("def f():\n    return 1\n", "def f():\n    return None\n"),
        ("f(a)\n", "pass\n"),
        ("f(a, key=b)\n", "f(a, key=None)\n"),
        ("raise Refused\n", "pass\n"),
    ],
)
def test_a_line_is_changed_in_one_place(tmp_path: Path, source: str, changed: str) -> None:
    assert changed in _changed(tmp_path, source)


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring."""\n',
        "import os\n",
        "if TYPE_CHECKING:\n    import os\n",
        "x: int | None = None\n",
        "log.info('nothing %s', 1)\n",
        "box.setSpacing(4)\n",
        "def paint(painter):\n    painter.drawLine(1, 2)\n",
    ],
)
def test_what_no_test_can_notice_stays(tmp_path: Path, source: str) -> None:
    assert _changed(tmp_path, source) == set()


def test_the_same_seed_takes_the_same_lines_and_no_line_twice(tmp_path: Path) -> None:
    path = tmp_path / "sample.py"
    path.write_text("".join(f"x{number} = a < {number}\n" for number in range(50)), encoding="utf-8")
    first = sample([path], 20, 5)
    assert first == sample([path], 20, 5) != sample([path], 20, 6)
    assert len({change.line for change in first}) == 20
    assert len(list(possible([path]))) > 50


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A program of one function and its tests, one of which looks at the bound."""
    root = tmp_path / "house"
    for folder in ("sourcing_app", "tests"):
        (root / folder).mkdir(parents=True)
    (root / "pyproject.toml").write_text("[tool.mypy]\nfiles = ['sourcing_app']\n", encoding="utf-8")
    text = "def least(number: int) -> int:\n    return number if number > 2 else 2\n\n\nspare = 1\n"
    (root / "sourcing_app" / "quantity.py").write_text(text, encoding="utf-8")
    test = (
        "import sys; sys.path.insert(0, '.')\nfrom sourcing_app.quantity import least\n\n\n"
        "def test_least():\n    assert [least(n) for n in (1, 2, 3)] == [2, 2, 3]\n"
    )
    (root / "tests" / "test_quantity.py").write_text(test, encoding="utf-8")
    return root


def _verdict(house: Path, tmp_path: Path, was: str, now: str) -> str:
    path = house / "sourcing_app" / "quantity.py"
    source = path.read_text(encoding="utf-8")
    change = Change(path, 1, source.index(was), source.index(was) + len(was), was, now)
    tree = copied(house, tmp_path / "copy")
    verdict = tried(tree, house, change, ["tests/test_quantity.py::test_least"], {})
    assert (tree / "sourcing_app" / "quantity.py").read_text(encoding="utf-8") == source
    return verdict.killed_by


@pytest.mark.parametrize(
    ("was", "now", "killed_by"),
    [("> 2", "> 9", "tests"), ("spare = 1", "spare = 2", ""), ("spare = 1", "spare: str = 1", "types")],
)
def test_a_trial_says_what_noticed_the_change(house: Path, tmp_path: Path, was: str, now: str, killed_by: str) -> None:
    assert _verdict(house, tmp_path, was, now) == killed_by
