"""Old beside new."""

from leads.files import private_storage
from tests.blog.factories import ImageFactory
from tests.wordpress.exports import HOME, comment, export, item
from tests.wordpress.screens import SITE, ScreenTestCase
from wordpress.models import Imported, Move

State = Move.State
SEA = "/wp-content/uploads/2019/03/zee"
OLD = f"""<p onclick="x()">Toen <a href="https://oud.voorbeeld.example/later/">en later</a>.</p>
<script>alert(1)</script><img src="{HOME}{SEA}-300x200.jpg" alt="De zee">
<img src="https://elders.example/volg.gif" alt="Van elders"><iframe src="https://elders.example/"></iframe>"""


class Beside(ScreenTestCase):
    def setUp(self):
        super().setUp()
        content = export(
            [item(7, "Toen", content=OLD, comments=[comment(1, email="anneke@lezer.example")]), item(8)]
        )
        self.job = self.make_move(State.DONE, content)
        self.record(Imported.Kind.ITEM, 7, page=self.site.people)
        self.record(Imported.Kind.ITEM, 8, page=self.site.home)

    def record(self, kind: str, old_id: int, **values: object) -> Imported:
        return Imported.objects.create(site=SITE, kind=kind, old_id=old_id, **values)

    def test_old_text_is_clean_and_asks_nobody_for_anything(self):
        image = ImageFactory()
        self.record(Imported.Kind.MEDIA, 20, image=image, old_path=f"{SEA}.jpg")
        answer = self.get("old", self.job.pk, 7)
        html = answer.content.decode()
        self.assertInHTML("<h1>Toen</h1>", html)
        for unsafe in (
            "<script",
            "onclick",
            "alert",
            "<iframe",
            "elders.example/volg",
            HOME,
            "lezer.example",
        ):
            self.assertNotIn(unsafe, html)
        self.assertInHTML(f'<img src="{image.file.url}" alt="De zee">', html)
        self.assertInHTML('<img alt="Van elders">', html)
        policy = answer.headers["Content-Security-Policy"]
        self.assertIn("default-src 'none'", policy)
        self.assertIn("sandbox", policy)
        self.assertNotIn("script-src", policy)
        self.assertEqual(answer.headers["X-Frame-Options"], "SAMEORIGIN")
        self.assertIn("no-store", answer.headers["Cache-Control"])

    def test_classic_text_gets_its_paragraphs(self):
        job = self.make_move(State.DONE, export([item(7, content="Een regel.\n\nNog een.")]))
        html = self.get("old", job.pk, 7).content.decode()
        self.assertInHTML("<p>Nog een.</p>", html)

    def test_item_is_found_also_where_its_text_speaks_of_items(self):
        tricky = item(9, content="<pre>&lt;item&gt; <item> </item> <wp:post_id>7</wp:post_id></pre>")
        job = self.make_move(State.DONE, export([tricky, item(7, "De echte"), item(10, "Ander")]))
        for number, title in ((9, "Alleen thuis op zondag"), (7, "De echte"), (10, "Ander")):
            with self.subTest(number):
                self.assertContains(self.get("old", job.pk, number), f"<h1>{title}</h1>")

    def test_one_leafs_from_page_to_page(self):
        first = self.get("side_by_side", self.job.pk)
        self.assertContains(first, "1 van 2")
        self.assertContains(first, self.address("old", self.job.pk, 7))
        self.assertContains(first, self.address("side_by_side", self.job.pk, 8))
        self.assertContains(self.get("side_by_side", self.job.pk, 8), "2 van 2")
        self.assertEqual(self.get("side_by_side", self.job.pk, 99).status_code, 404)

    def test_without_the_file_it_says_so(self):
        name = self.job.export.name
        with self.captureOnCommitCallbacks(execute=True):
            self.client.post(self.address("throw_away", self.job.pk))
        self.assertFalse(private_storage().exists(name))
        self.assertContains(self.get("old", self.job.pk, 7), "Het exportbestand is weggegooid")
        answer = self.get("show", self.job.pk)
        self.assertContains(answer, "Het exportbestand is weggegooid.")
        self.assertContains(answer, "Artikelen")
        self.assertIsNone(answer.context["form"])

    def test_what_is_not_in_the_file_is_told(self):
        self.assertContains(self.get("old", self.job.pk, 999), "staat niet in het exportbestand")
