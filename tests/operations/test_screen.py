"""What the coach sees of scheduled jobs."""

from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from blog import roles
from operations.jobs import all_jobs
from operations.models import JobRun
from operations.rounds import Rounds
from tests.blog.users import user_in

Result = JobRun.Result


class Screen(TestCase):
    @classmethod
    def setUpTestData(cls):
        roles.create_roles()
        cls.coach = user_in(roles.COACH)
        cls.now = timezone.now()

    def setUp(self):
        self.client.force_login(self.coach)

    def show(self) -> str:
        response = self.client.get(reverse("operations:jobs"))
        self.assertEqual(response.status_code, 200)
        return response.content.decode()

    def ran(
        self, job: str, result: str, *, ago: timedelta = timedelta(), said: str = "", daily: bool = False
    ):
        moment = self.now - ago
        day = timezone.localdate(moment) if daily else None
        JobRun.objects.create(job=job, result=result, started_at=moment, seen_at=moment, said=said, day=day)

    def test_every_job_with_its_last_run_and_result(self):
        self.ran("publishing", Result.DONE)
        self.ran("leads-retention", Result.FAILED, said="ValueError in leads/privacy.py:12", daily=True)
        html = self.show()
        for job in all_jobs():
            self.assertIn(job.label, html)
            self.assertIn(job.description.replace("'", "&#x27;"), html)
        self.assertIn("<strong>Gelukt</strong> vandaag om", html)
        self.assertIn("<strong>Mislukt</strong>", html)
        self.assertIn("ValueError in leads/privacy.py:12", html)
        self.assertIn("Nog niet gedaan", html)

    def test_scheduler_that_stands_still_is_told(self):
        self.ran("publishing", Result.DONE, ago=timedelta(minutes=2))
        self.assertNotIn("niets meer vanzelf", self.show())
        JobRun.objects.update(seen_at=self.now - timedelta(hours=1))
        self.assertIn("niets meer vanzelf", self.show())

    def test_done_now_when_asked_for(self):
        job = next(job for job in all_jobs() if job.daily and not job.beside)
        address = reverse("operations:run_now", args=[job.name])
        response = self.client.post(address, follow=True)
        self.assertContains(response, "begint binnen een halve minuut")
        self.assertContains(response, "Staat klaar")
        self.assertContains(self.client.post(address, follow=True), "stond al klaar")
        Rounds().do([job], self.now)
        self.assertEqual(JobRun.objects.get(job=job.name).result, Result.DONE)

    def test_only_by_post_and_only_a_job_that_there_is(self):
        self.assertEqual(self.client.get(reverse("operations:run_now", args=["publishing"])).status_code, 405)
        self.assertEqual(self.client.post(reverse("operations:run_now", args=["iets"])).status_code, 404)
        self.assertFalse(JobRun.objects.exists())

    def test_not_for_who_only_writes(self):
        self.client.force_login(user_in(roles.EDITOR))
        self.assertRedirects(
            self.client.get(reverse("operations:jobs")),
            reverse("wagtailadmin_home"),
            fetch_redirect_response=False,
        )
        self.client.post(reverse("operations:run_now", args=["publishing"]))
        self.assertFalse(JobRun.objects.exists())
