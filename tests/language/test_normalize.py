import pytest

from app.language.normalize import fold, stem, tokenize


@pytest.mark.parametrize(
    "words",
    [
        ("cramp", "cramps", "cramping", "cramped"),
        ("tired", "tire", "tiredness"),
        ("numb", "numbness"),
        ("dizzy", "dizziness", "dizzyness"),
        ("edema", "oedema"),
        ("anemia", "anaemia"),
        ("diarrhea", "diarrhoea"),
        ("paresthesia", "paraesthesia"),
        ("generalized", "generalised"),
        ("foot", "feet"),
        ("lose", "losing", "lost", "loss"),
        ("don't", "dont", "doesn't", "not"),
        ("can't", "cant", "cannot", "couldn't"),
        ("crohn", "crohn's", "crohns"),
        ("worry", "worried", "worrying"),
    ],
)
def test_forms_of_a_word_have_one_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("numb", "number"), ("quit", "quite"), ("care", "car"), ("cold", "colds"), ("sleep", "sleepy")],
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_offsets_count_code_points_of_the_original() -> None:
    ligature, menieres, wide_b = "\ufb01ts", "M\u00e9ni\u00e8re\u2019s", "\uff22"
    text = f"\N{FACE WITH THERMOMETER} {ligature}, {menieres}\t{wide_b}12"
    tokens = tokenize(text)
    assert [text[token.start : token.end] for token in tokens] == [ligature, menieres, wide_b, "12"]
    assert [token.surface for token in tokens] == ["fits", "meniere's", "b", "12"]


def test_accents_case_and_compatibility_forms_are_folded() -> None:
    folded, places = fold("\u00c9\u00bd\u2019")
    assert folded == "e1\N{FRACTION SLASH}2'"
    assert places == [0, 1, 1, 1, 2]


def test_gap_holds_the_punctuation_before_a_word() -> None:
    assert [token.gap for token in tokenize("no fever, no rash.")] == ["", " ", ", ", " "]


def test_numbers_and_letters_are_parted() -> None:
    assert [token.surface for token in tokenize("B12 20mg 2.5")] == ["b", "12", "20", "mg", "2.5"]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("anaesthetic", "anesthetic"),
        ("orthopaedic", "orthopedic"),
        ("faeces", "feces"),
        ("gynaecology", "gynecology"),
        ("diarrhoea", "diarrhea"),
        ("oestrogen", "estrogen"),
        ("coeliac", "celiac"),
        ("foetal", "fetal"),
        ("leucocyte", "leukocyte"),
        ("sulphur", "sulfur"),
        ("tumours", "tumors"),
        ("greyish", "grayish"),
        ("generalised", "generalized"),
        ("fibres", "fibers"),
        ("aluminium", "aluminum"),
        ("paralysed", "paralyzed"),
    ],
)
def test_every_british_spelling_is_seen(british: str, american: str) -> None:
    assert stem(british) == stem(american)
