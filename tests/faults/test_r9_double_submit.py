"""Guarantee R9: who presses the button twenty times at once, at two machines, is kept and mailed once."""

from concurrent.futures import ThreadPoolExecutor

from tests.faults.nodes import Node, Site

TIMES = 20
SPELLINGS = [
    "hanne@xn--bcher-kva.example",
    "Hanne@Bücher.example",
    "HANNE@BÜCHER.EXAMPLE",
    " hanne@bücher.example ",
    "hanne@XN--BCHER-KVA.example",
]


def test_r9_twenty_equal_posts_give_one_row_and_one_mail(broken_site: Site, machines: list[Node]) -> None:
    text = "Vandaag stond zijn fiets ineens voor de bakker."
    with ThreadPoolExecutor(TIMES) as pool:
        answers = list(pool.map(lambda number: machines[number % 2].react(text), range(TIMES)))
    assert answers == [303] * TIMES
    assert broken_site.count("comments_comment") == 1
    assert broken_site.count("comments_commentevent") == 1
    assert broken_site.count("post_office_email") == 1

    with ThreadPoolExecutor(TIMES) as pool:
        for spelled in (["noor@voorbeeld.example"], SPELLINGS):
            addresses = spelled * (TIMES // len(spelled))
            pairs = [(machines[number % 2], address) for number, address in enumerate(addresses)]
            answers = list(pool.map(lambda pair: pair[0].sign_up(pair[1]), pairs))
            assert answers == [303] * TIMES
    assert broken_site.count("leads_subscriber") == 2
    assert broken_site.count("leads_signup") == 2
    mailed = broken_site.rows('SELECT "to" FROM post_office_email ORDER BY id')
    assert [address.lower() for (address,) in mailed[1:]] == ["noor@voorbeeld.example", SPELLINGS[0]]
