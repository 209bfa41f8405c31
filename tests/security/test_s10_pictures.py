"""Guarantee S10: what is no plain picture is refused quickly and in little memory; none tells its place."""

import io
import re
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import SimpleTestCase, TestCase, override_settings
from django.urls import reverse
from PIL import Image, ImageOps
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.models import Collection
from wagtail.users.models import UserProfile

from images.models import SiteImage
from images.stripping import stripped
from images.uploads import accept
from tests.security.hostile_files import CAMERA, OWNER, hostile_pictures, jpeg_that_says, picture

SECONDS, MEGABYTES = 2.0, 150
KINDS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}
# One of each family, for each way in; all of them go to the check itself.
FEW = (
    "SVG called PNG",
    "page called JPEG",
    "JPEG with an archive behind it",
    "PNG cut off",
    "JPEG of 4 billion",
)


def peak_megabytes() -> float:
    """Return the most memory that this process had since the last call of `forget_peak`."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found
    return int(found[1]) / 1024


def forget_peak() -> float:
    Path("/proc/self/clear_refs").write_text("5")
    return peak_megabytes()


def is_red_at_the_left(data: bytes) -> bool:
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
    red, green, _ = upright.getpixel((4, upright.height // 2))
    other = upright.getpixel((upright.width - 4, upright.height // 2))
    return red > 150 and green < 90 and min(other) > 200


class TheCheck(SimpleTestCase):
    def test_s10_hostile_pictures_are_refused_in_time_and_in_little_memory(self) -> None:
        hostile = hostile_pictures()
        self.assertGreaterEqual(len(hostile), 35)
        for why, (name, data) in hostile.items():
            with self.subTest(why):
                before, start = forget_peak(), time.process_time()
                with self.assertRaises(ValidationError) as refused:
                    accept(name, io.BytesIO(data))
                self.assertLess(time.process_time() - start, SECONDS)
                self.assertLess(peak_megabytes() - before, MEGABYTES)
                # A sentence for the coach, in Dutch.
                message = refused.exception.messages[0]
                self.assertRegex(message, r"\b(?:bestand|afbeelding)\b.*\.$")

    def test_s10_size_is_judged_before_anything_is_decoded(self) -> None:
        with self.assertRaisesMessage(ValidationError, "64,0 miljoen beeldpunten"):
            accept("eb.jpg", io.BytesIO(jpeg_that_says(8_000, 8_000)))

    def test_s10_picture_of_forty_million_is_taken(self) -> None:
        target = io.BytesIO()
        Image.new("L", (8_000, 5_000), 200).save(target, "JPEG", quality=10)
        accept("eb.JPG", io.BytesIO(target.getvalue()))

    def test_s10_place_camera_and_owner_are_left_out_and_the_picture_stays_upright(self) -> None:
        for kind, extension in KINDS.items():
            for held in (1, 3, 6, 8):
                upright = Image.open(io.BytesIO(picture(kind, (48, 32))))
                # As the camera that was held so would have written it.
                turned = {1: 0, 3: 180, 6: 90, 8: 270}[held]
                raw = picture_of(upright.rotate(turned, expand=True), kind, held)
                with self.subTest(kind, held=held):
                    self.assertIn(CAMERA.encode(), raw)
                    clean = accept(f"eb.{extension}", io.BytesIO(raw))
                    self.assertNotIn(CAMERA.encode(), clean)
                    self.assertNotIn(OWNER.encode(), clean)
                    notes = Image.open(io.BytesIO(clean)).getexif()
                    self.assertEqual(set(notes) - {0x0112}, set())
                    self.assertEqual(notes.get_ifd(0x8825), {})
                    self.assertTrue(is_red_at_the_left(clean))

    def test_s10_pixels_are_the_same_and_twice_is_once(self) -> None:
        for kind in ("JPEG", "PNG", "WEBP"):
            with self.subTest(kind):
                raw = picture(kind, held=6)
                clean = stripped(raw)
                self.assertEqual(
                    Image.open(io.BytesIO(clean)).convert("RGB").tobytes(),
                    Image.open(io.BytesIO(raw)).convert("RGB").tobytes(),
                )
                self.assertEqual(stripped(clean), clean)

    def test_s10_several_pictures_of_a_telephone_become_one(self) -> None:
        first, second = (Image.open(io.BytesIO(picture("JPEG"))) for _ in range(2))
        target = io.BytesIO()
        first.save(target, "MPO", save_all=True, append_images=[second])
        clean = accept("eb.jpg", io.BytesIO(target.getvalue()))
        self.assertEqual(Image.open(io.BytesIO(clean)).format, "JPEG")
        self.assertLess(len(clean), len(target.getvalue()))


def picture_of(image: Image.Image, kind: str, held: int) -> bytes:
    notes = Image.open(io.BytesIO(picture(kind, held=held))).getexif()
    notes[0x0112] = held
    notes[0x0110], notes[0x013B] = CAMERA, OWNER
    target = io.BytesIO()
    image.save(target, kind, exif=notes.tobytes())
    return target.getvalue()


class WaysIn(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.coach = User.objects.create_superuser("coach", password="niet-te-raden-1")

    def setUp(self) -> None:
        self.enterContext(override_settings(MEDIA_ROOT=self.enterContext(TemporaryDirectory())))
        self.client.force_login(self.coach)
        self.collection = Collection.get_first_root_node().pk

    def fields(self, name: str, data: bytes, prefix: str = "") -> dict:
        return {
            f"{prefix}title": "Eb",
            f"{prefix}file": SimpleUploadedFile(name, data),
            f"{prefix}collection": self.collection,
            f"{prefix}tags": "",
        }

    def choose(self, name: str, data: bytes):
        address = reverse("wagtailimages_chooser:create")
        return self.client.post(address, self.fields(name, data, "image-chooser-upload-"))

    def add(self, name: str, data: bytes):
        return self.client.post(reverse("wagtailimages:add"), self.fields(name, data))

    def add_many(self, name: str, data: bytes):
        fields = {"title": "Eb", "files[]": SimpleUploadedFile(name, data), "collection": self.collection}
        return self.client.post(reverse("wagtailimages:add_multiple"), fields)

    def replace(self, name: str, data: bytes):
        self.kept = SiteImage.objects.create(title="Oud", file=ContentFile(picture("PNG"), "oud.png"))
        self.before = self.kept.file.name
        return self.client.post(reverse("wagtailimages:edit", args=[self.kept.pk]), self.fields(name, data))

    def test_s10_hostile_pictures_get_in_nowhere(self) -> None:
        hostile = hostile_pictures()
        for way in (self.choose, self.add, self.add_many):
            for why in FEW:
                with self.subTest(way.__name__, why=why):
                    response = way(*hostile[why])
                    self.assertEqual(response.status_code, 200)
                    self.assertEqual(SiteImage.objects.count(), 0)
                    self.assertRegex(response.content.decode(), "bestand|afbeelding")
        for why in FEW:
            with self.subTest("replace", why=why):
                self.replace(*hostile[why])
                self.kept.refresh_from_db()
                self.assertEqual(self.kept.file.name, self.before)

    def test_s10_what_is_stored_tells_no_place_whichever_way_it_came(self) -> None:
        raw = picture("JPEG", held=6)
        for way in (self.choose, self.add, self.add_many, self.replace):
            with self.subTest(way.__name__):
                SiteImage.objects.all().delete()
                way("eb.jpg", raw)
                image = SiteImage.objects.get()
                with image.file.open() as file:
                    stored = file.read()
                self.assertNotIn(OWNER.encode(), stored)
                self.assertEqual(image.file_size, len(stored))
                self.assertEqual(Image.open(io.BytesIO(stored)).getexif().get(0x0112), 6)

    def test_s10_what_comes_through_no_form_tells_no_place(self) -> None:
        image = SiteImage.objects.create(title="Eb", file=ContentFile(picture("WEBP"), "eb.webp"))
        with image.file.open() as file:
            self.assertNotIn(OWNER.encode(), file.read())

    def test_s10_picture_of_who_works_here_is_one_of_the_same_kinds(self) -> None:
        profile = UserProfile.get_for_user(self.coach)

        def form_with(name: str, data: bytes) -> AvatarPreferencesForm:
            return AvatarPreferencesForm({}, {"avatar": SimpleUploadedFile(name, data)}, instance=profile)

        for why in FEW:
            with self.subTest(why):
                self.assertIn("avatar", form_with(*hostile_pictures()[why]).errors)
        form_with("eb.jpg", picture("JPEG")).save()
        with UserProfile.objects.get(user=self.coach).avatar.open() as file:
            self.assertNotIn(OWNER.encode(), file.read())
