"""What whole orders say in a spreadsheet, copied or written to a file."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QSaveFile

from sourcing_app.config.private_files import give_usual_rights
from sourcing_app.domain.aged import Aged
from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import Order
from sourcing_app.ui.format import CHINA
from sourcing_app.ui.orders.words import status_chip
from sourcing_app.ui.tables.cells import Cells, headings_of, row_of
from sourcing_app.ui.tables.column import Column, Kind
from sourcing_app.ui.texts import tr

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

FileColumn = Column[Aged[Order], None]
_PORTION = 200
_BOM = "\ufeff"


async def read_cells(use_cases: UseCases, order_ids: tuple[OrderId, ...], added: Sequence[FileColumn] = ()) -> Cells:
    """The heading row and a row an order, some at a time, so that nothing else waits for long. added: behind the rest."""
    columns = (*FILE_COLUMNS, *added)
    table = [headings_of(columns, None)]
    for start in range(0, len(order_ids), _PORTION):
        orders = await use_cases.list_orders.whole(order_ids[start : start + _PORTION])
        table += await asyncio.to_thread(lambda found: [row_of(each, columns, None) for each in found], orders)
    return table


def cells(known: Aged[Order]) -> list[str]:
    """One order."""
    return row_of(known, FILE_COLUMNS, None)


def _amount(key: str, heading: Callable[[], str], take: Callable[[Order], Money | None]) -> FileColumn:
    def text(known: Aged[Order], _: None) -> str:
        amount = take(known.value)
        return amount.as_text() if amount is not None else ""

    return FileColumn(key, lambda _: heading(), text, kind=Kind.NUMBER)


def _time(key: str, heading: Callable[[], str], take: Callable[[Aged[Order]], datetime | None]) -> FileColumn:
    def text(known: Aged[Order], _: None) -> str:
        when = take(known)
        return when.astimezone(CHINA).strftime("%Y-%m-%d %H:%M:%S") if when is not None else ""

    return FileColumn(key, lambda _: heading(), text)


def _goods(order: Order) -> str:
    return "; ".join(
        f"{entry.quantity.normalize():f} × {isolated(entry.title)} {isolated(entry.spec_text)}".strip()
        for entry in order.entries
    )


FILE_COLUMNS = (
    FileColumn("order_id", lambda _: tr("Order id"), lambda known, _: known.value.order_id, kind=Kind.ID),
    FileColumn("supplier", lambda _: tr("Supplier"), lambda known, _: known.value.supplier_name),
    FileColumn("status", lambda _: tr("State"), lambda known, _: status_chip(known.value)[0], kind=Kind.PARTS),
    FileColumn("status_word", lambda _: tr("State at 1688"), lambda known, _: known.value.status_word),
    _amount("total", lambda: tr("Total, CNY"), lambda order: order.total),
    _amount("goods_sum", lambda: tr("Goods, CNY"), lambda order: order.goods),
    _amount("freight", lambda: tr("Freight, CNY"), lambda order: order.freight),
    _amount("refunded", lambda: tr("Refunded, CNY"), lambda order: order.refunded),
    _time("made", lambda: tr("Made, China time"), lambda known: known.value.created_at),
    _time("paid", lambda: tr("Paid, China time"), lambda known: known.value.paid_at),
    _time("shipped", lambda: tr("Shipped, China time"), lambda known: known.value.shipped_at),
    FileColumn("goods", lambda _: tr("Goods"), lambda known, _: _goods(known.value), kind=Kind.PARTS),
    FileColumn(
        "reference", lambda _: tr("Our reference"), lambda known, _: known.value.out_order_id or "", kind=Kind.ID
    ),
    _time("as_of", lambda: tr("As of, China time"), lambda known: known.fetched_at),
)


def as_csv(table: Cells) -> bytes:
    """UTF-8 with the mark that makes Excel read it as such."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows(table)
    return (_BOM + out.getvalue()).encode("utf-8", "replace")


def write_csv(path: str, table: Cells) -> str:
    """To a file beside it first, then in its place; an older file stays when that cannot be done. The reason, "" if it worked."""
    target, is_new = QSaveFile(path), not Path(path).exists()
    if not target.open(QIODevice.OpenModeFlag.WriteOnly):
        return str(target.errorString())
    target.write(as_csv(table))
    if not target.commit():
        return str(target.errorString())
    give_usual_rights(Path(path), is_new=is_new)
    return ""
