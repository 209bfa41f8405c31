"""The figures at /metrics: for who has the token, without the database too."""

from datetime import timedelta
from unittest import mock

from django.db import OperationalError
from django.test import TestCase, override_settings
from django.utils import timezone
from post_office.models import STATUS, Email
from prometheus_client.parser import text_string_to_metric_families

from comments.models import Status
from operations.models import JobRun
from pagecache import counts
from pagecache.versions import bump, look_up
from tests.comments.factories import make_comment
from tests.mailing.queued import queue

TOKEN = "een woord van genoeg tekens"


@override_settings(METRICS_TOKEN=TOKEN)
class Figures(TestCase):
    def read(self) -> dict[str, float]:
        response = self.client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
        self.assertEqual(response.status_code, 200)
        self.assertIn("no-store", response["Cache-Control"])
        return {
            sample.name + "".join(f" {value}" for value in sample.labels.values()): sample.value
            for family in text_string_to_metric_families(response.content.decode())
            for sample in family.samples
        }

    def test_only_for_who_has_the_token(self):
        for given in ({}, {"Authorization": "Bearer iets anders"}, {"Authorization": f"Basic {TOKEN}"}):
            response = self.client.get("/metrics", headers=given)
            self.assertEqual(response.status_code, 401)
            self.assertNotIn(b"site_", response.content)
        with override_settings(METRICS_TOKEN=""):
            self.assertEqual(self.client.get("/metrics").status_code, 404)

    def test_what_waits_is_told(self):
        for number in range(3):
            queue(f"lezer{number}@voorbeeld.nl")
        first, second, _ = Email.objects.order_by("pk")
        Email.objects.filter(pk=first.pk).update(created=timezone.now() - timedelta(minutes=5))
        Email.objects.filter(pk=second.pk).update(status=STATUS.failed)
        make_comment(None, 1, status=Status.PENDING)
        bump()
        found = self.read()
        self.assertEqual(found["site_outbox_waiting_mails"], 2)
        self.assertAlmostEqual(found["site_outbox_oldest_seconds"], 300, delta=60)
        self.assertEqual(found["site_outbox_failed_mails"], 1)
        self.assertEqual(found["site_comments_waiting"], 1)
        self.assertEqual(found["site_content_version"], look_up())
        self.assertEqual(found["site_database_up"], 1)

    def test_requests_and_hits_are_told(self):
        before = self.read()
        counts.add(counts.HIT, 5)
        counts.add(counts.STALE)
        found = self.read()
        risen = {name: found[name] - before[name] for name in found if name.endswith(("cache", "_total"))}
        self.assertEqual((risen["site_cache_hits_total"], risen["site_cache_stale_total"]), (5, 1))
        self.assertEqual(found["site_requests_total cache"] - before["site_requests_total cache"], 6)
        self.assertEqual(found["site_requests_total site"] - before["site_requests_total site"], 1)
        self.assertEqual(found["site_responses_total 2xx"] - before["site_responses_total 2xx"], 1)

    def test_jobs_are_told(self):
        now = timezone.now()
        for job, result in (("publishing", "done"), ("notices", "failed")):
            JobRun.objects.create(job=job, result=result, started_at=now, seen_at=now)
        found = self.read()
        self.assertAlmostEqual(
            found["site_job_last_success_timestamp_seconds publishing"], now.timestamp(), delta=1
        )
        self.assertEqual(found["site_job_failing publishing"], 0)
        self.assertEqual(found["site_job_failing notices"], 1)

    def test_figures_that_need_no_database_come_without_it(self):
        with mock.patch("operations.figures.Email.objects.filter", side_effect=OperationalError("away")):
            found = self.read()
        self.assertEqual(found["site_database_up"], 0)
        self.assertIn("site_cache_hits_total", found)
        self.assertNotIn("site_outbox_waiting_mails", found)
