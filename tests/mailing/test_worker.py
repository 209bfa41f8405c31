import fcntl
import os
import signal
import threading
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test import TestCase
from post_office.models import STATUS, Email

from mailing.locks import ADVISORY_KEY, SenderLock
from mailing.management.commands import worker
from tests.mailing.queued import queue
from tests.mailing.sink import Sink, free_port, smtp_settings


class WorkerTests(TestCase):
    def setUp(self):
        self.sink = Sink()
        self.sink.start()
        self.addCleanup(self.sink.stop)
        self.enterContext(smtp_settings(self.sink.port))

    def test_once_drains_more_than_one_batch(self):
        for number in range(45):
            queue(f"lezer{number}@voorbeeld.nl")

        call_command("worker", "--once")

        assert len(self.sink.taken) == 45
        assert not Email.objects.exclude(status=STATUS.sent).exists()

    def test_once_ends_when_the_server_is_away(self):
        queue()
        with smtp_settings(free_port()):
            call_command("worker", "--once")

        assert Email.objects.get().status == STATUS.requeued

    def test_stops_on_sigterm_after_sending(self):
        queue()
        before = signal.getsignal(signal.SIGTERM)
        timer = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGTERM))
        timer.start()
        self.addCleanup(timer.cancel)

        call_command("worker")

        assert len(self.sink.taken) == 1
        assert signal.getsignal(signal.SIGTERM) == before

    def test_looks_more_often_than_once_a_second(self):
        assert worker.LOOK_EVERY < 1

    def test_second_worker_sends_nothing_meanwhile(self):
        queue()
        with other_sender():
            call_command("worker", "--once")
            assert self.sink.taken == []

        call_command("worker", "--once")
        assert len(self.sink.taken) == 1


class LockTests(TestCase):
    def test_lock_is_free_after_release(self):
        lock = SenderLock()
        assert lock.acquire()
        assert lock.acquire()
        lock.release()

        with other_sender():
            assert not SenderLock().acquire()


class other_sender:
    """Holds the lock as another process would."""

    def __enter__(self):
        if connection.vendor == "postgresql":
            self.session = connections.create_connection("default")
            with self.session.cursor() as cursor:
                cursor.execute("SELECT pg_try_advisory_lock(%s)", [ADVISORY_KEY])
                assert cursor.fetchone()[0]
        else:
            self.file = Path(settings.DATA_DIR, "worker.lock").open("w")
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def __exit__(self, *_):
        if connection.vendor == "postgresql":
            # Given back by hand: the server notices a closed connection a moment later only.
            with self.session.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [ADVISORY_KEY])
            self.session.close()
        else:
            self.file.close()


@pytest.mark.django_db
def test_mail_lands_as_a_file_without_mail_settings(tmp_path, settings):
    settings.MAIL_DIR = tmp_path / "mail"
    mail = queue()

    call_command("worker", "--once")

    (written,) = settings.MAIL_DIR.iterdir()
    assert written.suffix == ".eml"
    assert "lezer" not in written.name
    assert mail.message_id in written.read_text()
