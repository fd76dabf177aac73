"""Asks the C library to give large freed blocks back to the system.

glibc raises the size from which blocks are given back with each large block it frees, up to 32 MB, so a program that has
once decoded a few large pictures keeps their memory for ever: 400 MB where 270 were in use.
"""

from __future__ import annotations

import sys

_MMAP_THRESHOLD = -3
"""M_MMAP_THRESHOLD in malloc.h; once it is set, glibc leaves it as it is."""
_BLOCK_BYTES = 512 * 1024


def return_freed_blocks() -> None:
    """Blocks of half a megabyte and more are returned when freed. Does nothing where the library is another one."""
    if sys.platform != "linux":
        return
    import ctypes

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(ctypes.c_int(_MMAP_THRESHOLD), ctypes.c_int(_BLOCK_BYTES))
