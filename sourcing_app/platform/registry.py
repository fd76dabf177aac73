"""All calls of the platform: those that stand in the ``calls`` of the resources, and nothing else.

For the command line, for the page of all calls, and for the test that misses none.
"""

from __future__ import annotations

from functools import cache
from types import ModuleType
from typing import Any

from sourcing_app.platform.addresses import calls as addresses
from sourcing_app.platform.aftercare import calls as aftercare
from sourcing_app.platform.categories import calls as categories
from sourcing_app.platform.discovery import calls as discovery
from sourcing_app.platform.downstream import calls as downstream
from sourcing_app.platform.following import calls as following
from sourcing_app.platform.freight import calls as freight
from sourcing_app.platform.insights import calls as insights
from sourcing_app.platform.invoices import calls as invoices
from sourcing_app.platform.logistics import calls as logistics
from sourcing_app.platform.members import calls as members
from sourcing_app.platform.messages import calls as messages
from sourcing_app.platform.offers import calls as offers
from sourcing_app.platform.orders import calls as orders
from sourcing_app.platform.payments import calls as payments
from sourcing_app.platform.refunds import calls as refunds
from sourcing_app.platform.system import calls as system
from sourcing_app.platform.transport.calls import Call

AnyCall = Call[..., Any]
RESOURCES: tuple[ModuleType, ...] = (
    categories, offers, orders, downstream, payments, addresses, logistics, refunds, members, messages, system, discovery,
    insights, freight, following, aftercare, invoices,
)  # fmt: skip


@cache
def calls() -> dict[str, AnyCall]:
    """Every call under the name of its contract, such as "product.search.keywordQuery": those of the solution document in its
    order, then those beyond it."""
    found = [one for module in RESOURCES for one in vars(module).values() if isinstance(one, Call)]
    return {one.full_name: one for one in sorted(found, key=_place)}


def own_name(call: AnyCall) -> str:
    """Where a call is declared: resource and constant, such as "orders.CANCEL"."""
    return _own_names()[call.full_name]


def call_of_own_name(name: str) -> AnyCall | None:
    """The call of a resource's constant, whatever the case; None without one."""
    return next((calls()[full] for full, own in _own_names().items() if own.lower() == name.lower()), None)


@cache
def _own_names() -> dict[str, str]:
    return {
        value.full_name: f"{module.__name__.split('.')[-2]}.{constant}"
        for module in RESOURCES
        for constant, value in vars(module).items()
        if isinstance(value, Call)
    }


def _place(call: AnyCall) -> tuple[int, ...]:
    """By section, the numbers of 3.10 after those of 3.9; without one at the end."""
    return tuple(map(int, call.section.split("."))) if call.section else (99,)
