"""S05: a profile on a network or in a synchronised folder is known, and its files are kept another way there."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sourcing_app.domain.opening import Opening
from sourcing_app.store import database, places
from sourcing_app.store.backups import is_sound
from sourcing_app.store.cache import Cache
from sourcing_app.store.ledger import FILE_NAME, Ledger
from sourcing_app.store.places import Place, place_of, type_of
from tests.store.samples import ACCOUNT, NOW, order

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
nas:/export /home nfs4 rw 0 0
tmpfs /home/me/tmp tmpfs rw 0 0
//server/my\\040share /mnt/my\\040share cifs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
/dev/sdb1 /mnt/over ext4 rw 0 0
host:/x /mnt/over nfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/me/.local/share/sourcing", "nfs4"),
        ("/home", "nfs4"),
        ("/homely", "ext4"),
        ("/home/me/tmp/x", "tmpfs"),
        ("/mnt/my share/profile", "cifs"),
        ("/run/user/1000/gvfs/smb-share", "fuse.gvfsd-fuse"),
        ("/mnt/over/x", "nfs"),
        ("/var/lib", "ext4"),
    ],
)
def test_s05_a_folder_is_on_the_deepest_file_system_above_it(folder: str, kind: str) -> None:
    assert type_of(Path(folder), MOUNTS) == kind


def test_odd_lines_of_mounts_are_passed_over() -> None:
    assert type_of(Path("/x"), "\n \nlonely\n/dev/sda1 / ext4 rw\n") == "ext4" and type_of(Path("/x"), "") == ""


@pytest.mark.skipif(not Path("/proc/self/mounts").exists(), reason="where the system tells is another test's")
def test_s05_a_network_folder_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "mounts"
    monkeypatch.setattr(places, "MOUNTS", told)
    told.write_text(f"server:/x {tmp_path.resolve()}/far nfs4 rw 0 0\n/dev/sda1 / ext4 rw 0 0\n")
    assert [place_of(tmp_path / name) for name in ("far", "far/deep", "near")] == [
        Place.NETWORK,
        Place.NETWORK,
        Place.HERE,
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Dropbox",
        "Dropbox (Work)",
        "OneDrive",
        "OneDrive - Firma",
        "Google Drive",
        "Nextcloud",
        "MEGA",
        "坚果云",
        "CloudStorage",
    ],
)
def test_s05_a_synchronised_folder_is_known_by_its_name(tmp_path: Path, name: str) -> None:
    assert place_of(tmp_path / name / "sourcing" / "profile") is Place.SYNCHRONISED


@pytest.mark.parametrize("name", ["dropbox-old", "My OneDriver", "boxes", "megastore", "profile"])
def test_other_names_are_only_names(tmp_path: Path, name: str) -> None:
    assert place_of(tmp_path / name) is Place.HERE


def test_s05_a_synchronised_folder_is_known_by_the_mark_in_it(tmp_path: Path) -> None:
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    assert place_of(tmp_path / "shared" / "a" / "b") is Place.SYNCHRONISED


def test_s05_a_link_leads_to_where_the_folder_is(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "innocent").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    assert place_of(tmp_path / "innocent") is Place.SYNCHRONISED


def test_s05_the_systems_own_word_for_onedrive_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Cloud"))
    assert place_of(tmp_path / "Cloud" / "profile") is Place.SYNCHRONISED


def _pragmas(connection: sqlite3.Connection) -> tuple[str, int]:
    return tuple(connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous"))  # type: ignore[return-value]


async def test_s05_there_a_rollback_journal_takes_the_place_of_the_log(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    ledger, cache = await Ledger.open(folder), await Cache.open(folder / "cache")
    assert await ledger._database.read(_pragmas) == ("delete", 3)
    assert (await cache._database.read(_pragmas))[0] == "delete"
    await ledger.orders.save(ACCOUNT, [order(1)], NOW)
    await ledger.close()
    await cache.close()
    assert not list(folder.rglob("*-wal"))


async def test_s05_a_ledger_that_was_moved_there_is_taken_over_and_back(tmp_path: Path) -> None:
    ledger = await Ledger.open(tmp_path / "here")
    await ledger.orders.save(ACCOUNT, [order(1)], NOW)
    await ledger.close()
    for name in ("Dropbox", "home"):
        (tmp_path / "here").rename(tmp_path / name)
        ledger = await Ledger.open(tmp_path / name)
        assert len(await ledger.orders.list(ACCOUNT)) == 1
        assert (await ledger._database.read(_pragmas))[0] == ("delete" if name == "Dropbox" else "wal")
        await ledger.close()
        (tmp_path / name).rename(tmp_path / "here")


_KILLED_WHILE_WRITING = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE orders SET words = hex(randomblob(3000))")
os.kill(os.getpid(), signal.SIGTERM)
"""


@pytest.mark.parametrize("how", [Opening.AS_IT_IS, Opening.READING])
async def test_s01_killed_there_in_the_middle_of_a_write_it_opens_as_it_was_before(
    tmp_path: Path, how: Opening
) -> None:
    folder = tmp_path / "Dropbox"
    ledger = await Ledger.open(folder)
    await ledger.orders.save(ACCOUNT, [order(number) for number in range(30)], NOW)
    await ledger.close()
    subprocess.run([sys.executable, "-c", _KILLED_WHILE_WRITING, str(folder / FILE_NAME)], check=False)  # noqa: ASYNC221
    assert (folder / f"{FILE_NAME}-journal").stat().st_size > 0, "half of it is in the file"
    ledger = await Ledger.open(folder, how)
    assert len(await ledger.orders.list(ACCOUNT)) == 30 and await ledger._database.read(is_sound)
    await ledger.close()


async def test_s05_where_the_system_tells_nothing_the_folder_counts_as_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "MOUNTS", tmp_path / "nothing")
    assert place_of(tmp_path / "profile") is Place.HERE and database.place_of is place_of
