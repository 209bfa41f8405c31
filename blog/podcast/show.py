"""The show as a whole: its lasting name, and where else it is to be heard."""

import uuid

from django.http import HttpRequest

from pagecache.kept import kept

# https://podcasting2.org/docs/podcast-namespace/tags/guid
_NAMESPACE = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


def guid_of_feed(address: str) -> str:
    """Return the podcast:guid that follows from a feed's address, without its scheme and last slashes."""
    return str(uuid.uuid5(_NAMESPACE, address.partition("://")[2].rstrip("/")))


def platforms(index_page_id: int) -> list[dict[str, str]]:
    """Return where the podcast is to be heard besides here: name and address."""
    from blog.models import PodcastIndexPage

    def look() -> list[dict[str, str]]:
        show = PodcastIndexPage.objects.filter(pk=index_page_id).only("platforms").first()
        return (
            [{"name": row.value["name"], "url": row.value["url"]} for row in show.platforms] if show else []
        )

    return kept(("platforms", index_page_id), look)


def feed_url(episode, request: HttpRequest) -> str:
    """Return the address of the feed that `episode` is in, "" before it has a place."""
    parent = episode.get_parent() if episode.depth and episode.depth > 1 else None
    address = parent.get_url(request) if parent else ""
    return f"{address}feed/" if address else ""
