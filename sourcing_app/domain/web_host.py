"""Whose a web host is. Only plain host names are compared: a browser may read other letters as something else."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*")
"""Labels of letters, digits and hyphens. A browser decodes %23, ends a host at ; or maps full-width letters."""


def belongs_to(host: str, domains: Iterable[str]) -> bool:
    """Whether a host, in lower case and without a port, is one of these domains or lies under one of them."""
    if not _HOST.fullmatch(host):
        return False
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
