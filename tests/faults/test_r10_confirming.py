"""Guarantee R10: confirming twice, or by a scanner that follows links, counts once."""

import re
from concurrent.futures import ThreadPoolExecutor

from tests.faults.nodes import Answer, Site
from tests.leads.gifts import PDF

COUNTED = (
    "leads_subscriber",
    "leads_signup",
    "leads_consentevent",
    "leads_downloadgrant",
    "post_office_email",
    "mailing_delivery",
)


def counts(site: Site) -> dict[str, int]:
    return {table: site.count(table) for table in COUNTED}


def test_r10_only_one_of_fifty_posts_confirms_and_no_get_does(broken_site: Site) -> None:
    nodes = [broken_site.node(), broken_site.node()]
    assert nodes[0].sign_up("hanne@voorbeeld.example") == 303
    (link,) = broken_site.links_in_outbox("aanmelden/bevestigen")
    before = counts(broken_site)
    (words,) = re.findall(r'name="tekst" value="(\w+)"', nodes[0].ask(link).body.decode())

    def look(number: int) -> Answer:
        return nodes[number % 2].ask(link, method="GET" if number % 4 < 2 else "HEAD")

    def press(number: int) -> Answer:
        return nodes[number % 2].ask(link, {"tekst": words})

    with ThreadPoolExecutor(30) as pool:
        assert {answer.status for answer in pool.map(look, range(100))} == {200}
        assert counts(broken_site) == before
        looks = [pool.submit(look, number) for number in range(100)]
        presses = [pool.submit(press, number) for number in range(50)]
        pressed = {(press.result().status, press.result().location) for press in presses}
        # Who looks after the confirming sees the page as well, or is sent on to the download.
        assert {look.result().status for look in looks} <= {200, 302, 303}
    assert len(pressed) == 1
    status, page = pressed.pop()
    assert status == 303

    assert broken_site.count("leads_consentevent", "event = 'given' AND purpose = 'gift'") == 1
    assert broken_site.count("leads_consentevent", "event = 'given'") == 1
    assert broken_site.count("leads_downloadgrant") == 1
    assert broken_site.count("mailing_delivery", "kind = 'gift'") == 1
    assert broken_site.count("post_office_email") == 2
    assert broken_site.count("leads_signup", "confirmed_at IS NOT NULL") == 1

    file = re.search(rb'href="(/download/[\w-]+/\d+/)"', nodes[1].ask(page).body)
    assert file
    assert nodes[0].ask(file[1].decode()).body == PDF
