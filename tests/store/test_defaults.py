"""What a record of the store says of what nobody told."""

from sourcing_app.store.places import Place
from tests.support.defaults import classes_of, decided


def test_what_nobody_told_is_empty_unless_it_is_decided_here() -> None:
    assert decided("store") == {"_Table.replaces": True}
    assert Place in list(classes_of("store"))
    assert [each.value for each in Place] == ["here", "network", "synchronised"]
