"""A crawl of an old site after the move: every address that it ever had leads to something, in one step."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.test import TestCase

from tests.blog.factories import make_site
from tests.images.pictures import file_of
from tests.wordpress import exports
from tests.wordpress.exports import HOME
from wordpress.models import Imported
from wordpress.reading.export import Export
from wordpress.taking_over.run import take_over
from wordpress.taking_over.task import Options, Task

AUTHORS = [exports.AUTHOR, exports.author(3, "bo.de.wit", "Bo de Wit")]
TERMS = [
    exports.term("category", "verlies", "Verlies", id=4),
    exports.term("category", "rouw", "Rouw", id=5, parent="verlies"),
    exports.term("post_tag", "lange-nachten", "Lange nachten", id=6),
]


def _post(number: int, link: str, **fields: Any) -> dict[str, Any]:
    terms = [("category", "rouw", "Rouw"), ("post_tag", "lange-nachten", "Lange nachten")]
    return exports.item(number, f"Bericht {number}", link=f"{HOME}{link}", **{"terms": terms, **fields})


ITEMS = [
    _post(1, "/2019/03/alleen-thuis/", slug="alleen-thuis", comments=[exports.comment(1)]),
    _post(2, "/2019/04/caf%c3%a9-liefde/", slug="caf%c3%a9-liefde", creator="bo.de.wit"),
    _post(3, "/archief/2020-oud.html", slug="2020-oud"),
    _post(4, "/nieuw/", slug="nieuw"),
    _post(5, "/?p=5", slug="", status="draft"),
    exports.item(10, "Begeleiding", kind="page", slug="begeleiding", link=f"{HOME}/begeleiding/"),
    exports.item(
        11, "Tarieven", kind="page", slug="tarieven", parent=10, link=f"{HOME}/begeleiding/tarieven/"
    ),
    exports.item(12, "Contact", kind="page", slug="contact-2", link=f"{HOME}/contact-2/"),
    exports.attachment(20, "2019/03/zee.jpg", parent=1, link=f"{HOME}/2019/03/alleen-thuis/zee/"),
    exports.attachment(21, "2019/03/duin.jpg", link=f"{HOME}/duin/"),
]


def _addresses() -> Iterator[str]:
    """Give what stood in the sitemap, and what WordPress makes of it."""
    posts = [urlsplit(one["link"]).path for one in ITEMS if "?" not in one["link"]]
    yield from posts
    for path in posts[:3]:
        bare = path.rstrip("/")
        yield from (f"{bare}/feed/", f"{bare}/amp/", f"{bare}/comment-page-1/", bare)
    for one in ITEMS:
        if one["status"] != "draft":
            name = {"post": "p", "page": "page_id", "attachment": "attachment_id"}[one["kind"]]
            yield f"/?{name}={one['id']}"
    for start in ("/category/verlies/rouw/", "/category/rouw/", "/category/verlies/", "/tag/lange-nachten/"):
        yield from (start, f"{start}page/2/", f"{start}feed/")
    for start in ("/author/marijke/", "/author/bo-de-wit/"):
        yield from (start, f"{start}page/2/", f"{start}feed/")
    yield from (
        "/",
        "/feed/",
        "/feed/rss2/",
        "/feed/atom/",
        "/page/2/",
        "/2019/",
        "/2019/03/",
        "/2019/03/05/",
    )
    yield from (
        "/?cat=4",
        "/?cat=5",
        "/?author=2",
        "/?author=3",
        "/?m=201903",
        "/?feed=rss2",
        "/2019/03/page/2/",
    )
    for name in ("zee", "duin"):
        yield from (f"/wp-content/uploads/2019/03/{name}{size}.jpg" for size in ("", "-300x200", "-scaled"))


class OldSitemap(TestCase):
    def move(self, parent: str) -> None:
        make_site()
        folder = Path(tempfile.mkdtemp(prefix="crawl-"))
        (folder / "uploads" / "2019" / "03").mkdir(parents=True)
        for name, colour in (("zee", "navy"), ("duin", "khaki")):
            picture = file_of(colour, (300, 200)).read()
            (folder / "uploads" / "2019" / "03" / f"{name}.jpg").write_bytes(picture)
        export = folder / "export.xml"
        export.write_bytes(exports.export(ITEMS, authors=AUTHORS, terms=TERMS))
        report = take_over(export, Task(Options(parent=parent, media=str(folder / "uploads"))))
        self.assertEqual(report.error, "")
        self.assertEqual([line for line in report.lines if line.outcome == "failed"], [])
        self.assertEqual(len(Export(export).contents().entries), len(ITEMS))

    def crawl(self) -> None:
        wrong = {}
        for address in _addresses():
            response = self.client.get(address)
            if response.status_code == 301:
                where = response["Location"].removeprefix("http://localhost")
                if where.startswith("/media/original_images/"):
                    continue
                after = self.client.get(where)
                if after.status_code != 200:
                    wrong[address] = (301, where, after.status_code, after.get("Location"))
            elif response.status_code != 200:
                wrong[address] = response.status_code
        self.assertEqual(wrong, {})

    def test_under_a_list_every_old_address_is_one_step_away(self):
        self.move("blog")
        self.crawl()
        self.assertEqual(self.client.get("/?p=5").status_code, 200)
        self.assertFalse(Imported.objects.get(kind="item", old_id=5).page.live)

    def test_right_under_the_home_page_too(self):
        self.move("home")
        self.crawl()
        self.assertEqual(self.client.get("/nieuw/").status_code, 200)

    def test_an_address_with_two_slashes_in_front_leads_on(self):
        self.move("blog")
        response = self.client.get("/", PATH_INFO="//2019/03/alleen-thuis/")
        self.assertEqual((response.status_code, response["Location"]), (301, "/blog/alleen-thuis/"))
