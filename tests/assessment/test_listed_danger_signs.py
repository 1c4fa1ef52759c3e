"""What published triage pages list, told as a reader would tell it, gets at least the level they give.

Each row: the source (an id of `seed/sources/`), the level that it asks for, what is said, who says it. No row
is from the published cases on which the assessment is measured.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import Session, select

from app.assessment.requests import AssessmentRequest
from app.assessment.understanding import person_of, understand
from app.database import make_engine
from app.live import Live, load_live
from app.scoring.findings import merged
from app.scoring.priors import active_risk_factors
from app.scoring.triage import URGENCY, Circumstances, triage
from app.sources.models import Source
from app.vocabulary import TriageLevel
from tests.conftest import settings_of

LISTED: list[tuple[str, str, list[str], dict[str, Any]]] = [
    ("norfolk-back-pain", "emergency", ["back pain", "numbness around my genitals"], {}),
    ("norfolk-back-pain", "emergency", ["tingling around my buttocks and genitals"], {}),
    ("norfolk-back-pain", "emergency", ["back pain", "lost control of my bowels"], {}),
    ("norfolk-back-pain", "emergency", ["sciatica in both legs", "leaking urine"], {}),
    ("norfolk-back-pain", "emergency", ["back pain", "weakness in both legs"], {}),
    ("norfolk-back-pain", "emergency", ["numb between my legs"], {}),
    ("norfolk-back-pain", "emergency", ["back pain", "difficulty peeing"], {}),
    ("norfolk-back-pain", "emergency", ["I can't feel when I wipe after the toilet"], {}),
    ("norfolk-back-pain", "emergency", ["pins and needles in both legs", "back pain"], {}),
    ("sheffield-back-pain", "urgent", ["back pain", "high temperature"], {}),
    ("sheffield-back-pain", "urgent", ["back pain", "losing weight without trying"], {}),
    ("sheffield-back-pain", "urgent", ["back pain worse at night"], {}),
    (
        "sheffield-back-pain",
        "urgent",
        ["pain between my shoulder blades that won't go away"],
        {"age_years": 64},
    ),
    ("nice-ng234", "emergency", ["back pain", "weak legs"], {"conditions": ["cancer"]}),
    ("nice-ng234", "urgent", ["new back pain"], {"conditions": ["cancer"]}),
    ("nice-ng234", "emergency", ["difficulty walking", "back pain"], {"conditions": ["breast cancer"]}),
    ("stroke-org-symptoms", "emergency", ["one side of my face has dropped"], {}),
    ("stroke-org-symptoms", "emergency", ["slurred speech"], {}),
    ("stroke-org-symptoms", "emergency", ["sudden numbness on one side of the body"], {}),
    ("stroke-org-symptoms", "emergency", ["sudden loss of balance"], {}),
    ("stroke-org-symptoms", "emergency", ["sudden blurred vision in one eye"], {}),
    ("stroke-org-symptoms", "emergency", ["sudden confusion and can't understand what people say"], {}),
    ("stroke-org-symptoms", "emergency", ["arm went weak for ten minutes then got better"], {}),
    ("stroke-org-symptoms", "emergency", ["suddenly could not speak for a few minutes"], {}),
    ("nidirect-gca", "urgent", ["headache", "jaw pain when I chew"], {"age_years": 70}),
    ("nidirect-gca", "urgent", ["scalp hurts when I comb my hair"], {"age_years": 66}),
    ("nidirect-gca", "urgent", ["tender temples"], {"age_years": 70}),
    (
        "nidirect-gca",
        "emergency",
        ["headache", "jaw hurts when eating", "lost sight in one eye"],
        {"age_years": 74},
    ),
    ("nidirect-gca", "emergency", ["headache", "double vision"], {"age_years": 74}),
    ("headache-emergency-2015", "emergency", ["worst headache of my life"], {}),
    ("headache-emergency-2015", "emergency", ["sudden severe headache like a blow to the head"], {}),
    ("nicswell-meningitis", "emergency", ["fever", "stiff neck"], {}),
    ("nicswell-meningitis", "emergency", ["stiff neck", "can't stand bright light"], {}),
    ("nicswell-meningitis", "emergency", ["rash that does not fade under a glass"], {}),
    ("nicswell-meningitis", "emergency", ["headache", "stiff neck", "vomiting"], {}),
    ("nicswell-meningitis", "emergency", ["drowsy and hard to wake", "fever"], {}),
    ("nicswell-meningitis", "emergency", ["fever", "very sleepy", "rash"], {"age_years": 19}),
    ("frinton-sepsis", "emergency", ["blue lips"], {}),
    ("frinton-sepsis", "emergency", ["blotchy pale skin", "fever"], {}),
    ("frinton-sepsis", "emergency", ["not passed urine all day", "fever"], {}),
    ("frinton-sepsis", "emergency", ["fever", "confused"], {}),
    ("frinton-sepsis", "emergency", ["extreme shivering", "muscle pain", "feel like I am going to die"], {}),
    ("nhs-anaphylaxis", "emergency", ["swollen lips and tongue"], {}),
    ("nhs-anaphylaxis", "emergency", ["throat feels like it is closing"], {}),
    ("nhs-anaphylaxis", "emergency", ["hives", "trouble breathing"], {}),
    ("cardiosmart-mi", "emergency", ["tight chest"], {}),
    ("cardiosmart-mi", "emergency", ["pain in my left arm and jaw", "sweating"], {"age_years": 55}),
    ("cardiosmart-mi", "emergency", ["pressure in my chest"], {}),
    ("nhs-aaa-copy", "emergency", ["sudden tearing pain in my back"], {"age_years": 70}),
    ("nhs-aaa-copy", "emergency", ["sudden severe tummy pain", "back pain"], {"age_years": 72}),
    ("nhs-aaa-copy", "emergency", ["severe back pain", "fainted"], {"age_years": 72}),
    ("gloshospitals-dvt", "emergency", ["coughing up blood", "short of breath"], {}),
    ("gloshospitals-dvt", "emergency", ["pain when I breathe in", "short of breath"], {}),
    ("gloshospitals-dvt", "urgent", ["one calf is swollen and painful"], {}),
    ("gloshospitals-dvt", "urgent", ["throbbing pain in one leg"], {}),
    ("gloshospitals-dvt", "urgent", ["left leg swollen, red and warm"], {}),
    ("bupa-heart-failure", "urgent", ["swollen ankles", "wake up at night gasping for air"], {}),
    ("bupa-heart-failure", "urgent", ["need more pillows to breathe at night"], {}),
    ("mayo-palpitations", "emergency", ["palpitations", "fainted"], {}),
    ("mayo-palpitations", "emergency", ["palpitations", "chest pain"], {}),
    ("mayo-palpitations", "urgent", ["palpitations", "short of breath"], {}),
    ("mayo-palpitations", "urgent", ["palpitations", "dizzy"], {}),
    ("mayo-palpitations", "urgent", ["palpitations that won't stop"], {}),
    ("mayo-palpitations", "urgent", ["palpitations"], {"conditions": ["heart failure"]}),
    ("mayo-palpitations", "urgent", ["blacked out"], {}),
    ("bsg-ida-2021", "urgent", ["breathless at rest", "pale"], {}),
    ("bsg-ida-2021", "urgent", ["tired", "chest tightness when walking"], {"age_years": 60}),
    ("bsg-ida-2021", "urgent", ["heavy periods", "short of breath", "palpitations"], {}),
    ("nice-cg141-ifp", "emergency", ["vomiting blood"], {}),
    ("nice-cg141-ifp", "emergency", ["vomit like coffee grounds"], {}),
    ("nice-cg141-ifp", "emergency", ["black tarry stools", "dizzy"], {}),
    ("nice-cg141-ifp", "urgent", ["blood in my poo"], {}),
    ("nice-cg141-ifp", "emergency", ["bleeding from my bottom that won't stop"], {}),
    ("nhsinform-abdominal-pain", "emergency", ["severe tummy pain that came on suddenly"], {}),
    (
        "nhsinform-abdominal-pain",
        "urgent",
        ["tummy pain moved to the lower right side and is getting worse"],
        {},
    ),
    ("nhsinform-abdominal-pain", "urgent", ["can't poo or fart", "swollen tummy", "vomiting"], {}),
    ("nhsinform-abdominal-pain", "emergency", ["tummy rock hard and very painful"], {}),
    ("nhs-dka-2015", "emergency", ["very thirsty", "vomiting", "fruity smelling breath"], {}),
    ("nhs-dka-2015", "emergency", ["very thirsty", "peeing a lot", "tummy pain", "breathing fast"], {}),
    ("nhs-dka-2015", "urgent", ["very thirsty", "peeing a lot", "losing weight"], {}),
    ("nhs-dka-2015", "urgent", ["very thirsty", "peeing a lot", "tired"], {"age_years": 12}),
    ("nhs-dka-2015", "urgent", ["wetting the bed again", "very thirsty"], {"age_years": 6}),
    ("msd-hypoglycemia", "emergency", ["blood sugar low", "confused"], {"medications": ["insulin"]}),
    (
        "nidirect-ectopic",
        "urgent",
        ["missed period", "low tummy pain on one side"],
        {"sex": "female", "age_years": 28},
    ),
    (
        "nidirect-ectopic",
        "emergency",
        ["vaginal bleeding", "one-sided tummy pain"],
        {"sex": "female", "age_years": 28, "pregnant": True},
    ),
    (
        "nidirect-ectopic",
        "emergency",
        ["pain in the tip of my shoulder"],
        {"sex": "female", "age_years": 28, "pregnant": True},
    ),
    (
        "nidirect-ectopic",
        "emergency",
        ["sudden severe tummy pain", "dizzy"],
        {"sex": "female", "age_years": 28, "pregnant": True},
    ),
    (
        "nidirect-ectopic",
        "urgent",
        ["missed period", "vaginal bleeding", "dizzy"],
        {"sex": "female", "age_years": 28},
    ),
    (
        "nhs-preeclampsia",
        "emergency",
        ["severe headache", "flashing lights"],
        {"sex": "female", "age_years": 30, "pregnant": True},
    ),
    (
        "nhs-preeclampsia",
        "urgent",
        ["pain just below my ribs"],
        {"sex": "female", "age_years": 30, "pregnant": True},
    ),
    (
        "nhs-preeclampsia",
        "urgent",
        ["sudden swelling of face and hands"],
        {"sex": "female", "age_years": 30, "pregnant": True},
    ),
    (
        "nhs-preeclampsia",
        "emergency",
        ["severe headache", "vomiting"],
        {"sex": "female", "age_years": 30, "pregnant": True},
    ),
    (
        "nhs-preeclampsia",
        "emergency",
        ["severe headache", "tummy pain"],
        {"sex": "female", "age_years": 30, "pregnant": True},
    ),
    (
        "cuh-fetal-movements",
        "urgent",
        ["baby moving less than usual"],
        {"sex": "female", "age_years": 30, "pregnant": True},
    ),
    (
        "cuh-fetal-movements",
        "urgent",
        ["can't feel my baby move"],
        {"sex": "female", "age_years": 30, "pregnant": True},
    ),
    ("cuh-fetal-movements", "urgent", ["waters broke"], {"sex": "female", "age_years": 30, "pregnant": True}),
    (
        "gponline-pregnancy",
        "urgent",
        ["vaginal bleeding"],
        {"sex": "female", "age_years": 30, "pregnant": True},
    ),
    (
        "gponline-pregnancy",
        "urgent",
        ["can't keep any food or fluid down"],
        {"sex": "female", "age_years": 30, "pregnant": True},
    ),
    ("chakshu-glaucoma", "emergency", ["painful red eye", "blurred vision", "vomiting"], {}),
    ("chakshu-glaucoma", "urgent", ["seeing rainbow halos around lights", "eye pain"], {}),
    ("visionmatters-redflags", "urgent", ["painful red eye"], {}),
    ("visionmatters-redflags", "urgent", ["flashes of light and new floaters"], {}),
    ("visionmatters-redflags", "emergency", ["curtain coming down over my vision"], {}),
    ("fernhouse-torsion", "emergency", ["sudden pain in one testicle"], {"sex": "male", "age_years": 15}),
    (
        "fernhouse-torsion",
        "emergency",
        ["severe testicular pain", "vomiting"],
        {"sex": "male", "age_years": 15},
    ),
    ("nhswales-gbs", "emergency", ["weakness spreading up from my feet"], {}),
    ("nhswales-gbs", "urgent", ["pins and needles in feet and hands spreading up"], {}),
    ("mgfa-crisis", "urgent", ["drooping eyelids worse in the evening"], {}),
    ("mgfa-crisis", "urgent", ["double vision that comes and goes"], {}),
    ("mgfa-crisis", "emergency", ["weak muscles", "trouble swallowing", "trouble breathing"], {}),
    ("mgfa-crisis", "urgent", ["trouble chewing and swallowing"], {}),
    ("mgfa-crisis", "urgent", ["neck too weak to hold up my head"], {}),
    ("mnda-red-flags", "urgent", ["muscle twitching", "hand getting thinner"], {}),
    ("mnda-red-flags", "urgent", ["muscle twitching", "weakness in one hand"], {"age_years": 58}),
    ("mnda-red-flags", "urgent", ["slurred speech slowly worse", "trouble swallowing"], {}),
    ("mnda-red-flags", "urgent", ["foot drop"], {}),
    ("mnda-red-flags", "urgent", ["dropping things", "arm muscles wasting"], {}),
    ("mnda-red-flags", "urgent", ["twitching all over", "weak legs"], {"age_years": 60}),
    ("nice-ng127", "urgent", ["clumsy hands", "unsteady walking"], {}),
    ("nice-ng127", "urgent", ["legs stiff and weak"], {}),
    ("nice-ng127", "urgent", ["electric shock down my spine when I bend my neck"], {}),
    ("nice-ng127", "emergency", ["sudden weakness in both legs"], {}),
    ("nice-ng127", "emergency", ["can't move my legs"], {}),
    ("nice-ng127", "urgent", ["weakness getting worse over weeks"], {}),
    ("nice-ng127", "urgent", ["muscles too weak to walk"], {}),
    (
        "medbullets-nms",
        "emergency",
        ["high fever", "stiff muscles", "confused"],
        {"medications": ["haloperidol"]},
    ),
    ("medbullets-nms", "emergency", ["rigid muscles", "fever"], {"medications": ["olanzapine"]}),
    ("medbullets-nms", "urgent", ["stiff muscles", "sweating"], {"medications": ["risperidone"]}),
    (
        "msd-serotonin",
        "emergency",
        ["agitated", "shaking", "sweating"],
        {"medications": ["sertraline", "tramadol"]},
    ),
    (
        "msd-serotonin",
        "emergency",
        ["fever", "muscle twitching", "confused"],
        {"medications": ["sertraline"]},
    ),
    ("msd-serotonin", "urgent", ["shivering", "diarrhoea", "twitching"], {"medications": ["sertraline"]}),
    ("ggc-lithium", "urgent", ["shaky hands", "diarrhoea"], {"medications": ["lithium"]}),
    ("ggc-lithium", "emergency", ["unsteady", "slurred speech", "vomiting"], {"medications": ["lithium"]}),
    ("ggc-lithium", "emergency", ["drowsy", "twitching"], {"medications": ["lithium"]}),
    ("ggc-lithium", "urgent", ["vomiting"], {"medications": ["lithium"]}),
    ("gpn-digoxin", "urgent", ["nausea", "seeing yellow halos"], {"medications": ["digoxin"]}),
    ("gpn-digoxin", "emergency", ["palpitations", "confused"], {"medications": ["digoxin"]}),
    ("gpn-digoxin", "urgent", ["no appetite", "vomiting"], {"medications": ["digoxin"]}),
    ("gpn-digoxin", "urgent", ["slow heartbeat"], {"medications": ["digoxin"]}),
    ("nc-poison-iron", "emergency", ["child swallowed iron tablets"], {"age_years": 2}),
    ("nhswales-poisoning", "emergency", ["took an overdose of tablets"], {}),
    ("nhswales-poisoning", "emergency", ["swallowed a whole bottle of vitamin tablets"], {"age_years": 3}),
    (
        "medscape-vitamin-a-toxicity",
        "urgent",
        ["headache", "blurred vision"],
        {"lifestyle": ["high-dose vitamin A supplement"]},
    ),
    (
        "marcinowska-2018-vitamin-d",
        "urgent",
        ["nausea", "constipation", "very thirsty"],
        {"lifestyle": ["high-dose vitamin D supplement"]},
    ),
    (
        "rcem-hypercalcaemia",
        "urgent",
        ["constipation", "very thirsty", "weak"],
        {"lifestyle": ["lots of antacids"]},
    ),
    ("rcem-hypercalcaemia", "emergency", ["confused", "constipation"], {"lifestyle": ["lots of antacids"]}),
    ("rcem-hypercalcaemia", "urgent", ["thirsty", "bone pain", "constipation"], {"age_years": 62}),
    (
        "rcem-hyperkalaemia",
        "urgent",
        ["weak muscles", "palpitations"],
        {"conditions": ["chronic kidney disease"]},
    ),
    ("hypokalemia-review-2018", "emergency", ["can't move my arms and legs"], {}),
    (
        "hypokalemia-review-2018",
        "urgent",
        ["muscle weakness", "palpitations"],
        {"medications": ["furosemide"]},
    ),
    ("hypokalemia-review-2018", "urgent", ["legs suddenly weak after a big meal"], {}),
    ("nidirect-crisis", "emergency", ["want to kill myself"], {}),
    ("nidirect-crisis", "emergency", ["feel life is not worth living"], {}),
    ("nidirect-crisis", "emergency", ["hurting myself"], {}),
    ("nidirect-crisis", "emergency", ["I have a plan to end my life"], {}),
    ("nidirect-crisis", "urgent", ["hearing voices"], {}),
    ("nhs-baby-ill", "emergency", ["fever"], {"age_years": 0.15}),
    ("nhs-baby-ill", "emergency", ["won't wake up for feeds"], {"age_years": 0.1}),
    ("nhs-baby-ill", "urgent", ["no wet nappies for 12 hours"], {"age_years": 0.5}),
    ("nhs-baby-ill", "emergency", ["bulging soft spot"], {"age_years": 0.4}),
    ("nhs-baby-ill", "emergency", ["green vomit"], {"age_years": 0.3}),
    ("nhs-baby-ill", "emergency", ["grunting with each breath"], {"age_years": 0.5}),
    ("nhs-baby-ill", "emergency", ["sucking in under the ribs when breathing"], {"age_years": 1}),
    ("nhs-baby-ill", "urgent", ["high-pitched cry"], {"age_years": 0.3}),
    ("nhs-baby-ill", "urgent", ["yellow skin"], {"age_years": 0.05}),
    ("nhs-baby-ill", "urgent", ["sunken soft spot", "dry mouth"], {"age_years": 0.6}),
    ("nhs-baby-ill", "urgent", ["feeding less than half of usual"], {"age_years": 0.4}),
    ("bucks-serious-illness", "emergency", ["cold hands and feet", "fever", "mottled"], {"age_years": 3}),
    ("bucks-serious-illness", "urgent", ["won't walk"], {"age_years": 3}),
    ("bucks-serious-illness", "urgent", ["fever for six days"], {"age_years": 3}),
    ("mplus-dehydration", "urgent", ["dizzy when standing", "dark urine", "confused"], {"age_years": 84}),
    ("mplus-dehydration", "urgent", ["diarrhoea and vomiting for two days", "weak"], {"age_years": 82}),
    ("mplus-dehydration", "urgent", ["dry mouth", "hardly peeing"], {"age_years": 80}),
    ("mplus-dehydration", "emergency", ["not peed all day", "very drowsy"], {"age_years": 80}),
    ("nhswales-confusion", "urgent", ["suddenly more confused"], {"age_years": 85}),
    ("merck-rhabdomyolysis", "urgent", ["severe muscle pain", "tea-coloured urine"], {}),
    ("merck-rhabdomyolysis", "urgent", ["muscles swollen and tender after exercise", "weak"], {}),
    ("mayo-porphyria", "emergency", ["severe tummy pain", "weak arms and legs"], {}),
    ("mayo-porphyria", "urgent", ["severe tummy pain", "red urine"], {}),
    ("dudley-heat", "emergency", ["hot dry skin, not sweating", "confused"], {}),
    ("dudley-heat", "emergency", ["very high temperature after being in the sun", "confused"], {}),
    ("dudley-heat", "urgent", ["heat exhaustion", "vomiting", "cramps"], {}),
    ("nhs-carbon-monoxide", "urgent", ["headache that goes away when I leave the house"], {}),
    ("nhs-carbon-monoxide", "emergency", ["carbon monoxide alarm went off", "headache"], {}),
    ("nhs-cancer-signs", "urgent", ["coughing up blood"], {"age_years": 50}),
    ("nhs-cancer-signs", "urgent", ["cough for more than three weeks", "losing weight"], {"age_years": 55}),
    ("nhs-cancer-signs", "urgent", ["cough for six weeks"], {"age_years": 55}),
    ("nhs-cancer-signs", "urgent", ["lump in my breast"], {"sex": "female", "age_years": 45}),
    ("nhs-cancer-signs", "urgent", ["change in bowel habit"], {"age_years": 62}),
    ("nhs-cancer-signs", "urgent", ["bleeding from the back passage"], {"age_years": 55}),
    ("nhs-cancer-signs", "urgent", ["bleeding after the menopause"], {"sex": "female", "age_years": 58}),
    ("nhs-cancer-signs", "urgent", ["blood in urine"], {"age_years": 50}),
    ("nhs-cancer-signs", "urgent", ["difficulty swallowing"], {}),
    ("nhs-cancer-signs", "urgent", ["yellow skin"], {"age_years": 60}),
    ("nhs-cancer-signs", "urgent", ["weight loss", "tummy pain"], {"age_years": 60}),
    ("nhs-cancer-signs", "urgent", ["night sweats", "swollen glands"], {}),
    ("nhs-cancer-signs", "urgent", ["bone pain", "tired"], {"age_years": 65}),
    ("nhs-cancer-signs", "urgent", ["hoarse voice for 4 weeks"], {"age_years": 55}),
    (
        "nhs-cancer-signs",
        "urgent",
        ["bloated all the time", "feel full quickly"],
        {"sex": "female", "age_years": 56},
    ),
    ("nhs-cancer-signs", "urgent", ["unexplained bruising", "tired", "infections"], {}),
    ("nhs-cancer-signs", "urgent", ["mole that changed shape and bleeds"], {}),
    ("nhs-cancer-signs", "urgent", ["iron deficiency anaemia"], {"age_years": 64, "sex": "male"}),
    ("nhs-cancer-signs", "urgent", ["testicle lump"], {"sex": "male", "age_years": 30}),
    ("nhs-cancer-signs", "urgent", ["new diabetes", "weight loss"], {"age_years": 66}),
    ("caine-1997", "emergency", ["confused", "unsteady"], {"lifestyle": ["heavy drinker"]}),
    ("caine-1997", "emergency", ["double vision", "unsteady"], {"conditions": ["gastric bypass"]}),
    ("caine-1997", "urgent", ["memory getting worse", "unsteady"], {"lifestyle": ["heavy drinker"]}),
    ("medscape-beriberi", "urgent", ["swollen legs", "breathless"], {"lifestyle": ["heavy drinker"]}),
    ("medscape-beriberi", "urgent", ["swollen legs", "numb feet", "weak legs"], {}),
    ("bmj-scurvy", "urgent", ["bleeding gums", "bruises on legs"], {}),
    ("bmj-scurvy", "urgent", ["bruises", "swollen painful leg", "no fruit or vegetables"], {}),
    ("medal-pellagra", "urgent", ["rash on sun-exposed skin", "diarrhoea", "confused"], {}),
    ("nice-ng239", "urgent", ["numb feet", "unsteady"], {"conditions": ["pernicious anaemia"]}),
    ("nice-ng239", "urgent", ["numb feet", "unsteady walking in the dark"], {}),
    ("nice-ng239", "urgent", ["pins and needles in hands and feet", "trouble walking"], {}),
    ("nice-ng239", "urgent", ["numb legs", "weak legs"], {}),
    ("nice-ng239", "urgent", ["vision getting worse", "numb feet"], {}),
    (
        "copper-myelopathy-cases",
        "urgent",
        ["unsteady walking", "numb feet"],
        {"lifestyle": ["zinc supplements"]},
    ),
    ("patient-info-keratomalacia", "urgent", ["can't see at night", "dry eyes"], {}),
    ("patient-info-keratomalacia", "emergency", ["cloudy cornea", "eye pain"], {}),
    (
        "refeeding-2019",
        "emergency",
        ["swollen", "weak", "short of breath"],
        {"conditions": ["anorexia nervosa"]},
    ),
    ("nicswell-addison", "urgent", ["darkening skin", "weight loss", "dizzy when standing"], {}),
    ("nicswell-addison", "urgent", ["craving salt", "tired", "losing weight"], {}),
    (
        "nicswell-addison",
        "emergency",
        ["vomiting", "very weak", "fainted"],
        {"conditions": ["Addison's disease"]},
    ),
    ("nhs-cancer-signs", "urgent", ["goitre", "trouble breathing"], {}),
    ("sfe-hypocalcaemia-2016", "emergency", ["throat closing up", "hands cramped shut"], {}),
    (
        "sfe-hypocalcaemia-2016",
        "urgent",
        ["fingers lock and tingle", "tingling lips"],
        {"conditions": ["thyroid removed"]},
    ),
    ("epilepsy-society-999", "emergency", ["had a fit"], {}),
    ("nhs-kidney-infection", "urgent", ["pain in my side", "fever"], {}),
    ("nhs-kidney-infection", "urgent", ["flank pain", "shivering"], {}),
    ("ces-bestpractice", "emergency", ["can't pass urine at all"], {"sex": "male", "age_years": 70}),
]
EVERYDAY: list[tuple[str, list[str], dict[str, Any]]] = [
    ("self-care", ["eyelid twitching"], {"age_years": 30}),
    ("self-care", ["leg cramps at night"], {"age_years": 60}),
    ("routine", ["tired"], {"age_years": 35}),
    ("routine", ["headache now and then"], {"age_years": 30}),
    ("routine", ["tingling fingers after sleeping on my arm"], {"age_years": 40}),
    ("routine", ["back pain for a week"], {"age_years": 40}),
    ("self-care", ["muscle twitching"], {"age_years": 30}),
    ("routine", ["heavy periods"], {"age_years": 35, "sex": "female"}),
    ("routine", ["hair loss"], {"age_years": 30}),
    ("routine", ["constipation"], {"age_years": 40}),
    ("routine", ["dizzy when I stand up"], {"age_years": 30}),
    ("routine", ["cough for three days"], {"age_years": 30}),
    ("routine", ["palpitations now and then"], {"age_years": 30}),
    ("routine", ["restless legs"], {"age_years": 40}),
    ("routine", ["diarrhoea for a day"], {"age_years": 30}),
    ("routine", ["vomited once"], {"age_years": 30}),
    ("routine", ["tired", "pale"], {"age_years": 30, "sex": "female"}),
    ("routine", ["short of breath climbing stairs", "tired"], {"age_years": 30, "sex": "female"}),
    ("routine", ["numb hands at night"], {"age_years": 45}),
    ("routine", ["jaw pain"], {"age_years": 30}),
    ("routine", ["sore muscles after exercise"], {"age_years": 25}),
    ("routine", ["stiff neck after sleeping badly"], {"age_years": 30}),
    ("routine", ["hives"], {"age_years": 25}),
    ("routine", ["bloated"], {"age_years": 30}),
    ("routine", ["fever for two days"], {"age_years": 30}),
    ("routine", ["sore throat", "fever"], {"age_years": 25}),
    ("routine", ["shoulder pain"], {"age_years": 50}),
    ("routine", ["thirsty"], {"age_years": 30}),
    ("routine", ["peeing a lot"], {"age_years": 50}),
    ("routine", ["weak nails", "tired", "cold"], {"age_years": 40}),
    ("routine", ["burning feet"], {"age_years": 50}),
]


@pytest.fixture(scope="module")
def live(seeded_url: str) -> Iterator[Live]:
    """The real content, compiled once."""
    settings = settings_of(seeded_url)
    engine = make_engine(settings)
    yield load_live(engine, settings.snapshot_path)
    engine.dispose()


def level_of(live: Live, said: list[str], profile: dict[str, Any]) -> TriageLevel:
    body = AssessmentRequest.model_validate({"symptoms": [{"text": one} for one in said], "profile": profile})
    found = understand(body, live.knowledge, live.lexicon)
    person = person_of(body.profile)
    factors = active_risk_factors(live.knowledge, declared=frozenset(found.risk_factors), person=person)
    circumstances = Circumstances(
        person=person, risk_factors=factors, anything_unmatched=found.anything_unclear
    )
    return triage(live.knowledge, merged(tuple(found.findings)), circumstances).level


@pytest.mark.parametrize(("source", "least", "said", "profile"), LISTED)
def test_a_listed_danger_sign_gets_its_level(
    live: Live, source: str, least: str, said: list[str], profile: dict[str, Any]
) -> None:
    assert URGENCY[level_of(live, said, profile)] >= URGENCY[TriageLevel(least)], source


@pytest.mark.parametrize(("most", "said", "profile"), EVERYDAY)
def test_an_everyday_complaint_is_not_raised(
    live: Live, most: str, said: list[str], profile: dict[str, Any]
) -> None:
    assert URGENCY[level_of(live, said, profile)] <= URGENCY[TriageLevel(most)]


def test_every_source_of_the_list_is_in_the_seed(seeded_url: str) -> None:
    engine = make_engine(settings_of(seeded_url))
    with Session(engine) as session:
        known = set(session.exec(select(Source.id)))
    engine.dispose()
    assert {source for source, *_ in LISTED} <= known
