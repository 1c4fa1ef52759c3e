"""How people tell of emergencies: nothing may be passed over in silence, nothing negated wrongly."""

from functools import cache
from typing import Any

import pytest

from app.language import Kind, Lexicon, Reason, match_names, match_symptom
from app.seeding.reader import Content, read_files
from app.settings import ROOT
from app.vocabulary import TriageLevel
from scripts.evaluate_phrases import judge, lexicon_of, rows_of

# Known misses, each with what it would take.
NOT_YET = {
    "I slept so well I didn't wake up once": "sleep praised in the words of a complaint",
}
ROWS = {row["text"]: row for row in rows_of("emergencies")}


@cache
def content() -> Content:
    return read_files(ROOT / "seed")[0]


@cache
def lexicon() -> Lexicon:
    return lexicon_of(content())


@pytest.mark.parametrize("text", [text for text in ROWS if text not in NOT_YET])
def test_what_people_say_in_an_emergency_is_understood(text: str) -> None:
    row: dict[str, Any] = ROWS[text]
    outcome = judge(row, lexicon())
    assert outcome.understood or not outcome.expects_something, outcome.said
    assert not outcome.wrong, outcome.said


@pytest.mark.parametrize("text", NOT_YET)
def test_known_misses_are_still_missed(text: str) -> None:
    outcome = judge(ROWS[text], lexicon())
    assert outcome.wrong or not outcome.understood


def test_names_of_urgent_findings_are_understood_as_themselves() -> None:
    for symptom in content().symptoms:
        if symptom.base_level is TriageLevel.EMERGENCY:
            for text in (symptom.name.partition(" (")[0], *symptom.clinical_names):
                found = {mention.id for mention in match_symptom(text, lexicon()).mentions if mention.present}
                assert symptom.id in found, text


def test_hardly_any_name_of_the_seed_is_misread() -> None:
    asked = missed = 0
    for symptom in content().symptoms:
        for text in (symptom.name.partition(" (")[0], *symptom.lay_names, *symptom.clinical_names):
            found = {mention.id for mention in match_symptom(text, lexicon()).mentions if mention.present}
            asked += 1
            missed += symptom.id not in found
    assert missed <= 0.01 * asked


@pytest.mark.parametrize(
    "text",
    [
        "my mother has epilepsy and seizures",
        "my father had a stroke and one sided weakness",
        "my grandmother collapsed and died years ago",
        "my brother broke his leg",
    ],
)
def test_what_relatives_have_or_had_is_not_the_reader_s(text: str) -> None:
    result = match_symptom(text, lexicon())
    assert not result.mentions
    assert {item.reason for item in result.unmatched} & {Reason.OTHER_PERSON, Reason.PAST}


@pytest.mark.parametrize(
    "text",
    [
        "no breathing problems",
        "no trouble breathing",
        "breathing normally",
        "the rash is not responding to cream",
        "my wife's phone is not responding",
        "the market collapsed",
        "I'm fit and healthy",
        "this show makes no sense",
    ],
)
def test_no_emergency_is_made_of_other_things(text: str) -> None:
    emergencies = {
        symptom.id for symptom in content().symptoms if symptom.base_level is TriageLevel.EMERGENCY
    }
    mentions = match_symptom(text, lexicon()).mentions
    assert not [mention.id for mention in mentions if mention.present and mention.id in emergencies]


def test_a_habit_is_denied_by_a_set_phrase() -> None:
    assert [match.negated for match in match_names("I don't drink alcohol", lexicon(), Kind.LIFESTYLE)] == [
        True
    ]


def test_just_sets_apart_what_is_there_from_what_is_denied() -> None:
    mentions = match_symptom("no chest pain just tired", lexicon()).mentions
    assert [(mention.id, mention.present) for mention in mentions] == [
        ("chest-pain", False),
        ("fatigue", True),
    ]
