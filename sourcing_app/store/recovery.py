"""The ways on from a ledger that is damaged: a backup of it, or what can still be read of it. Blocking calls.

Either way orders may exist of which nothing is known here, so the new ledger notes a ``Gap``.
"""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sourcing_app.domain.gap import Gap
from sourcing_app.store.backups import made_at
from sourcing_app.store.database import connect, disk_errors, transaction
from sourcing_app.store.gaps import note_gap
from sourcing_app.store.ledger import FILE_NAME
from sourcing_app.store.ledger_schema import LEDGER
from sourcing_app.store.salvage import Salvaged, salvage_into
from sourcing_app.store.set_aside import SIDES, set_aside


def restore(folder: Path, backup: Path) -> None:
    """Makes a copy of the backup the ledger. Raises StoreUnavailable("read_only" | "full" | "locked")."""
    _build(folder, backup, None)


def salvage(folder: Path, damaged: Path, backup: Path | None) -> Salvaged:
    """Makes a ledger of what can be read of the damaged file, laid over the backup if there is one.

    Raises StoreUnavailable("read_only" | "full" | "locked"); the damaged file stays as it is in any case.
    """
    return _build(folder, backup, damaged)


def _build(folder: Path, backup: Path | None, damaged: Path | None) -> Salvaged:
    """Beside its place first; it is the ledger when it is whole, not before."""
    path = folder / FILE_NAME
    partial = path.with_name(f"{path.name}.partial")
    with disk_errors(path):
        _remove(partial)
        if backup is not None:
            shutil.copyfile(backup, partial)
        found = _fill(partial, Gap(datetime.now(UTC), made_at(backup) if backup is not None else None), damaged)
        if any(path.with_name(path.name + side).exists() for side in SIDES):
            set_aside(path, datetime.now(UTC))
        partial.replace(path)
        _sync_folder(folder)
        _remove(partial)
    return found


def _fill(partial: Path, gap: Gap, damaged: Path | None) -> Salvaged:
    connection = connect(partial, LEDGER, "FULL")
    with closing(connection):
        with transaction(connection):
            note_gap(connection, gap)
            found = salvage_into(connection, damaged) if damaged is not None else Salvaged(0, 0, 0)
        connection.execute("PRAGMA journal_mode = DELETE")  # all of it is in the one file that is renamed
    return found


def _remove(partial: Path) -> None:
    """What an earlier try left, the copy made before its tables were brought up to date included."""
    for each in partial.parent.glob(f"{partial.name}*"):
        each.unlink()


def _sync_folder(folder: Path) -> None:
    """The new name is on the disk as well, where the system lets a program ask for that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
