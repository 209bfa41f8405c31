"""Guarantee S6, for what stands in a private collection: its file is sent to nobody without rights."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib.auth.models import Group, Permission, User
from django.core.files.base import ContentFile
from django.test import TestCase, override_settings
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, GroupCollectionPermission

from images.models import SiteImage
from liefdesverdriet import private_media
from tests.security.hostile_files import pdf, picture

Document = get_document_model()
PASSWORD = "vloed-en-eb"


class PrivateCollections(TestCase):
    def setUp(self) -> None:
        self.root = Path(self.enterContext(TemporaryDirectory()))
        self.enterContext(override_settings(MEDIA_ROOT=str(self.root)))
        top = Collection.get_first_root_node()
        self.private = top.add_child(name="Besloten")
        self.below = self.private.add_child(name="Nog dieper")
        self.image = SiteImage.objects.create(
            title="Eb", file=ContentFile(picture("JPEG"), "eb.jpg"), collection=self.below
        )
        self.rendition = self.image.get_rendition("width-20")
        self.open_image = SiteImage.objects.create(
            title="Open", file=ContentFile(picture("PNG"), "open.png"), collection=top
        )
        self.document = Document.objects.create(
            title="Eb", file=ContentFile(pdf(), "eb.pdf"), collection=self.below
        )
        self.files = [self.image.file.url, self.rendition.url]

    def restrict(self, kind: str, **fields: str) -> CollectionViewRestriction:
        return CollectionViewRestriction.objects.create(
            collection=self.private, restriction_type=kind, **fields
        )

    def statuses(self, *addresses: str) -> list[int]:
        found = []
        for address in addresses:
            response = self.client.get(address)
            found.append(response.status_code)
            body = b"".join(response)
            self.assertEqual(body[:3] in (b"\xff\xd8\xff", b"\x89PN", b"%PD"), response.status_code == 200)
        return found

    def test_s6_before_it_is_private_everybody_gets_it(self) -> None:
        self.assertEqual(self.statuses(*self.files), [200, 200])

    def test_s6_strangers_get_nothing_of_a_private_collection(self) -> None:
        for kind in ("login", "groups", "password"):
            with self.subTest(kind):
                restriction = self.restrict(kind, password=PASSWORD if kind == "password" else "")
                self.assertEqual(self.statuses(*self.files), [404, 404])
                self.assertEqual(self.statuses(self.open_image.file.url), [200])
                response = self.client.get(self.document.url)
                self.assertNotIn(b"%PDF", b"".join(response))
                self.assertIn(response.status_code, (200, 302))
                restriction.delete()

    def test_s6_who_knows_the_password_gets_both_and_nothing_is_kept(self) -> None:
        restriction = self.restrict("password", password=PASSWORD)
        page = self.client.get(self.document.url)
        self.assertContains(page, "wachtwoord")
        address = reverse("wagtaildocs_authenticate_with_password", args=[restriction.pk])
        self.client.post(address, {"password": PASSWORD, "return_url": self.document.url})
        self.assertEqual(self.statuses(*self.files, self.document.url), [200, 200, 200])
        for address in (*self.files, self.document.url):
            response = self.client.get(address)
            self.assertTrue(b"".join(response))
            self.assertIn("private", response["Cache-Control"])

    def test_s6_who_works_with_its_pictures_sees_them_and_others_who_work_here_do_not(self) -> None:
        self.restrict("password", password=PASSWORD)
        for permission, status in ((None, 404), ("choose_image", 200)):
            with self.subTest(permission):
                user = User.objects.create_user(f"wie-{status}", password="niet-te-raden-1")
                group = Group.objects.create(name=f"Groep {status}")
                group.permissions.add(Permission.objects.get(codename="access_admin"))
                if permission:
                    GroupCollectionPermission.objects.create(
                        group=group,
                        collection=self.private,
                        permission=Permission.objects.get(
                            codename=permission, content_type__app_label="wagtailimages"
                        ),
                    )
                user.groups.add(group)
                self.client.force_login(user)
                self.assertEqual(self.statuses(*self.files), [status, status])

    def test_s6_document_is_sent_by_its_own_address_alone(self) -> None:
        name = self.document.file.name
        odd = (name, f"images/../{name}", f"./{name}", name.replace("/", "//"), f"{private_media.SIGN}")
        for path in odd:
            with self.subTest(path):
                self.assertEqual(self.client.get(f"/media/{path}").status_code, 404)
        response = self.client.get(self.document.url)
        self.assertEqual(b"".join(response), pdf())
        self.assertEqual(response["Content-Security-Policy"], "default-src 'none'; sandbox")
        self.assertEqual(response["X-Content-Type-Options"], "nosniff")
        self.assertRegex(response["Content-Disposition"], r'^attachment; filename="eb.*\.pdf"$')

    def test_s6_file_of_no_picture_is_sent_to_nobody_while_something_is_private(self) -> None:
        (self.root / "original_images" / "over.jpg").write_bytes(picture("JPEG"))
        self.assertEqual(self.statuses("/media/original_images/over.jpg"), [200])
        self.restrict("login")
        self.assertEqual(self.statuses("/media/original_images/over.jpg"), [404])

    def test_s6_sign_for_the_web_server_stands_as_long_as_anything_is_private(self) -> None:
        sign = self.root / private_media.SIGN
        private_media.put_sign()
        self.assertFalse(sign.exists())
        restriction = self.restrict("login")
        # Also before the commit.
        self.assertTrue(sign.exists())
        sign.unlink()
        private_media.put_sign()
        self.assertTrue(sign.exists())
        with self.captureOnCommitCallbacks(execute=True):
            restriction.delete()
        self.assertFalse(sign.exists())

    def test_s6_sign_goes_with_the_collection(self) -> None:
        self.restrict("login")
        SiteImage.objects.all().delete()
        Document.objects.all().delete()
        with self.captureOnCommitCallbacks(execute=True):
            self.below.delete()
            Collection.objects.get(pk=self.private.pk).delete()
        self.assertFalse((self.root / private_media.SIGN).exists())
