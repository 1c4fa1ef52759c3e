from math import isclose, log

import pytest

from app.scoring.evidence import Evidence, EvidenceKind
from app.scoring.findings import (
    ConflictingFindingsError,
    Finding,
    Leak,
    merged,
    raised_by,
    symptom_evidence,
    trigger_chance,
)
from app.scoring.knowledge import PARTLY_FACTOR, CompiledLink, Knowledge
from app.scoring.likelihood import Estimate
from app.vocabulary import CauseKind, Qualifier, Stance
from tests.scoring.worlds import about, cause, link, share, small_world


def evidence(
    knowledge: Knowledge, *present: str, absent: tuple[str, ...] = (), leak: Leak | None = None
) -> dict[str, list[Evidence]]:
    findings = [Finding(symptom=one) for one in present]
    findings += [Finding(symptom=one, present=False) for one in absent]
    return symptom_evidence(knowledge, findings, leak=leak)


def test_duplicates_count_once_with_all_that_was_said() -> None:
    found = merged(
        [
            Finding(symptom="b", duration_days=3),
            Finding(symptom="a", qualifiers=frozenset({Qualifier.SUDDEN})),
            Finding(symptom="a", qualifiers=frozenset({Qualifier.SEVERE}), duration_days=2),
            Finding(symptom="a", duration_days=9),
        ]
    )
    assert found == (
        Finding(
            symptom="a",
            qualifiers=frozenset({Qualifier.SUDDEN, Qualifier.SEVERE}),
            duration_days=9,
        ),
        Finding(symptom="b", duration_days=3),
    )


def test_a_contradiction_is_refused_by_name() -> None:
    with pytest.raises(ConflictingFindingsError, match="'a' is both") as caught:
        merged([Finding(symptom="a"), Finding(symptom="a", present=False)])
    assert caught.value.symptom == "a"


def test_a_report_counts_at_the_listed_level() -> None:
    (piece,) = evidence(small_world(), "lip-twitch")["metal"]
    assert (piece.id, piece.counted_as) == ("lip-twitch", "face-twitch")
    assert isclose(piece.weight.value, log(1 + 0.3 * 0.95 / 0.05))
    assert piece.sources == ("book",)


def test_several_reports_of_one_listed_level_count_once() -> None:
    (piece,) = evidence(small_world(), "lip-twitch", "eyelid-twitch", "face-twitch")["metal"]
    assert piece.id == "face-twitch"


def test_a_refuted_specific_link_stands_in_the_way_of_a_wider_one() -> None:
    knowledge = small_world(
        causes=[
            cause(
                "metal",
                link("twitch", 0.5),
                link("eyelid-twitch", None, stance=Stance.CONTRADICTS),
            )
        ]
    )
    (piece,) = evidence(knowledge, "eyelid-twitch")["metal"]
    assert piece.refuted
    assert piece.weight.value == 0
    (piece,) = evidence(knowledge, "lip-twitch")["metal"]
    assert piece.weight.value > 0


def test_a_partly_supported_link_counts_in_part_and_says_so() -> None:
    knowledge = small_world(
        causes=[cause("metal", link("cramp", None, ratio=about(9), stance=Stance.PARTLY))]
    )
    (piece,) = evidence(knowledge, "cramp")["metal"]
    assert isclose(piece.weight.value, PARTLY_FACTOR * log(9))
    assert piece.capped


def test_a_denial_speaks_against_all_narrower_forms() -> None:
    (piece,) = evidence(small_world(), absent=("twitch",))["metal"]
    assert (piece.kind, piece.id, piece.counted_as) == (
        EvidenceKind.ABSENT_SYMPTOM,
        "twitch",
        "face-twitch",
    )
    assert isclose(piece.weight.value, log(0.7))


def test_a_denial_of_a_narrower_form_says_nothing_of_the_wider_one() -> None:
    assert "metal" not in evidence(small_world(), absent=("lip-twitch",))


def test_a_denial_does_not_reach_what_was_reported_more_narrowly() -> None:
    found = evidence(small_world(), "lip-twitch", absent=("twitch",))
    assert [piece.kind for piece in found["metal"]] == [EvidenceKind.SYMPTOM]
    assert [piece.kind for piece in found["disease"]] == [EvidenceKind.SYMPTOM]


def test_the_nearest_denial_is_named() -> None:
    (piece,) = evidence(small_world(), absent=("twitch", "face-twitch"))["metal"]
    assert piece.id == "face-twitch"


def test_a_raised_background_weakens_a_report_but_not_a_refuted_link() -> None:
    def raised(compiled: CompiledLink) -> Estimate:
        return raised_by(compiled.background, [0.5])

    knowledge = small_world(
        causes=[
            cause(
                "metal",
                link("cramp", 0.5),
                link("tired", None, ratio=about(5)),
                link("headache", None, stance=Stance.CONTRADICTS, ratio=about(0.4, 1.2)),
            )
        ]
    )
    before = {one.id: one.weight.value for one in evidence(knowledge, *TOLD)["metal"]}
    after = {one.id: one.weight.value for one in evidence(knowledge, *TOLD, leak=raised)["metal"]}
    assert 0 < after["cramp"] < before["cramp"]
    assert 0 < after["tired"] < before["tired"]
    assert after["headache"] == before["headache"]


TOLD = ("cramp", "tired", "headache")


def test_no_declared_trigger_leaves_the_background_untouched() -> None:
    background = share(0.2)
    assert raised_by(background, [0.0]) is background
    assert raised_by(background, [0.5]).value > 0.2


def chance(knowledge: Knowledge, name: str) -> float:
    return trigger_chance(knowledge, trigger="coffee", symptom=name, probability=0.5)


def test_a_trigger_gives_what_it_lists_and_all_that_is_wider() -> None:
    knowledge = small_world(causes=[cause("coffee", link("lip-twitch", 0.4), kind=CauseKind.TRIGGER)])
    assert chance(knowledge, "lip-twitch") == chance(knowledge, "twitch") == 0.2


def test_a_trigger_listed_wider_gives_narrower_forms_in_proportion() -> None:
    # Of those who twitch (0.1), one in five has it in the lip (0.02).
    assert isclose(chance(small_world(), "lip-twitch"), 0.5 * 0.5 * 0.2)


def test_a_trigger_gives_nothing_that_it_doesnt_list() -> None:
    assert chance(small_world(), "cramp") == 0.0


@pytest.mark.parametrize(
    "refuted",
    [
        link("twitch", None, stance=Stance.CONTRADICTS),
        link("twitch", None, ratio=about(3)),
    ],
)
def test_a_trigger_whose_wider_link_has_no_frequency_explains_nothing(refuted: object) -> None:
    knowledge = small_world(causes=[cause("coffee", refuted, kind=CauseKind.TRIGGER)])  # type: ignore[arg-type]
    assert chance(knowledge, "lip-twitch") == 0.0
    assert chance(knowledge, "twitch") == 0.0
