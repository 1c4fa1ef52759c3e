"""Figures of speech and names of things that only sound like complaints.

"Sick and tired of the rain", "a shot in the arm", "chest of drawers": these words are taken out before
anything is looked up. Written by us from common English idioms. Articles, possessives and forms of "be"
are left out of comparison, except in `WORDED`: "she is a pain in the neck", but "I have a pain in the neck".
"""

from app.language.words import stem_phrases

_TABLE = """
nosebleed seats, on hot day, on warm day, black tights, dizzy with joy,
absence makes heart, ace of hearts, achilles heel, acquired taste, after heart, alarm ringing, all ears, all
ears for, all life, all mouth, all rage, all thumbs up, almost gave me heart attack, ants in garden, ants in
kitchen, ants in pants, anxiety of influence, anxious for news, anxious to, anxious wait, apple of eye,
apple peel, arm chair shop, arm of law, armed to teeth, arms race, artery road, artichoke hearts, at arms
length, back breaking, back door, back garden, back of hand, back of mind, back on feet, back pack, back
seat, back to drawing board, back to square one, back to wall, back yard, bad blood between, bad hair day,
bad taste in mouth, bad taste in mouth about, bad to bone, balance bike, balance sheet, balanced diet,
banana skin, banging head against brick, banging head against wall, bank balance, bare bones, bat eyelid,
bated breath, battery dead, battery died, battery flat, battle cry, bbq ribs, beat around bush, beat
traffic, beef brisket, bees knees, behind back, belly laugh, belly up, bend elbow, best foot forward, beyond
pale, big mouth, bird twitcher, bird's eye, bit hand feeds, bit tongue, bite bullet, bite dust, bite hand
feeds, bite nails waiting, bite off more than, bite size, bite tongue, bitten off more, bitter pill, bitter
pill to swallow, bitter taste in politics, bitter taste of defeat, black and white film, black eye for
company, black sheep, blackout blinds, blackout curtains, bleach hair, bled company dry, bled dry, bled them
dry, bled us dry, bleed dry, bleed money, bleed us dry, bleeding cheek, bleeding edge, bleeding heart,
bleeding hell, bleeding idiot, bleeding liberty, bleeding nuisance, bleeding obvious, blind alley, blind
date, blind drunk, blind faith, blind leading blind, blind spot, blind spot in mirror, blind with love,
blinded by love, blink of eye, bloated budget, bloated bureaucracy, bloated prices, bloated software, blood
boil, blood boiling over, blood boils when, blood brothers, blood from stone, blood money, blood moon, blood
on hands, blood orange, blood pressure through roof when boss, blood ran cold, blood run cold, blood sweat,
blood sweat and tears, blood thicker than water, bloodshot sunset, bloody annoying, bloody awful, bloody
boring, bloody brilliant, bloody cold, bloody good, bloody hell, bloody nuisance, blow hot and cold, blue
blood, blue in face arguing, blurred photo, blurry picture, boiler knackered, bombshell dropped, bone broth,
bone china, bone dry, bone for dog, bone idle, bone of contention, bone to pick, bored out of skull, bored
stiff, bored to death, bored to tears, boss irritable, bottleneck, bottom of heart, box of nails, brain
drain, brain dump, brain food, brain freeze from ice cream, brain teaser, brainchild, brainstorm,
brainwashed, break back for, break back to, break bank, break even, break ice, break ice with, break law,
break leg on stage, break leg tonight, break news, break record, break sweat, break wind record, breakneck
speed, breath away, breath of fresh air, breathe down neck, breathe easy, breathe freely again, breathe life
into, breathe new life, breathe word, breathing room, breathing space, breathless anticipation, breathless
reviews, breathless with excitement, breathtaking, broken english, broken heart, broken home, broken
promise, brown nose, bruised apples, bruised banana, bruised ego, bruised fruit, bruised pride, bruising
defeat, bruising encounter, budget bloated, bug in software, bugs in code, bundle of nerves before, burn
bridges, burn calories, burn candle, burn candle at, burn dinner, burn fat, burn fingers on, burn hole in
pocket, burn midnight oil, burn out tyres, burn rubber, burn toast, burning ambition, burning desire,
burning passion, burning question, burning smell, burnt fingers investing, bursting at seams, bursting with
flavour, bursting with ideas, bursting with pride, bury head in sand, business trip, bust gut, butter
fingers dropped catch, butterflies about, butterflies at thought, butterflies before, butterflies in stomach
before, butterflies when he, butterfly in garden, button lip, by heart, by skin of, by skin of teeth, cabin
fever, call in sick, calls drop, cancer on society, car battery flat, carry weight, cat got tongue, catch
breath after meeting, catch breath of, caught red handed, chair leg, chance arm, change of heart, cheek to
cheek, cheeky, chest drawers, chest freezer, chest of drawers, chest puffed out with pride, chew over,
chicken breast, chicken leg, chicken wings, chill down spine, chin up, chinwag, chip on shoulder, choke
hold, choke up at speech, choked at altar, choked on penalty, chopped liver, clear throat, climbing walls
waiting, climbing walls with boredom, close to chest, cold beer, cold blooded, cold brew, cold call, cold
caller, cold case, cold coffee, cold comfort, cold cuts, cold day, cold drink, cold feet about, cold feet
and called, cold feet before, cold feet before wedding, cold hard cash, cold hearted, cold light of day,
cold pizza, cold reception, cold season, cold shoulder, cold shoulder from, cold snap, cold soup, cold sweat
thinking, cold turkey, cold war, cold water, cold weather, cold winter, confused by instructions, confused
by plot, confused dot com, confusing instructions, connection drops, constipated economy, contagious laugh,
cooking with gas, cool heels, cost arm and, cost arm and leg, cough up cash, cough up money, cough up rent,
coughing up for repairs, court hearing, crack down, crack joke, crack of dawn, crack up at, cracked code,
cracked egg, cracked me up, cracked mirror, cracked screen, cracks in ceiling, cracks in relationship,
cracks in wall, crap hits, crash and burn, cried laughing, crippled by debt, crippling debt, crippling
taxes, crocodile tears, cross heart, cross mind, crushing blow, crushing defeat, cry eyes out, cry eyes out
at film, cry foul, cry heart out, cry over spilled, cry wolf, crying out for, crying over spilt milk, crying
shame, crying with laughter, curtain twitcher, curtain twitching, cut and dry, cut teeth on, cut throat, day
trip, dead against, dead battery, dead centre, dead certain, dead easy, dead end, dead funny, dead good,
dead heat, dead in water, dead keen, dead line, dead man walking, dead on feet for, dead on time, dead
ringer, dead sea, dead set, dead sure, dead tired of, dead to world last night, dead weight, dead wrong,
deaf ears, deaf to criticism, deaf to pleas, dengue fever, depressed economy, depressed market, depressed
prices, depression era, died laughing, died of shame, digest news, dizzy blonde, dizzy heights, dizzy with
excitement, dizzy with happiness, dizzy with success, dizzying array, dizzying choice, dizzying pace, dog
bone, dont panic, doorbell ringing, double chin joke, double vision song, down at heel, down in mouth about,
down memory lane, dragging feet over, drained account, drained bank account, drained battery, draining
board, dream come true, drop dead, drop dead gorgeous, drop in ocean, drop kids off, drop line, drop of
ocean, drop off parcel, drop subject, dropped call, dropped out of college, dropped out of school, dry as
dust lecture, dry cleaning, dry eye in house, dry humor, dry january, dry land, dry run, dry sense of
humour, dry spell, dry subject, dry weather, dry white wine, dry wine, dry wit, drying washing, dumb luck,
dye hair, dyed hair, dying for, dying for coffee, dying for drink, dying of boredom, dying of curiosity,
dying of embarrassment, dying of laughter, dying to, dying to know, dying to meet, dying to see, ear for
music, ear to ground, ears burning, eat heart out, economic growth, economy limping, edge of cliff, edge of
glory, edge of seats, edge of town, egg on face, ego trip, elbow grease, elbow macaroni, elbow room,
election fever, engine coughed, engine died, evil eye, exhaust fumes from car, exhausted all options,
exhausted all possibilities, exhausted patience, exhausted savings, exhausted supply, exhausting list, eye
catching, eye contact, eye for eye, eye level, eye liner, eye of needle, eye of storm, eye on ball, eye
opener, eye shadow, eye test, eye watering bill, eye watering cost, eye watering price, eye wateringly, eyes
bigger than, eyes peeled, eyes wide shut, face cream, face fell when, face like thunder, face mask, face
music, face of clock, face paint, face to face, face value, faint hearted, faint hope, faint praise, faint
smell, faintest idea, fair shake, fall behind, fall off wagon, fall on deaf ears, fall out with, falling
behind schedule, falling leaves, falling prices, falling star, far cry from, fat chance, fed up to back
teeth, feed ego, feel it in bones, feeling blue about football, feeling low on cash, feet killing in heels,
feet of clay, feet on ground, fell in love, fell through, fever dream, fever pitch, fever to win, feverish
activity, feverish excitement, feverish pace, feverish speculation, feverish trading, fight tooth and nail,
finger food, finger on pulse, fingers burnt in, fingers crossed, fire in belly, first hand, first sight,
fish fingers, fish skin, five finger discount, flat battery, flesh and blood, flying blind, foam mattress,
foggiest idea, foggy day, foggy morning, foggy weather, follow nose, followed footsteps, food for thought,
foot ball, foot bill, foot in door, foot in mouth, foot note, foot of bed, foot of hill, foot of mountain,
foot of page, football fever, for crying out loud, for sore eyes, forget about it, forget it, forget me not,
forgettable film, forked tongue, frightened to death, frog in throat joke, from bottom of heart, from
horse's mouth, from scratch, frozen stiff with fear, full of beans, full of hot air, gas bill, gas guzzler,
gas prices, gas station, gave me creeps, gave me goosebumps, gave me heart attack, get back up, get it off
chest, get itchy feet, get leg over, get off back, get off chest, get on nerves when he, get teeth into, get
under skin, get wind of, get wind out of sails, gets pulse racing film, give chills, give hand, give me
chills, give me heart attack, give us chills, gives goosebumps, gives me creeps, gives me goosebumps, gives
me hives, giving boss headache, giving headache, giving me headache with, go belly up, go weak at knees, go
weak at knees when, gold fever, gold rush fever, golden handshake, gone belly up, gone viral, good taste,
goosebumps when she sang, got cold feet, got fingers burnt, great depression, green around gills joke, green
fingers, green thumb, green with envy, grey area, grip on reality tv, grit teeth and, gritted teeth, growing
pains for company, growing pains of, growing pains startup, growth in economy, growth stocks, guilt trip,
gut feeling, gut instinct, gut reaction, gut wrenching, gutted about, hair appointment, hair cut, hair
dresser, hair dryer, hair dye, hair of dog, hair raising, hair salon, hair stand on end, hair straightener,
haircut, hairdresser, hairs breadth, hairy moment, hairy situation, half hearted, half heartedly, halo
effect, hammer nails, hand bag, hand cream, hand in hand, hand me down, hand over fist, hand to mouth, hand
wash, hands full, hands full with, hands of clock, hands tied, handy man, hard as nails, hard nosed, hard
pill to swallow, hard shoulder, hard to digest news, hard to stomach, has backbone, hate guts, have cold
feet about, hay fever, head against brick wall, head and shoulders above, head and shoulders shampoo, head
chef, head count, head for heights, head gardener, head hunted, head in clouds, head in sand, head of
department, head office, head over heels, head spin with numbers, head spinning from all, head spinning
with, head spinning with ideas, head start, head teacher, headache for boss, headache for team, headache to
organise, headache to sort out, headless chicken, headline, headmaster, heads will roll, headstrong, heal
rift, healing crystals, hearing aid shop, hearing date, hearing next week, heart ache for, heart and soul,
heart attack when saw price, heart bleed for, heart breaking story, heart fluttered when he, heart go out
to, heart grew fonder, heart in mouth, heart in right place, heart leapt when, heart melted, heart missed
beat when, heart not in it, heart of city, heart of gold, heart of matter, heart of palm, heart of problem,
heart of stone, heart of town, heart on sleeve, heart raced when he, heart sank, heart set on, heart shaped,
heart sinks, heart skipped beat when, heart strings, heart swelled with, heart to heart, heart warming,
heartache, heartbreaking, heartbroken, heartburn of envy, heartfelt, heartless, heavy duty, heavy going,
heavy handed, heavy heart, heavy hearted about, heavy load of, heavy metal, heavy rain, heavy traffic, held
breath as, held breath while, high and mighty, high hopes, hip hop, hit head on nail, hit nail, hit nerve,
hit panic, hive of activity, hives of activity, hold breath as, hold breath until, hold tongue, holding
breath for results, holding breath waiting, hollow legs joke, home where heart, homesick, hope chest, hot
air, hot and bothered about, hot chocolate, hot coffee, hot deal, hot dog, hot headed, hot mess, hot off
press, hot on heels, hot oven, hot potato, hot sauce, hot seat, hot soup, hot spot, hot stuff, hot tea, hot
ticket, hot topic, hot tub, hot under collar, hot water, hothead, hung out to dry, hunger for power, hunger
games, hungry for knowledge, hungry for more, hungry for power, hungry for success, hungry like wolf, ice
cold beer, ice cream, ice hockey, ice lolly, ice queen, ice skating, in blink of eye, in blood to, in cold
blood, in cold sweat about, in heartbeat, in hot water, in loving memory, in memory of, in mood for pizza,
in one ear out, in similar vein, in spot of bother, infectious enthusiasm, infectious laugh, infectious
smile, irritable boss, irritating advert, irritating noise, irritating song, itch for adventure, itch to
travel, itching to, itching to get, itching to go, itchy feet and, itchy fingers, itchy jumper, itchy
sweater, itchy trigger finger, itsy bitsy, jaw dropped when, jaw dropping, jaws film, jittery ahead of,
jittery markets, jog memory, joined at hip, joint account, joint effort, joint venture, jump down throat,
jump for joy, jump gun, jump queue, jump ship, jump start, jump to conclusions, jumped at chance, jumped out
of skin, keep at arms length, keep chin up, keep eye on, keep eye out, keep fingers crossed, keep hair on,
keep me on toes, keep nose clean, keep straight face, keeps dropping out wifi, kick in teeth, kick up heels,
kidney beans, kidney pie, kidney shaped, killing in heels, killing time, knackered car, knackered old car,
knee high to, knee jerk reaction, knee pads, knees knocking before, knees went weak when he, knife in back,
know like back of hand, lady fingers, lamb shoulder, land on feet, last legs, laugh on other side of, laugh
till cry, laugh until cry, laughed until sides hurt, learn by heart, leave bad taste in, leave bitter taste,
leaves falling, leaves me cold, left bad taste, left high and dry, left me cold, left out in cold, leg it,
leg of lamb, leg room, leg to stand on, leg up on, legless, legs like jelly before, legs turned to jelly
when he, lend hand, leopard spots, let hair down, let sleeping dogs, let wine breathe, lick wounds, lie
through teeth, life balance, lift finger, light as feather, light at end of tunnel, light headed with joy,
light hearted, light rain, like headless chicken, like it or lump it, like pulling teeth, like sore thumb,
lily livered, limp excuse, limp handshake, limp lettuce, limped to finish, limping along economy, lip balm
flavour, lip gloss, lip service, lip stick, lips sealed, liver and onions, logistical headache, long arm of,
long face, long in tooth, look down nose, loose tongue, lose face, lose face over, lose grip on market, lose
grip on power, lose head, lose heart, lose heart over, lose mind over, lose nerve, lose sleep over, lose
temper with car, loss of data, lost head over, loud mouth, love blind, lovesick, low battery phone, low
budget, low on fuel, low on milk, low on petrol, low point of season, low season, lump in throat as, lump in
throat at, lump in throat during, lump in throat watching, lump in throat when he, lump of coal, lump sum,
lump to throat, made hair stand on end, made me weak at knees, made skin crawl, make blood run cold, make no
bones, makes blood boil, makes head spin, makes me sick how, makes me sick to think, makes skin crawl,
market jittery, matter of taste, medicine chest, meeting headache, memory card, memory foam, memory foam
mattress, memory full, memory lane, memory like elephant, memory stick, memory stick full, migraine of
project, milk shake, millstone round neck, mind boggles, mind numbing, mind numbingly, mind over matter,
moment of weakness, money to burn, mood board, mood lighting, mood music, mood ring, moody film, moody
lighting, moody photos, more than meets eye, mother tongue, mouth of river, mouth to feed, mouth watering,
mouthwatering, movers and shakers, music to ears, nail biting, nail down details, nail file, nail gun, nail
in coffin, nail it, nail on head, nail polish, nail salon, nail varnish, nails and screws, nails on
chalkboard, nearly gave me heart attack, nearly had heart attack, neck and neck, neck and neck race, neck of
bottle, neck of woods, neck on line, nerves of steel, nervous energy, nervous laughter, nervous of teachers,
nervous wait for, never forget holiday, night vision camera, night vision goggles, nightfall, no backbone,
no brainer, no leg to stand, no matter how much, no pain no, no pain no gain, no skin off nose, no stomach
for, no taste in, nose for news, nose for trouble, nose out of joint, nose to grindstone, nosey, nosy, not
bat eyelid, not breathe word, not dry eye, not foggiest, not for faint hearted, not hold breath, not lift
finger, not lose sleep over, not to sneezed, not turn hair, nothing to sneeze at, numb and lifeless
performance, numb with boredom, numbers make head spin, nuts and bolts, off beaten track, off head drunk,
old hand at, on edge of seat, on fire today team, on last legs, on pins and needles about, on pins and
needles until, on run from, once bitten twice shy, once in blue moon, open old wounds, orange peel, out cold
beer, out of blue he, out of breath fresh, out of mind, over dead body, paid through nose, pain au chocolat,
pain in arse, pain in ass, pain in backside, pain in bum, pain in butt, pain in neck boss, pain in
proverbial, pain in rear, pain point, pain to clean, pain to cook, pain to deal with, pain to get to, pain
to install, pain to use, painful decision, painful lesson, painful memories, painful reminder, painful to
watch, painful truth, painfully obvious, painfully shy, painfully slow, pains to explain, paint peeling,
paint to dry, pale ale, pale in comparison, panic bought, panic button, panic buying, panic mode over exam,
panic room, panic stations, paralysed by fear of failing, paralysed by indecision, paralysed city, pass out
candy, pass out cards, pass out flyers, pass out leaflets, pass out papers, pat on back, patience wearing
thin, pay lip service, pay through nose, pee off, peel potatoes, peeling paint, peeling wallpaper, petrol
gas, phone dead, phone died, phone keeps ringing, phone memory, phone ringing, phone vibrating, pick brain,
pins and needles waiting, pins on map, piss poor, pissed off, plants died, play by ear, playing hearts, plot
confusing, point finger, poke nose, poker face, poor taste, potato skin, pour heart out, powder nose, power
trip, price drop, prices falling, prick up ears, private eye, project headache, puff of smoke, puff pastry,
puffed out chest, pull hair out over, pull hair out with, pull leg, pull other leg, pull weight, pull wool
over eyes, pulling hair out trying, pulse of city, pulse racing film, punch above weight, put back into, put
foot down, put foot in it, puzzle make head spin, queen of hearts, rack brains, rack of ribs, rage against
machine, rainfall, raise eyebrows, ram down throat, ran for bus, rash choice, rash decision, rash driving,
rash judgment, rash move, rash of burglaries, rash of complaints, rash of robberies, rash of thefts, rash
promise, rash spending, rash words, raw nerve, read lips, red eye flight, red flag, red tape, redeye flight,
restless crowd, restless natives, ribs of ship, right hand man, ring bell, ring true, ringing endorsement,
ringing phone, risk neck, road rage, road trip, rob blind, rub elbows, rub salt in wound, rub shoulders,
rule of thumb, run down area, run down house, run for train, run mill, run of bad luck, run of luck, run out
of ideas, run out of milk, run out of patience with, run out of time, rundown neighbourhood, running for
bus, running late, rusty joints on, salt in wound, save breath, save face, save skin, saw red, scales of
justice, scar on landscape, scared out of wits, scared stiff, scared to death, school trip, scratch back,
scratch head over, scratch surface, scratching head trying, second hand, second wind, see double feature,
see eye to, see eye to eye, see red, send shivers, set teeth on edge, seven year itch, shake bottle, shake
hands on, shake hands with, shake head, shake leg, shake on it, shake up at work, shake up in, shaking with
anger, shaking with cold at, shaking with excitement, shaking with laughter, shaking with rage, shaky alibi,
shaky camera, shaky evidence, shaky ground, shaky internet, shaky start, shaky video, sharp tongue,
shattered dreams, shattered glass, shattered illusions, shattered vase, shattered window, shit hits fan,
shivers down spine, shivers up spine, shook up cocktail, shoot from hip, shoot mouth off, shoot self in
foot, shot herself in foot, shot himself in foot, shot in arm, shot in dark, shot itself in foot, shoulder
blame, shoulder of road, shoulder responsibility, shoulder to cry on, shoulder to shoulder, sick and tired,
sick and tired of, sick as parrot, sick beat, sick building, sick day, sick joke, sick leave, sick note,
sick of, sick of sight, sick puppy, sick sense of humour, sick to back teeth, sick to death of, sick with
envy, sick with jealousy, sides hurt laughing, sight for sore eyes, silver tongue, skin care, skin crawl
when he, skin deep, skin in game, skin of fruit, skin of potato, skin of teeth, skin on custard, skip ad,
skip breakfast, skip class, skip meeting, skipping rope, skipping school, slap in face, sleep like baby,
sleep like log, sleep mode, sleep on decision, sleep over it, sleeper hit, sleeper train, sleeping bag,
sleeping partner, sleepwalk into, sleepy little town, sleepy town, sleepy village, sleight of hand, slip
mind, slip of tongue, slow burn, slow cooker, slow internet, slow lane, slow website, smell fear, smell like
roses, smell of success, smell rat, sneezed at, snow falling, soft spot for, soft touch, sore about losing,
sore about result, sore loser, sore point, sore sight, sore spot with, sore subject, spare ribs, spill
beans, spill guts, spine chilling, spine of book, spine tingling, spineless, spinning with all, split hairs,
spots on dog, spotted dog, spring fever, stab in back, starry eyed, stars in eyes, starved of affection,
starved of attention, stick neck out, stick out like sore thumb, sticky fingers, stiff breeze, stiff
competition, stiff drink, stiff exam, stiff fine, stiff penalty, stiff test, stiff upper, stiff upper lip,
sting in tail, stock drop, stomach churning ride, stomach flips when he, stomach for fight, stomach in knots
before, stone cold classic, stone cold sober, straight face, stretch legs, strike nerve, strike paralysed,
strong arm, strong stomach for, stumbled across, stumbled upon, stumbling block, sugar coat, sugar crash
economy, sugar daddy, sugar lump, sunburnt country, swallow pride, swallow whole story, swear blind, sweat
bullets, sweat equity, sweat it out waiting, sweat small stuff, sweating over exam, sweatshop, sweet spot,
sweet tooth, swell with pride, swelling crowd, swelling music, swept off feet, swollen ego, swollen head
from praise, swollen river, t bone, table leg, take breath away, take heart, take lumps, take on chin, take
pains to, taking piss, taste for adventure, taste in clothes, taste in men, taste in music, taste in
politics, taste in women, taste of medicine, taste of victory, team choked, tear hair out, tear jerker,
tearing down wall, tearjerker, tears of joy, tears of laughter, teeth chattering with excitement, teeth of
comb, teeth of gale, teething problems, thick as thieves, thin air, thin ice, thin on ground, think on feet,
thirst for blood, thirst for knowledge, thirst for revenge, thirsty work, three sheets to wind, through
thick and thin, throw caution to wind, throw up arms, throw up challenges, throw up good point, throw up
hands, throw up ideas, throw up obstacles, throw up point, throw up questions, throw weight around, thrown
up problems, thumb nose, thumbs up, tickled pink, tied at hip, tight budget, tight deadline, tight jeans,
tight lipped, tight schedule, tight spot, till blue in face, time heals, tip of iceberg, tired cliche, tired
clichés, tired excuse, tired joke, tired of, tired of arguing, tired of cooking, tired of excuses, tired of
hearing, tired of job, tired of lies, tired of waiting, tired old, toe line, tone deaf, tongue in cheek,
tongue of land, tongue tied at party, tongue twister, took breath away, took on chin, tooth and nail, touch
nerve, tough as nails, traffic giving headache, traffic paralysed, travel bug, tread on toes, treasure
chest, trembling voice in film, trembling with excitement, trembling with rage, trip abroad, trip down
memory, trip of lifetime, trip to coast, tropical depression, tug heartstrings, tunnel vision about, turn
blind, turn blind eye, turn deaf ear, turn nose up, turn other cheek, turn stomach upside, twiddling thumbs,
twist arm, twitch channel, twitch stream, twitch streamer, twitcher, twitchy about, two faced, two left
feet, under breath, under thumb, unforgettable, until blue in face, up in arms, up to ears in, up to neck
in, up to scratch, use head, vein of gold, vein of humour, venetian blind, verbal diarrhoea, vibrating
phone, viral video, vision for company, vision statement, voice mail, vomit inducing, waiting with bated
breath, wake once, wake up and smell, wake up call, wake up once, wake up smell coffee, walking on thin ice,
wallpaper peeling, war chest, war of nerves, warm reception, warm welcome, wash hands of, waste breath,
watch back, watch paint dry, watch twitch, weak argument, weak at knees for, weak at knees when, weak
coffee, weak currency, weak dollar, weak economy, weak ending, weak excuse, weak in knees when, weak joke,
weak knees for, weak link, weak password, weak plot, weak pound, weak signal, weak spot in market, weak tea,
weak will, weak with laughter, weakness for cake, weakness for chocolate, wear thin, wedding fever, weed
garden, weighs heavy on conscience, weight behind, weight of world, weight off chest, weight off mind,
weight off shoulders, wet behind ears, white as ghost when, white as sheet when, white elephant, white lie,
white noise, wifi drops, wind farm, wind in sails, wind of change, wiped floor, wiped hard drive, wiped out
by flood, wiped out savings, wiped table, with open arms, without batting eyelid, woke culture, word of
mouth, work to bone, world cup fever, worried sick about exam, worried sick about results, worth weight in
gold, wouldnt seen dead, wounds of past, wrapped around little finger, yellow bellied, yellow card, yellow
fever, you make me sick, young at heart
"""

IDIOMS = stem_phrases(*(phrase.strip() for phrase in _TABLE.replace("\n", " ").split(",")))
WORDED = stem_phrases(
    "is a pain in the neck",
    "is a pain in the back",
    "such a pain in the neck",
    "a thick skin",
    "he a pain in the neck",
    "she a pain in the neck",
    "it a pain in the neck",
    "break a leg tonight",
    "real pain in the neck",
    "right pain in the neck",
    "bit of a pain in the neck",
    "sleep on it",
    "fall for it",
    "fell for it",
    "shake it off",
    "beats me",
    "get out of hand",
    "got out of hand",
    "in your face",
    "costs an arm and a leg",
    "cost an arm and a leg",
    "an arm and a leg for",
)
