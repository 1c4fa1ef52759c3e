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
twitch: twitch, twitchy, fasciculation, fasciculate, twitching by itself | jump, jumpy, flutter,
    quiver, flicker, pulse, pulsate, ripple, jerk, dance, tic, vibrate, spasm, flinch, tremble, pop,
    throb, hop, bounce, wiggle, wriggle, flick, spasmodic, pulsing, beat, tick
spasm: spasm, spasmodic, muscle spasm | contract, lock up, seize up, clench, seize, knot
cramp: cramp, crampy, charley horse, charlie horse, charly horse, cramp up, cramped up | seize up,
    knot up, knot, lock up, spasm, seize, contract, tighten
tingle: tingle, tingly, paresthesia, pins and needles, pin and needle, pins needles, prickle,
    prickly, pricking, prickling sensation, fizzy feeling, buzzing feeling | buzz, buzzy, fizz,
    fizzy, electric, zap, crawl, ant, ants crawling, fall asleep, asleep, go to sleep, prick,
    needle, static, effervescent, sparkle, pricks, stinging nettles, creepy crawly, bug crawling,
    insects crawling, effervesce, bubbling
numb: numb, hypoesthesia, hypesthesia, cannot feel, unable to feel, no feeling, lose feeling, loss
    of feeling, lose all feeling, lack of feeling, no sensation, loss of sensation, lose sensation,
    lack of sensation, without feeling, no sensation in, gone numb, gone dead, lose sensitivity |
    dead, deaden, novocaine, wooden, fall asleep, asleep, go to sleep, anesthetized, cotton wool,
    numbed, padded, cotton, frozen
burn: burn, burny, on fire | fire, scald, sting, flame, sear, blaze, smart
pain: pain, painful, ache, achy, achey, hurt, hurty, agony, agonizing, agonising, in agony,
    throbbing | sore, tender, discomfort, throb, stab, kill, killing me, pound, split, sting,
    uncomfortable, pang, twinge, shooting, cramp, crampy, niggle, gnawing, stabbing, burning,
    excruciating, cramping, pinch
sore: sore, soreness | pain, painful, ache, achy, hurt, tender, raw, sting, inflamed, irritated,
    smart, chafed
ulcer: ulcer, sores, ulceration, canker, canker sore, aphthous | sore, blister
weak: weak, weaken, feeble, no strength, lose all strength, lost strength, no power, loss of strength,
    lose strength, lack of strength, lack strength, loss of power, lose power, less strength, paralyzed,
    paralysis, cannot move, unable to move, not able to move, weakling, weakness, no strength left, gone
    weak, go weak, not as strong | heavy, jelly, jello, give way, give out, give, limp, rubbery, buckle,
    powerless, floppy, like lead, noodle, wobbly, cave, collapse, no grip, turn to jelly
stiff: stiff, stiffen, rigid, inflexible, hard to bend, cannot bend, will not bend, not bend, ramrod
    | tight, tense, tighten, seize up, lock, tightness, creak, rusty, unbending
swell: swell, swollen, puffy, puff up, puffiness, edema, edematous, puffed up, blown up, swollen up,
    puffed, swelled up | enlarge, big, balloon, fat, inflamed, fluid, bloat, tight
tired: tired, fatigue, fatigued, exhaust, exhaustion, exhausted, knackered, wiped out, wiped, worn
    out, drained, run down, rundown, burnt out, burned out, pooped, zonked, bushed, no energy, low
    energy, low on energy, lack of energy, lack energy, zero energy, little energy, out of energy,
    without energy, loss of energy, lose energy, drained of energy, dead tired, dog tired, bone
    tired, tired to the bone, dead beat, tire, weary, shattered, wear out, not any energy,
    tiredness, energy be low, energy gone, wrecked, cream crackered, done in, dead on my feet,
    frazzled, fried, spent, tuckered out, sapped, depleted, flagging, ready to drop, running on
    empty, run on empty, running on fumes, run on fumes, run out of steam, out of steam, no oomph,
    no go in me, no get up and go, zero get up and go, no pep, no spark, no vim, battery flat, flat
    battery, wiped off my feet, washed out feeling, feel washed out, fit to drop, done for, no juice
    left, low battery, dog-tired, whacked, pooped out, worn to a frazzle, no puff left, overtired,
    fatiguing, tiring | dead, beat, sluggish, sleepy, weak, lethargic, burnt, washed out, heavy
lethargic: lethargic, lethargy, sluggish, listless | slow, lazy, tired
sleepy: sleepy, drowsy, drowsiness, somnolence, somnolent, sleepyhead | nod off, doze off, doze,
    fall asleep, tired, keep eye open
dizzy: dizzy, dizzyness, dizzy spell, giddy, giddiness, head swim, swimmy, swimmy headed, head
    swimming | woozy, faint, swim, sway, spinny, off balance
lightheaded: lightheaded, light headed, light in the head, lightheadedness, floaty headed, head feel
    light, see stars, woozy | giddy, faint, floaty, whoozy, swimmy
vertigo: vertigo, room spin, world spin, everything spin, head spin, room keep spin, world keep
    spin, everything keep spin, head keep spin, spinning head, spinning sensation, whole room
    spinning, room go round, room be spinning, like being on a boat, room tilt | spin, whirl, rotate
faint: faint, pass out, black out, blackout, syncope, keel over, swoon, passing out, fainted, go out
    like a light, come over faint | collapse, go down
shake: shake, shaky, tremble, trembly, tremor, tremulous, shakiness, jitters, shakes, the shakes,
    trembling, quivery | wobble, jitter, jittery, vibrate, quiver, quake, unsteady, vibrating,
    judder, quaver
itch: itch, itchy, itchiness, pruritus, itching, itchy all over | scratch, scratchy, irritate,
    prickle, tickle
dry: dry, dryness, dried out, dry out, dried up, moistureless, bone dry | parched, rough, flaky,
    flake, sandpaper, sticky, gritty, sahara, cotton, dehydrated, tight, sand, sandy, scratchy
crack: crack, split, fissure, chap, cracked open, fissured, chapped | cut, bleed, slit
peel: peel, flake, flaky, slough, peeling, flake off, come off in sheets, slough off | come off,
    shed, scale
scale: scale, scaly, scaliness, dandruff | flake, flaky, crust, crusty, peel, powdery, scurf
rash: rash, rashy, break out in spots, come out in a rash, come out in spots, come up in spots | red
    patch, blotch, breakout, blotchy, weal, welts
bruise: bruise, contusion, black and blue, bruising, black and blue marks | mark, blue mark, purple
    mark
bleed: bleed, hemorrhage | bloody, blood
blood: blood, bloody
red: red, redness, reddened, reddish | bloodshot, pink, inflamed, angry
pale: pale, pallor, pallid, pasty, washed out, look washed out, paleness, pale looking, no colour
    in, white as a ghost, white as a sheet, look like a ghost, drained of color | ghostly, ghost,
    gray, sallow, colorless, no color, lose color, washed, chalky, wan
yellow: yellow, yellowish, jaundice, jaundiced
white: white, whitish | pale
dark: dark, darken, brown, tea colored, cola colored, coke colored | black, brownish, tea, cola,
    coke
shed: fall out, come out, shed, falling out, fallout, come out in clumps, come out in handfuls, lose
    clumps, lose handfuls, come away, coming away | drop out, los, molt, drop, clump, handful
thin: thin, thinner, thinned, getting thinner, thinning, go thin | sparse, see through, less, los,
    recede, wispy, fine
bald: bald, balding, bald patch, bald spot, alopecia | patch, hairless
brittle: brittle, fragile, snap easily, break easily, break off, splitting | break, snap, crumble,
    split, straw, flimsy, bend, chip, flake, tear, weak, soft, thin
ridge: ridge, ridged, ridgy | line, groove, furrow, bumpy, striation
appetite: appetite, desire to eat, interest in food, want for food | hungry, hunger, eat
hungry: hungry, hunger, starving, ravenous, peckish, never full, always eating, hunger pangs, eat
    non stop, bottomless pit | starve, famished, appetite
vomit: vomit, throw up, puke, barf, be sick to stomach, emesis, upchuck, spew, chuck up, throwing
    up, regurgitate, retch, retching | heave, bring up, sick
nausea: nausea, nauseous, nauseate, nauseated, queasy, queasiness, sick to my stomach, sick to
    stomach, sick feeling, nauseating, want to be sick, feel like throwing up, about to throw up,
    going to be sick, want to throw up, feel like vomiting, urge to vomit, stomach turn, green
    around the gills | sick, ill, green, churn
diarrhea: diarrhea, loose stool, loose bowel, loose bowel movement, loose motion, loose poop, loose
    poo, watery stool, watery poop, watery poo, watery diarrhea, runny poop, runny poo, runny stool,
    liquid stool, liquid poop, the squirts, upset tummy with loose stools, dodgy tummy, runny tummy,
    liquid bowels, explosive poo, poo like water, stool like water
constipated: constipation, constipated, cannot poo, cannot poop, hard poo, hard stool, hard poop,
    hard to poo | backed up, bunged up, blocked up, blocked
gassy: gassy, gas, flatulence, flatulent, fart, pass wind, passing wind, break wind, trapped wind,
    full of wind, full of gas, burp, belch | wind, windy, trumped
bloat: bloat, bloated, distension, distended, distend, distention | swell, swollen, puffy, tight,
    big, balloon, full
breathless: breathless, short of breath, shortness of breath, out of breath, winded, dyspnea,
    breathlessness, short of air, puffed out, short breath, shortness breath, catch my breath, catch
    breath, cannot catch my breath, cannot catch breath, breath short, sob, gasp for breath, cannot get
    enough air, not enough air, not get enough air, cannot get my breath, cannot get air, breathing is
    hard, hard to breathe, take full breath, take deep breath, get full breath, get deep breath, gasp
    for air, gasping for air, fight for breath, gulp for air, short winded, out of puff | puff, pant,
    gasp, huff, panting, heave
palpitation: palpitation, palp, heart palpitation, feel heart beat, feel heartbeat, heart in throat,
    heart beat in throat, heart beat out of chest, aware of my heartbeat, hear my heartbeat, feel my
    pulse
fast: fast, rapid, rapidly, race, quick, quickly, speedy, racing, galloping | pound, gallop, speed,
    sprint
pound: pound, thump, hammer, bang | beat, hard, race, thud, jump, leap
skip: skip, skip a beat, miss a beat, missed beat, extra beat, skip beat, missing beats, skip beats,
    drop a beat, drop beats, pause | miss, flop, flip, drop, extra, stop, hiccup, stutter, stumble
irregular: irregular, irregularly, erratic, uneven, all over the place, not regular, out of sync,
    all over the shop, off beat, out of rhythm | random, flip, flop, skip, funny, odd
slow: slow, slowly, slowed, take ages, takes ages, take forever, take so long, take long, take
    weeks, take a long time, sluggishly | sluggish, ages, forever, long
anxious: anxious, anxiety, anxiousness, worry about everything, worry about every, worry too much, worry
    constantly, worry all day, bag of nerve, full of worry, consumed with worry, sense of dread, feeling
    of dread, feel of dread, not stop worry, cannot stop worry, never stop worry, always worry, on edge,
    keyed up, wound up, highly strung, high strung, apprehensive, fretful, worried sick, bag of nerves,
    bundle of nerves, worry all the time, on high alert, uptight | worry, nervous, nerve, uneasy, dread,
    panicky, tense, jittery, fret, overthink
panic: panic, panicky | terror
depressed: depress, depression, depressed, low mood, in low mood, low in mood, sad and hopeless, feel
    hopeless, life pointless, in dark place, dark place, black cloud, under cloud, mood be low, in the
    dumps, down in the dumps, gloomy, miserable, feel like crying, no hope, hopelessness | sad, down,
    blue, hopeless, empty, low, unhappy, heavy hearted, despondent, glum, bleak, numb inside
cry: cry, tearful, weep, weepy, tear up, teary, burst into tears, sobbing, weeping, close to tears,
    burst out crying, sob, in tears | tear
irritable: irritable, irritability, cranky, grumpy, snappy, short tempered, short fuse, fuse be so
    short, lose it over, go off on one, lose patience, no patience, run out of patience, yell at
    everyone, shout at everyone, snap at husband, snap at wife, snap at kid, snap at child, snap at
    anyone, snap at partner, crabby, bad tempered, ratty, touchy, tetchy, on a short fuse, quick to
    anger, quick tempered, fly off the handle, lose my temper, lose my rag, bite people head off, snap
    at everyone, snap at people, snap at my family, irritated by everything, everything annoys me,
    stroppy, narky, irascible, testy, prickly with people, ill tempered, hot tempered | snap, temper,
    impatient, annoyed, moody, grouchy, angry, rage, cross, tense, short
concentrate: concentrate, concentration, focus, pay attention, attention, stay on task, stay
    focused, keep my mind on, keep my attention, follow a conversation, follow a film, think
    clearly, think straight | think, attention span, read
memory: memory | remember, forget
forget: forget, forgetful, lose my train of thought, lose track, absent minded, scatterbrained, slip
    my mind, forgetting things, forget things | remember
confuse: confuse, confused, confusion, disoriented, disorientation, muddled, mixed up,
    disorientated, addled, do not know where i am, not know what day it is | bewildered, muddle
foggy: brain fog, foggy, mental fog, fuzzy head, foggy head, foggy brain, cloudy head, fuzzy brain,
    foggy mind, brain feel foggy, head full of cotton wool, cotton wool head, head in a fog, fuzzy
    headed, foggy headed, brain fogged, brain like mush, mind like mush, woolly headed, head full of
    wool, brain not work, brain will not work, head feel like cotton wool, spaced out, mind go
    blank, clouded mind | fog, fuzzy, cloudy, haze, hazy, woolly, mushy, blank
difficult: can never, can hardly, can barely, never able, hardly able to, barely able to, trouble,
    difficult, difficulty, struggle, cannot, unable, not able, hard to, hard time, tough time, hardly
    able, not be able, impossible to, have to struggle, find it hard, find it difficult, have a job to,
    finding it hard to, hard work | hard, barely, hardly, problem, issue, tough, battle,
    impossible, effort, ordeal, push
problem: problem, issue | trouble, bad, difficulty, poor
swallow: swallow
balance: balance, equilibrium, stay upright | steady, upright
unsteady: unsteady, wobbly, unbalanced, off balance, unsteadiness, wobble, not steady, unstable,
    sway, staggering | stagger, drunk, lurch, stumble, shaky, teeter, totter
fall: fall, fall over, topple | trip, tumble, stumble, trip up
clumsy: clumsy, uncoordinated, clumsiness, drop things, dropping things, butterfingers, all fingers
    and thumbs, knock things over, walk into things, bump into things, bumping into things | drop
    thing, bump into, fumble, coordination, klutz
vision: vision, sight, eyesight, visual | see
blur: blur, blurry, out of focus, blurriness, blurred, misted, not clear, fuzzy, hazy, misty, not
    focus, cannot focus | foggy, cloudy, unclear, swim, smeary
see: see
double: double, two of everything
night: night, wake me, wake me up, woke me up, nighttime, night time, nocturnal, overnight | dark,
    bed, dusk, sleep, evening, asleep
hear: hear, hearing | deaf
ring: ring, ringing noise | buzz, hiss, hum, whistle, whoosh, noise, cricket, chirp
sweat: sweat, sweaty, perspire, perspiration, diaphoresis, sweatiness, sweating, dripping with
    sweat, soaked in sweat, drenched in sweat, hot sweat, hot sweats, cold sweat, cold sweats |
    drench, clammy, soak, wet, damp, drip
fever: fever, feverish, pyrexia, febrile, high temperature, running a temperature, run a
    temperature, have a temperature, got a temperature, burning up, high temp, temp | temperature,
    hot, boiling
chill: chills, shiver, shivery, shivers | cold
cold: cold, freeze, freezing, frozen, chilly, icy, frozen to the bone, chilled to the bone, nippy,
    blocks of ice | ice, like ice, cool, block of ice
hot: hot, heat, overheated, overheat, boiling, roasting, sweltering, too warm, overheating | warm,
    sweat
thirsty: thirst, thirsty, thirstiness, parched, gasping for a drink, dying of thirst, cannot drink
    enough | drink, water
weight: weight, pound weight, body weight | kilo, kg, lb, lbs, pound, stone
gain: gain, put on, pile on, put weight on, gaining, piling on, piled on, putting on | pack on,
    increase, heavier, fatter, balloon, bigger
infection: infection, colds, catch cold, catch everything, catching everything, catch everything
    going, catch every bug | ill, sick, cold, bug, infect, virus, bugs, cold after cold
heal: heal, healing, close up, knit | close, mend, clear up, get better, recover
wound: wound, cut, grazes | scrape, sore, injury, scratch, graze, scab
crave: crave, craving, cravings, urge to eat, dying to eat, want to eat, wanting to eat, hankering,
    longing for, could eat, could chew, urge to chew | want, long for, desire, addicted, obsess,
    urge, chew, crunch, munch, eat, need
taste: taste, tastebuds, taste buds | flavor
smell: smell, odor, sense of smell | scent
libido: libido, sex drive, sexual desire, interest in sex, desire for sex, sexual interest, desire
    for intimacy, sexual appetite | sex, desire
erection: erection, erectile | hard, get it up, stay hard
speech: speech, speak, talk | word, sentence
slur: slur, slurry, slurring, slurred, tongue tied | garble, mumble, thick, drunk, jumbled
droop: droop, droopy, sag, saggy, drop, drooping, hangs down | fall, hang, slip, uneven, lopsided
hallucinate: hallucinate, hallucination, see thing that be not there, see thing, hear voice, hear
    voices
stomach_acid: acid reflux, reflux | acid
memory_word: find word, find the right word, right word, word finding, tip of the tongue, search for
    word
insomnia: insomnia, not get to sleep, not fall asleep, not nod off, cannot nod off, not drop off, stare
    at ceiling, wide awake, sleepless, sleepless night, sleeplessness, cannot sleep, not sleep, awake
    all night, lie awake, unable to sleep, toss and turn, tossing and turning, wide awake all night,
    awake half the night, awake for hours, cannot drop off, cannot get to sleep, cannot fall asleep,
    cannot stay asleep, trouble sleeping, wide awake at | awake
urinate: urinate, urination, pee, wee, peeing, weeing, pass urine, pass water, micturition, void,
    piss, go for a wee, go for a pee, go to pee, urinating, go go for a wee, spend a penny, to the
    loo, water works, waterworks, passing water, passing urine | bladder, urine
period: period, menstruation, menstrual, menses, menstrual bleeding, menstruate, monthly, monthlies,
    time of the month, monthly bleed, menstruating | cycle, bleeding, bleed, flow
heavy: heavy, heavily, heaviness, flooding, floods | flood, soak, big clot, clot, gush, clotty,
    buckets
miss: miss, missing, skip, absent | stop, no, late, without, gone
stop: stop, cease | disappear
thick: thick, thicken, thickened | leathery, hard
rough: rough | bumpy, sandpaper
bump: bump, bumpy, pimply, goose pimple | goosebump, gooseflesh, pimple
spot: spot, speck, fleck, dot | mark
patch: patch, patchy | spot, coin, area, circle, bit
easy: easy, easily, at the slightest, at slightest touch | nothing, no reason, barely,
    slightest, quick, quickly, everything
much: not stop, cannot stop, never stop, not go away, cannot help, keep catching, keep getting,
    much, lot, a lot, lots, lots of, a lot of, much, often, frequent, frequently, constant,
    constantly, all the time, always, excessive, excessively, too much, so much, more than usual,
    nonstop, non stop, all day, every day, everyday, many time, increase, increased, loads, loads
    of, tons of, ton of, plenty, plenty of, repeatedly, over and over, keep get, time a day, too
    many, all day long, every hour, constantly, extreme, extremely, hugely, profuse, profusely,
    again and again, one after another | heavy, heavily, more, big, huge, insatiable, unquenchable,
    forever, never ending
little: little, low, few, less, not much, not many, hardly any, hardly, barely, barely any, reduced,
    decreased, reduce, decrease, diminish, diminished, poor, minimal, scant, not enough,
    insufficient, lack of, lack, very little, next to no, absence of, zero, lower, not what it was,
    not as good, muted, bland | los, drop, weak, bad, small, rarely, seldom, gone, without,
    disappear, vanish, terrible, awful, horrible, rubbish, shot, go downhill, worse, dull, faded,
    fading
lost: lose | gone, disappear, vanish, lack, lack of, absence of, drop
fulness: full quickly, full fast, feel full, full after a few bites, get full | full, fill up, few
    bite
lump: lump, nodule, gland, node
widespread: all over, all over body, all over my body, everywhere, whole body, entire body, body
    wide, bodywide, generalized, widespread, over my whole body, whole of my body, head to toe,
    throughout my body, different place, various place, various parts, all over the place | body,
    random, random place, several place, different part
onesided: one sided, one side, on one side, one side of body, left side, right side, unilateral,
    half of, half my, half of my body, left side of my body, right side of my body, down one side |
    one, left, right, half
exertion: exercise, exert, exertion, work out, workout, physical activity, exerting, physically
    active, physical exertion, gym, jog, training, effort | making the bed, hoover, vacuum, housework,
    gardening, mow, push, carry, getting dressed, run, walk, climb, stair, activity,
    activity, sport, move, hike, cycle, swim, uphill, up hill
stairs: stair, staircase, stairway, step, flight of stairs
climb: climb, go up, get up, walk up, going up, walking up
rise: rise, stand up, stand, get up, standing, upright, sit up
chair: chair, seat, sofa, couch, toilet seat, low chair, low seat, armchair, arm chair, settee,
    stool chair | toilet, car, sit
lie_flat: lie flat, lie down, flat, flat on my back, lying down | bed, sleep, pillow
light: light, bright light, bright, sunlight, brightness, glare | lamp, headlight, sun, screen
noise: noise, sound, loud, loud noise, loud sound, noises, loud noises | hear
sensitive: sensitive, sensitivity, intolerant, intolerance, hypersensitive, oversensitive, cannot
    stand, cannot tolerate, not stand, not tolerate, not bear, cannot bear, cannot handle, cannot
    take, cannot cope with, cannot cope, irritated by, made worse by, bothered by | bother, hurt,
    painful, sore, tender, react, unbearable, too much
tolerate: tolerate, tolerance | stand, cope, bear, handle
touch: touch | brush, bed sheet, clothes, sheet, rub
over_breathe: over breathe, overbreathe, hyperventilate, hyperventilation
skin_and_bone: skin and bone, skin and bones, nothing but bones
wheeze: wheeze, wheezy, wheezing | whistle
ice: ice, ice cube, ice cubes, ice chip
salt: salt, salty, salty food, sodium | crisp
infant: baby, infant, newborn, toddler, child, kid, son, daughter, boy, girl, little one
grow: grow, growth, height | tall, taller
rest: rest, rested, refreshed, refreshing | tired
unrest: unrefreshed, unrefreshing, not refreshed, never refreshed, not rested, never rested, not feel rested,
    not feel refreshed, never feel rested, never feel refreshed, not wake refreshed, never wake refreshed,
    not wake up refreshed, never wake up refreshed, not wake up rested, never wake up rested, not wake rested,
    not feeling rested, not feeling refreshed
up_and_down: up and down, up one minute and down next
wake: wake, wake up, awake, woke
thinking: think, thinking, thought, mind, mental | brain
suicidal: suicidal, suicide, kill myself, end my life, want to die, end it all, not want to live,
    hurt myself, take my own life, better off dead, ending my life, not want to be alive, not want
    to be here anymore | die
interest: interest, enjoy, enjoyment, pleasure, joy, enthusiasm | care, motivation, bother, fun,
    hobby
restless: restless, cannot sit still, fidgety, fidget, not sit still, unable to sit still, cannot
    keep still, cannot stay still, fidgeting, cannot settle, unable to relax, cannot relax, antsy,
    ants in my pants | crawl, jumpy, urge to move, move, pace, jitter
electric: electric, electric shock, electrical, shock, zap, electricity, electrical shocks, electric
    shocks, electric zap, zapping, jolts | lightning, bolt, jolt
gray: gray, graying | white, silver
urine_word: urine
nearly: nearly, almost, about to, going to, feel like i, on the verge of, close to
unwell: unwell, not feel well, not well, not feel good, under the weather, off color, feel rotten,
    feel ill, feel rough, feel off, feel grotty, feel crap, feel lousy, feel awful, out of sorts,
    feel dreadful, feel fragile, run over by a truck, hit by a truck, hit by a bus, peaky | ill,
    poorly, rotten, sick, lousy, grotty, fragile, rubbish
without_any: no, not eat, never eat, not drink, never drink, without, avoid, zero, not consume |
    not, never, free
cannabis: cannabis, weed, marijuana, smoke weed, smoke cannabis, smoke marijuana, smoke pot, hashish
    | pot
keep_down: keep down, keep food down, keep anything down, keep it down, hold down, hold food down,
    hold anything down
break_bone: fracture, break bone, break several bone, break two bone, break arm, break leg, break
    wrist, break ankle, break hip, break rib, break finger, break toe, break foot, break hand, break
    shoulder, break elbow, break collarbone, break shin, break thigh, fractured arm, fractured leg,
    fractured wrist, fractured ankle, fractured hip, fractured rib, fractured finger, fractured toe,
    fractured foot, fractured hand, fractured shoulder, fractured elbow, fractured collarbone,
    fractured shin, fractured thigh
abnormal: abnormal, strange, weird, funny, odd, unusual, different, wrong, changed
reflex: reflex, knee jerk, ankle jerk, tendon reflex, deep tendon reflex
morning: morning, first thing
sun: sun, sunshine, daylight, sun exposure, sunlight exposure, outdoors, outside | sunlight
dairy: dairy, milk, milk product, cheese, yogurt
alcohol: alcohol, alcoholic, beer, wine, vodka, whiskey, whisky, booze, liquor, spirit, gin, rum,
    drinking, cider, lager, pint, cocktail | drink, drunk, glass, bottle
caffeine: caffeine, coffee, espresso, cappuccino, latte, cups of coffee, cup of coffee, caffeinated,
    coffees | tea, energy drink, red bull, monster
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
shoulder: shoulder | arm, joint
shoulderblade: shoulder blade, scapula | back, shoulder
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
