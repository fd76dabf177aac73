"""Runs a function in a new process: SQLite's file layer is for a whole process, and the tests' own is to keep the system's."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def elsewhere(function: Callable[..., T], *arguments: object) -> T:
    """The function's value. It must be one of a module."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(function, *arguments).result()
