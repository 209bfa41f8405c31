"""Line ends of the classic editor become paragraphs and breaks, as WordPress shows them."""

import time

import pytest

from wordpress.bodies.autop import autop

CASES = {
    "a blank line parts paragraphs": ("een\n\ntwee", "<p>een</p>\n<p>twee</p>"),
    "a line end is a break": ("een\ntwee", "<p>een<br />\ntwee</p>"),
    "line ends of Windows and old Macs count": (
        "een\r\n\r\ntwee\rdrie",
        "<p>een</p>\n<p>twee<br />\ndrie</p>",
    ),
    "a line of spaces is blank": ("een\n \t \ntwee", "<p>een</p>\n<p>twee</p>"),
    "nothing stays nothing": (" \n\n ", ""),
    "a break that is there is not doubled": ("een<br>\ntwee", "<p>een<br />\ntwee</p>"),
    "two breaks part paragraphs": ("een<br /> <BR>twee", "<p>een</p>\n<p>twee</p>"),
    "a lone less-than sign is a word": ("1 < 2\n\n3 > 2", "<p>1 < 2</p>\n<p>3 > 2</p>"),
    "a block ends a paragraph": ("een<h2>kop</h2>twee", "<p>een</p>\n<h2>kop</h2>\n<p>twee</p>"),
    "blocks in capitals too": ("een\n<DIV>twee</DIV>", "<p>een</p>\n<DIV>twee</DIV>"),
    "a heading keeps no paragraph inside": ("<h2>\n\nkop\n\n</h2>", "<h2>kop</h2>"),
    "a paragraph that is there stays": ("<p>een\ntwee</p>", "<p>een<br />\ntwee</p>"),
    "a blank line inside it parts it": ("<p class='x'>een\n\ntwee</p>", "<p class='x'>een</p>\n<p>twee</p>"),
    "a block ends it": ("<p>een<div>twee</div></p>", "<p>een</p>\n<div>twee</div>"),
    "one run of words in a div stays bare": ("<div>een\ntwee</div>", "<div>een<br />\ntwee</div>"),
    "two get paragraphs": ("<div>een\n\ntwee</div>", "<div><p>een</p>\n<p>twee</p>\n</div>"),
    "a quote always has them": ("<blockquote>een</blockquote>", "<blockquote><p>een</p>\n</blockquote>"),
    "a list takes no breaks": (
        "<ul>\n<li>een</li>\n\n<li>twee\ndrie</li>\n</ul>",
        "<ul><li>een</li>\n<li>twee<br />\ndrie</li>\n</ul>",
    ),
    "a list in a list": (
        "<ul><li>een\n<ul>\n<li>twee</li>\n</ul>\n</li></ul>",
        "<ul><li>een<ul><li>twee</li>\n</ul>\n</li>\n</ul>",
    ),
    "nor does a table": (
        "<table>\n<tbody>\n<tr>\n<td>een</td>\n<td>twee</td>\n</tr>\n</tbody>\n</table>",
        "<table><tbody><tr><td>een</td>\n<td>twee</td>\n</tr>\n</tbody>\n</table>",
    ),
    "preformatted text is left alone": (
        "een\n<pre>a\n\n  b</pre>\ntwee",
        "<p>een</p>\n<pre>a\n\n  b</pre>\n<p>twee</p>",
    ),
    "a script is left alone": (
        "<script>\na\n\nb\n</script>\n\neen",
        "<script>\na\n\nb\n</script>\n<p>een</p>",
    ),
    "a style is left alone": ("<style>a\n\nb</style>een", "<style>a\n\nb</style>\n<p>een</p>"),
    "a drawing is left alone": ("een <svg>\n\n<g></g></svg>", "<p>een <svg>\n\n<g></g></svg></p>"),
    "video and its sources stay in one line": (
        "<video controls>\n<source src='a'>\n\n<track src='b'>\n</video>",
        "<p><video controls><source src='a'><track src='b'></video></p>",
    ),
    "a caption stays with its picture": (
        "<figure>\n<img src='a'>\n<figcaption>woorden</figcaption>\n</figure>",
        "<figure><img src='a'><figcaption>woorden</figcaption>\n</figure>",
    ),
    "a rule stands by itself": ("een\n<hr />\ntwee", "<p>een</p>\n<hr />\n<p>twee</p>"),
    "a line end inside a tag is none": (
        "<a\nhref='x'\n\ntitle='y'>een</a>",
        "<p><a href='x' title='y'>een</a></p>",
    ),
    "nor is one inside a quoted value": ("<img alt='een >\ntwee'>", "<p><img alt='een > twee'></p>"),
    "more may stand in a paragraph": ("een <!--more--> twee", "<p>een <!--more--> twee</p>"),
    "more alone gets none": ("een\n\n<!--more-->\n\ntwee", "<p>een</p>\n<!--more-->\n<p>twee</p>"),
    "a page break parts": ("een <!--nextpage--> twee", "<p>een</p>\n<!--nextpage-->\n<p>twee</p>"),
    "line ends in a comment are left alone": ("<!-- a\n\nb -->\n\neen", "<!-- a\n\nb -->\n<p>een</p>"),
    "a comment that never ends is words": ("een <!-- twee\n\ndrie", "<p>een <!-- twee</p>\n<p>drie</p>"),
    "a shortcode alone gets no paragraph": (
        'een\n\n[gallery ids="1"]\n\ntwee',
        '<p>een</p>\n[gallery ids="1"]\n<p>twee</p>',
    ),
    "nor do several": ("[toc]\n[gallery]", "[toc]\n[gallery]"),
    "nor one with words in it": (
        '[caption id="a"]<img src="x"> een\ntwee[/caption]',
        '[caption id="a"]<img src="x"> een<br />\ntwee[/caption]',
    ),
    "nor the begin and end of one around paragraphs": (
        "[slot]\n\neen\n\ntwee\n\n[/slot]",
        "[slot]\n<p>een</p>\n<p>twee</p>\n[/slot]",
    ),
    "a shortcode among words does": ("zie [toc] hier", "<p>zie [toc] hier</p>"),
    "words in brackets are words": ("[sic]\n\n[1]", "<p>[sic]</p>\n<p>[1]</p>"),
    "lines in a shortcode's tag are one": ("[gallery\nids='1']", "[gallery ids='1']"),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_line_ends_become(text: str, wanted: str) -> None:
    assert autop(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_what_has_its_paragraphs_keeps_its_words(text: str, wanted: str) -> None:
    """A second time it may add breaks (as WordPress does) but loses or doubles no words."""
    again = autop(wanted)
    for word in ("een", "twee", "drie", "kop"):
        assert again.count(word) == wanted.count(word)


HARD = {
    "a long line": "woord " * 170_000,
    "blank lines": "\n" * 100_000 + "een",
    "less-than signs": "<" * 200_000,
    "open quotes": '<a "' * 100_000,
    "open comments": "<!--" * 100_000,
    "open blocks": "<div>" * 50_000,
    "open paragraphs": "<p>" * 50_000,
    "ends without begin": "</div>" * 50_000,
    "open preformatted": "<pre>" * 50_000,
    "open videos": "<video>" * 50_000,
    "breaks": "<br>\n " * 50_000,
    "comments": "<!--a-->\n" * 50_000,
    "shortcodes": "[gallery]\n" * 50_000,
    "brackets": "[a " * 100_000,
    "spaces": " " * 1_000_000 + "een",
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_no_text_takes_long(text: str) -> None:
    """Quadratic work on these would take minutes; processor time, so that a busy machine doesn't matter."""
    begun = time.process_time()
    autop(text)
    assert time.process_time() - begun < 5
