"""`python -m tests.benchmarks.leads`: 100,000 subscribers, 300,000 sign-ups, 1,000,000 consents, and mail.

Works in a scratch database of its own: SQLite in a temporary folder, or beside the one DATABASE_URL names.
Prints what it measured and ends with 1 when something takes more than it may.
"""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from random import Random
from typing import Any

from tests.benchmarks.scratch import scratch_site
from tests.running_site import ROOT

ROUNDS = 5
# Milliseconds.
MOST = 1000
SCREENS = {
    "subscribers": "/admin/inschrijvers/",
    "subscribers, page 40": "/admin/inschrijvers/?p=40",
    "subscribers, searched": "/admin/inschrijvers/?q=lezer4242",
    "subscribers, of one gift": "/admin/inschrijvers/?magnet={gift}",
    "subscribers, from one page": "/admin/inschrijvers/?page={page}",
    "sign-ups": "/admin/aanmeldingen/",
    "report": "/admin/weggevers/cijfers/",
    "report of a year": "/admin/weggevers/cijfers/?periode=jaar",
    "report of one page": "/admin/weggevers/cijfers/?periode=jaar&pagina={page}",
    "start page": "/admin/",
}
EXPORT = "/admin/inschrijvers/?export=csv"
EXPORT_MEGABYTES = 300
MAILS_A_SECOND = 50
# A visitor must not learn from the time what we know of an address (GUARANTEES S4).
SIGN_UPS_EACH, APART = 60, 0.10


def main() -> int:
    if sys.argv[1:] == ["export"]:
        return export()
    # The year is long over; what is measured is kept in no cache, and mail waits for its own process.
    with scratch_site(EMAIL_URL="smtp://127.0.0.1:9"):
        return measure()


def measure() -> int:
    from django.conf import settings
    from django.db import connection

    from tests.benchmarks import leads_data
    from tests.benchmarks.leads_mail import mails_a_second

    settings.PAGECACHE_BYTES = 0
    print(f"Filling a {connection.vendor} database …", flush=True)
    start = time.perf_counter()
    leads_data.fill()
    print(f"  … which took {time.perf_counter() - start:.0f} seconds", flush=True)
    wrong = 0
    admin = coach()
    for name, path in SCREENS.items():
        took = statistics.median(visits(admin, path))
        wrong += told(name, took <= MOST, f"{took:6.0f} of {MOST} ms")
    megabytes, seconds, rows = exported()
    told_export = f"{megabytes:6.0f} of {EXPORT_MEGABYTES} MB more, {rows:,} rows in {seconds:.0f} s"
    wrong += told("export", megabytes <= EXPORT_MEGABYTES and rows > leads_data.SUBSCRIBERS, told_export)
    for kind, (took, ratio) in sign_up_times().items():
        said = f"{took:6.1f} ms, {ratio:.2f} of all kinds"
        wrong += told(f"sign-up of a {kind} address", abs(ratio - 1) <= APART, said)
    rate = mails_a_second()
    wrong += told("mails sent", rate >= MAILS_A_SECOND, f"{rate:6.0f} a second, at least {MAILS_A_SECOND}")
    return 1 if wrong else 0


def told(name: str, good: bool, figures: str) -> int:
    print(f"  {name:32} {figures}  {'ok' if good else 'OVER'}", flush=True)
    return 0 if good else 1


def coach() -> Any:
    from django.contrib.auth import get_user_model
    from django.test import Client

    users = get_user_model().objects
    user = users.filter(username="coach").first() or users.create_superuser(
        "coach", "coach@voorbeeld.example"
    )
    admin = Client(headers={"host": "localhost"})
    admin.force_login(user)
    return admin


def visits(client: Any, path: str) -> list[float]:
    """Return how many milliseconds each visit took, after a first one that nobody times."""
    from leads.models import LeadMagnet, SignUp

    gift = LeadMagnet.objects.values_list("pk", flat=True)[0]
    page = SignUp.objects.filter(page__isnull=False).values_list("page", flat=True)[0]

    def visit() -> None:
        answer = client.get(path.format(gift=gift, page=page))
        assert answer.status_code == 200, f"{path}: {answer.status_code}"

    visit()
    return [timed(visit) for _ in range(ROUNDS)]


def timed(visit: Callable[[], Any]) -> float:
    start = time.perf_counter()
    visit()
    return (time.perf_counter() - start) * 1000


def exported() -> tuple[float, float, int]:
    """Export in a process of its own; return the megabytes it grew by, the seconds, and the lines."""
    command = [sys.executable, "-m", "tests.benchmarks.leads", "export"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    megabytes, seconds, lines = ran.stdout.split()
    return float(megabytes), float(seconds), int(lines)


def export() -> int:
    import django

    django.setup()
    admin = coach()
    admin.get(SCREENS["subscribers"])
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    answer = admin.get(EXPORT)
    assert answer.streaming, "The export is not streamed"
    lines = sum(part.count(b"\n") for part in answer.streaming_content)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(grown / 1024, time.perf_counter() - start, lines)
    return 0


def sign_up_times() -> dict[str, tuple[float, float]]:
    """Return the median milliseconds of a sign-up, and its ratio to that of all, for each kind of address."""
    from django.conf import settings
    from django.test import Client

    from guard.stamps import make_stamp
    from leads.forms import SignUpForm
    from leads.models import LeadMagnet

    for scope in ("GUARD_LIMITS", "GUARD_ADDRESS_LIMITS", "GUARD_TOTAL_LIMITS"):
        setattr(settings, scope, {"sign-up": [(10**9, 600)]})
    reader = Client(headers={"host": "localhost", "sec-fetch-site": "same-origin"})
    magnet = LeadMagnet.objects.order_by("pk").first()
    assert magnet
    stamp = make_stamp(SignUpForm.form_version, magnet.pk)
    took: dict[str, list[float]] = {}
    asked = [(kind, email) for kind, emails in addresses().items() for email in emails]
    # In no order, so that what else the machine does falls on all alike.
    Random(11).shuffle(asked)  # noqa: S311
    for kind, email in asked:

        def ask(email: str = email) -> None:
            answer = reader.post(magnet.get_absolute_url(), {"email": email, "stamp": stamp})
            assert answer.status_code == 303, answer.status_code

        took.setdefault(kind, []).append(timed(ask))
    middle = statistics.median(time for times in took.values() for time in times)
    medians = {kind: statistics.median(times) for kind, times in sorted(took.items())}
    return {kind: (found, found / middle) for kind, found in medians.items()}


def addresses() -> dict[str, list[str]]:
    """Return addresses of each kind, none of which was used in this minute."""
    from leads.models import Subscriber
    from mailing import allowance
    from mailing.models import Suppression
    from mailing.services import suppress

    known = list(Subscriber.objects.order_by("pk").values_list("email", flat=True)[: 3 * SIGN_UPS_EACH])
    kinds = {
        "known": known[:SIGN_UPS_EACH],
        "blocked": known[SIGN_UPS_EACH : 2 * SIGN_UPS_EACH],
        "limited": known[2 * SIGN_UPS_EACH :],
        "new": [f"nieuw{number}@voorbeeld.example" for number in range(SIGN_UPS_EACH)],
    }
    for email in kinds["blocked"]:
        suppress(email, Suppression.Scope.ALL, Suppression.Reason.choices[0][0])
    for email in kinds["limited"]:
        while allowance.take(email):
            pass
    return kinds


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
