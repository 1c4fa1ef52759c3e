"""Which texts are graded, and how their grades are summed up."""

from app.report.texts import LEAST_WORDS, ReaderText, hardest, levels, reader_texts
from app.seeding.reader import Content

EASY = "We sat on the mat and the cat sat with us."
HARD = (
    "Hypomagnesemia always necessitates comprehensive multidisciplinary evaluation, "
    "considering other gastrointestinal malabsorption possibilities."
)


def one(text: str, record: str = "stone", kind: str = "nutrient") -> ReaderText:
    return ReaderText(kind, record, "summary", text)


def test_sentences_for_readers_are_walked_and_labels_are_not(small: Content) -> None:
    texts = {(text.kind, text.record, text.path): text.text for text in reader_texts(small)}
    assert texts[("symptom", "twitch", "when_to_seek_care")] == "Never."
    assert texts[("nutrient", "metal", "faq.answer")] == "Answer."
    assert texts[("nutrient", "metal", "deficiency.symptoms[twitch].mechanism")] == "Because."
    assert (
        texts[("risk-factor", "no-stones", "effects[metal-deficiency].mechanism")] == "No stones, no metal."
    )
    assert texts[("conflict", "stones-or-leaves", "positions.claim")] == "Leaves."
    assert not any("name" in path or "source" in path or "population" in path for _, _, path in texts)


def test_every_kind_of_record_has_texts(small: Content) -> None:
    assert {text.kind for text in reader_texts(small)} == {
        "nutrient",
        "symptom",
        "cause",
        "risk-factor",
        "lab-test",
        "red-flag",
        "conflict",
    }


def test_the_level_of_a_kind_is_that_of_its_texts_taken_as_one() -> None:
    nutrient, symptom, every = levels([one(EASY), one(HARD), one("Short.", kind="symptom")], aim=8)
    assert (nutrient.kind, nutrient.texts, nutrient.words) == ("nutrient", 2, 11 + 11)
    assert (nutrient.graded_alone, nutrient.above_aim) == (2, 1)
    assert (symptom.kind, symptom.texts, symptom.graded_alone) == ("symptom", 1, 0)
    assert (every.kind, every.texts, every.words) == ("all", 3, 23)
    assert levels([one(EASY)], aim=8)[0].grade < every.grade < levels([one(HARD)], aim=8)[0].grade


def test_the_hardest_come_first_and_short_texts_are_not_graded_alone() -> None:
    short = " ".join(["gastrointestinal"] * (LEAST_WORDS - 1))
    found = hardest([one(EASY, "easy"), one(HARD, "hard"), one(short, "short")], above=0)
    assert [hard.record for hard in found] == ["hard", "easy"]
    assert [hard.record for hard in hardest([one(EASY), one(HARD)], above=99)] == []
