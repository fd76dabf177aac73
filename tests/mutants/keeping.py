"""A measurement kept between runs, and brought up to date where only some files changed since."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath

from tests.mutants.reach import Reach, measured

Texts = dict[str, str]
"""File from the tree's top -> its text."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was measured, and the files it was measured with."""

    reach: Reach
    texts: Texts


def texts_of(tree: Path) -> Texts:
    """All that a measurement depends on: the program's and the tests' text."""
    paths = [path for folder in ("sourcing_app", "tests") for path in sorted((tree / folder).rglob("*.py"))]
    return {path.relative_to(tree).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def keep(kept: Kept, path: Path, scope: str) -> None:
    """Save it under the tests it was limited to ("" for all); what was kept of other scopes stays."""
    with sqlite3.connect(path) as file:
        file.execute(
            "create table if not exists measured (scope text primary key, lines text, seconds text, texts text)"
        )
        lines = [[*place, tests] for place, tests in kept.reach.lines.items()]
        row = (scope, json.dumps(lines), json.dumps(kept.reach.seconds), json.dumps(kept.texts))
        file.execute("insert or replace into measured values (?, ?, ?, ?)", row)
    file.close()


def kept_of(path: Path, scope: str) -> Kept | None:
    """What was saved for this scope; None where there is nothing."""
    if not path.exists():
        return None
    with sqlite3.connect(path) as file:
        has_table = file.execute("select 1 from sqlite_master where name = 'measured'").fetchone()
        find = "select lines, seconds, texts from measured where scope = ?"
        row = file.execute(find, (scope,)).fetchone() if has_table else None
    file.close()
    if row is None:
        return None
    lines = {(name, line): tests for name, line, tests in json.loads(row[0])}
    return Kept(Reach(lines, json.loads(row[1])), json.loads(row[2]))


def renewed(kept: Kept, tree: Path, folder: Path, scope: Sequence[str]) -> Reach:
    """The kept measurement for a tree that has changed: only test files that changed, or whose neighbours did, are run again.

    What other tests now run in changed parts of the program is not seen: near enough while one works on tests.
    """
    now = texts_of(tree)
    again = stale_tests(kept.texts, now, scope)
    valid = {name for name in now if name not in again}
    lines = moved(kept.reach.lines, kept.texts, now)
    reach = Reach(
        {place: [test for test in tests if _file_of(test) in valid] for place, tests in lines.items()},
        {test: seconds for test, seconds in kept.reach.seconds.items() if _file_of(test) in valid},
    )
    if again:
        fresh = measured(tree, folder, sorted(again))
        reach.seconds.update(fresh.seconds)
        for place, tests in fresh.lines.items():
            reach.lines[place] = sorted({*reach.lines.get(place, []), *tests})
    return Reach({place: tests for place, tests in reach.lines.items() if tests}, reach.seconds)


def stale_tests(before: Texts, now: Texts, scope: Sequence[str]) -> set[str]:
    """Test files in scope that are new or changed, or beside a changed file that is none (fixtures, builders)."""
    changed = {name for name in {*before, *now} if before.get(name) != now.get(name) and name.startswith("tests/")}
    folders = {PurePosixPath(name).parent for name in changed if not _is_test(name)}
    tests = {name for name in now if _is_test(name) and _within(name, scope)}
    return {name for name in tests if name in changed or PurePosixPath(name).parent in folders}


def moved(lines: dict[tuple[str, int], list[str]], before: Texts, now: Texts) -> dict[tuple[str, int], list[str]]:
    """The places where the measured lines stand today; lines that were changed or taken out are left out."""
    found: dict[tuple[str, int], list[str]] = {}
    by_file: dict[str, list[int]] = defaultdict(list)
    for name, line in lines:
        by_file[name].append(line)
    for name, numbers in by_file.items():
        place = _places(before.get(name, ""), now.get(name, "")) if before.get(name) != now.get(name) else None
        for line in numbers:
            at = line if place is None else place.get(line)
            if at is not None:
                found[name, at] = lines[name, line]
    return found


def _places(before: str, now: str) -> dict[int, int]:
    """Line of before -> line of now, for lines that stayed. From 1."""
    matcher = SequenceMatcher(None, before.splitlines(), now.splitlines(), autojunk=False)
    blocks = matcher.get_matching_blocks()
    return {block.a + at + 1: block.b + at + 1 for block in blocks for at in range(block.size)}


def _is_test(name: str) -> bool:
    return PurePosixPath(name).name.startswith("test_")


def _file_of(test: str) -> str:
    return test.partition("::")[0]


def _within(name: str, scope: Iterable[str]) -> bool:
    folders = [PurePosixPath(each) for each in scope]
    path = PurePosixPath(name)
    return not folders or any(path == folder or folder in path.parents for folder in folders)
