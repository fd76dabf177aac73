"""The platform's contracts, as test material."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parents[2] / "resources/platform/contract"


def contract(name: str) -> dict[str, Any]:
    return json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def sample(name: str, variant: str | None = None) -> Any:
    """A fresh copy of a sample answer, so that a test may change it."""
    found = contract(name)
    return copy.deepcopy(found["sample_response_variants"][variant] if variant else found["sample_response"])


def seed_sample(name: str) -> Any:
    return copy.deepcopy(contract(name)["seed_sample_response"])
