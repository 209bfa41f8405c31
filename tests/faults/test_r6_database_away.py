"""Guarantee R6: the database may be away. Who reads notices nothing, who writes loses no word."""

import re
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from pathlib import Path
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory

import pytest

from tests.faults.nodes import Site
from tests.faults.own_postgresql import OwnServer, programs
from tests.running_site import wait_until

WORDS = "Ik schreef dit terwijl er <van alles> stuk was & wil het niet kwijt."


@pytest.fixture
def server(broken_site: Site) -> Iterator[OwnServer]:
    """The site on a PostgreSQL that nobody else uses."""
    if not broken_site.database_url:
        pytest.skip("R6 was left out: SQLite is never away; run it with DATABASE_URL=postgres://…")
    found = programs()
    if found is None:
        pytest.skip("R6 was left out: there is no initdb here, or no user postgres to run it as.")
    with TemporaryDirectory(prefix="postgresql-") as folder:
        server = OwnServer(found, Path(folder))
        server.prepare()
        try:
            server.fill(broken_site.database_url)
            broken_site.database_url = server.url
            yield server
        finally:
            for node in broken_site.nodes:
                node.stop()
            with suppress(CalledProcessError):
                server.stop()


def test_r6_reading_goes_on_and_what_is_typed_is_kept(broken_site: Site, server: OwnServer) -> None:
    node = broken_site.node()
    article = broken_site.rows("SELECT slug FROM wagtailcore_page WHERE title = 'Stilte na de storm'")[0][0]
    pages = ["/", "/blog/", f"/blog/{article}/"]
    post = f"/reacties/{broken_site.article}/plaatsen/"
    assert node.ask("/readyz").status == 200
    assert node.react("Van tevoren.") == 303
    # A change makes all pages anew; these are kept from here on.
    kept = {page: node.ask(page).body for page in pages}
    assert node.process
    process = node.process.pid

    server.stop()
    for _ in range(2):
        for page in pages:
            answer = node.ask(page)
            assert (answer.status, answer.body) == (200, kept[page]), page
    assert node.ask("/livez").status == 200
    ready = node.ask("/readyz")
    assert (ready.status, ready.body) == (503, b"the database cannot be reached\n")
    values = {"name": "Hanne", "email": "hanne@voorbeeld.example", "website": "", "parent": ""}
    answer = node.ask(post, {**values, "text": WORDS, "stamp": broken_site.stamp})
    assert answer.status == 503
    assert b"Het is nog niet verstuurd" in answer.body
    # As text: nothing that was typed becomes part of the page.
    assert b"<van alles>" not in answer.body
    page = unescape(answer.body.decode())
    assert WORDS in page
    assert node.sign_up("noor@voorbeeld.example") == 503
    not_kept = node.ask(post)
    assert not_kept.status == 503
    assert b"We zijn er zo weer" in not_kept.body

    server.start()
    wait_until(lambda: node.ask("/readyz").status == 200, 60, "the database is found again")
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
    assert fields.keys() >= {"name", "email", "stamp"}
    assert node.ask(post, {**fields, "text": WORDS}).status == 303
    assert broken_site.rows("SELECT count(*) FROM comments_comment") == [(2,)]
    assert broken_site.rows("SELECT text FROM comments_comment ORDER BY id")[1] == (WORDS,)
    assert node.process.poll() is None
    assert node.process.pid == process
