"""One page in three encodings, asked for in many ways: RFC 9110, sections 8.8, 12.5.3, 13 and 15.4.5."""

import gzip

import brotli
import pytest

from pagecache.encodings import preferred
from tests.pagecache import views
from tests.pagecache.site import SmallSite


class Encodings(SmallSite):
    def test_each_encoding_is_made_once_and_means_the_same(self):
        plain = self.ask("/artikel/").body
        assert gzip.decompress(self.ask("/artikel/", HTTP_ACCEPT_ENCODING="gzip").body) == plain
        assert brotli.decompress(self.ask("/artikel/", HTTP_ACCEPT_ENCODING="gzip, br").body) == plain
        entry = self.reader.cache.pages.get(("http", "localhost", "/artikel/", ""))
        before = dict(entry.forms)
        assert set(before) == {"", "gzip", "br"}
        self.ask("/artikel/", HTTP_ACCEPT_ENCODING="br")
        assert all(entry.forms[name] is before[name] for name in before)
        assert views.renders["article"] == 1

    def test_text_as_it_is_takes_no_memory_until_somebody_asks_for_it(self):
        key = ("http", "localhost", "/artikel/", "")
        for encoding, decompress in (("gzip", gzip.decompress), ("br", brotli.decompress)):
            self.reader.cache.pages.drop(key)
            packed = self.ask("/artikel/", HTTP_ACCEPT_ENCODING=encoding)
            entry = self.reader.cache.pages.get(key)
            alone = entry.size
            assert set(entry.forms) == {encoding}
            plain = self.ask("/artikel/")
            assert plain.body == decompress(packed.body)
            assert plain.cache == "hit"
            assert entry.size == alone + len(plain.body)

    def test_headers_tell_what_the_body_is(self):
        for accept, encoding, suffix in (("br", "br", '-br"'), ("gzip", "gzip", '-gz"'), ("", None, '"')):
            answer = self.ask("/artikel/", HTTP_ACCEPT_ENCODING=accept)
            assert answer.headers.get("content-encoding") == encoding
            assert answer.headers["etag"].endswith(suffix)
            assert not answer.headers["etag"].startswith("W/")
            assert int(answer.headers["content-length"]) == len(answer.body)

    def test_first_reader_gets_it_compressed_too(self):
        answer = self.ask("/artikel/", HTTP_ACCEPT_ENCODING="br")
        assert (answer.cache, answer.headers["content-encoding"]) == ("miss", "br")

    def test_short_text_is_sent_as_it_is(self):
        for _ in range(2):
            answer = self.ask("/kort/", HTTP_ACCEPT_ENCODING="br")
            assert answer.body == b"kort"
            assert "content-encoding" not in answer.headers


@pytest.mark.parametrize(
    ("accept", "encoding"),
    [
        ("", ""),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP", "gzip"),
        ("x-gzip", "gzip"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("br;q=0, gzip;q=0.0", ""),
        ("*", "br"),
        ("*;q=0", ""),
        ("br;q=0, *", "gzip"),
        ("identity", ""),
        ("identity;q=0.5, gzip;q=0.2", ""),
        ("identity;q=0", ""),
        ("gzip;q=nul", ""),
        ("gzip ; q = 0.3", "gzip"),
        (",,;q=1", ""),
    ],
)
def test_best_encoding_is_chosen(accept, encoding):
    assert preferred(accept) == encoding


class Conditions(SmallSite):
    def unchanged(self, tags, **environ):
        return self.ask("/artikel/", HTTP_IF_NONE_MATCH=tags, **environ).status == 304

    def test_reader_who_has_the_page_gets_its_headers_only(self):
        tag = self.ask("/artikel/").headers["etag"]
        answer = self.ask("/artikel/", HTTP_IF_NONE_MATCH=tag)
        assert (answer.status, answer.body, answer.cache) == (304, b"", "hit")
        assert answer.headers["etag"] == tag
        assert {"cache-control", "vary"} <= set(answer.headers)
        assert not {"content-type", "content-length", "content-encoding"} & set(answer.headers)

    def test_tags_are_compared_weakly_over_a_list_or_all(self):
        tag = self.ask("/artikel/").headers["etag"]
        for tags in (tag, f"W/{tag}", f'"a", W/"b",{tag}', " * "):
            assert self.unchanged(tags), tags
        for tags in ('"a"', tag.strip('"'), "", '"*"'):
            assert not self.unchanged(tags), tags

    def test_tag_of_another_encoding_is_another_page(self):
        tag = self.ask("/artikel/", HTTP_ACCEPT_ENCODING="br").headers["etag"]
        assert not self.unchanged(tag)
        assert self.unchanged(tag, HTTP_ACCEPT_ENCODING="br")

    def test_first_reader_of_this_process_may_have_it_too(self):
        tag = self.ask("/kort/").headers["etag"]
        self.reader.cache.pages.drop(("http", "localhost", "/kort/", ""))
        assert self.ask("/kort/", HTTP_IF_NONE_MATCH=tag).status == 304

    def test_missing_page_is_no_page_that_anybody_has(self):
        self.ask("/weg/")
        assert self.ask("/weg/", HTTP_IF_NONE_MATCH="*").status == 404

    def test_head_is_get_without_the_body(self):
        whole = self.ask("/artikel/", HTTP_ACCEPT_ENCODING="br")
        head = self.ask("/artikel/", "HEAD", HTTP_ACCEPT_ENCODING="br")
        assert head.body == b""
        assert {**head.headers, "x-cache": ""} == {**whole.headers, "x-cache": ""}
        assert self.ask("/artikel/", "HEAD", HTTP_IF_NONE_MATCH="*").status == 304

    def test_head_alone_keeps_nothing_and_teaches_what_is_there(self):
        assert self.ask("/artikel/", "HEAD").cache == ""
        assert self.ask("/artikel/", "HEAD").cache == "miss"
        assert self.ask("/artikel/").cache == "hit"
        assert self.ask("/artikel/").body
