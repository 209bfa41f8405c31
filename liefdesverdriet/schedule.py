"""What has to happen at its time: planned articles appear, mails gather, old data goes."""

import logging
import threading
from datetime import datetime

from django.apps import apps
from django.core.management import call_command
from django.db import close_old_connections, connection
from django.db.models import Model
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

import accounts.privacy
import blog.indexnow
import comments.privacy
import leads.importing.uploads
import leads.privacy
import leads.services.stored_files
import mailing.privacy
import privacy.erasures
import privacy.retention
import search.recording
import wordpress.queue
from blog.podcast import import_queue
from blog.seo import pictures
from comments.chores import CHORES
from liefdesverdriet import background, statistics
from operations import nightly, rounds
from operations.jobs import Job

logger = logging.getLogger("liefdesverdriet")

EVERY_SECONDS = 20.0
# Somebody who asks for a job in the admin waits no longer than this.
LOOK_EVERY = 2.0
STOP_SECONDS = 5.0


def _publish(now: datetime) -> None:
    # Asked first: Wagtail's command loads 8 MB, for what is nearly never due.
    if is_anything_planned_due():
        call_command("publish_scheduled", verbosity=0)


def is_anything_planned_due() -> bool:
    """Say whether the time of anything planned has come: to appear, or to go."""
    now = timezone.now()
    models = [Page, *(model for model in _models_with_drafts() if not issubclass(model, Page))]
    return Revision.objects.filter(approved_go_live_at__lt=now).exists() or any(
        model._default_manager.filter(live=True, expire_at__lt=now).exists() for model in models
    )


def _models_with_drafts() -> list[type[Model]]:
    return [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]


def _replay_erasures(now: datetime) -> None:
    privacy.erasures.replay()
    # Where others read just when somebody was erased, the write-ahead log is still to be emptied.
    privacy.erasures.leave_no_trace()


JOBS = (
    Job(
        "publishing",
        "Geplande artikelen",
        "Zet online wat gepland staat, en haalt weg wat een einddatum heeft.",
        _publish,
    ),
    Job(
        "digests",
        "Overzichten van reacties",
        "Mailt het overzicht aan wie dat per uur of per dag wil krijgen.",
        CHORES["digests for coaches"],
    ),
    Job(
        "notices",
        "Berichten van antwoorden",
        "Mailt lezers dat er een antwoord op hun reactie staat.",
        CHORES["notices of answers"],
    ),
    Job(
        "closing",
        "Reacties sluiten",
        "Haalt het formulier weg bij artikelen waar de tijd om te reageren voorbij is.",
        CHORES["closing old conversations"],
    ),
    Job(
        "indexnow",
        "Zoekmachines inlichten",
        "Vertelt zoekmachines welke pagina's veranderd zijn.",
        blog.indexnow.run_due,
        is_on=blog.indexnow.is_on,
    ),
    Job(
        "erasures-beside-backups",
        "Wissingen bewaren",
        "Legt bij de back-ups wie er gewist is, als kenmerk: ook na een ramp komt niemand terug.",
        nightly.keep_journal,
        is_on=nightly.is_on,
    ),
    Job(
        "backup",
        "Back-up",
        "Maakt een versleutelde kopie van de hele site, en ruimt de oudste op.",
        nightly.back_up,
        daily=True,
        beside=True,
        is_on=nightly.is_on,
    ),
    Job(
        "comments-retention",
        "Oude reacties opruimen",
        "Wist afgewezen reacties en sporen van bezoekers waarvan de bewaartijd om is.",
        comments.privacy.expire,
        daily=True,
    ),
    Job(
        "leads-retention",
        "Oude aanmeldingen opruimen",
        "Wist aanmeldingen die nooit bevestigd zijn en links die verlopen zijn.",
        leads.privacy.expire,
        daily=True,
    ),
    Job(
        "mailing-retention",
        "Oude post opruimen",
        "Wist de tekst van mails waarvan de bewaartijd om is.",
        mailing.privacy.expire,
        daily=True,
    ),
    Job(
        "accounts-retention",
        "Inlogboek opruimen",
        "Wist wat lang geleden in het inlogboek kwam, oude apparaten, en sessies die voorbij zijn.",
        accounts.privacy.expire,
        daily=True,
    ),
    Job(
        "privacy-retention",
        "Links naar iemands gegevens opruimen",
        "Wist links die voorbij zijn, en oude regels van wie gegevens bekeek.",
        privacy.retention.expire,
        daily=True,
    ),
    Job(
        "erasures",
        "Wissingen herhalen",
        "Wist opnieuw wie gewist was toen er een back-up werd teruggezet.",
        _replay_erasures,
        daily=True,
    ),
    Job(
        "search-retention",
        "Oude zoekvragen opruimen",
        "Wist wat lang geleden gezocht werd.",
        search.recording.expire,
        daily=True,
    ),
    Job(
        "gift-files",
        "Bestanden van weggevers opruimen",
        "Haalt bestanden weg waar niets meer naar verwijst.",
        leads.services.stored_files.sweep,
        daily=True,
    ),
    Job(
        "imports",
        "Lijsten opruimen",
        "Haalt geüploade lijsten weg die niet zijn overgenomen.",
        leads.importing.uploads.throw_away_old,
        daily=True,
    ),
    Job(
        "podcast-imports",
        "Feeds van podcasts opruimen",
        "Haalt feeds weg die niet zijn overgenomen, en wat daarover langer dan drie maanden bewaard is.",
        import_queue.expire,
        daily=True,
    ),
    Job(
        "moves",
        "Exports van WordPress opruimen",
        "Gooit exports weg waarvan de bewaartijd om is, en verslagen van langer dan drie maanden geleden.",
        wordpress.queue.expire,
        daily=True,
    ),
    Job(
        "social-pictures",
        "Deelplaatjes opruimen",
        "Haalt kaarten weg van artikelen die er niet meer zijn.",
        pictures.sweep,
        daily=True,
    ),
    Job(
        "statistics",
        "Database bijwerken",
        "Telt na hoe de gegevens verdeeld zijn, zodat zoeken vlug blijft.",
        statistics.refresh,
        daily=True,
    ),
    Job(
        "job-runs",
        "Oude taken vergeten",
        "Wist uit dit overzicht wat langer dan zestig dagen geleden is.",
        rounds.expire,
        daily=True,
    ),
)


def run_due(now: datetime | None = None, doing: rounds.Rounds | None = None) -> bool:
    """Do all that is due, unless another scheduler is at it; return whether it was us."""
    doing = doing or rounds.Rounds()
    return doing.do([job for job in JOBS if job.is_on()], now or timezone.now())


def run(stopping: threading.Event) -> None:
    """Do what is due until told to stop. A failure is logged, and the next round tries again."""
    looking = threading.Thread(target=background.run, args=[stopping], daemon=True)
    looking.start()
    doing = rounds.Rounds()
    while not stopping.is_set():
        close_old_connections()
        try:
            run_due(doing=doing)
        except Exception:  # noqa: BLE001 - a database that is away comes back
            logger.exception("the round of scheduled jobs failed")
            connection.close()
        _wait(stopping)
    doing.stop(STOP_SECONDS)
    looking.join(STOP_SECONDS)


def _wait(stopping: threading.Event) -> None:
    """Return when the next round is due, or somebody waits for a job, or we are to stop."""
    for _ in range(int(EVERY_SECONDS / LOOK_EVERY)):
        if stopping.wait(LOOK_EVERY):
            return
        close_old_connections()
        try:
            if rounds.is_asked():
                return
        except Exception:  # noqa: BLE001 - the round itself says so
            connection.close()
