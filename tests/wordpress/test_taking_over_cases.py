"""What happens to an old site between two runs, and what stands in it that is no plain post."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone
from lxml.html import fromstring

from blog.models import ArticlePage
from images.models import SiteImage
from leads.models import LeadMagnet
from tests.blog.factories import make_site
from tests.images.pictures import file_of
from tests.wordpress.exports import HOME, attachment, export, item
from tests.wordpress.moving import adds_up, move
from wordpress.management.commands import import_wordpress
from wordpress.models import Imported, Move
from wordpress.screen import progress_of
from wordpress.taking_over.follow import LOCKED_HERE
from wordpress.taking_over.progress import Progress
from wordpress.taking_over.report import Report

pytestmark = pytest.mark.django_db
TEXT = "<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->"


@pytest.fixture(autouse=True)
def site(db):
    return make_site()


def _words(report: Report) -> list[str]:
    return next(line.words for line in report.lines if line.kind == "post")


def planned(days: int) -> dict[str, object]:
    moment = timezone.now().replace(microsecond=0, tzinfo=None) + timedelta(days=days)
    return item(1, "Straks", status="future", date=str(moment), date_gmt=str(moment), excerpt="Kort.")


def test_a_post_planned_there_is_planned_here_and_nobody_reads_it_before(client: Client):
    report = move(planned(3))
    page = ArticlePage.objects.get(title="Straks")
    assert not page.live
    assert page.go_live_at is not None
    assert page.scheduled_revision.approved_go_live_at == page.go_live_at
    assert client.get("/blog/straks/").status_code == 404
    assert "Straks" not in client.get("/blog/").content.decode()
    assert report.counts["post"] == {"new": 1}


def test_what_was_planned_there_and_is_long_past_is_public():
    move(planned(-3))
    assert ArticlePage.objects.get(title="Straks").live


def test_an_address_that_changed_there_follows_and_all_old_ones_lead_on(client: Client):
    move(item(1, "Stil in huis", slug="stil", link=f"{HOME}/stil/", excerpt="Kort."))
    assert client.get("/blog/stil/").status_code == 200
    report = move(item(1, "Stil in huis", slug="stilte", link=f"{HOME}/stilte/", excerpt="Kort."))
    assert report.counts["post"] == {"changed": 1}
    assert client.get("/blog/stilte/").status_code == 200
    for path in ("/stil/", "/stilte/", "/blog/stil/"):
        answer = client.get(path)
        assert (answer.status_code, answer.get("Location")) == (301, "/blog/stilte/"), path


def test_a_locked_article_stays_also_where_all_is_to_be_overwritten():
    move(item(1, "Op slot", content=TEXT.format("Eerst."), excerpt="Kort."))
    ArticlePage.objects.update(locked=True, locked_at=timezone.now())
    report = move(item(1, "Op slot", content=TEXT.format("Later."), excerpt="Kort."), overwrite=True)
    article = ArticlePage.objects.get(title="Op slot")
    assert "Eerst." in str(article.body)
    assert article.revisions.count() == 1
    assert report.counts["post"] == {"known": 1}
    assert LOCKED_HERE.partition("(")[0] in _words(report)[0]
    ArticlePage.objects.update(locked=False, locked_at=None)
    move(item(1, "Op slot", content=TEXT.format("Later."), excerpt="Kort."), overwrite=True)
    assert "Later." in str(ArticlePage.objects.get(title="Op slot").body)


def test_files_that_no_post_shows_come_too(tmp_path: Path, settings):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    uploads = tmp_path / "uploads"
    uploads.mkdir()
    (uploads / "los.jpg").write_bytes(file_of().read())
    report = move(attachment(9, "los.jpg", alt="Een strand"), media=str(uploads))
    assert SiteImage.objects.get().description == "Een strand"
    assert Imported.objects.get(kind="media").page is None
    assert report.counts["attachment"] == {"new": 1}
    assert adds_up(report)


def test_a_sign_up_of_thrive_becomes_the_gift_that_was_chosen_for_it():
    gift = LeadMagnet.objects.create(name="Stappenplan", slug="stappenplan")
    content = f"{TEXT.format('Lees dit.')}\n\n[thrive_leads id='12']\n\n[thrive_leads id='13']"
    report = move(
        item(1, "Met weggever", content=content, excerpt="Kort."), gifts={"thrive_leads 12": gift.pk}
    )
    body = ArticlePage.objects.get(title="Met weggever").body
    kinds = [block.block_type for block in body]
    assert kinds.count("lead_magnet") == 1
    assert body[kinds.index("lead_magnet")].value["magnet"] == gift
    assert "[thrive_leads id='13']" in str(body[kinds.index("note")].value)
    assert any("[thrive_leads]" in words for words in _words(report))


def test_the_bar_on_the_screen_says_what_it_is_and_how_far():
    job = Move.objects.create(state=Move.State.GOING, done=30, total=120, rate=3, title="Stuk 30")
    shown = fromstring(render_to_string("wordpress/progress.html", {"job": job, **progress_of(job)}))
    bar = shown.find(".//progress")
    assert (bar.get("max"), bar.get("value"), bar.get("aria-label")) == ("120", "30", "Hoe ver het is")
    words = shown.find(".//*[@role='status']").text_content()
    assert "30 van 120" in words
    assert "25%" in words
    assert "nog minder dan een minuut" in words


def test_ctrl_c_ends_the_command_in_words_and_the_next_run_goes_on(tmp_path: Path, monkeypatch, capsys):
    path = tmp_path / "oud.xml"
    path.write_bytes(export([item(number, f"Stuk {number}", excerpt="Kort.") for number in range(1, 121)]))
    pages = []

    def stop(self: object, progress: Progress) -> None:
        if progress.done >= 50:
            pages.append(ArticlePage.objects.count())
            raise KeyboardInterrupt

    with monkeypatch.context() as interrupted:
        interrupted.setattr(import_wordpress._Bar, "__call__", stop)
        with pytest.raises(SystemExit) as ended:
            call_command("import_wordpress", str(path))
    assert ended.value.code == import_wordpress.STOPPED
    assert "Gestopt. Wat er al is, staat er" in capsys.readouterr().err
    kept = ArticlePage.objects.filter(title__startswith="Stuk").count()
    assert 50 <= kept < 120
    call_command("import_wordpress", str(path))
    titles = list(ArticlePage.objects.filter(title__startswith="Stuk").values_list("title", flat=True))
    assert (len(titles), len(set(titles))) == (120, 120)
    with pytest.raises(CommandError):
        call_command("import_wordpress", str(tmp_path / "weg.xml"))
