"""``python -m tests.bench [NAME ...] [--out FILE]``: measure all promises, or those whose names are given."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench import calls, decoding, local_search, order_list, orders, photo, results, stalls, start
from tests.bench.rows import Row, save, table
from tests.bench.start import environment

BENCHES: dict[str, Callable[[], list[Row]]] = {
    "start": start.rows,
    "results": results.rows,
    "stalls": stalls.rows,
    "photo": photo.rows,
    "decoding": decoding.rows,
    "local-search": local_search.rows,
    "calls": calls.rows,
    "orders": orders.rows,
    "order-list": order_list.rows,
}


def main(arguments: list[str]) -> int:
    """0 when every measured row is inside its bound."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *BENCHES], help="which (default: all)")
    parser.add_argument("--out", type=Path, default=Path("bench.json"))
    given = parser.parse_args(arguments)
    os.environ.update(environment())
    rows: list[Row] = []
    for name in given.names or BENCHES:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        rows += BENCHES[name]()
    print(table(rows))
    save(rows, given.out)
    return 0 if all(row.held for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
