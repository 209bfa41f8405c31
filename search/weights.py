"""What a term counts for in an entry, worked out when that is written: BM25, and more at the top.

Robertson and Zaragoza, The Probabilistic Relevance Framework (2009): what a word that stands there more often
adds gets less each time, and less in a long text. How rare a term is changes with every entry, so that
part is left to who asks. Whoever changes a number here has to let `manage.py search_rebuild` run.
"""

from collections import Counter

from search.models import Entry

# The title and the lead are no longer than they are: one hit there says enough.
NAME, LEAD = 2.0, 0.7
# Saturation, and how much the length of a text matters.
K, B = 1.4, 0.6
AVERAGE_LENGTH = 600
# Weights are kept as whole numbers; the greatest possible is 5.1.
SCALE = 10_000


def weights(entry: Entry) -> dict[str, int]:
    """Return for each term of an entry what it counts for there, times `SCALE`, and its facets."""
    often = Counter(entry.text_terms.split())
    norm = K * (1 - B + B * entry.length / AVERAGE_LENGTH)
    found = {term: count * (K + 1) / (count + norm) for term, count in often.items()}
    for field, more in ((entry.name_terms, NAME), (entry.lead_terms, LEAD)):
        for term in set(field.split()):
            found[term] = found.get(term, 0.0) + more
    rounded = {term: round(weight * SCALE) for term, weight in found.items()}
    rounded[of_kind(entry.kind)] = SCALE
    for number in entry.categories.split():
        rounded[in_category(int(number))] = SCALE
    return rounded


def of_kind(kind: str) -> str:
    """Return the term of all entries of a kind."""
    return f"={kind}"


def in_category(number: int) -> str:
    """Return the term of all entries in the category with this id."""
    return f"#{number}"
