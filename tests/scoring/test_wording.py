import pytest

from app.scoring.engine import Request, assess
from app.scoring.intake import Intake, NutrientIntake
from app.scoring.labs import LabResult
from app.scoring.wording import counterfactual_sentence, effect, plain_sentence, share_of_people
from app.vocabulary import Stance
from tests.scoring.worlds import about, ask, cause, link, prior, small_world

# So rare that nothing is tempered: each weight is told as it is listed.
RARE = (prior(0.0001),)


def sentences(request: Request, **world: object) -> list[str]:
    knowledge = small_world(**world)
    found = next(c for c in assess(knowledge, request).candidates if c.cause.id == "metal")
    return [plain_sentence(knowledge, found.cause, piece) for piece in found.evidence]


def test_a_reported_symptom_is_told_with_its_figures() -> None:
    metal = cause("metal", link("cramp", 0.4), priors=RARE)
    assert sentences(ask("cramp"), causes=[metal]) == [
        'With "Cramp", the odds of this become about 11 times as high. About 40 in 100 people with it have '
        '"Cramp", against 4 in 100 people in general.'
    ]


def test_a_symptom_that_is_commoner_without_the_cause_does_not_read_as_if_it_spoke_against() -> None:
    assert sentences(ask("cramp"), causes=[cause("metal", link("cramp", 0.03))]) == [
        'With "Cramp", the odds of this become about 1.7 times as high. About 3 in 100 people with it get '
        '"Cramp" from it; 4 in 100 people in general have that anyway.'
    ]


def test_a_denied_symptom_is_told_as_not_there() -> None:
    told = sentences(ask("cramp", absent=("tired",)))
    assert told[1].startswith('Without "Tired", the odds of this fall to about 50 percent of what')


def test_a_refuted_link_and_an_indirect_one_are_told_as_such() -> None:
    metal = cause(
        "metal",
        link("cramp", None, stance=Stance.CONTRADICTS),
        link("tired", None, ratio=about(4), via="leaf"),
        priors=RARE,
    )
    told = sentences(ask("cramp", "tired"), causes=[metal, cause("leaf")])
    assert told == [
        'With "Tired", the odds of this become about 4 times as high, by way of "Leaf".',
        '"Cramp": a link with this was tested and not found.',
    ]


def test_results_and_intake_are_told() -> None:
    request = ask(
        "cramp",
        labs=(LabResult(test="serum", value=0.5),),
        intake=Intake(energy_kcal=2000, nutrients=(NutrientIntake(nutrient="metal", amount=1, ear=100),)),
    )
    told = sentences(request, causes=[cause("metal", link("cramp", 0.4), priors=RARE)])
    assert 'With a very low result of "Serum", the odds of this become about 20 times as high.' in told
    assert (
        "With the usual intake from the foods listed, the odds of this become about 3 times as high." in told
    )


def test_a_ratio_near_one_hardly_changes_anything() -> None:
    assert effect(1.01) == "the odds of this hardly change"


def test_a_tiny_ratio_is_told_in_words() -> None:
    assert effect(0.004) == "the odds of this fall to less than 1 percent of what they were"


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (0.25, "25 in 100"),
        (0.005, "5 in 1,000"),
        (0.0005, "5 in 10,000"),
        (0.00001, "fewer than 1 in 10,000"),
    ],
)
def test_shares_are_told_in_whole_people(share: float, told: str) -> None:
    assert share_of_people(share) == told


def test_what_is_left_without_the_strongest_reason_is_told_in_people() -> None:
    assert counterfactual_sentence("Cramp", without=0.004, whole=0.41) == (
        'Without "Cramp", this would be so for 4 in 1,000 people like you, not for 41 in 100.'
    )
