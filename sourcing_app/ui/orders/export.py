"""Rows to the clipboard and to a file. Ids stay text, a seller's words can never act as a formula, numbers stay numbers."""

from __future__ import annotations

import asyncio
import csv
import io
from datetime import datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QMimeData, QSaveFile

from sourcing_app.config.private_files import give_usual_rights
from sourcing_app.domain.aged import Aged
from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import Order
from sourcing_app.ui.format import CHINA
from sourcing_app.ui.orders.words import status_chip
from sourcing_app.ui.spreadsheet_text import joined_cell, text_cell
from sourcing_app.ui.texts import tr

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

Table = list[list[str]]
_PORTION = 200
_BOM = "﻿"


def heading_row() -> list[str]:
    """Names of the columns, in the person's language."""
    return [
        tr("Order id"), tr("Supplier"), tr("State"), tr("State at 1688"), tr("Total, CNY"), tr("Goods, CNY"),
        tr("Freight, CNY"), tr("Refunded, CNY"), tr("Made, China time"), tr("Paid, China time"),
        tr("Shipped, China time"), tr("Goods"), tr("Our reference"), tr("As of, China time"),
    ]  # fmt: skip


async def read_cells(use_cases: UseCases, order_ids: tuple[OrderId, ...]) -> Table:
    """The heading row and a row an order, some at a time, so that nothing else waits for long."""
    table = [heading_row()]
    for start in range(0, len(order_ids), _PORTION):
        orders = await use_cases.list_orders.whole(order_ids[start : start + _PORTION])
        table += await asyncio.to_thread(list, map(cells, orders))
    return table


def cells(known: Aged[Order]) -> list[str]:
    """One order. Long ids carry an apostrophe, which tells a spreadsheet that they are text."""
    order = known.value
    return [
        id_cell(order.order_id),
        text_cell(order.supplier_name),
        joined_cell(status_chip(order)[0]),
        text_cell(order.status_word),
        _amount(order.total),
        _amount(order.goods),
        _amount(order.freight),
        _amount(order.refunded),
        _time(order.created_at),
        _time(order.paid_at),
        _time(order.shipped_at),
        joined_cell(_goods(order)),
        id_cell(order.out_order_id or ""),
        _time(known.fetched_at),
    ]


def id_cell(text: str) -> str:
    """An id: a number of more than 15 digits would be rounded by a spreadsheet."""
    return f"'{text}" if text.isdigit() and len(text) > 11 else text_cell(text)


def _goods(order: Order) -> str:
    return "; ".join(
        f"{entry.quantity.normalize():f} × {isolated(entry.title)} {isolated(entry.spec_text)}".strip()
        for entry in order.entries
    )


def _amount(amount: Money | None) -> str:
    return amount.as_text() if amount is not None else ""


def _time(when: datetime | None) -> str:
    return when.astimezone(CHINA).strftime("%Y-%m-%d %H:%M:%S") if when is not None else ""


def as_cells(table: Table) -> QMimeData:
    """TSV and HTML."""
    mime = QMimeData()
    mime.setText("\n".join("\t".join(line) for line in table))
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in table)
    mime.setHtml(f'<html><head><meta charset="utf-8"></head><body><table>{body}</table></body></html>')
    return mime


def as_csv(table: Table) -> bytes:
    """UTF-8 with the mark that makes Excel read it as such."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows(table)
    return (_BOM + out.getvalue()).encode("utf-8", "replace")


def write_csv(path: str, table: Table) -> str:
    """To a file beside it first, then in its place; an older file stays when that cannot be done. The reason, "" if it worked."""
    target, is_new = QSaveFile(path), not Path(path).exists()
    if not target.open(QIODevice.OpenModeFlag.WriteOnly):
        return str(target.errorString())
    target.write(as_csv(table))
    if not target.commit():
        return str(target.errorString())
    give_usual_rights(Path(path), is_new=is_new)
    return ""
