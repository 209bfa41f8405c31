"""Two makers, and makers that are killed."""

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from images import queue
from images.models import RenditionJob
from tests.images.pictures import job_of, make_image


class QueueTests(TestCase):
    def test_picture_is_claimed_once(self) -> None:
        make_image()
        self.assertIsNotNone(queue.claim())
        self.assertIsNone(queue.claim())

    def test_killed_maker_is_taken_over_and_has_no_say_any_more(self) -> None:
        image = make_image()
        killed = queue.claim()
        RenditionJob.objects.update(taken_until=timezone.now() - timedelta(seconds=1))
        other = queue.claim()
        self.assertEqual((killed.pk, other.pk), (image.pk, image.pk))
        self.assertFalse(queue.progress(killed, 1, 8))
        self.assertFalse(queue.finish(killed))
        queue.fail(killed, "nee")
        self.assertTrue(queue.progress(other, 2, 8))
        self.assertEqual((job_of(image).state, job_of(image).done), ("making", 2))

    def test_picture_that_kills_its_maker_is_given_up_and_told(self) -> None:
        image = make_image()
        for _ in range(queue.MOST_TRIES):
            self.assertIsNotNone(queue.claim())
            RenditionJob.objects.update(taken_until=timezone.now() - timedelta(seconds=1))
        self.assertIsNone(queue.claim())
        self.assertEqual(job_of(image).state, "failed")
        self.assertIn("brak drie keer af", job_of(image).reason)
