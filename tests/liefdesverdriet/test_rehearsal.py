"""What the site loads before it forks, and what it leaves unloaded."""

import subprocess
import sys
import tempfile
from math import inf
from unittest import mock

from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import SimpleTestCase, TestCase, override_settings

from liefdesverdriet import rehearsal
from search import recording
from search.models import Asked
from tests.blog.factories import ArticlePageFactory, make_site
from tests.running_site import ROOT, bare_environment

LOADED = """
import sys, liefdesverdriet.application
from django.urls import get_resolver
get_resolver().url_patterns
print(*sys.modules.keys() & {"requests", "pygments", "psycopg", "pillow_heif", "wagtail"})
"""


class Spared(SimpleTestCase):
    def test_what_nobody_uses_is_not_loaded(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            ran = subprocess.run(
                [sys.executable, "-c", LOADED],
                cwd=ROOT,
                env=bare_environment(DATA_DIR=folder, DEBUG="0"),
                capture_output=True,
                text=True,
                check=True,
            )
        self.assertEqual(ran.stdout.split(), ["wagtail"])


@override_settings(ALLOWED_HOSTS=["localhost"])
class Rehearsal(TestCase):
    def setUp(self) -> None:
        # A test lives in a transaction, which ends with its connection.
        for signal in (request_started, request_finished):
            signal.disconnect(close_old_connections)
            self.addCleanup(signal.connect, close_old_connections)
        self.enterContext(mock.patch.object(rehearsal, "connections"))

    def test_one_page_of_each_kind_is_read(self) -> None:
        site = make_site()
        ArticlePageFactory(parent=site.blog, title="De nieuwste", slug="de-nieuwste")
        paths = list(rehearsal._one_of_each_kind())
        self.assertIn("/blog/de-nieuwste/", paths)
        self.assertEqual(len([path for path in paths if path.startswith("/blog/")]), 2)
        self.assertEqual({rehearsal.answer(path) for path in paths}, {"200 OK"})

    def test_what_is_not_there_is_rehearsed_too(self) -> None:
        make_site()
        with mock.patch.object(rehearsal, "answer", wraps=rehearsal.answer) as answered:
            rehearsal.warm_up()
        asked = [call.args[0] for call in answered.call_args_list]
        self.assertEqual(rehearsal.answer(asked[-1]), "200 OK")
        self.assertEqual(rehearsal.answer("/deze-pagina-is-er-niet/"), "404 Not Found")
        self.assertIn("/deze-pagina-is-er-niet/", asked)

    def test_what_it_asks_is_no_question_of_a_reader(self) -> None:
        make_site()
        with mock.patch.object(recording, "_written", -inf), mock.patch.dict(recording._waiting, clear=True):
            rehearsal.warm_up()
            recording.record("slapen", 1)
        self.assertEqual(list(Asked.objects.values_list("query", flat=True)), ["slapen"])
