"""The whole site leaves in a folder: a WXR that our own reader takes, Markdown and pictures."""

import io
import json
import re
import stat
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.test import TestCase
from django.utils import timezone
from lxml import etree
from wagtail.models import PageViewRestriction

from audit.trail import lines
from blog.models import RelatedArticle
from comments.models import Comment
from tests.blog import factories
from tests.blog.factories import heading, stream
from wordpress.export import php, wxr
from wordpress.export.attachments import IMAGES, SOUNDS
from wordpress.reading.enclosures import enclosure
from wordpress.reading.export import Export
from wordpress.reading.items import BadItem, Item
from wordpress.reading.php import unserialize
from wordpress.reading.seo import search_fields

MOMENT = datetime(2024, 6, 1, 18, 30, tzinfo=UTC)


class ExportTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.site = factories.make_site()
        cls.picture = factories.ImageFactory(description="Een zee", credit="Foto: Roos & zn.")
        author = factories.AuthorPageFactory(parent=cls.site.people, title="Roos", slug="roos", role="coach")
        cls.article = factories.ArticlePageFactory(
            parent=cls.site.blog,
            title="Eb & <vloed>",
            slug="eb-en-vloed",
            intro="Over 'het' tij & meer.",
            first_published_at=MOMENT,
            hero_image=cls.picture,
            hero_alt="Grijs water",
            seo_title="Eb en vloed in de liefde",
            focus_keyphrase="eb en vloed",
            noindex=True,
            sensitive=True,
            revised_on=date(2025, 1, 2),
            body=stream(
                heading("Een kop"), ("paragraph", "<p>Een <b>alinea</b> ]]&gt; [x]</p>"), ("divider", None)
            ),
        )
        cls.article.categories = [factories.CategoryFactory(name="Rouw & troost", slug="rouw")]
        cls.article.tags.add("gemis")
        cls.article.article_authors.create(author=author)
        cls.other = factories.ArticlePageFactory(parent=cls.site.blog, title="Ander", slug="ander")
        cls.article.related_articles.add(RelatedArticle(other=cls.other))
        cls.article.save()

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name) / "uit"

    def export(self, formats: str = "both") -> str:
        out = io.StringIO()
        call_command("export_site", str(self.folder), format=formats, stdout=out)
        return out.getvalue()

    def items(self) -> dict[int, Item]:
        self.export("wxr")
        found = list(Export(self.folder / "site.wxr.xml").items())
        assert not [one for one in found if isinstance(one, BadItem)]
        return {one.id: one for one in found if isinstance(one, Item)}

    def test_an_article_is_read_back_with_all_its_fields(self) -> None:
        item = self.items()[self.article.pk]
        self.assertEqual((item.kind, item.status, item.slug), ("post", "publish", "eb-en-vloed"))
        self.assertEqual(item.title, "Eb &amp; &lt;vloed&gt;")
        self.assertEqual(item.excerpt, "Over 'het' tij &amp; meer.")
        self.assertEqual(item.published_at, MOMENT)
        self.assertEqual(item.creator, "roos")
        self.assertEqual(
            {(one.slug, one.name) for one in item.terms}, {("rouw", "Rouw & troost"), ("gemis", "gemis")}
        )
        self.assertTrue(item.comments_open)
        self.assertEqual(item.meta["_thumbnail_id"], str(IMAGES + self.picture.pk))
        self.assertEqual(item.meta["_liefdesverdriet_revised_on"], "2025-01-02")
        self.assertEqual(item.meta["_liefdesverdriet_sensitive"], "1")
        self.assertEqual(json.loads(item.meta["_liefdesverdriet_related"]), [self.other.full_url])
        fields = search_fields(item.meta, self.article.title, "Tussentij")
        self.assertEqual((fields.title, fields.keyphrase), ("Eb en vloed in de liefde", "eb en vloed"))
        self.assertTrue(fields.noindex)

    def test_its_picture_has_its_address_and_description(self) -> None:
        item = self.items()[IMAGES + self.picture.pk]
        self.assertEqual(item.kind, "attachment")
        self.assertTrue(item.attachment_url.endswith(self.picture.file.url))
        self.assertEqual(item.meta["_wp_attachment_image_alt"], "Een zee")
        self.assertEqual(item.meta["_wp_attached_file"], self.picture.file.name)

    def test_contents_tell_of_people_and_terms(self) -> None:
        self.export("wxr")
        contents = Export(self.folder / "site.wxr.xml").contents()
        self.assertEqual(contents.header.version, "1.2")
        self.assertIn(("roos", "Roos"), [(one.login, one.name) for one in contents.authors])
        self.assertIn("Rouw & troost", [one.name for one in contents.terms])
        self.assertEqual(contents.bad, [])

    def test_nothing_that_is_not_for_all_is_published(self) -> None:
        def article(slug: str, **fields: object) -> factories.ArticlePage:
            return factories.ArticlePageFactory(parent=self.site.blog, title=slug, slug=slug, **fields)

        draft = article("concept", live=False)
        draft.title = "Nog een concept"
        draft.save_revision()
        locked, closed, later = article("slot"), article("dicht"), article("straks", live=False)
        PageViewRestriction.objects.create(page=locked, restriction_type="password", password="a&b<c")
        PageViewRestriction.objects.create(page=closed, restriction_type="login")
        when = timezone.now().replace(microsecond=0) + timedelta(days=30)
        later.go_live_at = when
        later.save_revision().publish()
        items = self.items()
        self.assertEqual((items[draft.pk].status, items[draft.pk].title), ("draft", "Nog een concept"))
        self.assertEqual((items[locked.pk].status, items[locked.pk].password), ("publish", "a&b<c"))
        self.assertEqual((items[closed.pk].status, items[closed.pk].password), ("private", ""))
        self.assertEqual((items[later.pk].status, items[later.pk].published_at), ("future", when))

    def test_pages_stand_under_each_other(self) -> None:
        above = factories.StandardPageFactory(parent=self.site.home, title="Boven")
        below = factories.StandardPageFactory(parent=above, title="Onder")
        items = self.items()
        self.assertEqual((items[above.pk].kind, items[above.pk].parent), ("page", 0))
        self.assertEqual(items[below.pk].parent, above.pk)

    def test_an_episode_has_its_sound(self) -> None:
        episode = factories.PodcastEpisodePageFactory(
            parent=self.site.podcast,
            season=2,
            number=5,
            audio_address="https://geluid.example/5.mp3",
            audio_kind="audio/mpeg",
            audio_bytes=1234,
            duration=754,
            chapters=stream(("chapter", {"start": 5, "title": "Begin", "url": "", "image": None})),
        )
        item = self.items()[episode.pk]
        sound = enclosure(item)
        self.assertIsNotNone(sound)
        self.assertEqual((item.kind, item.guid), ("podcast", episode.guid))
        found = (
            sound.url,
            sound.bytes,
            sound.kind,
            sound.seconds,
            sound.season,
            sound.number,
            sound.explicit,
        )
        self.assertEqual(found, ("https://geluid.example/5.mp3", 1234, "audio/mpeg", 754, 2, 5, False))
        chapters = json.loads(item.meta["_liefdesverdriet_chapters"])
        self.assertEqual(chapters[0]["value"]["title"], "Begin")

    def test_comments_keep_their_state_thread_and_moment(self) -> None:
        def comment(text: str, status: str, **fields: object) -> Comment:
            given = {
                "author_name": "An & co",
                "author_email": "an@lezer.example",
                "created_at": MOMENT,
                **fields,
            }
            return Comment.objects.create(
                page=self.article, page_title="x", text=text, status=status, **given
            )

        first = comment("Mooi <b>stuk</b> & meer\n\nVan mij", "approved")
        answer = comment("Dank", "approved", parent=first, thread=first, staff_label="Coach")
        waiting, spam, trash = comment("w", "pending"), comment("s", "spam"), comment("t", "trash")
        comment("weg", "approved", withdrawn_at=MOMENT)
        found = {one.id: one for one in self.items()[self.article.pk].reactions}
        self.assertEqual(set(found), {first.pk, answer.pk, waiting.pk, spam.pk, trash.pk})
        self.assertEqual(found[first.pk].text, "Mooi &lt;b&gt;stuk&lt;/b&gt; &amp; meer\n\nVan mij")
        self.assertEqual(
            (found[first.pk].author_name, found[first.pk].author_email), ("An & co", "an@lezer.example")
        )
        self.assertEqual(found[first.pk].created_at, MOMENT)
        self.assertEqual(found[answer.pk].parent, first.pk)
        self.assertNotEqual(found[answer.pk].user, 0)
        states = [found[one.pk].approved for one in (first, waiting, spam, trash)]
        self.assertEqual(states, ["1", "0", "spam", "trash"])

    def test_markdown_is_text_with_what_is_known_on_top(self) -> None:
        Comment.objects.create(
            page=self.article,
            page_title="x",
            author_name="An",
            author_email="an@lezer.example",
            text="Mooi <script>",
            status="approved",
            created_at=MOMENT,
        )
        Comment.objects.create(
            page=self.article, page_title="x", author_name="Wim", text="wacht", status="pending"
        )
        self.export("markdown")
        text = (self.folder / "markdown/blog/eb-en-vloed.md").read_text()
        front, _, rest = text.removeprefix("---\n").partition("\n---\n")
        values = {
            key: json.loads(value) for key, value in (line.split(": ", 1) for line in front.split("\n"))
        }
        self.assertEqual(values["title"], "Eb & <vloed>")
        self.assertEqual(
            (values["status"], values["categories"], values["tags"]),
            ("publish", ["Rouw & troost"], ["gemis"]),
        )
        self.assertIn("## Een kop\n\nEen **alinea**", rest)
        self.assertIn("> Mooi \\<script\\>", rest)
        self.assertNotIn("wacht", rest)
        self.assertNotIn("an@lezer.example", text)
        self.assertFalse((self.folder / "site.wxr.xml").exists())
        picture = re.search(r"!\[Grijs water\]\((.*?)\)", rest)[1]
        file = (self.folder / "markdown/blog" / picture).resolve()
        with self.picture.file.storage.open(self.picture.file.name) as stored:
            self.assertEqual(file.read_bytes(), stored.read())

    def test_only_its_owner_may_read_it(self) -> None:
        self.export()
        for path in [self.folder, *self.folder.rglob("*")]:
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o700 if path.is_dir() else 0o600, path)

    def test_a_folder_that_holds_something_is_left_alone(self) -> None:
        self.folder.mkdir()
        (self.folder / "van-mij.txt").write_text("blijft")
        with self.assertRaisesMessage(CommandError, "niet leeg"):
            self.export()
        self.assertEqual([one.name for one in self.folder.iterdir()], ["van-mij.txt"])

    def test_a_lost_picture_is_told_and_stops_nothing(self) -> None:
        lost = factories.ImageFactory()
        lost.file.storage.delete(lost.file.name)
        self.assertIn(lost.file.name, self.export())
        self.assertTrue((self.folder / "site.wxr.xml").exists())

    def test_it_is_written_down_and_said_that_addresses_left(self) -> None:
        said = self.export("wxr")
        self.assertIn("e-mailadressen van lezers", said)
        self.assertIn("Inschrijvers", said)
        self.assertEqual(lines().filter(action="comments.export").count(), 1)

    def test_nobody_is_written_down_where_no_addresses_leave(self) -> None:
        self.export("markdown")
        self.assertEqual(lines().count(), 0)

    def test_a_sound_of_ours_is_a_file_too(self) -> None:
        episode = factories.PodcastEpisodePageFactory(parent=self.site.podcast)
        episode.audio.save("praat.mp3", ContentFile(b"ID3"), save=True)
        items = self.items()
        self.assertTrue(items[SOUNDS + episode.pk].attachment_url.endswith(episode.audio.url))
        self.assertEqual((self.folder / "media" / episode.audio.name).read_bytes(), b"ID3")


def test_what_xml_can_not_hold_is_left_out() -> None:
    out = io.StringIO()
    wxr.write(out, home="https://a.example", title="A\x0b ]]> & \ud800<", authors=[], terms=[], items=[])
    tree = etree.fromstring(out.getvalue().encode())
    assert tree.findtext("channel/title") == "A ]]> & <"


def test_php_reads_what_is_serialised() -> None:
    values = {"duur": "12:05", "naam": 'é"; s:1:"x'}
    assert unserialize(php.array(values)) == values
