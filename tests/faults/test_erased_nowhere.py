"""Who is erased is found nowhere again: not in the database's own file or dump, not in a file beside it."""

import shutil

from tests.faults.nodes import Site
from tests.privacy.whole_site import (
    ADDRESS,
    LOCAL,
    NAME,
    erase_by_her_own_link,
    places_of,
    plant,
)


def test_who_is_erased_is_nowhere_and_stays_so_after_a_restore(broken_site: Site, tmp_path) -> None:
    link, secrets = plant(broken_site)
    before = places_of(broken_site, LOCAL)
    # Else this would find nothing because nothing was there.
    assert any(place.startswith("mail/") for place in before)
    assert any(place.startswith("private/imports/") for place in before)
    assert before & {"site.sqlite3", "site.sqlite3-wal", "pg_dump"}
    backup = tmp_path / "backup.sqlite3"
    if not broken_site.database_url:
        broken_site.rows(f"VACUUM INTO '{backup}'")

    erase_by_her_own_link(broken_site, link)

    for words in (ADDRESS, LOCAL, NAME, *secrets):
        assert places_of(broken_site, words) == set(), words
    hashes = broken_site.rows("SELECT address_hash FROM mailing_suppression")
    assert hashes == broken_site.rows("SELECT address_hash FROM privacy_erasure") != []

    if not broken_site.database_url:
        for leftover in broken_site.data_dir.glob("site.sqlite3*"):
            leftover.unlink()
        shutil.copy(backup, broken_site.data_dir / "site.sqlite3")
        assert places_of(broken_site, LOCAL)
        assert "Opnieuw gewist: 1" in broken_site.run("avg_replay")
        assert places_of(broken_site, LOCAL) == set()
