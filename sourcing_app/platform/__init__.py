"""The Open Platform as a library, and the only room that speaks HTTP: sign, send, pace, retry reads, decode into records.

A folder a resource; ``transport`` is how any call travels, ``cli`` the command line, ``marketplace`` the shipped stand-in.
May import: domain, errors, config. Third parties: httpx, keyring.
"""

import sys

sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
"""httpx's command line, which nobody wants here: with it come click, rich and pygments, 120 ms of them."""
