"""Fixed sentences of the answer, in plain English."""

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
NOTHING_UNDERSTOOD = "None of the symptoms were understood, so nothing was ranked."
NO_PERSON = "Age and sex were not given. Figures for people in general were used."
FOODS_ONLY = "The usual diet was judged by the foods listed; supplements are not in it."
NOT_CHECKED_DIET = "Foods are not checked for gluten, milk, salt or carbohydrate; read the label."
BOTH_SAID = "{name}: your words both report and deny it. It was taken as there."
UNTIED = "{name}: no record ties it to any cause known here, so it moved nothing."
ADULT_RANGE = "Age or sex was not given: this is the range for adults."
