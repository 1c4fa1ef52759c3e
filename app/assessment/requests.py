"""What `POST /v1/assess` takes. Nothing of it is stored or logged."""

from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    model_validator,
)
from pydantic.config import JsonDict
from typing_extensions import TypeAliasType

from app.patterns import NO_NUL, SLUG
from app.units import MONTHS_A_YEAR
from app.vocabulary import Diet, Qualifier, Sex

MAX_SYMPTOMS = 50
MAX_FACTORS = 50
MAX_FOODS = 100
MAX_BATCH = 100


def json_number(value: object) -> int | float:
    """Take JSON numbers only: pydantic would take true and "12" for numbers as well."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("Input should be a JSON number")
    return value


MAX_RESULT = 1e9
MAX_RESULT_WORDS = 60


def number_or_words(value: object) -> object:
    """Check a laboratory result as a whole, so that an error points at it and not at a variant."""
    if isinstance(value, str):
        if not 0 < len(value) <= MAX_RESULT_WORDS or "\x00" in value or not value.isprintable():
            raise ValueError(f"Words should be 1 to {MAX_RESULT_WORDS} printable characters")
    elif not abs(json_number(value)) <= MAX_RESULT:
        raise ValueError("Input should be a number between -1e9 and 1e9")
    return value


def one_of(schema: JsonDict) -> None:
    """Say that the variants exclude each other: Swift's generator makes an enum of these only."""
    schema["oneOf"] = schema.pop("anyOf")


# The constraint stands before the validator: after it, pydantic writes "ge" into the JSON Schema.
AgeYears = Annotated[float, Field(ge=0, le=120, allow_inf_nan=False), BeforeValidator(json_number)]
AgeMonths = Annotated[int, Field(ge=0, le=1440), BeforeValidator(json_number)]
Days = Annotated[float, Field(ge=0, le=50_000, allow_inf_nan=False), BeforeValidator(json_number)]
Grams = Annotated[float, Field(gt=0, le=10_000, allow_inf_nan=False), BeforeValidator(json_number)]
FoodId = Annotated[int, Field(ge=1, le=2_147_483_647), BeforeValidator(json_number)]
Limit = Annotated[int, Field(ge=1, le=100), BeforeValidator(json_number)]
Result = Annotated[float, Field(ge=-MAX_RESULT, le=MAX_RESULT)]
Slug = Annotated[
    str,
    StringConstraints(pattern=SLUG, min_length=1, max_length=64),
]
Words = Annotated[str, StringConstraints(pattern=NO_NUL, min_length=1, max_length=300)]
ResultWords = Annotated[str, StringConstraints(pattern=NO_NUL, min_length=1, max_length=MAX_RESULT_WORDS)]
# A name of its own: without one, generators call it `Value`, and Swift's can't write it.
LabValue = TypeAliasType(
    "LabValue",
    Annotated[
        Result | ResultWords,
        BeforeValidator(number_or_words),
        Field(description="A number, or words.", json_schema_extra=one_of),
    ],
)
Unit = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$", max_length=30)]


class Strict(BaseModel):
    """Base of all parts of the request: unknown members are refused."""

    model_config = ConfigDict(extra="forbid")


def never(*cases: dict[str, Any]) -> dict[str, Any]:
    """Say in JSON Schema which members don't go together, for callers that check what they send.

    Generators of clients pass over `not`; of a `oneOf` they would make a union.
    """
    return {"not": {"anyOf": list(cases)}}


def both(**schemas: Any) -> dict[str, Any]:
    """Give the case that members are there and each fits its schema."""
    return {"required": list(schemas), "properties": schemas}


def exactly_one(**kinds: str) -> dict[str, Any]:
    """Say in JSON Schema that one of two members is given and not null."""
    neither = {"properties": {name: {"type": "null"} for name in kinds}}
    return never(both(**{name: {"type": kind} for name, kind in kinds.items()}), neither)


class SymptomEntry(Strict):
    """A symptom by its id or in the person's own words: exactly one of the two."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=exactly_one(id="string", text="string"))

    id: Slug | None = Field(
        default=None, description="Id of a symptom, see `/v1/symptoms`.", examples=["lip-twitching"]
    )
    text: Words | None = Field(
        default=None,
        description="The same in own words; negation, qualifiers and durations are understood.",
        examples=["pins and needles round my mouth"],
    )
    present: bool = Field(
        default=True, strict=True, description="False where the person says it is not there."
    )
    duration_days: Days | None = Field(
        default=None, description="For how many days it has been there.", examples=[14]
    )
    qualifiers: list[Qualifier] = Field(
        default=[], max_length=9, description="How it behaves; triage rules read these."
    )

    @model_validator(mode="after")
    def one_of_id_and_text(self) -> Self:
        if (self.id is None) == (self.text is None):
            raise ValueError("give exactly one of id and text")
        return self


# What `PersonEntry.fits_together` refuses.
CONTRADICTIONS = never(
    both(age_years={"type": "number"}, age_months={"type": "integer"}),
    both(sex={"const": "male"}, pregnant={"const": True}),
    both(sex={"const": "male"}, lactating={"const": True}),
)


class PersonEntry(Strict):
    """A person. What is null or left out is "not said"."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=CONTRADICTIONS)

    age_years: AgeYears | None = Field(default=None, description="Age in years.", examples=[34])
    age_months: AgeMonths | None = Field(
        default=None, description="Age in completed months, for infants; or `age_years`."
    )
    sex: Sex | None = Field(default=None, description="Sex, for prevalence and reference intakes.")
    pregnant: bool | None = Field(default=None, strict=True, description="Whether pregnant.")
    lactating: bool | None = Field(default=None, strict=True, description="Whether breast-feeding.")
    diet: Diet | None = Field(default=None, description="Usual diet.")

    @model_validator(mode="after")
    def fits_together(self) -> Self:
        if self.age_years is not None and self.age_months is not None:
            raise ValueError("give age_years or age_months, not both")
        if self.sex is Sex.MALE and (self.pregnant or self.lactating):
            raise ValueError("sex male does not go with pregnant or lactating true")
        return self

    def years(self) -> float | None:
        """Give the age in years, whichever way it was told."""
        return self.age_years if self.age_months is None else self.age_months / MONTHS_A_YEAR


class Profile(PersonEntry):
    """Who the symptoms are of. What is null or left out is "not said"."""

    conditions: list[Words] = Field(
        default=[], max_length=MAX_FACTORS, description="Illnesses and operations: ids or words."
    )
    medications: list[Words] = Field(
        default=[], max_length=MAX_FACTORS, description="Medicines and supplements: ids or words."
    )
    lifestyle: list[Words] = Field(
        default=[], max_length=MAX_FACTORS, description="Habits and circumstances: ids or words."
    )


class LabEntry(Strict):
    """A laboratory result."""

    test: Words = Field(
        description="Id of a test, see `/v1/lab-tests`, or its name.", examples=["magnesium-serum"]
    )
    value: LabValue = Field(
        description="The number, or words such as `low`, `very high`, `normal`, `<2.2`.",
        examples=[0.62],
    )
    unit: Unit | None = Field(
        default=None,
        description="Unit of the number; units are converted, never guessed. Not needed for words.",
        examples=["mmol/L"],
    )


class IntakeEntry(Strict):
    """A food that the person usually eats."""

    food: FoodId = Field(description="FDC id of a food, see `/v1/foods`.", examples=[170556])
    grams_per_day: Grams = Field(description="Usual amount a day, in grams.", examples=[30])


class AssessmentOptions(Strict):
    """How much to answer."""

    limit: Limit = Field(default=10, description="Most candidates to give.")
    explain: bool = Field(
        default=True,
        strict=True,
        description="Whether to give the evidence and the reasons for the prior.",
    )
    expand: list[Literal["sources", "lab_tests", "nutrient", "via", "life_stage"]] = Field(
        default=[],
        max_length=5,
        description="Members whose records are to stand beside the answer, in `expanded`, by kind and id. "
        "`sources` gives everything that a page needs to cite.",
        examples=[["sources"]],
    )


class AssessmentRequest(Strict):
    """Findings and what is known of the person. Only `symptoms` is required."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "symptoms": [
                        {"id": "lip-twitching"},
                        {"text": "pins and needles round my mouth"},
                        {"id": "muscle-cramps", "present": False},
                    ],
                    "profile": {
                        "age_years": 34,
                        "sex": "female",
                        "pregnant": False,
                        "lactating": False,
                        "diet": "vegan",
                        "conditions": ["crohns-disease"],
                        "medications": ["omeprazole"],
                        "lifestyle": ["high-caffeine"],
                    },
                    "labs": [{"test": "magnesium-serum", "value": 0.62, "unit": "mmol/L"}],
                    "intake": [{"food": 170556, "grams_per_day": 30}],
                    "options": {"limit": 5, "explain": True},
                }
            ]
        },
    )

    symptoms: list[SymptomEntry] = Field(
        min_length=1, max_length=MAX_SYMPTOMS, description="What is there, and what was denied."
    )
    profile: Profile = Field(default=Profile(), description="Who the symptoms are of.")
    labs: list[LabEntry] = Field(default=[], max_length=MAX_FACTORS, description="Laboratory results.")
    intake: list[IntakeEntry] = Field(
        default=[], max_length=MAX_FOODS, description="What the person usually eats in a day."
    )
    options: AssessmentOptions = Field(default=AssessmentOptions(), description="How much to answer.")


def _as_it_is(value: object) -> object:
    """Take any JSON; the contract says what it is checked for later."""
    return value


CheckedLater = Annotated[object, PlainValidator(_as_it_is, json_schema_input_type=AssessmentRequest)]


class BatchRequest(Strict):
    """Assessments that have nothing to do with each other."""

    items: list[CheckedLater] = Field(
        min_length=1,
        max_length=MAX_BATCH,
        description="Requests as `/v1/assess` takes them. Each is checked by itself: one that does not "
        "fit gives a problem in its place, and the others are answered.",
    )
