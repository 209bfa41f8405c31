"""Guarantee R5: one bad mail stops no other."""

from tests.faults.nodes import Site
from tests.faults.workers import FAILED, MAILS, SECONDS, SENT, WAITING, Worker, queue
from tests.mailing.sink import Sink
from tests.running_site import wait_until

SPOIL = """
from post_office.models import Email
Email.objects.filter(pk__in=[{}, {}]).update(headers={{"X": "a\\nb"}})
"""


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
