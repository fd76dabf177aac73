"""The only room that speaks HTTP to the platform: sign, send, pace, retry reads, decode into domain records.

May import: domain, errors. Third parties: httpx, keyring.
"""

import sys

sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
"""httpx's command line, which nobody wants here: with it come click, rich and pygments, 120 ms of them."""
