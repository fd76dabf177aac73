"""The paper of an issued invoice: one small PDF page, made without a library."""

from __future__ import annotations

from sourcing_app.sandbox.clock import at, plain
from sourcing_app.sandbox.invoicing.ledger import Apply


def pdf(one: Apply) -> bytes:
    """A page in plain Latin text: number, order, amount and day. Titles may be Chinese and are left out."""
    lines = (
        f"Sandbox invoice {one.number}",
        f"Order {one.order_id}",
        f"Amount CNY {one.amount // 100}.{one.amount % 100:02d}",
        f"Issued {plain(at(one.issued or one.modified))}",
    )
    shown = " ".join(f"({line}) Tj 0 -24 Td" for line in lines)
    stream = f"BT /F1 14 Tf 72 760 Td {shown} ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    return _assembled(objects)


def _assembled(objects: tuple[str, ...]) -> bytes:
    page, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(page))
        page += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count, start = len(objects) + 1, len(page)
    page += f"xref\n0 {count}\n0000000000 65535 f \n{table}"
    page += f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return page.encode("ascii")
