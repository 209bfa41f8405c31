"""One generation of the site: it imports the code once, and forks web workers and mail worker that share it.

python -m liefdesverdriet.application SOCKET READY WORKERS THREADS

SOCKET and READY are open files that the supervisor passes: what readers connect to, and a pipe that gets a
byte when the site answers. SIGTERM ends the generation; so does web.LEAVE, but without cutting off a reader.
"""

import gc
import os
import signal
import socket
import sys
import threading
import time
from functools import partial
from io import BytesIO
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.urls import get_resolver

from liefdesverdriet import processes, web
from liefdesverdriet.wsgi import application

# Most clients that keep a connection open use it again within so many seconds, and are then told to leave it.
LEAVE_SECONDS = 3.0


def warm_up() -> None:
    """Load what the first requests would load, so that it is loaded once for all forks.

    Raises RuntimeError when the application does not answer.
    """
    get_resolver().url_patterns  # noqa: B018
    from dutch.lemmas import lemma
    from liefdesverdriet import schedule  # noqa: F401
    from mailing.management.commands import worker  # noqa: F401

    if answer("/livez") != "200 OK":
        raise RuntimeError("The application does not answer /livez.")
    for path in ("/", "/zoeken/"):
        answer(path)
    # The dictionary of the search.
    lemma("liefde")
    connections.close_all()


def answer(path: str) -> str:
    """Return the status line of the answer to a GET of `path`, asked within this process."""
    statuses: list[str] = []
    scheme, host = settings.SITE_URL.split("://")
    environ = {
        "PATH_INFO": path,
        "HTTP_HOST": host,
        "HTTP_X_FORWARDED_PROTO": scheme,
        "wsgi.url_scheme": scheme,
        "wsgi.input": BytesIO(),
    }
    setup_testing_defaults(environ)
    body = application(environ, lambda status, headers, *rest: statuses.append(status))
    for _ in body:
        pass
    if hasattr(body, "close"):
        body.close()
    return statuses[0]


def work_in_the_background() -> None:
    """Send mail and do what is due; one process for both, as each costs memory and neither keeps it busy."""
    from liefdesverdriet import schedule

    stopping = threading.Event()
    scheduler = threading.Thread(target=schedule.run, args=[stopping], daemon=True)
    scheduler.start()
    call_command("worker")
    stopping.set()
    scheduler.join(processes.STOP_SECONDS / 2)


class Generation:
    def __init__(self, listener: socket.socket, workers: int, threads: int) -> None:
        serve = partial(web.serve, application, listener, threads)
        self.web = [processes.Fork(f"Web worker {number}", serve) for number in range(1, workers + 1)]
        self.mail = processes.Fork("The mail worker", work_in_the_background)
        self.asked: signal.Signals | None = None
        for number in (signal.SIGTERM, signal.SIGINT, web.LEAVE):
            signal.signal(number, self._ask)

    def _ask(self, number: int, _: object) -> None:
        # Whoever is leaving may be told to end at once, not the other way round.
        if self.asked != signal.SIGTERM:
            self.asked = web.LEAVE if number == web.LEAVE else signal.SIGTERM

    def run(self, ready: int) -> None:
        # Threads that run while a process forks are not in the child, but the locks that they hold are.
        assert threading.active_count() == 1  # noqa: S101
        # What is there by now is kept for good; a collector that looked through it would write to it.
        gc.collect()
        gc.freeze()
        for child in (*self.web, self.mail):
            child.start()
        os.write(ready, b"1")
        os.close(ready)
        revival = processes.Revival(lambda line: print(line, flush=True))
        while not self.asked:
            time.sleep(0.2)
            revival.look_after((*self.web, self.mail))
        self.mail.signal(signal.SIGTERM)
        if self.asked == web.LEAVE:
            for worker in self.web:
                worker.signal(web.LEAVE)
            deadline = time.monotonic() + LEAVE_SECONDS
            while self.asked == web.LEAVE and time.monotonic() < deadline:
                time.sleep(0.1)
        processes.stop((*self.web, self.mail))


if __name__ == "__main__":
    socket_number, ready_number, worker_count, thread_count = map(int, sys.argv[1:])
    warm_up()
    Generation(socket.socket(fileno=socket_number), worker_count, thread_count).run(ready_number)
