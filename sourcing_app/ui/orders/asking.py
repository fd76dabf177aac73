"""A question before something that cannot be undone or costs money: it names what it is about, and does nothing by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Question:
    """key: its name for tests. facts: (what, before, now), before "" where there is only one value; choices: (code, words),
    one of which is chosen; remark: a line of the person's own may be added. act(code, remark): what a yes does."""

    key: str
    title: str
    sentence: str
    accept: str
    stay: str
    act: Callable[[str, str], object] = field(repr=False, compare=False)
    facts: tuple[tuple[str, str, str], ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    remark: bool = False
    is_danger: bool = False
