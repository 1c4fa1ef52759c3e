"""Whom it makes sense to ask about a symptom. The score doesn't use it; all of it is our own rule.

What a symptom is in either table for holds for its narrower forms too.
"""

from collections.abc import Mapping

from app.scoring.knowledge import EVERYBODY, Group
from app.vocabulary import BodySystem, Sex

WOMEN = Group(sex=Sex.FEMALE)
MEN = Group(sex=Sex.MALE)
PREGNANT = Group(pregnant=True)
LACTATING = Group(lactating=True)
CHILDREN = Group(age_max_years=18)
# Soft spots close, and cries and feeds tell most, in the first two years.
BABIES = Group(age_max_years=2)
IN_NAPPIES = Group(age_max_years=4)
UNDER_5 = Group(age_max_years=5)
UNDER_10 = Group(age_max_years=10)
UNDER_16 = Group(age_max_years=16)
UNDER_40 = Group(age_max_years=40)
FROM_60 = Group(age_min_years=60)
PUBERTY = Group(age_min_years=12, age_max_years=18)

# Asked of people who are known to be in the group only.
ONLY: Mapping[Group, tuple[str, ...]] = {
    WOMEN: (
        "bleeding-past-menopause",
        "breast-lump",
        "heavy-periods",
        "hot-flashes",
        "irregular-periods",
        "miscarriage",
        "painful-periods",
        "premenstrual-complaints",
        "vaginal-bleeding",
    ),
    MEN: ("erectile-dysfunction", "testicle-lump", "testicle-pain"),
    PREGNANT: ("baby-moving-less", "waters-broke"),
    BABIES: (
        "bulging-fontanelle",
        "feeding-less",
        "high-pitched-cry",
        "inconsolable-crying",
        "refusing-to-feed",
        "sunken-fontanelle",
    ),
    IN_NAPPIES: ("diaper-rash", "few-wet-nappies"),
    UNDER_5: ("delayed-walking", "large-head", "late-closing-fontanelle", "late-teething"),
    UNDER_10: ("swollen-belly-child",),
    PUBERTY: ("delayed-puberty",),
    # Their questions are about "the child".
    CHILDREN: ("laboured-breathing", "prominent-forehead", "rachitic-rosary", "rickets"),
}

# Not asked of people who are known to be in one of the groups.
PERIODS = ("heavy-periods", "irregular-periods", "painful-periods", "premenstrual-complaints")
NEVER: Mapping[Group, tuple[str, ...]] = {
    PREGNANT: (*PERIODS, "bleeding-past-menopause", "infertility"),
    LACTATING: ("missed-periods",),
    MEN: ("infertility",),
    FROM_60: (*PERIODS, "infertility"),
    UNDER_40: ("bleeding-past-menopause",),
    UNDER_16: (
        "dementia",
        "erectile-dysfunction",
        "height-loss",
        "hot-flashes",
        "infertility",
        "low-libido",
        "miscarriage",
        "osteoporosis",
    ),
    UNDER_10: (*PERIODS, "breast-lump", "low-testosterone", "premature-graying"),
    # Only words can tell of these, and a small child hasn't got them.
    UNDER_5: (
        "anxiety",
        "apathy",
        "blurred-vision",
        "brain-fog",
        "burning-mouth",
        "cold-intolerance",
        "curtain-over-vision",
        "doom-feeling",
        "double-vision",
        "dry-eyes",
        "electric-shock-neck",
        "eye-strain",
        "flashing-lights",
        "halos-around-lights",
        "heartburn",
        "heat-intolerance",
        "ice-craving",
        "indigestion",
        "light-headedness",
        "loss-of-position-sense",
        "low-mood",
        "memory-problems",
        "mood-swings",
        "nerve-pain",
        "new-floaters",
        "numbness",
        "oscillating-vision",
        "palpitations",
        "passing-stroke-signs",
        "personality-change",
        "poor-concentration",
        "psychosis",
        "reduced-smell",
        "restless-legs",
        "sciatica",
        "sensitivity-to-noise",
        "slowed-thinking",
        "suicidal-thoughts",
        "taste-changes",
        "tingling",
        "tinnitus",
        "unrefreshing-sleep",
        "vertigo",
        "yellow-vision",
    ),
    # They don't walk, talk, chew or hold on yet, and nobody knows where it hurts.
    BABIES: (
        "abdominal-pain",
        "abnormal-gait",
        "arm-jaw-pain",
        "back-pain",
        "bone-pain",
        "bowel-incontinence",
        "breathlessness-lying-flat",
        "breathlessness-on-exertion",
        "chest-pain",
        "clumsiness",
        "daytime-sleepiness",
        "difficulty-climbing-stairs",
        "difficulty-rising-from-chair",
        "early-fullness",
        "exercise-intolerance",
        "exercise-muscle-cramps",
        "exercise-muscle-pain",
        "fatigue",
        "flank-pain",
        "foot-drop",
        "frequent-falls",
        "frequent-urination",
        "gowers-sign",
        "headache",
        "insomnia",
        "jaw-clenching",
        "jaw-pain",
        "jaw-pain-chewing",
        "joint-pain",
        "joint-stiffness",
        "leg-pain",
        "loose-teeth",
        "malaise",
        "muscle-pain",
        "nausea",
        "night-blindness",
        "pain-breathing-in",
        "painful-swallowing",
        "pica",
        "poor-balance",
        "reduced-grip-strength",
        "scalp-tenderness",
        "severe-breathing-difficulty",
        "shoulder-tip-pain",
        "slurred-speech",
        "tearing-pain",
        "too-weak-to-walk",
        "trouble-chewing",
        "trouble-finding-words",
        "urinary-incontinence",
    ),
}


def asked_of(symptom: str, system: BodySystem) -> Group:
    """Give whom alone a symptom is asked of."""
    usual = CHILDREN if system is BodySystem.GROWTH_AND_CHILDREN else EVERYBODY
    return next((group for group, symptoms in ONLY.items() if symptom in symptoms), usual)


def not_asked_of(symptom: str) -> tuple[Group, ...]:
    """Give whom a symptom is not asked of."""
    return tuple(group for group, symptoms in NEVER.items() if symptom in symptoms)
