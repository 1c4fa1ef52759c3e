import pytest

from app.language import Reason, parse_symptoms
from app.language.results import ParseResult
from tests.language.small import LEXICON


def parse(text: str) -> ParseResult:
    return parse_symptoms(text, LEXICON)


def found(text: str) -> set[str]:
    """Give the ids, with a minus before what is denied."""
    return {("" if mention.present else "-") + mention.id for mention in parse(text).mentions}


def test_the_example_of_the_contract() -> None:
    text = "my lip keeps jumping and I feel tired, but no cramps"
    assert [(m.text, m.start, m.end, m.id, m.present) for m in parse(text).mentions] == [
        ("lip keeps jumping", 3, 20, "lip-twitching", True),
        ("tired", 32, 37, "fatigue", True),
        ("cramps", 46, 52, "muscle-cramps", False),
    ]
    assert parse(text).unmatched == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fatigue", {"fatigue"}),
        ("FATIGUE!!", {"fatigue"}),
        ("lip twitches", {"lip-twitching"}),
        ("twitching of the lip", {"lip-twitching"}),
        ("bottom lip wont stop quivering", {"lip-twitching"}),
        ("my eye keeps jumping", {"eyelid-twitching"}),
        ("paresthesia", {"tingling"}),
        ("pins & needles", {"tingling"}),
        ("leg edema", {"swollen-legs"}),
        ("light headed", {"light-headedness"}),
        ("lightheaded", {"light-headedness"}),
        ("my toes tingle", {"tingling-feet"}),
        ("When I stand up I get dizzy", {"dizziness-on-standing"}),
        ("anaemia", {"anemia"}),
        ("i wish i was dead", {"suicidal-thoughts"}),
    ],
)
def test_one_finding_in_many_words(text: str, expected: set[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("diahrea", {"diarrhea"}),
        ("tingeling fingers", {"tingling-hands"}),
        ("diarea", {"diarrhea"}),
        ("fatgue and headahce", {"fatigue", "headache"}),
        ("vommiting", {"vomiting"}),
    ],
)
def test_typing_errors(text: str, expected: set[str]) -> None:
    assert found(text) == expected
    assert all(mention.confidence < 1 for mention in parse(text).mentions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("numbness and tingling in both feet", {"numb-feet", "tingling-feet"}),
        ("tingling in my hands and feet", {"tingling-hands-and-feet"}),
        ("pain in my back and legs", {"back-pain", "leg-pain"}),
        ("my feet burn and tingle", {"burning-feet", "tingling-feet"}),
        ("my hands and my feet are numb", {"numb-hands", "numb-feet"}),
        ("fingers and toes go numb", {"numb-hands", "numb-feet"}),
        ("tired, weak, dizzy", {"fatigue", "muscle-weakness", "light-headedness"}),
        ("headache and numb feet", {"headache", "numb-feet"}),
        ("fatigue\nheadache\nhair falling out", {"fatigue", "headache", "hair-shedding"}),
    ],
)
def test_several_findings_share_what_is_said_once(text: str, expected: set[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no cramps", {"-muscle-cramps"}),
        ("no cramps, no fever", {"-muscle-cramps", "-fever"}),
        ("denies fever, vomiting and headache", {"-fever", "-vomiting", "-headache"}),
        ("no fever, vomiting, or headache", {"-fever", "-vomiting", "-headache"}),
        ("no fever, vomiting, headache", {"-fever", "-vomiting", "-headache"}),
        ("neither fever nor headache", {"-fever", "-headache"}),
        ("nausea without vomiting", {"nausea", "-vomiting"}),
        ("I am not dizzy", {"-light-headedness"}),
        ("my legs do not hurt", {"-leg-pain"}),
        ("never had cramps", {"-muscle-cramps"}),
        ("no cramps and I feel tired", {"-muscle-cramps", "fatigue"}),
        ("no cramps, but numb feet", {"-muscle-cramps", "numb-feet"}),
        ("no fever, headache for 3 days", {"-fever", "headache"}),
        ("no cramps, feeling tired", {"-muscle-cramps", "fatigue"}),
        ("the headache is gone", {"-headache"}),
        ("headache went away", {"-headache"}),
        ("Fever: no", {"-fever"}),
        ("I can't lose weight", {"-weight-loss"}),
        ("negative for fever", {"-fever"}),
    ],
)
def test_what_is_denied_is_absent(text: str, expected: set[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no energy", {"fatigue"}),
        ("no energy, headache", {"fatigue", "headache"}),
        ("not hungry", {"poor-appetite"}),
        ("lost my appetite", {"poor-appetite"}),
        ("not sleeping, tired", {"insomnia", "fatigue"}),
        ("can't sleep", {"insomnia"}),
        ("not only tired but dizzy", {"fatigue", "light-headedness"}),
        ("no change in the headache", {"headache"}),
        ("headache won't go away", {"headache"}),
        ("no idea why my feet are numb", {"numb-feet"}),
        ("not severe headache", {"headache"}),
        ("numb for no reason", {"numbness"}),
        ("cramps without exercise", {"muscle-cramps"}),
        ("can't stop vomiting", {"vomiting"}),
    ],
)
def test_what_only_looks_denied_is_present(text: str, expected: set[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("my mother has headaches", Reason.OTHER_PERSON),
        ("family history of anemia", Reason.OTHER_PERSON),
        ("I used to have headaches", Reason.PAST),
        ("history of vomiting", Reason.PAST),
        ("I had cramps as a child", Reason.PAST),
        ("afraid of vomiting", Reason.HYPOTHETICAL),
    ],
)
def test_findings_of_others_and_of_long_ago_are_set_aside(text: str, reason: Reason) -> None:
    result = parse(text)
    assert result.mentions == ()
    assert [item.reason for item in result.unmatched] == [reason]
    assert result.unmatched[0].suggestions


def test_a_child_and_oneself_beside_others_are_patients() -> None:
    assert found("my son has a fever") == {"fever"}
    assert found("my husband says I look pale") == {"pallor"}
    assert found("2 week history of headache") == {"headache"}
    assert found("the headache started 2 months ago") == {"headache"}


@pytest.mark.parametrize(
    "text",
    [
        *("my car will not start", "i love pizza", "my dog limps", "what time is it"),
        *("my hand", "pain", "leg", "the weather is cold", "tired of this job", "hay fever"),
        *("i work all day", "he runs every morning", "my car is shaking", "i lost my wallet"),
        *("my plants look pale", "the runner", "florpy glimmers", "burning calories", "12345", ""),
    ],
)
def test_what_is_no_finding_gives_none(text: str) -> None:
    assert found(text) == set()


def test_everyday_words_count_where_a_person_feels_them() -> None:
    assert found("I feel cold") == {"cold-intolerance"}
    assert found("I have the runs") == {"diarrhea"}
    assert found("so worked up lately") == {"agitation"}
    assert found("an electric feeling down my back") == set()


def test_the_phrase_that_keeps_its_small_words_wins() -> None:
    assert found("I feel like throwing up") == {"nausea"}
    assert found("I keep throwing up") == {"vomiting"}


def test_what_is_unknown_is_told_with_suggestions() -> None:
    result = parse("tingly earlobes of doom, headache")
    assert [mention.id for mention in result.mentions if mention.id == "headache"]
    unknown = parse("hed akes").unmatched
    assert unknown
    assert len(unknown[0].suggestions) <= 3
    assert unknown[0].text == "hed akes"


def test_parts_of_a_phrase_that_only_one_record_has() -> None:
    result = parse("hair all over the sieve")
    assert [(m.id, m.confidence) for m in result.mentions] == [("hair-shedding", 0.7)]


def test_a_dating_sentence_tells_of_the_one_before() -> None:
    mention = parse("I have headaches. It started two weeks ago.").mentions[0]
    assert mention.duration_days == 14


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it hurts round the back teeth", set()),
        ("my head hurts at the back of my neck", {"headache"}),
        ("my ankles are swollen and they hurt", {"swollen-legs", "leg-pain"}),
        ("swollen ankles but they don't hurt", {"swollen-legs", "-leg-pain"}),
        ("how do I know if it is a fever", set()),
        ("the price of eggs gives me a headache", set()),
        ("no sign of fever", {"-fever"}),
        ("no enrgy", {"fatigue"}),
        ("my neighbour keeps getting dizzy", set()),
    ],
)
def test_what_the_words_belong_to(text: str, expected: set[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ["my cat is poorly", "my mum had gout", "my dad died of a ruptured vessel"])
def test_words_not_understood_of_pets_and_past_relatives(text: str) -> None:
    assert {item.reason for item in parse(text).unmatched} == {Reason.OTHER_PERSON}
