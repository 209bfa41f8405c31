"""Shortcodes are told from words between brackets, and read with all the quotes that people use."""

import time

import pytest

from wordpress.bodies.shortcodes import Shortcode, attributes, split


def only(text: str) -> Shortcode:
    (piece,) = split(text)
    assert isinstance(piece, Shortcode)
    return piece


@pytest.mark.parametrize(
    "written",
    [
        "id=\"a b\" los ids='1,2'",
        "id=“a b” los ids=‘1,2’",
        "id=&quot;a b&quot; los ids=&#8216;1,2&#8217;",
        "ID = &#8220;a b&#8221; los ids=1,2",
        'id="a b"\u00a0los\n ids=1,2',
    ],
)
def test_all_quotes_mean_the_same(written: str) -> None:
    assert attributes(written) == {"id": "a b", "0": "los", "ids": "1,2"}


def test_an_apostrophe_stays_within_double_quotes() -> None:
    assert attributes('titel="Marit\'s ‘eigen’ “boek”"') == {"titel": "Marit's ‘eigen’ “boek”"}


def test_entities_in_values_are_read() -> None:
    assert attributes('src="https://a.example/?b=1&amp;c=2"') == {"src": "https://a.example/?b=1&c=2"}


def test_words_without_a_name_are_numbered() -> None:
    assert attributes("een \"twee drie\" 'vier'") == {"0": "een", "1": "twee drie", "2": "vier"}


def test_a_shortcode_has_its_content_and_source() -> None:
    text = 'voor [caption id="x"]<img> woorden[/caption] na'
    assert split(text) == [
        "voor ",
        Shortcode("caption", {"id": "x"}, "<img> woorden", '[caption id="x"]<img> woorden[/caption]'),
        " na",
    ]


def test_one_without_an_end_has_no_content() -> None:
    assert only("[gallery]").content is None
    assert only("[audio src=x.mp3 /]") == Shortcode("audio", {"src": "x.mp3"}, None, "[audio src=x.mp3 /]")
    assert only("[box][/box]").content == ""


def test_one_that_closes_itself_does_not_take_the_end_of_another() -> None:
    first, second = split("[audio src=a /][audio]b[/audio]")
    assert isinstance(first, Shortcode)
    assert isinstance(second, Shortcode)
    assert (first.content, second.content) == (None, "b")


def test_shortcodes_stand_in_each_other() -> None:
    assert only("[vc_row][vc_row]a[/vc_row][toc][/vc_row]").content == "[vc_row]a[/vc_row][toc]"


def test_an_open_one_takes_nothing_that_is_of_another() -> None:
    names = [
        (piece.name, piece.content)
        for piece in split("[gallery][gallery][/gallery]")
        if not isinstance(piece, str)
    ]
    assert names == [("gallery", None), ("gallery", "")]


def test_crossed_ends_leave_words() -> None:
    assert split("[een][twee][/een][/twee]") == [
        Shortcode("een", {}, "[twee]", "[een][twee][/een]"),
        "[/twee]",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("a [[gallery]] b", "a [gallery] b"), ("[[box]a[/box]]", "[box]a[/box]"), ("[[toc]]", "[toc]")],
)
def test_doubled_brackets_are_words(text: str, wanted: str) -> None:
    assert "".join(piece for piece in split(text) if isinstance(piece, str)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "[1]",
        "[voetnoot?]",
        "[sic]",
        "[let op: dit = dat]",
        "[lees dit](https://a.example/)",
        "[<a href='x'>link</a>]",
        "[]",
        "[ gallery ]",
        "[Gallery]",
        "[gallery",
        "[/gallery]",
        '<a title="[gallery]">a</a>',
        '<!-- wp:x {"a":["toc"],"b":"[toc]"} -->',
        "<script>a[toc]</script>",
    ],
)
def test_this_is_no_shortcode(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "[gallery]",
        "[contact-form-7 id=3]",
        "[thrive_leads id='12']",
        "[tve_x]",
        "[vc_row]",
        "[et_pb_text]",
        "[plugin_x a=1]",
        "[vreemd]a[/vreemd]",
        "[caption caption='<em>x</em>' id=1]",
    ],
)
def test_this_is_one(text: str) -> None:
    assert only(text).source == text


def test_nothing_is_lost() -> None:
    text = "a [gallery] b [1] [x a=1]c[/x] [/x] <b>d</b>[toc]"
    assert "".join(piece if isinstance(piece, str) else piece.source for piece in split(text)) == text


HARD = {
    "brackets": "[" * 300_000,
    "open tags": "[a " * 100_000,
    "galleries": "[gallery]" * 50_000,
    "nested": "[a]" * 30_000 + "[/a]" * 30_000,
    "quotes": "[a " + 'b="' * 100_000 + "]",
    "curly quotes": "[a " + "b=“x " * 100_000 + "]",
    "words": "[gallery " + "a " * 200_000 + "]",
    "open comments": "[a]" + "<!--" * 100_000,
    "open scripts": "[a]" + "<script>" * 50_000,
    "a long name": "[" + "a" * 500_000,
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_no_text_takes_long(text: str) -> None:
    begun = time.process_time()
    split(text)
    assert time.process_time() - begun < 5
