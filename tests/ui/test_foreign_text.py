"""A seller's text beside ours: wherever the two are joined, the seller's is shut in and cannot move our numbers."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.platform.transport.fields import plain
from sourcing_app.ui.notices import Notice
from sourcing_app.ui.orders.export import as_csv, cells
from sourcing_app.ui.orders.words import close_sentence, goods_text, status_chip
from sourcing_app.ui.widgets.labels import ElidedLabel, elided_lines, within_reach
from sourcing_app.ui.widgets.notice_bar import NoticeRow
from tests.domain.samples import NOW
from tests.domain.test_orders import DETAIL

UI = Path(__file__).resolve().parents[2] / "sourcing_app" / "ui"
STRANGERS = {
    "supplier_name", "title_translated", "spec_text", "item_number", "status_word", "close_reason", "reason_text",
    "name_translated", "spec_text_translated", "title", "origin", "full_name", "one_line", "theirs", "unit_translated",
}  # fmt: skip
"""Members of records that hold a stranger's words."""
OURS = {"action.title", "page.title"}
FOREIGN = "תיק בד"
SHUT_IN = f"\u2068{FOREIGN}\u2069"


def joined(tree: ast.AST) -> Iterator[ast.expr]:
    """What is put into texts: values of f-strings, arguments of ``format``; names by which notices are told apart are not."""
    causes = [each for each in ast.walk(tree) if isinstance(each, ast.keyword) and each.arg == "cause"]
    named = {id(node) for each in causes for node in ast.walk(each)}
    for node in ast.walk(tree):
        if id(node) in named:
            continue
        if isinstance(node, ast.JoinedStr) and len(node.values) > 1:
            yield from (part.value for part in node.values if isinstance(part, ast.FormattedValue))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            yield from node.args


def bare(value: ast.expr) -> Iterator[str]:
    """Members of strangers in it that nothing shuts in."""
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "isolated":
        return
    if isinstance(value, ast.Attribute) and value.attr in STRANGERS and ast.unparse(value) not in OURS:
        yield value.attr
    for child in ast.iter_child_nodes(value):
        if isinstance(child, ast.expr):
            yield from bare(child)


def test_no_text_of_a_stranger_is_joined_with_ours_unless_it_is_shut_in() -> None:
    found = [
        f"{path.relative_to(UI)}:{value.lineno} {name}"
        for path in sorted(UI.rglob("*.py"))
        for value in joined(ast.parse(path.read_text("utf-8")))
        for name in bare(value)
    ]
    assert found == []


def foreign_order() -> Aged[Order]:
    entries = tuple(replace(entry, title=FOREIGN, spec_text=FOREIGN) for entry in DETAIL.entries)
    closed = replace(DETAIL, status=OrderStatus.CANCELLED, close_reason=FOREIGN, supplier_name=FOREIGN, entries=entries)
    return Aged(closed, NOW)


def test_an_orders_sentences_and_its_exported_goods_shut_the_sellers_words_in() -> None:
    row = foreign_order()
    assert SHUT_IN in goods_text(row.value) and SHUT_IN in close_sentence(row.value)
    unknown = replace(row.value, status=OrderStatus.UNKNOWN, status_word=f"\u202e{FOREIGN}")
    assert status_chip(unknown)[0] == SHUT_IN
    assert f"3 × {SHUT_IN}" in "\n".join(cells(row))
    assert "\u202e" not in as_csv([cells(Aged(unknown, NOW))]).decode()


def test_the_platforms_words_in_a_notice_are_shut_in(qtbot: QtBot) -> None:
    row = NoticeRow(Notice("Nothing was bought.", theirs=f"\u202e{FOREIGN} 100"), 1)
    qtbot.addWidget(row)
    assert row._more.text() == f"1688: \u2068{FOREIGN} 100\u2069"


@pytest.mark.parametrize("mark", ["\u202e", "&#8238;", "\u2067", "\u200f", "\x1b[31m"[:1]])
def test_what_turns_a_text_does_not_come_in_from_an_answer(mark: str) -> None:
    assert plain(f"帆布袋{mark}00.1") == "帆布袋00.1"


def test_a_text_is_cut_before_it_is_laid_out(qtbot: QtBot) -> None:
    endless = "👩‍👩‍👧" * 40_000
    assert len(within_reach(endless, 2)) <= 801
    for line in elided_lines(endless, QFont(), 300, 2):
        assert len(line) <= 801
    made = ElidedLabel(endless)
    qtbot.addWidget(made)
    assert made.sizeHint().width() < 400 * 100
    assert len(plain(endless)) <= 10_000 and "‍" not in plain(endless)
