import subprocess
import sys
from pathlib import Path

import pytest

from sourcing_app.domain.offer import OfferPage, SearchQuery
from sourcing_app.store.snapshot import FILE_NAME, Snapshot, load_snapshot, save_snapshot
from tests.store.samples import ACCOUNT, NOW, summary
from tests.support.sandbox import ROOT

SNAPSHOT = Snapshot(ACCOUNT, SearchQuery("bag"), OfferPage((summary(1), summary(2)), 2, 1, 50, False), NOW, 1, 240)


def test_the_last_results_come_back(tmp_path: Path) -> None:
    assert save_snapshot(tmp_path / "new", SNAPSHOT)
    assert load_snapshot(tmp_path / "new") == SNAPSHOT


def test_without_a_snapshot_there_is_nothing(tmp_path: Path) -> None:
    assert load_snapshot(tmp_path) is None


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_every_prefix_of_a_snapshot_is_nothing(tmp_path: Path, share: float) -> None:
    save_snapshot(tmp_path, SNAPSHOT)
    whole = (tmp_path / FILE_NAME).read_bytes()
    (tmp_path / FILE_NAME).write_bytes(whole[: int(len(whole) * share)])
    assert load_snapshot(tmp_path) is None


def test_rubbish_is_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe[[[[")
    assert load_snapshot(tmp_path) is None


def test_a_folder_that_cannot_be_written_loses_only_the_snapshot(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("a file")
    assert not save_snapshot(tmp_path / "profile", SNAPSHOT)


def test_reading_it_loads_nothing_heavy() -> None:
    code = "import sys, sourcing_app.store.snapshot; print({'sqlite3','sqlite_utils','httpx','asyncio'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
