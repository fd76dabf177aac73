"""A call as it is declared beside its resource: where it goes, its parameters out, its answer in. One declaration a call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, ParamSpec, TypeVar

from sourcing_app.domain.account import Dialect
from sourcing_app.domain.done import Done
from sourcing_app.platform.transport.endpoint import Endpoint
from sourcing_app.platform.transport.fields import Json
from sourcing_app.platform.transport.response import Response

P = ParamSpec("P")
A = TypeVar("A")
Fields = dict[str, object]
"""Business parameters by the contract's names, out of their wrapper; None is left out."""

Proof = Callable[[Json], bool]


def nothing() -> Fields:
    """The parameters of a call that takes none."""
    return {}


def done(response: Response) -> Done:
    """The answer of a write that is answered with yes or no."""
    return response.done()


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Endpoint, Generic[P, A]):
    """One call, typed: ``gateway.send(CALL, ...)`` takes what ``write`` takes and gives what ``read`` gives. Both are pure.

    older: as ``write``, for the older dialect, where it differs by more than the spelling. in_full: as ``read``, with every
    documented member, where ``read`` leaves some out for speed. proof: recognises an answer of a write that proves success
    whatever its status and codes say.
    """

    write: Callable[P, Fields]
    read: Callable[[Response], A]
    older: Callable[P, Fields] | None = None
    in_full: Callable[[Response], object] | None = None
    proof: Proof | None = None

    def parameters(self, dialect: Dialect, /, *args: P.args, **kwargs: P.kwargs) -> Fields:
        """The business parameters in this dialect. Raises InvalidInput for what must not be sent."""
        if dialect is Dialect.SEED and self.older is not None:
            return self.older(*args, **kwargs)
        return self.write(*args, **kwargs)

    def answer(self, body: Json, asked: Mapping[str, object]) -> object:
        """An answer in hand, with every documented member. asked: the business parameters. Raises Refused, UnexpectedReply."""
        read = self.in_full or self.read
        return read(Response(self, body, asked))
