"""A small lexicon for tests: a few real-sounding records, so that tests read like English."""

from app.language import Kind, Lexicon, LexiconEntry, LexiconPhrase, PhraseSource


def entry(
    kind: Kind, record_id: str, name: str, *lay: str, clinical: str = "", misspelled: str = ""
) -> LexiconEntry:
    """Make an entry; further phrases are separated by semicolons."""
    phrases = [LexiconPhrase(text) for text in lay]
    phrases += [LexiconPhrase(text, PhraseSource.CLINICAL) for text in split(clinical)]
    phrases += [LexiconPhrase(text, PhraseSource.MISSPELLING) for text in split(misspelled)]
    return LexiconEntry(kind, record_id, name, tuple(phrases))


def split(texts: str) -> list[str]:
    return [text.strip() for text in texts.split(";") if text.strip()]


S, M, C = Kind.SYMPTOM, Kind.MEDICATION, Kind.CONDITION
ENTRIES = (
    entry(S, "lip-twitching", "Lip twitching", "lip jumping", "my lip keeps twitching"),
    entry(S, "eyelid-twitching", "Eyelid twitching", "eye twitching", clinical="eyelid myokymia"),
    entry(S, "muscle-twitching", "Muscle twitching", "twitching", clinical="fasciculations"),
    entry(S, "widespread-twitching", "Twitching all over the body", "twitching everywhere"),
    entry(S, "muscle-cramps", "Muscle cramps", "cramps"),
    entry(S, "leg-cramps", "Leg cramps", "calf cramps"),
    entry(S, "night-leg-cramps", "Leg cramps at night"),
    entry(S, "tingling", "Tingling (pins and needles)", "tingling", clinical="paraesthesia"),
    entry(S, "tingling-hands", "Tingling hands", "tingling fingers"),
    entry(S, "tingling-feet", "Tingling feet", "pins and needles in my feet"),
    entry(S, "tingling-hands-and-feet", "Tingling hands and feet"),
    entry(S, "tingling-around-mouth", "Tingling around the mouth", "tingling lips"),
    entry(S, "numbness", "Numbness", "numb"),
    entry(S, "numb-feet", "Numb feet", "numb toes"),
    entry(S, "numb-hands", "Numb hands", "numb fingers"),
    entry(S, "burning-feet", "Burning feet", "my feet burn"),
    entry(S, "fatigue", "Tiredness", "tired", "no energy", "exhausted", clinical="fatigue"),
    entry(S, "fever", "Fever", "high temperature", "burning up"),
    entry(S, "vomiting", "Vomiting", "throwing up"),
    entry(S, "nausea", "Nausea", "feel like throwing up", "queasy"),
    entry(S, "diarrhea", "Diarrhea", "the runs", "loose stools", misspelled="diarea"),
    entry(S, "chronic-diarrhea", "Diarrhea for weeks"),
    entry(S, "cold-intolerance", "Feeling cold all the time", "feel cold", "always cold"),
    entry(S, "light-headedness", "Light-headedness", "dizzy", "woozy"),
    entry(S, "dizziness-on-standing", "Dizzy on standing", "dizzy when I stand up"),
    entry(S, "poor-appetite", "Poor appetite", "no appetite", "not hungry"),
    entry(S, "insomnia", "Insomnia", "can't sleep", "not sleeping"),
    entry(S, "hair-shedding", "Hair shedding", "hair falling out", "hair clogging the sieve"),
    entry(S, "facial-droop", "Drooping face", "face drooping", "mouth droops on one side"),
    entry(S, "slurred-speech", "Slurred speech", "slurring my words"),
    entry(S, "chest-pain", "Chest pain", "pain in my chest"),
    entry(S, "back-pain", "Back pain"),
    entry(S, "leg-pain", "Leg pain"),
    entry(S, "headache", "Headache", "head hurts"),
    entry(S, "muscle-weakness", "Muscle weakness", "weak", "weakness"),
    entry(S, "leg-weakness", "Weak legs"),
    entry(S, "swollen-legs", "Swollen legs", "swollen ankles", clinical="leg oedema"),
    entry(S, "pallor", "Pale skin", "pale", clinical="pallor"),
    entry(S, "weight-loss", "Weight loss", "losing weight"),
    entry(S, "anemia", "Anemia (low blood count)", clinical="anaemia"),
    entry(S, "low-mood", "Low mood", "feeling down", "sad"),
    entry(S, "agitation", "Agitation", "worked up"),
    entry(S, "suicidal-thoughts", "Thoughts of suicide", "wish I was dead"),
    entry(C, "crohns-disease", "Crohn's disease"),
    entry(C, "type-2-diabetes", "Type 2 diabetes", "diabetes", "diabetic"),
    entry(C, "stroke-history", "Stroke in the past", "stroke"),
    entry(M, "omeprazole", "Omeprazole", "Prilosec"),
    entry(M, "metformin", "Metformin", "Glucophage"),
    entry(M, "prednisolone", "Prednisolone"),
    entry(M, "loop-diuretics", "Loop diuretics", "water pills"),
    entry(M, "oral-contraceptives", "Oral contraceptives", "the pill"),
    entry(M, "vitamin-k-antagonists", "Vitamin K antagonists", "blood thinner"),
    entry(M, "warfarin", "Warfarin", "Coumadin"),
    entry(Kind.LIFESTYLE, "high-caffeine", "Much caffeine", "lots of coffee", "too much coffee"),
    entry(Kind.LIFESTYLE, "heavy-alcohol", "Heavy drinking", "drinks a lot of alcohol"),
    entry(Kind.LIFESTYLE, "smoking", "Smoking", "smoker"),
    entry(Kind.LIFESTYLE, "little-sun", "Little sun", "hardly any sun"),
    entry(Kind.LIFESTYLE, "vitamin-a-supplement-high", "High-dose vitamin A", "vitamin A"),
    entry(Kind.LAB_TEST, "magnesium-serum", "Magnesium, serum", "serum magnesium"),
    entry(Kind.DIET, "diet-vegan", "Vegan", "plant based"),
)
LEXICON = Lexicon(ENTRIES)
