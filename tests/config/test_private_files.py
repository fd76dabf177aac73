"""Nobody but the user reads what the program keeps; what a person saves elsewhere is as usual."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sourcing_app.config import private_files
from sourcing_app.config.private_files import begin_private, give_usual_rights, mend_files, usual_rights

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")


@pytest.fixture(autouse=True)
def usual_umask(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(private_files, "_usual", None)
    before = os.umask(0o022)
    yield
    os.umask(before)


def rights(path: Path) -> str:
    return oct(stat.S_IMODE(path.lstat().st_mode))


def test_the_profile_and_all_that_is_made_from_then_on_are_the_users_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    begin_private(tmp_path)
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "sourcing.log").touch()
    assert [rights(each) for each in (tmp_path, tmp_path / "logs", tmp_path / "logs" / "sourcing.log")] == [
        "0o700", "0o700", "0o600",
    ]  # fmt: skip


def test_files_of_an_earlier_version_are_mended_and_those_of_others_left_alone(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir(mode=0o755)
    (tmp_path / "outside").touch()
    for name in ("ledger.sqlite3", "ledger.sqlite3-wal", "settings.json", "backups/ledger-1.sqlite3", "theirs.sh"):
        (tmp_path / name).touch()
    (tmp_path / "theirs.sh").chmod(0o755)
    (tmp_path / "window.ini").symlink_to(tmp_path / "outside")
    mend_files(tmp_path)
    assert [rights(tmp_path / each) for each in ("ledger.sqlite3", "ledger.sqlite3-wal", "settings.json")] == [
        "0o600"
    ] * 3
    assert (rights(tmp_path / "backups"), rights(tmp_path / "backups" / "ledger-1.sqlite3")) == ("0o700", "0o600")
    assert (rights(tmp_path / "theirs.sh"), rights(tmp_path / "outside")) == ("0o755", "0o644")


def test_what_a_person_saves_is_private_while_it_is_written_and_usual_when_it_is_there(tmp_path: Path) -> None:
    begin_private(tmp_path)
    new, old = tmp_path / "new.csv", tmp_path / "old.csv"
    for each in (new, old):
        each.touch()
    assert rights(new) == "0o600"
    give_usual_rights(new, is_new=True)
    give_usual_rights(old, is_new=False)
    assert (rights(new), rights(old)) == ("0o644", "0o600")


def test_a_program_that_is_started_makes_its_files_as_usual(tmp_path: Path) -> None:
    begin_private(tmp_path)
    made = tmp_path / "download"
    with usual_rights():
        subprocess.run([sys.executable, "-c", "import sys; open(sys.argv[1], 'w')", str(made)], check=True)
    assert rights(made) == "0o644" and os.umask(0o077) == 0o077


def test_the_users_own_home_folder_is_not_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    tmp_path.chmod(0o755)
    begin_private(tmp_path)
    assert rights(tmp_path) == "0o755"
