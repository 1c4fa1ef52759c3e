from math import isclose, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.scoring.likelihood import (
    BACKGROUND_RULES,
    EFFECTS,
    FREQUENCIES,
    FREQUENCY_CEILING,
    RATIO_CEILING,
    Estimate,
    absent_ratio,
    capped_log,
    chance_of_finding,
    entropy,
    logit,
    logs,
    measured_frequency,
    odds,
    present_ratio,
    probability_of,
    raised_background,
    rescaled_ratio,
    wilson_interval,
)
from app.vocabulary import EffectClass, FrequencyClass
from tests.scoring.worlds import about, share

shares = st.floats(0, 0.99)
rates = st.floats(0.0005, 1)


def test_an_estimate_lies_within_its_range() -> None:
    with pytest.raises(ValueError, match="low <= value <= high"):
        Estimate(value=3, low=1, high=2)


def test_every_class_has_a_figure() -> None:
    assert set(FREQUENCIES) == set(FrequencyClass)
    assert set(EFFECTS) == set(EffectClass)
    assert len(BACKGROUND_RULES) == 5


def test_classes_are_ordered_and_no_frequency_is_one() -> None:
    values = [FREQUENCIES[one].value for one in FrequencyClass]
    assert values == sorted(values, reverse=True)
    assert all(one.high <= FREQUENCY_CEILING for one in FREQUENCIES.values())
    ratios = [EFFECTS[one].value for one in EffectClass]
    assert ratios == sorted(ratios)


def test_wilson_interval_agrees_with_published_example() -> None:
    # Newcombe, Stat Med 1998;17:857, table I: 81 of 263 gives 0.2553 to 0.3662.
    low, high = wilson_interval(cases=81, of=263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


@given(of=st.integers(1, 500), data=st.data())
def test_wilson_interval_contains_the_share(of: int, data: st.DataObject) -> None:
    cases = data.draw(st.integers(0, of))
    low, high = wilson_interval(cases=cases, of=of)
    assert 0 <= low <= cases / of <= high <= 1


@pytest.mark.parametrize(("cases", "of"), [(1, 0), (-1, 5), (6, 5)])
def test_wilson_interval_refuses_impossible_counts(cases: int, of: int) -> None:
    with pytest.raises(ValueError, match="need 0 <= cases"):
        wilson_interval(cases=cases, of=of)


def test_a_measured_frequency_has_wilsons_range_and_stays_below_the_ceiling() -> None:
    assert measured_frequency(cases=5, of=10).value == 0.5
    assert measured_frequency(cases=20, of=20).value == FREQUENCY_CEILING
    assert measured_frequency(cases=0, of=20).value == 0


def test_a_bare_percentage_has_the_range_of_its_class() -> None:
    frequent = FREQUENCIES[FrequencyClass.FREQUENT]
    assert measured_frequency(percent=33) == Estimate(value=0.33, low=frequent.low, high=frequent.high)
    # Between and outside the classes.
    assert measured_frequency(percent=0.4).low == 0.002
    assert measured_frequency(percent=100).high == FREQUENCY_CEILING
    assert measured_frequency(percent=79.5).value == 0.795


def test_a_measured_frequency_needs_a_figure() -> None:
    with pytest.raises(ValueError, match="give percent"):
        measured_frequency()


@given(frequency=shares, background=rates)
def test_a_present_finding_never_speaks_against(frequency: float, background: float) -> None:
    fixed = Estimate(value=frequency, low=frequency, high=frequency)
    rate = Estimate(value=background, low=background, high=background)
    ratio = present_ratio(frequency=fixed, background=rate)
    assert ratio.value >= 1
    expected = chance_of_finding(frequency=frequency, background=background) / background
    assert isclose(ratio.value, expected, rel_tol=1e-9)


def test_an_unlisted_finding_moves_nothing_exactly() -> None:
    nothing = Estimate(value=0, low=0, high=0)
    ratio = present_ratio(frequency=nothing, background=share(0.3))
    assert ratio.value == ratio.low == ratio.high == 1.0
    assert absent_ratio(nothing).value == 1.0


def test_the_range_of_a_ratio_takes_the_opposite_ends_of_the_background() -> None:
    frequency = Estimate(value=0.5, low=0.4, high=0.6)
    background = Estimate(value=0.1, low=0.05, high=0.2)
    ratio = present_ratio(frequency=frequency, background=background)
    assert ratio.low == 1 + 0.4 * 0.8 / 0.2
    assert ratio.high == 1 + 0.6 * 0.95 / 0.05
    assert absent_ratio(frequency) == Estimate(value=0.5, low=0.4, high=0.6)


def test_declared_triggers_raise_the_background_by_noisy_or() -> None:
    raised = raised_background(Estimate(value=0.1, low=0.05, high=0.2), [0.5])
    assert isclose(raised.value, 1 - 0.9 * 0.5)
    assert isclose(raised.low, 1 - 0.95 * 0.5)


@given(frequency=st.floats(0.01, 0.9), background=st.floats(0.01, 0.5), chance=st.floats(0, 0.9))
def test_a_recorded_ratio_rescales_as_its_frequency_would(
    frequency: float, background: float, chance: float
) -> None:
    exact = Estimate(value=frequency, low=frequency, high=frequency)
    usual = Estimate(value=background, low=background, high=background)
    raised = raised_background(usual, [chance])
    recorded = present_ratio(frequency=exact, background=usual)
    assert isclose(
        rescaled_ratio(recorded, usual=usual, raised=raised).value,
        present_ratio(frequency=exact, background=raised).value,
        rel_tol=1e-6,
    )


def test_a_recorded_ratio_below_one_is_left_as_it_is() -> None:
    usual, raised = share(0.1), share(0.4)
    assert rescaled_ratio(about(0.4), usual=usual, raised=raised) == about(0.4)


def test_a_certain_background_leaves_nothing_of_a_ratio() -> None:
    certain = Estimate(value=1.0, low=1.0, high=1.0)
    assert rescaled_ratio(about(8), usual=share(0.1), raised=certain).value == 1.0


@given(log_odds=st.floats(-700, 700))
def test_log_odds_and_probability_go_both_ways(log_odds: float) -> None:
    probability = probability_of(log_odds)
    assert 0 <= probability <= 1
    if abs(log_odds) < 20:
        assert isclose(logit(probability), log_odds, abs_tol=1e-6)


def test_odds_and_logs() -> None:
    assert odds(0.75) == 3
    assert logs(Estimate(value=2, low=1, high=4)) == Estimate(value=log(2), low=0, high=log(4))


def test_one_finding_has_a_ceiling_either_way() -> None:
    assert isclose(capped_log(100), log(RATIO_CEILING))
    assert isclose(capped_log(-100), -log(RATIO_CEILING))
    assert capped_log(1.5) == 1.5


def test_entropy_is_one_bit_at_most() -> None:
    assert entropy(0.5) == 1.0
    assert entropy(0) == entropy(1) == 0.0
