"""Guarantee R1: what was acknowledged is kept, however often the web server is killed meanwhile."""

from collections import Counter
from functools import partial

from tests.faults.nodes import Site, storm

POSTS = 500
KILLS = 10


def test_r1_no_acknowledged_reaction_or_sign_up_is_lost_to_kill_9(broken_site: Site) -> None:
    texts = [
        f"Avond {number}: het is stil in huis, en ik zet toch twee kopjes neer." for number in range(250)
    ]
    addresses = [f"hanne{number}@voorbeeld.example" for number in range(250)]
    node = broken_site.node()
    posts = []
    for text, address in zip(texts, addresses, strict=True):
        posts += [partial(node.react, text), partial(node.sign_up, address)]
    assert len(posts) == POSTS
    storm(node, posts, KILLS)

    kept = [text for (text,) in broken_site.rows("SELECT text FROM comments_comment")]
    assert sorted(kept) == sorted(texts)
    assert broken_site.count("comments_commentevent") == len(texts)
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
    assert len(set(links)) == len(addresses)
    # A link that was mailed works, also after the servers that made it are gone.
    assert {node.ask(link).status for link in links[::25]} == {200}
    assert broken_site.is_sound()
