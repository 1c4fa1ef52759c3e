"""Complaints made of a body part and what is wrong with it.

"My shins are dry", "flaking scalp", "the palms of my hands keep peeling": nobody can list them all, and
all say the same of some part. A line of the table is `symptom: qualities @ body parts`; every pair of a
quality and a part becomes a phrase of that symptom. With the synonyms and the wider parts of the
thesaurus one pair covers many phrases, in any order and with any verb between.

Only pairs belong here that mean one symptom of the seed wherever they are said. Pain in an arm, a jaw or
a shoulder blade is left out on purpose: it may come from the heart.
"""

from collections.abc import Mapping

_TABLE = """
dry-skin: dry @ face, neck, back, arm, elbow, hand, finger, leg, knee, shin, foot
dry-skin: rough, cracked, chapped @ hand, foot
dry-skin: cracked, chapped @ elbow
scaling-skin: dry, scaly, flaky, crusty @ scalp
scaling-skin: scaly @ back, neck, arm, elbow, hand, leg, knee, foot, ear
peeling-skin: peeling @ finger, hand, palm, foot, toe, arm, leg, back, shoulder
scaly-facial-rash: scaly, flaky @ nose, eyebrow, forehead, cheek, face
rash: red patch, red spot, red bump, itchy bump, itchy patch, itchy spot @ skin, arm, leg, back, neck
rash: red patch, red spot, red bump, itchy bump, itchy patch, itchy spot @ chest, stomach, foot, hand
rough-bumpy-skin: bumps, rough bump, goosebump @ upper arm, arm, thigh, skin
brittle-nails: dry, thin, soft, bendy, flimsy, crumbling, brittle, snapping, tearing @ nail
nail-changes: thick, yellow, lifting, crooked, funny shape @ nail
brittle-hair: dry, rough, dull, brittle, snapping, split, straw @ hair
dry-mouth: dry, parched @ throat, tongue
dry-mouth: sticks to roof of @ mouth
dry-eyes: dry, gritty, sandy, scratchy, burning, stinging @ eye
eye-strain: tired, weak, aching @ eye
daytime-sleepiness: heavy @ eyelid
sore-mouth: sore, tender, painful @ gum, cheek, mouth
sore-tongue: sore, raw, tender, painful @ tongue
burning-mouth: burning, scalded @ tongue, mouth, lip, gum
swelling: swollen @ face, eyelid, eye, lip, tongue, hand, finger, arm, throat
chest-pain: pain @ heart
palpitations: fluttering, pounding, thumping, hammering, jumping, flip, leaping, thudding @ heart
fast-heartbeat: fast, racing @ heart
irregular-heartbeat: irregular, skip, uneven, extra, stumbling @ heart
muscle-pain: sore, tender, achy @ muscle, thigh, body, limb
joint-pain: sore, painful @ hip, knee, elbow, wrist, ankle, finger, knuckle, thumb, toe, joint, shoulder
leg-pain: sore, painful @ leg, foot, thigh
muscle-stiffness: stiff, tight @ neck, back, shoulder, calf, thigh, leg, muscle
joint-stiffness: stiff, creaky, rusty @ knee, hip, finger, wrist, elbow, ankle, joint
nerve-pain: burning, shooting, electric, stabbing @ leg, arm, hand, skin, nerve
burning-feet: burning, hot @ foot, sole, toe
flushing: red, hot, burning @ face, cheek
indigestion: upset, churning, burning, sour, funny, unsettled @ stomach
abdominal-pain: cramping, painful, sore, gurgling cramp @ stomach, bowel
bloating: bloated, swollen, tight, full, blown up, distended @ stomach
tingling-face: tingling @ face, cheek, jaw, nose
tingling-hands: tingling @ hand
tingling-feet: tingling @ foot
numb-hands: numb @ hand
numb-feet: numb @ foot
pica: craving, chewing, eating @ dirt, mud, soil, clay, chalk, paper, sand, starch, ash, brick, soap, plaster
dark-urine: dark, orange, brown, concentrated @ urine
"""


def _expand(table: str) -> dict[str, tuple[str, ...]]:
    phrases: dict[str, dict[str, None]] = {}
    for line in table.strip().splitlines():
        symptom, _, rest = line.partition(":")
        qualities, _, parts = rest.partition("@")
        for quality in qualities.split(","):
            for part in parts.split(","):
                phrases.setdefault(symptom, {})[f"{quality.strip()} {part.strip()}"] = None
    return {symptom: tuple(found) for symptom, found in phrases.items()}


COMPOSED: Mapping[str, tuple[str, ...]] = _expand(_TABLE)
"""For each symptom the phrases that its lines make."""
