"""What `POST /v1/intake` takes and answers. Nothing of the request is stored or logged."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from app.assessment.requests import FoodId, Grams, PersonEntry, Slug, Strict, exactly_one, json_number
from app.assessment.schemas import UnmatchedRead
from app.expansion.schemas import Expanded
from app.foods.schemas import AmountRead
from app.schemas import ReadModel

MAX_LISTED = 200
MAX_NUTRIENTS = 100
MAX_GAP_FOODS = 10

Portions = Annotated[float, Field(gt=0, le=100, allow_inf_nan=False), BeforeValidator(json_number)]
RecordDays = Annotated[int, Field(ge=1, le=30), BeforeValidator(json_number)]
GapFoods = Annotated[int, Field(ge=0, le=MAX_GAP_FOODS), BeforeValidator(json_number)]


class ListedFood(Strict):
    """A food that is usually eaten: its weight, or how many of its typical portions."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra=exactly_one(grams_per_day="number", portions_per_day="number")
    )

    food: FoodId = Field(description="FDC id of a food, see `/v1/foods`.", examples=[170556])
    grams_per_day: Grams | None = Field(
        default=None, description="Usual amount a day, in grams.", examples=[30]
    )
    portions_per_day: Portions | None = Field(
        default=None,
        description="Or how many of its typical portions a day (`typical` in `/v1/foods/{food}`).",
        examples=[1.5],
    )

    @model_validator(mode="after")
    def one_of_grams_and_portions(self) -> Self:
        if (self.grams_per_day is None) == (self.portions_per_day is None):
            raise ValueError("give exactly one of grams_per_day and portions_per_day")
        return self


class IntakeOptions(Strict):
    """What to answer."""

    nutrients: list[Slug] | None = Field(
        default=None,
        min_length=1,
        max_length=MAX_NUTRIENTS,
        description="Ids of nutrients to judge, see `/v1/nutrients` and `/v1/rda`; null for every "
        "nutrient with a recommendation for the person.",
        examples=[["magnesium", "vitamin-b12"]],
    )
    foods_to_close_gap: GapFoods = Field(
        default=3, description="Most foods to give for a nutrient that falls short."
    )
    expand: list[Literal["sources", "nutrient", "life_stage"]] = Field(
        default=[],
        max_length=3,
        description="Members whose records are to stand beside the answer, in `expanded`, by kind and id.",
        examples=[["sources"]],
    )


class IntakeRequest(Strict):
    """What a person usually eats. Only `foods` is required."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "profile": {"age_years": 34, "sex": "female", "diet": "vegan"},
                    "days": 3,
                    "foods": [
                        {"food": 170556, "portions_per_day": 1},
                        {"food": 168878, "grams_per_day": 400},
                    ],
                    "options": {"nutrients": ["magnesium", "iron"], "foods_to_close_gap": 3},
                }
            ]
        },
    )

    profile: PersonEntry = Field(
        default=PersonEntry(), description="Who eats it; without age and sex, an adult."
    )
    days: RecordDays = Field(
        default=1, description="How many days of records the amounts are the average of."
    )
    foods: list[ListedFood] = Field(
        min_length=1,
        max_length=MAX_LISTED,
        description="Everything usually eaten and drunk in a day; a food listed twice is added up.",
    )
    options: IntakeOptions = Field(default=IntakeOptions(), description="What to answer.")


class IntakeStatus(StrEnum):
    """What the listed foods say of a nutrient."""

    ABOVE_LIMIT = "above-limit"
    ENOUGH = "enough"
    UNCERTAIN = "uncertain"
    SHORT = "short"
    MEETS_RECOMMENDATION = "meets-recommendation"
    BELOW_EAR = "below-ear"
    NOT_JUDGED = "not-judged"
    INCOMPLETE = "incomplete"
    UNKNOWN = "unknown"
    NO_REFERENCE = "no-reference"


class UsualIntakeRead(AmountRead):
    """What the listed foods give in a day, counted as the reference intake counts it."""

    is_lower_bound: bool = Field(
        description="Whether foods are listed whose amount is unknown: they are not counted as zero, "
        "so the true figure is likely higher."
    )


class FigureRead(ReadModel):
    """A reference intake of the person's life stage, or the range that may hold."""

    measure: Literal["EAR", "RDA", "AI"] = Field(
        description="EAR: enough for half of such people; RDA: for nearly all; AI: taken for enough, "
        "where no RDA could be set."
    )
    value: float | None = Field(
        description="The figure, per day; null where it depends on an age or sex that wasn't given."
    )
    low: float = Field(description="Lowest figure that may hold; equal to `value` if known.")
    high: float = Field(description="Highest figure that may hold; equal to `value` if known.")
    unit: str = Field(description="UCUM unit; `g/kg` is per kg body weight.")
    unit_basis: str | None = Field(description="What the unit counts, where an equivalent.")
    note: str | None = Field(description="What the figure covers, special cases.")
    sources: list[str] = Field(description="Ids of the sources.")


class LimitRead(ReadModel):
    """A level that usual intake should not pass."""

    measure: Literal["UL", "CDRR"] = Field(
        description="UL: most that is safe in a day; CDRR: eat less where intake is above it."
    )
    value: float = Field(description="The level, per day; the lowest where several may hold.")
    unit: str = Field(description="UCUM unit.")
    unit_basis: str | None = Field(description="What the unit counts, where an equivalent.")
    covers: str = Field(description="What counts towards it.")
    compared_with: AmountRead | None = Field(
        description="What of the listed foods counts towards it; null where it is for supplements or "
        "added forms that food data don't tell apart, or where no amount is known."
    )
    exceeded: bool | None = Field(description="Whether that is above the level; null if not compared.")
    sources: list[str] = Field(description="Ids of the sources.")


class CompletenessRead(ReadModel):
    """How much of the list the figure rests on. What is unknown is not zero."""

    share_of_energy: float | None = Field(
        description="Share of the listed energy from foods whose amount is known, a fraction; null "
        "where the listed foods have no known energy."
    )
    foods_known: int = Field(description="Listed foods whose amount is known.")
    foods_listed: int = Field(description="Listed foods that exist.")


class GapFoodRead(ReadModel):
    """An everyday food that fits the diet, and how much of it would close the gap by itself."""

    id: int = Field(description="FDC id.")
    name: str = Field(description="USDA's description.")
    plain_name: str = Field(description="The same for readers, without what only a laboratory needs.")
    portion: str | None = Field(description="The typical portion; null where USDA has none.")
    gram_weight: float | None = Field(description="Its weight in grams.")
    per_portion: AmountRead | None = Field(description="Amount in the portion, as counted.")
    portions_needed: float | None = Field(description="Portions a day that close the gap.")
    grams_needed: float = Field(description="The same in grams.")
    energy_kcal: float | None = Field(description="Energy of that amount; null where unknown.")


class NutrientIntakeRead(ReadModel):
    """One nutrient: what is eaten, what is needed, and what that means."""

    nutrient: str = Field(description="Id of the nutrient.")
    name: str = Field(description="Name of the nutrient.")
    intake: UsualIntakeRead | None = Field(
        description="Usual intake a day; null where the amount is known of no listed food."
    )
    ear: FigureRead | None = Field(description="Estimated Average Requirement; null where none is set.")
    recommended: FigureRead | None = Field(description="RDA or, where none is set, AI; null where none.")
    ul: LimitRead | None = Field(description="Tolerable Upper Intake Level; null where none is set.")
    cdrr: LimitRead | None = Field(description="Chronic Disease Risk Reduction intake; sodium only.")
    percent_of_recommended: float | None = Field(
        description="Intake in per cent of the RDA or AI, of the highest where it is a range; null "
        "where the two can't be compared."
    )
    probability_of_adequacy: float | None = Field(
        description="Probability that this intake meets this person's own requirement, by the method "
        "of the DRI committee; null where the method doesn't apply, see `not_judged_because`.",
        ge=0,
        le=1,
    )
    probability_is_lower_bound: bool = Field(
        description="Whether the true probability is higher: the list or the food data don't cover "
        "all that is eaten."
    )
    not_judged_because: str | None = Field(description="Why there is no probability.")
    status: IntakeStatus = Field(
        description="By the probability: `enough` from 0.85, `short` up to 0.15, `uncertain` between. "
        "Without one: `meets-recommendation` from 100 % of the RDA or AI (180 % for iron of "
        "vegans and vegetarians), `below-ear` below the EAR, "
        "else `not-judged`. `incomplete` stands for `uncertain`, `short` and `below-ear` where the list "
        "or the food data don't cover the diet. `above-limit` goes before all. `unknown`: no listed "
        "food has a known amount. `no-reference`: there is no RDA or AI."
    )
    explanation: str = Field(description="The same in a plain sentence.")
    completeness: CompletenessRead = Field(description="What the figure rests on.")
    gap: AmountRead | None = Field(
        description="What is missing to the RDA or AI (the highest); null where nothing is, or where "
        "it can't be told."
    )
    foods: list[GapFoodRead] = Field(
        description="Foods any one of which would close the gap, least needed first. A food of which "
        "that much, or one portion, would take the person above an upper level of any nutrient is "
        "passed over. Empty below the age of one year."
    )


class EnergyRead(ReadModel):
    """Energy of the listed foods."""

    value: float = Field(description="Energy a day.")
    unit: Literal["kcal"] = Field(description="Unit.")
    need: float | None = Field(description="Low estimate of what such a person needs; null below two years.")
    share_of_need: float | None = Field(description="The first as a fraction of the second.")
    foods_unknown: int = Field(description="Listed foods whose energy is unknown.")


class IntakeRead(ReadModel):
    """What the listed foods give, against what the person needs."""

    life_stage: str | None = Field(description="Id of the person's life stage; null where several may hold.")
    life_stage_name: str | None = Field(description="The life stage in words; null where several may hold.")
    days: int = Field(description="Days of records, as given.")
    nutrients: list[NutrientIntakeRead] = Field(description="One item a nutrient, by id.")
    energy: EnergyRead = Field(description="Energy of the listed foods.")
    unmatched: list[UnmatchedRead] = Field(description="Foods that could not be counted, and why.")
    notes: list[str] = Field(description="What to know about the answer as a whole.")
    disclaimer: str = Field(description="What this answer is and is not.")
    content_release: str = Field(description="Content release that answered.")
    model_version: str = Field(description="Version of the scoring model.")
    expanded: Expanded | None = Field(
        default=None,
        description="The records that `options.expand` asked for, by kind and id; null unless asked for.",
    )
