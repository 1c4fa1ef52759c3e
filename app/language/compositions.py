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
dry-skin: rough @ skin
scaling-skin: dry, scaly, flaky, crusty @ scalp
scaling-skin: scaly @ back, neck, arm, elbow, hand, leg, knee, foot, ear
peeling-skin: peeling @ finger, hand, palm, foot, toe, arm, leg, back, shoulder
scaly-facial-rash: scaly, flaky, scaly patch @ nose, eyebrow, forehead, cheek, face
rash: red patch, red spot, red bump, itchy bump, itchy patch, itchy spot @ skin, arm, leg, back, neck
rash: red patch, red spot, red bump, itchy bump, itchy patch, itchy spot @ chest, stomach, foot, hand
rough-bumpy-skin: bumps, rough bump, goosebump @ upper arm, arm, thigh, skin
brittle-nails: dry, thin, soft, bendy, flimsy, crumbling, brittle, snapping, tearing @ nail
nail-changes: thick, yellow, lifting, crooked, funny shape @ nail
brittle-hair: dry, rough, dull, brittle, snapping, straw @ hair
dry-mouth: dry, parched @ throat, tongue
dry-mouth: sticks to roof of @ mouth
dry-eyes: dry, gritty, sandy, scratchy, burning, stinging @ eye
daytime-sleepiness: heavy @ eyelid
sore-mouth: sore, tender, painful @ gum, cheek, mouth
swelling: swollen @ face, eyelid, eye, lip, tongue, hand, finger, arm, throat
chest-pain: pain @ heart
muscle-pain: sore, tender, achy @ muscle, thigh, body, limb
joint-pain: sore, painful @ hip, knee, elbow, wrist, ankle, finger, knuckle, thumb, toe, joint, shoulder
leg-pain: sore, painful @ leg, foot, thigh
muscle-stiffness: stiff, tight @ neck, back, shoulder, calf, thigh, leg, muscle
nerve-pain: burning, shooting, electric, stabbing @ leg, arm, hand, skin, nerve
burning-feet: burning, hot @ foot, sole, toe
flushing: red, hot, burning @ face, cheek
indigestion: upset, churning, burning, sour, funny, unsettled @ stomach
abdominal-pain: cramping, painful, sore, gurgling cramp @ stomach, bowel
tingling-face: tingling @ face, cheek, jaw, nose
numb-hands: numb @ hand
numb-feet: numb @ foot
pica: craving, chewing, eating @ dirt, mud, soil, clay, chalk, paper, sand, starch, ash, brick, soap, plaster
dark-urine: dark, orange, brown, concentrated, amber @ urine, pee
watery-eyes: watery, watering, running, streaming, weeping @ eye
blurred-vision: blurry, misty, cloudy, foggy, smeared, unfocused @ vision, eye
hearing-loss: muffled, poor, bad, worse, failing @ hearing
cracked-mouth-corners: cracked, sore, split, red, cut @ corner of mouth
glossitis: red, beefy, inflamed @ tongue
taste-changes: metallic, metal, bitter, sour, salty, strange, funny @ taste
tooth-decay: rotten, decayed, crumbling @ tooth
swollen-glands: swollen, sore, raised, lumpy @ gland
hoarse-voice: hoarse, husky, gravelly, raspy, rough @ voice
foot-drop: dragging, slapping, trailing @ foot
numb-feet: walking on cotton wool, walking on pebbles, walking on cushions, bunched sock @ foot, toe
numb-feet: in socks, padded, wooden @ foot, toe
numb-hands: in gloves, wooden @ hand, finger
restless-legs: restless, crawling, fidgety, creepy @ leg
muscle-wasting: shrinking, wasted, wasting, thin @ muscle, arm, leg, thigh, calf
sleep-problems: broken, poor, bad, disturbed, interrupted, light @ sleep
memory-problems: bad, poor, patchy, failing, worse @ memory
low-mood: low, dark, black, flat @ mood
constipation: hard, lumpy @ stool
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
