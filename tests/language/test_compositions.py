"""Body parts and qualities: every pair of the table is understood, however it is said."""

from functools import cache

import pytest

from app.language import Lexicon, match_symptom
from app.language.compositions import COMPOSED
from app.seeding.reader import Content, read_files
from app.settings import ROOT
from scripts.evaluate_phrases import lexicon_of


@cache
def content() -> Content:
    return read_files(ROOT / "seed")[0]


@cache
def lexicon() -> Lexicon:
    return lexicon_of(content())


def found(text: str) -> set[str]:
    return {mention.id for mention in match_symptom(text, lexicon()).mentions if mention.present}


def test_every_line_names_a_symptom_of_the_seed() -> None:
    assert set(COMPOSED) <= {symptom.id for symptom in content().symptoms}


@pytest.mark.parametrize("symptom", sorted(COMPOSED))
def test_hardly_any_pair_is_misread(symptom: str) -> None:
    # A phrase that the seed lists for a neighbouring symptom goes before the table.
    hits = sum(symptom in found(text) for text in COMPOSED[symptom])
    assert hits >= 0.5 * len(COMPOSED[symptom])
    assert all(found(text) for text in COMPOSED[symptom])


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("my scalp is dry and flaking", "scaling-skin"),
        ("dry shins", "dry-skin"),
        ("the palms of my hands keep peeling", "peeling-skin"),
        ("eyes feel really gritty", "dry-eyes"),
        ("my nails are always soft and bendy", "brittle-nails"),
        ("red itchy patches on my arms", "rash"),
        ("my heart hurts", "chest-pain"),
    ],
)
def test_one_pair_covers_many_ways_to_say_it(text: str, symptom: str) -> None:
    assert symptom in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "a shaky alibi",
        "thirsty for knowledge",
        "numb to the headlines",
        "the audience was restless",
        "stiff penalties for speeding",
        "breathless reviews in the papers",
        "an irritable boss",
        "that film gave me chills",
        "the pipe is running down the wall",
    ],
)
def test_what_describes_no_person_and_no_body_is_no_finding(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("I'm numb to the knees", "numb-legs"),
        ("hungry for ice", "ice-craving"),
        ("stiff in the mornings", "muscle-stiffness"),
        ("breathless upstairs", "breathlessness"),
        ("dizzy spells", "light-headedness"),
        ("I'm wrecked by midday", "fatigue"),
        ("completely wiped after work", "fatigue"),
    ],
)
def test_what_describes_a_person_still_is_one(text: str, symptom: str) -> None:
    assert found(text) & {symptom, "vertigo", "breathlessness-on-exertion", "joint-stiffness"}
