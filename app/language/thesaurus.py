"""Words that mean the same in talk about symptoms, body parts and habits.

The seed's lay names are the first source of what people say. This table adds what is true of
English and not of one symptom, so that a phrase nobody listed ("my bottom lip keeps quivering") is
still brought to one that somebody did ("lip twitching"). It holds no symptom ids.

A line is `concept: strong words | weak words`, words separated by commas, phrases allowed. A strong
word is the concept, in seed and text alike. A weak word may mean it (people say a lip "jumps"), so
it counts only in a reader's text, at a price, and only beside a word that is certain: "jumping"
alone is never twitching.
"""

from dataclasses import dataclass

from app.language.normalize import stem
from app.language.words import LEFT_OUT

_CONCEPTS = """
twitch: twitch, twitchy, fasciculation, fasciculate | jump, jumpy, flutter, quiver, flicker,
    pulse, pulsate, ripple, jerk, dance, tic, vibrate, spasm, flinch, tremble, pop, throb, hop,
    bounce
spasm: spasm, spasmodic, muscle spasm | contract, lock up, seize up, clench, seize, knot
cramp: cramp, crampy, charley horse, charlie horse, charly horse | seize up, knot up, knot, lock
    up, spasm, seize
tingle: tingle, tingly, paresthesia, pins and needles, pin and needle, pins needles, prickle,
    prickly, pricking, prickling sensation | buzz, buzzy, fizz, fizzy, electric, zap, crawl, ant,
    ants crawling, fall asleep, asleep, go to sleep, prick, needle, static, effervescent, sparkle
numb: numb, hypoesthesia, hypesthesia, cannot feel, unable to feel, no feeling, lose feeling, loss
    of feeling, lose all feeling, lack of feeling, no sensation, loss of sensation, lose
    sensation, lack of sensation, without feeling | dead, deaden, novocaine, wooden, fall asleep,
    asleep, go to sleep, anesthetized
burn: burn, burny, on fire | hot, fire, scald, sting, flame, sear, blaze
pain: pain, painful, ache, achy, achey, hurt, hurty | sore, tender, discomfort, throb, stab,
    agony, kill, killing me, pound, split, sting, uncomfortable, pang, twinge, shooting, cramp,
    crampy
sore: sore | pain, painful, ache, achy, hurt, tender, raw, sting, inflamed, irritated
ulcer: ulcer, sores, ulceration, canker, canker sore, aphthous | sore, blister
weak: weak, weaken, feeble, no strength, no power, loss of strength, lose strength, lack of
    strength, lack strength, loss of power, lose power, less strength, paralyzed, paralysis, cannot move,
    unable to move, not able to move | heavy, jelly, jello, give
    way, give out, give, limp, rubbery, buckle, powerless, floppy, like lead, noodle
stiff: stiff, stiffen, rigid | tight, tense, tighten, seize up, lock
swell: swell, swollen, puffy, puff up, puffiness, edema, edematous | enlarge, big, balloon, fat,
    inflamed, fluid, bloat
tired: tired, fatigue, fatigued, exhaust, exhaustion, exhausted, knackered, wiped out, wiped, worn
    out, drained, run down, rundown, burnt out, burned out, pooped, zonked, bushed, no energy, low
    energy, low on energy, lack of energy, lack energy, zero energy, little energy, out of energy,
    without energy, loss of energy, lose energy, drained of energy, dead tired,
    dog tired, bone tired, tired to the bone, dead beat, tire, weary, shattered, wear
    out, not any energy, tiredness, energy be low, energy gone | dead, beat, sluggish, sleepy,
    weak, lethargic, run on empty
lethargic: lethargic, lethargy, sluggish, listless | slow, lazy, tired
sleepy: sleepy, drowsy, drowsiness, somnolence, somnolent, sleepyhead | nod off, doze off, doze,
    fall asleep, tired, keep eye open
dizzy: dizzy, dizzyness | woozy, giddy, faint, swim, sway
lightheaded: lightheaded, light headed, light in the head, lightheadedness | woozy, giddy, faint,
    floaty
vertigo: vertigo, room spin, world spin, everything spin, head spin, room keep spin, world keep
    spin, everything keep spin, head keep spin, spinning head, spinning sensation | spin, whirl, rotate
faint: faint, pass out, black out, blackout, syncope, keel over, swoon, passing out | collapse, go
    down
shake: shake, shaky, tremble, trembly, tremor, tremulous, shakiness | wobble, jitter, jittery,
    vibrate, quiver, quake, unsteady
itch: itch, itchy, itchiness, pruritus | scratch, scratchy, irritate
dry: dry, dryness, dried out, dry out | parched, rough, flaky, flake, sandpaper, sticky, gritty,
    sahara, cotton
crack: crack, split, fissure, chap | cut, bleed, slit, sore
peel: peel, flake, flaky, slough | come off, shed, scale
scale: scale, scaly, scaliness | flake, flaky, crust, crusty, peel
rash: rash, rashy | red patch, blotch, breakout
bruise: bruise, contusion, black and blue | mark
bleed: bleed, hemorrhage | bloody, blood
blood: blood, bloody
red: red, redness, reddened, reddish | bloodshot, pink, inflamed, angry
pale: pale, pallor, pallid, pasty, washed out, look washed out, paleness | ghostly, ghost, gray,
    sallow, colorless, no color, lose color
yellow: yellow, yellowish, jaundice, jaundiced
white: white, whitish | pale
dark: dark, darken, brown, tea colored, cola colored, coke colored | black, brownish, tea, cola,
    coke
shed: fall out, come out, shed, falling out, fallout | drop out, los, molt
thin: thin, thinner, thinned | sparse, see through, less, los, recede
bald: bald, balding, bald patch, bald spot, alopecia | patch, hairless
brittle: brittle, fragile | break, snap, crumble, split, straw, flimsy
ridge: ridge, ridged, ridgy | line, groove, furrow, bumpy, striation
appetite: appetite | hungry, hunger, eat
hungry: hungry, hunger, starving, ravenous | starve, famished, appetite
vomit: vomit, throw up, puke, barf, be sick to stomach, emesis, upchuck | heave, bring up, sick
nausea: nausea, nauseous, nauseate, nauseated, queasy, queasiness, sick to my stomach, sick to
    stomach, sick feeling, nauseating | sick, ill, green
diarrhea: diarrhea, loose stool, loose bowel, loose bowel movement, loose motion, loose poop,
    loose poo, watery stool, watery poop, watery poo, watery diarrhea, runny poop, runny poo,
    runny stool, liquid stool, liquid poop, the squirts
constipated: constipation, constipated | backed up, bunged up, blocked up
gassy: gassy, gas, flatulence, flatulent, fart, pass wind, passing wind, break wind | wind, windy,
    trumped
bloat: bloat, bloated, distension, distended, distend, distention | swell, swollen, puffy, tight,
    big, balloon, full
breathless: breathless, short of breath, shortness of breath, out of breath, winded, dyspnea,
    breathlessness, short of air, puffed out, short breath, shortness breath, catch my breath,
    catch breath, cannot catch my breath, cannot catch breath, breath short, sob | puff, pant,
    gasp, huff
palpitation: palpitation, palp, heart palpitation, feel heart beat, feel heartbeat, heart in throat,
    heart beat in throat, heart beat out of chest
fast: fast, rapid, rapidly, race, quick, quickly, speedy | pound, gallop, speed
pound: pound, thump, hammer, bang | beat, hard, race, thud, jump, leap
skip: skip, skip a beat, miss a beat, missed beat, extra beat, skip beat | miss, pause, flop,
    flip, drop, extra
irregular: irregular, irregularly, erratic, uneven, all over the place | random, flip, flop, skip
slow: slow, slowly, slowed | sluggish
anxious: anxious, anxiety, anxiousness | worry, nervous, nerve, on edge, uneasy, dread, panicky,
    tense
panic: panic, panicky | terror
depressed: depress, depression, depressed, low mood, in low mood, low in mood, mood be low | sad,
    down, blue, hopeless, miserable, empty, low, unhappy, gloomy
cry: cry, tearful, weep, weepy, tear up, teary, burst into tears, sobbing | tear
irritable: irritable, irritability, cranky, grumpy, snappy, short tempered, short fuse, crabby,
    bad tempered, ratty | snap, temper, impatient, annoyed, moody, grouchy
concentrate: concentrate, concentration, focus, pay attention, attention, stay on task | think,
    attention span
memory: memory | remember, forget
forget: forget, forgetful | remember
confuse: confuse, confused, confusion, disoriented, disorientation, muddled, mixed up,
    disorientated | bewildered, muddle
foggy: brain fog, foggy, mental fog, fuzzy head, foggy head, foggy brain, cloudy head, fuzzy
    brain, foggy mind, brain feel foggy, head full of cotton wool, cotton wool head | fog, fuzzy,
    cloudy, haze, hazy
difficult: trouble, difficult, difficulty, struggle, cannot, unable, not able, hard to, hard time,
    tough time, hardly able, not be able, impossible to, have to struggle | hard, barely, hardly,
    problem, issue, tough, not, battle, impossible
problem: problem, issue | trouble, bad, difficulty, poor
swallow: swallow
balance: balance, equilibrium | steady, upright
unsteady: unsteady, wobbly, unbalanced, off balance, unsteadiness | wobble, stagger, sway, drunk,
    lurch, stumble, shaky
fall: fall, fall over, topple | trip, tumble, stumble
clumsy: clumsy, uncoordinated, clumsiness | drop thing, bump into, fumble, coordination, klutz
vision: vision, sight, eyesight, visual | see
blur: blur, blurry, out of focus, blurriness | fuzzy, hazy, foggy, cloudy, misty, unclear
see: see
double: double, two of everything
night: night, wake me, wake me up, woke me up, nighttime, night time, nocturnal, overnight | dark,
    bed, dusk, sleep, evening, asleep
hear: hear, hearing | deaf
ring: ring | buzz, hiss, hum, whistle, whoosh, noise, cricket, chirp
sweat: sweat, sweaty, perspire, perspiration, diaphoresis, sweatiness | drench, clammy, soak, wet,
    damp
fever: fever, feverish, pyrexia, febrile, high temperature | temperature, hot
chill: chills, shiver, shivery, shivers | cold
cold: cold, freeze, freezing, frozen, chilly, icy | ice, like ice, cool, block of ice
hot: hot, heat, overheated, overheat, boiling | warm, sweat
thirsty: thirst, thirsty, thirstiness | drink, parched, water
weight: weight, pound weight, body weight | kilo, kg, lb, lbs, pound, stone
gain: gain, put on, pile on, put weight on | pack on, increase, heavier, fatter
infection: infection, colds, catch cold | ill, sick, cold, bug, infect, virus
heal: heal, healing | close, mend, clear up, get better, recover
wound: wound, cut | scrape, sore, injury, scratch, graze, scab
crave: crave, craving, cravings, urge to eat | want, long for, desire, addicted, obsess, urge,
    chew, crunch, munch, eat, need
taste: taste | flavor
smell: smell, odor, sense of smell | scent
libido: libido, sex drive, sexual desire, interest in sex, desire for sex, sexual interest | sex,
    desire
erection: erection, erectile | hard, get it up, stay hard
speech: speech, speak, talk | word, sentence
slur: slur, slurry | garble, mumble, thick, drunk
droop: droop, droopy, sag, saggy, drop | fall, hang, slip, uneven, lopsided
hallucinate: hallucinate, hallucination, see thing that be not there, see thing, hear voice, hear
    voices
stomach_acid: acid reflux, reflux | acid
memory_word: find word, find the right word, right word, word finding, tip of the tongue, search
    for word
insomnia: insomnia, sleepless, sleepless night, sleeplessness, cannot sleep, not sleep, awake all
    night, lie awake, unable to sleep | awake
urinate: urinate, urination, pee, wee, peeing, weeing, pass urine, pass water, micturition, void,
    piss, go for a wee, go for a pee, go to pee, urinating | bladder, urine
period: period, menstruation, menstrual, menses, menstrual bleeding, menstruate, monthly,
    monthlies, time of the month | cycle, bleeding, bleed, flow
heavy: heavy, heavily, heaviness | flood, soak, big clot, clot, gush
miss: miss, missing, skip, absent | stop, no, not, late, without, gone
stop: stop, cease | disappear
thick: thick, thicken, thickened | leathery, hard
rough: rough | bumpy, sandpaper
bump: bump, bumpy, pimply | goosebump, gooseflesh, pimple
spot: spot, speck, fleck, dot | mark
patch: patch, patchy | spot, coin, area, circle, bit
easy: easy, easily, at the slightest, at slightest touch | nothing, no reason, barely, touch,
    slightest, quick, quickly, everything
much: not stop, cannot stop, never stop, not go away, cannot help, keep catching, keep getting,
    much, lot, a lot, lots, lots of, a lot of, much, often, frequent, frequently, constant,
    constantly, all the time, always, excessive, excessively, too much, so much, more than usual,
    nonstop, non stop, all day, every day, everyday, many time, increase, increased, loads, loads
    of, tons of, ton of, plenty, plenty of, repeatedly, over and over, keep get, time a day, too
    many, all day long, every hour, constantly, extreme, extremely, hugely, profuse, profusely,
    again and again, one after another | heavy, heavily, more, big, huge, insatiable,
    unquenchable, forever, never ending
little: little, low, few, less, not much, not many, hardly any, hardly, barely, barely any,
    reduced, decreased, reduce, decrease, diminish, diminished, poor, minimal, scant, not enough,
    insufficient, lack of, lack, very little, next to no, absence of, zero, lower | los, drop,
    weak, bad, small, rarely, seldom, gone, without, disappear, vanish, terrible, awful, horrible,
    rubbish, shot, go downhill
lost: lose | gone, disappear, vanish, lack, lack of, absence of, drop
fulness: full quickly, full fast, feel full, full after a few bites, get full | full, fill up, few
    bite
lump: lump, nodule, gland, node
widespread: all over, all over body, all over my body, everywhere, whole body, entire body, body
    wide, bodywide, generalized, widespread, over my whole body, whole of my body, head to toe,
    throughout my body, different place, various place, various parts, all over the place | body,
    random, random place, several place, different part
onesided: one sided, one side, on one side, one side of body, left side, right side, unilateral,
    half of, half my, half of my body, left side of my body, right side of my body, down one side
    | one, left, right, half
exertion: exercise, exert, exertion, work out, workout, physical activity, exerting, physically
    active, physical exertion, gym, jog, training, effort | run, walk, climb, stair, activity,
    activity, sport, move, hike, cycle, swim, uphill, up hill
stairs: stair, staircase, stairway, step, flight of stairs
climb: climb, go up, get up, walk up, going up, walking up
rise: rise, stand up, stand, get up, standing, upright, sit up
chair: chair, seat, sofa, couch, toilet seat, low chair, low seat | toilet, car, sit
lie_flat: lie flat, lie down, flat, flat on my back, lying down | bed, sleep, pillow
light: light, bright light, bright, sunlight, brightness, glare | lamp, headlight, sun, screen
noise: noise, sound, loud, loud noise, loud sound | hear
sensitive: sensitive, sensitivity, intolerant, intolerance, hypersensitive, oversensitive, cannot
    stand, cannot tolerate, not stand, not tolerate, not bear, cannot bear, cannot handle, cannot
    take, cannot cope with, cannot cope | bother, hurt, painful, sore, tender, react
tolerate: tolerate, tolerance | stand, cope, bear, handle
touch: touch | brush, bed sheet, clothes, sheet, rub
over_breathe: over breathe, overbreathe, hyperventilate, hyperventilation
skin_and_bone: skin and bone, skin and bones, nothing but bones
wheeze: wheeze, wheezy, wheezing | whistle
ice: ice, ice cube, ice cubes, ice chip
salt: salt, salty, salty food, sodium | crisp
infant: baby, infant, newborn, toddler, child, kid, son, daughter, boy, girl, little one
grow: grow, growth, height | tall, taller
rest: rest, rested, refreshed, unrefreshed, refreshing, unrefreshing | tired
wake: wake, wake up, awake, woke
thinking: think, thinking, thought, mind, mental | brain
suicidal: suicidal, suicide, kill myself, end my life, want to die, end it all, not want to live,
    hurt myself, take my own life, better off dead, ending my life, not want to be alive, not want
    to be here anymore | die
interest: interest, enjoy, enjoyment, pleasure, joy, enthusiasm | care, motivation, bother, fun,
    hobby
restless: restless, cannot sit still, fidgety, fidget, not sit still, unable to sit still, cannot
    keep still, cannot stay still | crawl, jumpy, urge to move, move, pace, jitter
electric: electric, electric shock, electrical, shock, zap, electricity | lightning, bolt, jolt
gray: gray, graying | white, silver
urine_word: urine
nearly: nearly, almost, about to, going to, feel like i, on the verge of, close to
unwell: unwell, not feel well, not well, not feel good, under the weather, off color, feel rotten,
    feel ill, feel rough | ill, poorly, rotten, sick
without_any: no, not eat, never eat, not drink, never drink, without, avoid, zero, not consume |
    not, never, free
cannabis: cannabis, weed, marijuana, smoke weed, smoke cannabis, smoke marijuana, smoke pot,
    hashish | pot
keep_down: keep down, keep food down, keep anything down, keep it down, hold down, hold food down,
    hold anything down
break_bone: fracture, break bone, break several bone, break two bone, break arm, break leg, break
    wrist, break ankle, break hip, break rib, break finger, break toe, break foot, break hand,
    break shoulder, break elbow, break collarbone, break shin, break thigh, fractured arm,
    fractured leg, fractured wrist, fractured ankle, fractured hip, fractured rib, fractured
    finger, fractured toe, fractured foot, fractured hand, fractured shoulder, fractured elbow,
    fractured collarbone, fractured shin, fractured thigh
abnormal: abnormal, strange, weird, funny, odd, unusual, different, wrong, changed
reflex: reflex, knee jerk, ankle jerk, tendon reflex, deep tendon reflex
morning: morning, first thing
sun: sun, sunshine, daylight, sun exposure, sunlight exposure, outdoors, outside | sunlight
dairy: dairy, milk, milk product, cheese, yogurt
alcohol: alcohol, alcoholic, beer, wine, vodka, whiskey, whisky, booze, liquor, spirit, gin, rum,
    drinking, cider, lager, pint, cocktail | drink, drunk, glass, bottle
caffeine: caffeine, coffee, espresso, cappuccino, latte, cups of coffee, cup of coffee,
    caffeinated, coffees | tea, energy drink, red bull, monster
smoke: smoke, smoker, cigarette, tobacco, cigar, smoking | pack, fag, ciggies
stress: stress, stressed, stressful, under pressure | pressure, overwork, burnout
exercise_much: marathon, triathlon, ultramarathon, ironman
surgery: surgery, operation, surgical
remove: remove, removed, removal, take out, resection, taken out, cut out | out
disease: disease, disorder, syndrome, condition, illness
failure: failure, insufficiency, fail
kidney: kidney, renal
liver: liver, hepatic
high: high, elevated, raised, elevate, raise, too high
sugar: sugar, glucose
blood_pressure: blood pressure, bp
thyroid: thyroid
underactive: underactive, under active, low thyroid, hypo
overactive: overactive, over active, hyper
pill: pill, tablet, tab, capsule, med, medicine, medication, drug, medicine | treatment
supplement: supplement, vitamin supplement | pill, tablet, vitamin, gummy, capsule
pregnant: pregnant, pregnancy, expecting, expecting a baby
breastfeed: breastfeed, breast feed, nursing, lactating, lactation, breastfeeding
"""

# part: words | wider parts. A finding at a part is also one at the wider part, at a price.
_BODY = """
lip: lip | mouth
mouth: mouth, oral, perioral, circumoral
tongue: tongue | mouth
gum: gum, gums, gingiva, gingival | mouth
tooth: tooth, dental | mouth
jaw: jaw | face
cheek: cheek | face
chin: chin | face
nose: nose, nasal, nostril
forehead: forehead, brow | face
eyelid: eyelid, eye lid, lid | eye
eye: eye, eyeball, ocular
eyebrow: eyebrow | face
face: face, facial
scalp: scalp | head
head: head
brain: brain
ear: ear
throat: throat, gullet
neck: neck, nape
shoulder: shoulder, shoulder blade | arm, joint
upperarm: upper arm, bicep, tricep | arm
elbow: elbow | joint, arm
forearm: forearm | arm
wrist: wrist | hand, joint
hand: hand, palm | arm
finger: finger, fingertip, finger tip, pinky, pinkie, knuckle | hand, joint
thumb: thumb | finger
arm: arm, upper limb | limb
limb: limb, extremity, arms and legs
leg: leg, lower limb, lower leg | limb
thigh: thigh, quad, quadricep, hamstring, upper leg | leg
knee: knee | joint, leg
calf: calf, calf muscle | leg
shin: shin | leg
ankle: ankle | leg, joint
foot: foot, foots, sole, heel, sole of foot, bottom of foot, instep | leg
toe: toe, big toe | foot, joint
hip: hip | joint
joint: joint
muscle: muscle, muscular
bone: bone, skeletal
chest: chest, breastbone, sternum
heart: heart, cardiac, heartbeat, pulse, heart rate, heart beat, ticker
lung: lung
rib: rib
back: back, spine, lower back, upper back, spinal
stomach: stomach, tummy, belly, abdomen, abdominal, tum, gut, midsection, guts
bowel: bowel, intestine, intestinal
stool: stool, poop, poo, feces, bowel movement, excrement, shit, turd, motion
urine: urine
groin: groin, crotch, genital, private part, privates
bladder: bladder
skin: skin
hair: hair, hairs
nail: nail, fingernail, toenail, finger nail, toe nail
body: body
breath: breath, breathing, breathe
voice: voice
"""


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """The tables, compiled: words are keyed by their stems, joined with spaces."""

    strong: dict[str, str]
    weak: dict[str, tuple[str, ...]]
    wider: dict[str, tuple[tuple[str, int], ...]]
    """For each body part the wider ones, with how many steps away they are."""
    body: frozenset[str]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """For each first stem the phrases of several words that begin with it, longest first."""
    spellings: dict[str, str]
    """Every word of the tables as written, with its stem."""


def key_of(words: str) -> str:
    """Give the stems of a phrase, without words that are left out of comparison."""
    stems = (stem(word) for word in words.replace("-", " ").split())
    return " ".join(part for part in stems if part not in LEFT_OUT)


def _rows(table: str) -> list[tuple[str, list[str], list[str]]]:
    """Read a table; an indented line goes on from the one before."""
    rows = []
    for line in table.strip().replace("\n    ", " ").splitlines():
        concept, _, rest = line.partition(":")
        first, _, second = rest.partition("|")
        # Concepts are in capitals, so that none can be taken for the stem of a word.
        rows.append((concept.strip().upper(), _split(first), _split(second)))
    return rows


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def _wider_parts(parents: dict[str, list[str]]) -> dict[str, tuple[tuple[str, int], ...]]:
    wider: dict[str, tuple[tuple[str, int], ...]] = {}
    for part, nearest in parents.items():
        steps: dict[str, int] = {}
        layer, distance = nearest, 1
        while layer:
            for parent in layer:
                steps.setdefault(parent, distance)
            layer = [grand for parent in layer for grand in parents.get(parent, [])]
            distance += 1
        wider[part] = tuple(steps.items())
    return wider


def compile_thesaurus() -> Thesaurus:
    """Read the two tables above. Where a word stands twice as strong, the first counts."""
    strong: dict[str, str] = {}
    weak: dict[str, list[str]] = {}
    parents: dict[str, list[str]] = {}
    for concept, words, wider in _rows(_BODY):
        parents[concept] = [part.upper() for part in wider]
        for word in words:
            strong.setdefault(key_of(word), concept)
    for concept, words, weak_words in _rows(_CONCEPTS):
        for word in words:
            strong.setdefault(key_of(word), concept)
        for word in weak_words:
            key = key_of(word)
            if strong.get(key) != concept and concept not in weak.setdefault(key, []):
                weak[key].append(concept)
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted({key for key in (*strong, *weak) if " " in key}):
        parts = tuple(key.split())
        phrases.setdefault(parts[0], []).append(parts)
    return Thesaurus(
        strong=strong,
        weak={key: tuple(concepts) for key, concepts in weak.items()},
        wider=_wider_parts(parents),
        body=frozenset(parents),
        phrases={
            first: tuple(sorted(found, key=lambda parts: (-len(parts), parts)))
            for first, found in phrases.items()
        },
        spellings=_spellings(),
    )


def _spellings() -> dict[str, str]:
    words = {
        word
        for table in (_BODY, _CONCEPTS)
        for _, first, second in _rows(table)
        for phrase in (*first, *second)
        for word in phrase.split()
        if word.isalpha()
    }
    return {word: stem(word) for word in sorted(words)}


THESAURUS = compile_thesaurus()
