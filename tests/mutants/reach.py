"""Which tests run a line: the suite, or a part of it, once under coverage, a context a test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from coverage import Coverage, CoverageData

_RC = """[run]
source = sourcing_app
parallel = true
data_file = {data}
patch = subprocess
disable_warnings = no-data-collected, module-not-measured, module-not-imported, couldnt-parse
"""


@dataclass(slots=True)
class Reach:
    """lines: (file from the tree's top, line) -> test ids; seconds: test id -> how long it took."""

    lines: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    def tests_of(self, path: str, line: int) -> list[str]:
        """Tests that run the line: those named after its file first, then one of each test function, then a second one of each,
        and so on; among them those of the same room first, and quick ones before slow ones.

        For a line that runs at import, which no test is seen to do: tests of the lines near by and tests of its room, in turn.
        """
        found = self.lines.get((path, line), [])
        if found:
            return self._in_turn(found, path)
        near = {test for (file, _), tests in self.lines.items() if file == path for test in tests}
        room = {test for test in self.seconds if test.startswith(f"tests/{_room(path)}/")}
        pairs = zip_longest(self._in_turn(near, path), self._in_turn(room, path))
        return list(dict.fromkeys(test for pair in pairs for test in pair if test is not None))

    def _in_turn(self, tests: Iterable[str], path: str) -> list[str]:
        stem, room = Path(path).stem, _room(path)

        def rank(test: str) -> tuple[bool, float, str]:
            return room not in test, self.seconds.get(test, 9), test

        turns: Counter[str] = Counter()
        ranked: list[tuple[bool, int, tuple[bool, float, str]]] = []
        for test in sorted(tests, key=rank):
            function = test.partition("[")[0]
            turns[function] += 1
            ranked.append((stem not in test, turns[function] if stem not in test else 0, rank(test)))
        return [test for _, _, (_, _, test) in sorted(ranked)]


def _room(path: str) -> str:
    return path.split("/")[1].removesuffix(".py")


def measured(tree: Path, folder: Path, tests: Sequence[str] = ()) -> Reach:
    """Run these tests of a tree (none named: all) under coverage; ``folder`` keeps the raw data.

    Raises RuntimeError when they do not run.
    """
    folder.mkdir(parents=True, exist_ok=True)
    settings, data, times = folder / "coveragerc", folder / "data", folder / "times"
    settings.write_text(_RC.format(data=data), encoding="utf-8")
    words = [
        "-m",
        "coverage",
        "run",
        f"--rcfile={settings}",
        "-m",
        "pytest",
        "-q",
        "-n",
        "2",
        "--ignore=tests/journeys",
    ]
    words += ["-p", "tests.mutants.contexts", *tests]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "TIMES_FOLDER": str(times)}
    times.mkdir(exist_ok=True)
    run = subprocess.run([sys.executable, *words], cwd=tree, env=environment, check=False)
    if run.returncode not in (0, 1):
        raise RuntimeError(f"the tests did not run: pytest ended with {run.returncode}")
    coverage = Coverage(config_file=str(settings))
    coverage.combine()
    coverage.save()
    return Reach(_lines(coverage.get_data(), tree), _seconds(times))


def _lines(data: CoverageData, tree: Path) -> dict[tuple[str, int], list[str]]:
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for file in data.measured_files():
        name = Path(file).resolve().relative_to(tree.resolve()).as_posix()
        for line, contexts in data.contexts_by_lineno(file).items():
            found[name, line] = sorted(context for context in contexts if context)
    return {key: tests for key, tests in found.items() if tests}


def _seconds(folder: Path) -> dict[str, float]:
    times: dict[str, float] = {}
    for path in folder.iterdir():
        for line in path.read_text(encoding="utf-8").splitlines():
            test, seconds, passed = json.loads(line)
            times[test] = seconds if passed else float("inf")
    return times
