import pytest

from app.language import parse_symptoms
from app.vocabulary import Qualifier
from tests.language.small import LEXICON


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("suddenly my face is drooping", {Qualifier.SUDDEN}),
        ("headache that is getting worse", {Qualifier.WORSENING}),
        ("numbness spreading up my legs", {Qualifier.SPREADING}),
        ("my left leg is weak", {Qualifier.ONE_SIDED}),
        ("face drooping on one side", {Qualifier.ONE_SIDED}),
        ("both legs are weak", set()),
        ("I left with a headache", set()),
        ("headache right now", set()),
        ("twitching all over", {Qualifier.WIDESPREAD}),
        ("constant headache", {Qualifier.PERSISTENT}),
        ("severe headache", {Qualifier.SEVERE}),
        ("not severe headache", set()),
        ("headache, not getting worse", set()),
        ("cramps when I exercise", {Qualifier.WITH_EXERCISE}),
        ("chest pain when climbing stairs", {Qualifier.WITH_EXERCISE}),
        ("feet burn at night", {Qualifier.AT_NIGHT}),
        ("headache", set()),
    ],
)
def test_qualifiers(text: str, expected: set[Qualifier]) -> None:
    assert set(parse_symptoms(text, LEXICON).mentions[0].qualifiers) == expected


def test_a_qualifier_belongs_to_its_clause() -> None:
    mentions = parse_symptoms("I have cramps, but suddenly my face droops", LEXICON).mentions
    assert [(m.id, m.qualifiers) for m in mentions] == [
        ("muscle-cramps", ()),
        ("facial-droop", (Qualifier.SUDDEN,)),
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("cramps for two weeks", 14),
        ("cramps for 3 days", 3),
        ("cramps for a week", 7),
        ("cramps x 6 months", 180),
        ("cramps for a couple of weeks", 14),
        ("cramps for a few days", 3),
        ("cramps for a year and a half", 547.5),
        ("cramps for half a year", 182.5),
        ("cramps for months", 60),
        ("cramps since yesterday", 1),
        ("cramps over the past month", 30),
        ("2-3 weeks of cramps", 14),
        ("cramps that started 4 days ago", 4),
        ("3 wks of cramps", 21),
        ("5d of cramps", 5),
        ("cramps since March", None),
        ("cramps every 2 days", None),
        ("cramps twice a week", None),
        ("my 3 year old has cramps", None),
        ("I am 40 years old and have cramps", None),
        ("cramps lasting 10 minutes", None),
        ("cramps", None),
    ],
)
def test_durations(text: str, days: float | None) -> None:
    assert [m.duration_days for m in parse_symptoms(text, LEXICON).mentions] == [days]


def test_each_finding_has_its_own_duration() -> None:
    mentions = parse_symptoms("cramps for 2 days, headache for 3 weeks", LEXICON).mentions
    assert [m.duration_days for m in mentions] == [2, 21]


def test_a_curated_phrase_may_hold_a_time() -> None:
    assert [m.id for m in parse_symptoms("diarrhea for weeks", LEXICON).mentions] == ["chronic-diarrhea"]
