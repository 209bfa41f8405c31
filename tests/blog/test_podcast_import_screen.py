"""The coach takes over a podcast: looks first, lets it be done in the background, and reads what was done."""

from datetime import timedelta

from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from blog.models import PodcastEpisodePage, PodcastImport, PodcastIndexPage
from blog.podcast import import_queue, import_work
from blog.podcast.importing import Task, take_over
from blog.podcast.reading import parse
from blog.roles import COACH, EDITOR
from leads.files import private_storage
from tests.blog.factories import make_site
from tests.blog.test_podcast_import import BOMB, FEED
from tests.blog.users import user_in

State = PodcastImport.State


class ScreenTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.coach = user_in(COACH)

    def setUp(self):
        self.client.force_login(self.coach)
        self.choose = reverse("podcast_import:choose", args=[self.site.podcast.pk])

    def upload(self, feed: str | bytes = FEED, **fields):
        content = feed.encode() if isinstance(feed, str) else feed
        return self.client.post(self.choose, {"file": SimpleUploadedFile("oud.xml", content), **fields})

    def look(self, feed: str = FEED) -> PodcastImport:
        self.assertEqual(self.upload(feed).status_code, 302)
        return PodcastImport.objects.latest("pk")

    def begin(self, job: PodcastImport):
        return self.client.post(reverse("podcast_import:begin", args=[job.pk]))

    def show(self, job: PodcastImport):
        return self.client.get(reverse("podcast_import:show", args=[job.pk]))

    def take_over(self, feed: str = FEED) -> PodcastImport:
        job = self.look(feed)
        self.begin(job)
        import_work.do_waiting()
        job.refresh_from_db()
        self.assertEqual(job.state, State.DONE)
        return job

    def outcomes(self, job: PodcastImport) -> list[tuple[str, str]]:
        return [(line["title"], line["outcome"]) for line in job.report["lines"]]


class Story(ScreenTestCase):
    def test_look_tells_what_would_happen_and_does_nothing(self):
        answer = self.show(self.look())
        self.assertContains(answer, "Er is nog niets gebeurd")
        self.assertContains(answer, "Nieuw (2)")
        self.assertContains(answer, "Hier hoort geen geluid bij.")
        self.assertContains(answer, "Categorie: Mens en maatschappij: relaties")
        self.assertEqual(PodcastEpisodePage.objects.count(), 0)
        self.assertEqual(PodcastIndexPage.objects.get().feed_title, "")

    def test_report_leads_to_the_episodes_and_the_feed_is_thrown_away(self):
        job = self.look()
        name = job.feed.name
        self.begin(job)
        self.assertContains(self.show(job), "Het begint zo.")
        import_work.do_waiting()
        answer = self.show(job)
        self.assertContains(answer, "Erbij gekomen (2)")
        for page in PodcastEpisodePage.objects.all():
            self.assertContains(answer, reverse("wagtailadmin_pages:edit", args=[page.pk]))
            self.assertEqual((page.owner, page.latest_revision.user), (self.coach, self.coach))
        self.assertFalse(private_storage().exists(name))
        progress = self.client.get(reverse("podcast_import:progress", args=[job.pk]))
        self.assertContains(progress, "data-progress-ended")

    def test_second_time_nothing_is_left_to_do(self):
        self.take_over()
        pages = list(PodcastEpisodePage.objects.values_list("pk", "guid", "latest_revision"))
        answer = self.show(self.look())
        self.assertContains(answer, "Er is niets nieuws om over te nemen")
        self.assertContains(answer, "Stond er al (2)")
        self.take_over()
        self.assertEqual(list(PodcastEpisodePage.objects.values_list("pk", "guid", "latest_revision")), pages)

    def test_show_that_is_in_the_editor_gets_its_fields_and_keeps_what_was_emptied(self):
        self.site.podcast.save_revision().publish()
        self.take_over()
        show = PodcastIndexPage.objects.get()
        self.assertEqual(show.get_latest_revision_as_object().feed_title, "Eb & vloed")
        show.owner_email = ""
        show.save_revision().publish()
        self.take_over()
        self.assertEqual(PodcastIndexPage.objects.get().owner_email, "")

    def test_way_there_is_in_the_list_and_on_the_podcast(self):
        for address in (
            reverse("episodes:index"),
            reverse("wagtailadmin_pages:edit", args=[self.site.podcast.pk]),
        ):
            self.assertContains(self.client.get(address), self.choose)


class Changed(ScreenTestCase):
    def setUp(self):
        super().setUp()
        self.take_over()
        self.two = PodcastEpisodePage.objects.get(guid="oud-2")
        self.later = FEED.replace("<title>Twee</title>", "<title>Twee, opnieuw</title>").replace(
            'title="Wachten"', 'title="Stilte"'
        )

    def test_what_the_feed_changed_follows(self):
        look = self.show(self.look(self.later))
        self.assertContains(look, "Veranderd in de feed (1)")
        self.assertContains(look, "Titel, hoofdstukken")
        job = self.take_over(self.later)
        self.assertEqual(self.outcomes(job)[:2], [("Een", "known"), ("Twee, opnieuw", "changed")])
        self.two.refresh_from_db()
        self.assertEqual((self.two.title, self.two.slug), ("Twee, opnieuw", "twee"))
        self.assertEqual([row["title"] for row in self.two.chapter_list()], ["Begin", "Stilte"])
        self.assertContains(self.client.get(self.two.url), "Twee, opnieuw")
        again = self.take_over(self.later)
        self.assertEqual({outcome for _, outcome in self.outcomes(again)}, {"known", "left_out"})

    def test_what_was_changed_here_stays(self):
        self.two.title = "Twee bij ons"
        self.two.save_revision(user=self.coach).publish()
        job = self.take_over(self.later)
        line = next(line for line in job.report["lines"] if line["page_id"] == self.two.pk)
        self.assertEqual(
            (line["outcome"], line["words"]),
            ("changed", "hoofdstukken; zelf aangepast en dus gelaten zoals het is: titel"),
        )
        self.two.refresh_from_db()
        self.assertEqual(self.two.title, "Twee bij ons")

    def test_draft_of_a_published_episode_is_left_alone(self):
        self.two.summary = "Half af"
        self.two.save_revision(user=self.coach)
        job = self.take_over(self.later)
        line = next(line for line in job.report["lines"] if line["page_id"] == self.two.pk)
        self.assertIn("hier staat een concept klaar", line["words"])
        self.two.refresh_from_db()
        self.assertEqual(self.two.title, "Twee")
        self.assertEqual(self.two.get_latest_revision_as_object().summary, "Half af")

    def test_opening_and_saving_in_the_editor_changes_nothing_by_itself(self):
        """The editor gives paragraphs keys, and streams other ids."""
        self.two.body = [
            ("paragraph", self.two.body[0].value.source.replace("<p>", '<p data-block-key="x1">'))
        ]
        self.two.save_revision(user=self.coach).publish()
        job = self.take_over(FEED.replace("Lang <a", "Langer <a"))
        self.assertEqual(dict(self.outcomes(job))["Twee"], "changed")
        self.two.refresh_from_db()
        self.assertIn("Langer", self.two.body[0].value.source)


class Refused(ScreenTestCase):
    def test_each_fault_is_told_beside_its_field(self):
        files = {
            "geen geldige XML": b"<rss><channel>",
            "webpagina en geen feed": b"<!DOCTYPE html><html><p>x",
            "DOCTYPE": BOMB.encode(),
            "geen RSS-feed": b'<feed xmlns="http://www.w3.org/2005/Atom"/>',
            "geen enkele aflevering met geluid": b"<rss><channel><item/></channel></rss>",
        }
        for words, content in files.items():
            with self.subTest(words):
                self.assertContains(self.upload(content), words, status_code=422)
        addresses = {
            "http://podcast.example/feed": "https://",
            "https://127.0.0.1/feed": "geen openbaar adres",
            "localhost/feed": "geen openbaar adres",
            "https://bestaat-niet.invalid/feed": "bestaat-niet.invalid bestaat niet",
            "https://[x": "geen adres",
            "": "Kies een bestand of typ een adres",
        }
        for address, words in addresses.items():
            with self.subTest(address):
                answer = self.client.post(self.choose, {"address": address})
                self.assertContains(answer, words, status_code=422)
        both = self.upload(address="https://podcast.example/")
        self.assertContains(both, "Kies één van beide", status_code=422)
        self.assertEqual(PodcastImport.objects.count(), 0)

    def test_only_who_may_add_episodes_gets_there(self):
        job = self.look()
        self.client.force_login(user_in(EDITOR))
        for answer in (self.client.get(self.choose), self.upload(), self.show(job), self.begin(job)):
            self.assertRedirects(answer, reverse("wagtailadmin_home"), fetch_redirect_response=False)
        job.refresh_from_db()
        self.assertEqual((job.state, PodcastImport.objects.count()), (State.LOOKED, 1))

    def test_who_may_not_publish_gets_drafts(self):
        group = Group.objects.create(name="Maker")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        GroupPagePermission.objects.create(
            group=group, page=self.site.podcast, permission=Permission.objects.get(codename="add_page")
        )
        self.client.force_login(user_in("Maker"))
        self.assertContains(self.show(self.look()), "als concept bewaard")
        self.take_over()
        self.assertEqual(list(PodcastEpisodePage.objects.values_list("live", flat=True)), [False, False])
        self.assertEqual(PodcastIndexPage.objects.get().feed_title, "")

    def test_who_lost_the_right_meanwhile_brings_nothing_in(self):
        job = self.look()
        self.begin(job)
        self.coach.groups.clear()
        import_work.do_waiting()
        job.refresh_from_db()
        self.assertEqual((job.state, PodcastEpisodePage.objects.count()), (State.FAILED, 0))


class Interrupted(ScreenTestCase):
    def test_another_process_goes_on_where_one_was_killed(self):
        job = self.look()
        self.begin(job)
        killed = import_queue.claim()

        class Killed(BaseException):
            pass

        def tell(done, total, title):
            import_queue.tell(killed, done, total, title)
            if done == 1:
                raise Killed

        with self.assertRaises(Killed):
            take_over(parse(FEED.encode()), self.site.podcast, Task(user=self.coach, job=killed), tell)
        self.assertEqual(PodcastEpisodePage.objects.count(), 1)
        self.assertIsNone(import_queue.claim(), "believed to be alive")
        PodcastImport.objects.update(taken_until=timezone.now() - timedelta(seconds=1))
        import_work.do_waiting()
        job.refresh_from_db()
        self.assertEqual(self.outcomes(job)[:2], [("Een", "new"), ("Twee", "new")])
        self.assertEqual(PodcastEpisodePage.objects.count(), 2)
        self.assertFalse(import_queue.tell(killed, 2, 2, ""), "who was taken for dead has no more say")

    def test_process_that_has_to_end_gives_it_back(self):
        job = self.look()
        self.begin(job)
        answers = iter([False, False, True])
        import_work.do_waiting(lambda: next(answers, True))
        job.refresh_from_db()
        self.assertEqual((job.state, job.tries, PodcastEpisodePage.objects.count()), (State.WAITING, 0, 1))
        self.assertEqual(import_work.do_waiting(), 1)

    def test_coach_stops_it_and_goes_on(self):
        job = self.look()
        self.begin(job)
        claimed = import_queue.claim()
        self.client.post(reverse("podcast_import:stop", args=[job.pk]))
        self.assertFalse(import_queue.tell(claimed, 1, 2, "Twee"))
        self.assertContains(self.show(job), "Ga verder")
        self.begin(job)
        import_work.do_waiting()
        self.assertEqual(PodcastEpisodePage.objects.count(), 2)

    def test_what_always_breaks_off_is_given_up_with_words(self):
        job = self.look()
        self.begin(job)
        for _ in range(import_queue.MOST_TRIES):
            self.assertEqual(import_queue.claim(), job)
            PodcastImport.objects.update(taken_until=timezone.now() - timedelta(seconds=1))
        self.assertIsNone(import_queue.claim())
        self.assertContains(self.show(job), "brak drie keer")

    def test_two_at_once_are_one(self):
        first, second = self.look(), self.look()
        self.begin(first)
        self.assertEqual(self.begin(second).url, reverse("podcast_import:show", args=[first.pk]))
        second.refresh_from_db()
        self.assertEqual(second.state, State.LOOKED)

    def test_looks_that_led_to_nothing_go_with_their_files(self):
        job = self.look()
        self.assertEqual(import_queue.expire(timezone.now()), 0)
        later = timezone.now() + timedelta(days=1, minutes=1)
        self.assertEqual(import_queue.expire(later), 1)
        self.assertFalse(private_storage().exists(job.feed.name))
