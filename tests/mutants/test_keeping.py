"""A measurement is kept by what it was limited to, and brought up to date where files changed."""

from __future__ import annotations

from pathlib import Path

from tests.mutants.keeping import Kept, keep, kept_of, moved, renewed, stale_tests, texts_of
from tests.mutants.reach import Reach

PROGRAM = "sourcing_app/ui/page.py"
BEFORE = {
    PROGRAM: "a\nb\nc\n",
    "tests/ui/test_page.py": "",
    "tests/ui/cart/test_cart.py": "",
    "tests/store/test_x.py": "",
}


def test_what_is_kept_of_one_scope_is_no_other_s(tmp_path: Path) -> None:
    path = tmp_path / "reach.sqlite3"
    kept = Kept(Reach({(PROGRAM, 2): ["tests/ui/test_page.py::test"]}, {"tests/ui/test_page.py::test": 0.5}), BEFORE)
    keep(Kept(Reach(), {}), path, "")
    keep(kept, path, "tests/ui")
    assert kept_of(path, "tests/ui") == kept
    assert kept_of(path, "") == Kept(Reach(), {})
    assert kept_of(path, "tests/store") is kept_of(tmp_path / "none", "") is None


def test_lines_are_found_where_they_stand_now() -> None:
    lines = {(PROGRAM, 1): ["one"], (PROGRAM, 2): ["two"], (PROGRAM, 3): ["three"], ("other.py", 5): ["five"]}
    now = BEFORE | {PROGRAM: "new\na\nB\nc\n"}
    assert moved(lines, BEFORE, now) == {(PROGRAM, 2): ["one"], (PROGRAM, 4): ["three"], ("other.py", 5): ["five"]}


def test_tests_that_changed_or_whose_builders_did_are_run_again() -> None:
    changed = BEFORE | {"tests/ui/cart/test_cart.py": "new", "tests/ui/test_new.py": "", PROGRAM: "other"}
    assert stale_tests(BEFORE, changed, ["tests/ui"]) == {"tests/ui/cart/test_cart.py", "tests/ui/test_new.py"}
    assert stale_tests(BEFORE, changed, ["tests/store"]) == set()
    builders = BEFORE | {"tests/ui/conftest.py": "new"}
    assert stale_tests(BEFORE, builders, []) == {"tests/ui/test_page.py"}


def test_only_the_changed_test_is_run_and_its_lines_join_the_others(tmp_path: Path) -> None:
    tree = tmp_path / "house"
    for folder in ("sourcing_app", "tests/mutants"):
        (tree / folder).mkdir(parents=True)
    (tree / "sourcing_app" / "__init__.py").write_text("")
    (tree / "sourcing_app" / "least.py").write_text("def least(number):\n    return max(number, 2)\n")
    (tree / "tests" / "test_old.py").write_text("raise AssertionError('not to be run')\n")
    plugin = Path(__file__).with_name("contexts.py").read_text(encoding="utf-8")
    (tree / "tests" / "mutants" / "contexts.py").write_text(plugin)
    old = Kept(
        Reach({("sourcing_app/least.py", 2): ["tests/test_old.py::test"]}, {"tests/test_old.py::test": 1.0}),
        texts_of(tree),
    )
    test = "import sys; sys.path.insert(0, '.')\nfrom sourcing_app.least import least\n\ndef test():\n    least(3)\n"
    (tree / "tests" / "test_new.py").write_text(test)
    reach = renewed(old, tree, tmp_path / "raw", ["tests"])
    assert reach.lines["sourcing_app/least.py", 2] == ["tests/test_new.py::test", "tests/test_old.py::test"]
    assert set(reach.seconds) == {"tests/test_new.py::test", "tests/test_old.py::test"}


def test_a_line_that_runs_at_import_is_tried_with_the_tests_of_its_room() -> None:
    near, room, other = "tests/orders/test_page.py::a", "tests/ui/test_defaults.py::b", "tests/store/test_x.py::c"
    reach = Reach({(PROGRAM, 2): [near]}, {near: 0.1, room: 2.0, other: 0.1})
    assert reach.tests_of(PROGRAM, 2) == [near]
    assert reach.tests_of(PROGRAM, 1) == [near, room]
    assert reach.tests_of("sourcing_app/ui/words.py", 1) == [room]


def test_one_of_each_test_function_is_tried_before_a_second_one_of_any() -> None:
    table, other = [f"tests/ui/test_a.py::many[{number}]" for number in range(3)], "tests/store/test_b.py::one"
    named = ["tests/ui/test_page.py::x[1]", "tests/ui/test_page.py::x[2]"]
    reach = Reach({(PROGRAM, 2): [*table, other, *named]}, dict.fromkeys([*table, other, *named], 0.1))
    assert reach.tests_of(PROGRAM, 2) == [*named, table[0], other, *table[1:]]
