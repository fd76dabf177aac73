"""``python -m tests.mutants``: sample lines of the program, change each, and print the changes that no test noticed."""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from tests.mutants.changes import Change, possible
from tests.mutants.keeping import Kept, keep, kept_of, renewed, texts_of
from tests.mutants.reach import Reach, measured
from tests.mutants.trial import Verdict, copied, tried

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / ".mutants"
BOUNDS = {"usecases": 8, "domain": 8, "store": 8, "platform": 8, "imaging": 8, "ui": 15, "sandbox": 15}
"""Survivors in a hundred at most, after those are taken off that change nothing (to be judged by a person)."""


def main(words: list[str]) -> int:
    """Print a row a survivor and the rates by room; 2 where the tests could not be run."""
    arguments = _arguments(words)
    chosen = sample(_files(arguments.paths), arguments.sample, arguments.seed)
    print(f"seed {arguments.seed}: {len(chosen)} changes", flush=True)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        trees = [copied(ROOT, Path(folder) / str(number)) for number in range(arguments.jobs)]
        try:
            reach = _reach(trees[0], Path(folder) / "coverage", arguments)
        except RuntimeError as error:
            print(error, file=sys.stderr)
            return 2
        verdicts = _verdicts(chosen, trees, reach)
    _report(verdicts)
    return 0


def _arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py mutants", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, help="files or folders of sourcing_app (all of it)")
    parser.add_argument("--sample", type=int, default=200, help="lines to change, one at a time (200)")
    parser.add_argument(
        "--seed", type=int, default=int(time.time()) % 100_000, help="the same seed takes the same lines"
    )
    parser.add_argument(
        "--tests", nargs="+", default=[], metavar="PATH", help="learn from these tests alone which line they run (all)"
    )
    parser.add_argument(
        "--kept", action="store_true", help="though files changed, keep what was learnt; run changed tests alone again"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2, help="changes tried side by side")
    return parser.parse_args(words)


def _files(paths: Iterable[Path]) -> list[Path]:
    wanted = [path.resolve() for path in paths] or [ROOT / "sourcing_app"]
    found = {file for path in wanted for file in ([path] if path.is_file() else path.rglob("*.py"))}
    return sorted(found)


def sample(files: list[Path], count: int, seed: int) -> list[Change]:
    """Lines drawn alike, whatever may be changed on them; one change of each, drawn in turn."""
    by_line: dict[tuple[Path, int], list[Change]] = defaultdict(list)
    for change in possible(files):
        by_line[change.path, change.line].append(change)
    draw = random.Random(seed)
    lines = draw.sample(sorted(by_line), min(count, len(by_line)))
    return [draw.choice(by_line[line]) for line in lines]


def _reach(tree: Path, folder: Path, arguments: argparse.Namespace) -> Reach:
    """The kept measurement where nothing changed since, or where ``--kept`` says that it will do; else a new one."""
    scope, texts, path = " ".join(arguments.tests), texts_of(tree), KEPT / "reach.sqlite3"
    KEPT.mkdir(exist_ok=True)
    found = kept_of(path, scope)
    if found is not None and found.texts == texts:
        return found.reach
    if found is not None and arguments.kept:
        reach = renewed(found, tree, folder, arguments.tests)
    else:
        print("running the tests once, to learn which of them runs which line ...", flush=True)
        reach = measured(tree, folder, arguments.tests)
    keep(Kept(reach, texts), path, scope)
    return reach


def _verdicts(chosen: list[Change], trees: list[Path], reach: Reach) -> list[Verdict]:
    free: SimpleQueue[Path] = SimpleQueue()
    for tree in trees:
        free.put(tree)

    def one(change: Change) -> Verdict:
        tree = free.get()
        try:
            tests = reach.tests_of(change.path.relative_to(ROOT).as_posix(), change.line)
            verdict = tried(tree, ROOT, change, tests, reach.seconds)
        finally:
            free.put(tree)
        if not verdict.killed_by:
            print(_row(verdict), flush=True)
        return verdict

    with ThreadPoolExecutor(len(trees)) as pool:
        return list(pool.map(one, chosen))


def _row(verdict: Verdict) -> str:
    change = verdict.change
    was, now = (" ".join(text.split())[:60] for text in (change.was, change.now))
    place = f"{change.path.relative_to(ROOT).as_posix()}:{change.line}"
    return f"  lives  {place}  {was}  ->  {now}  ({verdict.tests} tests)"


def _report(verdicts: list[Verdict]) -> None:
    tried_in: Counter[str] = Counter()
    alive_in: Counter[str] = Counter()
    for verdict in verdicts:
        room = verdict.change.path.relative_to(ROOT / "sourcing_app").parts[0].removesuffix(".py")
        tried_in[room] += 1
        alive_in[room] += not verdict.killed_by
    print(f"{'room':<14}{'changed':>8}{'alive':>7}{'rate':>8}{'bound':>8}")
    for room in sorted(tried_in):
        rate = 100 * alive_in[room] / tried_in[room]
        bound = f"{BOUNDS[room]} %" if room in BOUNDS else "-"
        print(f"{room:<14}{tried_in[room]:>8}{alive_in[room]:>7}{rate:>6.0f} %{bound:>8}")
    ways = Counter(verdict.killed_by or "alive" for verdict in verdicts)
    print("noticed by: " + ", ".join(f"{way} {count}" for way, count in sorted(ways.items())))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
