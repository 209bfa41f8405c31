"""Killed in the middle, it goes on where it was, and nothing comes twice or stays behind."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from django.db import connections
from django.test import TransactionTestCase
from wagtail.models import Page, Revision

from blog.models import ArticlePage, SimilarArticle
from search.models import Entry
from tests.blog.factories import make_site
from tests.on_disk import on_disk
from tests.wordpress.exports import HOME, comment, export, item
from wordpress.models import Imported
from wordpress.taking_over.run import BATCH, take_over
from wordpress.taking_over.task import Task

ROOT = Path(__file__).resolve().parents[2]
POSTS = BATCH * 3 + 10
CHILD = """
import sys
from pathlib import Path
import django
django.setup()
from wordpress.taking_over.run import PAGES, take_over
from wordpress.taking_over.task import Task

def tell(progress):
    if progress.phase == PAGES:
        print(progress.done, flush=True)

take_over(Path(sys.argv[1]), Task(), tell)
"""


class KillTests(TransactionTestCase):
    # As all others: what one of them leaves behind would be in the way of the next.
    serialized_rollback = True

    def test_killed_in_the_middle_it_goes_on_and_all_is_there_once(self) -> None:
        link = '<!-- wp:paragraph -->\n<p>Lees <a href="{}">dit</a> eens.</p>\n<!-- /wp:paragraph -->'
        items = [
            item(
                number,
                f"Artikel {number}",
                slug=f"artikel-{number}",
                excerpt="Kort.",
                content=link.format(f"{HOME}/artikel-{POSTS + 1 - number}/"),
                comments=[comment(number)],
            )
            for number in range(1, POSTS + 1)
        ]
        with on_disk(), tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "export.xml"
            path.write_bytes(export(items))
            make_site()
            self.kill_in_the_middle(path)
            some = ArticlePage.objects.count()
            assert some in (BATCH, BATCH * 2), some
            assert Entry.objects.filter(kind="artikel").count() == some
            report = take_over(path, Task())
            counts = report.counts["post"]
            # What was here waited for what came only now.
            assert counts["new"] == POSTS - some
            assert counts["known"] + counts["changed"] == some
            assert ArticlePage.objects.live().count() == POSTS
            assert Imported.objects.filter(kind=Imported.Kind.ITEM).count() == POSTS
            assert Imported.objects.filter(kind=Imported.Kind.REACTION).count() == POSTS
            assert Entry.objects.filter(kind="artikel").count() == POSTS
            assert SimilarArticle.objects.values("article").distinct().count() == POSTS
            assert Page.find_problems() == ([], [], [], [], [])
            assert not [body for body in self.bodies() if 'linktype="page"' not in body]
            revisions = Revision.objects.count()
            take_over(path, Task())
            assert Revision.objects.count() == revisions

    def bodies(self) -> list[str]:
        return [str(list(article.body.raw_data)) for article in ArticlePage.objects.all()]

    def kill_in_the_middle(self, path: Path) -> None:
        """Let a process take over, and kill it at once after it told that it begins the third batch."""
        settings = connections["default"].settings_dict
        if connections["default"].vendor == "sqlite":
            address = f"sqlite:///{settings['NAME']}"
        else:
            address = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**settings).replace(
                ":@", "@"
            )
        environment = os.environ | {"DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        child = subprocess.Popen(  # noqa: S603 - our own words
            [sys.executable, "-c", CHILD, str(path)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        with child:
            for line in child.stdout:
                if int(line) >= BATCH * 2:
                    child.send_signal(signal.SIGKILL)
                    break
        assert child.wait() == -signal.SIGKILL
