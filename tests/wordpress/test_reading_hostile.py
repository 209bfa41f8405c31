"""Whatever is chosen as an export: it is read, or refused in Dutch, and what came before stays."""

import gzip
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.wordpress import hostile_exports
from tests.wordpress.exports import export, item
from wordpress.reading import elements, source
from wordpress.reading import export as reading
from wordpress.reading.export import Export
from wordpress.reading.items import BadExport, BadItem, Contents, Item
from wordpress.reading.records import TOO_LARGE


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "export.xml"


def read(path: Path, data: bytes) -> tuple[Contents, list[Item | BadItem], str]:
    """Read a file both ways and return what they tell, and what the stream ended with."""
    path.write_bytes(data)
    items: list[Item | BadItem] = []
    error = ""
    try:
        items.extend(iter(Export(path).items()))
    except BadExport as bad:
        error = str(bad)
    return Export(path).contents(), items, error


def lines(data: bytes) -> int:
    return data.count(b"\n") + 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", elements.EMPTY),
        (b"\n\n", "Het gaat mis in regel"),
        (b"Lieve dagboek", "geen xml. Het gaat mis in regel 1."),
        (b"\n\nLieve dagboek", "geen xml. Het gaat mis in regel 3."),
        (bytes(range(256)) * 500, "geen xml"),
        (hostile_exports.WEB_PAGE, elements.WEB_PAGE),
        (b"<html><body><p>Hallo</body></html>", elements.WEB_PAGE),
        (b"<html><body><br><p>Hallo & dag", elements.WEB_PAGE),
        (hostile_exports.FEED, elements.A_FEED),
        (b"<rss><channel><title>Leeg</title></channel></rss>", elements.A_FEED),
        (b"<opml><body/></opml>", elements.OTHER_XML),
        (b"PK\x03\x04" + b"\0" * 100, source.ZIP),
        (hostile_exports.BOMB, elements.DOCTYPE),
        (gzip.compress(b"Lieve dagboek", mtime=0), "geen xml"),
        (gzip.compress(bytes(range(256)) * 1000)[:500], "breekt af"),
        (b"<?xml version='1.0' encoding='rot13'?><opml/>", elements.OTHER_XML),
        (b"<rss>", "breekt af in regel 1"),
        (b"<" * 100_000, "geen xml"),
        (b"<rss " + b"a" * 11_000_000, "geen xml"),
    ],
)
def test_what_is_no_export_is_refused_with_words(path, data, words):
    path.write_bytes(data)

    with pytest.raises(BadExport, match=r"^[A-Z]") as told:
        Export(path).contents()
    assert words in str(told.value)
    with pytest.raises(BadExport):
        list(Export(path).items())


def test_a_file_of_this_machine_is_never_read(path, tmp_path):
    secret = tmp_path / "geheim.txt"
    secret.write_text("Het wachtwoord is konijn")
    path.write_bytes(hostile_exports.reading_file(secret))

    with pytest.raises(BadExport) as told:
        Export(path).contents()
    assert str(told.value) == elements.DOCTYPE


def test_nothing_is_fetched(path):
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *args) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            path.write_bytes(hostile_exports.fetching(f"http://127.0.0.1:{server.server_port}/wxr.dtd"))
            with pytest.raises(BadExport):
                Export(path).contents()
        finally:
            server.shutdown()
            thread.join()
    assert asked == []


@pytest.mark.parametrize(
    "at", [b"</item>", b"<wp:post_type>", b"]]></content", b"wee nachten", b"</rss>", b"/rss>"]
)
def test_of_a_file_that_breaks_off_all_before_it_is_read(path, at):
    whole = export([item(1), item(2), item(3, content="Wat\n\neen\n\ntwee nachten")])
    data = hostile_exports.cut_off(whole, at)
    contents, items, error = read(path, data)

    complete = data.count(b"</item>")
    assert [found.id for found in items] == list(contents.entries) == [1, 2, 3][:complete]
    assert contents.error == error
    assert f"breekt af in regel {lines(data)}:" in error


def test_what_comes_after_the_end_does_no_harm(path):
    contents, items, error = read(path, export([item(1)]) + b"\n<!-- cache -->\n<script>x & y</script>\x00")

    assert [found.id for found in items] == [1]
    assert contents.error == error == ""


def test_an_item_that_is_no_xml_ends_the_reading_with_its_line(path):
    data = export([item(1), item(2, extra="<b>los</i>"), item(3)])
    line = lines(data[: data.index(b"<b>los")])
    contents, items, error = read(path, data)

    assert [found.id for found in items] == [1]
    assert error == contents.error == elements.BROKEN.format(line=line)


def test_what_a_plugin_printed_before_it_is_left_out(path):
    data = b"\xef\xbb\xbf\n<br />\n<b>Warning</b>: Undefined array key in x.php\n" + export([item(1)])
    contents, items, error = read(path, data)

    assert (error, contents.error) == ("", "")
    assert data.split(b"\n")[items[0].line - 1].strip() == b"<item>"


def test_the_line_of_a_mistake_counts_what_stood_before(path):
    data = b"\n\n\n" + hostile_exports.cut_off(export([item(1)]), b"<wp:post_type>")

    assert f"in regel {lines(data)}:" in read(path, data)[2]


@pytest.mark.parametrize("levels", [150, 20_000])
@pytest.mark.parametrize("closed", [True, False])
def test_elements_too_deep_in_each_other_end_the_reading(path, levels, closed):
    contents, items, error = read(path, hostile_exports.nested(levels, closed=closed))

    assert [found.id for found in items] == list(contents.entries) == [1]
    assert "meer dan honderd elementen in elkaar" in error


def test_html_may_nest_as_it_likes(path):
    deep = "<div>" * 20_000
    _, (found,), error = read(path, export([item(1, content=deep)]))

    assert (found.content, error) == (deep, "")


def test_a_line_of_a_million_signs_is_read(path):
    text = "liefde " * 150_000
    _, (found,), _ = read(path, export([item(1, content=text)]))

    assert found.content == text.strip()


def test_control_characters_are_dropped_and_counted(path):
    data = export([item(1, "Ti\x0btel", slug="titel", content="a\x00b\x1fc\ufffed")])
    data = data.replace(b"</link>\n\t\t<pub", b"&#11;&#xFFFF;&#55296;</link>\n\t\t<pub")
    contents, (found,), error = read(path, data)

    assert (found.title, found.content, error) == ("Titel", "abcd", "")
    assert found.link.endswith("/titel/")
    assert contents.dropped == 4 + 3


def test_entities_of_html_and_loose_ampersands_are_what_they_mean(path):
    data = export([item(1, link="https://oud.voorbeeld.example/?a=1")])
    data = data.replace(b"?a=1", b"?a=1&b=2&nbsp;&eacute;&onbekend;&#233;&amp;nbsp;")
    _, (found,), error = read(path, data)

    assert error == ""
    assert found.link == "https://oud.voorbeeld.example/?a=1&b=2\xa0é&onbekend;é&nbsp;"


def test_text_with_the_end_of_cdata_outside_it_is_text(path):
    _, (found,), error = read(path, export([item(1)]).replace(b"</link>\n\t\t<pub", b"]]></link>\n\t\t<pub"))

    assert error == ""
    assert found.link.endswith("/]]>")


def test_comments_may_hold_anything(path):
    loud = b"<!-- <![CDATA[ &x; <item>\n" + b"x" * 11_000_000 + b"\n -->"
    data = export([item(1), item(2)]).replace(b"<channel>", b"<channel>" + loud)
    _, items, error = read(path, data)

    assert ([found.id for found in items], error) == ([1, 2], "")
    assert data.split(b"\n")[items[1].line - 1].strip() == b"<item>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_recognised(path, encoding):
    text = export([item(1, "Eén café", content="“Ik” – €5")]).decode()
    told = text.replace("UTF-8", encoding.removesuffix("-sig").replace("cp", "windows-"), 1)
    contents, (found,), error = read(path, told.encode(encoding))

    assert (found.title, found.content, error) == ("Eén café", "“Ik” – €5", "")
    assert contents.mended == 0


@pytest.mark.parametrize("told", ["utf-8", "utf-16", "bestaat-niet", "base64"])
def test_an_encoding_that_is_told_wrongly_is_mended(path, told):
    text = export([item(1, "Café", content="Dit ❤")]).decode().replace("UTF-8", told, 1)
    data = text.encode().replace("é".encode(), "é€".encode("cp1252"))
    contents, (found,), error = read(path, data)

    assert (found.title, found.content, error) == ("Café€", "Dit ❤", "")
    assert contents.mended == data.count(b"\x80") * 2


def test_latin_1_is_read_as_the_web_does(path):
    text = export([item(1, "Café ’s avonds")]).decode().replace("UTF-8", "ISO-8859-1", 1)

    assert read(path, text.encode("cp1252"))[1][0].title == "Café ’s avonds"


def test_an_item_that_is_too_large_is_left_out_and_named(path, monkeypatch):
    monkeypatch.setattr(elements, "LARGEST_ITEM", 200_000)
    data = "".join(hostile_exports.one_huge_item(1_000_000)).encode()
    contents, items, error = read(path, data)

    assert error == ""
    assert [(found.id, found.title) for found in items] == [(1, "Voor"), (2, "Reus"), (3, "Na")]
    assert items[1].reason == contents.bad[0].reason == TOO_LARGE
    assert list(contents.entries) == [1, 3]


@pytest.mark.parametrize(
    ("limit", "data", "words"),
    [
        ("MOST_ITEMS", [item(key) for key in range(1, 9)], "meer dan 5 onderdelen"),
        ("MOST_BAD", [item(0) for _ in range(8)], "meer dan 5 onleesbare onderdelen"),
    ],
)
def test_more_than_a_blog_can_have_ends_the_reading(path, monkeypatch, limit, data, words):
    monkeypatch.setattr(reading, limit, 5)
    contents, items, error = read(path, export(data))

    assert len(items) == 5
    assert words in error
    assert contents.error == error
    assert len(contents.entries) + len(contents.bad) == 5


def test_a_packed_file_that_unpacks_to_too_much_ends(tmp_path, monkeypatch):
    monkeypatch.setattr(source, "LARGEST_FILE", 1_000_000)
    path = tmp_path / "export.xml.gz"
    hostile_exports.packed_bomb(path, megabytes=3)

    contents = Export(path).contents()
    assert list(contents.entries) == [1]
    assert "groter dan" in contents.error


@pytest.mark.parametrize(
    ("parts", "most"),
    [
        (hostile_exports.many_items(2_000, "<p>liefde en verdriet</p>\n" * 1_200), 15_000),
        (hostile_exports.one_huge_item(60_000_000), 80_000),
        (hostile_exports.endless_declarations(150_000), 15_000),
    ],
    ids=["many", "huge", "names"],
)
def test_memory_does_not_grow_with_the_file(path, parts, most):
    """Kilobytes more than what is there before the file is opened; the files are of 5 to 60 MB."""
    hostile_exports.write(path, parts)
    code = (
        "import resource, sys\nfrom pathlib import Path\nfrom wordpress.reading.export import Export\n"
        "def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "before = peak()\nexport = Export(Path(sys.argv[1]))\ncontents = export.contents()\n"
        "assert not contents.error, contents.error\n"
        "for item in export.items(): pass\n"
        "print(peak() - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )

    assert int(done.stdout) < most
