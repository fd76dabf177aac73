"""Which function answers which call. Handlers are plain functions that return the full live reply body."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from sourcing_app.sandbox.world import World

JsonValue: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class Call:
    """One accepted call, as a handler sees it.

    params: business parameters with JSON texts already parsed; wrapper objects stay in place
        (``call.params["offerQueryParam"]["keyword"]``). Flat parameters of the seed dialect have been folded
        into the same wrapper. System parameters are gone.
    dialect: "live" or "seed". Handlers always return the live body; the envelope is changed afterwards.
    member_id: the buyer the token belongs to ("b2b-2200000000001"), None for a call without a user.
    login: login name behind the token; "main:sub" for a sub-account.
    """

    api: str
    params: dict[str, Any]
    dialect: str
    member_id: str | None
    world: World
    login: str | None = None

    @property
    def is_sub_account(self) -> bool:
        return ":" in (self.login or "")

    @property
    def buyer(self) -> str:
        """The member id of a call that needs a user. The gateway has made sure that there is one."""
        assert self.member_id is not None, f"{self.api} needs a user"
        return self.member_id


class BusinessNo(Exception):
    """The call was understood and refused. ``body`` is the whole live reply, answered with HTTP 200.

    Whatever the handler wrote before is rolled back.
    """

    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(str(body))
        self.body = body


Handler: TypeAlias = Callable[[Call], JsonValue]

_handlers: dict[str, Handler] = {}


def answers(api: str) -> Callable[[Handler], Handler]:
    """Register the function below as the one that answers ``api`` (the name alone, without namespace)."""

    def register(handler: Handler) -> Handler:
        if api in _handlers:
            raise ValueError(f"{api} is answered twice: {_handlers[api].__module__} and {handler.__module__}")
        _handlers[api] = handler
        return handler

    return register


def handler_for(api: str) -> Handler | None:
    return _handlers.get(api)


def answered_apis() -> frozenset[str]:
    return frozenset(_handlers)
