"""`manage.py import_wordpress`."""

import json
import tempfile
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command
from django.test import TestCase

from blog.models import ArticlePage, AuthorPage
from tests.blog.factories import make_site
from tests.wordpress.exports import export, item
from wordpress.management.commands.import_wordpress import BROKEN


class CommandTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.site = make_site()

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory(prefix="liefdesverdriet-command-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.export = self.folder / "export.xml"
        self.export.write_bytes(export([item(1), item(2, "Ander")]))

    def run_command(self, *arguments: Any, **options: Any) -> tuple[str, str]:
        out, err = StringIO(), StringIO()
        call_command("import_wordpress", *map(str, arguments), stdout=out, stderr=err, **options)
        return out.getvalue(), err.getvalue()

    def test_takes_over_and_tells_what_it_did_and_is_quiet_meanwhile(self) -> None:
        out, err = self.run_command(self.export, "--report", self.folder / "verslag")
        assert ArticlePage.objects.count() == 2
        assert "2 gelezen" in out
        assert err == ""
        report = json.loads((self.folder / "verslag" / "verslag.json").read_text())
        assert report["counts"]["post"] == {"new": 2}
        assert (self.folder / "verslag" / "verslag.txt").stat().st_mode & 0o777 == 0o600

    def test_dry_run_keeps_nothing(self) -> None:
        self.run_command(self.export, "--dry-run")
        assert not ArticlePage.objects.exists()

    def test_authors_are_those_of_the_table(self) -> None:
        table = self.folder / "auteurs.csv"
        table.write_text("login;naam;gebruiker\nmarijke;Marijke D.;nee\n")
        self.run_command(self.export, "--authors", table)
        assert AuthorPage.objects.get().title == "Marijke D."

    def test_what_is_no_export_is_refused(self) -> None:
        self.export.write_text("Beste Marit, hierbij de export.")
        with self.assertRaises(CommandError):
            self.run_command(self.export)
        with self.assertRaisesMessage(CommandError, "is geen bestand"):
            self.run_command(self.folder / "nergens.xml")

    def test_file_that_breaks_off_keeps_what_came_before_and_says_so(self) -> None:
        data = self.export.read_bytes()
        self.export.write_bytes(data[: data.index(b"</item>") + 120])
        with self.assertRaises(CommandError) as raised:
            self.run_command(self.export)
        assert raised.exception.returncode == BROKEN
        assert ArticlePage.objects.count() == 1

    def test_gift_has_to_be_one_of_the_site(self) -> None:
        with self.assertRaisesMessage(CommandError, "thrive_leads 12=nergens"):
            self.run_command(self.export, "--gift", "thrive_leads 12=nergens")
