"""Guarantees R3, R4 and R5: a mail in the outbox arrives, whatever happens to worker and server."""

from collections import Counter
from collections.abc import Iterator
from threading import Event

import pytest

from tests.faults.nodes import Site
from tests.faults.workers import FAILED, SENT, WAITING, Once, Worker, queue
from tests.mailing.sink import Sink
from tests.running_site import wait_until

MAILS = "post_office_email"
ROUNDS = 2
SECONDS = 60
SPOIL = """
from post_office.models import Email
Email.objects.filter(pk__in=[{}, {}]).update(headers={{"X": "a\\nb"}})
"""


@pytest.fixture
def sink() -> Iterator[Sink]:
    sink = Sink()
    sink.start()
    yield sink
    sink.stop()


@pytest.fixture
def worker(broken_site: Site, sink: Sink) -> Iterator[Worker]:
    worker = Worker(broken_site, sink)
    yield worker
    worker.stop()


def test_r3_mail_survives_kill_9_of_its_worker(broken_site: Site, sink: Sink, worker: Worker) -> None:
    kills = 0
    queue(broken_site, 8 * ROUNDS)
    worker.start()
    for _ in range(ROUNDS):
        # Before it took up anything: killed as it starts.
        worker.kill_and_start()
        # In the middle of a mail, after RCPT: the server never takes that one.
        sink.on_recipient = first = Once(worker)
        wait_until(first.done.is_set, SECONDS, "a mail is on its way")
        sink.on_recipient = lambda address: None
        worker.kill_and_start()
        # The server took the mail, and its 250 is never written down.
        sink.on_taken = taken = Once(worker)
        wait_until(taken.done.is_set, SECONDS, "a mail is taken")
        sink.on_taken = lambda mail: None
        worker.kill_and_start()
        # After the commit of one more.
        sent = broken_site.count(MAILS, SENT)
        wait_until(lambda sent=sent: broken_site.count(MAILS, SENT) > sent, SECONDS, "one more is sent")
        worker.kill_and_start()
        kills += 4
    wait_until(lambda: broken_site.count(MAILS, WAITING) == 0, SECONDS, "the outbox is empty")

    ours = {row[0] for row in broken_site.rows("SELECT message_id FROM post_office_email")}
    arrived = Counter(str(mail["Message-ID"]) for mail in sink.taken)
    assert set(arrived) == ours
    assert len(sink.taken) - len(ours) <= kills
    assert max(arrived.values()) <= 1 + kills
    assert broken_site.count(MAILS, SENT) == len(ours)
    assert broken_site.is_sound()


def test_r4_server_may_be_away_silent_or_refuse(broken_site: Site, sink: Sink, worker: Worker) -> None:
    node = broken_site.node()
    sink.stop()
    worker.start()
    # A visitor notices nothing: the answer does not wait for any mail server.
    answers = [node.sign_up(f"bezoeker{number}@voorbeeld.nl") for number in range(3)]
    assert answers == [303] * 3
    away = "away_since IS NOT NULL"
    wait_until(lambda: broken_site.count("mailing_mailserverstate", away) == 1, SECONDS, "it is seen")
    assert broken_site.count(MAILS, WAITING) == 3

    sink.reply = "451 4.3.0 try again later"
    sink.start_again()
    tried = "number_of_retries > 1"
    wait_until(lambda: broken_site.count(MAILS, tried) == 3, SECONDS, "all were refused for now")
    assert broken_site.count(MAILS, WAITING) == 3

    # Connected, and then not a word: the worker gives up after EMAIL_TIMEOUT.
    speaks_again = Event()
    sink.on_recipient = lambda address: bool(speaks_again.wait(SECONDS)) and None
    silence = "message LIKE '%timed out%'"
    wait_until(lambda: broken_site.count("post_office_log", silence) > 0, SECONDS, "it is silent")
    assert broken_site.count(MAILS, WAITING) == 3

    sink.reply = ""
    sink.on_recipient = lambda address: None
    speaks_again.set()
    wait_until(lambda: broken_site.count(MAILS, SENT) == 3, SECONDS, "all were sent after all")
    assert broken_site.count("mailing_mailserverstate", away) == 0
    assert len({str(mail["Message-ID"]) for mail in sink.taken}) == len(sink.taken) == 3

    sink.reply = "554 5.7.1 not this"
    queue(broken_site, 1, "geweigerd")
    wait_until(lambda: broken_site.count(MAILS, FAILED) == 1, SECONDS, "the refusal ends as failed")
    sink.reply = ""
    retry = "from mailing.retrying import retry_all; print(retry_all())"
    assert "1" in broken_site.run("shell", "--no-imports", "-c", retry)
    wait_until(lambda: broken_site.count(MAILS, SENT) == 4, SECONDS, "it is sent when tried again")


def test_r5_bad_mail_stops_no_other_and_two_workers_send_once(
    broken_site: Site, sink: Sink, worker: Worker
) -> None:
    queue(broken_site, 12)
    ids = [row[0] for row in broken_site.rows("SELECT id FROM post_office_email ORDER BY id")]
    broken_site.run("shell", "--no-imports", "-c", SPOIL.format(ids[0], ids[5]))

    worker.start()
    worker.start()
    wait_until(lambda: broken_site.count(MAILS, WAITING) == 0, SECONDS, "the outbox is empty")

    assert broken_site.count(MAILS, SENT) == 10
    assert broken_site.count(MAILS, FAILED) == 2
    assert len({str(mail["Message-ID"]) for mail in sink.taken}) == len(sink.taken) == 10
