"""How much each feature of a reaction speaks for spam: naive Bayes with the edges taken off.

Of each feature: p = share of spam that has it / (share of spam + share of real reactions that have it).
Shares, not counts: so it makes no difference whether mostly spam or mostly real reactions were learned. Words
are compared within their own language. p is drawn towards one half while a feature is rare (Robinson's f(w),
strength DOUBT), and what a feature may say is limited, for features are not as independent as the arithmetic
wants. Figures of the choice are in docs/decisions/0008-spam-filter-of-our-own.md.
"""

from collections.abc import Callable
from math import exp, log

from comments.models import SpamFeature
from comments.spam.counts import Counts, hashed
from comments.spam.features import Features

DOUBT = 0.5
# The most that a word or a trait may say, in natural logarithms of odds; and a word's share in the sum.
MOST_WORD, MOST_TRAIT = 2.0, 3.5
# A name was mostly seen once, and tells nothing; a name that sells is a trait of its own.
MOST_NAME = 0.5
WORD_SHARE = 0.5
# So many of each kind (words, pairs, …) count: those that say most. A long honest text cannot hide an
# advertisement, and a long text does not become spam by its length.
STRONGEST = 30
# A good story excuses a link, but no more than this: advertisements are dressed as stories.
EXCUSE = 5.0
# With fewer reactions in a language than this, words are compared with all reactions.
ENOUGH = 10
# What this coach decided is nearer to what comes next than the starting corpus: it counts so many times.
NEARER = 3
# What was learned may outweigh the starting corpus this many times; beyond that the start grows along, so
# that a flood of one kind of spam never drowns what is known of the other kinds.
OUTWEIGH = 3
# Readers sign with their own site too: one that sells nothing, below words that sell nothing and in which no
# link stands, is not enough to call a reaction in Dutch spam; the coach sees it before anyone else does.
HARMLESS = "themes:0:site"
SUSPECT = (
    *("host:", "name:", "name in small letters", "trick:", "owner", "email of a role", "phone:", "long name"),
    *("markup", "share:3", "share:4"),
)
IN_DOUBT = 0.5
# At this sum of logarithms a reaction is called spam (score MARK); SCALE spreads the scores around it.
THRESHOLD, SCALE, MARK = 5.5, 2.0, 0.9

Weights = list[tuple[str, float]]
# In spam and in real reactions, both as they count; and in how many reactions in all.
Seen = tuple[float, float, int]


def weigh(features: Features, starting: Counts, learned: Counts) -> Weights:
    """Return of each known feature its weight: above zero for spam, below for real."""
    counts = _together(starting, learned)
    totals = counts(SpamFeature.TOTALS)
    in_language = counts(hashed(features.of_language))
    if min(in_language[:2]) < ENOUGH:
        in_language = totals
    kinds: dict[str, Weights] = {}
    for word in sorted(features.words):
        if said := _log_odds(counts(hashed(word)), in_language, MOST_WORD):
            kinds.setdefault(word.partition(":")[0], []).append((word, said * WORD_SHARE))
    weights: Weights = []
    for kind in kinds.values():
        weights += sorted(kind, key=lambda item: -abs(item[1]))[:STRONGEST]
    in_words = sum(said for _, said in weights)
    if features.leads_away and in_words < -EXCUSE:
        weights = [(word, said * EXCUSE / -in_words) for word, said in weights]
    weights += [
        (trait, said)
        for trait in sorted(features.traits)
        if (said := _log_odds(counts(hashed(trait)), totals, _most(trait)))
    ]
    in_all = sum(said for _, said in weights)
    if _is_harmless(features) and in_all > THRESHOLD - IN_DOUBT:
        weights = [(name, said * (THRESHOLD - IN_DOUBT) / in_all) for name, said in weights]
    return weights


def score(weights: Weights) -> float:
    """Return 0 for surely real to 1 for surely spam; MARK is the border."""
    above = (sum(said for _, said in weights) - THRESHOLD) / SCALE + log(MARK / (1 - MARK))
    return 1 / (1 + exp(-max(-50.0, min(50.0, above))))


def _is_harmless(features: Features) -> bool:
    if features.language not in ("nl", "short") or HARMLESS not in features.traits:
        return False
    return not any(trait.startswith(SUSPECT) for trait in features.traits)


def _most(trait: str) -> float:
    """Return the most that a trait may say: most names and many hosts were seen once, and tell nothing."""
    return {"a": MOST_NAME, "u": MOST_WORD}.get(trait.partition(":")[0], MOST_TRAIT)


def _together(starting: Counts, learned: Counts) -> Callable[[int], Seen]:
    """Return a function that looks a feature up in both, the start grown along where much was learned."""
    nothing = (0, 0)
    begun, since = starting.get(SpamFeature.TOTALS, nothing), learned.get(SpamFeature.TOTALS, nothing)
    grow_spam, grow_ham = (
        max(1.0, NEARER * new / (OUTWEIGH * old)) if old else 1.0
        for old, new in zip(begun, since, strict=True)
    )

    def seen(feature: int) -> Seen:
        spam, ham = starting.get(feature, nothing)
        more_spam, more_ham = learned.get(feature, nothing)
        return (
            spam * grow_spam + NEARER * more_spam,
            ham * grow_ham + NEARER * more_ham,
            spam + ham + more_spam + more_ham,
        )

    return seen


def _log_odds(seen: Seen, totals: Seen, most: float) -> float:
    spam, ham, times = seen
    if not times:
        return 0.0
    in_spam, in_ham = spam / max(totals[0], 1), ham / max(totals[1], 1)
    share = in_spam / (in_spam + in_ham)
    doubted = (DOUBT * 0.5 + times * share) / (DOUBT + times)
    return max(-most, min(most, log(doubted / (1 - doubted))))
