"""All calls of the platform by name: for the command line, and for the test that misses none."""

from __future__ import annotations

from sourcing_app.client import calls
from sourcing_app.client.calls import Call

ALL_CALLS: tuple[Call, ...] = (*calls.MAIN_CALLS,)


def by_name() -> dict[str, Call]:
    """Every call under its name, such as "product.search.keywordQuery"."""
    return {call.name: call for call in ALL_CALLS}
