import json
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.utils import timezone
from post_office.models import STATUS, Email

from audit import terms
from comments.models import Comment, Status
from leads.models import SignUp, Subscriber
from privacy.models import DataLink, Erasure
from privacy.retention import expiring
from tests.comments.factories import make_comment
from tests.privacy.test_erasures import ADDRESS, plant

pytestmark = pytest.mark.django_db


def run(*arguments: str, **options: object) -> str:
    said = StringIO()
    call_command(*arguments, stdout=said, **options)
    return said.getvalue()


def test_export_writes_a_file_for_its_owner_alone(tmp_path: Path) -> None:
    plant()
    target = tmp_path / "sanne.json"

    run("avg_export", ADDRESS, output=target)

    assert target.stat().st_mode & 0o777 == 0o600
    assert json.loads(target.read_text())["gegevens"]["reacties"][0]["naam"] == "Sanne"
    with pytest.raises(CommandError, match="kon niet gemaakt worden"):
        run("avg_export", ADDRESS, output=target)


def test_export_of_a_stranger_says_so_with_its_own_code() -> None:
    with pytest.raises(CommandError, match="niets bekend") as failed:
        run("avg_export", "vreemd@voorbeeld.example")
    assert failed.value.returncode == 3


def test_erase_asks_unless_told_and_says_what_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    plant()
    monkeypatch.setattr("builtins.input", lambda _: "nee")
    with pytest.raises(CommandError, match="niets gewist") as stopped:
        run("avg_erase", ADDRESS)
    assert stopped.value.returncode == 2
    assert Subscriber.objects.exists()

    said = run("avg_erase", ADDRESS, what="subscriptions", yes=True)

    assert "reacties: 1" in said
    assert not Subscriber.objects.exists()
    assert Erasure.objects.get().what == "subscriptions"


def test_dry_run_counts_what_the_run_takes_and_takes_nothing() -> None:
    now = timezone.now()
    old = now - timedelta(days=100)
    plant()
    make_comment(None, 2, status=Status.SPAM, decided_at=old)
    make_comment(None, 3, status=Status.SPAM, decided_at=now)
    SignUp.objects.update(requested_at=old)
    Email.objects.update(created=old, status=STATUS.sent)
    DataLink.objects.create(email=ADDRESS, token_hash="0" * 64, expires_at=old)
    due = {rule.what: rule.due for _, rules in expiring(now) for rule in rules if rule.due}
    assert due == {
        "Afgewezen reacties en spam": 1,
        "Onbevestigde aanmeldingen": 1,
        "Inhoud van verstuurde mails": 1,
        "Links naar iemands gegevens": 1,
    }

    assert "Er is niets gewist. Over de termijn: 4." in run("avg_retention", dry_run=True)
    assert Comment.objects.count() == 3
    assert SignUp.objects.exists()

    run("avg_retention")

    assert Comment.objects.count() == 2
    assert not SignUp.objects.exists()
    assert Email.objects.get().message == ""
    assert not DataLink.objects.exists()
    assert not any(rule.due for _, rules in expiring(now) for rule in rules)


def test_terms_come_from_the_environment_and_nonsense_is_refused() -> None:
    assert terms.chosen({"KEEP_REJECTED_DAYS": "14"})["REJECTED"] == 14
    for value in ("0", "dertig", "-1", "99999"):
        with pytest.raises(ImproperlyConfigured, match="KEEP_REJECTED_DAYS"):
            terms.chosen({"KEEP_REJECTED_DAYS": value})
