import json
import os
import signal
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from liefdesverdriet import accounts, checks, environment, listening, preparation, private_media, processes


class Command(BaseCommand):
    help = "Prepare what is not ready yet, then run the web server, the mail worker and scheduled publishing"
    # All of Django's and Wagtail's checks take half a second of a start; `make check` runs them.
    requires_system_checks = [checks.TAG]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dev", action="store_true", help="Run Django's own server, which reloads itself."
        )
        parser.add_argument(
            "--prepare", action="store_true", help="Prepare only, as for the new code of a site that runs."
        )

    def handle(self, *args: Any, dev: bool, prepare: bool, **options: Any) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _interrupt)
        plan: dict[str, Any] = {
            "host": environment.host(),
            "port": environment.port(),
            "web_workers": environment.number("WEB_WORKERS", default=2, least=1, most=64),
            "web_threads": settings.WEB_THREADS,
            "dev": dev,
        }
        if not prepare and not listening.passed_by_systemd():
            preparation.require_port(plan["host"], plan["port"])
        environment.writable_folder(settings.DATA_DIR)
        preparation.require_database()
        progress = preparation.Progress(self.stdout)
        preparation.migrate_when_needed(progress)
        private_media.put_sign()
        if not dev:
            preparation.collect_static_when_changed(progress)
        if prepare:
            return
        password = preparation.fill_when_new(progress)
        self.stdout.flush()
        _become_supervisor(plan, _announcement(password))


def _interrupt(*_: object) -> None:
    """Until the site runs there is nothing to end but ourselves."""
    sys.exit("\nStopped. Run the same command again to go on.")


def _become_supervisor(plan: dict[str, Any], announcement: str) -> None:
    """Go on as liefdesverdriet.supervisor, in this process but without all that was loaded in it."""
    # Through a pipe: what is in the arguments or the environment can be read by others.
    reading, writing = os.pipe()
    os.write(writing, announcement.encode())
    os.close(writing)
    os.set_inheritable(reading, True)
    # Kept until the supervisor can answer them.
    signal.pthread_sigmask(signal.SIG_BLOCK, processes.SIGNALS)
    path = os.pathsep.join(filter(None, [str(settings.BASE_DIR), os.environ.get("PYTHONPATH")]))
    command = [
        sys.executable,
        "-m",
        "liefdesverdriet.supervisor",
        json.dumps({**plan, "announcement": reading}),
    ]
    os.execve(command[0], command, {**os.environ, "PYTHONPATH": path})  # noqa: S606


def _announcement(password: str | None) -> str:
    login = accounts.owner_login()
    secret = f"password {password} (shown only now)" if password else "password forgotten?"
    mail = (
        "sent through EMAIL_URL" if settings.EMAIL_CONFIG else f"kept in {settings.MAIL_DIR} (no EMAIL_URL)"
    )
    return (
        f"\n  Site    {settings.SITE_URL}/"
        f"\n  Admin   {settings.SITE_URL}/admin/"
        f"\n  Login   {login}, {secret} `make password` makes a new one"
        f"\n  Mail    {mail}"
        "\n\n  Ctrl-C stops it.\n"
    )
