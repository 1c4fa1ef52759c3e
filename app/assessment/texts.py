"""Fixed sentences of the answer, in plain English."""

from collections.abc import Mapping

from app.vocabulary import TriageLevel

DISCLAIMER = (
    "This is general information. It is not a diagnosis and it does not replace a doctor. The "
    "figures are estimates with gaps. Ask your doctor or pharmacist before you start, stop or change "
    "any medicine or supplement. In an emergency call your local emergency number."
)
ADVICE = {
    TriageLevel.EMERGENCY: (
        "Call your local emergency number now (911, 999 or 112), or go to the nearest emergency "
        "department. Do not drive yourself, and do not wait to see if it passes."
    ),
    TriageLevel.URGENT: (
        "See a doctor today or tomorrow. If you can't get an appointment, call an urgent care line. "
        "If it gets worse, seek emergency care."
    ),
    TriageLevel.ROUTINE: (
        "Make an appointment with your doctor in the next days or weeks. Go sooner if it gets worse "
        "or something new comes up."
    ),
    TriageLevel.SELF_CARE: (
        "Nothing here points to something urgent. Watch it for now. See a doctor if it lasts more "
        "than two weeks, gets worse, spreads, or comes with weakness, numbness or anything new."
    ),
}
# Where a rule that fired says today, nobody is told that tomorrow will do.
ADVICE_TODAY = "See a doctor today, or call an urgent care line. If it gets worse, seek emergency care."
TODAY = frozenset(
    {
        "See a doctor today.",
        "Contact a doctor today.",
        "Contact a doctor or an urgent care line today.",
        "Contact a doctor or an urgent care line now.",
    }
)
# How a rule goes on after "call now": it stays beside what it goes on from.
EVEN_IF = "Do this even if "
# What rules say that the advice of their level has said already, or has said more carefully.
REPEATED = {
    TriageLevel.EMERGENCY: frozenset(
        {
            "Call emergency services now (911, 999 or 112).",
            "Get emergency care now.",
            "Go to an emergency department now.",
        }
    ),
    TriageLevel.URGENT: TODAY | {"See a doctor within days."},
    TriageLevel.ROUTINE: frozenset({"Book a visit with a doctor."}),
    TriageLevel.SELF_CARE: frozenset(),
}
NOTHING_UNDERSTOOD = (
    "None of the symptoms were understood, so nothing was ranked. Try other words, or pick from the list of "
    "symptoms."
)
NO_PERSON = "Age and sex were not given. Figures for people in general were used."
FOODS_ONLY = "The usual diet was judged by the foods listed; supplements are not in it."
NOT_CHECKED_DIET = "Foods are not checked for salt or carbohydrate; read the label."
LEFT_OUT = "Foods with {what} are left out by their names alone; read the label."
ADULT_PORTIONS = "Portions of foods are those that adults eat; a child may eat less."
BOTH_SAID = "{name}: your words both report and deny it. It was counted as there."
UNTIED = "{name}: no record ties it to any cause known here, so it moved nothing."
ADULT_RANGE = "Age or sex was not given: this is the range for adults."
FOODS_WITHHELD = (
    "Foods rich in it are not named here, because a change of what you eat could do harm ({names}). "
    "Ask your care team what to eat."
)
INFANT_FOODS = "Below one year no foods are named: what an infant eats is for the child's doctor."
NOT_ADVISED = "No foods are named: more of this is not a thing to eat on your own. Ask your doctor first."
NO_FOODS = "No everyday food that fits is known to hold enough of it in a portion."
HEALTHY_PEOPLE = "The figure is for healthy people. Your care team's plan comes first ({names})."
IRON_OF_PLANTS = "On a vegetarian or vegan diet about 1.8 times as much is needed."
# Notes of the reference tables in words for readers; None for what is of no use to them.
PLAIN_NOTES: Mapping[str, str | None] = {
    "retinol activity equivalents (RAE)": (
        "Counted as RAE: 1 microgram is 1 of ready-made vitamin A, or 12 of beta-carotene from food."
    ),
    "smokers need 35 mg/day more": "People who smoke need 35 mg a day more.",
    "as cholecalciferol, assuming minimal sunlight; 1 µg = 40 IU": (
        "1 microgram is 40 IU. The figure assumes little sun."
    ),
    "as cholecalciferol, assuming minimal sunlight; 1 µg = 40 IU; AI (shown without asterisk in some 2011 "
    "tables)": "1 microgram is 40 IU. The figure assumes little sun.",
    "alpha-tocopherol, 2R stereoisomers only": "Only some forms of vitamin E count (alpha-tocopherol).",
    "preformed niacin, not niacin equivalents": "Only ready-made niacin counts.",
    "niacin equivalents (NE); 1 mg niacin = 60 mg tryptophan": (
        "Counted as NE: 60 mg of tryptophan, from protein, count as 1 mg of niacin."
    ),
    "dietary folate equivalents (DFE)": (
        "Counted as DFE: folic acid from pills counts more than folate in food."
    ),
    "dietary folate equivalents (DFE); women capable of becoming pregnant: 400 µg/day folic acid from "
    "supplements or fortified foods in addition to food folate": (
        "If you could become pregnant: 400 micrograms of folic acid a day, from a supplement or fortified "
        "food, beside the folate in your food."
    ),
    "dietary folate equivalents (DFE); assumes 400 µg/day folic acid from supplements or fortified foods "
    "until pregnancy is confirmed": (
        "Before and in early pregnancy 400 micrograms of folic acid a day from a supplement or fortified "
        "food are part of it."
    ),
    "10-30% of older people may malabsorb food-bound B12; meet RDA mainly with fortified foods or a "
    "supplement": (
        "From 10 to 30 in 100 older people take up little B12 from food. Fortified food or a supplement "
        "should give most of it."
    ),
    "requirement may be met by endogenous synthesis at some life stages": "The body makes a part of it.",
    "vegetarian diets: about 1.8 times higher": None,  # said to those whom it concerns
    "from g/kg body weight for the reference body weight": (
        "The figure is for a person of average weight; heavier people need more."
    ),
    "published in µg; converted to mg": None,
    "2019 value; supersedes 2005": None,
    "2019 value; supersedes 2005; no UL established": None,
    "published in g; converted to mg": None,
    "total water from food, beverages and drinking water": "All water counts, that in food too.",
    "total fibre (AI from 14 g/1000 kcal)": None,
    "UL applies to preformed vitamin A (retinol) only": (
        "This limit is for ready-made vitamin A (retinol) only."
    ),
    "1 µg = 40 IU": "1 microgram is 40 IU.",
    "UL applies to any form of supplemental alpha-tocopherol (supplements and fortified foods)": (
        "This limit is for supplements and fortified food only."
    ),
    "UL applies to synthetic forms from supplements and fortified foods; mg niacin, not NE": (
        "This limit is for supplements and fortified food only, in mg of niacin."
    ),
    "UL applies to synthetic folic acid from supplements and fortified foods; µg folic acid, not DFE": (
        "This limit is for folic acid from supplements and fortified food only."
    ),
    "UL applies to supplemental (pharmacological) magnesium only, not food and water": (
        "This limit is for supplements and medicines only, not for food and water."
    ),
    "UL only; no RDA/AI established": None,
}
