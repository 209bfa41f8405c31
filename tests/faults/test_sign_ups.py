"""Guarantees R1, R9 and R10 for gifts: no acknowledged sign-up is lost, and each counts once."""

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from tests.faults.nodes import Answer, Site, storm
from tests.leads.gifts import PDF

POSTS = 200
KILLS = 5
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


def test_r1_acknowledged_sign_up_survives_kill_9_of_the_web_server(broken_site: Site) -> None:
    addresses = [f"hanne{number}@voorbeeld.example" for number in range(POSTS)]
    node = broken_site.node()
    storm(node, [partial(node.sign_up, address) for address in addresses], KILLS)

    asked = broken_site.rows(
        "SELECT email FROM leads_subscriber JOIN leads_signup"
        " ON leads_signup.subscriber_id = leads_subscriber.id"
    )
    assert sorted(address for (address,) in asked) == sorted(addresses)
    mailed = broken_site.rows(
        'SELECT "to" FROM post_office_email JOIN mailing_delivery'
        " ON mailing_delivery.mail_id = post_office_email.id WHERE kind = 'confirm-sign-up'"
    )
    assert Counter(address for (address,) in mailed) == dict.fromkeys(addresses, 1)
    links = broken_site.links_in_outbox("aanmelden/bevestigen")
    assert len(set(links)) == POSTS
    # A link that was mailed works, also after the servers that made it are gone.
    assert {node.ask(link).status for link in links[:: POSTS // 10]} == {200}
    assert broken_site.is_sound()


def test_r9_twenty_equal_sign_ups_at_two_nodes_give_one_row_and_one_mail(broken_site: Site) -> None:
    nodes = [broken_site.node(), broken_site.node()]
    spellings = [
        "hanne@xn--bcher-kva.example",
        "Hanne@Bücher.example",
        "HANNE@BÜCHER.EXAMPLE",
        " hanne@bücher.example ",
        "hanne@XN--BCHER-KVA.example",
    ]
    with ThreadPoolExecutor(20) as pool:
        for spelled in (["noor@voorbeeld.example"], spellings):
            addresses = spelled * (20 // len(spelled))
            pairs = [(nodes[number % 2], address) for number, address in enumerate(addresses)]
            answers = list(pool.map(lambda pair: pair[0].sign_up(pair[1]), pairs))
            assert answers == [303] * 20
    assert broken_site.count("leads_subscriber") == 2
    assert broken_site.count("leads_signup") == 2
    mailed = broken_site.rows('SELECT "to" FROM post_office_email ORDER BY id')
    assert [address.lower() for (address,) in mailed] == ["noor@voorbeeld.example", spellings[0]]


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
