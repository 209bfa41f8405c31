"""How many mails a second the worker brings to a mail server, each a process of its own."""

import subprocess
import sys
import time
from typing import Any

from tests.running_site import ROOT, free_port

MAILS = 2000
CONTEXT = {
    "subject": "Hier is De routekaart",
    "magnet_name": "De routekaart",
    "text": "Neem & houd de tijd.",
    "download_url": "http://localhost/download/geheim/",
    "unsubscribe_url": "http://localhost/afmelden/geheim/",
}


def mails_a_second() -> float:
    """Queue mails, and no others, and return how many a second arrived between the first and the last."""
    from django.conf import settings
    from django.db import connection, transaction
    from post_office.models import Email

    from mailing.services import queue_mail

    Email.objects.all().delete()
    with transaction.atomic():
        for number in range(MAILS):
            queue_mail(to=f"mail{number}@voorbeeld.example", template="gift", kind="gift", context=CONTEXT)
    connection.close()
    port = free_port()
    sink = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.leads_mail", str(port)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert sink.stdout
    assert sink.stdout.readline().strip() == "ready"
    worker = subprocess.run(
        [sys.executable, str(settings.BASE_DIR / "manage.py"), "worker", "--once"],
        env=worker_environment(port),
        capture_output=True,
        text=True,
        check=False,
    )
    arrived, seconds = sink.communicate("\n")[0].split()
    assert worker.returncode == 0, worker.stderr[-2000:]
    assert int(arrived) == MAILS, f"{arrived} of {MAILS} mails arrived"
    return MAILS / float(seconds)


def worker_environment(port: int) -> dict[str, str]:
    import os

    return {**os.environ, "EMAIL_URL": f"smtp://127.0.0.1:{port}", "MAIL_PER_MINUTE": "0"}


class Counter:
    """Takes every mail and remembers when the first and the last came."""

    def __init__(self) -> None:
        self.moments: list[float] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.moments.append(time.perf_counter())
        return "250 taken"


def main() -> None:
    from aiosmtpd.controller import Controller

    counter = Counter()
    controller = Controller(counter, hostname="127.0.0.1", port=int(sys.argv[1]))
    controller.start()
    print("ready", flush=True)
    sys.stdin.readline()
    controller.stop()
    print(len(counter.moments), counter.moments[-1] - counter.moments[0] if counter.moments else 1)


if __name__ == "__main__":
    main()
