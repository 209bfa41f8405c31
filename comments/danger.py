"""Words that point to danger: suicide, self-harm, violence at home, abuse, threats.

They block nothing. A reaction in which one is found gets the lines of 113 and Veilig Thuis after sending and
stands on top of the queue, so one too many is better than one missed.

The coach keeps two lists of one phrase a line: the words, and the idioms that only sound like danger. In a
line `*` at the end of a word stands for any ending and `...` for at most MAX_GAP words of the same sentence;
`#` starts a remark; all else is literal. Accents, capitals and punctuation make no difference, and small
words ("echt", "gewoon") may stand in between. Matching runs over words, not characters, along a tree of all
lines at once: no line can make it slow.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

MAX_FOUND = 10
MAX_GAP = 3
MAX_FILLERS = 2
MAX_LINE_WORDS = 12
MAX_LINE_GAPS = 3

LEXICON = Path(__file__).parent / "lexicon"

# Combining accents, and what has no width: soft hyphen, joiners, direction marks, byte order mark.
_UNSEEN = "\u0300-\u036f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
# "m'n" and "me zelf" are one word.
_JOINED = r"\b(?:[mMzZ]['’‘´`][nN]|[dD]['’‘´`][rR])\b|\b(?:[mM](?:e|ij|['’]?n)|[zZ]ich)[ ]zelf\b"
_WORD = re.compile(rf"{_JOINED}|[^\W_]+(?:[{_UNSEEN}]+[^\W_]+)*")
_APOSTROPHES = re.compile("[’‘´`]")
_HIDDEN = re.compile(rf"[{_UNSEEN}]+")
# "dooood" and "dooddd": a vowel stands at most twice, a consonant once, where somebody held the key.
_HELD_VOWEL = re.compile(r"([aeou])\1{2,}")
_HELD_CONSONANT = re.compile(r"([b-df-hi-np-tv-z])\1{2,}")
# One full stop, question or exclamation mark before white space, or an empty line. Dots in a row are a pause.
_SENTENCE_END = re.compile(r"(?<!\.)\.(?=\s)|[!?](?=\s)|\n\s*\n")
# A star counts only where a word ends; elsewhere it is punctuation, as in "zelfm*rd".
_PART = re.compile(rf"(?P<gap>\.{{3,}}|…)|(?P<word>{_WORD.pattern})(?P<star>\*(?!\w))?")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Two spellings of one word, also Flemish and hasty ones: a line with one finds the other.
_SAME = {
    "mij": "me",
    **dict.fromkeys(("m'n", "mn"), "mijn"),
    **dict.fromkeys(("z'n", "zn"), "zijn"),
    **dict.fromkeys(("d'r", "dr"), "haar"),
    **dict.fromkeys(("me zelf", "mij zelf", "mn zelf", "m'n zelf", "mijzelf", "meself"), "mezelf"),
    "zich zelf": "zichzelf",
    "t": "het",
    "k": "ik",
    **dict.fromkeys(("nie", "ni", "nit"), "niet"),
    "einde": "eind",
    "wilt": "wil",
    "wille": "willen",
    "leve": "leven",
    "sex": "seks",
    "sexueel": "seksueel",
}

# Small words that people put in anywhere: at most MAX_FILLERS of them may stand between two words of a line.
_FILLERS = _words(
    """
    al alleen allemaal alweer bijna continu dagelijks dan dus echt eens eigenlijk elke even gewoon
    gisteren heel helemaal hier inmiddels keer maar meteen misschien morgen nacht nog nou nu ook ooit
    opeens opnieuw regelmatig serieus soms steeds straks toch toen vaak vanavond vandaag vannacht veel
    vroeger weer wel zelfs zo just really
    """
)

# Words of which one alone, or two together, would put nearly every reaction on top.
_COMMON = _words(
    """
    aan af al alle alleen alles als altijd ander andere bang been ben bent beter bij dag dan dat de deze
    die dit doe doen doet door dus echt een eens eigenlijk elkaar en er ex gaan gaat ga gaf gedaan geen
    gehad geweest gewoon goed haar had heb hebben hebt heeft heel hem hen het hier hij hoe hou hun iets
    ik in is ja jaar je jij jou jouw jullie kan kon komt kun kunnen laat leven liefde maar man me mee
    meer mensen met mij mijn moet moeten mooi na naar nee niet niets niks nog nooit nu of om omdat ons
    ook op over pijn relatie samen slecht steeds te tegen toch toen tot tijd twee uit van vaak veel
    verdriet verder voel voelt voor vriend vriendin vrouw waar wat we weer weet weg wel werd wie wij wil
    word wordt wou zag ze zeg zegt zei zeker zelf zich zie zij zijn zo zonder zou
    """
)


@dataclass
class _Node:
    """A place in the tree of lines: where each next word leads, and whether a line ends here."""

    words: dict[str, "_Node"] = field(default_factory=dict)
    stems: dict[str, "_Node"] = field(default_factory=dict)
    stem_lengths: tuple[int, ...] = ()
    # What a word begins with that any of the stems fits: as many letters as the shortest one has.
    beginnings: set[str] = field(default_factory=set)
    after_gap: "_Node | None" = None
    is_end: bool = False

    def after(self, word: str) -> list["_Node"]:
        same = _SAME.get(word, word)
        found = [self.words[same]] if same in self.words else []
        # Nearly every word of nearly every text ends here.
        if not self.stem_lengths or word[: self.stem_lengths[0]] not in self.beginnings:
            return found
        for length in self.stem_lengths:
            if length > len(word):
                break
            if word[:length] in self.stems:
                found.append(self.stems[word[:length]])
        return found


@dataclass(frozen=True)
class _Part:
    word: str  # "" for a gap
    any_ending: bool = False


@dataclass(frozen=True)
class _Text:
    """A text as plain words. `begins[i]`: a sentence ends between word i - 1 and word i."""

    words: list[str]
    spans: list[tuple[int, int]]
    begins: list[bool]
    nears: dict[int, list[int]] = field(default_factory=dict)

    def far(self, position: int) -> list[int]:
        """Return where the word after a gap may stand: here, or past at most MAX_GAP of the same sentence."""
        return list(_reach(self.begins, position))

    def near(self, position: int) -> list[int]:
        """Return where the next word may stand: here, or past at most MAX_FILLERS small words."""
        if position not in self.nears:
            reach = self.far(position)
            jumped = [self.words[index] not in _FILLERS for index in reach[:MAX_FILLERS]]
            self.nears[position] = reach[: jumped.index(True) + 1 if True in jumped else MAX_FILLERS + 1]
        return self.nears[position]


def find_danger(text: str, words: str, idioms: str) -> list[str]:
    """Return the phrases of `words` as they stand in `text`: in order, each once, at most MAX_FOUND.

    A phrase that shares a word with an idiom does not count, unless it is more than the whole idiom
    ("doodmoe van het leven" against "doodmoe").
    """
    danger, harmless = _tree(words), _tree(idioms)
    read = _read(text)
    idioms_at: dict[int, list[frozenset[int]]] = defaultdict(list)
    for path in _matches(harmless, read):
        for index in path:
            idioms_at[index].append(frozenset(path))

    found: dict[str, str] = {}
    furthest: dict[int, int] = {}
    for path in _matches(danger, read):
        if not any(not idiom < set(path) for index in path for idiom in idioms_at.get(index, ())):
            furthest[path[0]] = max(furthest.get(path[0], -1), path[-1])
    reached = -1
    for first, last in sorted(furthest.items()):
        if first <= reached:
            continue
        reached = last
        found.setdefault(
            " ".join(read.words[first : last + 1]), text[read.spans[first][0] : read.spans[last][1]]
        )
    return list(found.values())[:MAX_FOUND]


def default_words() -> str:
    return _default("gevaar.txt")


def default_idioms() -> str:
    return _default("uitdrukkingen.txt")


def check_lexicon(text: str) -> list[str]:
    """Return in Dutch which lines of a list match nothing, and which match far too much."""
    messages = []
    for number, line in enumerate(text.splitlines(), start=1):
        shown = _phrase(line)
        if shown and (message := _trouble(shown)):
            messages.append(f"Regel {number}, ‘{shown[:40]}’: {message}")
    return messages


def _trouble(phrase: str) -> str:
    parts = _parse(phrase)
    words = [part for part in parts if part.word]
    if not words:
        return "hier staat geen woord. Zet er een woord bij, of haal de regel weg."
    if len(words) > MAX_LINE_WORDS:
        return f"deze regel is te lang en doet niet mee. Gebruik hoogstens {MAX_LINE_WORDS} woorden."
    if len(parts) - len(words) > MAX_LINE_GAPS:
        return f"deze regel doet niet mee. Gebruik hoogstens {MAX_LINE_GAPS} keer drie puntjes."
    if len(words) == 1 and words[0].any_ending and len(words[0].word) < 4:
        return "zo’n kort begin past op veel te veel woorden. Schrijf meer letters voor het sterretje."
    if len(words) == 1 and len(words[0].word) < 3:
        return "dit is te kort en staat in bijna elke reactie. Schrijf een heel woord of een paar woorden."
    if len(words) < 3 and all(part.word in _COMMON for part in words):
        return "dit staat in bijna elke reactie. Maak er een langere zin van, zoals ‘ik wil niet meer leven’."
    return ""


def _default(name: str) -> str:
    """Return a list without the lines that explain it to who edits the file; these start with ##."""
    lines = (LEXICON / name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("##")).strip() + "\n"


def _phrase(line: str) -> str:
    return line.partition("#")[0].strip()


def _parse(phrase: str) -> list[_Part]:
    """Return the words and gaps of a line, without gaps at its ends or next to each other."""
    parts: list[_Part] = []
    for match in _PART.finditer(phrase):
        if match["word"]:
            parts.append(_Part(_normal(match["word"]), any_ending=bool(match["star"])))
        elif parts and parts[-1].word:
            parts.append(_Part(""))
    if parts and not parts[-1].word:
        parts.pop()
    return parts


@lru_cache(maxsize=16)
def _tree(lexicon: str) -> _Node:
    root = _Node()
    for line in lexicon.splitlines():
        parts = _parse(_phrase(line))
        gaps = sum(not part.word for part in parts)
        if not parts or gaps > MAX_LINE_GAPS or len(parts) - gaps > MAX_LINE_WORDS:
            continue
        node = root
        for part in parts:
            if not part.word:
                node.after_gap = node.after_gap or _Node()
                node = node.after_gap
            elif part.any_ending:
                node.stem_lengths = tuple(sorted({*node.stem_lengths, len(part.word)}))
                node = node.stems.setdefault(part.word, _Node())
            else:
                node = node.words.setdefault(_SAME.get(part.word, part.word), _Node())
        node.is_end = True
    _note_beginnings(root)
    return root


def _note_beginnings(node: _Node) -> None:
    """Fill in `beginnings`, of this node and of all after it; as deep as a line is long."""
    node.beginnings = {stem[: node.stem_lengths[0]] for stem in node.stems}
    for after in (*node.words.values(), *node.stems.values(), *filter(None, [node.after_gap])):
        _note_beginnings(after)


def _read(text: str) -> _Text:
    words, spans, begins = [], [], []
    end = 0
    for match in _WORD.finditer(text):
        start = match.start()
        words.append(_normal(match[0]))
        spans.append(match.span())
        # One character, as nearly always stands there, ends no sentence.
        begins.append(start - end > 1 and bool(_SENTENCE_END.search(text, end, start)))
        end = match.end()
    return _Text(words, spans, begins)


def _reach(new_sentence: list[bool], position: int) -> Iterator[int]:
    """Yield where the next word may stand: here, or past at most MAX_GAP words of the same sentence."""
    last = min(position + MAX_GAP, len(new_sentence) - 1)
    for index in range(position, last + 1):
        yield index
        if new_sentence[index] or (index < last and new_sentence[index + 1]):
            return


@lru_cache(maxsize=8192)
def _normal(word: str) -> str:
    """Return a word in small letters, without accents, characters of no width, and letters held down."""
    folded = unicodedata.normalize("NFKD", word).casefold()
    plain = _APOSTROPHES.sub("'", _HIDDEN.sub("", folded))
    return _HELD_CONSONANT.sub(r"\1", _HELD_VOWEL.sub(r"\1\1", plain))


def _matches(root: _Node, text: _Text) -> Iterator[tuple[int, ...]]:
    """Yield each match as the indexes of its words; words in a gap are not part of it."""
    first = {word: nodes for word in set(text.words) if (nodes := root.after(word))}
    for start, word in enumerate(text.words):
        if word not in first:
            continue
        waiting: list[tuple[_Node, tuple[int, ...], int]] = [
            (node, (start,), start + 1) for node in first[word]
        ]
        seen: set[tuple[int, int]] = set()
        while waiting:
            node, path, position = waiting.pop()
            if (id(node), position) in seen:
                continue
            seen.add((id(node), position))
            if node.is_end:
                yield path
            for after, reach in ((node, text.near), (node.after_gap, text.far)):
                if after and (after.words or after.stems):
                    for index in reach(position):
                        for child in after.after(text.words[index]):
                            waiting.append((child, (*path, index), index + 1))
