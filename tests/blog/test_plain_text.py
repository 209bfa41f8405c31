"""The words of rich text, the short way and wagtail's."""

from django.test import SimpleTestCase
from wagtail.rich_text import get_text_for_indexing

from blog.plain_text import plain_text


class PlainText(SimpleTestCase):
    def test_the_short_way_gives_what_wagtail_gives(self) -> None:
        for html in (
            "",
            "<p>een <b>twee</b>drie</p><p>vier</p>",
            '<ul><li data-block-key="x1">een</li><li>twee</li></ul><h2>kop</h2>',
            '<p>naar <a linktype="page" id="3">hier</a> of <a href="https://a.nl/?b=1&amp;c=2">daar</a></p>',
            "<p>een<br/>twee<br>drie<hr/>vier</p>",
            "<p>1 &lt; 2 &amp; 3 &gt; 2 &eacute;&nbsp;</p>",
            "<p>een &lt;b&gt;twee&lt;/b&gt;</p>",
        ):
            with self.subTest(html):
                assert plain_text(html) == get_text_for_indexing(html)

    def test_what_is_no_tag_of_ours_goes_wagtails_way(self) -> None:
        for html in ("<p>1 < 2</p>", "<P>een</P>", "<p title='a>b'>een</p>", "<!-- weg --><p>hier</p>"):
            with self.subTest(html):
                assert plain_text(html) == get_text_for_indexing(html)
