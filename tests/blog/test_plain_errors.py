"""Errors that are shown without the database."""

import pytest
from django.template.loader import get_template
from django.test import Client, RequestFactory, SimpleTestCase


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "500.html"])
def test_error_is_told_in_dutch_without_a_database(name: str) -> None:
    for request in (None, RequestFactory().get("/")):
        html = get_template(name).render({}, request)
        assert '<html lang="nl">' in html
        assert 'href="/">Naar de voorpagina</a>' in html


class Told(SimpleTestCase):
    def test_form_that_stood_open_too_long(self) -> None:
        with self.assertLogs("django.security.csrf"):
            response = Client(enforce_csrf_checks=True).post("/admin/login/")
        self.assertContains(response, "Log dan opnieuw in", status_code=403)

    def test_unknown_host(self) -> None:
        with self.assertLogs("django.security.DisallowedHost"):
            response = self.client.get("/", headers={"host": "elders.example"})
        self.assertContains(response, "Dit verzoek begrepen we niet", status_code=400)
