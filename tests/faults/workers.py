"""Mail workers of a site, to be killed at a chosen moment and started again."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from threading import Event

from tests.faults.nodes import Site
from tests.mailing.sink import Sink
from tests.running_site import ROOT

QUEUE = """
from tests.mailing.queued import queue
for number in range({count}):
    queue(f"{name}{{number}}@voorbeeld.nl")
"""
MAILS = "post_office_email"
SENT = "status = 0"
FAILED = "status = 1"
WAITING = "status IN (2, 3)"
# Within which what is expected has happened, also on a busy machine.
SECONDS = 60


def queue(site: Site, count: int, name: str = "lezer") -> None:
    site.run("shell", "--no-imports", "-c", QUEUE.format(count=count, name=name))


@dataclass
class Worker:
    site: Site
    sink: Sink
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self) -> None:
        environment = {
            **self.site.environment(),
            "DJANGO_SETTINGS_MODULE": "tests.faults.mail_settings",
            "EMAIL_URL": f"smtp://127.0.0.1:{self.sink.port}",
        }
        self.processes.append(
            subprocess.Popen(
                [sys.executable, str(ROOT / "manage.py"), "worker"],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        )

    def kill(self) -> None:
        """Kill -9 the last one that was started, wherever it is."""
        if self.processes:
            os.killpg(self.processes[-1].pid, signal.SIGKILL)

    def kill_and_start(self) -> None:
        self.kill()
        self.processes[-1].wait(30)
        self.start()

    def stop(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                process.kill()
            process.wait(30)


@dataclass
class Once:
    """Call something the first time only, from the sink's own thread."""

    worker: Worker
    done: Event = field(default_factory=Event)

    def __call__(self, *_: object) -> None:
        if not self.done.is_set():
            self.worker.kill()
            self.done.set()
