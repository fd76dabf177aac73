"""Every family of calls by name, so that whoever packs this program finds them, and a contract without a handler is an error.

A discovery at run time finds nothing in a packed program whose packer missed the modules: their calls would just be gone.
"""

from __future__ import annotations

from sourcing_app.sandbox.calls import (
    account,
    addresses,
    categories,
    dealings,
    freight,
    images,
    insights,
    invoices,
    logistics,
    messages,
    ordering,
    orders,
    payments,
    products,
    refunds,
    sync,
    system,
)
from sourcing_app.sandbox.contracts import all_contracts
from sourcing_app.sandbox.registry import answered_apis

FAMILIES = (
    account, addresses, categories, dealings, freight, images, insights, invoices, logistics, messages, ordering, orders,
    payments, products, refunds, sync, system,
)  # fmt: skip
SIGN_IN = frozenset({"system.oauth2.getToken", "system.oauth2.postponeToken"})
"""Answered by the gateway itself, before there is a user."""


class CallsMissing(Exception):
    """A contract has no handler, or there are no contracts at all: this is not the whole program."""


def check_every_contract_is_answered(contracts: frozenset[str] | None = None) -> None:
    """contracts: by name; all there are when left out. Raises CallsMissing."""
    wanted = frozenset(all_contracts()) if contracts is None else contracts
    if not wanted:
        raise CallsMissing("the platform's contracts are missing: this program was not packed whole")
    missing = sorted(wanted - answered_apis() - SIGN_IN)
    if missing:
        raise CallsMissing(f"nothing answers {', '.join(missing)}: this program was not packed whole")
