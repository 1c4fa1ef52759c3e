"""What the soak calls a leak."""

import pytest

from tests.faults.soak import MB, MOST_LEFT_BYTES, Seen, left_bytes


def run(*, left: float, kept: float = 0.0, moments: int = 40, requests: int = 1_000) -> list[Seen]:
    """See a service whose requests leave bytes behind, and have bytes of answers kept ready."""
    return [
        Seen(number * requests, 130 + number * requests * (left + kept) / MB, number * requests * kept)
        for number in range(moments)
    ]


def test_what_each_request_leaves_behind_is_found() -> None:
    assert left_bytes(run(left=0)) == pytest.approx(0, abs=1)
    assert left_bytes(run(left=3 * MOST_LEFT_BYTES)) == pytest.approx(3 * MOST_LEFT_BYTES, rel=0.01)


def test_answers_kept_ready_are_no_leak() -> None:
    assert left_bytes(run(left=0, kept=1_000)) == pytest.approx(0, abs=1)


def test_what_comes_at_the_start_only_is_no_leak() -> None:
    seen = [Seen(1_000 * number, 130 + min(number, 10), 0) for number in range(40)]
    assert left_bytes(seen) == 0


@pytest.mark.parametrize(("moments", "requests"), [(1, 1_000), (40, 10)])
def test_too_few_requests_tell_nothing(moments: int, requests: int) -> None:
    assert left_bytes(run(left=0, moments=moments, requests=requests)) is None
