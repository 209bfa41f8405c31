"""Guarantees R1 and R9: what was acknowledged is kept, and kept once."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

from tests.faults.nodes import Site, storm

POSTS = 500
KILLS = 10


def test_r1_acknowledged_reaction_survives_kill_9_of_the_web_server(broken_site: Site) -> None:
    texts = [
        f"Avond {number}: het is stil in huis, en ik zet toch twee kopjes neer." for number in range(POSTS)
    ]
    node = broken_site.node()
    storm(node, [partial(node.react, text) for text in texts], KILLS)

    kept = [text for (text,) in broken_site.rows("SELECT text FROM comments_comment")]
    assert sorted(kept) == sorted(texts)
    assert broken_site.count("comments_commentevent") == POSTS
    assert broken_site.is_sound()


def test_r9_twenty_equal_posts_at_two_nodes_give_one_row_and_one_mail(broken_site: Site) -> None:
    nodes = [broken_site.node(), broken_site.node()]
    text = "Vandaag stond zijn fiets ineens voor de bakker."
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda number: nodes[number % 2].react(text), range(20)))
    assert answers == [303] * 20
    assert broken_site.count("comments_comment") == 1
    assert broken_site.count("comments_commentevent") == 1
    assert broken_site.count("post_office_email") == 1
