"""A column as a value: how a fact of a record is named, said, sorted, painted and copied. Adding one is writing one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from sourcing_app.ui.tables.canvas import Canvas

R = TypeVar("R")
C = TypeVar("C")
ColumnT = TypeVar("ColumnT", bound="Column[Any, Any]")

MISSING = "—"
"""Said where a fact is not told; painted in a quiet colour."""


class Kind(Enum):
    """What the texts of a column are, which decides where they stand and how a spreadsheet takes them.

    TEXT: anybody's words. PARTS: words that were made clean and shut in (``isolated``) before they were joined. NUMBER: to
    the right, in figures of one width, and a number in a spreadsheet. ID: digits that a spreadsheet must not round.
    """

    TEXT = "text"
    PARTS = "parts"
    NUMBER = "number"
    ID = "id"


@dataclass(frozen=True)  # without slots: on Python 3.11 a generic class cannot have both
class Column(Generic[R, C]):
    """One column of a table of records.

    R: the record of a row. C: what all rows are shown at, such as a moment, a quantity or a language.
    key: its name in code, settings and tests, one of its kind in a table; nothing asks where a column stands.
    width: to begin with, in pixels at the usual text size.
    sort: what rows are sorted by, missing values included, or the word for it where the store sorts them; None where the
    table is not sorted by it.
    plain: for a spreadsheet, where that is another text than on the screen.
    paint: in place of the text in one line. tone: a role of the palette.
    hidden: until a person wants it. stretch: takes the room that is left, and is never hidden. gives_way: hidden where
    the column that stretches has no room.
    """

    key: str
    heading: Callable[[C], str] = field(repr=False)
    text: Callable[[R, C], str] = field(repr=False)
    width: int = 110
    kind: Kind = Kind.TEXT
    sort: Callable[[R], Any] | Enum | None = field(default=None, repr=False)
    plain: Callable[[R, C], str] | None = field(default=None, repr=False)
    tip: Callable[[R, C], str] | None = field(default=None, repr=False)
    paint: Callable[[Canvas, R, C], None] | None = field(default=None, repr=False)
    tone: str = "text"
    strong: bool = False
    small: bool = False
    hidden: bool = False
    stretch: bool = False
    gives_way: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it stands at the right, in figures of one width, and is sorted from the largest first."""
        return self.kind is Kind.NUMBER


@dataclass(frozen=True, slots=True)
class Sorting:
    """What a table is sorted by here."""

    key: str
    descending: bool = False


def by_key(columns: Iterable[ColumnT]) -> dict[str, ColumnT]:
    """The columns by their names. Raises ValueError where two have the same."""
    found: dict[str, ColumnT] = {}
    for column in columns:
        if column.key in found:
            raise ValueError(f"two columns are named {column.key}")
        found[column.key] = column
    return found


def in_order(records: Iterable[R], columns: Sequence[Column[R, Any]], sorting: Sorting | None) -> list[R]:
    """The records sorted by a column; as they came for None. Equal ones stay in the order in which they came."""
    take = by_key(columns)[sorting.key].sort if sorting is not None else None
    if sorting is None or not callable(take):
        return list(records)
    return sorted(records, key=take, reverse=sorting.descending)
