"""What an export tells is read as it stands there, of each version of the format."""

import gzip
import os
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.wordpress.exports import AUTHOR, HOME, NEVER, attachment, author, comment, export, item, term
from wordpress.reading.export import TWICE, Export
from wordpress.reading.items import BadItem, Contents, Item, TermOfItem
from wordpress.reading.records import NO_NUMBER

VERSIONS = ["1.0", "1.1", "1.2"]


@pytest.fixture
def contents_of(tmp_path):
    def read(data: bytes) -> Contents:
        path = tmp_path / "export.xml"
        path.write_bytes(data)
        return Export(path).contents()

    return read


@pytest.fixture
def items_of(tmp_path):
    def read(data: bytes) -> list[Item | BadItem]:
        path = tmp_path / "export.xml"
        path.write_bytes(data)
        return list(Export(path).items())

    return read


@pytest.fixture
def item_of(items_of):
    def read(*args, version: str = "1.2", **other) -> Item:
        (found,) = items_of(export([item(*args, **other)], version=version))
        assert isinstance(found, Item), found.reason
        return found

    return read


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_tells_the_same_of_an_item(item_of, version):
    found = item_of(
        7,
        "Opnieuw beginnen",
        content="<p>Een & twee</p>\n\n[gallery]",
        excerpt="Kort gezegd.",
        terms=[("category", "verdriet", "Verdriet &amp; rouw"), ("post_tag", "loslaten", "Loslaten")],
        meta={"_thumbnail_id": "9"},
        menu_order=3,
        parent=2,
        version=version,
    )

    assert (found.id, found.kind, found.status, found.title) == (7, "post", "publish", "Opnieuw beginnen")
    assert (found.link, found.slug) == (f"{HOME}/opnieuw-beginnen/", "opnieuw-beginnen")
    assert (found.guid, found.creator) == (f"{HOME}/?p=7", "marijke")
    assert (found.content, found.excerpt) == ("<p>Een & twee</p>\n\n[gallery]", "Kort gezegd.")
    assert found.terms == (
        TermOfItem("category", "verdriet", "Verdriet & rouw"),
        TermOfItem("post_tag", "loslaten", "Loslaten"),
    )
    assert found.meta == {"_thumbnail_id": "9"}
    assert (found.menu_order, found.parent, found.comments_open, found.is_sticky) == (3, 2, True, False)
    assert found.published_at == datetime(2019, 3, 5, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize("version", VERSIONS)
def test_contents_tell_what_is_in_the_file(contents_of, version):
    contents = contents_of(
        export(
            [
                item(1, comments=[comment(1), comment(2, kind="pingback", approved="0")]),
                item(2, "Concept", status="draft"),
                item(3, "Over mij", kind="page", parent=4),
                attachment(5, "2019/03/strand.jpg"),
                item(6, "Groet", kind="wp_block", content="<p>Liefs</p>"),
            ],
            terms=[
                term("category", "a", "A"),
                term("category", "b", "B", parent="A" if version == "1.0" else "a"),
            ],
            version=version,
        )
    )

    header = contents.header
    assert (header.version, header.title, header.home, header.site) == (version, "Het oude huis", HOME, HOME)
    assert header.language == "nl-NL"
    assert contents.counts == {
        ("post", "publish"): 1,
        ("post", "draft"): 1,
        ("page", "publish"): 1,
        ("attachment", "inherit"): 1,
        ("wp_block", "publish"): 1,
    }
    assert contents.reactions == {("comment", "1"): 1, ("pingback", "0"): 1}
    assert {of.slug: of.parent for of in contents.terms} == {"a": "", "b": "a"}
    assert contents.entries[3].parent == 4
    assert contents.entries[5].attachment_url == f"{HOME}/wp-content/uploads/2019/03/strand.jpg"
    assert contents.reusable == {6: "<p>Liefs</p>"}
    assert (contents.error, contents.bad, contents.dropped, contents.mended) == ("", [], 0, 0)


def test_authors_are_told_once_each_and_by_their_login_without_a_name(contents_of):
    found = contents_of(export(authors=[AUTHOR, author(3, "sam"), author(4, "sam", "Een ander")])).authors

    assert [(of.id, of.login, of.name) for of in found] == [
        (2, "marijke", "Marijke van Dam"),
        (3, "sam", "sam"),
    ]


def test_the_prefixes_of_families_may_be_any(items_of):
    data = export([item(1)]).replace(b"wp:", b"w:").replace(b":wp=", b":w=").replace(b"content:", b"c:")
    (found,) = items_of(data.replace(b"xmlns:content", b"xmlns:c"))

    assert (found.id, found.status) == (1, "publish")
    assert "Soms is het stil" in found.content


def test_fields_of_another_family_are_not_taken_for_ours(items_of):
    data = export([item(1, "Echt", extra="<i:title>Van iTunes</i:title>")])
    (found,) = items_of(data.replace(b"<rss ", b'<rss xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd" '))

    assert found.title == "Echt"


def test_cdata_that_was_split_is_one_text(item_of):
    assert item_of(1, content="a[[1]]>b").content == "a[[1]]>b"


@pytest.mark.parametrize("length", [65_000, 65_530, 65_536, 131_072, 400_000])
def test_texts_longer_than_a_chunk_stay_whole(item_of, length):
    text = ("é]]>&nbsp;<x>" * length)[:length]

    assert item_of(1, content=text).content == text


def test_the_line_of_an_item_is_told_however_far_it_stands(items_of):
    data = export([item(1, content="\n" * 70_000 + "x"), item(2), item(3)])
    lines = data.decode().split("\n")
    places = [number for number, line in enumerate(lines, 1) if "<item>" in line]

    assert [found.line for found in items_of(data)] == places
    assert places[1] > 70_000


def test_reactions_are_read_with_all_that_is_kept(item_of):
    (found,) = item_of(
        1,
        comments=[
            comment(
                12,
                "Fijn!\nEcht.",
                kind="",
                approved="spam",
                parent=11,
                user=2,
                url="https://a.example/?b=1&c",
            )
        ],
    ).reactions

    assert asdict(found) == {
        "id": 12,
        "kind": "",
        "approved": "spam",
        "author_name": "Anneke",
        "author_email": "anneke@lezer.example",
        "author_url": "https://a.example/?b=1&c",
        "text": "Fijn!\nEcht.",
        "created_at": datetime(2019, 3, 6, 19, 15, tzinfo=UTC),
        "parent": 11,
        "user": 2,
    }


def test_the_last_value_of_a_meta_key_counts(item_of):
    assert item_of(1, meta=[("a", "een"), ("b", ""), ("a", 'a:1:{i:0;s:1:"x";}')]).meta == {
        "a": 'a:1:{i:0;s:1:"x";}',
        "b": "",
    }


def test_slugs_have_their_own_letters(item_of, contents_of):
    found = item_of(1, slug="caf%c3%a9-%e2%9d%a4", terms=[("category", "ru%c3%afne", "Ruïne")])

    assert found.slug == "café-❤"
    assert found.terms == (TermOfItem("category", "ruïne", "Ruïne"),)
    assert contents_of(export(terms=[term("category", "ru%C3%AFne")])).terms[0].slug == "ruïne"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        # The time of Greenwich is the one that counts.
        ({"date": "2019-07-01 12:00:00", "date_gmt": "2019-07-01 11:00:00"}, "2019-07-01T11:00:00+00:00"),
        # Without it, the zone that the other pair of times tells of.
        (
            {
                "date": "2019-07-01 12:00:00",
                "date_gmt": NEVER,
                "modified": "2019-07-02 08:30:00",
                "modified_gmt": "2019-07-02 03:00:00",
            },
            "2019-07-01T06:30:00+00:00",
        ),
        # Else Amsterdam, in summer and in winter.
        (
            {"date": "2019-07-01 12:00:00", "date_gmt": NEVER, "modified_gmt": NEVER},
            "2019-07-01T10:00:00+00:00",
        ),
        ({"date": "2019-12-01 12:00:00", "date_gmt": "", "modified_gmt": ""}, "2019-12-01T11:00:00+00:00"),
        ({"date": NEVER, "date_gmt": NEVER}, None),
        ({"date": "2019-02-31 12:00:00", "date_gmt": "gisteren", "modified": NEVER}, None),
        ({"date": None, "date_gmt": None, "modified": None, "modified_gmt": None}, None),
        ({"date": "0001-01-01 00:00:00", "date_gmt": "9999-12-31 23:59:59", "modified": NEVER}, None),
    ],
)
def test_the_moment_of_an_item(item_of, written, read):
    found = item_of(1, **written).published_at

    assert (found and found.isoformat()) == read


def test_the_date_of_the_feed_counts_when_there_is_no_other(items_of):
    data = export([item(1, date=None, date_gmt=None, modified=None, modified_gmt=None)])
    told = data.replace(b"<pubDate></pubDate>", b"<pubDate>Tue, 05 Mar 2019 08:30:00 +0000</pubDate>")
    never = data.replace(b"<pubDate></pubDate>", b"<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>")

    assert items_of(told)[0].published_at == datetime(2019, 3, 5, 8, 30, tzinfo=UTC)
    assert items_of(never)[0].published_at is None


def test_what_is_missing_is_empty_and_never_public(item_of):
    found = item_of(
        1,
        title=None,
        kind=None,
        status=None,
        slug=None,
        creator=None,
        content=None,
        excerpt=None,
        link=None,
        guid=None,
        comment_status=None,
        password=None,
        parent=None,
        menu_order=None,
        sticky=None,
    )

    assert (found.title, found.kind, found.status, found.slug) == ("", "post", "draft", "")
    assert (found.content, found.link, found.guid, found.comments_open) == ("", "", "", False)


def test_an_item_without_number_is_told_and_the_rest_is_read(items_of, contents_of):
    numbers = [None, 0, -4, "x", "9" * 30, "１"]
    data = export([*(item(number, "Zonder") for number in numbers), item(8, "Met")])
    found = items_of(data)

    assert [of.reason for of in found[:-1]] == [NO_NUMBER] * len(numbers)
    assert found[-1].id == 8
    assert list(contents_of(data).entries) == [8]
    assert len(contents_of(data).bad) == len(numbers)


def test_numbers_that_fit_nowhere_are_none(item_of):
    found = item_of(1, parent="9" * 40, menu_order="99999999999", comments=[comment(1, parent=-3, user="x")])

    assert (found.parent, found.menu_order) == (0, 0)
    assert (found.reactions[0].parent, found.reactions[0].user) == (0, 0)


def test_the_second_item_of_a_number_is_left_out(items_of, contents_of):
    data = export([item(1, "Eerste"), item(1, "Tweede")])

    first, second = items_of(data)
    assert first.title == "Eerste"
    assert (second.title, second.reason) == ("Tweede", TWICE)
    assert contents_of(data).entries[1].title == "Eerste"


def test_items_of_the_same_guid_and_another_number_are_both_read(items_of):
    assert [found.id for found in items_of(export([item(1, guid="x"), item(2, guid="x")]))] == [1, 2]


def test_circles_of_categories_are_broken(contents_of):
    terms = [
        term("category", "a", parent="b"),
        term("category", "b", parent="a"),
        term("category", "c", parent="a"),
        term("category", "zelf", parent="zelf"),
        term("category", "wees", parent="weg"),
    ]
    found = {of.slug: of.parent for of in contents_of(export(terms=terms)).terms}

    assert found["zelf"] == found["wees"] == ""
    for start in found:
        way = start
        for _ in found:
            way = found.get(way, "")
        assert way == ""


def test_a_packed_export_is_read_too(tmp_path):
    path = tmp_path / "export.xml.gz"
    path.write_bytes(gzip.compress(export([item(1)])))

    assert list(Export(path).contents().entries) == [1]


def test_the_export_that_themes_are_tested_with_is_read_whole():
    path = Path(
        os.environ.get("WORDPRESS_EXPORT")
        or Path(__file__).parents[3] / "shared/data/theme-unit-test-data.en.xml"
    )
    if not path.exists():
        pytest.skip(f"WORDPRESS_EXPORT tells of no export, and {path.name} is not there")
    contents = Export(path).contents()
    kinds: dict[str, int] = {}
    for (kind, _), number in contents.counts.items():
        kinds[kind] = kinds.get(kind, 0) + number

    assert (kinds["post"], kinds["page"], kinds["attachment"]) == (58, 21, 37)
    assert sum(contents.reactions.values()) == 33
    assert sum(number for (_, approved), number in contents.reactions.items() if approved == "1") == 30
    assert contents.error == ""
    assert {bad.reason for bad in contents.bad} <= {TWICE}
    read = list(Export(path).items())
    assert len(read) == len(contents.entries) + len(contents.bad)
