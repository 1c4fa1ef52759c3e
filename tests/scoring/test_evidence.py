from collections.abc import Iterable
from math import isclose, log

import pytest

from app.scoring.evidence import Evidence, EvidenceDirection, EvidenceKind, piece_of, scaled, weighed
from app.scoring.knowledge import EVERYDAY_GROUP
from app.scoring.likelihood import Estimate
from app.scoring.settling import (
    EVERYDAY_SHARE,
    FURTHER_SHARE,
    GROUP_SHARE,
    LAB_SHARE,
    settled,
    share_of,
    told,
)
from app.vocabulary import Basis, Grade
from tests.scoring.worlds import about, small_world


def piece(name: str, weight: float, group: str = "g", **more: object) -> Evidence:
    parts: dict[str, object] = {
        "kind": EvidenceKind.SYMPTOM,
        "id": name,
        "counted_as": name,
        "group": group,
        "weight": Estimate(value=weight, low=weight - 1, high=weight + 1),
        "listed": weight,
        "grade": Grade.B,
        "basis": Basis.MEASURED,
        "sources": ("s",),
        "mechanism": "Because.",
    }
    return Evidence(**{**parts, **more})  # type: ignore[arg-type]


def counted(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return told(settled([piece_of(one) for one in pieces], knowledge=small_world()))


def weights(*pieces: Evidence) -> dict[str, float]:
    return {one.id: one.weight.value for one in counted(pieces)}


def test_groups_of_symptoms_count_with_smaller_and_smaller_shares() -> None:
    found = weights(piece("a", 2, "x"), piece("b", 1, "y"), piece("c", 0.5, "z"))
    assert found == {"a": 2, "b": GROUP_SHARE, "c": GROUP_SHARE**2 * 0.5}


def test_tests_and_intake_count_beside_symptoms_in_full() -> None:
    found = weights(piece("a", 1, "x"), piece("b", 2, "lab"), piece("c", 0.5, "intake"))
    assert found == {"a": 1, "b": 2, "c": 0.5}


def test_the_strongest_of_a_group_counts_in_full_and_others_in_part() -> None:
    assert weights(piece("a", 1), piece("b", 2)) == {"b": 2, "a": FURTHER_SHARE}


def test_groups_have_their_own_share() -> None:
    assert share_of(EVERYDAY_GROUP) == EVERYDAY_SHARE
    assert share_of("lab") == LAB_SHARE
    assert share_of("anything") == FURTHER_SHARE


def test_for_and_against_are_settled_apart() -> None:
    assert weights(piece("a", 1), piece("b", -2)) == {"a": 1, "b": -2}


def test_of_a_symptom_and_a_narrower_form_only_one_counts() -> None:
    assert weights(piece("twitch", 1), piece("lip-twitch", 2)) == {"lip-twitch": 2}
    assert weights(piece("twitch", 2), piece("lip-twitch", 1)) == {"twitch": 2}


def test_narrower_forms_together_may_outweigh_the_wider_one() -> None:
    found = weights(piece("face-twitch", 1.0), piece("lip-twitch", 0.9), piece("eyelid-twitch", 0.9))
    assert found == {"eyelid-twitch": 0.9, "lip-twitch": FURTHER_SHARE * 0.9}


def test_a_wider_form_may_stand_for_its_narrower_ones_beside_another() -> None:
    found = weights(
        piece("cramp", 3.0),
        piece("face-twitch", 2.0),
        piece("lip-twitch", 0.5),
        piece("eyelid-twitch", 0.5),
    )
    assert found == {"cramp": 3.0, "face-twitch": FURTHER_SHARE * 2.0}


def test_narrower_forms_beside_another_may_stand_for_the_wider_one() -> None:
    found = weights(
        piece("cramp", 3.0),
        piece("face-twitch", 1.0),
        piece("lip-twitch", 0.9),
        piece("eyelid-twitch", 0.8),
    )
    assert found == {
        "cramp": 3.0,
        "lip-twitch": FURTHER_SHARE * 0.9,
        "eyelid-twitch": FURTHER_SHARE * 0.8,
    }


def test_pieces_of_no_weight_are_kept_for_show() -> None:
    assert weights(piece("a", 0), piece("b", 0)) == {"a": 0, "b": 0}


def test_the_order_of_pieces_changes_nothing() -> None:
    pieces = [piece("a", 1), piece("b", 1), piece("c", 1, "x"), piece("d", -1)]
    assert counted(pieces) == counted(reversed(pieces))


def test_a_discounted_piece_says_so() -> None:
    half = scaled(piece("a", 2), (0.5,))
    assert half.capped
    assert half.weight == Estimate(value=1, low=0.5, high=1.5)
    assert isclose(half.ratio, 2.718281828, rel_tol=1e-6)
    assert isclose(half.listed_ratio, 7.389056099, rel_tol=1e-6)


@pytest.mark.parametrize(
    ("weight", "direction"),
    [
        (1.0, EvidenceDirection.SUPPORTS),
        (-1.0, EvidenceDirection.AGAINST),
        (0.0, EvidenceDirection.AGAINST),
    ],
)
def test_the_direction_follows_the_weight(weight: float, direction: EvidenceDirection) -> None:
    assert piece("a", weight).direction is direction


def test_a_weight_tells_whether_it_was_held_back() -> None:
    weight, listed, capped = weighed(about(4))
    assert (weight.value, capped) == (listed, False)
    weight, listed, capped = weighed(about(4), 0.5)
    assert isclose(weight.value, log(2))
    assert capped
    assert weighed(about(100_000))[2]
