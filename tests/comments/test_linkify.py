"""A reader's text is shown as typed; only paragraphs, line breaks and safe links are made of it."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template import Context, Template
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from comments.linkify import SHOWN_LENGTH, count_links, linkify, plain
from tests.quickest import quickest

REL = "ugc nofollow noopener"
SECONDS = 1

# Own collection of classic and newer vectors, one a line.
XSS = (Path(__file__).parent / "data" / "xss.txt").read_text(encoding="utf-8").splitlines()
XSS += ["<img src=x\x00 onerror=alert(1)>", "http://x.example/\x0bonclick=alert(1)", "<\u200bscript>"]


class _Read(HTMLParser):
    """What a browser would read: tags with attributes, and the text with each link's whole address."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.odd: list[str] = []
        self.text = ""
        self.href = ""
        self.shown = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))
        if tag == "a":
            self.href, self.shown = dict(attrs)["href"] or "", ""
        elif tag in ("p", "br"):
            self.text += " "

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            address = self.href if "://" in self.shown else self.href.removeprefix("https://")
            if len(address) > SHOWN_LENGTH:
                assert self.shown.lower() == f"{address[: SHOWN_LENGTH - 1]}…".lower()
            else:
                assert self.shown.lower() == address.lower()
            self.text += address
            self.href = ""

    def handle_data(self, data: str) -> None:
        if self.href:
            self.shown += data
        else:
            self.text += data

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def assert_safe(text: str) -> list[str]:
    """Check that only safe HTML came out and that no visible character was lost; return the addresses."""
    read = _Read(linkify(text))
    addresses = []
    assert read.odd == []
    for tag, attrs in read.tags:
        if tag == "a":
            assert [name for name, _ in attrs] == ["href", "rel"]
            href = attrs[0][1] or ""
            assert href.startswith(("http://", "https://"))
            assert "@" not in href.split("/")[2]
            assert attrs[1][1] == REL
            addresses.append(href)
        else:
            assert tag in ("p", "br")
            assert attrs == []
    assert "".join(read.text.split()).lower() == "".join(text.split()).lower()
    unlinked = _Read(plain(text))
    assert {tag for tag, _ in unlinked.tags} <= {"p", "br"}
    assert "".join(unlinked.text.split()) == "".join(text.split())
    return addresses


def hrefs(text: str) -> list[str]:
    return [dict(attrs)["href"] or "" for tag, attrs in _Read(linkify(text)).tags if tag == "a"]


@pytest.mark.parametrize("vector", XSS)
def test_a_vector_stays_text(vector: str) -> None:
    assert_safe(vector)
    assert_safe(f"Hallo {vector} dag")
    assert_safe(f"https://www.x.example/{vector}")
    assert_safe(f"(www.x.example){vector}\n\n{vector}")


def test_the_vectors_are_many() -> None:
    assert len(XSS) >= 60


@given(st.text())
def test_any_text_is_safe_and_complete(text: str) -> None:
    assert_safe(text)


PIECES = [
    "http://",
    "https://",
    "www.",
    "x.example",
    "/",
    "?a=1&b=",
    "#",
    "@",
    ":",
    "(",
    ")",
    "[",
    "]",
    '"',
    "'",
]
PIECES += [
    "<",
    ">",
    "&lt;",
    "&",
    "\n",
    " ",
    ".",
    ",",
    "…",
    "é",
    "\\",
    "\u202e",
    "a" * 60,
    "<a href=",
    "[url=",
]
TEXT_WITH_ADDRESSES = st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join)


@given(TEXT_WITH_ADDRESSES)
def test_any_pile_of_addresses_and_signs_is_safe_and_complete(text: str) -> None:
    assert_safe(text)
    assert count_links(text) >= 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://voorbeeld.example", ["https://voorbeeld.example"]),
        ("HTTP://Voorbeeld.example/Pad", ["http://Voorbeeld.example/Pad"]),
        ("zie www.voorbeeld.example.", ["https://www.voorbeeld.example"]),
        ("(zie https://voorbeeld.example/a).", ["https://voorbeeld.example/a"]),
        ("https://voorbeeld.example/a_(b)", ["https://voorbeeld.example/a_(b)"]),
        ("(https://voorbeeld.example/a_(b))", ["https://voorbeeld.example/a_(b)"]),
        ("https://voorbeeld.example/?a=1&b=2", ["https://voorbeeld.example/?a=1&b=2"]),
        ("https://voorbeeld.example/?a=1&lt;b", ["https://voorbeeld.example/?a=1&lt;b"]),
        ("‘https://voorbeeld.example/a’", ["https://voorbeeld.example/a"]),
        ("https://voorbeeld.example:8080/a!", ["https://voorbeeld.example:8080/a"]),
        ("https://één.example/café", ["https://één.example/café"]),
        ("https://a.example en https://b.example", ["https://a.example", "https://b.example"]),
        ("https://a.example\nhttps://b.example", ["https://a.example", "https://b.example"]),
        ("marit@voorbeeld.example", []),
        ("marit@www.voorbeeld.example", []),
        ("mailto:marit@voorbeeld.example", []),
        ("https://bank.example@dief.example/", []),
        ("https://bank.example:80@dief.example/", []),
        ("https://localhost/admin", []),
        ("http://", []),
        ("http://http://", []),
        ("http://[::1]/", []),
        ("http://.example", []),
        ("www.ik", []),
        ("ftp://voorbeeld.example", []),
        ("javascript:alert(1)", []),
        ("voorbeeld.example/www.voorbeeld.example", []),
        ("https://voorbeeld.example:99999/", []),
        ("https://voorbeeld.example/" + "a" * 2100, []),
    ],
)
def test_which_addresses_become_links(text: str, expected: list[str]) -> None:
    assert hrefs(text) == expected
    assert assert_safe(text) == expected


def test_a_link_says_that_a_reader_made_it_and_has_no_other_attribute() -> None:
    assert linkify("Zie https://voorbeeld.example/?a=1&b=2!") == (
        '<p>Zie <a href="https://voorbeeld.example/?a=1&amp;b=2" rel="ugc nofollow noopener">'
        "https://voorbeeld.example/?a=1&amp;b=2</a>!</p>"
    )


def test_a_long_address_is_shown_short_and_followed_whole() -> None:
    address = "https://voorbeeld.example/" + "a" * 100
    html = linkify(address)
    assert f'href="{address}"' in html
    assert f">{address[:49]}…</a>" in html


def test_direction_marks_cannot_turn_an_address_around() -> None:
    assert hrefs("https://voorbeeld.example/\u202egpj.exe") == ["https://voorbeeld.example/"]


def test_paragraphs_and_line_breaks_are_as_typed() -> None:
    html = "<p>een<br>twee</p>\n\n<p>drie &amp; &lt;b&gt;</p>"
    assert plain("  een\r\ntwee\r\n \r\n\r\ndrie & <b>  ") == html
    assert linkify("een\ntwee") == "<p>een<br>twee</p>"
    assert linkify(" \n ") == plain("") == ""


def test_text_marked_safe_by_mistake_is_escaped_all_the_same() -> None:
    unsafe = SafeString("<b>https://voorbeeld.example</b>")
    assert "<b>" not in linkify(unsafe)
    assert "<b>" not in plain(unsafe)


def test_the_template_filters_show_the_text() -> None:
    template = Template("{% load comment_tags %}{{ text|comment_text }}|{{ text|comment_plain }}")
    assert template.render(Context({"text": "<i> www.voorbeeld.example"})) == (
        '<p>&lt;i&gt; <a href="https://www.voorbeeld.example" rel="ugc nofollow noopener">'
        "www.voorbeeld.example</a></p>|<p>&lt;i&gt; www.voorbeeld.example</p>"
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Dank je wel, z.s.m. meer, o.a. over d.m.v. en 3.50 euro, om 19.30 uur.", 0),
        ("Ik ging weg.De volgende dag kwam hij terug.Net toen ik sliep.Nu niet meer.", 0),
        ("Schrijf naar marit@voorbeeld.nl of naar jan.nl@voorbeeld.com.", 0),
        ("hij...en toen.ja", 0),
        ("https://voorbeeld.example", 1),
        ("HTTPS://VOORBEELD.EXAMPLE", 1),
        ("www.voorbeeld.example", 1),
        ("voorbeeld.nl", 1),
        ("Kijk op voorbeeld.nl/x, of op VOORBEELD.COM.", 2),
        ("kijk op sub.voorbeeld.co.uk/pad?x=1 en http://www.voorbeeld.nl/a.com", 2),
        ("voorbeeld.nl/iets.com/anders.nl", 1),
        ("https://a.example,https://b.example https://c.example", 2),
        ("[url=https://a.example]hier[/url]", 1),
        ("[url]https://a.example[/url]", 1),
        ("[URL=a.example]hier[/URL] [url=https://b.example]daar[/url]", 2),
        ('<a href="https://a.example">hier</a>', 1),
        ("<A HREF=a.example>hier</A>", 1),
        ('<a class=x href="https://a.example">a</a> en <a href=b.example>b</a>', 2),
        ("a <b en c> d", 0),
        ("[hier](https://a.example)", 1),
        ("abc.de", 0),
        ("abc.de/koop", 1),
    ],
)
def test_links_are_counted_as_a_reader_sees_them(text: str, count: int) -> None:
    assert count_links(text) == count


@pytest.mark.parametrize(
    "text",
    [
        "." * 5000,
        "(" * 5000,
        ")" * 5000,
        "http://" * 714,
        "http://" + "." * 4990,
        "http://x.example/" + "(" * 4980,
        "http://x.example/" + ")" * 4980,
        "http://x.example/" + ".)" * 2490,
        "http://" + "a." * 2490,
        "http://" + "a-" * 2490,
        "www." * 1250,
        "https://a.nl " * 384,
        "a." * 2500,
        "a.nl." * 1000,
        "a-" * 2500,
        "a" * 5000,
        "<a " * 1666,
        "<a " + "href" * 1249,
        "[url" * 1250,
        "[url=" + "a" * 4990,
        "&lt;" * 1250,
        "\n" * 5000,
        "\n \t" * 1666,
        "a.nl@" * 1000,
        "é." * 2500,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_long_text_is_shown_and_counted_at_once(text: str) -> None:
    assert quickest(lambda: (linkify(text), plain(text), count_links(text))) < SECONDS
