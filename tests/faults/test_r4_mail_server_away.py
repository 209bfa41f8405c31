"""Guarantee R4: the mail server may be away, silent or refuse; visitors notice nothing, and all is sent."""

import time
from threading import Event

from tests.faults.coach import Coach
from tests.faults.nodes import Node, Site
from tests.faults.workers import FAILED, MAILS, SECONDS, SENT, WAITING, Worker, queue
from tests.mailing.sink import Sink
from tests.running_site import wait_until

AWAY = "away_since IS NOT NULL"
SILENCE = "message LIKE '%timed out%'"


def sign_up(node: Node, name: str) -> None:
    """Ask for a gift; the answer waits for no mail server."""
    began = time.monotonic()
    assert node.sign_up(f"{name}@voorbeeld.nl") == 303
    assert time.monotonic() - began < 10


def test_r4_mail_server_is_away_refuses_for_now_falls_silent_and_recovers(
    broken_site: Site, sink: Sink, worker: Worker
) -> None:
    node = broken_site.node()
    sink.stop()
    worker.start()
    sign_up(node, "weg")
    wait_until(lambda: broken_site.count("mailing_mailserverstate", AWAY) == 1, SECONDS, "it is seen")
    assert broken_site.count(MAILS, WAITING) == 1

    sink.reply = "451 4.3.0 try again later"
    sink.start_again()
    sign_up(node, "straks")
    tried = "number_of_retries > 1"
    wait_until(lambda: broken_site.count(MAILS, tried) == 2, SECONDS, "both were refused for now")
    assert broken_site.count(MAILS, WAITING) == 2

    # Connected, and then not a word: the worker gives up after EMAIL_TIMEOUT.
    speaks_again = Event()
    sink.on_recipient = lambda address: bool(speaks_again.wait(SECONDS)) and None
    wait_until(lambda: broken_site.count("post_office_log", SILENCE) > 0, SECONDS, "it is silent")
    sign_up(node, "stil")
    assert broken_site.count(MAILS, WAITING) == 3

    sink.reply = ""
    sink.on_recipient = lambda address: None
    speaks_again.set()
    wait_until(lambda: broken_site.count(MAILS, SENT) == 3, SECONDS, "all were sent after all")
    assert broken_site.count("mailing_mailserverstate", AWAY) == 0
    assert len({str(mail["Message-ID"]) for mail in sink.taken}) == len(sink.taken) == 3

    refused_for_good_is_seen_and_tried_again(broken_site, node, sink)


def refused_for_good_is_seen_and_tried_again(site: Site, node: Node, sink: Sink) -> None:
    coach = Coach(site)
    sink.reply = "554 5.7.1 not this"
    queue(site, 1, "geweigerd")
    wait_until(lambda: site.count(MAILS, FAILED) == 1, SECONDS, "the refusal ends as failed")
    outbox = coach.look(node, "/admin/post/")
    assert "geweigerd0@voorbeeld.nl" in outbox
    assert "Probeer de mislukte mail opnieuw" in outbox
    sink.reply = ""
    assert coach.press(node, "/admin/post/opnieuw/").status == 302
    wait_until(lambda: site.count(MAILS, SENT) == 4, SECONDS, "it is sent when tried again")
