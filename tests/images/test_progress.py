"""What the coach sees of the making."""

from django.contrib.auth.models import User
from django.test import TestCase
from django.urls import reverse

from images.models import RenditionJob
from tests.images.pictures import job_of, make_image, ready_image


class ProgressTests(TestCase):
    def setUp(self) -> None:
        self.client.force_login(User.objects.create_superuser("saar"))
        self.address = reverse("images_admin:progress")

    def test_it_tells_how_far_each_picture_is(self) -> None:
        image = make_image()
        self.assertContains(self.client.get(self.address), "Wacht even")
        RenditionJob.objects.filter(image=image).update(state="making", done=3, total=8)
        for path in (
            self.address,
            reverse("wagtailadmin_home"),
            reverse("wagtailimages:edit", args=[image.pk]),
        ):
            self.assertContains(self.client.get(path), "3 van 8 maten klaar")

    def test_nothing_is_said_when_all_is_ready(self) -> None:
        ready_image()
        self.assertNotContains(self.client.get(self.address), "maten")
        self.assertNotContains(self.client.get(reverse("wagtailadmin_home")), "data-progress")

    def test_failure_is_told_with_its_reason_and_can_be_tried_again(self) -> None:
        image = make_image()
        RenditionJob.objects.filter(image=image).update(state="failed", reason="Dit bestand is beschadigd.")
        response = self.client.get(reverse("wagtailimages:edit", args=[image.pk]))
        self.assertContains(response, "Mislukt. Dit bestand is beschadigd.")
        self.assertContains(response, "Probeer opnieuw")
        retry = reverse("images_admin:retry", args=[image.pk])
        self.assertEqual(self.client.get(retry).status_code, 405)
        self.assertRedirects(self.client.post(retry), reverse("wagtailimages:edit", args=[image.pk]))
        self.assertEqual(job_of(image).state, "waiting")

    def test_visitors_see_none_of_it(self) -> None:
        self.client.logout()
        self.assertEqual(self.client.get(self.address).status_code, 302)
