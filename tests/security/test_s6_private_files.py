"""GUARANTEES S6: not one byte of a private file without a token that is good for it."""

import os
import stat
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone

from guard.tokens import new_token
from leads.models import DownloadGrant
from leads.services.signing_up import request_magnet
from tests.leads.gifts import PDF, last_token, make_magnet
from tests.leads.visitors import VisitorTestCase, read


class PrivateFileTests(VisitorTestCase):
    def setUp(self):
        super().setUp()
        self.file = self.magnet.files.get()
        self.name = self.file.file.name

    def assert_nothing(self, address: str) -> None:
        for headers in ({}, {"range": "bytes=0-"}, {"range": "bytes=5-9"}):
            response = self.client.get(address, headers=headers)
            assert response.status_code in (301, 302, 400, 404, 410), (address, response.status_code)
            assert PDF[:5] not in read(response)
            assert "X-Accel-Redirect" not in response

    def test_no_address_leads_to_it(self):
        path = str(Path(settings.PRIVATE_ROOT) / self.name)
        addresses = [f"/{folder}{self.name}" for folder in ("", "media/", "private/", "static/", "_private/")]
        addresses += [
            f"/media/{up}private/{self.name}"
            for up in ("../", "../../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..\\", "..%5c", "x/../../", ".../")
        ]
        addresses += [f"/media/{path}", f"/media/{quote(path, safe='')}", f"/media//{path}"]
        addresses += [f"/static/../private/{self.name}", f"/static/%2e%2e/private/{self.name}"]
        addresses += [f"/documenten/1/{Path(self.name).name}", f"/documenten/{self.file.pk}/kaart.pdf"]
        for address in addresses:
            with self.subTest(address):
                self.assert_nothing(address)

    def test_no_token_is_good_for_it_but_its_own(self):
        own = self.download_link()
        other = make_magnet(slug="e-boek", name="Het e-boek")
        request_magnet(other, "ander@voorbeeld.nl")
        unconfirmed = last_token("aanmelden/bevestigen")
        leave = last_token("afmelden")
        addresses = [
            f"/download/{token}/{self.file.pk}/" for token in (new_token(), unconfirmed, leave, "x", "-")
        ]
        addresses += [
            f"{own}{other.files.get().pk}/",
            f"{own}0/",
            f"{own}999999/",
            f"{own}{self.file.pk}/../",
        ]
        addresses += [f"{own.upper()}{self.file.pk}/", f"{own[:-2]}/{self.file.pk}/"]
        for address in addresses:
            with self.subTest(address):
                self.assert_nothing(address)
        assert DownloadGrant.objects.get().uses_left == 5

    def test_dead_token_is_good_for_nothing(self):
        address = f"{self.download_link()}{self.file.pk}/"
        past = timezone.now() - timedelta(seconds=1)
        for change in ({"expires_at": past}, {"revoked_at": past}, {"uses_left": 0}):
            before = DownloadGrant.objects.values(*change).get()
            DownloadGrant.objects.update(**change)
            with self.subTest(change):
                self.assert_nothing(address)
            DownloadGrant.objects.update(**before)
        with override_settings(DOWNLOAD_BY="accel"):
            DownloadGrant.objects.update(revoked_at=past)
            self.assert_nothing(address)

    def test_good_token_is_good_for_it(self):
        """What the others are told apart from."""
        assert read(self.client.get(f"{self.download_link()}{self.file.pk}/")) == PDF

    def test_only_we_can_read_what_is_stored(self):
        path = Path(self.file.file.path)

        assert path.is_relative_to(settings.PRIVATE_ROOT)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        for folder in path.relative_to(settings.PRIVATE_ROOT).parents:
            mode = (Path(settings.PRIVATE_ROOT) / folder).stat().st_mode
            assert stat.S_IMODE(mode) == 0o700, folder


@pytest.mark.parametrize("public", [settings.MEDIA_ROOT, settings.STATIC_ROOT])
def test_private_files_stand_outside_what_is_public(public):
    private = os.path.realpath(settings.PRIVATE_ROOT)
    assert os.path.commonpath([private, os.path.realpath(public)]) not in (private, os.path.realpath(public))
