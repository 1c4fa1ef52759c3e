"""The regression guard: what it lets pass, what it refuses, and that it is told which case it was."""

import pytest

from bench.guard import TOLERANCE, judge

KEPT = {"search": {"calls": 1000, "lines": 1000}}


def told(calls: int, lines: int) -> list[str]:
    return judge({"search": {"calls": calls, "lines": lines}}, KEPT)


def test_the_same_work_and_less_work_pass() -> None:
    assert told(1000, 1000) == []
    assert told(400, 400) == []


@pytest.mark.parametrize("what", TOLERANCE)
def test_more_work_than_is_allowed_is_refused_and_a_little_less_than_that_is_not(what: str) -> None:
    most = round(1000 * (1 + TOLERANCE[what]))
    same = {"calls": 1000, "lines": 1000}
    assert judge({"search": {**same, what: most}}, KEPT) == []
    [fault] = judge({"search": {**same, what: most + 1}}, KEPT)
    assert fault.startswith("search takes")
    assert what in fault


def test_a_case_that_is_not_in_the_baseline_is_refused() -> None:
    assert judge({"parse": {"calls": 1}}, KEPT) == ["parse is not in the baseline: run with --write"]
