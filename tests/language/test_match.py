import pytest

from app.language import Kind, match_name, match_names, match_symptom
from tests.language.small import LEXICON


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Crohn's disease", Kind.CONDITION, "crohns-disease"),
        ("crohns", Kind.CONDITION, None),
        ("morbus crohn disease", Kind.CONDITION, "crohns-disease"),
        ("diabetic since 2010", Kind.CONDITION, "type-2-diabetes"),
        ("had a stroke 2 years ago", Kind.CONDITION, "stroke-history"),
        ("Prilosec", Kind.MEDICATION, "omeprazole"),
        ("omeprazole 20 mg twice a day", Kind.MEDICATION, "omeprazole"),
        ("omeprazol", Kind.MEDICATION, "omeprazole"),
        ("water pills", Kind.MEDICATION, "loop-diuretics"),
        ("the pill", Kind.MEDICATION, "oral-contraceptives"),
        ("blue pill", Kind.MEDICATION, None),
        ("prednisone", Kind.MEDICATION, None),
        ("lots of coffee", Kind.LIFESTYLE, "high-caffeine"),
        ("ten coffees a day", Kind.LIFESTYLE, "high-caffeine"),
        ("one coffee a day", Kind.LIFESTYLE, None),
        ("8-10 beers daily", Kind.LIFESTYLE, "heavy-alcohol"),
        ("2 beers a week", Kind.LIFESTYLE, None),
        ("hardly any sun", Kind.LIFESTYLE, "little-sun"),
        ("vitamin a", Kind.LIFESTYLE, "vitamin-a-supplement-high"),
        ("vitamins", Kind.LIFESTYLE, None),
        ("plant-based", Kind.DIET, "diet-vegan"),
        ("serum magnesium", Kind.LAB_TEST, "magnesium-serum"),
        ("", Kind.MEDICATION, None),
    ],
)
def test_names(text: str, kind: Kind, expected: str | None) -> None:
    assert match_name(text, LEXICON, kind).id == expected


def test_a_name_of_another_kind_is_not_taken() -> None:
    assert match_name("omeprazole", LEXICON, Kind.CONDITION).id is None
    assert match_name("omeprazole", LEXICON).kind is Kind.MEDICATION


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("not diabetic", Kind.CONDITION),
        ("my mother has diabetes", Kind.CONDITION),
        ("non-smoker", Kind.LIFESTYLE),
        ("doesn't smoke", Kind.LIFESTYLE),
        ("ex smoker", Kind.LIFESTYLE),
        ("stopped metformin", Kind.MEDICATION),
        ("no longer on metformin", Kind.MEDICATION),
    ],
)
def test_what_does_not_apply_is_negated(text: str, kind: Kind) -> None:
    match = match_name(text, LEXICON, kind)
    assert match.id is not None
    assert match.negated


def test_several_names() -> None:
    matches = match_names("Prilosec 20mg, metformin and a statin", LEXICON, Kind.MEDICATION)
    assert [match.id for match in matches] == ["omeprazole", "metformin"]


def test_a_description_beside_a_name_is_no_second_medicine() -> None:
    matches = match_names("blood thinner warfarin", LEXICON, Kind.MEDICATION)
    assert [match.id for match in matches] == ["warfarin"]


def test_suggestions_where_nothing_matches() -> None:
    match = match_name("prednisone", LEXICON, Kind.MEDICATION)
    assert match.id is None
    assert [suggestion.id for suggestion in match.suggestions] == ["prednisolone"]


def test_an_entry_of_an_assessment_is_parsed() -> None:
    result = match_symptom("no cramps but tingling fingers for 3 days", LEXICON)
    assert [(m.id, m.present) for m in result.mentions] == [
        ("muscle-cramps", False),
        ("tingling-hands", True),
    ]
