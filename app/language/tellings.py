"""Indirect ways to tell of a symptom: what people say who do not name it.

"I can see my scalp", "socks leave deep marks", "grind my teeth all night": no synonym leads from these to
the symptom, so they are listed. They are written by us in the manner of patients' forums and leaflets;
none makes a new claim about a symptom, each only says its definition in other words. A line is
`symptom: phrase, phrase`. Small words are left out of comparison and the rest may stand in any order, so
a phrase holds no more than the words that tell.

Unlike the lay names of the seed these are not shown to readers, and they give no suggestions.
"""

from collections.abc import Mapping

_TABLE = """
abdominal-pain: griping guts, gripey belly, belly killing me, stomach in knots with pain, stitch in side,
    doubled over with belly, colicky tummy, tummy twists with pain, stabbing under belly button, stomach
    pains come and go, clutching tummy, holding his tummy, belly tender when pressed, stomach throbs, guts
    twisting, tummy cramps, cramps in my tummy, colicky pain
abnormal-bleeding: bleed at the drop of a hat, bleed from the slightest scratch, bleed for nothing, blood
    from nose and gums, bleed a lot after the dentist, bleed from everywhere
abnormal-gait: walk funny, shuffle when I walk, shuffling walk, limp when I walk, walk with a limp, walking
    strangely, walk like a penguin, drag my leg when I walk, walks on tiptoe, gait is odd, feet shuffle,
    hobble about, daughter limping, son limping, limping for weeks, limps, hurts to put weight on leg, hurts
    to put weight on it, hard to walk because of back, getting about is harder
acne: broken out on chin, break out on face, pimples on back, spotty face, spotty skin, spotty chin,
    blackheads on nose, breakouts on cheeks, skin breaking out, whiteheads on chin, zits on forehead, oily
    spotty, spots all over chin, spots on my chin, spots on chin and jaw, spots like a teenager, spots worse
    than as a teenager, spotty like a teenager, angry spots on face, pus spots on cheeks, blackheads and
    spots
agitation: pacing up and down, pace the room, cannot be calmed, worked up and pacing, wound up and shouting,
    thrashing about, all agitated
anemia: bloods show anemic, told I am anemic, anaemic again, iron count came back low, blood test shows low
    hemoglobin, haemoglobin is low, hb is low, hemoglobin of 9
anxiety: knot of worry, worry all day, nerves shot, nerves are bad, butterflies in stomach, sick with worry,
    cannot stop worrying, mind racing with worry, mind won't stop racing, overthink everything, sense of
    dread, feeling of dread, pit of dread, worry about everything, imagine the worst, jumpy and tense, tense
    and jumpy, nervous wreck, nervous all day, panicky about going out, wired and nervous, heart in my boots
    with worry, what ifs all night, feel uneasy all day, stressed and scared all the time, feel nervy, mind
    won't stop worrying, mind won't switch off worrying, worry won't stop, worry constantly, cannot relax
    worrying, nervous about everything, on pins all the time, scared of everything, chest tight with worry,
    fearful all the time, anxious thoughts, racing thoughts, thoughts racing, thoughts go round and round,
    stomach in knots worrying, constant worry, worried about nothing, nervous for no reason, anxious for no
    reason, fear for no reason, stomach in knots from nerves, sweaty palms and worry, stomach in knots with
    worry, cannot switch off from worry
apathy: cannot find motivation, no drive, not care any more, cannot be bothered, not bothered about
    anything, cannot make myself do anything, nothing matters, given up caring, could not care less about
    anything, no will to do anything, sit and stare not doing anything, couldn't care less about anything,
    could not care less any more, nothing bothers me either way
arm-jaw-pain: ache down left arm to jaw, pain runs down left arm, pain from chest to jaw, left arm aches,
    pain goes into jaw and arm, pain up into my jaw and neck
arm-weakness: cannot lift arms to wash hair, arms too weak to brush hair, arms tire when I hang washing,
    arms feel like lead, arm goes limp, no strength in arms, cannot hold arms up, arms have no power, arm
    keeps dropping, kettle too heavy to lift, kettle feels too heavy, pan too heavy
    to lift, shopping bag too heavy to lift
ascending-weakness: started in feet and moved up weakness, weakness feet now knees, weak feet then knees
    then thighs, weak toes and now up to my waist
ataxia: movements uncoordinated, movements all over the place, cannot coordinate, hands miss what I reach
    for, jerky uncoordinated, reach and miss the cup
baby-moving-less: baby kicks less, baby not kicking as much, fewer kicks than usual, bump quieter than
    usual, baby has gone quiet, baby barely kicked, baby kicking less, reduced movements pregnant, not as
    many kicks, kicks less, baby kicks less than usual, baby moves less
baby-not-moving: not felt baby kick, no kicks since yesterday, no kicks all day, not felt baby move, baby
    stopped kicking, haven't felt any movement from bump, no movement from the bump, bump not moved
back-pain: put my back out, back gone, back is killing me, back seized up, lumbar pain, back aches from
    bending, lower back throbs, slipped disc pain, my back's in bits, done my back in, back plays up,
    tweaked my back, back went lifting a box, ricked my back, back goes out, back went out, back keeps
    going, back is out again
better-away-from-home: headaches clear when I leave flat, headache gone when outside house, fine once I
    leave the house, better once out of the house, better outdoors headache house, worse at home better at
    work, everyone at home has headache, headache gets better away from home, headaches better away from
    home, better when out of the house, headache goes when I go outside, fine at work but headache at home
black-stools: poo like tar, poo black, black as tar poo, stools black and sticky, black tarry poo, poo dark
    as liquorice, poop jet black, number twos black, poo like liquorice, poo looks like tar, sticky black
    poo
bleeding-gums: pink in sink brush teeth, blood on toothbrush, pink toothpaste, spit blood when brush teeth,
    gums bleed floss, gums bleed when I eat, blood when I bite an apple, toothbrush pink, blood in the sink
    after teeth, blood between my teeth, blood in sink when floss, blood in sink when brush, bleed when I
    floss, spit out blood after brushing, taste blood when I brush, gums bleed at night on pillow
bleeding-past-menopause: went through menopause and now blood, bleed again after menopause, periods stopped
    years ago now bleeding, postmenopausal bleeding, spotting years after the change, blood in my pants
    after menopause, bleeding again years after the change, bleeding after the change, started bleeding
    again at 61, bleed after years without periods, spotting after menopause, period back at 60, blood years
    after last period
blepharospasm: eyelids squeeze shut, eyes clamp shut, eyes shut by themselves, eyelids close and won't open,
    eyes scrunch up by themselves, blinking so hard I cannot open eyes
bloating: look pregnant after eating, look six months pregnant, stomach puffed out, stomach like a balloon,
    tummy like a balloon, trousers tight by evening from stomach, tummy blown up, stomach swells after
    meals, tight drum belly, belly like a drum, stomach sticks out after eating, undo my trousers after
    eating, so bloated, waistband tight after meals, puffed up stomach, tummy sticks out, belly sticks out,
    stomach sticks out, tummy like a drum, belly blows up like a football, stomach blows up after eating,
    tummy swells up after bread, belly blown up like a balloon
blood-in-stool: blood on toilet paper, blood in the toilet bowl after poo, red streaks in poo, blood when I
    go for a poo, blood on the loo roll, red blood in the pan, streaks of blood on my poo, bleeding from my
    back passage, blood mixed in poo, blood on the tissue when I wipe, wiped and saw blood, blood in bowl,
    blood in toilet bowl after I go, blood on paper, blood when I poo, bleed when I poo, red in the toilet
    after poo, blood in nappy, bum bleeding when I go, bright red on the paper, blood on wiping
blood-in-urine: wee pink, wee red, pee pink, pee looks rusty, blood when I wee, blood when I pee, pee like
    rose wine, urine looks bloody, red pee, bloody pee, pink wee in toilet, pink water in bowl after peed,
    water pink after I pee, toilet water red after wee, pink wee, red wee, wee looks like blackcurrant,
    clots in wee
blue-lips: lips blue tinge, lips look blue, lips purple and blue, mouth gone blue, fingertips and lips blue,
    blue round the mouth, gone blue in face, turning blue, lips gone blue, lips went blue, lips turned blue,
    lips looking blue, tongue gone blue, lips grey blue
blurred-vision: squint to read, words on page not sharp, letters swim, letters blur on the page, print is
    fuzzy, screen looks blurry, like looking through fog, like looking through a dirty window, like looking
    through frosted glass, sight fuzzy, eyesight fuzzy, eyes will not focus, eyes will not focus on print,
    hard to read small print, everything fuzzy, everything hazy, things far away fuzzy, everything out of
    focus, eyesight going, vision going in and out of focus, film over my eyes, cannot see sharp, smeared
    glasses, print swims, print goes fuzzy, print is smudged, see through a fog, street signs fuzzy, smears
    across my sight, sight is getting worse
bone-pain: ache inside bones, deep in bones ache, bones feel sore, shin bones sore, shins hurt when pressed,
    aching deep in my bones, ache in hip bones, bones throb, ribs hurt when pressed, breastbone hurts when
    pressed, bones tender, pelvis bone aches, pain in shins and ribs, sore shins, sore ribs, hurting bones,
    bones ache, shins ache, deep ache in shins
bowed-legs: legs bend outwards at knees, knees do not touch when standing, legs like a cowboy, legs are
    bendy at knees, legs curve out like brackets, gap between the knees when he stands, bandy toddler
bowel-habit-change: going to the toilet more often than I used to poo, my poos have changed, toilet habits
    changed, poo thinner than it used to be, bowels are different lately, used to go once a day now all over
    the place, going once a day for years now different, bowels all over the place, toilet habits all over
    the place, bowels not like they used to be, poo different from before, constipated then loose in turns,
    once a day for years now all over the place, was once a day now three times, toilet routine has changed
bowel-incontinence: poo came out without warning, pooed myself, soiled myself, cannot hold my poo, poo in
    pants, accident in pants poo, messed myself, not reach toilet poo in time, leak poo, skid marks leak,
    bowels open without me knowing, poo accident
brain-fog: think through treacle, head full of cotton wool, head in the clouds cannot think, mind like soup,
    brain like treacle, brain like porridge, brain in a haze, head fuzzy, fuzzy headed, head cloudy, brain
    feels slow and foggy, cannot think straight, brain not switched on, feel spaced out, mind is foggy,
    brain is mush, wading through fog, head feels thick, cloudy thinking, brain on go slow, cannot think
    clearly, zombie brain, mind feels hazy, brain cloudy, cloud in head, brain won't engage, brain not
    engage, brain will not work, head feels stuffed, head feels like wool, brain fuzzy, head is mush, head
    is a fog, thoughts foggy, thoughts are fuzzy, not thinking clearly, brain feels scrambled, cobwebs in
    head, brain switched off, lights on nobody home, mind is cloudy, mind in fog, feel dopey, feel like I'm
    in a fog, living in a fog, in a fog all day, walking around in a fog, head in a haze
breast-lump: pea under skin of breast, lump under my arm and in breast, hard bit in breast, found a lump
    breast, lumpy breast, knot in my breast, thickening in breast, marble in my breast, hard pea under skin
    of breast, pea in breast, breast has a hard bit, knot in breast, marble in breast, breast thickening on
    one side, nipple gone in and lump
breathlessness: lungful of air, cannot get air in, cannot catch my breath, struggle to get my breath, air
    won't go in, sigh to get enough air, breath won't come, cannot fill my lungs, not enough oxygen feeling,
    always puffing, gasp for air, gulping for air, breathing feels like hard work, cannot get a proper
    breath, cannot draw a full breath, breathing heavily, heavy breathing, breathing through a straw,
    breathless at rest, running out of breath when I talk, struggle for breath, struggling to breathe a bit,
    breath is short
breathlessness-lying-flat: sleep sitting up to breathe, cannot breathe when I lie back, prop myself up on
    pillows to breathe, pillows to breathe, sleep in a recliner to breathe, wake up gasping for breath, wake
    at night breathless, breathless when I lie down, sleep upright in chair for breath, breathless lying on
    my back, gasping when I lie down, prop up pillows breathe, pillows breathe, four pillows, extra pillows
    at night to breathe, sit up in bed to breathe
breathlessness-on-exertion: puffed walking to bus stop, out of breath going upstairs, gasping after stairs,
    one flight of steps gasping, puff and pant up the hill, out of breath making the bed, breathless
    carrying shopping, stop to catch my breath on stairs, catch my breath halfway up the stairs, winded
    after a short walk, puffed hoovering, cannot walk and talk without breath, huffing and puffing walking,
    out of breath after a few steps, breathless hanging out washing, panting after stairs, short of breath
    playing with the kids, winded tying my shoes, cannot keep up walking out of breath, push pram up hill
    stop for breath, stop for breath, stopping for breath, bins out breathless, get breathless doing
    housework, breathless after shower, breathless after stairs, out of breath hoovering, panting after a
    few steps, puffed going upstairs, puffed out after stairs, top of stairs panting, cannot run for bus
    breath, huff up hill, walk to car breathless, have to stop and breathe, gasping walking up slope, slope
    gasping, out of breath walking up, puffing after stairs, breathless up hill, out of puff making the bed,
    out of puff on stairs, puffed out getting dressed, stop for breath on hill, pushing pram uphill out of
    breath, stop for breath halfway upstairs, get puffed walking, get puffed easily, out of breath just
    talking on the phone, out of breath talking on phone
brittle-hair: hair snaps off when I brush, hair breaks when I comb, ends of hair break off, hair like straw,
    hair snaps, dry frizzy hair that breaks, split ends everywhere, hair breaks halfway, hair brittle,
    strands snap, hair feels like hay
brittle-nails: nails crack at tips, nails peel in layers, nails peel, nails split, nails flake, nails won't
    grow without breaking, nails paper thin, nails bend back, nails chip, nails crumble, nails snag on
    everything, nails tear, nails soft and bend, nails break as soon as they grow, cannot grow my nails they
    break, nails splitting down the middle, nails like paper, nails weak, nails break, nails bend, nails
    chip all the time
bulging-fontanelle: soft spot bulging, soft spot sticking out, soft spot is raised, bump on top of baby's
    head is bulging, fontanelle swollen, soft spot puffed up
burning-feet: soles like hot coals, feet on fire, walk on hot sand, walk on hot coals, stick my feet out of
    bed to cool, feet hot at night, feet boiling in bed, heat in soles, soles sting and burn, toes burn,
    feet burn at night, cold water on feet to cool the burning
burning-mouth: scalded tongue, tongue feels burnt, as if I burnt my mouth, mouth on fire, tongue on fire,
    like I drank hot coffee tongue, mouth feels scalded, tongue stings like chilli, burning lips and tongue,
    mouth burns like chilli, tongue burns all day, tip of tongue burns
calf-pain: back of lower leg tender, back of lower leg hurts, calf tender, calf sore to walk, pain in back
    of leg below knee, calf aches, one calf hurts, calf throbs, calves hurt when walking, calf red warm and
    bigger, calf red and warm, one calf bigger than other, calf hot and swollen, calf swollen and hurts, leg
    is swollen on one side and hot, one leg swollen and hot, leg red hot and swollen one side
calf-twitching: ripples under skin of calf, calf ripples, worms under skin of calf, calf muscles dancing,
    calf flutters, calf jumping, calves pop
carbon-monoxide: co alarm beeping, co alarm went off, co detector went off, carbon monoxide detector, gas
    boiler fumes, carbon monoxide leak, fumes from the heater, breathing exhaust fumes
carpal-tunnel: doctor says carpal tunnel, wake shaking my hand from numb wrist, thumb and first fingers
    tingle at night wrist, thumb and two fingers go dead, thumb and fingers go dead at night, fingers go
    dead shaking them helps, shake my hand to wake it up, shake my hands awake, hand dead at night shake it
cataract: lens cloudy, cataracts in both eyes, told I have cataracts
changing-mole: mole darker and bigger, mole bigger, mole growing, mole changed colour, mole itchy and
    bleeding, mole got darker, mole has jagged edge, mole looks different, freckle growing, mole bleeds,
    mole has grown, mole with a ragged edge
chapped-lips: lips dry split, lips so dry, lips flake, lips crack, lips peel, lips cracked and sore, lip
    balm all day, lips crusty, lips like sandpaper, bite dry skin off lips, lips chapped in all weathers,
    lips split and bleed, lips flaking and sore, sore flaky lips, lips sore and peeling
chest-pain: heavy weight on chest, elephant sitting on chest, someone squeezing chest, squeezing chest,
    tight chest, band round chest, chest feels crushed, pressure in chest, heaviness in chest, tightness
    across chest, stabbing in chest, chest hurts, pinching near heart, vice round chest, chest ache, pain
    behind breastbone, brick on my chest, clutching his chest, twinge in chest, sharp pain in chest, stab
    under left breast, stabbing under breast, stab near heart, catch in chest, chest sore, chest feels
    bruised, chest heavy, weight on chest, band around chest, squeezing round heart, chest pinch, cramp in
    chest, chest twinges, someone standing on chest, standing on my chest, sitting on my chest, someone
    sitting on chest
chills: cannot stop shivering, shiver under duvet, teeth chattering, shivery and shaky, goosebumps and
    shivering, shivering all over, shivers and shakes, hot then cold shivers, rigors, shiver uncontrollably,
    shivering in bed, cold shivers all night, shaking with cold under blankets, shivering like mad
chronic-diarrhea: squits over a month, runs for a month, loose stools for weeks, loose poo for months,
    watery poo for weeks, the runs for weeks, loose poos every day for months, runny poo every day for
    months, loose tummy for months, loose tummy every morning for months, upset bowels for months, runny poo
    for months, squits for over a month, diarrhoea on and off for months, runny poos for months
chronic-fatigue: months of being drained, exhausted for a year, drained for months, shattered for months and
    rest does not help, tired for years, years of exhaustion, fatigue for six months, wiped out for months
clumsiness: knock cups over, knock things over, bang into doorways, walk into doors, bump into furniture,
    bump into door frames, trip over my own feet, all thumbs, drop cups, drop everything, keep dropping my
    phone, cannot do up buttons any more, spill everything, keep spilling my tea, butter fingers, fumble
    with buttons, fumble with my keys, walk into walls, catching my hip on tables, knocking cups off table,
    knock cups off, keep dropping my pen, keep dropping my keys, dropping everything, knock glasses over,
    buttons are getting tricky, buttons are hard to do up, cannot do up buttons, all thumbs lately
cold-hands-and-feet: toes icy, fingers icy, gloves indoors, hands like ice, feet like ice, feet like ice
    blocks, icy hands, icy feet, toes like ice cubes, fingers freezing, bed socks in summer, two pairs of
    socks feet still cold, hot water bottle on my feet, cannot warm up my hands, hands never warm, feet
    never warm up, hands and feet freeze, feet
    freezing even in summer, hands freezing in summer, fingers like icicles, toes like icicles
cold-intolerance: jumper when everyone else in t shirt, cannot get warm, cannot keep warm, chilled to the
    bone, freezing when others are warm, cold all the time, always freezing, always got a blanket, shiver
    when others are fine, coat indoors, heating on in summer, feel the cold, feel the cold badly, wrapped in
    blankets, jumper in summer, sit by the radiator all day, colder than everyone else, wear layers in
    summer, cold when everyone is warm, cold to the bone, never warm enough, hot water bottle on lap cold,
    water bottle still cold, still cold with, three jumpers, two jumpers, thermals all year, thermals in
    summer, electric blanket in summer, cannot get warm in bed, need a coat when others, feel cold when
    others are hot, extra layers always cold, freezing indoors, dressing gown over clothes cold, three
    jumpers and still cold, never warm
confusion: not know what day it is, talk nonsense, talking gibberish, muddled about where he is, muddled,
    does not know where she is, does not recognise me, not making sense, mixed up, does not know her own
    name, doesn't know the year, confused about time, got lost on way home, got lost in own street, head
    muddled, bewildered, not with it, got in a muddle, thinks it is 1980, got lost driving home, lost
    driving home, lost on a familiar road, lost in a familiar place, didn't know where he was, doesn't know
    what year it is, mixed up about the day
constipation: not been for a number two, not been to toilet for days, not pooed for days, haven't pooed in a
    week, not been for a poo, strain on loo, strain hard to poo, straining on toilet, poo like pebbles, poo
    like rabbit droppings, bunged up, blocked up, backed up, poo hard, hard dry poo, go once a week poo,
    only go twice a week, poo won't come out, cannot go to the toilet for days, bowels not moved, bowels
    won't move, not had a bowel movement, sitting on loo for ages, nothing moving down there, hard to pass
    poo, need laxatives to go, cannot go for days, not go for days rocks, poo like rocks, like rocks poo,
    like passing bricks, passing bricks, pass concrete, marbles poo, poo like marbles, poo like bullets, no
    poo for days, no poo for a week, prune juice doesn't work, backed up for days, days between poos,
    plugged up, not going regularly, nothing comes out when I sit on toilet, push and push on toilet, not
    opened bowels, opened bowels since, bowels not open, haven't opened bowels, toilet a struggle rock hard,
    trouble pooing, difficulty pooing, struggle to poo, hard to poo, problems pooing, hard to go to the
    toilet poo, poo only once a week, can't empty my bowels, can't get poo out, poo stuck, passing rabbit
    droppings, strain on the loo, have to strain on toilet, have to strain to go, hard little pellets,
    bunged up for days, nothing for five days on the toilet, hurts to go to the toilet, not been to the loo
    properly, not been properly for a week, not been since last Sunday, no bowel movement in a week
cough: tickly cough, cough won't shift, hacking cough, coughing all night, barking cough, chesty cough,
    hacking away, coughing my guts up, cannot stop coughing, keep coughing, tickle in throat makes me cough,
    smokers cough, nasty cough, chesty, horrible cough, cough won't go, cough for weeks, coughs at night,
    bark like a seal cough, dry tickly cough, tickly coff, dry coff, cough for two months, coughing for
    weeks, cough keeps me up, coughing fits, bark like a seal
coughing-blood: blood in phlegm, blood in sputum, blood in spit when I cough, cough up blood, red streaks in
    phlegm, hacked up blood, phlegm with blood, spat blood after coughing, coughed blood, blood specks in
    phlegm, coughing up rusty stuff, rusty phlegm, rusty spit, pink streaks in phlegm
cracked-mouth-corners: edges of mouth split, mouth edges crack, sides of mouth cracked, cuts where lips
    meet, mouth splits when I yawn, corners of lips sore, corners of lips split, mouth corners crusty, crack
    at side of mouth, sore corners of lips, red sore edges of mouth, hurts to open mouth wide corners crack
crying-spells: burst into tears over nothing, well up, well up at adverts, cry at adverts, cry at drop of a
    hat, cry over nothing, cannot stop crying, crying all day, floods of tears, tears for no reason, tearful
    all the time, weepy, cry myself to sleep, crying every day, sobbing in the car, end up in tears, in
    tears over nothing, blub at everything, on the verge of tears, cry at smallest thing, cry at anything,
    cry at the slightest thing, cry at silly things, tears come easily, tears for nothing, tears out of
    nowhere, weeping, eyes fill up for no reason, blubbing, cry at nothing, cried all week, crying for
    nothing, cry easily, in floods of tears, cry in the car
curtain-over-vision: dark curtain across eye, curtain came down over eye, shadow across one eye, black
    curtain eye, shade pulled down over eye, part of my vision has gone dark, grey veil over one eye,
    curtain coming down over eye, grey curtain over eye, curtain coming down over left eye, blind coming
    down over eye, shade pulled across my eye
dark-urine: pee colour of tea, wee dark, wee brown, wee like coke, pee like cola, pee dark orange, pee dark
    yellow, urine looks like tea, wee very dark and orange, pee brown, pee is dark, wee colour of whisky,
    urine dark brown, wee strong and dark, wee like cola, wee like tea, wee the colour of beer
darkened-skin: neck skin brown and velvety, dark velvety patch, dark patches on neck, brown patches on face,
    skin darker in folds, skin turned brown, armpits gone dark, knuckles gone dark, skin going darker, dark
    marks on cheeks, brown blotches on skin, dark skin on sun exposed areas, dark skin where sun gets, skin
    gone dark in the sun, darkened skin on backs of hands, skin dark on face and hands, grubby looking neck
    that will not wash off
daytime-sleepiness: nod off at desk, nod off in afternoon, fall asleep in front of telly, fall asleep at
    work, fall asleep on the bus, cannot keep eyes open after lunch, cannot keep eyes open, cannot stay
    awake, doze off in meetings, nap every afternoon, need a nap every day, eyes keep closing, sleepy after
    lunch, dozing at the wheel, asleep by midday, struggle to stay awake, yawning all day, drop off in the
    chair, drowsy all day, keep falling asleep, need naps, sleep all day, yawn all day, cannot stay awake at
    work, sleepy in meetings, eyes close at the wheel
dehydration-signs: sunken eyes dry lips, dry lips no tears, sunken eyes no tears, cries without tears,
    crying with no tears, skin stays up when pinched, dried out and sunken eyes, dehydrated, skin stays
    tented, no tears when crying, dry lips and sunken eyes, eyes sunk in
delayed-puberty: 15 not started developing, not started puberty, no breasts at 14, voice not broken at 16,
    no period at 16, no signs of puberty, years behind friends in puberty, 15 and no sign of a chest or
    periods, no sign of periods at 15, no sign of puberty, no breasts yet at 15, not started developing at
    15, hasn't started developing, still looks like a child at 15, no body hair at 15, no sign of a chest or
    periods, no sign of breasts, no sign of breasts or periods, no chest or periods
delayed-walking: months and still not walking, not walking yet, not taken first steps, eighteen months not
    walking, still crawling at two, won't walk yet toddler, walking late child, doesn't walk yet, months
    cannot walk yet, cannot walk yet, still cannot walk, isn't walking yet, not walking at 18 months, shows
    no sign of walking, only crawls at 18 months, isn't walking at, not walking at, still isn't walking, no
    walking at 20 months, isn't walking at 20 months, months and not walking, months and cannot walk yet,
    months still not walking, not walking at two years, toddler not walking, late walker
delirium: pulling at the sheets and seeing things, suddenly confused since the operation
dementia: told it is dementia, told she has dementia, going senile, diagnosed with alzheimer's, dementia
    getting worse, dementia
developmental-delay: not talking or crawling like other babies, not sitting up at 9 months, behind other
    babies, behind with milestones, not babbling, not meeting her milestones, not rolling over yet, slower
    than other children to talk, lost skills she had, behind her age, can't sit up yet, two year old says
    maybe three words, says only three words at two, toddler not talking, hardly any words at two, two year
    old not talking, cannot sit up by herself, not sitting up yet, stopped smiling and rolling over, stopped
    babbling, lost words he had, behind for his age
diaper-rash: bum red raw, bum red nappy, sore bum nappy, red bottom baby, nappy rash, raw bottom diaper
diarrhea: watery poo, everything goes straight through me, goes right through me, on the toilet all day
    runny, squits, the trots, runny poo, poo like water, loose bowels, loose poo, rush to the loo with loose
    poo, tummy bug the runs, upset bowels, poo is liquid, explosive toilet trips, dash to the toilet after
    eating, food goes right through me, runny bum, mushy stools, loose poos a day, six loose poos, six poos
    a day, toilet six times morning, toilet ten times a day poo, liquid coming out, pooing water, pooing
    liquid, bottom like a tap, explosive poos, upset tummy running to toilet, stomach upset running, leaky
    bottom runs, poos are runny, stool like soup, loose tummy, loose tummy every morning, runny nappies,
    tummy bug with runny poo, poo is pure water, cannot get off the loo, bad squits, upset tummy and loose
    poo, runny poos, loose nappies, constant loose stools, loose stools every day this week
difficulty-climbing-stairs: haul up steps by banister, haul myself upstairs, pull myself up stairs, drag
    myself up the stairs, crawl up stairs, stairs are a struggle, cannot manage stairs, go up stairs one at
    a time, stairs like a mountain, hold rail to get upstairs, go upstairs on my bottom, cannot get up the
    steps of the bus, legs won't take me up stairs, rest halfway up stairs legs, stop halfway up stairs,
    halfway up stairs legs won't, legs won't go up stairs, stairs too much, stairs one step at a time,
    stairs defeat me, cannot climb stairs, climbing stairs hard, steps are hard, cannot step up onto the
    bus, hang on rail to climb, stairs are a nightmare, stairs are hell, stairs are murder, dread the
    stairs, stairs are impossible, hard to get upstairs, steps difficult
difficulty-rising-from-chair: cannot get off sofa without arms, cannot get up off floor, struggle to get off
    toilet, stuck in the chair, help getting out of chair, push with arms to stand, push up from the chair,
    rock to get out of chair, cannot rise from low seat, cannot stand up from squatting, need a hand getting
    up from sofa, hard to get out of bath, cannot get up from crouching, cannot get up from kneeling, heave
    myself out of chair, three goes to get up off sofa, several goes to get up, takes me goes to get up from
    chair, rock to get up off sofa, push up with arms to get off chair, cannot stand up from floor without
    help, help getting up from the toilet, need a hand up from the chair, somebody has to pull me up
distal-muscle-weakness: fingers no strength, hands have no strength, feet and hands weak, weak hands, weak
    ankles, hands feeble, ankles give way, hands losing strength
dizziness-on-standing: dizzy getting out of bed, dizzy getting up, everything goes black when I stand,
    vision goes dark when I stand, head rush standing, lightheaded getting up, see stars when I stand,
    wobbly head when I stand, grab the wall when I get up dizzy, stand up too fast faint, woozy when I get
    up, go dizzy standing up, faint getting out of bath, room sways when I stand, get up see black spots,
    stand up see spots, stand up and see stars, get up too fast black, stand up too fast black, everything
    black when I get up, fall over when I stand up dizzy, dizzy when stand, dizzy on standing, get up too
    fast everything goes black, stand up too fast everything goes black, dizzy
    when I get up quickly
doom-feeling: something terrible about to happen, about to die feeling, feel death coming, convinced I am
    about to die, sense of impending doom, going to die feeling suddenly, something terrible will happen,
    something terrible is going to happen, something awful about to happen, something bad is going to
    happen, sense that I am about to die, feel like I might die, sure I am dying, feel doomed, sure I'm
    dying, convinced I'm dying, sure I am about to die, certain that I am dying
double-vision: see two of everything, road signs doubled, see double, two of you, two images, lines on page
    double, two moons, everything doubled, ghost image next to things, eyes are crossing, eyes keep
    crossing, eyes crossed
drooping-eyelid: eyelid hangs lower, one eye half closed, one eye half shut, eyelid sags, lid droops, eyelid
    drops, eyelid falling down, eyelid won't open fully, lazy eyelid, one eyelid lower than other, eyelid
    won't stay up, lid won't open all the way, lids too heavy to hold up, eyelid hanging
dry-eyes: sand in eyes, grit in eyes, gritty eyes, something in my eye feeling gritty, eye drops all day
    dry, eyes so dry, eyes burn and dry, eyes scratchy, eyes feel like sandpaper, eyes sticky and dry, no
    tears dry eyes, eyes sting, blink a lot dry eyes, contacts feel dry, eye drops all day, always need eye
    drops, use eye drops every hour, eyes don't shut fully, eyes don't close fully
dry-mouth: tongue stuck to roof of mouth, tongue sticks to roof of mouth, no saliva, no spit, cannot eat
    crackers without water, mouth like sandpaper, mouth like a desert, mouth like cotton wool, mouth like
    sahara, mouth dry as a bone, mouth feels sticky, lips stick to my teeth, sip water all night dry mouth,
    dry tongue, mouth bone dry, cannot make spit, spit is thick, wake with dry mouth, sip water to swallow
    biscuit, sip water to swallow, biscuit sticks in dry mouth, cannot swallow dry food without water, no
    moisture in mouth, lips stick together, mouth feels like carpet, mouth parched, tongue like leather,
    tongue like sandpaper, tongue like carpet, mouth like sawdust, eaten sawdust mouth, sawdust mouth, sand
    in mouth, mouth like bottom of a birdcage, cannot swallow a cracker, need water to swallow dry food,
    mouth feels like cotton wool, lips stick to teeth, mouth is sticky, need a sip to talk
dry-skin: hands like sandpaper, skin like sandpaper, skin like snakeskin, skin like paper, skin cracks, skin
    tight after shower, moisturiser all day skin dry, skin soaks up lotion, legs dry and flaky, heels crack,
    cracked heels, ashy skin, skin like leather dry, flaky elbows, dry hands, dry legs, skin parched, skin
    dry as a bone, rough heels, skin drinks up cream, skin like crocodile, crocodile skin, skin like
    sandpaper on legs, skin like parchment
early-fullness: few bites and full, three bites cannot eat more, full after mouthfuls, full after a couple
    of mouthfuls, cannot finish my plate full, stuffed after small meal, stuffed after a few forkfuls, leave
    half my dinner full, full up quickly, full after half a sandwich, stomach feels full straight away,
    cannot finish a meal, small plate and full, three mouthfuls and stuffed, few mouthfuls and stuffed,
    mouthfuls and full, stuffed after a few bites, stuffed after few mouthfuls, three bites cannot eat any
    more, no room after starter, cannot finish a small plate, three bites in and I can't eat any more, few
    bites in and cannot eat
easily-tired: slightest thing wears me out, least thing wears me out, exhausted after hoovering, exhausted
    after a shower, worn out after shopping, tired by simple jobs, wiped out by small tasks, need to rest
    after making bed, any effort wears me out, tires quickly, run out of steam, run out of puff doing jobs,
    sit down after every chore, a short walk wears me out, shower exhausts me, knackered after a short walk,
    tire so fast, need to lie down after cooking, wiped out after hoovering, wiped out after housework,
    wiped out after a shower, done in after ironing, need a lie down after hoovering, have to rest after
    washing up, small jobs wear me out, shattered after making the bed
easy-bruising: covered in bruises, bruises don't know how I got them, bump something get purple mark, bruise
    like a peach, bruises out of nowhere, bruises appear, bruise if someone touches me, black and blue,
    mystery bruises, bruises all over legs, bruises everywhere, wake up with bruises, big bruises, bruise
    from a light knock, bruises after slight bump, bruises pop up, bruises popping up, huge bruises on legs,
    bruises on shins, bruises on both legs, bruises coming up on legs, bruises on thighs, bruises on back
eczema-like-rash: itchy patches in elbow creases, red itchy patches in creases, dry red itchy patches, itchy
    behind knees, flaky itchy patches, eczema, cracked itchy patches on hands, scaly itchy patch
electric-shock-neck: jolt along spine when chin down, bend neck zap, shock down spine when look down, tip my
    head forward electric, zap down spine when I bend my head, nod my head zap
erectile-dysfunction: cannot stay hard, cannot get hard, cannot get it up, goes soft during sex, erections
    gone, no erections, cannot perform in bed, losing my erection, no morning wood, cannot keep it up, not
    able to keep it up, cannot keep it up in bed, cannot stay up in bed man, nothing happens down below man,
    lose it halfway through sex, cannot get a hard on, gone soft, no lead in my pencil, won't stand to
    attention, trouble in the bedroom downstairs man
excessive-thirst: drink gallons still thirsty, cannot get enough water, thirst won't go away, always got a
    bottle of water, drink pints of water, gulping water all day, never quench, unquenchable thirst, thirsty
    as a camel, drink and drink still dry, down litres of water, up at night to drink water, raging thirst,
    thirsty all day, dying of thirst, guzzle water, drinks water all day, cannot stop drinking water,
    drinking out of the tap, drinks like fish always asking for water, always asking for water, asking for
    drinks, asking for a drink all day, glass after glass of water, four litres of water, drink from the tap
    at night, always drinking, tongue hanging out for water, mouth dry and drinking all the time, drinking
    pints of squash and still gasping, drink pints still gasping, always gasping for a drink, drink and
    drink still thirsty, drinking loads of water, up all night drinking water, unusually thirsty, cannot
    quench thirst, drinking more than usual, drink from the tap all day, could drink the sea dry, could
    drink a river, drink the tap dry, water never quenches
exercise-intolerance: used to run now cannot manage a mile, cannot manage my usual run, cannot keep up at
    gym, no stamina, stamina has gone, fitness has gone, cannot walk as far as I used to, cannot do half of
    what I used to, give up halfway through workout, workouts wipe me out, used to cycle now cannot, hit a
    wall when exercise, can't last a class at the gym, cannot walk far, cannot train like before, cannot do
    usual workout, usual workout too much, workout harder than it used to be, cannot finish my workout,
    cannot run any more, cannot run like I could, cannot do my usual walk, exercise feels impossible, gym
    wipes me out for days, slower than I used to be running, cannot swim my lengths any more, used to run
    now cannot manage round the block, cannot manage round the block, used to walk miles now cannot, used to
    run 10k cannot run now, cannot do sport like before, had to give up running
exercise-muscle-cramps: calves cramp in football, cramp when I play football, cramp up swimming, cramp when
    running, cramps during exercise, legs cramp when I run, cramp on my bike, cramp after workout, stop
    running cramp
exercise-muscle-pain: sore for days after jog, muscles kill me after a short jog, muscles ache for days
    after exercise, ache for days after gym, sore for a week after workout, aching after exercise
eye-pain: stab behind eye, pain behind eye, eye sore, eyeball aches, eyes ache, hurts to move my eyes, eye
    throbbing, sharp pain in eye, eye hurts to touch, eyes hurt
eye-strain: eyes tired after reading, eyes tired after screen, eyes ache after computer, sore eyes after
    screens, eyes tired from driving, strained eyes, eyes tired by end of day, print swims after hour on
    laptop, eyes ache after laptop, words swim after computer, eyes sore from screens, eyes tired by evening
    from screen, eyes ache from phone
eyelid-twitching: eyelid flickers, eyelid won't stop flickering, pulse in lower lid, pulse in eyelid, eyelid
    jumping, eyelid flutters, eye jumps, lid twitches, twitch under eye, eyelid dancing, eyelid ticking, eye
    flutters, eyelid pulses, lid keeps jumping
facial-droop: side of face dropped, mouth droops to one side, mouth hanging down on one side, smile is
    lopsided, smile lopsided, face gone slack, face fallen on one side, cannot smile on one side, dribbling
    from one side of mouth, lopsided face, mouth pulled down one side, side of face has slipped, face
    slipped down, face gone lopsided, smile gone crooked
facial-spasm: cheek muscle spasm, face muscles lock, face seizes up, face cramps up, cheek tightens by
    itself
facial-tics: blinking and scrunching nose, keeps blinking, blinks hard all the time, scrunch nose over and
    over, pulls faces without meaning to, grimaces without meaning to, twitchy blinking child
facial-twitching: twitch in cheek, cheek jumping, cheek twitches, cheek flickers, face keeps jumping, twitch
    by nose, chin twitches, eyebrow twitching, chin quivers, cheek keeps jumping, face keeps twitching
failure-to-thrive: fallen lines on growth chart, dropped centiles, not putting on weight baby, baby losing
    weight, baby isn't gaining, dropped off growth chart, not gaining baby weight, not growing or gaining,
    still in newborn clothes, health visitor worried about weight baby
fainting: blacked out, went down and came round on floor, came round on the floor, came to on the floor,
    woke up on floor, hit the deck, collapsed for a moment, collapsed, passed out, keeled over, fainted in
    shop, went down like a sack, dropped to the floor and came to, lost consciousness for a moment, lights
    went out for a second, knees went and out cold for a minute, conked out, she just collapsed, on bathroom
    floor, found on floor, came to in ambulance, woke up on kitchen floor, woke up on the ground, dropped
    like a stone, fell down in a faint, went out like a light, fainted, hit the floor and came round,
    blacked out in shower
fast-breathing: quick little breaths, breath quick, breathing very fast, breathing like a dog panting,
    panting fast, breathing quickly, rapid breathing, breathing sixty times a minute, breathing deep and
    fast, fast deep breathing, breathing too fast, panting at rest
fast-heartbeat: pulse through the roof, heart going like the clappers, heart racing, heart goes nineteen to
    the dozen, pulse racing, heart going too fast, heart beats so fast, heart speeds up, heart galloping,
    heart rate jumps, heart rate high, resting pulse high, heart rate shoots up, heart goes like mad, heart
    going mad, heart running a marathon, heart going crazy
fatigue: zero energy, zero energy by afternoon, bone weary, always tired, tired however long I sleep, no
    matter how much I sleep tired, sleep all weekend still tired, no energy for anything, batteries flat,
    drained, dead on my feet by evening, crash every afternoon, crash at 3pm, running on fumes, energy
    through the floor, energy gone, energy levels low, zonked, wiped out by lunch, shattered, feel like a
    zombie, feel like I'm wading through mud, wading through treacle, legs like lead exhausted, wrung out,
    worn out, done in, pooped, tired to my bones, no oomph, barely drag myself out of bed, cannot get out of
    bed tired, lack of energy, fatigued, flat out on the sofa all day, spend all day on the sofa, need lie
    down every afternoon, too tired to cook, too tired to go out, tired beyond belief, barely any energy,
    hardly any energy, no energy left, struggle to get through the day, everything is an effort, completely
    flagged, done for the day, coffee does not touch tiredness, no gas in tank, nothing left in tank, tank
    is empty, collapse on sofa every night, brushing teeth feels like climbing everest, feel like a wet rag,
    feel like a dishrag, feel 90 years old, feel like an old woman tired, running on half power, running on
    reserve, legs and arms feel heavy tired, all I want to do is sleep, I just want to sleep, ready for bed
    by 7, in bed by 7, sleepwalking through day, no bounce, lost my bounce, my get up and go has gone,
    battery won't charge, battery drained, need matchsticks to keep eyes open, hit a wall at 3, wall of
    tiredness, wave of tiredness, crippling tiredness, constant exhaustion, sapped of energy, energy sapped,
    barely function, can hardly function, cannot function, on my knees with tiredness, sleep and still
    tired, sofa after work tired, knackered, exhausted by lunchtime, feel dead on my feet, low on energy,
    out of energy, energy of a sloth, supermarket finishes me off, finished off by a trip to the shops, nap
    to get through the day, tiredness off the scale, exhausted and it never lifts, nothing left in me, no
    energy at all, energy is rock bottom, energy at rock bottom, completely spent, always shattered,
    permanently tired, permanently exhausted, tired to the core, tired as a dog, absolutely shattered,
    absolutely exhausted, physically drained, mentally drained, mentally and physically drained, energy
    levels crashed, energy crashed, energy levels have dropped, energy levels on the floor, could sleep for
    a week, energy levels have crashed, drag through the week, drag myself through the day, no get up and
    go, need to nap to get through the day
feeding-less: won't take solid food baby, will not take solids, taking half his milk, won't finish bottle,
    drinking half her bottles, leaving half his feeds, only takes half feeds
fever: burning up to touch, burning up, hot to touch, temperature of 39, running a fever, high temp,
    temperature spiked, sweating with temperature, feverish, forehead is hot, forehead boiling, roasting
    with temperature, thermometer says 39, temperature won't come down, temperature up and down, on fire
    with temperature, hot and cheeks red child, running hot, skin is burning hot, spiking temps, fever
    spiking, temp of 102, head is burning hot, hot to the touch, temperature of 40, boiling to touch,
    roasting hot to touch
few-wet-nappies: not had a wet diaper, nappy dry all day, dry nappy since morning, only one wet nappy, no
    wee in nappy, nappies dry, hardly any wet nappies, hardly any wet diapers, only two wet nappies, fewer
    wet nappies, less wet nappies, barely a wet nappy, one wet diaper today, hasn't had a wet nappy, no wet
    nappy since breakfast, nappy still dry, not wet a nappy
flank-pain: ache in side under ribs at back, pain in side and back, kidney area hurts, pain where my kidneys
    are, ache round my kidneys, side hurts near kidney, kidneys ache, loin pain
flashing-lights: sparks of light in corner of eye, flashes in corner of eye, lightning in eye, like a camera
    flash in eye, see sparks, zigzag lights, flickering lights in my vision, shimmering lights, lightning
    streaks at edge of vision, sparks at edge of vision, sparks at the edge of my eye, flickers at edge of
    sight, flashes at edge of vision, sparks in the dark, bolts of light in eye, zigzag flashes at side of
    eye, sparks in vision, sparks at edge of vision in the dark, sparks at edge
flatulence: cannot stop breaking wind, gas embarrassed, trumping, parping, smelly gas, so much gas, farting,
    trapped wind, windy, break wind all day, blow off all day, full of wind, passing wind, burping and
    farting, tooting all day, gas all day, wind that could clear a room, wind clears the room, smelly wind
    all day
flushing: go bright red in face, face goes bright red, go red as a beetroot, cheeks burn, face on fire and
    red, cheeks flare up red, sudden red cheeks, face flushes, hot red face, cheeks glow, face turns red and
    hot after wine, face goes scarlet, cheeks glow red, turn beetroot
foot-cramps: toes curl under and cramp, toes curl and cramp, cramp in arch of foot, foot cramps at night,
    toes cramp, arch of foot knots, foot locks up, toes lock, toes twist and cramp, cramp in my feet
foot-drop: foot catches on carpet, toes catch when I walk, cannot pull toes up, foot flops, foot slaps, foot
    drags, toes scuff the ground, trip on my toes because foot won't lift, cannot lift front of foot
fracture-without-injury: broke hip stepping off kerb, broke bone coughing, broke rib sneezing, broke my
    wrist from tiny bump, fracture from nothing, bone snapped from a small fall, stress fracture
fractures: broken wrist again, third broken bone, broken several bones, broke another bone, keep getting
    fractures, bones break, bones snap
frequent-falls: ending up on the floor, four tumbles, several falls, keep falling, fall over a lot, had
    another fall, fallen three times, tumble a lot, legs go and I end up on floor, always falling, tripped
    over again and again, falling over, falls all the time, taken a tumble again, keep toppling over, keep
    tripping, fallen twice this week, fallen several times, fell again, fell twice, had several tumbles,
    keeps having falls, went over three times, gone over twice this month, ended up on the floor three
    times, went down three times this month, gone over on the pavement again, legs went and fell again, had
    three falls, went over times getting to the bathroom, gone over again
frequent-infections: every bug lands on me, catch everything kids bring, catch every bug, every bug going,
    always got a cold, one cold after another, always ill, ill again every few weeks, always coming down
    with something, never shake off colds, colds back to back, pick up every bug, pick up everything,
    antibiotics again and again, infections keep coming back, get every cold, get every cold going, constant
    colds, chest infection after chest infection, sick all winter, cold sore after cold sore, immune system
    rubbish, low immune system, one bug after another, cold after cold, catch every cold, always on
    antibiotics, keep getting chest infections
frequent-urination: bathroom every half hour, toilet every hour, run to loo for wee, running to the loo, pee
    every 20 minutes, wee all the time, weeing a lot, bladder the size of a pea, need the toilet all the
    time, always need a wee, back and forth to toilet to pee, constantly peeing, cannot go an hour without
    pee, need to pee again straight after, up and down to the loo, bladder never empty for long, bladder
    always full, stop at every toilet to pee, sit through film going to loo, cannot sit through a film loo,
    loo every half hour, know every public toilet, know where every toilet is, bladder won't hold an hour,
    pee breaks, pee every hour, wee twenty times, go to the toilet every 30 minutes, keep having to pee,
    keep needing to pee, keep needing the loo, never off the toilet wee, peeing more often than usual,
    weeing more often than usual, peeing more than usual, wee twenty times a day, off to the loo every half
    hour, cannot sit through a film without the loo, need the loo all the time, sit through a film without
    the loo
generalized-muscle-weakness: whole body weak as kitten, whole body weak, every muscle weak, weak from head
    to toe, all my muscles feel weak, body has no strength, weak everywhere
glossitis: tongue red swollen raw meat, tongue like raw meat, tongue red and swollen, beefy tongue, tongue
    red and raw, tongue fiery red, tongue inflamed, tongue looks like raw steak, tongue like raw beef,
    tongue raw and red, tongue beef red
goiter: swelling at base of neck, swelling at front of neck, lump at throat front, lump in neck where
    thyroid is, neck looks fat at front, thyroid swollen, collar feels tight swelling neck, bulge in front
    of neck, thyroid lump, swelling under adams apple, lump front of throat moves when I swallow, neck lump
    moves when I swallow, swelling in neck moves when swallow, swelling in the neck, neck swollen at front,
    front of neck puffed out, fullness at front of neck
gowers-sign: pushes on knees to stand up child, hands on thighs to get up off floor, climbs up his legs to
    stand
greasy-stools: poo oily film, poo floats, oily film in toilet, poo pale and floats, poo greasy, greasy
    smelly poo, poo sticks to the pan, poo hard to flush, fat in poo, poo pale and smelly, pale floating,
    fatty poo, poo floats and stinks, poo will not flush, oily poo
green-vomit: vomit is bright green, bright green vomit, sick is green, vomit bright green after feed, threw
    up green, green sick, brings up green stuff, bile green vomit
groin-rash: itchy rash between thighs, rash in groin, red sore groin, rash on private parts, itchy crotch,
    rash at top of legs groin, sore red skin in groin
hair-color-change: black hair going ginger, hair going lighter, hair gone rusty, hair turned copper, hair
    changed from black to brown, hair going reddish, hair has lost its dark
hair-loss: hairline receding, hairline going back, hair thinning and falling, clumps of hair, hair falls
    out, lose hair, losing hair, hair drops out, going bald, hair comes out, balding, hair dropping out,
    hair coming out by the handful, losing my hair
hair-shedding: brush full of hair, hair in brush, hair clogs drain, hair on pillow, hair in plughole,
    moulting, moulting like a dog, handfuls of hair, shed hair everywhere, hair all over the floor, hair in
    the shower drain, clumps in shower, clumps in brush, hair all over clothes, hair comes out when I wash
    it, hair comes out when brush, hair everywhere in the house, strands on my pillow, find my hair
    everywhere, hairs in the sink, hair blocking the plughole, hair all over the shower, hair in the
    plughole
hallucinations: sees people not there, sees things not there, hear voices, see insects that are not real,
    talks to people who are not there, seeing spiders that aren't there, sees dead husband, hears music that
    isn't there, see faces on the wall, seeing little men, seeing people that are not there, seeing things
    that are not there, sees animals that are not there, hearing voices nobody else hears, hears people
    talking when alone, seeing spiders on the wall
halos-around-lights: rings around street lamps, rings around lights, glow around lights, lights have halos,
    circles round headlights, rainbow round lights
hand-foot-spasm: fingers lock into claw, hands lock, fingers lock, fingers curl and lock, hand clamps into a
    claw, hands curl up cannot open, hands cramp into claw, fingers bend and stick, hands go into spasm,
    fingers stuck together in spasm, hand stuck in a cramp, fingers curl into a claw and cramp, hand turns
    into a claw, hand goes into claw
hand-muscle-wasting: hollow between thumb and finger, hands look bony and thin muscle, hand muscles gone,
    dip in hand muscle
hand-tremor: hands tremble when hold cup, hands shake, cup rattles when I hold it, spill my tea because
    hands shake, fingers tremble, handwriting shaky, hands wobble, hand tremor, shaky handwriting, trembling
    fingers, hands jittery, hold my hand out it shakes, cup rattles when I carry it, cup rattles in saucer,
    tea slops when I carry it, spill tea because hands shake, writing has gone shaky, spoon shakes on way to
    mouth, cannot thread a needle hands shake
headache: head pounding, ache across forehead, dull ache forehead, banging head, head banging, head
    splitting, head throbs, head feels like it will explode, head in a vice, thumping head, sore head,
    headache won't shift, headaches, my head's killing me, pain in head, hurting head, skull hurts, pressure
    in my head, bad head, back of my head hurts, painkillers don't shift my headache, head is splitting,
    head squashed, head squeezed, temples throbbing, head is thumping, thumper of headache, head hurts,
    skull splitting, drill in my head, hammer in my head, head about to burst, head going to burst, pulsing
    head, sinuses ache head, ache behind eyes head, pain at back of head, forehead hurts, forehead pain,
    head feels heavy and sore, live on paracetamol headaches, one headache after another, pressure behind
    forehead, pressure behind eyes head, pressure in forehead, pressure in temples, pressure at back of
    head, tight head, forehead throbbing, forehead aching, thudding head, head thuds, pain over one eye
hearing-loss: turn telly up, turn TV up loud, telly too loud for others because deaf, never hear people, say
    what all the time, ask people to repeat, people mumble, cannot follow talk in noise, cannot hear the
    doorbell, sounds are muffled, ears blocked cannot hear, deaf in one ear, going deaf, hearing is going,
    miss what people say, hear less, cannot hear people, cannot hear on the phone, volume up to hear, turn
    telly right up to hear, turn the telly up, turn TV up loud to hear, everyone mumbles, keep saying
    pardon, telly on full blast, TV on full blast, have the radio on full
heartburn: burning rises from stomach to throat, acid in mouth, burning behind breastbone after food, acid
    comes up, acid rises, sour taste comes up, food comes back up burning, burning in throat lying down,
    chest burns after spicy food, stomach acid in throat, rennies all day, tums all day, gaviscon every
    night, burn in my gullet, acid at night, reflux, fire up my chest after food, acid comes up at night,
    burning behind breastbone
heat-illness: overheated, got overheated, overheated at work, too long in the sun, too much sun and feel
    sick, ill from the heat, sick after a day in the sun
heat-intolerance: cannot cope when warm, overheat easily, overheat straight away, melt in heat, cannot bear
    warm rooms, heat gets to me, too hot when others fine, cannot stand summer heat, windows open in winter
    hot, hot when everyone else is cold, always boiling, hot all the time, cannot cope with heat, heat makes
    me ill, melting when others, melt when others comfortable, sweat when others are cool, strip off when
    others cold, heat makes me faint, cannot sit in sun, fan on all winter, can't bear heat, boiling when
    everyone else in jumpers, boiling when everyone else is cold, sweating when others are cold, always too
    hot indoors
heatstroke: collapsed in the heat, collapsed in the sun, passed out in the heat, collapsed with heat,
    confused after sun, hot and confused after running in heat, collapsed in heat, fainted in the heat and
    confused
heavy-bowel-bleeding: red jelly poo, poo like red jelly, poo like redcurrant jelly, toilet full of blood,
    toilet bowl full of blood, blood pouring from my bottom, lots of blood from back passage, gushing blood
    from bottom, toilet bowl bright red after, toilet bowl bright red, bowl red with blood
heavy-periods: super tampon every hour, change pad every hour, flood through clothes, bleed through clothes
    period, monthly so heavy, period so heavy, pads and tampons together, double up on pads, clots in
    period, leak through pads, leak onto the sheets period, period gushes, soak towels, bleed through
    tampon, period heavy cannot leave house, bleed for ten days every month, flooding, flood every month,
    clots size of coins, monthly bleed very heavy, use ten pads a day, bleed heavily during period, bleed
    heavily on my period, change every hour period, bleed so much on period, super pad every hour, pad every
    hour, change tampon every hour, soak through pad, bleed through my clothes on period, flood through
    pads, double up pads, clots the size of coins period, periods like a tap, leak through pad at night,
    heavy irregular periods, heavy flow, flooding through everything, flooding on day one, bleed through
    tampon and pad
height-loss: inches shorter, shorter than I used to be, shrinking with age, trousers too long now shrunk,
    lost inches in height, shrunk
high-blood-pressure: bp high, pressure up at chemist, blood pressure through the roof, blood pressure is sky
    high, bp reading high, hypertension, doctor says my pressure is high
high-blood-sugar: sugars running high, sugar readings high, blood sugar through the roof, glucose high,
    sugar levels high, sugars high, wee smells sweet, pee smells sweet, sweet smelling urine
hives: itchy welts came up, welts on arms, come up in lumps itchy, nettle rash all over, raised itchy bumps
    come and go, hives, skin comes up in itchy weals, itchy bumps that come and go, big itchy blotches, came
    up in welts, nettle like rash, itchy welts all over
hoarse-voice: lost my voice, voice croaky, voice like a frog, voice croaks, voice raspy, can only whisper,
    voice keeps going, voice gone deep, sound like a frog, voice breaks up, voice gravelly, voice keeps
    cracking, croaky voice, voice gone croaky
hot-flashes: boiling hot throw covers off, hot sweats out of nowhere, wave of heat, waves of heat, heat
    rushes up body, heat rises up my face, hot flushes, suddenly burning hot and sweaty, sudden heat through
    body, flushes day and night, fan myself hot all of a sudden, go hot all over suddenly, hot flush, heat
    rushes up my neck, throw the covers off burning
ice-craving: crunch ice, chew ice, tray of ice, suck ice cubes, eat ice, bag of ice a day, munch ice, ice
    from drinks always, addicted to ice, eat frost from the freezer, cannot stop eating ice, love crunching
    ice
inconsolable-crying: screams for hours nothing settles him, screams for hours, nothing settles him, nothing
    settles her crying, baby won't stop crying, baby cries whatever we do, cannot be soothed, cannot comfort
    her screaming, screaming and drawing up legs, crying and pulls knees up, cries non stop for hours baby
increased-appetite: eat and eat still hungry, never satisfied eat, cannot stop eating, always hungry, hungry
    after dinner, stomach growls after eating, eat everything in sight, eat like a horse, empty the fridge,
    starving an hour after meals, snack all day hungry, bottomless pit, wake hungry at night, hungry again
    straight after food, hunger won't go away, constantly hungry, constantly starving, insatiable, appetite
    through the roof, raid the fridge, never full, raiding the fridge all night, eat and eat and still
    hungry
indigestion: stomach off after greasy food, food sits heavy, food lies heavy in stomach, stomach sour after
    meals, upset stomach, dodgy stomach after food, stomach unsettled after meals, uncomfortable after
    eating, burping after meals, fullness and burning after meals, rich food upsets me, gippy tummy, stomach
    heavy after eating, dyspepsia, stomach grumbles after food, food sits like a stone, food repeats on me
infertility: trying for baby for years, trying for a baby no luck, cannot conceive, not fallen pregnant,
    can't fall pregnant, cannot get pregnant, trying to conceive, month after month not pregnant, struggle
    to conceive, trying for a baby for two years, trying for a baby for years, trying to get pregnant for a
    year, trying to conceive for years, cannot fall pregnant
insomnia: staring at ceiling, cannot nod off, cannot drop off, cannot get off to sleep, wide awake at 3am,
    awake till dawn, awake till 4, lie awake, sleep won't come, up all night, not slept a wink, count sheep
    all night, mind won't switch off at night, awake for hours, watch the clock all night, cannot get back
    to sleep, wake at 3am and cannot sleep, get three hours of sleep, hardly sleep, barely sleep, hardly
    slept, cannot switch off at bedtime, takes hours to fall asleep, tossing and turning, toss and turn,
    waking at 4 lie there, no sleep, takes me hours to get to sleep, hours to get to sleep, takes hours to
    get to sleep, ages to get to sleep, wake at four and done for the night, wake at four and cannot get
    back, eyes wide open at 3am
involuntary-movements: arm moves on its own, leg moves on its own, body moves by itself, limbs move without
    me, head jerks on its own, hand moves by itself, fingers move on their own, cannot control movements,
    body twists by itself, mouth moves by itself, toes move by themselves
irregular-heartbeat: heart flip flop, heart misses a beat, heart does somersaults, heart skips, heart out of
    rhythm, heart beat all over the place, extra beats, heart stops then starts, pulse uneven, pulse
    irregular, heart stumbles, heart jumps, heart flutters out of time, heart pauses then thumps, heart
    stops for a second then starts, heart does somersault then stops, heart all over the place
irregular-periods: never know when period comes, never know when period will come, cycle different every
    month, periods unpredictable, period late then early, periods come when they like, period every two
    weeks then nothing, cycle all over the place, periods erratic, cycle is a mess, two periods in one
    month, periods come and go, aunt flo turns up whenever she likes, period turns up when it likes, periods
    3 weeks then 8, period 20 days then 50, never on time period, period all over the place, heavy irregular
    periods, cycle keeps changing, whenever she likes aunt flo
irritability: every little thing sets me off, bite heads off, snap at everyone, snap at kids, fly off
    handle, short fuse, angry over nothing, angry about small things, get angry over little things, shout at
    the kids, shouting at everyone, everything irritates me, everyone irritates me, everybody gets on my
    nerves, people get on my nerves, snappy with everyone, snappy with the children, snappy with family,
    lose my temper, temper gone, on a short fuse, like a bear with a sore head, moody and snappy, grumpy, no
    patience, patience run out, rage over nothing, ready to explode, touchy, ratty with everyone, little
    things annoy me, crabby, cranky, tetchy, snap at husband, snap at wife, snap at my partner, snap over
    nothing, snapping at everyone, snap at little things, on the edge of losing temper, yell at kids, yell
    at everyone, yelling over nothing, blow up over nothing, explode over nothing, cross all the time, short
    with everyone, short with people, short tempered, everyone annoys me, prickly, stroppy, cannot tolerate
    people, no patience with kids, impatient with everyone, fuse so short, fuse short, fuse is short, angry
    so easily, get angry easily, anger easily, quick to get angry, baby grizzly, grizzly all day, just
    grizzly, whingy and grizzly, jumpy and snappy, vile to everyone, short with the kids, bite everyone's
    head off, rude to everyone
itching: cannot stop scratching, scratching all night, scalp mad with itch, scratch till I bleed, itch
    drives me mad, itch like crazy, itchy all over, skin crawls with itch, itchy arms, itchy legs, itchy
    back, itchy scalp, scratch my skin raw, itchy hands, itchy feet, itching at night, legs itch, prickly
    itch, scratching myself raw, scratch until it bleeds, itching drives me mad, want to tear my skin off
    scratching
jaundice: whites of eyes yellow, eyes gone yellow, looks yellow, skin a yellow tinge, newborn yellow, baby
    yellow, yellow tinge to skin, yellow eyes, turned yellow, gone yellow, orange yellow skin, skin yellow
    tinge
jaw-clenching: grind teeth at night, clench jaw, grinding teeth, wear down my teeth grinding, jaw clamped,
    clench teeth, jaw tight from clenching, mouthguard for grinding, jaw locked tight, gritting my teeth,
    grit teeth at night, grit teeth in sleep, gnash teeth, biting down hard in sleep, jaw clamped shut in
    the morning, lockjaw, lock jaw, cannot open my mouth, cannot open my jaw, jaw won't open, jaw stuck
    shut, mouth won't open, jaw has locked
jaw-pain: jaw sore when open mouth, jaw hurts, jaw clicks and hurts, jaw aches, sore jaw, ache in jaw joint
jaw-pain-chewing: jaw hurts when chew, jaw tired from chewing, jaw aches when I eat, jaw sore after chewing
joint-pain: knees and knuckles ache, joints ache when rains, every joint hurts, knees ache, knee hurts, hips
    ache, hip pain, sore knees, fingers ache joints, elbow aches, shoulder joint aches, ankles ache, wrists
    ache, arthritis pain, achy knees, knees grind, knees creak and hurt, sore knuckles, toe joint hurts,
    creaky painful knees, knees swollen up and they hurt, knees hurt, knees are agony, aching knuckles, sore
    thumb joint, my elbows hurt, hands stiff and painful every morning, hands painful in morning
joint-stiffness: hour before fingers bend, fingers won't bend, fingers stiff in morning, knees stiff, hips
    stiff, hard to bend knees, walk like tin man in morning, rusty joints in morning, stiff hands in
    morning, cannot make a fist in morning, knees seize up after sitting, seize up after sitting, stiff
    getting out of bed, joints stiff, takes an hour to get moving in morning stiff, knuckles stiff, tin man
    in morning, like the tin man, takes an hour to loosen up, loosen up in morning, joints need oiling,
    joints locked, stiff to get going in the morning, rusty when I get up, cannot bend fingers, fingers
    locked in morning, hands are stiff and painful, hands stiff, hands stiff in morning, knuckles stiff as a
    board, knuckles stiff in morning, fingers stiff until ten o'clock, hips seized up in morning, knees
    stiff after sitting, hands stiff for hours, hands stiff and painful every morning, hands stiff and sore
    in morning, frozen shoulder, shoulder is frozen, shoulder seized up, shoulder won't lift stiff
joint-swelling: knee blown up like football, knee like a balloon, knee swollen, knuckles swollen, fat
    swollen joints, fluid on knee, joints look puffy, knee puffed up, finger joints swollen, ankle joint
    swollen and hot, knees swollen up like grapefruit, knee like a grapefruit, knees swollen up, ankle joint
    up like a balloon, fingers like sausages in morning, swollen knee, knee blown up, knees creak and swell,
    joints blow up, ankle swollen like a ball
laboured-breathing: sucking in between ribs, ribs suck in, tummy sucking in when breathes, grunts with each
    breath, nostrils flare breathing, chest sucking in, working hard to breathe baby, skin pulls in round
    ribs, ribs sucking in, ribs suck in when breathing, tummy going in and out breathing, nostrils flaring
    when breathes
large-head: head too big for age, head measures large, hats don't fit baby's big head, head growing fast,
    head looks big for his body, head too big for body, baby's head big, hats too small for baby's head
late-closing-fontanelle: soft spot not closed, soft spot still there, soft spot open, fontanelle not closed
late-teething: no teeth yet, still no teeth, not a single tooth, not cut first tooth, no teeth at 14 months,
    gummy at a year no teeth
leg-cramps: knot in calf, calf knots, leg cramps, charley horse, calf seizes, calf locks up, leg seizes up,
    cramp in calf, cramp in thigh, hamstring cramps, cramping legs, legs cramp, cramp in my legs, calf
    spasms, calf spasms at night, calf in spasm
leg-pain: legs throb after shift, legs throb, legs ache, legs sore, legs hurt, aching legs, pain in thigh,
    shins hurt, thigh hurts, achy legs, pain down legs, legs hurt at end of day, back of thigh hurts,
    growing pains, legs ache at bedtime
leg-weakness: knees buckle, knees give way, legs turn to jelly, legs like jelly, legs wobbly, legs go from
    under me, legs won't hold me, legs feel like lead, legs heavy, legs might collapse, legs have no
    strength, legs weak, thighs feel weak, legs shake when stand, legs like spaghetti, legs like wet
    noodles, legs give out, legs feel hollow, knees go weak, legs tired climbing, legs feel wobbly, legs
    give way, legs went from under me, legs gave out from under me, legs folded under me, legs give out on
    me, legs buckled in the shop
lethargy: drag myself around, dragging myself, sluggish, sluggish and slow, move in slow motion, moving in
    slow motion, slow and heavy, body like lead, no pep, listless, lethargic, cannot get going, hard to get
    going, feel slowed down, plod through day, lead weights on limbs, everything takes ages slow, everything
    like wading through mud, wading through treacle all day, like walking through mud
light-headedness: swimmy, head floaty, head light, head swims, woozy, light headed, giddy, dizzy, feel
    spacey, head feels floaty, floaty feeling, spaced and dizzy, feel a bit faint and dizzy, dizzy spell,
    dizzy turn, funny turn, dizzy do, come over dizzy, head goes funny, unsteady head, wobbly head, keep
    going dizzy, head rush, tilt under me, floor tilts, dizzy round shops, feel drunk without drinking, feel
    like I'm floating, feel tipsy, head not attached, dizzy when bend down, dizzy in supermarket, dizziness
    comes and goes, feel a bit off balance and dizzy, dizzy at top of stairs, woozy head
light-sensitivity: sunglasses indoors, wear sunglasses inside, bright light hurts, cannot bear bright light,
    squint in sun, squint in light, curtains closed because light hurts, headlights hurt my eyes, screen too
    bright eyes hurt, lights too bright, lights are too bright, eyes hurt in sun, light bothers me, shield
    eyes from light, sun hurts eyes, light makes it worse, light makes head worse, need a dark room, light
    makes pain worse, lights hurt my head, draw curtains because of light
limb-twitching: muscle in arm flickers, muscle in upper arm jumping, thigh muscle jumps, thigh twitches, arm
    twitches, leg jumps, bicep twitching, muscle in leg flutters, shoulder twitching, knee twitch, leg
    muscle dances, foot twitches, arm muscle jumps
lip-twitching: top lip quivers, lip quivers, lip jumps, corner of mouth twitches, mouth twitches, lip
    flutters, lip trembles, lower lip jumping
listless-child: toddler floppy not play, child won't play, child just lies there, toddler listless, not
    interested in toys, child lying on sofa not playing, baby limp and quiet, not himself lies there floppy,
    won't smile or play, child not interested in anything, gone floppy and won't look at me, won't look at
    me baby, lies there and will not play, baby not smiling and sleepy
little-urine: barely weed, hardly weed, not weed since, barely peed, only a dribble of wee, hardly any wee,
    passing hardly any water, pee once a day, only a few drops of pee, wee very little, hardly pee, not peed
    since yesterday, not passed much water, going for a wee less, hardly a drop of pee
loose-teeth: tooth moving, tooth wobbles, wobbly tooth, teeth move, front tooth loose, teeth coming loose,
    tooth fell out, teeth shifting, teeth wobble, teeth moving, wobbly adult tooth
loss-of-body-hair: eyebrows vanish, eyebrows thin, eyebrows gone, eyebrows getting thinner, lost eyelashes,
    eyelashes fall out, no hair on legs, leg hair gone, arm hair gone, underarm hair gone, no need to shave
    legs hair gone, eyebrow hair falls, lost my eyebrows, pubic hair falling out, no hair under my arms any
    more, leg hair stopped growing
loss-of-consciousness: collapsed won't wake, won't wake up, cannot wake, out cold, not waking, unresponsive,
    not responding to me, knocked out, found unconscious
loss-of-interest: nothing gives pleasure, no pleasure, no joy in anything, hobbies bore me, given up
    hobbies, lost interest in hobbies, not enjoy anything, nothing fun, no interest in friends, don't look
    forward to anything, things I loved feel pointless, can't enjoy things, no enjoyment, lost my spark,
    used to love now not interested, not interested in anything, lost all interest, don't enjoy, things I
    used to enjoy leave me cold, hobbies leave me cold, nothing excites me, used to love gardening now not
    bothered, do not look forward to anything, nothing is fun any more, nothing gives me pleasure, leave me
    cold now, used to enjoy, things I used to love, things I enjoyed leave me cold
loss-of-position-sense: cannot tell where feet are, do not know where feet are, look at feet to walk, not
    sure where my legs are with eyes closed, feet feel not there in dark
loss-of-taste: cannot taste dinner, cannot taste food, food tastes of nothing, tastes of nothing, taste
    gone, no taste, taste buds gone, taste disappeared, cannot taste anything, food might as well be
    cardboard, food like cardboard, cannot taste a thing, everything tastes of nothing, food tastes bland
    since covid, taste never came back, curry tastes of nothing
low-blood-pressure: blood pressure low side, bp low, bp drops, blood pressure 90 over 60
low-blood-sugar: sugar crashed, blood sugar crash, sugar drops, hypo, having hypos, shaky if I don't eat,
    sugar low, glucose low, blood sugar low, sugar dips, blood sugar dips, shaky and sweaty if I don't eat,
    shaky when I skip lunch, shaky if I miss a meal, hangry and trembling
low-libido: never feel like sex, not in mood for sex, off sex, sex drive gone, no interest in sex, lost my
    sex drive, not want sex, libido gone, libido zero, no desire for husband, don't fancy sex, gone off sex,
    libido low, avoid sex not interested, not in the mood for sex ever, no interest in bed, no interest in
    it in bed, headache every night sex excuse, never want sex
low-mood: feel down, down for weeks, feel blue, cannot see point, no point in anything, flat and empty, feel
    empty, sad all the time, sad for no reason, hopeless, low spirits, in a dark place, miserable, cloud
    over me, black cloud, under a cloud, down in the dumps, black mood, black dog, feel worthless,
    everything feels grey, heavy hearted, mood is low, feel rubbish about life, feel hopeless, life feels
    pointless, everything bleak, joyless, feel so sad, cannot cheer up, feel like a failure, so low, very
    low in myself, feel empty inside, nothing to look forward to, feeling sorry for myself all the time, in
    a low place, sadness won't lift, heavy sadness, cannot see any point any more, everything is grey, life
    feels flat, can't face getting out of bed, what's the point, cannot face the day, see no point in
    anything
low-muscle-tone: rag doll, like rag doll, floppy baby, baby floppy, baby flops, head flops baby, floppy arms
    and legs, slips through my hands floppy baby
malaise: not feel right, do not feel right, feel rough, rough, under the weather, feel off, out of sorts,
    feel poorly, not myself, not feeling myself, run down, feel grotty, feel crap, feel generally rubbish,
    feel lousy, not 100 percent, not a hundred percent, something not right, cannot put finger on it, coming
    down with something, below par, feel yucky, feel awful all over, feel ill, feel wretched, peaky, feel
    like death warmed up, feel horrible
memory-problems: forget names, forget people's names, cannot remember yesterday, memory like sieve, memory
    shot, forget appointments, forget where I put keys, forget why I came in the room, walk into room forget
    why, forget everything, memory going, forget things, forget what I went upstairs for, write everything
    down or forget, cannot remember words people tell, forget conversations, forgetful, memory terrible,
    memory bad, leave the oven on forget, repeat myself, ask same question, repeats the same story, mind
    goes blank, forget birthdays, cannot remember names, memory slipping, went to shop and couldn't
    remember, leave gas on, leave tap running, leave stove on, ask wife same thing, ask same thing, asked
    the same thing twice, forget what day bins, keep forgetting, forget pin number, forget passwords, forget
    to pay bills, forget my own phone number, lose track of what I was doing, miss appointments forget,
    remember nothing, can't remember things, memory full of holes, holes in memory, forget what people tell
    me, tell the same story twice, misplace glasses, misplace keys, put things in odd places, lost for what
    I came for, names escape me, faces but not names, blank on names, keys in the fridge, phone in the
    fridge, forgot birthday, forgot my own, forget what I wanted, got lost driving home, cannot remember
    what I went upstairs for, lose my keys daily, asks the same question again and again, forgot my own
    phone number, forget names of friends, forgot my pin, forget what day, forgot my own address
migraine: migraines with zigzag lines, migraine, one sided throbbing headache with sick, headache with aura,
    zigzags then headache, thudding pain over one eye, pounding over one eye light makes it worse, one sided
    headache and sick, half my head pounds, thudding head light hurts, head pounds and need a dark room,
    vision goes wavy before a headache, zigzags before a headache, wavy lines then headache, half vision
    goes then headache
missed-periods: period not come, periods disappeared, periods gone, no period for months, period late
    months, missed period, periods stopped, not had a period, not come on, skipped periods, aunt flo not
    come, monthly has not come, period late, months without a period, period hasn't shown up, period is
    late, no sign of my period, aunt flo has not visited, not had my monthly, period never came, months
    since last period, not bled for three months, periods have packed up, periods packed in, periods have
    stopped coming, periods have dried up
mood-swings: happy one minute sobbing next, happy one minute crying next, up one minute down next, fine one
    minute tears next, mood all over the place, mood changes in minutes, moods up and down, emotional
    rollercoaster, mood swings, laugh then cry, moods change like the weather, jekyll and hyde, mood flips,
    hormonal moods, up and down like a yo yo, up and down mood, high then low, up and down emotionally, one
    minute laughing next raging, one minute laughing next crying, laughing then raging, happy one minute and
    sobbing the next, happy then furious, fine then furious, up then down in minutes, moods change by the
    minute, laughing one minute raging next, one minute laughing next minute raging
mouth-ulcers: ulcers inside lip, ulcers in mouth, white sores on gums, sores inside mouth, white sore inside
    cheek, spot on tongue that hurts, sores on tongue, ulcer on tongue, ulcers, canker, mouth covered in
    ulcers, little craters in mouth, blister inside lip, ulcers keep coming, sore inside lip, white spots
    inside cheek, painful spots inside cheek, painful spots in mouth, ulcers that won't heal, mouth ulcers
    won't heal
muscle-cramps: muscles seize up, cramp in hands and legs, muscles knot, cramping up, cramps all over,
    muscles lock up, muscles clench, cramp everywhere, get cramp, cramp in my hand, cramp in side, cramp in
    neck, hand cramps when writing, muscles contract painfully, cramps in legs and hands, muscles lock with
    cramp
muscle-pain: ache all over, aching all over, muscles ache, thighs sore, muscles sore, sore all over, as if
    run a marathon ache, as if I had been to gym ache, body aches, muscles tender, muscles hurt to touch,
    feel like I've been hit by a bus, been beaten up, battered and bruised all over, limbs ache, arms ache,
    shoulders ache, achy, achy all over, achy muscles, muscle soreness, sore muscles, shoulder muscles hurt,
    whole body hurts, everything aches, everything hurts, thighs burn when walk, thighs burn, muscles burn,
    legs burn going upstairs, muscles feel bruised, bruised feeling muscles, ache as though I had flu, flu
    like aches, fluey aches, sore to touch muscles, arms sore, ache all over like flu, muscles sore like
    after a race
muscle-spasm: muscles go into spasm, back spasms, back goes into spasm, muscle jumps and tightens, spasm in
    back, neck spasm, muscle contracts by itself, shoulder spasm
muscle-stiffness: stiff hardly turn head, stiff as a board, stiff legs, stiff back, stiff shoulders, tight
    muscles, tight hamstrings, muscles tight, body stiff, wake up stiff, stiff all over, neck tight,
    shoulders tight, legs stiff, muscles like concrete, muscles like wood, move like a robot, seized up all
    over, shoulders rock hard, neck and shoulders rock hard, shoulders like rock, muscles like rock, muscles
    rock hard, neck like concrete, locked up muscles, back like a plank, stiff as a plank
muscle-twitching: jumps in muscles, little jumps in muscles, muscles flicker, muscle jumps, muscles jumping,
    muscle ticks, twitchy muscles, muscle flutters, twitches, twitching, muscle tics, popping under skin,
    muscles ripple, twitches in muscles, something jumps under skin, bubbling under skin, muscles quiver
muscle-wasting: thighs thin muscle gone, muscle melted away, muscles gone, muscle disappearing, lost muscle,
    arms like sticks, legs like sticks, muscles shrink, muscle withered, thighs getting thin, arms skinny
    muscle gone, losing muscle, muscles wasted, muscle bulk gone
muscle-weakness: no strength in muscles, no strength, strength gone, lost my strength, feel weak, weak as
    kitten, muscles weak, weak as a baby, feeble, cannot lift shopping, cannot lift kettle, too weak to
    lift, lost strength, losing strength, cannot lift anything heavy, physically weak, so weak, cannot carry
    bags, lost all strength, can't lift things, hard to lift things, strength leaving me, muscles have given
    up, don't have strength, no strength to open, not have the strength, not strong enough to open doors,
    cannot lift my cup so weak
myoclonus: body jerks falling asleep, jerk awake, jolts as I drift off, sudden jerks, limbs jerk, arms jerk,
    legs jerk, jump in my sleep jerk, whole body jolts, body jolts
nail-changes: toenails thick and yellow, nails yellow, nails discoloured, nails look odd, nails lifting,
    nails gone funny, nail coming away, nails curved funny, nail colour changed, nails grow funny, brown
    lines on nails, nails misshapen, nails thick, nail lifting off, nail gone yellow
nausea: going to be sick, about to be sick, stomach churns, queasy, smell of food turns stomach, feel sick,
    want to throw up, green round the gills, feel sick in morning, feel sick after eating, off colour and
    sick, seasick feeling, feel like vomiting, stomach turning, sick to stomach, sick feeling, wave of
    sickness, waves of nausea, gag at the smell of food, heave at smell of food, bilious, feeling sick all
    day, smell makes me gag, makes me gag, gag at smells, stomach lurches, want to heave, feeling like being
    sick, feel sickly, stomach feels sick, pukey, feeling pukey, sick at sight of food, on the edge of being
    sick, retch, feel seasick, travel sick feeling at home
near-fainting: came over faint, come over faint, almost passed out, nearly fainted, nearly passed out,
    nearly blacked out, going to pass out, feel faint, knees went and nearly fainted, about to black out,
    nearly keeled over, nearly went over in shop, feel like I might faint, sat down before I fainted, nearly
    collapsed, nearly hit floor, nearly hit the deck, nearly went down, thought I was going to faint,
    thought I'd pass out, nearly blacked out in queue, have to sit before I faint, felt I would faint, on
    the verge of passing out, almost collapsed, came close to passing out, close to passing out, close to it
    on the train, came over all faint, nearly went over in shower, about to pass out, had to sit before I
    passed out, over all faint
neck-pain: crick in neck, neck sore, neck hurts, cricked my neck, ache in neck, neck aches, cannot turn neck
    pain, neck killing me, pain in neck, neck pain, crick in my neck, can't turn my head to reverse the car,
    neck locked, neck won't turn, can't turn my neck, neck stuck to one side
nerve-pain: electric pains down arm, electric shocks in legs, electric pain in legs, shooting pains in legs,
    stabbing in feet, stabbing like needles in legs, burning shooting pain, zaps in legs, zaps in feet, zaps
    down legs, jolts of pain, knives in feet, hot needles, like being stabbed with needles, nerve pain,
    lightning pains, electric zaps, shocks down my arms, electric shocks all over, electric shocks all over
    body
new-floaters: new floaters, suddenly floaters, shower of black dots, lots of black specks in eye, cobwebs in
    my vision, black dots floating suddenly, squiggles floating in eye, specks drifting across my vision,
    black specks drifting, loads of new specks, shower of black dots in eye, cobwebs
    drifting across eye, new spots drifting in vision, flies floating in eye, specks floating about since
night-blindness: cannot drive at night see, cannot see at dusk, blind in dark, dark rooms blind, trouble
    seeing at night, trouble seeing in dim light, bump into things in dark, cannot see in dim light, eyes do
    not adjust in dark, cannot find seat in cinema dark, see poorly after sunset, night vision bad, night
    vision terrible, hard to see after dark, struggle to see in dark, cannot see after sunset, cannot see
    thing in dark, driving after dark hard, driving in dark cannot see, cannot see driving at night, dark
    makes me blind, cannot see kerb in the dark, hopeless in the dark see, need a torch to see in dim rooms,
    street lights not enough to see, eyes take ages to adjust in dark, eyes adjust slowly in dark, eyes take
    time to adjust dark, cannot make out road after dusk, stopped driving after dusk, cannot make out the
    road in the dark, stopped driving at night cannot see, bumps into things when lights low, stumble about
    in the dark, slow to see when lights go out, cannot see a thing at night
night-leg-cramps: cramp in calf wakes me, leg cramps wake me, jump out of bed with cramp, calf cramps at
    night, leg cramp in middle of night, charley horse at night, calves seize at night, woken by cramp,
    cramp in bed legs, cramps at night legs
night-sweats: pyjamas soaked night, wake dripping wet, wake up soaked, sheets soaked, change sheets at night
    sweat, wake in a pool of sweat, pillow soaked, pillow soaked with sweat, drenched at night, sweat
    through pyjamas, nightie wringing wet, wake up wet through, bed wet with sweat, sweat at night, wake up
    sweaty, soak the bed with sweat, night sweats, nightshirt drenched, nightie soaked, wake at 2am
    drenched, bed soaked, sheets wet, sheets drenched, wake up wet, t shirt soaked in morning, wake clammy
    and wet, sweating in my sleep, sweat in bed, change the bed from sweat, mattress wet with sweat, bedding
    soaked, sheets wringing wet in the morning
night-urination: up four times to pee night, up three times a night to pee, up at night to wee, wake to pee,
    bladder wakes me, get up in night for the loo, loo in the night, pee every two hours at night, up all
    night peeing, woken by needing wee, toilet at night several times, get up to wee at night, bladder gets
    me up, bladder up at night, up to the bathroom at night, up at 2 and 4 to pee, get up to pee, got to get
    up to pee, up twice to pee, bathroom trips at night, get up three times to go to the toilet, toilet
    during night, out of bed for the loo, trips to loo at night, pee in the middle of the night, bladder
    gets me up at night, up for a wee three times a night, wakes to pee
noisy-breathing: squeaking noise when breathes in, harsh noise breathing in, rasping breath, breath rasps,
    breathing noisy, crowing breath, barking and harsh breathing, croupy breathing
nosebleeds: nose bleeding, nose bleeds, blood pours out of nose, blood from nose, nose gushes, bloody nose,
    blood dripping from nose, blood when I blow my nose, nose started bleeding
numb-feet: lost feeling in toes, cannot feel toes, toes numb, toes dead, feet dead, feet numb, feet like
    wood, feet like blocks of wood, soles numb, cannot feel the floor, cannot feel ground under feet, cannot
    tell if shoe is on, lost slipper not notice, walk on cotton wool, walk on air, cotton wool under my
    feet, walk on sponge, numb toes, no feeling in feet, not feel ground when walk, not feel ground
    properly, cannot feel ground, cannot feel floor, cannot feel my shoes, don't feel the ground, walking on
    marshmallows, walking on sponges, walking on foam, feet feel like marshmallow, cannot feel the floor
    under feet
numb-hands: fingers go dead at night, fingers go numb, fingers dead, hands numb, fingertips numb, numb
    fingers, hands fall asleep, hand goes dead, cannot feel fingers, cannot feel what I touch fingers, hands
    dead when wake, cannot feel buttons, fingertips have no feeling, numb hands, hand goes to sleep, fingers
    go dead, fingers dead at night, thumb goes dead, hand dead when I wake, no feeling in my fingers
numbness: skin no feeling, parts of skin no feeling, patch of skin numb, cannot feel touch on skin, numb
    patches, dead patch of skin, numb spot on thigh, arm goes numb, arm gone dead, gone numb, leg goes dead,
    face numb, feels dead, leg goes numb, numb arms, leg feels numb
numbness-around-mouth: lips like after dentist, lips like dentist injection, mouth numb, lips numb, numb
    round mouth, lips feel dead, chin and lips numb, feel like I had novocaine lips
nystagmus: eyes flick side to side, eyes wobble, eyes dance, eyes jump side to side, eyes flicker back and
    forth, eyes dart back and forth, eyes won't stay still
one-sided-numbness: whole right side numb, whole left side numb, half of my body numb, arm and leg on one
    side numb, one side of face numb, left arm and leg numb, right side gone numb
one-sided-weakness: cannot move left arm and leg, left arm and leg weak, right side weak, one arm drifts
    down, one side of body weak, dropped the cup arm on one side, left side floppy, right arm and leg weak,
    one side won't work, left side has gone, left arm and leg won't work, right arm and leg won't work, arm
    and leg on same side weak, arm and leg stopped working, cannot use left arm and leg, arm went dead and
    speech went, left side of body gone limp, right side went weak, one side of me gone weak, right side
    gone
optic-neuropathy: colours washed out in one eye, colours dull in one eye, red looks washed out in one eye,
    colours faded in one eye
oscillating-vision: world bounces when I walk, picture jumps when walk, things wobble when I move my head,
    everything bounces when walk, vision shakes
osteoporosis: told my bones are thin, bones thin, low bone density, bone scan showed thin bones, brittle
    bones
over-breathing: breathe too fast and tingly, overbreathing, hyperventilate, breathing into paper bag, cannot
    slow my breathing, breathing too much
overdose: took too many paracetamol, took too many tylenol, too many paracetamol, too much paracetamol, too
    much calpol, given a lot of paracetamol, ate iron pills, ate iron tablets, swallowed iron pills, ate my
    pills, took a whole packet of tablets, took a handful of pills, swallowed batteries, double dose by
    mistake, took twice the dose, got into the medicine cupboard, taken all my tablets, took all my pills,
    swallowed all her tablets, taken the whole packet, taken too many sleeping pills
pain-breathing-in: hurts when take deep breath, hurts to take deep breath, sharp pain when deep breath,
    breathing in hurts, stabs when I breathe in, catching pain breathe in, deep breath hurts, pain when
    breathing in, sharp pain when I breathe in, worse when I breathe in, stabbing with each breath, catches
    me when I breathe in, chest hurts on a deep breath
pain-under-ribs: stitch under my ribs, stabbing under right ribs, catch under ribs on the right, sore under
    ribs
painful-periods: period pains doubled up, cramps with period, period pains, painful period, curled up with
    period pain, monthly cramps, hot water bottle for period pain, agony every month with period, cramps
    first day of period, period agony, time of month cramps, curled up with hot water bottle on period, hot
    water bottle every period, period doubles me over, periods so bad doubled up, in bed first day of period
    with pain, cramps before period, cannot go to work first day of period, curled up bottle period, curled
    up every period, curled up first day of period, pain killers every period, period pains so bad doubled
    up
painful-red-eye: eye red and painful, red sore eye, eye red and throbbing
painful-swallowing: hurts to swallow, hurts every time I swallow, swallowing hurts, like swallowing glass,
    like swallowing razor blades, pain when swallow food, painful to swallow, swallow razor blades, like
    glass when swallow, swallow glass, knives when swallow, sore to swallow, hurts to swallow my own spit,
    every swallow hurts, wince when I swallow
pale-inner-eyelids: inside of lower lid white, inside eyelid pale, pull down eyelid pale, inner lid white,
    lower lid pale inside
pale-patches: light patches on cheeks, white patches on skin, pale patches on cheeks, lighter patches,
    patches without colour, skin lost colour in patches, patches lighter than rest of skin, white blotches
    on hands, white blotches that do not tan, pale blotches on skin, patches that do not tan, white patches
    on face, lost colour in patches, skin losing colour in patches, milky patches on skin
pallor: look like ghost, look really pale, white as a sheet, white as a ghost, colour drained from face, no
    colour in cheeks, face white, look washed out, ghostly, pale as a ghost, face grey, skin pasty, pasty,
    look ill and pale, lost colour in face, people say I'm pale, whiter than usual, drained of colour, look
    peaky and pale, lost my colour, face drained, pale, pale as a sheet, very pale, so pale, look deathly,
    white face, all the blood drained from face, gums look pale, pale gums, no colour in her cheeks, grey in
    the face
palpitations: heart thumps, heart thumping in chest, feel every beat of heart, heart pounds, heart flutters,
    heart fluttering, heart bangs, butterfly in chest, bird in my chest, fluttering in my chest, thud in
    chest, heart thuds, heart jumps into throat, heart beats in throat, heart hammering, feel heart beat in
    ears, heart beating hard, heart bursting out of chest, heart going, fish flopping in my chest, drum in
    my chest, heart goes boom, heart beats like drum, heart drumming, heart like a drum, heart does funny
    flips, heart flips, heart does flips, heart turns over, heart racing and pounding, heart flip flops,
    heart does somersault, heart does a flip, heart stops for a second, heart leaps in chest, heart thumps
    in my ears, heart beats like a drum, heart jolts, heart doing the cha cha, heart doing a dance, heart
    dancing about, heart fluttering like a bird, heart like a bag of worms, heart going like a train, woke
    with heart pounding, heart going like mad, heart hammering at night
panic-attacks: panic attack, attacks of panic, sudden terror cannot breathe, panic attacks in shops,
    panicked and thought dying, waves of panic, anxiety attack, heart pounds and sure I am dying, heart
    pounding out of nowhere think I am dying, waves of terror with heart pounding, sudden terror with racing
    heart, attacks of terror, sudden waves of terror, terror out of nowhere, heart pounds and I'm sure I'm
    dying
passing-stroke-signs: words came back after minutes, arm went weak then fine again, face drooped then went
    back to normal, could not speak then fine, arm useless for ten minutes then fine
patchy-hair-loss: bald patch, bald patch size of coin, round bald spot, bald spots in beard, circle of
    missing hair, patches with no hair, hair missing in patches, coin sized bald, alopecia patches, coin
    size gap in hair, bald circle in beard
peeling-skin: skin coming off fingers, skin on fingers coming off, skin comes off, skin peels like sunburn,
    hands peeling, fingers peeling, soles peeling, skin sheds in sheets, palms peel, skin peels, skin
    sloughs, peel like an onion skin
peripheral-neuropathy: told nerve damage in feet, nerve damage feet, neuropathy in feet, damaged nerves in
    hands
personality-change: not the same person, not same person any more, different person, changed person,
    personality different, not my husband any more, acts like a stranger, out of character, not herself at
    all, not himself at all, not herself rude to everyone, not like herself any more, turned rude to
    everyone, become a different person, says rude things never did before, changed character, different
    person since
pica: eat chalk, want to eat chalk, eats soil, eats dirt, chew paper, eat paper, lick walls, eats sand, eat
    clay, crave the smell of rubber, eats plaster, eating starch, laundry starch, eats coal, eat sponge,
    chew cardboard, want to lick bricks, chew erasers, craving soil, eat ash, eats paint, eats hair, smell
    of earth makes me want to eat it
pink-frothy-sputum: pink foam when I cough, coughing pink foam, pink froth when I cough, frothy pink spit,
    coughing up pink foam, pink bubbles when cough
pinpoint-red-spots: tiny red dots on ankles, red dots do not go when press, little red dots on shins,
    pinprick dots, red pinpricks on legs, red specks on skin, tiny blood spots, red freckles on legs
    overnight, pin sized red dots
poor-appetite: right off food, gone off food, off my food, force myself to eat, pick at dinner, picks at
    food, no interest in food, food turns me off, don't fancy food, don't feel like food, not want to eat,
    skip meals not hungry, never hungry, push food round plate, cannot face food, cannot face eating, won't
    eat, leave my plate, eat like a bird, hardly touch my food, barely eat, not eating much, appetite gone,
    lost my appetite, food does not appeal, nothing tempts me to eat, could go all day without eating,
    eating is a chore, not hungry, appetite vanished, eating less, barely eating, forget to eat not hungry,
    look at food don't want it, don't want food, doesn't want his food, lost interest in meals, lost all
    interest in meals, no interest in meals, food makes me feel ill, food holds no interest, food no
    interest, couldn't care about food, two bites and pushes away, pushes plate away, nibble, live on toast
    no appetite, never finish meals, refuses to eat, eats next to nothing, eating like a sparrow, food is
    unappealing, appetite poor, food seems unappealing, don't fancy eating, no hunger, refuses meals,
    refuses most meals, refuses dinner, thought of food puts me off, food puts me off, put off my food, food
    has no appeal, food no appeal, food lost its appeal, doesn't appeal to eat, hardly eats, hardly eating,
    barely touched dinner, barely touches food, look at food and do not want it, do not want food, push food
    away, won't take solids, off food, anorexia, pick at my food
poor-balance: lose balance in shower, lose balance, balance off, balance gone, balance bad, tip over, hold
    walls to walk, hold onto furniture, nearly topple, unsteady, wobble when standing, wobbly, cannot stand
    on one leg, sway standing, list to one side, wobble on stairs, not steady on feet, lean to one side,
    feel off balance, fall to one side, wobble hold walls, hold onto walls, hold onto things to walk, grab
    walls, furniture walking, hold the wall, wobble and hold, tilt when I walk, feel like I'll topple, keel
    to one side, cannot walk straight line, cannot balance, veering into walls, veer to one side walking,
    keep veering, drift to one side when walking, walk into walls, hold on to walls, tip over when turning,
    cannot walk a straight line, nearly fall over
poor-concentration: read same line, read same page, attention span terrible, cannot follow film, mind
    wanders, cannot focus at work, zone out, lose track in conversation, lose thread, cannot concentrate,
    cannot take things in, focus gone, easily distracted, concentration gone, concentration shot,
    concentration of a goldfish, drift off in meetings, cannot stick to anything, reading a book is
    impossible concentrate, cannot keep my mind on, lose focus, attention drifts, distracted all the time,
    concentration rubbish, page of a book drift off, drift off reading, cannot read a book, mind drifts,
    hard to follow conversation, lose plot of film, cannot follow tv show, start jobs and don't finish,
    cannot finish a task, jump from task to task, cannot stay on task, make silly mistakes at work, stare at
    the screen cannot work, brain wanders, cannot get through a page of a book, read same line over and
    over, lose the thread
poor-growth: smaller than classmates, smaller than her friends, not grown, hasn't grown, not growing, still
    in same size clothes, same shoe size for a year child, stopped growing, not growing like friends, grows
    slowly, small for his age and not growing, younger sister is taller
premature-graying: grey hairs at 19, first grey at 20, grey at 25, going grey in twenties, silver strands in
    my 20s, young and grey, white hairs at 22, grey before my time, grey hair early, grey in teens, 22 and
    going grey, going grey at, grey hair at 22, greying in my twenties, gone grey young, only 20 and grey,
    hair going grey young, hair going white young, gone grey at 24, going grey in my twenties, grey hairs at
    22, hair gone grey young, white hairs already, hair turned grey early, grey before thirty
premenstrual-complaints: week before period, moody before period, before period I am a monster, pms, bloated
    and moody before period, breasts sore before period, week before my period I am awful, week before come
    on bloated, week before come on moody, vile week before period, horrible before I come on, before I come
    on everything annoys me, week before my period I cry
prolonged-bleeding: paper cut bled an hour, cut won't stop bleeding, bleeding won't stop, bled for ages
    after shaving, scratch bleeds for ages, took ages to stop bleeding, plaster soaked cut bleeds, small cut
    keeps bleeding, tooth out kept bleeding, nicked myself shaving dripped for hours, cut dripped for two
    hours, cut would not stop bleeding, cut bled for hours, bled for hours after the dentist, bleeding will
    not stop however long I press, cuts ooze for hours, still bleeding from jabs, still bleeding after
    injection, won't stop however long I press, nicked myself shaving and bled, nicked myself shaving and it
    dripped, dripped blood for hours, nick from shaving bled, shaving cut still oozing
proximal-muscle-weakness: thighs and shoulders weak, hips and shoulders weak, cannot lift arms to shelf,
    cannot reach up to top shelf weak, arms above head weak, weak hips, weak thighs, upper arms and thighs
    weak, hang out washing arms weak, cannot reach up to hang washing, arms too weak to reach up, cannot
    lift arms over head, cannot comb hair arms weak, cannot raise arms, lift arms above shoulders
psychosis: thinks people are spying on him, believes neighbours poison her, hears voices telling him
purple-spots: purple blotches on forearms, purple blotches, purple patches on skin, purple marks on arms,
    purple spots on legs, blood blotches under skin, dark purple patches
rash: come out in spots, come out in rash, spots on chest, blotchy red rash, red blotches, red bumps, red
    itchy bumps, skin blotchy, red patches, broken out in rash, spots all over body, rash on tummy, rash
    spreading, covered in red bumps, bumpy red rash, red itchy rash
rash-not-fading: rash does not fade under tumbler, rash does not fade under a glass, rash doesn't go under a
    glass, spots do not fade when pressed, spots that stay when pressed, spots do not go when pressed, rash
    stays when I press, rash does not disappear with a glass, red dots do not fade with pressing, dots don't
    fade, red dots that do not fade, little red dots that do not fade
red-eyes: eyes red, eyes bloodshot, red rimmed eyes, eyes pink, red eyes, whites of eyes red, look like I've
    been crying red eyes, eye is bright red, bloodshot eyes all week, whites of eyes pink, eyes look like I
    have been crying, eyes pink and bloodshot
reduced-consciousness: hard to rouse, cannot keep him awake, drifts in and out, barely awake, hard to wake,
    keeps drifting off cannot rouse, in and out of consciousness, won't stay awake, drowsy and hard to
    rouse, harder to wake than normal, difficult to wake up, harder to rouse, hard to wake child, can't keep
    him awake, keeps drifting off and hard to rouse
reduced-grip-strength: cannot undo bottle tops, cannot open bottles, cannot open jars, jar lids beat me,
    drop things, cannot squeeze, cannot wring out a cloth, grip gone, grip weak, cannot turn key, cannot
    hold pen, cannot turn tap, cannot hold a pan, cups slip out of my hand, cannot grip, struggle with lids
reduced-pain-sensation: burnt hand did not feel it, cut foot did not notice, no pain when I cut, stepped on
    nail not feel, cannot feel heat of bath water, hurt my foot and didn't notice
reduced-smell: cannot smell perfume, cannot smell, lost smell, sense of smell gone, nose does not smell,
    cannot smell coffee, cannot smell the bin, nothing smells, smell gone, things don't smell, milk gone off
    not smell, couldn't smell the milk, cannot smell burning, cannot smell my coffee, perfume smells of
    nothing
reduced-taste: everything tastes of cardboard, tastes like cardboard, food bland, bland, food tastes dull,
    add salt no taste, food has no taste, food flavourless, tastes of paper, taste is weak, everything
    tastes bland, things taste bland, less taste, food doesn't taste of much, not taste of much, taste has
    faded, less flavour, flavours dull, dull taste, cannot taste much, food tasteless, food lost flavour,
    lost its flavour food, flavour gone
refusing-to-feed: won't take bottle, won't take breast, refuses bottle, turns away from bottle, refusing
    milk, won't latch, won't feed, pushes bottle away, refuses feeds, not taking milk, won't take breast or
    bottle, refuses the bottle, turns away from every feed
restless-legs: keep moving legs in bed, creepy crawly in legs, crawling in legs, legs won't keep still, legs
    fidget, jiggle legs at night, have to walk about at night legs, legs jump in bed, legs restless, ants in
    legs, kick in bed all night, legs need to move, cannot keep legs still, itch inside legs at night, legs
    drive me mad at night, fidgety legs, urge to move legs, legs mind of their own, legs want to move, legs
    won't settle, legs jiggle, kick legs at night, legs kick, pace at night to settle legs, legs feel
    fidgety, legs feel itchy inside, must stretch legs at bedtime, get out of bed to walk legs, legs jumpy
    at night, legs need to run, legs want to run, legs feel like running in bed, legs won't keep still in
    bed, have to keep moving legs in bed, legs fizz at bedtime, restless arms at night, arms and legs
    restless at night
restlessness: cannot settle, cannot sit down for a minute, cannot sit still, on the go cannot stop, fidget
    all the time, cannot relax, pace about, jittery, restless, up and down all evening, cannot keep still
ridged-nails: grooves running down thumbnails, long grooves in nails, lines running down nails, ridges down
    thumbnail, grooves down my nails, furrows in nails, ribbed nails, nails have lines lengthways
saddle-numbness: numb around back passage, numb around my bottom, numb around anus, numb between legs,
    cannot feel when I wipe, no feeling when I wipe, numb bottom, numb down below, numb private parts
salt-craving: want salt, crave crisps and pickles, eat salt, crave crisps, salty snacks, pour salt on food,
    lick salt, drink pickle juice, pickle juice, salt on everything, olives and crisps craving, craving
    salty, eat salt from hand
scaling-skin: white flakes from scalp, flakes on shoulders, dandruff, scalp flakes, scaly skin, skin like
    fish scales, flaky scalp, flakes of skin, skin flaking, flakes on collar, scalp snowing
sciatica: sciatica, pain from bum down leg, pain down back of leg from buttock, shooting from back to leg,
    pain from lower back down my leg, pain from bum to foot, pain shoots down my leg, bolt down my leg from
    back
seizure: stiff jerking eyes rolled back, eyes rolled back, had a fit, fits, convulsion, went stiff and
    shook, jerk and foam at mouth, whole body shaking and not responding, fitting, having a seizure, shook
    all over and did not know us, stiffened and shook all over, stiffened and shook, went stiff and shook
    all over, went stiff then jerked, fell down shaking all over, fit after stopping drinking, fits after
    stopping alcohol, shaking fit and bit tongue, shook all over eyes rolled, had a fit went stiff, blank
    and jerking arms, stiffened then shook, stiffened and started shaking, jerked all over, shook all over
    for minutes
sensitive-skin-to-touch: clothes hurt skin, clothes hurt against skin, sheets hurt skin, cannot bear touch,
    skin hurts when brushed, skin sore to touch, light touch hurts, hug hurts, shower hurts my skin, skin
    feels sunburnt, skin tender to touch, duvet touching shins torture, duvet touching is torture, sheets on
    my skin agony, cannot stand clothes touching, light touch burns, water from shower hurts skin, hurts
    when brushed against
sensitivity-to-noise: sounds too loud, everyday sounds too loud, noise hurts, cannot bear noise, loud noise
    unbearable, clatter of dishes unbearable, noises go right through me, every noise makes me jump, cannot
    stand noise, noise is too much, noises get to me, every little noise, noise goes through me, kettle too
    loud, sounds hurt my ears, sound hurts, kids' noise unbearable, hands over his ears, covers his ears,
    plates go right through me, clattering go right through me, clattering plates go through me, sound goes
    right through me, noise goes right through me, clink of cutlery painful, startles at noise, startles at
    every sound, jumps at the slightest noise, jump out of my skin at noise
severe-breathing-difficulty: cannot breathe, fighting for breath, fight for air, struggling to breathe
    badly, cannot get words out for breath, too breathless to speak, cannot speak a full sentence breath,
    choking for air, suffocating, stopped breathing for a while baby, ribs sucking in with each breath,
    cannot speak for breath, mouth to mouth, cannot finish a sentence for breath, cannot finish a sentence
    without gasping, can only say a few words, too puffed to finish a sentence, cannot finish a sentence and
    lips
short-stature: shortest in class, smallest in class, tiny for age, much shorter than classmates, short for
    age
short-term-memory-loss: forget what I was about to say, forget what I just said, forget what I just read,
    forget what someone just told me, ask and forget five minutes later, cannot remember five minutes ago,
    forget what I had for breakfast, cannot remember what I just did, in one ear and out the other
sleep-problems: sleep broken, sleep badly, poor night sleep, wake up every hour, wake often in night, up and
    down all night, light sleeper now, bad nights, sleep rubbish, sleep terrible, restless nights,
    nightmares every night, wake several times, sleep pattern messed up, sleep is all over the place, fitful
    sleep, disturbed nights, not sleeping well, sleep in bits, wake early every day, wake up at night, sleep
    really badly, bad sleeper, sleeping badly, rubbish sleeper, done for the night at four
slow-heartbeat: resting pulse 42, pulse slow, heart beats slowly, heart slow, heart rate 40, heart beats too
    slow, pulse is slow, low pulse, heart rate dropping to 38, pulse down to 40, heart rate in the 40s,
    heart rate in forties, pulse in the 40s, heart only 40 beats
slow-wound-healing: cut takes weeks to heal, cuts take forever to heal, cut not healing, sore won't heal,
    scab for weeks, wound won't close, grazes take ages, wounds slow to heal, leg sore not healing, shaving
    cuts take ages, scratches take weeks to go, healing slow, cuts heal slowly, wound stays open, scabs
    never go, cut won't heal, graze still open after weeks
slowed-thinking: takes ages to work things out, takes ages to think, brain slow, mind slow, think slow,
    thinking sluggish, slow to answer, slow to reply, slow on the uptake, brain in slow motion, thoughts
    slow, cannot think quickly, brain takes time to catch up, takes longer to work out sums, mental
    arithmetic takes forever, thoughts like treacle, takes me ages to answer, brain works in slow motion,
    think in slow motion
slurred-speech: words slurred, sound drunk, words run together, mumble words, tongue thick speech, speech
    thick, words jumbled, speech slurred, slur, speech garbled, talk like drunk, words come out wrong
    slurred, trip over words, speech went, speech went funny, speech was funny, speech has gone, couldn't
    get any words out, words come out jumbled, talking like drunk, cannot get words out suddenly
smooth-tongue: tongue smooth and glossy, tongue shiny, tongue smooth, tongue like glass, tongue bald, bumps
    on tongue gone, shiny tongue
sore-mouth: inside of mouth raw, mouth raw, mouth sore, inside mouth hurts, mouth hurts, mouth tender, gums
    sore, mouth too sore to eat, roof of mouth sore, inside of cheeks sore, spicy food hurts mouth, mouth is
    raw, inside of mouth sore, gums tender
sore-throat: throat on fire, throat sore, throat raw, throat like sandpaper, throat scratchy, throat hurts,
    throat like razor blades, tickly sore throat, throat killing me, tonsils sore, throat burns, swallowing
    razor blades, glass in my throat
sore-tongue: tongue sore, tongue hurts, tongue raw, tongue stings, tongue tender, sore tip of tongue, tongue
    painful
spasticity: legs stiff and jerky, muscles tight and jerk, limbs stiff as planks
spoon-nails: nails turned up at edges, nails hold a drop of water, nails dip, nails scooped out, nails like
    spoons, nails curve up, nails concave, dent in middle of nails, nails sunk in middle, nails shaped like
    scoops, nails flat and curl up, nails spooned, nails dip in the middle, nail holds a drop of water
stiff-neck-bending: cannot touch chin to chest, neck stiff cannot bend, cannot put chin on chest, cannot
    bend neck forward, neck rigid, neck too stiff to look down, can't put chin on chest, chin won't touch
    chest
suicidal-thoughts: better off without me, better off dead, not want to be here, do not want to live, want to
    end it, wish I was dead, wish I would not wake up, ending it all, thoughts of ending my life, kill
    myself, no reason to live, cannot go on living, everyone better off if I was not here, everyone better
    off without me, family better off without me, world better off without me, know how I would end it,
    sorting out my papers and end it, planning how to end it, no reason to go on living, do not want to wake
    up in the morning, everyone would be better off, everyone would be better off if, know how I'd end it,
    know how I would do it suicide
sun-exposed-rash: rash where sun hits, rash on neck and hands from sun, skin burns in minutes of sun, red
    skin where sun gets, blister in sun, sun brings me out in rash, neck and hands red and sore after
    sunshine, skin red after sunshine, come up in spots in the sun, rash after being in the sun, skin reacts
    to sun, blisters after sun, arms come out in bumps in sun, sun makes rash worse, sun makes skin worse,
    sun makes it worse, red and sore after sunshine, red sore hands after sunshine, neck and hands come up
    red after sunshine, sore red skin where the sun gets, red after any sunshine, come up red after sun
sunken-fontanelle: soft spot looks dipped in, soft spot dipped, soft spot gone in, dip on top of baby's
    head, soft spot sunk, dent in soft spot, soft spot hollow
sweating: sweat pours off me, sweat buckets, sweat sitting still, dripping in sweat, shirt soaked by sweat,
    soaked in sweat, sweaty palms, hands clammy, clammy, clammy skin, sweat for no reason, forehead drips,
    sweat like a pig, wet through with sweat, drip with sweat, pouring with sweat, sweaty, baby's head
    sweats, sweaty head, baby sweats when feeding, sweats buckets, shirt soaked through sitting still, sweat
    drips off me
swelling: fingers puffy, ring too tight, cannot get ring off, rings tight, face puffy, eyes puffy, hands
    swollen, puffy face in morning, puffy eyes, hold water, puffy hands, face swollen, retaining water,
    hands puffed up, bags under my eyes swollen, press leaves a dent, face and hands puffy, puffy face and
    hands
swelling-all-over: puffy all over
swollen-belly-child: tummy sticks out arms like twigs, tummy sticks out thin arms, big tummy skinny arms,
    belly sticks out skinny legs, tummy sticks out arms thin, child's belly swollen, toddler's belly
    swollen, baby's belly swollen, son's belly swollen, daughter's belly swollen, child has big tummy, his
    tummy sticks out but, her tummy sticks out but, tummy sticks right out
swollen-glands: lumps under jaw, lump under jaw, glands swollen, glands up, lumps in neck, pea sized lumps
    in neck, lump in armpit, lump in groin, swollen lymph, gland in neck up, lump behind ear, lumps at side
    of neck, lumps in the neck, glands up in neck, lump in side of neck, swollen lumps in groin
swollen-gums: gums red and puffy, gums puffy, gums swollen, gums inflamed, gums grown over teeth, gums sore
    and red, gums spongy, gums tender, gums sore and puffy, puffy round back teeth, gums look angry, gums
    throb, gums up round the back teeth
swollen-legs: socks leave marks, sock marks deep, ankles puffy, cannot get shoes on by evening, shoes don't
    fit by evening, shoes tight by evening, ankles like balloons, elephant ankles, ankles swell, ankles
    swollen, feet swell, feet swollen, legs swollen, cankles, feet puffy, shin leaves dent pressed, legs
    fill with fluid, dent in my shin, legs like tree trunks, feet puff up, feet like balloons, feet up like
    balloons, shoes too tight by evening, shoes won't fit by evening, swelling round ankles, swelling in
    feet, ankles bulge over shoes, shoes will not go on feet, feet puffed up by evening, shoes do not fit by
    evening, cannot get my shoes on by evening, socks dig into ankles, rings on my legs from socks, ankles
    disappear by evening, ankles disappear, cannot see my ankle bones, ankles gone by teatime, no ankles
    left by night
swollen-lips: lip blown up, top lip blown up, lips puffed up, lips swollen, lip swollen, fat lip came up,
    lips ballooned
swollen-tongue: tongue too big for mouth, tongue swollen, tongue thick, tongue feels big, tongue fat, tooth
    marks on tongue, tongue enlarged, tongue swelling, teeth marks on sides of tongue, teeth marks along
    tongue, scalloped tongue, tongue fills my mouth, tongue got thick, macroglossia, teeth marks, teeth
    marks along the sides
taste-changes: metal taste, taste of metal, taste like pennies, mouth tastes of coins, metallic, sucking
    coins, funny taste in mouth, bitter taste, food tastes odd, food tastes wrong, coffee tastes off, coffee
    tastes horrible now, everything tastes bitter, everything tastes wrong, everything tastes salty, water
    tastes funny, taste in mouth horrible, food tastes like metal, sweet things taste sour, taste gone
    funny, sour taste, coffee tastes disgusting, tea tastes off, chocolate tastes like soap, food tastes
    disgusting, water tastes of metal, nothing tastes right, taste wrong, tastes like soap, taste like blood
    in mouth, strange taste, sour taste in mouth, taste of rust, chemical taste
tearing-pain: ripping pain in chest, ripping pain in back, tearing in my chest, something tore in back
temple-headache: temples throb, pain at temples, temples hurt, tender temples
tension-headache: tight band round head, band round head, head in a vice pressure, tight headache from
    stress, pressure all round head, head squeezed, hat too tight
testicle-lump: lump on testicle, lump in ball, lump on my ball, pea on testicle, swollen testicle, lump in
    nut, one ball bigger
testicle-pain: ball hurts, balls ache, testicle aches, pain in balls, ball hurts badly, sudden pain in
    testicle, pain in my balls
thickened-skin: skin thick, skin hard and thick, leathery skin, skin like leather, skin on heels thick,
    soles gone hard and thick, skin hard like leather, hard thick skin on soles, skin thick like leather,
    skin tough and thick, hard skin on hands and feet, palms gone hard and thick, soles hard and thick,
    thick like leather, gone hard like leather, skin like a rhino, soles like leather
thinning-hair: see scalp through hair, scalp shows, ponytail half the size, ponytail thinner, hair thin,
    hair thinner, parting wider, hair getting sparse, hair fine and thin, hair lost volume, hair gone wispy,
    thin on top, less hair than I had, hair half as thick, scalp visible, hair less thick, parting getting
    wider, see my scalp through my hair, hair is going on top, crown is going thin
throat-or-tongue-swelling: throat closing, throat swelling up, throat closing up, throat tightening and
    tongue swelling, tongue and throat swollen, throat swollen shut, throat closing up and tongue swelling,
    throat closing up after peanut, throat closing after nuts, tongue swelling after peanut, throat swelling
    shut, throat tightening after eating nuts, throat closing after sting, tongue swelled up after eating
throat-spasm: throat clamps shut, throat clamps, throat suddenly locks, throat seizes, vocal cords snap
    shut, throat goes into spasm
thumb-twitching: thumb jumping, thumb jumps, thumb twitches, finger twitches, finger jumps, index finger
    twitching, finger moves on its own
thunderclap-headache: worst headache ever, worst headache I ever had, like being hit on the head suddenly,
    headache came like a bolt, exploded in head, sudden headache like hit with hammer, kicked in back of
    head headache, headache like being hit with a bat, headache hit me like a hammer in seconds
tingling: fizz all over skin, skin prickles, skin tingles, pins and needles, skin crawls, buzz under skin,
    like bugs crawling on skin, ants on skin, arm tingles, leg tingles, pins needles arms, buzzing in body,
    tingles, like static under my skin, insects crawling on me
tingling-around-mouth: fizz round lips, lips fizz, lips tingle, lips buzz, tingle round mouth, prickly lips,
    mouth tingles, pins and needles in lips
tingling-face: cheek tingles, face tingles, face prickles, pins and needles in face, face buzzing
tingling-feet: pins needles toes, pins needles feet, feet tingle, toes tingle, feet fizz, toes prickle,
    soles tingle, feet buzz, feet prickly
tingling-hands: fingers prickle, fingers tingle, pins needles in fingers, pins needles hands, hands tingle,
    fingertips buzz, hands fizz, fingers fizz, hand prickles, fingertips tingle, hands buzzing
tingling-hands-and-feet: hands and feet tingle, pins needles hands and feet, fingers and toes tingle,
    fingers and toes prickle, fingers and toes fizz
tinnitus: whine in ears, high pitched whine, ringing ears, buzz in ears, hissing ears, ears ring, noise in
    ears, whooshing in ears, kettle in my ears, humming in ears, ears whistle, sound nobody else hears, ears
    buzz, crickets in my ears, roaring in ears, pulse in ear, hear ringing, hear a ringing, hear buzzing,
    hear a whistling, hear humming, high note in ear, whistle in ear that never stops, hum in my ears at
    night, ears never quiet
too-weak-to-walk: so weak cannot stand, too weak to stand, too weak to get up, too weak to walk, cannot walk
    from weakness, legs too weak to stand, so weak I cannot stand, so weak cannot even stand, cannot stand
    up by myself, cannot stand on my own, legs won't hold me, so weak I can't even stand, weak cannot stand
tooth-decay: teeth rot, teeth rotting, holes in teeth, fillings every visit, teeth crumbling, teeth going
    black, rotten tooth, cavity, teeth falling apart, brown spots on teeth, hole in my tooth, tooth has a
    black hole, filling fell out and tooth rotting
tremor: shaking like leaf, shake like leaf, trembling, tremble inside, shaky inside, body shakes, internal
    tremor, shaky, feel shaky, arms shake, the shakes, legs tremble, head shakes by itself, trembly, jelly
    like shaking, vibrating inside, shake inside, internal trembling, inner tremor
trouble-chewing: hard to chew, jaw too tired to chew, cannot chew meat
trouble-finding-words: word on tip of tongue, tip of my tongue cannot get, cannot think of the word, words
    won't come, lose words, wrong word comes out, say wrong word, call things by wrong name, forget names of
    things, forget words, stuck for words, cannot find words, grasping for words, word finding hard, use the
    wrong words, mix up words, lose the word, lose word mid sentence, word escapes me, words escape me, call
    the kettle the thing, can't remember the word, cannot remember words, forget the word, words disappear,
    forget simple words, word is gone, say spoon when I mean fork, mean one word and say another, cannot
    string a sentence together, word on the tip of my tongue all day, call things thingy
trouble-swallowing: food stuck going down, food sticks, food gets stuck, choke on food, choke when I eat,
    pills get stuck, cannot swallow tablets, food won't go down, lump in throat when swallow, cough when
    drink goes wrong way, drinks go wrong way, swallow several times to get food down, swallowing hard,
    something stuck in my throat, difficulty swallowing, three swallows, several swallows to get food down,
    swallow a mouthful takes, tablets stuck, pills stuck in throat, food hangs in throat, food catches in
    throat, meat gets stuck, bread sticks, coughing when I drink, gulp water to get food down, cannot get
    food down, pills get stuck in throat, have to wash food down
unintended-weight-loss: pounds falling off, pounds drop off, weight dropping off, weight falls off, clothes
    hang off, clothes hanging off me, not dieting lose weight, losing weight without dieting, eat well but
    lose weight, lost stone without trying, kilos drop off, weight loss for no reason, getting thinner not
    trying, shrinking away, wasting away to nothing, belt on a new hole, clothes too loose, trousers fall
    down, weight vanishing, weight drops without trying, lost pounds without trying, dropped kilos without
    trying, lost kilos not trying, losing weight and eating normally, losing weight no diet, eating the same
    but losing weight, dress hangs, skirt falls down, ring slips off weight, watch slides down arm, bones
    showing, dropped two dress sizes without dieting, belt three notches tighter, trousers falling down and
    not dieting, weight falling off me, jeans hanging off me and not on a diet, jeans hanging off me,
    trousers falling down, weight dropping off without dieting
unrefreshing-sleep: eight hours still wake shattered, wake shattered, wake exhausted, wake up exhausted,
    wake up tired, sleep not refresh, never feel rested, wake more tired than went to bed, sleep ten hours
    still tired, wake feeling like not slept, wake unrefreshed, not rested, feel like I haven't slept, get
    up as tired, sleep doesn't help, wake up like never went to bed, hours of sleep and wake like never
    slept, wake feeling like I have not slept, sleep does nothing for me, full night's sleep still tired,
    feel no better after sleeping, sleep all night wake shattered
unsteady-gait: walk as on boat, walk like a drunk, sway when walking, stagger when I walk, zigzag when I
    walk, walk with feet wide apart, weave when walking, unsteady walking, wobbly walking, stagger, veer to
    one side walking, wobbly on feet, walking drunk, hold on to furniture to get across room, hold on to
    furniture to walk, furniture walking, cling to the furniture, hold on to us to walk, walk as if on a
    boat, walk as if drunk, totter when walking, need to hold the wall walking, hold on to furniture,
    holding on to furniture, get across the room holding on
upper-back-pain: ache between shoulder blades, pain between shoulder blades, between my shoulder blades,
    upper back aches, knots between shoulder blades, burning between shoulder blades, spot between shoulder
    blades, knot between shoulder blades, stabbing between shoulder blades, sore between shoulder blades,
    upper back is killing me, top of my back aches, sore shoulder blades, pain under shoulder blade,
    shoulder blade aches, shoulder blades ache
urinary-incontinence: wee when sneeze, pee when sneeze, wee when cough, leak when sneeze, leak when laugh,
    leak when jump, cannot hold pee, cannot hold wee, wet myself, do not make it to toilet in time, wear
    pads for leaks, dribble after wee, not get to loo in time wet, bladder leaks, trampoline leak, pee
    myself, bladder weak, wet the bed again, dampness in pants from leaks, leak a bit, wee comes out when,
    wee comes out, pee comes out when, pee leaks, leaking when laugh, cannot reach toilet in time, toilet
    too late wet, drip after I pee, knickers wet, leak when run, leak when I lift, leak when I run, leak
    running, leak when I sneeze, cannot control bladder, no control over bladder, lost control of bladder,
    bladder control gone, bladder control, trouble holding urine, wee escapes, pee before I reach the
    toilet, leak when I laugh, leak a bit when laugh or sneeze, leek when laugh or sneeze, leek a bit,
    dribble when I cough, wet myself laughing, do not make it to the toilet in time, pants wet when I cough,
    pads for leaks
urinary-retention: bursting nothing comes out, cannot pee, bursting cannot go, wee will not come, pee won't
    come out, stand there and nothing comes pee, only drips when I try to wee, bladder full but cannot
    empty, cannot pass water, need to pee hardly drop comes out, need to pee nothing comes out, need a wee
    only dribbles, only drops come out when I pee, cannot start to pee, strain to pee, cannot tell when need
    to wee, bladder full and cannot go, not emptying my bladder, need to pee but hardly a drop comes out,
    need to pee but nothing comes out, need to wee but nothing comes out, need to go but nothing comes out,
    hardly a drop comes out, only a drop comes out, pee will not start, want to pee but cannot
vaginal-bleeding: spotting between periods, bleed between periods, blood after sex, bleeding after sex,
    bleeding down below not period, bleed when not on period, spotting mid cycle, spotting, light spotting,
    spotting in pregnancy, bleeding in between, bled after sex, blood when I wipe not period, bleeding from
    my vagina
vertigo: everything spins, everything spinning round, room whirls, room spins, roll over in bed spins, world
    tilts, on a merry go round, floor moves, ground moves under me, like a fairground ride, ceiling spins,
    world spins, like on a ship, spins when I turn my head, spinning when lie down, things spin, head spins,
    room moves, vertigo, floor tilts, floor tilt, ground tilts, bed spins, walls spinning, world turning
    round, spinning when I close eyes, spins when I lie down, whole house turns, rocking boat, ceiling goes
    round, ceiling spins round, room goes round and round, tip over when I turn my head
vision-loss: cannot see out of eye, eye gone blind, sight gone in eye, see nothing out of eye, vision went
    black, lost sight, blind spot in my sight, sight going, everything went black in one eye, eye went
    black, losing my sight
vomiting: chuck up, cannot stop chucking up, throw up, been sick, sick four times, being sick, keep being
    sick, head over toilet bowl, puke, puked, threw up my breakfast, brought up my dinner, heave up,
    hurling, spewing, vomit, bring everything back up, chundering, head down the toilet, was sick in the
    car, sick once or twice, been sick ten times a day, sick fifteen times a day, been sick several times,
    was sick twice, being sick all day, sick all night, everything I eat comes back up, comes straight back
    up, food comes back up, eat comes straight back up
vomiting-all-fluids: cannot keep sip of water down, cannot keep water down, everything I drink comes back
    up, throw up every drink, brings up every drink, sick after every sip
vomiting-blood: brought up blood, sick with blood in it, blood when sick, vomit blood, blood in sick, coffee
    grounds sick, threw up blood, sick had blood in it, threw up what looked like coffee grounds, vomit like
    coffee grounds
waddling-gait: waddling about like a duck, waddle like a duck, walk like a duck, waddles side to side, rolls
    from side to side walking, waddling along
wasting: arms are like twigs, arms like sticks, legs like sticks, arms like matchsticks, ribs sticking out,
    you can count his ribs, skin hanging off bones, clothes hang off bones
waters-broke: waters have gone, my waters went, waters gone, waters broken, fluid gushing down legs
    pregnant, gush of water pregnant, leaking waters
watery-eyes: tears stream down cheeks, eyes stream, eyes water, watery eyes, eyes weepy, eyes leak, eyes run
    outside, tears run down, eyes drip, tears streaming down face in wind, tears streaming down when windy,
    eyes stream in wind, eyes stream when windy, eyes run in the cold, tears run down my cheeks outside,
    eyes weep outdoors, always wiping my eyes
weight-gain: put on stone, getting fat, piled on pounds, weight piling on, put on weight, clothes too tight
    put on weight, gained weight, gone up dress size, weight creeping up, scales going up, jeans too tight,
    trousers getting tight, kilos creeping on, fat round middle, gone up two sizes, weight going up, pounds
    in two months without changing diet, pounds on, put pounds on, gained pounds, stone heavier, heavier
    than ever, blown up like a whale, weight won't shift, weight will not budge, gain weight on nothing,
    look at cake and gain, clothes don't fit any more tight, skirt won't zip, spare tyre, belly getting
    bigger, dress sizes up, gone up dress sizes, gone up a size, up two dress sizes, clothes all too tight,
    gone up two dress sizes
weight-loss: jeans slip down, jeans keep slipping, lost weight, thinner, gone down two sizes, getting
    skinny, trousers loose, lost a stone, dropped two dress sizes, dropped kilos, losing pounds, losing a
    lot of weight, losing lots of weight, weight going down, clothes loose, losing kilos, ribs showing, face
    looks gaunt, gaunt, skinny lately, losing so much weight, son has lost weight and looks skinny, lost
    weight and looks skinny
wheezing: chest whistles, whistle when breathe, wheeze, wheezy, chest rattles and whistles, whistling
    breath, breathing whistles, squeaky chest, whistling noise in chest when breathe out, whistling when
    breathe out, chest squeaks, chest sings when I breathe, musical noise in chest, wheezy when I lie down,
    chest wheezes like a kettle
white-fingers-in-cold: fingers white and numb in cold, fingers white cold, fingers lose colour in cold,
    fingers go blue and white, fingers go white holding something cold, toes go white in cold, fingers turn
    white, fingers go waxy white, hands go blue in the cold, hands go blue when cold, fingers go blue when
    cold, fingers blue and white in cold, hands turn white outside
white-nail-spots: white flecks in nails, white dots on nails, white spots nails, white marks on nails, white
    bits on nails, milk spots on nails, white speckles nails
widespread-twitching: muscles jump all over body, muscles popping all over, twitches all over, twitch
    everywhere, twitches in different places, twitches jump from arm to leg, random twitches all over
yellow-vision: yellow tint to everything, everything yellow tint, see yellow, colours look yellow, colours
    look off, colours washed out and yellowy, white looks yellow, everything looks yellowish, yellowy
    colours in eye, colours faded and yellow, see world through yellow glass
"""


def _read(table: str) -> dict[str, tuple[str, ...]]:
    phrases: dict[str, tuple[str, ...]] = {}
    for line in table.strip().replace("\n    ", " ").splitlines():
        symptom, _, rest = line.partition(":")
        phrases[symptom] = tuple(phrase.strip() for phrase in rest.split(","))
    return phrases


TELLINGS: Mapping[str, tuple[str, ...]] = _read(_TABLE)
"""For each symptom the phrases that tell of it."""
