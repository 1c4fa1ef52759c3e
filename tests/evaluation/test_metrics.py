"""The measures, against published and worked examples."""

from math import isclose

import pytest

from app.evaluation.metrics import expected_calibration_error, proportion, reliability


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        # Newcombe, Stat Med 1998;17:857, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_wilsons(hits: int, of: int, low: float, high: float) -> None:
    found = proportion(hits, of)
    assert found.share is not None
    assert found.low is not None
    assert found.high is not None
    assert isclose(found.share, hits / of)
    assert isclose(found.low, low, abs_tol=5e-5)
    assert isclose(found.high, high, abs_tol=5e-5)


def test_nothing_of_nothing_has_no_share() -> None:
    found = proportion(0, 0)
    assert (found.hits, found.of, found.share, found.low, found.high) == (0, 0, None, None, None)


def test_all_of_all_stays_within_one() -> None:
    found = proportion(7, 7)
    assert found.high == 1.0
    assert found.low is not None
    assert 0.6 < found.low < 0.7


def test_every_prediction_is_in_one_bin() -> None:
    pairs = [(0.0, False), (0.1, True), (0.55, True), (0.99, True), (1.0, False)]
    bins = reliability(pairs)
    assert [one.count for one in bins] == [1, 1, 0, 0, 0, 1, 0, 0, 0, 2]
    assert bins[9].mean_probability == pytest.approx(0.995)
    assert bins[9].observed == 0.5
    assert bins[2].mean_probability is None
    assert bins[2].observed is None


def test_a_forecast_that_holds_has_no_calibration_error() -> None:
    pairs = [(0.25, True), (0.25, False), (0.25, False), (0.25, False)]
    assert expected_calibration_error(pairs) == 0.0


def test_the_calibration_error_is_the_gap_weighed_by_bin() -> None:
    pairs = [(0.9, False), (0.9, True), (0.1, False), (0.1, False)]
    # Half of all are 0.4 too high, the other half 0.1 too high.
    assert expected_calibration_error(pairs) == pytest.approx(0.25)


def test_without_a_prediction_there_is_no_calibration_error() -> None:
    assert expected_calibration_error([]) is None
