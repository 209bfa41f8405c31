"""Texts that were written to do harm: nothing runs, nothing hangs, and no words go missing."""

import itertools
import json
import re
import time
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blog.blocks.body import ArticleBody
from tests.wordpress.old_site import OldSite
from wordpress.bodies.convert import convert
from wordpress.bodies.gutenberg import MAX_DEPTH, GutenbergBlock, parse

DEEP = 20_000
# Of the processor's time. All of these need less than three; what is quadratic needs minutes.
SECONDS = 15
# All that rich text of ours may hold.
ALLOWED: dict[str, set[str]] = {
    "a": {"href", "linktype", "id"},
    **{tag: set() for tag in ("p", "b", "i", "ul", "ol", "li", "br")},
}
STARTS = ("http://", "https://", "mailto:", "tel:", "/", "#", "?")


class Judge(HTMLParser):
    """Reads rich text as a browser would, and refuses what is not named above."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        for name, value in attrs:
            assert name in ALLOWED[tag], (tag, name)
            assert name != "href" or (value or "").startswith(STARTS), value


VECTORS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='java\nscript:alert(1)'>a</a>",
    "<a href='&#106;avascript:alert(1)'>a</a>",
    "<a href='\x01javascript:alert(1)'>a</a>",
    "<a href='vbscript:x'>a</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>a</a>",
    "<svg><a xlink:href='javascript:alert(1)'><text>a</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    '<a class="button" href="javascript:alert(1)">Klik</a>',
    '[button url="javascript:alert(1)"]Klik[/button]',
    "[embed]javascript:alert(1)[/embed]",
    '[audio src="javascript:alert(1)"]',
    '[onbekend a="<script>alert(1)</script>"]',
    '<!-- wp:embed {"url":"javascript:alert(1)"} /-->',
    '<!-- wp:social-link {"url":"javascript:alert(1)","service":"x"} /-->',
    '<!-- wp:cover {"url":"x\\" onerror=\\"alert(1)"} -->a<!-- /wp:cover -->',
    '<!-- wp:rank-math/faq-block {"questions":[{"title":"<script>a</script>V","content":"<img '
    'onerror=x>"}]} /-->',
    '<!-- wp:liefdesverdriet/insight {"value":{"label":"insight","text":"<p onclick=x>a<script>'
    'b</script></p>"}} /-->',
    '<x-block data-n="0"><script>alert(1)</script></x-block>[thrive_leads id=12]',
    '<h2 id="x&quot; onclick=&quot;alert(1)">Kop</h2><a href="#x&quot; onclick=&quot;alert(1)">a</a>',
    "<details><summary onclick=x>V</summary><p onclick=x>A</p></details>",
    '<a href="https://elders.example/&quot; onclick=&quot;x">a</a>',
    'https://elders.example/"onclick=x',
    "<blockquote onclick=x><cite onclick=x>a</cite>b</blockquote>",
    "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
]

HOSTILE = {
    "deep elements": "<div>" * DEEP + "a",
    "deep paragraphs": "<div><p>" * DEEP + "a",
    "deep quotes": "<blockquote>" * DEEP + "<p>a" * 5000,
    "deep lists": "<ul><li>" * DEEP + "a",
    "deep tables": "<table><tr><td>" * DEEP + "a",
    "deep stress": "<p><b>" * DEEP + "a",
    "stress that never ends": "".join(f"<p><font color={number}>a" for number in range(DEEP)),
    "deep blocks": "<!-- wp:group -->" * DEEP + "a" + "<!-- /wp:group -->" * DEEP,
    "blocks that never end": "<!-- wp:group -->" * DEEP + "a",
    "ends without a begin": "<!-- /wp:group -->" * DEEP + "a",
    "broken comments": "<!-- wp:group " * DEEP + "a-->a",
    "deep shortcodes": "[su_box]" * DEEP + "a" + "[/su_box]" * DEEP,
    "shortcodes that never end": "[su_box " * DEEP + "a",
    "deep details": "<details><summary>b</summary>" * DEEP + "a",
    "deep JSON": '<!-- wp:plugin/x {"a":' + "[" * DEEP + "} /-->a",
    "one long line": "a " * 500_000,
    "one long word": "a" * 1_000_000,
    "many lines": "a\n\n" * 50_000,
    "many breaks": "a" + "<br>" * 100_000 + "a",
    "many blanks": "a" + "&nbsp;<br>" * 50_000 + "a",
    "many brackets": "a" + "[" * 200_000,
    "many signs": "a" + "<" * 200_000,
    "wide table": "<table><tr>" + "<td colspan=9999 rowspan=9999>a</td>" * 3000 + "</tr></table>",
    "many links": '<a href="/weg/">a</a> ' * 20_000,
}


def texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    return [text for item in value for text in texts(item)] if isinstance(value, list) else []


def rich_texts(block: dict[str, Any]) -> list[str]:
    """Return what is shown as HTML; all else is escaped where it is shown."""
    kind, value = block["type"], block["value"]
    if kind == "paragraph":
        return [value]
    if kind == "faq":
        return [item["value"]["answer"] for item in value["items"]]
    return [value["text"]] if kind == "insight" else []


def assert_harmless(content: str) -> None:
    body = convert(content, OldSite())
    for block in body.blocks:
        for html in rich_texts(block):
            judge = Judge(convert_charrefs=True)
            judge.feed(html)
            judge.close()
        if isinstance(block["value"], dict) and (address := block["value"].get("url")):
            assert address.startswith(("https://", "http://", "/media/")), address
        if block["type"] == "heading":
            assert re.fullmatch(r"[\w:.-]*", block["value"]["anchor"])
    # What the editor reads back is what was written.
    ArticleBody().to_python(json.loads(json.dumps(body.blocks)))


@pytest.mark.parametrize("content", VECTORS)
def test_nothing_that_runs_comes_through(content: str) -> None:
    assert_harmless(content)
    assert_harmless(f"<p>a</p>{content}<ul><li>{content}</li></ul>")


@pytest.mark.parametrize("name", HOSTILE)
def test_texts_made_to_take_for_ever_are_done_at_once(name: str) -> None:
    begun = time.process_time()
    body = convert(HOSTILE[name], OldSite())
    assert time.process_time() - begun < SECONDS
    assert any("a" in text for text in texts([block["value"] for block in body.blocks]))


def test_signs_that_no_page_can_hold_are_left_out() -> None:
    (block,) = convert("a\x00b\x08c\x0bd\x1b[31m\u202ee\ud800f\r\ng", OldSite()).blocks
    assert block["value"] == "<p>abcd[31mef<br/>g</p>"


WORD = "¤"
INLINE = st.recursive(
    st.just(WORD),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{' '.join(parts)}</{tag}>",
        st.sampled_from(
            ["b", "em", "span", "a href='https://x.example/'", "code", "mark", "cite", "sup", "u"]
        ),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=6,
)
TAGS = (
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h6",
    "blockquote",
    "ul",
    "ol",
    "li",
    "pre",
    "figure",
    "figcaption",
    "section",
    "table",
    "tr",
    "td",
    "th",
    "dl",
    "dt",
    "dd",
    "details",
    "summary",
    "div class='wp-block-group'",
    "div class='schema-faq-section'",
    "strong class='schema-faq-question'",
    "div class='wp-block-column'",
)
HTML = st.recursive(
    INLINE,
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{' '.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(TAGS),
        st.lists(inner, min_size=1, max_size=4),
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None)
@given(HTML)
def test_no_words_go_missing(content: str) -> None:
    number = itertools.count()
    content = re.sub(WORD, lambda _: f"w{next(number)}e", content)
    made = " ".join(texts([block["value"] for block in convert(content, OldSite()).blocks]))
    assert [word for word in re.findall(r"w\d+e", content) if word not in made] == []


@settings(max_examples=150, deadline=None)
@given(st.text("<>/=\"' abpdivhrefonclickscript:[]!-wp{}&;#\n\x00", max_size=200))
def test_any_text_is_harmless(content: str) -> None:
    assert_harmless(content)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from([*VECTORS, "<p>", "</p>", "<ul><li>", "<table><tr><td>", "a", "<!-- wp:group -->"])
    )
)
def test_any_mixture_of_attacks_is_harmless(parts: list[str]) -> None:
    assert_harmless("".join(parts))


class TestGutenberg:
    def test_blocks_nest_and_text_stands_between(self) -> None:
        found = parse('a<!-- wp:group {"b":1} --><div><!-- wp:x/y /--></div><!-- /wp:group -->c')
        inner = GutenbergBlock("x/y", {})
        assert found == ["a", GutenbergBlock("group", {"b": 1}, ["<div>", inner, "</div>"]), "c"]

    def test_what_is_not_closed_ends_with_what_is_around_it(self) -> None:
        found = parse("<!-- wp:a --><!-- wp:b -->x<!-- /wp:a -->y")
        assert found == [GutenbergBlock("a", {}, [GutenbergBlock("b", {}, ["x"])]), "y"]

    def test_attributes_that_are_no_json_are_none(self) -> None:
        for written in ("{a}", '{"a":', "[1]", '"a"', "{" * 5000):
            assert parse(f"<!-- wp:a {written} /-->") == [GutenbergBlock("a", {})], written

    def test_core_is_said_or_not(self) -> None:
        assert parse("<!-- wp:core/more /-->") == [GutenbergBlock("more", {})]

    def test_other_comments_are_text(self) -> None:
        assert (
            "".join(map(str, parse("a<!-- b --><!--more-->c<!-- wp: -->")))
            == "a<!-- b --><!--more-->c<!-- wp: -->"
        )

    def test_depth_is_bounded_and_all_text_is_kept(self) -> None:
        found: Any = parse("<!-- wp:a -->" * 100 + "x" + "<!-- /wp:a -->" * 100 + "y")
        depth = 0
        assert found[1] == "y"
        while isinstance(found[0], GutenbergBlock):
            found, depth = found[0].inner, depth + 1
        assert (depth, found) == (MAX_DEPTH, ["x"])
