"""Cells as a spreadsheet takes them."""

from __future__ import annotations

import pytest

from sourcing_app.ui.tables.cells import as_mime, cell_of, cells_of
from sourcing_app.ui.tables.column import Column, Kind


def of_kind(kind: Kind) -> Column[str, None]:
    return Column("one", lambda _: "One", lambda record, _: record, kind=kind)


@pytest.mark.parametrize(
    ("kind", "text", "cell"),
    [
        (Kind.NUMBER, "-3.50", "-3.50"), (Kind.NUMBER, "-3+cmd", "'-3+cmd"), (Kind.NUMBER, "", ""),
        (Kind.NUMBER, "１", "１"), (Kind.TEXT, "-3.50", "'-3.50"), (Kind.TEXT, "=1\n+1", "'=1 +1"),
        (Kind.ID, "2026000000000000001", "'2026000000000000001"), (Kind.ID, "600000000001", "'600000000001"),
        (Kind.ID, "60000000000", "60000000000"), (Kind.ID, "=x", "'=x"),
        (Kind.PARTS, "2 × \u2068תיק\u2069", "2 × \u2068תיק\u2069"), (Kind.PARTS, "\u2068=1\u2069", "'\u2068=1\u2069"),
    ],
)  # fmt: skip
def test_numbers_stay_numbers_ids_stay_whole_and_no_words_are_a_formula(kind: Kind, text: str, cell: str) -> None:
    assert cell_of(of_kind(kind), text, None) == cell


def test_rows_are_copied_as_text_and_as_a_table_in_which_markup_is_letters() -> None:
    mime = as_mime(cells_of(["a", "<b>"], [of_kind(Kind.TEXT)] * 2, None))
    assert mime.text() == "One\tOne\na\ta\n<b>\t<b>"
    assert "<td>a</td>" in mime.html() and "<b>" not in mime.html()
