"""What every reaction needs to know of its page and of the coach's choices, read once for many.

As readers' pages it is valid for one content version, which is looked up at most four times a second; for
LONGEST_SECONDS at most, because not all of it raises the version. Nothing is remembered where PAGECACHE_BYTES
is 0. What is handed out is shared by all threads: only to be read.
"""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from wagtail.models import Page

from comments.models import Blocklist, CommentSettings
from pagecache.versions import LOOK_UP_SECONDS, look_up

T = TypeVar("T")
LONGEST_SECONDS = 5.0
# Pages without their texts: a few kB each.
MOST = 200


class _Memory:
    """What was read while the content version was `version`; thrown away whole when it is another."""

    def __init__(self, version: int, now: float) -> None:
        self.version = version
        self.made = self.looked = now
        self.found: dict[Any, Any] = {}


_memory: _Memory | None = None


def comment_settings() -> CommentSettings:
    return _remembered("settings", CommentSettings.load)


def blocklist() -> Blocklist:
    return _remembered("blocklist", Blocklist.load)


def public_page(page_id: int) -> Page | None:
    """Return the page where readers can see it, as its own class, with the fields that a reaction needs."""
    return _remembered(("page", page_id), lambda: _find(page_id))


def address(page: Page) -> str:
    """Return the whole address of a page, "" where it has none."""
    return _remembered(("address", page.pk), lambda: page.full_url or "")


def forget() -> None:
    """Read everything anew: what was remembered turned out to be over."""
    global _memory
    _memory = None


def _find(page_id: int) -> Page | None:
    page = Page.objects.live().public().filter(pk=page_id).first()
    specific = page and page.specific_deferred
    # The one field of its own class that is asked for; texts stay where they are.
    getattr(specific, "comments_open", None)
    return specific


def _remembered(key: Any, read: Callable[[], T]) -> T:
    if not settings.PAGECACHE_BYTES:
        return read()
    memory = _current()
    found: T
    try:
        found = memory.found[key]
    except KeyError:
        found = read()
        if len(memory.found) >= MOST:
            memory.found.clear()
        memory.found[key] = found
    return found


def _current() -> _Memory:
    """Return the memory of the content version as it is now; made before anything is read into it."""
    global _memory
    now = time.monotonic()
    memory = _memory
    if memory is None or now - memory.made > LONGEST_SECONDS:
        memory = _memory = _Memory(look_up(), now)
    elif now - memory.looked > LOOK_UP_SECONDS:
        memory.looked = now
        version = look_up()
        if version != memory.version:
            memory = _memory = _Memory(version, now)
    return memory
