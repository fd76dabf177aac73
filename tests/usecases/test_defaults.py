"""What a record of the use cases says of what nobody told."""

from sourcing_app.domain.intent import new_out_order_id
from sourcing_app.usecases.session import utc_now
from tests.support.defaults import decided


def test_what_nobody_told_is_empty_unless_it_is_decided_here() -> None:
    assert decided("usecases") == {
        "Session.language": "en",
        "Session.clock": utc_now,
        "Session.new_key": new_out_order_id,
    }
