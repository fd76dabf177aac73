"""``python -m tests.campaign [--orders 300] [--seed N] [--fast]``: exit status 0 only if nothing was doubled, lost or untold."""

from __future__ import annotations

import argparse
import secrets
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.campaign.books import Verdict
from tests.campaign.table import table


def main(words: list[str]) -> int:
    """Runs one campaign and prints its table."""
    given = _parser().parse_args(words)
    seed = secrets.randbelow(10**6) if given.seed is None else given.seed
    started = time.monotonic()
    again = f"dev.py campaign{' --fast' if given.fast else ''} --orders {given.orders} --seed {seed}"
    print(f"campaign: {given.orders} decisions, seed {seed}{', fast' if given.fast else ''}", flush=True)
    if given.episode is not None:
        verdict = _stepped(seed, given.episode, given.trace)
    elif given.fast:
        verdict = _fast(given.orders, seed, given.jobs)
    else:
        verdict = _real(given.orders, seed)
    print(table(verdict))
    print(f"{time.monotonic() - started:.0f} s; again with: {again}", flush=True)
    return 0 if verdict.holds else 1


def _say(line: str) -> None:
    print(f"  {line}", flush=True)


def _real(orders: int, seed: int) -> Verdict:
    from tests.campaign import real

    folder = Path(tempfile.mkdtemp(prefix="sourcing-campaign-"))
    verdict = real.run(orders, seed, folder, _say)
    if verdict.holds:
        shutil.rmtree(folder, ignore_errors=True)
    else:
        print(f"ledger, diary and trace of the network are kept in {folder}")
    return verdict


def _fast(orders: int, seed: int, jobs: int | None) -> Verdict:
    from tests.campaign import episodes

    verdict, trace = episodes.run(orders, seed, _say, jobs)
    print(f"trace {trace}")
    return verdict


def _stepped(seed: int, number: int, target: Path | None) -> Verdict:
    """One episode, its trace written down line by line."""
    from tests.campaign import episodes
    from tests.campaign.fast import WISHES

    told = episodes.one(seed, number, WISHES, keep_lines=True)
    if target is not None:
        target.write_text("\n".join(told.lines) + "\n", "utf-8")
    print(f"trace {told.trace}, {len(told.lines)} lines")
    return told.verdict


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py campaign", description="A buyer orders while everything fails.")
    parser.add_argument("--orders", type=int, default=300, metavar="N", help="decisions to make (300)")
    parser.add_argument("--seed", type=int, metavar="N", help="which campaign; drawn and printed where not given")
    parser.add_argument(
        "--fast", action="store_true", help="in one process on virtual time; the same seed, the same trace"
    )
    parser.add_argument("--jobs", type=int, metavar="N", help="with --fast: processes (one a processor)")
    parser.add_argument("--episode", type=int, metavar="N", help="that part of a fast campaign alone")
    parser.add_argument("--trace", type=Path, metavar="FILE", help="with --episode: write its trace here")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
