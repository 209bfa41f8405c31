"""Whatever is typed, there is an answer."""

from hypothesis import given, settings
from hypothesis import strategies as st

from advice.findings import Verdict
from advice.judging import judge
from advice.text import Block, Kind, Link, Picture, Suggestion, Surroundings, Text

# Signs that rules look at, and any other.
TYPED = st.text(max_size=120) | st.text("aeiëïuyjgd wordt is.!?…'’‘-\n0 A\u0301", max_size=200)
BLOCK = st.builds(Block, TYPED, TYPED, st.sampled_from(Kind), st.integers(0, 4))
ANYTHING = st.builds(
    Text,
    title=TYPED,
    slug=TYPED,
    seo_title=TYPED,
    description=TYPED,
    intro=TYPED,
    keyphrase=st.none() | TYPED,
    blocks=st.lists(BLOCK, max_size=8).map(tuple),
    pictures=st.lists(st.builds(Picture, TYPED, TYPED, st.booleans()), max_size=3).map(tuple),
    links=st.lists(st.builds(Link, TYPED, TYPED, st.none() | st.integers()), max_size=3).map(tuple),
    surroundings=st.builds(
        Surroundings,
        st.none() | st.integers(0, 3),
        st.lists(TYPED, max_size=4).map(tuple),
        st.lists(st.builds(Suggestion, st.integers(), TYPED), max_size=2).map(tuple),
    ),
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(ANYTHING)
def test_no_text_is_too_strange(text: Text) -> None:
    found = judge(text)
    assert len({finding.rule for finding in found}) == len(found)
    for finding in found:
        assert finding.message
        assert finding.why
        assert finding.verdict in Verdict
        assert 1 <= finding.weight <= 10
