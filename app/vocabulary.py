"""The controlled words of the knowledge base.

Tables, seed files, the API and the scoring core share these enumerations, so that a word means
one thing everywhere. Standard library only: the scoring core imports them too.
"""

from enum import StrEnum


class NutrientKind(StrEnum):
    """Classes of nutrients."""

    VITAMIN = "vitamin"
    MINERAL = "mineral"
    MACRONUTRIENT = "macronutrient"
    FATTY_ACID = "fatty-acid"
    AMINO_ACID = "amino-acid"
    CAROTENOID = "carotenoid"
    VITAMIN_FORM = "vitamin-form"
    OTHER = "other"


class CauseKind(StrEnum):
    """What sort of explanation a candidate is."""

    DEFICIENCY = "deficiency"
    EXCESS = "excess"
    TRIGGER = "trigger"
    RULE_OUT = "rule-out"
    BENIGN = "benign"


class TriggerCategory(StrEnum):
    """Family of a trigger or of a disease to rule out."""

    STRESS = "stress"
    CAFFEINE = "caffeine"
    DEHYDRATION = "dehydration"
    OVEREXERTION = "overexertion"
    SLEEP_LOSS = "sleep-loss"
    ALCOHOL = "alcohol"
    MEDICATION = "medication"
    ENVIRONMENT = "environment"
    LIFE_STAGE = "life-stage"
    DISEASE = "disease"
    BENIGN = "benign"


class FrequencyClass(StrEnum):
    """How often a finding is seen in people with a cause, in the classes of the HPO."""

    OBLIGATE = "obligate"
    VERY_FREQUENT = "very-frequent"
    FREQUENT = "frequent"
    OCCASIONAL = "occasional"
    VERY_RARE = "very-rare"


class Grade(StrEnum):
    """Strength of evidence.

    A: guideline, meta-analysis or large controlled study. B: cohort, case-control or population
    survey. C: case series or small uncontrolled study. D: reference work, expert range or
    mechanism only.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Stance(StrEnum):
    """What the evidence says of a claimed link."""

    SUPPORTS = "supports"
    PARTLY = "partly"
    CONTRADICTS = "contradicts"


class Basis(StrEnum):
    """Where a figure comes from."""

    MEASURED = "measured"
    EXPERT_CLASS = "expert class"
    EXPERT_RANGE = "expert range"
    STATED_RULE = "stated rule"
    MECHANISM = "mechanism"


class Direction(StrEnum):
    """Which way a frequency reads; only the first enters the score."""

    SYMPTOM_GIVEN_CAUSE = "symptom-given-cause"
    CAUSE_GIVEN_SYMPTOM = "cause-given-symptom"


class TriageLevel(StrEnum):
    """How soon to seek care, most urgent first."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    ROUTINE = "routine"
    SELF_CARE = "self-care"

    @property
    def is_urgent(self) -> bool:
        """Tell whether care is needed the same day or sooner."""
        return self in {TriageLevel.EMERGENCY, TriageLevel.URGENT}


class Qualifier(StrEnum):
    """How a symptom behaves; red-flag rules read these."""

    SUDDEN = "sudden"
    WORSENING = "worsening"
    SPREADING = "spreading"
    ONE_SIDED = "one-sided"
    WIDESPREAD = "widespread"
    PERSISTENT = "persistent"
    SEVERE = "severe"
    WITH_EXERCISE = "with-exercise"
    AT_NIGHT = "at-night"


class Sex(StrEnum):
    """Sex used to pick reference values and prevalence."""

    FEMALE = "female"
    MALE = "male"


class RiskFactorKind(StrEnum):
    """Sorts of risk factors."""

    CONDITION = "condition"
    MEDICATION = "medication"
    DIET = "diet"
    LIFESTYLE = "lifestyle"
    LIFE_STAGE = "life-stage"


class EffectClass(StrEnum):
    """Graded strength of a risk factor where no odds ratio was measured."""

    PROTECTIVE = "protective"
    WEAK = "weak"
    MODERATE = "moderate"
    STRONG = "strong"
    VERY_STRONG = "very-strong"
    DECISIVE = "decisive"


class Diet(StrEnum):
    """Usual diet of the person."""

    OMNIVORE = "omnivore"
    PESCATARIAN = "pescatarian"
    VEGETARIAN = "vegetarian"
    VEGAN = "vegan"
    GLUTEN_FREE = "gluten-free"
    DAIRY_FREE = "dairy-free"
    KETOGENIC = "ketogenic"
    LOW_SALT = "low-salt"
    RESTRICTIVE = "restrictive"


class DeficiencyLevel(StrEnum):
    """Three things that are often confused: eating little, a low test, being ill from it."""

    LOW_INTAKE = "low-intake"
    LOW_BIOMARKER = "low-biomarker"
    SYMPTOMATIC = "symptomatic"


class Stage(StrEnum):
    """Stage of a deficiency."""

    EARLY = "early"
    MODERATE = "moderate"
    SEVERE = "severe"


class InteractionKind(StrEnum):
    """What a nutrient interacts with."""

    NUTRIENT = "nutrient"
    MEDICATION = "medication"
    CONDITION = "condition"


class Severity(StrEnum):
    """How much an interaction matters."""

    MINOR = "minor"
    MODERATE = "moderate"
    MAJOR = "major"


class Interpretation(StrEnum):
    """What a laboratory result means against its cut-offs."""

    SEVERELY_LOW = "severely-low"
    LOW = "low"
    BORDERLINE = "borderline"
    NORMAL = "normal"
    HIGH = "high"
    VERY_HIGH = "very-high"


class SourceKind(StrEnum):
    """Sorts of sources."""

    GUIDELINE = "guideline"
    META_ANALYSIS = "meta-analysis"
    TRIAL = "trial"
    COHORT = "cohort"
    CASE_CONTROL = "case-control"
    SURVEY = "survey"
    CASE_SERIES = "case-series"
    CASE_REPORT = "case-report"
    REVIEW = "review"
    REFERENCE_WORK = "reference-work"
    PATIENT_INFORMATION = "patient-information"
    DATASET = "dataset"
    REGULATION = "regulation"
    TERMINOLOGY = "terminology"
    OWN_RULE = "own-rule"


class ReadDepth(StrEnum):
    """How much of a source was read for the claims that cite it."""

    FULL_TEXT = "full text"
    ABSTRACT = "abstract"
    TABLE = "table"
    PASSAGE = "passage"
    DATASET = "dataset"
    SECONDARY = "secondary copy"


class SymptomKind(StrEnum):
    """Whether the person feels it, a clinician sees it, or a test shows it."""

    COMPLAINT = "complaint"
    SIGN = "sign"
    LABORATORY = "laboratory"


class BodySystem(StrEnum):
    """Body system that a symptom belongs to."""

    MUSCLE_AND_MOVEMENT = "muscle-and-movement"
    NERVES_AND_SENSES = "nerves-and-senses"
    MIND_AND_SLEEP = "mind-and-sleep"
    HEART_AND_CIRCULATION = "heart-and-circulation"
    BREATHING = "breathing"
    DIGESTION = "digestion"
    MOUTH_AND_THROAT = "mouth-and-throat"
    SKIN = "skin"
    HAIR_AND_NAILS = "hair-and-nails"
    EYES = "eyes"
    EARS_AND_BALANCE = "ears-and-balance"
    BONES_AND_JOINTS = "bones-and-joints"
    BLOOD_AND_IMMUNITY = "blood-and-immunity"
    URINE_AND_KIDNEY = "urine-and-kidney"
    HORMONES_AND_REPRODUCTION = "hormones-and-reproduction"
    GROWTH_AND_CHILDREN = "growth-and-children"
    GENERAL = "general"
