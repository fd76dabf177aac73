"""What answers about orders say and the records of domain do not hold."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.preview import PreviewPart


@dataclass(frozen=True, slots=True)
class Previewed:
    """An order to be, as the platform says it. unknown_freight, no_cross_border_pay: as in ``OrderPreview``."""

    parts: tuple[PreviewPart, ...]
    unknown_freight: tuple[OfferId, ...] = ()
    no_cross_border_pay: tuple[OfferId, ...] = ()
