"""The text of a reaction as plain text."""

import pytest

from wordpress.taking_over.spoken import one_line, plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Mooi.\r\n\r\nDank je.", "Mooi.\n\nDank je."),
        ("Ik &lt;3 dit &amp; meer&hellip; <3 echt", "Ik <3 dit & meer… <3 echt"),
        ("<p>Een</p><p>Twee<br />\ndrie</p>", "Een\n\nTwee\ndrie"),
        ('Lees <a href="https://a.example/x">dit stuk</a> eens', "Lees dit stuk (https://a.example/x) eens"),
        ('<a href="https://www.a.example/">a.example</a>', "a.example"),
        ('<a href="https://a.example/x"></a>', "https://a.example/x"),
        ('<a href="javascript:alert(1)">klik</a>', "klik"),
        ('<a href="https://a.example/x">open', "open (https://a.example/x)"),
        ("<ul><li>een</li><li>twee</li></ul>", "- een\n- twee"),
        ("Ha<script>alert('x')</script>!<style>p{}</style>", "Ha!"),
        ("<strong>Sterk</strong> en <em>zacht</em>", "Sterk en zacht"),
        ('<img src="x" onerror="alert(1)" alt="een hart">', "een hart"),
        ("Nul\x00 en bel\x07", "Nul en bel"),
        ("a < b en b > c", "a < b en b > c"),
    ],
)
def test_a_reader_finds_the_same_words(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_nesting_that_never_ends_is_read_in_a_moment() -> None:
    assert plain_text("<blockquote>" * 20_000 + "diep") == "diep"
    assert len(plain_text("<a href='https://a.example/'>" * 2_000 + "x")) > 0


def test_a_name_is_one_line() -> None:
    assert one_line(" An\nne\x00ke \t de Vries") == "An neke de Vries"
