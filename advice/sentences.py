"""Sentences and words of Dutch text."""

import re

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
# Shortened words after which a sentence goes on, even when a capital follows ("mevr. Jansen", "bijv. Hanne").
# Those that as often end one ("enz.", "etc.", "a.u.b.") are left out on purpose.
_SHORTENED_LIST = """
    afb art bijv bl blz bv ca dd dhr dr drs e.g excl fig geb hfst i.e incl ing ir jl jr ll mevr mej
    mr mw nl no nr o.a o.l.v p pag par prof red resp rubr sr st t.a.v t/m tel t.n.v ver vgl vlg vnl
    vs zgn zg zgz a.h.w b.v d.d d.m.v d.w.z e.v i.c i.o i.p.v i.s.m i.t.t i.v.m m.a.w m.b.t m.b.v
    m.i m.m.v m.n m.u.v n.a.v o.b.v o.i.d o.m o.v.v t.b.v t.g.v t.h.v t.o.v v.d v.w.b w.o z.g
    z.g.a.n
"""
_SHORTENED = frozenset(_SHORTENED_LIST.split())
# The end of a sentence: its marks with what closes them, white space, and what may open the next one.
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(\s+)(?=[\"'“”‘’«(\[„–—-]*\s?(?:[A-ZÀ-ÖØ-Þ0-9]|(?<=['’‘])[stnkm]\s))")
_LAST = re.compile(r"([^\s\"'“”‘’«(\[„]+?)\.$")
_SAY_NOTHING = re.compile(r"^\W*\d+\W*$")


def words(text: str) -> list[str]:
    """Return the words of `text` as typed; "auto's" and "ex-man" are one word each."""
    return WORD.findall(text)


def sentences(text: str) -> list[str]:
    """Return the sentences of `text` that have a word in them; a line break always ends one."""
    found = []
    for line in text.splitlines():
        start = 0
        for end in _END.finditer(line):
            sentence = line[start : end.start(1)]
            if not _goes_on(sentence):
                found.append(sentence)
                start = end.end(1)
        found.append(line[start:])
    return [sentence.strip() for sentence in found if WORD.search(sentence)]


def _goes_on(sentence: str) -> bool:
    """Tell whether the point behind `sentence` is not its end."""
    if _SAY_NOTHING.match(sentence):
        # "1. Begin klein" is one sentence.
        return True
    last = _LAST.search(sentence)
    if last is None:
        return False
    word = last[1].lower()
    is_initial = len(word) == 1 and word.isalpha() and last[1].isupper()
    return is_initial or word in _SHORTENED or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", last[1]) is not None
