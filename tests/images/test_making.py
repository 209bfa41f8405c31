"""From an upload to its renditions."""

from django.core.files.base import ContentFile
from django.test import TestCase

from images import queue
from images.making import make_first, make_waiting
from images.models import RenditionJob, SiteImage
from images.shapes import RECIPE
from pagecache.models import ContentVersion
from tests.images.pictures import file_of, job_of, make_image, ready_image, stored


def spoil(image: SiteImage) -> None:
    """Put something that is no picture in place of the file."""
    image.file.storage.delete(image.file.name)
    image.file.storage.save(image.file.name, ContentFile(b"no picture"))


class MakingTests(TestCase):
    def test_saved_picture_waits_and_then_has_all_its_sizes(self) -> None:
        image = make_image()
        self.assertEqual(job_of(image).state, "waiting")
        self.assertEqual(make_waiting(), 1)
        job = job_of(image)
        self.assertEqual((job.state, job.done), ("made", job.total))
        self.assertEqual(image.renditions.count(), job.total)
        self.assertEqual(len(stored(image)), job.total)
        for rendition in image.renditions.filter(filter_spec="width-540|format-avif"):
            self.assertEqual((rendition.width, rendition.height), (540, 360))
        self.assertEqual(make_waiting(), 0)

    def test_colour_is_known(self) -> None:
        self.assertEqual(ready_image(file_of("#336699", file_format="PNG")).mean_colour, "#336699")
        self.assertEqual(ready_image(file_of((1, 2, 3, 4), file_format="PNG")).mean_colour, "")

    def test_other_words_make_nothing_again(self) -> None:
        image = ready_image()
        image.description = "Eb"
        image.save()
        self.assertEqual(job_of(image).state, "made")

    def test_other_focus_makes_the_cuts_again_and_takes_away_the_old(self) -> None:
        image = ready_image()
        before = stored(image)
        image.focal_point_x, image.focal_point_y = 100, 100
        image.focal_point_width = image.focal_point_height = 50
        image.save()
        with self.captureOnCommitCallbacks(execute=True):
            self.assertEqual(make_waiting(), 1)
        after = stored(image)
        self.assertEqual({name for name in before if ".width-" in name}, {n for n in after if ".width-" in n})
        self.assertFalse({name for name in before & after if ".fill-" in name})
        self.assertEqual(len(after), len(before))
        gone = before - after
        self.assertFalse([name for name in gone if image.file.storage.exists(name)])

    def test_replaced_file_leaves_no_rendition_of_the_old_one(self) -> None:
        image = ready_image()
        image.get_rendition("max-165x165")
        before = stored(image)
        image.file = file_of("teal", (700, 700))
        image.save()
        with self.captureOnCommitCallbacks(execute=True):
            make_waiting()
        self.assertFalse(before & stored(image))
        self.assertFalse([name for name in before if image.file.storage.exists(name)])
        self.assertTrue(all(row.is_of(image) for row in image.renditions.all()))

    def test_renditions_that_are_there_are_not_made_twice(self) -> None:
        image = ready_image()
        before = set(image.renditions.values_list("pk", flat=True))
        queue.make_again([image.pk])
        self.assertEqual(make_waiting(), 1)
        self.assertEqual(set(image.renditions.values_list("pk", flat=True)), before)

    def test_broken_file_fails_with_a_reason_and_may_be_tried_again(self) -> None:
        image, whole = make_image(), make_image()
        spoil(image)
        self.assertEqual(make_waiting(), 1)
        self.assertEqual((job_of(image).state, job_of(whole).state), ("failed", "made"))
        self.assertIn("beschadigd", job_of(image).reason)
        self.assertEqual(make_waiting(), 0)
        image.file.storage.delete(image.file.name)
        image.file.storage.save(image.file.name, file_of())
        self.assertTrue(queue.retry(image.pk))
        self.assertFalse(queue.retry(image.pk))
        self.assertEqual(make_waiting(), 1)
        self.assertEqual(job_of(image).reason, "")

    def test_told_to_stop_it_gives_the_picture_back(self) -> None:
        image = make_image()
        answers = iter([False, False, False, True, True])
        self.assertEqual(make_waiting(lambda: next(answers)), 0)
        job = job_of(image)
        self.assertEqual((job.state, job.tries, job.taken_by), ("waiting", 0, ""))
        self.assertGreater(image.renditions.count(), 0)

    def test_picture_that_changes_meanwhile_is_made_anew(self) -> None:
        image = make_image()
        calls = 0

        def change() -> bool:
            nonlocal calls
            calls += 1
            if calls == 4:
                changed = SiteImage.objects.get(pk=image.pk)
                changed.file = file_of("teal", (700, 700))
                changed.save()
            return False

        self.assertEqual(make_waiting(change), 1)
        image.refresh_from_db()
        self.assertEqual(job_of(image).state, "made")
        self.assertTrue(all(row.is_of(image) for row in image.renditions.all()))

    def test_picture_that_is_removed_meanwhile_stops_nothing(self) -> None:
        image = make_image()
        answers = iter([False, False, False, None])

        def remove() -> bool:
            if next(answers, False) is None:
                SiteImage.objects.get(pk=image.pk).delete()
            return False

        self.assertEqual(make_waiting(remove), 0)
        self.assertFalse(RenditionJob.objects.exists())

    def test_another_recipe_and_a_picture_without_a_job_are_asked_for(self) -> None:
        old, without = ready_image(), ready_image()
        RenditionJob.objects.filter(image=old).update(wanted=f"recipe {RECIPE - 1}")
        RenditionJob.objects.filter(image=without).delete()
        queue.ask_for_all()
        self.assertEqual(RenditionJob.objects.filter(state="waiting").count(), 2)

    def test_readers_are_told_once_at_the_end(self) -> None:
        make_image()
        before = ContentVersion.objects.count()
        make_waiting()
        self.assertLessEqual(ContentVersion.objects.count() - before, 1)


class FirstTests(TestCase):
    def test_one_rendition_is_there_when_the_save_is_committed(self) -> None:
        with self.captureOnCommitCallbacks(execute=True):
            image = make_image()
        self.assertEqual([row.filter_spec for row in image.renditions.all()], ["width-800|format-jpeg"])
        self.assertTrue(SiteImage.objects.get(pk=image.pk).mean_colour)

    def test_broken_file_is_no_error_for_who_saves(self) -> None:
        with self.captureOnCommitCallbacks(execute=True):
            image = make_image()
            spoil(image)
        self.assertEqual(image.renditions.count(), 0)

    def test_it_is_not_made_where_another_is(self) -> None:
        image = ready_image()
        before = image.renditions.count()
        make_first(image.pk)
        self.assertEqual(image.renditions.count(), before)
