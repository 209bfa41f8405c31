"""Guarantee R3: a mail in the outbox arrives, wherever its worker is killed."""

from collections import Counter

from tests.faults.nodes import Site
from tests.faults.workers import MAILS, SECONDS, SENT, WAITING, Once, Worker, queue
from tests.mailing.sink import Sink
from tests.running_site import wait_until

ROUNDS = 2


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
