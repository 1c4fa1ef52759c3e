"""The person that a request asks about, and the check of nutrient ids in queries."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from app.problems import InvalidRequestError, ProblemPart
from app.units import MONTHS_A_YEAR
from app.vocabulary import Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonQuery:
    """Who is asked about; None is "not said"."""

    age_months: int | None
    sex: Sex | None
    pregnant: bool | None
    lactating: bool | None

    @property
    def given(self) -> bool:
        """Tell whether anything is known of the person."""
        return any(value is not None for value in (self.age_months, self.sex, self.pregnant, self.lactating))


def person_query(
    age_years: Annotated[
        float | None, Query(ge=0, le=120, description="Age in years.", examples=[34])
    ] = None,
    age_months: Annotated[
        int | None,
        Query(ge=0, le=1440, description="Age in completed months, for infants; or `age_years`."),
    ] = None,
    sex: Annotated[Sex | None, Query(description="Sex used to pick figures.")] = None,
    pregnant: Annotated[bool | None, Query(description="Whether pregnant.")] = None,
    lactating: Annotated[bool | None, Query(description="Whether breast-feeding.")] = None,
) -> PersonQuery:
    """Read the person from the query."""
    if age_years is not None and age_months is not None:
        raise InvalidRequestError(
            "Give the age once.",
            errors=[ProblemPart(pointer="?age_months", detail="Give age_years or age_months.")],
        )
    if sex is Sex.MALE:
        for name, value in (("pregnant", pregnant), ("lactating", lactating)):
            if value:
                raise InvalidRequestError(
                    "Sex and pregnancy or lactation don't fit together.",
                    errors=[
                        ProblemPart(
                            pointer=f"?{name}",
                            detail=f"No figures exist for sex=male with {name}=true; leave one out.",
                        )
                    ],
                )
    months = age_months if age_years is None else int(age_years * MONTHS_A_YEAR + 1e-9)
    implied = Sex.FEMALE if sex is None and (pregnant or lactating) else sex
    return PersonQuery(age_months=months, sex=implied, pregnant=pregnant, lactating=lactating)


PersonDep = Annotated[PersonQuery, Depends(person_query)]
