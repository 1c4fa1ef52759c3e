"""What each liberty with the words costs in confidence, and what a match is worth.

Confidence is 1 minus the costs. The figures are our own judgement, set on the tuning half of
`tests/language/phrases.jsonl` so that a match above `FLOOR` is right far more often than not; they
are no measured probabilities. Roughly: above 0.9 the words are those of a curated phrase; 0.75 to
0.9 they are synonyms, in another order, or hold one typing error; 0.6 to 0.75 they were stretched,
and a client may want to ask back.
"""

# Below this, words are reported as unmatched, with suggestions.
FLOOR = 0.6

# The phrase itself is listed as a misspelling.
MISSPELLING = 0.02
# Word for word, but a comma or "and" lies between the words.
ACROSS_BOUNDARY = 0.02
# Its words stand in two clauses, neither of which tells anything by itself.
ACROSS_CLAUSES = 0.15
# Another form or a strong synonym of the curated word ("weakness", "feeble").
STRONG_SYNONYM = 0.03
# Same words in another order.
ORDER = 0.02
# Each word with a meaning of its own between the words of the phrase.
GAP = 0.03
MAX_GAP = 4
# A weak synonym ("my lip jumps" for twitching).
WEAK_SYNONYM = 0.1
# Each step from the body part said to the wider one of the phrase (finger, hand, arm).
WIDER_PART = 0.06
MAX_WIDER_STEPS = 2
# On top, where an indirect telling ("socks leave marks") is not said in its own words: it is no pattern.
TOLD_LIBERTY = 0.1
# A word out of a set phrase stands for the phrase's own word ("fall asleep", "asleep").
PART_OF_PHRASE = 0.06
# A body part said once for two sensations, or a sensation once for two body parts.
SHARED = 0.03
# Two records are named alike by these words.
AMBIGUOUS = 0.1
# Only part of a curated phrase is said, but a part that no other record shares.
PARTIAL = 0.3
# That part makes up at least this share of the phrase's worth.
PARTIAL_WORTH = 0.5
# Each small word that gives a one-word phrase its sense is not said ("falling asleep" in "during
# the day").
LOST_FILLER = 0.22
# A typing error: this, and so much times the share of letters that are wrong.
TYPO = 0.05
TYPO_SHARE = 0.45
# More than one word is as near to the misspelled one.
TYPO_UNCLEAR = 0.06

# What a word of a matched phrase is worth when readings compete: the fuller reading wins.
WORTH_HEAD = 1.0
WORTH_BODY = 1.1
WORTH_BROAD_PART = 0.9
WORTH_SOFT = 0.5
# Each step to a wider body part loses so much of it.
WORTH_LOST_WIDENING = 0.3
# A reading's worth is multiplied by confidence to this power.
CONFIDENCE_POWER = 2

# Suggestions below this cosine (character n-grams, 0 to 1) are noise.
SUGGEST_FLOOR = 0.4
MAX_SUGGESTIONS = 3
