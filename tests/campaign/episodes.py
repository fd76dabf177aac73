"""A fast campaign: its episodes, on as many processors as there are, and one hash over all their traces."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from tests.campaign.books import Verdict
from tests.campaign.fast import WISHES, Plant, Told, episode, sound

MEMORY = Path("/dev/shm")
"""Where a file costs no disk, on Linux. What is synced and what is not is the file layer's affair, not this folder's."""


def run(orders: int, seed: int, say: Callable[[str], None], jobs: int | None = None) -> tuple[Verdict, str]:
    """The verdict over all episodes, and the hash of the whole trace. jobs: processes; None for one a processor."""
    sizes = [min(WISHES, orders - first) for first in range(0, orders, WISHES)]
    verdict, trace = Verdict(), hashlib.sha256()
    spawned = multiprocessing.get_context("spawn")
    workers = min(len(sizes), jobs or os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, spawned) as pool:
        for number, told in enumerate(pool.map(partial(one, seed), range(len(sizes)), sizes)):
            for found in told.verdict.wrong.values():
                found[:] = [f"episode {number}: {sentence}" for sentence in found]
            verdict.add(told.verdict)
            trace.update(told.trace.encode())
            if number % 10 == 9:
                say(f"{min(orders, (number + 1) * WISHES)} of {orders}, {sum(map(len, verdict.wrong.values()))} wrong")
    return verdict, trace.hexdigest()


def one(seed: int, number: int, wishes: int, *, keep_lines: bool = False, plant: Plant = sound, only: str = "") -> Told:
    """One episode in a folder that goes afterwards. Raises RuntimeError, which names it, for what the program did not expect."""
    root = str(MEMORY) if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="sourcing-campaign-", dir=root, ignore_cleanup_errors=True) as folder:
        try:
            return episode(seed, number, wishes, Path(folder), keep_lines=keep_lines, plant=plant, only=only)
        except Exception as error:
            raise RuntimeError(f"seed {seed}, episode {number}: {error!r}") from error
