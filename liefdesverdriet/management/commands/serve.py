import signal
import sys
import threading
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from liefdesverdriet import accounts, checks, environment, preparation, processes, schedule


class Command(BaseCommand):
    help = "Prepare what is not ready yet, then run the web server, the mail worker and scheduled publishing"
    # All of Django's and Wagtail's checks take half a second of a start; `make check` runs them.
    requires_system_checks = [checks.TAG]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dev", action="store_true", help="Run Django's own server, which reloads itself."
        )

    def handle(self, *args: Any, dev: bool, **options: Any) -> None:
        self.stopping = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._interrupt)
        host, port = environment.host(), environment.port()
        preparation.require_port(host, port)
        environment.writable_folder(settings.DATA_DIR)
        preparation.require_database()
        progress = preparation.Progress(self.stdout)
        preparation.migrate_when_needed(progress)
        if not dev:
            preparation.collect_static_when_changed(progress)
        password = preparation.fill_when_new(progress)
        self._run(host, port, password, _development_server(host, port) if dev else _server(host, port))

    def _interrupt(self, *_: object) -> None:
        """Once the site runs, end it in order; before that there is nothing to end but ourselves."""
        if not self.stopping.is_set() and not hasattr(self, "children"):
            sys.exit("\nStopped. Run the same command again to go on.")
        self.stopping.set()

    def _run(self, host: str, port: int, password: str | None, server_command: list[str]) -> None:
        server = processes.Child(*server_command)
        self.children = [server]
        try:
            processes.wait_until_answering(server, host, port, self.stopping)
            if not self.stopping.is_set():
                worker = processes.Child(sys.executable, _manage(), "worker")
                self.children.append(worker)
                self._announce(password)
                threading.Thread(target=schedule.run, args=[self.stopping], daemon=True).start()
                processes.keep_alive(server, worker, self.stopping, self.stdout.write)
        finally:
            self.stopping.set()
            processes.stop(self.children)
        self.stdout.write("\nThe site has stopped.")

    def _announce(self, password: str | None) -> None:
        login = accounts.owner_login()
        secret = f"password {password} (shown only now)" if password else "password forgotten?"
        mail = (
            "sent through EMAIL_URL"
            if settings.EMAIL_CONFIG
            else f"kept in {settings.MAIL_DIR} (no EMAIL_URL)"
        )
        self.stdout.write(
            f"\n  Site    {settings.SITE_URL}/"
            f"\n  Admin   {settings.SITE_URL}/admin/"
            f"\n  Login   {login}, {secret} `make password` makes a new one"
            f"\n  Mail    {mail}"
            "\n\n  Ctrl-C stops it.\n"
        )
        self.stdout.flush()


def _manage() -> str:
    return str(Path(settings.BASE_DIR) / "manage.py")


def _server(host: str, port: int) -> list[str]:
    workers = environment.number("WEB_WORKERS", default=2, least=1, most=64)
    threads = environment.number("WEB_THREADS", default=4, least=1, most=64)
    return [
        sys.executable,
        *("-m", "granian", "--interface", "wsgi", "--http", "1", "--no-ws"),
        *("--host", host, "--port", str(port), "--workers", str(workers), "--blocking-threads", str(threads)),
        *("--respawn-failed-workers", "--workers-kill-timeout", "10", "--log-level", "warning"),
        "liefdesverdriet.wsgi:application",
    ]


def _development_server(host: str, port: int) -> list[str]:
    return [sys.executable, _manage(), "runserver", f"[{host}]:{port}" if ":" in host else f"{host}:{port}"]
