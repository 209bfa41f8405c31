"""Whether the mail server can be reached: kept for the coach, who sees it above the outbox."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Min, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import date_format
from post_office.models import Email

from mailing.answers import in_words
from mailing.models import WAITING, MailServerState

# A worker looks twice a second; what is due for longer than this was seen by none.
UNSEEN_AFTER = timedelta(minutes=2)


class Reporter:
    """Writes the state down when it changes; a mail that goes as usual costs no statement."""

    def __init__(self) -> None:
        # Nothing is known of what the worker before us wrote.
        self._is_there: bool | None = None

    def away(self, reason: str) -> None:
        if self._is_there is not False:
            row, _ = MailServerState.objects.get_or_create(pk=MailServerState.THE_ONE)
            MailServerState.objects.filter(pk=row.pk, away_since=None).update(away_since=timezone.now())
            self._is_there = False
        MailServerState.objects.filter(pk=MailServerState.THE_ONE).update(reason=reason)

    def there(self) -> None:
        if self._is_there is not True:
            MailServerState.objects.exclude(away_since=None).update(away_since=None, reason="")
            self._is_there = True


@dataclass(frozen=True)
class Notice:
    level: str
    text: str


def notices(now: datetime) -> list[Notice]:
    """Return what the coach should know before reading the list: nothing on a usual day."""
    waiting = Email.objects.filter(status__in=WAITING).count()
    found = []
    server = MailServerState.objects.exclude(away_since=None).first()
    if server and server.away_since:
        since = f"De mailserver is sinds {_moment(server.away_since, now)} niet bereikbaar"
        later = "Alles gaat vanzelf de deur uit zodra het weer kan."
        found.append(Notice("warning", f"{since}; {_mails(waiting)}. {in_words(server.reason)} {later}"))
    elif unseen := _unseen_since(now):
        since = f"Sinds {_moment(unseen, now)} wordt er geen post verstuurd; {_mails(waiting)}."
        found.append(Notice("warning", f"{since} Draait de verzender (manage.py worker)?"))
    rate = settings.MAIL_PER_MINUTE
    if rate and waiting > rate:
        left = f"Over ongeveer {_duration(-(-waiting // rate))} is alles weg"
        first = "waar een bezoeker op wacht, gaat voor"
        found.append(Notice("info", f"Er gaan hooguit {rate} mails per minuut uit. {left}; {first}."))
    return found


def _unseen_since(now: datetime) -> datetime | None:
    """Since when a mail is due that nobody took up. A throttled or large batch moves on, and counts not."""
    never = Email.objects.filter(status__in=WAITING).filter(
        Q(scheduled_time=None) | Q(scheduled_time__lte=now)
    )
    oldest: datetime | None = never.aggregate(first=Min(Coalesce("scheduled_time", "last_updated")))["first"]
    if oldest is None or now - oldest < UNSEEN_AFTER:
        return None
    moved = Email.objects.exclude(status__in=WAITING).filter(last_updated__gte=now - UNSEEN_AFTER)
    return None if moved.exists() else oldest


def _moment(moment: datetime, now: datetime) -> str:
    local = timezone.localtime(moment)
    same_day = local.date() == timezone.localtime(now).date()
    return date_format(local, "H:i" if same_day else "j F, H:i")


def _mails(count: int) -> str:
    return "er wacht 1 mail" if count == 1 else f"{count} mails wachten" if count else "er wacht geen mail"


def _duration(minutes: int) -> str:
    if minutes < 120:
        return f"{minutes} minuten" if minutes > 1 else "een minuut"
    return f"{round(minutes / 60)} uur"
