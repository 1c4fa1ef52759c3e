"""Words by their part in a sentence: fillers, people, things, and everyday words not to correct."""

from app.language.normalize import stem


def stems(words: str) -> frozenset[str]:
    """Give the stems of words written with spaces between."""
    return frozenset(stem(word) for word in words.split())


def plain_words(words: str) -> frozenset[str]:
    """Give words written with spaces between, as they are."""
    return frozenset(words.split())


def stem_phrases(*phrases: str) -> tuple[tuple[str, ...], ...]:
    """Give the stems of phrases, each as a tuple."""
    return tuple(tuple(stem(word) for word in phrase.split()) for phrase in phrases)


# Taken out before anything is compared, so that "sick to my stomach" is "sick to stomach".
DETERMINERS = stems("a an the my your his her their our its this that these those mine some any both own be")
# Adverbs that only colour: "cannot really feel my toes" is "cannot feel toes".
COLORING = stems("really even just very so quite also actually literally ever simply")
LEFT_OUT = DETERMINERS | COLORING

# Concepts that only name a complaint in general; alone they make no second reading.
GENERAL = plain_words("PAIN SORE PROBLEM WEAK COLD HOT BURN RED WHITE")
# Concepts of the thesaurus that are states of the whole person.
STATES = plain_words("TIRED SLEEPY DIZZY LIGHTHEADED NAUSEA ANXIOUS DEPRESSED UNWELL LETHARGIC FOGGY")

NEGATIONS = frozenset(("no", "not", "never", "without"))

# Carry no meaning of their own in a complaint. Never negations, body parts, or how much and when.
FILLERS = stems(
    """
    i me we us you he she they them it who which what whose im ive id myself yourself himself
    herself itself am is are was were be been being have has had having do does did doing get gets
    got getting gotten go goes going went keep keeps kept feel feels feeling felt seem seems
    seemed look looks looking become becomes became start starts started starting begin begins
    began begun tend tends happen happens happened experience experiences experiencing experienced
    suffer suffers suffering suffered notice noticed noticing complain complains complaining
    report reports reporting reported present presents presenting presented develop develops
    developed developing make makes making made give gives cause causes turn turns turned
    sensation sensations in on at of to from with by for into onto over under around round about
    near between within through throughout inside as like and or & plus also then there here so
    very really quite rather pretty just even yet ever now again lately recently currently
    nowadays these days today bit kind sort type thing things stuff way where while during than
    too if because cos coz cuz since up out would could should can may might will shall bits especially
    particularly mostly mainly usually generally basically literally actually definitely honestly
    certain slightly somewhat mild mildly moderate moderately symptom symptoms sign signs episode
    episodes bout bouts onset history hx pt patient c/o area region part parts self completely
    totally absolutely please hi hello thanks thank more most such else other others another one
    ones uncontrollably uncontrollable involuntarily new that's extremely super terribly awfully
    horribly badly insane insanely crazy crazily randomly sometimes occasionally occasional
    intermittent intermittently regularly each toward towards mine own unexplained continuous
    continuously continual continually persistent persistently ongoing recurrent recurring n time
    times everytime when whenever after before once upon until but however although though except
    whereas nevertheless otherwise how why according anything everything well properly any anymore
    """
)

# A phrase that comes down to one of these words is too little to go by: in a text it needs all the
# words of the phrase side by side ("the runs"), or a person who "feels" or "is" it ("I feel cold").
AMBIGUOUS = stems(
    """
    run runs trots squits cold hot down low blue off sick ill heavy light dry tight burning burn
    pressure dead jumpy flat shot wired wind slow fast warm wet white yellow red dark black brown
    gray green thick thin rough high big small hard soft full empty short long spots spot bumps
    bump lump lumps shock jerks jerk jump jumping jumps flutter skipping skip racing race pounding
    pound beating beat spinning spin ringing ring buzzing buzz hissing crack cracks cracked split
    splits break breaking peeling peel flaky scales patches patch marks mark shedding shed
    thinning loss los losing gain drop dropping droop drooping fall falling falls trip tripping
    crash crashing freezing frozen tears tear cry cries blood stones stone acid wasting waste
    wasted floppy limp still moody snappy edgy nervous worried worry angry bored lonely slowing
    period periods knot knots lock locking grip balance walking walk stand standing eat eating
    drink drinking hunger hungry sleep sleeping asleep awake wake waking pee peeing urine stool
    poop craving cravings crave ice salt chalk clay dirt lazy spaced zoned gurgling burp burping
    gland glands tender raw scratch nod drift forgetting jolt zap pulse swallow swallowing choke
    choking voice pop stretch growth delay crooked bent bowed bow teeth hair skin nails nail eye
    eyes muscle muscles nerve nerves heart head body weight vision hearing hear see seeing speech
    memory mood sugar pain ache hurt sore nothing something poorly annoy annoying bother pill
    tablet medicine medication drug supplement no not never without avoid stop stopped quit
    conscious consciousness slip slipping drift drifting cut end fit sense snap toss worthless
    pointless misplace flush stumble wider wrecked wreck fried flag flagging whacked spent sapped depleted
    """
)

# Words around a complaint that tell nothing about it; a clause of these alone is not "unmatched".
CHATTER = stems(
    """
    please help hi hello hey thanks thank anyone anybody know idea ideas what why how when could
    cause causing reason think wonder wondering advice doctor gp dr see tell say said want need
    ask question questions worried worry concerned scared normal serious wrong maybe perhaps sure
    wait first second also long time day days week weeks month months year years ago old man woman
    male female boy girl yo y/o guy lady person people adult history past now today yesterday
    since morning evening afternoon last next sorry guess hope suppose believe understand explain
    try tried trying everyone everybody something anything nothing everything mean means sense
    problem problems issue issues trouble concern complaint complaints case lot more else happen
    minute minutes hour hours
    not only just never still yes no ok okay well fine good better worse life work test tests
    result results strange weird funny odd unusual bother bothering annoying annoyed keep nearly
    almost several two three four five six seven eight nine ten couple few terrible awful horrible
    """
)

# Around a medicine these say how much and how often, never which.
DOSES = stems(
    """
    mg mcg ug g gram grams ml iu unit units dose doses daily day twice thrice once weekly week
    monthly month night nightly morning evening bedtime tablet tablets tab tabs capsule capsules
    cap caps pill pills injection injections shot spray puff puffs drop drops bid tid qd prn od bd
    needed x per every hour hours low high strength chronic long term
    """
)

# Said before a habit or a medicine that somebody no longer has.
GIVEN_UP = stems("quit stopped stop former formerly ex gave used previously")

# Fillers that a phrase may not lose unnoticed: "falling asleep during the day", "worked up".
TELLING_FILLERS = stems("day during like up out over off look thing")

# The child someone writes about is the patient; these people are not, unless they write themselves.
RELATIVES = stems(
    """
    mother mom mum mam mommy mummy mama papa dad father daddy sister brother aunt auntie uncle grandma
    grandmother granny gran nan nana nanna grandpa gramps hubby missus grandfather
    grandad granddad husband wife partner spouse boyfriend girlfriend friend fiance fiancee cousin
    niece nephew colleague coworker boss neighbor neighbour roommate flatmate housemate relative
    teacher inlaw stepmother stepfather grandparent parent family classmate
    """
)

# Whoever a clause can be about.
PEOPLE = RELATIVES | stems(
    """
    i me we us he him she her who baby babies infant newborn toddler child kid son daughter boy girl
    man woman lady guy person patient someone somebody everyone anyone nobody teenager teen student
    twin twins grandson granddaughter stepson stepdaughter
    """
)

# What has no symptoms that concern us. Only where it stands as the subject: see `context`.
THINGS = stems(
    """
    car cars truck bus van bike bicycle motorcycle motorbike scooter train plane boat engine motor
    battery wheel brake phone smartphone iphone cellphone laptop computer pc mac tablet screen
    monitor keyboard mouse printer tv television radio camera clock alarm router wifi internet
    network connection server website site app software program code browser fridge freezer oven
    kettle dishwasher washer dryer toaster microwave boiler radiator heater shower tap faucet pipe
    sink house home flat apartment room kitchen bathroom garage roof wall window floor ceiling
    door carpet furniture table desk lamp bulb dog dogs puppy cat cats kitten hamster rabbit
    guinea parrot bird chicken hen cow sheep goat pig pony horse fish goldfish turtle snake lizard
    plant plants tree flower flowers rose lawn grass garden leaves leaf crop weather rain snow
    wind sky storm summer winter traffic road street bridge movie film book song album game team
    match economy market stock stocks price prices company business shop store job interview
    project deadline meeting exam homework essay presentation pizza cake bread soup pasta dinner
    lunch breakfast sandwich steak burger guitar piano violin drum bank budget government shirt
    dress jacket coat trousers jeans sweater sock socks boot boots shoe shoes microphone speaker
    gate jumper sweater potato tomato onion banana sauce paint wallpaper hedge fence shed drawer
    cupboard curtain mattress drill ladder performance lecture speech plot story joke alibi crowd
    suitcase luggage parcel letter
    picture photo image video recipe headphones charger cable elevator lift heating washing machine tyre tyres
    """
)

PETS = stems("dog dogs puppy cat cats kitten hamster rabbit pet vet pony horse")

# Everyday words that must never be "corrected" into a medical one that is a letter or two away.
EVERYDAY = stems(
    """
    able about above accept across act actor add afraid after afternoon again age agree air allow
    alone along already also although always amazing among amount angry animal annoy answer any
    anyone apart appear apple apply april area argue arm army arrive art ask august aunt author
    autumn avoid away awful baby back bad bag bake ball banana band bank bar base basket bath
    beach bean bear beat beautiful bed beer before began begin behind believe bell belong below
    belt bench bend beside best bet better between beyond big bike bill bird birth birthday bite
    black blame blank blanket blind block blow blue board boat body boil bold book boot border
    bore born borrow boss both bother bottle bottom bought bowl box boy brain branch brave bread
    browse browsing browsed
    break breakfast bridge bright bring broad broke brother brought brown brush build building
    bunch burn bus bush business busy butter button buy cake call calm came camera camp can candle
    candy cap car card care careful carpet carrot carry case cash cat catch cause celebrate cent
    center century certain chain chair chalk chance change chapter charge chase cheap check cheer
    cheese cherry chicken chief child children chips chocolate choice choose christmas church
    circle city claim clap class clay clean clear clever click cliff climb clinic clock close
    cloth clothes cloud club coach coal coast coat coconut code coffee coin cold collect college
    color comb come comfort common company compare complain complete computer concert condition
    continue control cook cookie cool copper copy corn corner correct cost couch count country
    couple courage course court cousin cover cow crash crazy cream create credit crew cried crime
    crisp cross crowd crowded cruel cry cup curl current curtain curve custom cut cute cycle daily
    damage damp dance danger dare dark data date daughter day dead deal dear death debt december
    decide decision deep deer delay deliver demand dentist depend describe desert desk detail
    develop diamond diary diet differ different difficult dig dinner dirt dirty discover discuss
    dish distance divide doctor dog dollar door double doubt down dozen drag draw drawer dream
    dress drink drive driver drop drove drum dry duck dust duty each ear early earn earth ease
    east easter easy eat edge egg eight either election else email empty end enemy energy engine
    english enjoy enough enter entire equal escape even evening event ever every exact exam
    example excellent except excite excited exciting excuse exercise exist exit expect expensive
    explain extra eye face fact factory fail fair fairy faith fake fall false family famous fan
    fancy far farm farmer fashion fast fat father fault favor fear feather february feed feel feet
    fell fellow felt female fence festival fetch few field fight figure file fill film final find
    fine finger finish fire firm first fish fit five fix flag flame flat flavor flew flight float
    flood floor flour flow flower fly focus fog fold folk follow food fool foot football force
    foreign forest forever forget forgive fork form forward found four fox frame free freeze fresh
    friday fridge friend front frost frozen fruit fry full fun funny fur future gain gallon game
    garage garden garlic gate gather gave gentle get ghost giant gift girl give glad glass glasses
    glove glue goal goat gold golf gone good grab grade grain grand grandma grape graph grass gray
    great green greet grew grey grocery ground group grow guard guess guest guide guitar gun guy
    habit had hair half hall hammer hand handle hang happen happy hard hat hate have head hear
    heard heart heat heater heavy height held hello help hen here hero hide high hill him hire
    history hit hobby hold hole holiday home honest honey hope horse hospital host hot hotel hour
    house huge human hundred hung hungry hunt hurry hurt husband ice idea image imagine important
    improve inch include increase indeed injure inside instead interest internet interview into
    invent invite iron island issue item jacket jam january jar jeans job join joke journey joy
    judge juice july jump june just keep kept key kick kid kill kind king kiss kitchen kite knee
    knew knife knock know lack ladder lady lake lamb lamp land language lap laptop large last late
    later laugh laundry law lawn lawyer lay lazy lead leader leaf leak lean learn least leather
    leave left leg lemon lend length less lesson let letter level library lie life lift light like
    limit limps line lion lip list listen little live lives lock log lonely long look loose lord
    lose loss lost lot loud love lovely low luck lucky lunch machine mad made magazine magic mail
    main make male mall man manage many map march mark market marry mask mass master match math
    matter may maybe meal mean measure meat medal meet meeting member men mental mention menu
    message metal middle might mild mile milk million mind mine minor mint minute mirror miss
    mistake mix mobile model modern moment monday money monkey month mood moon more morning most
    mother motor mountain mouse mouth move movie mud murder museum music must mystery nail name
    narrow nation nature near nearly neat neck need neighbor nerve nest net never new news next
    nice night nine nobody noise none noon normal north nose note nothing notice november now
    number nurse nut object ocean october off offer office often oil old olive once one onion
    online only open opinion orange order other our out outside oven over own owner pack page paid
    pain paint painting pair palace pale pan pants paper parade parent park part partner party
    pass past pasta paste path patient pattern pay peace peach pear pearl pen pencil pepper
    perfect perhaps person pet phone photo piano pick picnic picture pie piece pig pillow pilot
    pin pine pink pipe pizza place plain plan plane planet plant plastic plate play player please
    pleased plenty plus pocket poem point poison police polite pool poor pop popular possible post
    pot potato pound pour powder power practice prefer prepare present press pretty price pride
    prince princess print prison prize problem program project promise proper protect proud prove
    public pull pump punch puppy purple purpose push put puzzle quality quarter queen question
    quick quiet quit quite rabbit race radio rail rain rainbow raise ran range rare rat rate
    rather raw reach read ready real reason receive recipe record red refuse relax remain remember
    remind remove rent repair repeat reply report rest restaurant result return rice rich ride
    right ring ripe rise river road roast rob rock rocket role roll roof room root rope rose rough
    round route row royal rub rubber rude rug ruin rule run rush sad safe said sail salad sale
    salt same sand sandwich sat saturday sauce save saw say scale scare scared scarf scary school
    science scissors score scream screen screw sea search season seat second secret see seed seem
    seen sell send sense sent sentence september series serious serve service set settle seven
    several shade shadow shake shall shape share shark sharp she sheep sheet shelf shell shine
    ship shirt shock shoe shoot shop shore short shot should shoulder shout show shower shut shy
    sick side sign silence silly silver similar simple since sing single sink sister sit six size
    skate ski skill skin skip skirt sky slave sleep slice slide slip slow small smart smell smile
    smoke smooth snack snake snow soap soccer social sock sofa soft soil sold soldier solve some
    son song soon sorry sort sound soup sour south space spare speak special speech speed spell
    spend spent spider spill spin spirit spoke spoon sport spot spray spread spring square stable
    staff stage stair stamp stand star stare start starve state station stay steal steam steel
    step stick sticky still stock stomach stone stood stop store storm story stove straight
    strange stranger straw stream street strength stress stretch strict strike string strip strong
    student study stuff stupid style subject succeed such sudden suffer sugar suggest suit sum
    summer sun sunday sunny supper supply support sure surf surface surprise swear sweat sweep
    sweet swim swing sword table tail take tale talk tall tank tap tape task taste taught tax taxi
    tea teach teacher team tear tease telephone tell ten tennis tent term terrible test text than
    thank that theater then there they thick thief thin thing think third thirsty this those
    though thought thousand thread three threw throat through throw thumb thunder thursday ticket
    tidy tie tiger tight till time tin tiny tip title toast today toe together toilet told tomato
    tomorrow ton tone tongue tonight took tool tooth top topic total touch tour toward towel tower
    town toy track trade traffic trail train trap trash travel treat tree trick trip trouble truck
    true trunk trust truth try tube tuesday turn turtle twelve twenty twice twin twist two type
    ugly umbrella uncle under understand uniform unit until upon upper upset use usual vacation
    valley value van vase vegetable very view village visit voice vote wage wait wake walk wall
    want war warm warn wash waste watch water wave way weak wealth wear weather website wedding
    wednesday week weekend weigh weight welcome well went were west wet what wheel when where
    which while whisper white who whole why wide wife wild will win wind window wine wing winner
    winter wipe wire wise wish with without woke wolf woman won wonder wood wooden wool word wore
    work worker world worry worse worth would wound wrap write writer wrong yard year yellow yes
    yesterday yet young youth zebra zero zone starts starting started loving hating weird liked
    playing gaming watching friendly salary manager boring borrowed lending renting rental
    landlord mortgage loans netflix youtube google facebook amazon instagram twitter tiktok
    password login update download upload install battery charger wireless bluetooth flash printer
    cooking baking frying noodle noodles burger fries sushi curry stew roasted grilled basketball
    baseball cricket hockey rugby swimming skiing hiking camping fishing hunting shopping cleaning
    washing ironing gardening drawing singing dancing reading writing studying teaching learning
    driving riding flying sailing traveling funeral cinema temple mosque sneeze cough kneel squat
    wallet purse keys studies conduction disorder fewer flick suck babble tyre tyres shaker forgot
    whip divorce grieve crap damn hell shit fuck bloody whatever literally honestly kitten gravel
    brick chore chores function functional module taken user parse exception header stack core
    spec char cache hash operator version location internal reset remote product produce generate
    latest constraint constant font compile compiled progress heap spawn peek construct
    destination conversion iteration delete deleted detect detected finder larger pure vertical
    creation infinite infinity symbolic shift angle comma pending intend intended scan thus faster
    manual manually layer slot consistent consistently dual stem latter grid poll receiver disk
    strongly execute executing refer spam dimension aware peer usable consumer operate operating
    operation exclusive closer swap triangle drawn construction processor process periodic media
    compliant reuse overhead stub attach balancer beam deletion stale column chord rational
    activate insertion multiply essential essentially interval interact planar relation defect
    footer animation tier infer integral breadth intersect fleet fraction fractional fret theory
    unstable handy contrast contract solely deadline contact highly chop tick rust sake rotation
    rotate shorten shortest fringe fourth forth brand rhythmic vary varies chose explore explored
    deny denied distinction deeper beep progression folate logger access accessed pickle resolve
    resolved recover recovery facility scope conversation global argument extension register
    symbol server client folder backup monitor instance instant cattle castle saddle paddle riddle
    poodle puddle muzzle nozzle sizzle drizzle sprinkle twinkle wrinkle crinkle shrink brink blink
    critic comic basic slight creep creeping crept gallon gallons elephant popcorn fitting
    balm fidget moult gasp spew advert telly penalty penalties speeding
    stake stakes tinge dye dyed muddle steak flier pastry
    """
)
