"""What a record of the imaging room says of what nobody told."""

from tests.support.defaults import decided


def test_what_nobody_told_is_empty() -> None:
    assert decided("imaging") == {}
