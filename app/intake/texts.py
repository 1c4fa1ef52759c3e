"""Fixed sentences of the answer, in plain English."""

from collections.abc import Mapping

from app.intake.schemas import IntakeStatus

AI_ONLY = (
    "There is only an Adequate Intake, no average requirement: the chance of falling short cannot be told."
)
NO_REFERENCE = "No recommended intake is set for this nutrient and person."
DEPENDS = "The average requirement depends on an age or sex that was not given."
PER_WEIGHT = "The average requirement is per kg of body weight, which is not asked for."
OTHER_UNIT = "Food data and requirement count different things."
VARIES = "Intake of it varies too much from day to day for this method."
# Nutrients for which the DRI committee does not use the normal approximation.
NO_NORMAL: Mapping[str, str] = {
    "iron": (
        "Iron needs are not spread evenly around the average, above all with monthly losses: the normal "
        "approximation does not hold."
    ),
    "vitamin-a": VARIES,
    "vitamin-b12": VARIES,
    "vitamin-c": VARIES,
    "vitamin-e": VARIES,
}
METHOD = "The method does not fit this nutrient."

EXPLANATION: Mapping[IntakeStatus, str] = {
    IntakeStatus.ABOVE_LIMIT: "The listed foods give more than the upper level. Ask a doctor or dietitian.",
    IntakeStatus.ENOUGH: "The listed foods are very likely enough.",
    IntakeStatus.UNCERTAIN: "The listed foods may or may not be enough for this person.",
    IntakeStatus.SHORT: "The listed foods are very likely not enough.",
    IntakeStatus.BELOW_EAR: (
        "The listed foods stay below the average requirement. This person likely needs more, from "
        "other foods, fortified foods or a supplement."
    ),
    IntakeStatus.MEETS_RECOMMENDATION: "The listed foods reach the recommended intake.",
    IntakeStatus.NOT_JUDGED: (
        "The listed foods stay below the recommended intake. That alone does not mean a lack."
    ),
    IntakeStatus.INCOMPLETE: (
        "The listed foods alone may not be enough, but they or their data don't cover the whole diet."
    ),
    IntakeStatus.UNKNOWN: "The amount is known of no listed food. Unknown is not zero.",
    IntakeStatus.NO_REFERENCE: "There is no recommended intake to compare with.",
}
ABOVE_CDRR = "The listed foods give more than the level above which eating less lowers the risk of disease."
NOT_COMPARED = "The listed foods cannot be compared with the recommended intake."

ALL_SOURCES = "All sources: food, water and supplements."

NO_PORTION = "no household portion of it is known; give grams_per_day"
ADULT_RANGE = "Age or sex was not given: figures are ranges over the life stages that may hold."
FEW_DAYS = "One or two days of records say little about usual intake; three or more are better."
LISTED_ONLY = "Only the foods listed are counted; supplements are not."
NIACIN = (
    "Niacin counts niacin equivalents: preformed niacin and a sixtieth of the tryptophan. Foods whose "
    "tryptophan is unknown count with their preformed niacin only."
)
IRON_DIET = "Iron of plants is taken up less well: vegetarian diets need about 1.8 times the iron told here."
# How much more iron people need who live on plants (IOM 2001), and what is said of less than that.
IRON_FACTOR = 1.8
IRON_OF_PLANTS = (
    "The listed foods reach the recommended intake, which is set for mixed diets. With this diet about 1.8 "
    "times as much is needed, and they do not reach that."
)
ALA = "Omega-3 is judged by alpha-linolenic acid, its essential part."
SMALL_LIST = (
    "The foods listed cover about {percent} % of a day's energy. Nothing was called short on that basis."
)
INFANT_ENERGY = "There is no energy need for ages below two here, so nothing was called short."
ENERGY_UNKNOWN = "The energy of some listed foods is unknown and not in the sum."
