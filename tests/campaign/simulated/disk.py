"""A file layer under SQLite that knows what was synced: what a power cut leaves is that, and any part of the rest.

It is a VFS of SQLite's own library, registered through ctypes as the default one, that passes everything on to the system's
and writes down each write and sync of the watched files. Source: sqlite.org/vfs.html, sqlite.org/c3ref/io_methods.html.
"""

from __future__ import annotations

import _sqlite3
import ctypes
import sys
from ctypes import CFUNCTYPE, POINTER, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

_SECTOR = 512
_FUNCTIONS_OF_FILE = (
    *("xClose", "xRead", "xWrite", "xTruncate", "xSync", "xFileSize", "xLock", "xUnlock", "xCheckReservedLock"),
    *("xFileControl", "xSectorSize", "xDeviceCharacteristics"),
    *("xShmMap", "xShmLock", "xShmBarrier", "xShmUnmap", "xFetch", "xUnfetch"),
)
_FUNCTIONS_OF_VFS = (
    *("xOpen", "xDelete", "xAccess", "xFullPathname", "xDlOpen", "xDlError", "xDlSym", "xDlClose", "xRandomness"),
    *("xSleep", "xCurrentTime", "xGetLastError"),
    *("xCurrentTimeInt64", "xSetSystemCall", "xGetSystemCall", "xNextSystemCall"),
)


class _Methods(ctypes.Structure):
    _fields_ = [("iVersion", c_int), *((name, c_void_p) for name in _FUNCTIONS_OF_FILE)]


class _File(ctypes.Structure):
    _fields_ = [("pMethods", POINTER(_Methods))]


class _Vfs(ctypes.Structure):
    _fields_ = [
        ("iVersion", c_int),
        ("szOsFile", c_int),
        ("mxPathname", c_int),
        ("pNext", c_void_p),
        ("zName", c_char_p),
        ("pAppData", c_void_p),
        *((name, c_void_p) for name in _FUNCTIONS_OF_VFS),
    ]


_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, POINTER(_File), c_int, c_void_p)
"""The name as an address: SQLite keeps it, and has more behind it."""
_DELETE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_RANDOM = CFUNCTYPE(c_int, c_void_p, c_int, c_void_p)
_WRITE = CFUNCTYPE(c_int, POINTER(_File), c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, POINTER(_File), c_int64)
_SYNC = CFUNCTYPE(c_int, POINTER(_File), c_int)
_CLOSE = CFUNCTYPE(c_int, POINTER(_File))


@dataclass
class _Content:
    """A file. synced: what is on the disk for certain; since: what was written later, oldest first (a size: cut to it)."""

    synced: bytearray
    since: list[tuple[int, bytes] | int] = field(default_factory=list)

    def settle(self) -> None:
        for each in self.since:
            _apply(self.synced, each)
        self.since.clear()

    def left(self, chance: Random | None) -> bytes:
        """What is found at the next start: everything where only the program was killed (chance None); after a power cut
        any of the later writes, and of the last one perhaps a part."""
        found = bytearray(self.synced)
        kept = [each for each in self.since if chance is None or chance.random() < 0.6]
        for number, each in enumerate(kept):
            if chance is not None and number == len(kept) - 1 and isinstance(each, tuple):
                each = (each[0], each[1][: _SECTOR * chance.randrange(len(each[1]) // _SECTOR + 1)])
            _apply(found, each)
        return bytes(found)


def _apply(content: bytearray, each: tuple[int, bytes] | int) -> None:
    if isinstance(each, int):
        del content[each:]
        return
    offset, data = each
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


class Disk:
    """The watched files of one process. One at a time: ``watch`` begins anew."""

    def __init__(self) -> None:
        self._files: dict[str, _Content] = {}
        self._open: dict[int, str] = {}
        self._folder = ""
        self._until: int | None = None
        self._chance = Random(0)
        self._kept: list[Any] = []
        self._methods: dict[int, _Methods] = {}
        self.frozen = False
        self.works = self._register()

    def watch(self, folder: Path, chance: Random) -> None:
        """From now on the files right in this folder; SQLite's own chance comes from here too."""
        self._files, self._open, self._folder = {}, {}, str(folder)
        self._until, self.frozen, self._chance = None, False, chance
        if self.works:
            self._library.sqlite3_randomness(0, None)

    def stop_after(self, writes: int | None) -> None:
        """The disk stands still after so many more writes and syncs; None: it does not."""
        self._until = writes

    def left(self, chance: Random | None) -> dict[str, bytes]:
        """What is found at the next start, by file name. chance None: after a kill, else after a power cut."""
        self.frozen = True
        return {Path(name).name: content.left(chance) for name, content in self._files.items()}

    def unsynced(self) -> int:
        """How many writes a power cut could take away."""
        return sum(len(content.since) for content in self._files.values())

    # --- the layer -----------------------------------------------------------------------------------------------------

    def _register(self) -> bool:
        """Whether this Python's SQLite can be given a file layer."""
        try:
            self._library = ctypes.CDLL("sqlite3.dll" if sys.platform == "win32" else _sqlite3.__file__)
            find = self._library.sqlite3_vfs_find
        except (OSError, AttributeError):
            return False
        find.restype = POINTER(_Vfs)
        self._below = find(None)
        ours = _Vfs()
        size = {1: _Vfs.xCurrentTimeInt64.offset, 2: _Vfs.xSetSystemCall.offset}
        version = self._below.contents.iVersion
        ctypes.memmove(ctypes.byref(ours), self._below, size.get(version, ctypes.sizeof(_Vfs)))
        ours.zName = b"losing"
        self._open_below, self._delete_below = _OPEN(ours.xOpen), _DELETE(ours.xDelete)
        hooks = (_OPEN(self._on_open), _DELETE(self._on_delete), _RANDOM(self._on_randomness))
        for name, hook in zip(("xOpen", "xDelete", "xRandomness"), hooks, strict=True):
            setattr(ours, name, ctypes.cast(hook, c_void_p))
        self._kept += [ours, *hooks]
        return bool(self._library.sqlite3_vfs_register(ctypes.byref(ours), 1) == 0)

    def _on_open(self, vfs: int, name: int | None, file: Any, flags: int, out_flags: int) -> int:
        status = self._open_below(ctypes.cast(self._below, c_void_p), name, file, flags, out_flags)
        path = Path(ctypes.string_at(name).decode() if name else "")
        if status == 0 and str(path.parent) == self._folder and file.contents.pMethods:
            if str(path) not in self._files:
                self._files[str(path)] = _Content(bytearray(path.read_bytes()))
            self._open[ctypes.addressof(file.contents)] = str(path)
            file.contents.pMethods = ctypes.pointer(self._watching(file.contents.pMethods))
        return int(status)

    def _on_delete(self, vfs: int, name: int, sync: int) -> int:
        if not self.frozen:
            self._files.pop(ctypes.string_at(name).decode(), None)
        return int(self._delete_below(ctypes.cast(self._below, c_void_p), name, sync))

    def _on_randomness(self, vfs: int, count: int, out: int) -> int:
        ctypes.memmove(out, self._chance.randbytes(count), count)
        return count

    def _watching(self, below: Any) -> _Methods:
        """The methods of a file, with ours in front of those that change it."""
        address = ctypes.addressof(below.contents)
        if address in self._methods:
            return self._methods[address]
        ours = _Methods()
        sizes = {1: 13, 2: 17}
        count = sizes.get(below.contents.iVersion, 19)
        ctypes.memmove(ctypes.byref(ours), below, count * ctypes.sizeof(c_void_p))
        write, truncate = _WRITE(ours.xWrite), _TRUNCATE(ours.xTruncate)
        sync, close = _SYNC(ours.xSync), _CLOSE(ours.xClose)

        def on_write(file: Any, data: int, size: int, offset: int) -> int:
            self._changed(file, (offset, ctypes.string_at(data, size)))
            return int(write(file, data, size, offset))

        def on_truncate(file: Any, size: int) -> int:
            self._changed(file, size)
            return int(truncate(file, size))

        def on_sync(file: Any, flags: int) -> int:
            self._changed(file, None)
            return int(sync(file, flags))

        def on_close(file: Any) -> int:
            self._open.pop(ctypes.addressof(file.contents), None)
            return int(close(file))

        hooks = (_WRITE(on_write), _TRUNCATE(on_truncate), _SYNC(on_sync), _CLOSE(on_close))
        for name, hook in zip(("xWrite", "xTruncate", "xSync", "xClose"), hooks, strict=True):
            setattr(ours, name, ctypes.cast(hook, c_void_p))
        self._kept += [ours, *hooks]
        self._methods[address] = ours
        return ours

    def _changed(self, file: Any, what: tuple[int, bytes] | int | None) -> None:
        """what: a write, a size to which the file was cut, or None for a sync."""
        content = self._files.get(self._open.get(ctypes.addressof(file.contents), ""))
        if content is None or self.frozen:
            return
        if self._until is not None:
            self._until -= 1
            self.frozen = self._until <= 0
        if what is not None:
            content.since.append(what)
        elif not self.frozen:
            content.settle()
