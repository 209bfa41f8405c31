"""What may be kept: nothing, unless its view says so and neither request nor answer is personal."""

import re
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponseBase

# Query parameters that choose another page; each view names those it looks at (`cacheable`).
ALLOWED_PARAMETERS = {"pagina": re.compile("[1-9][0-9]{0,5}"), "volgorde": re.compile("oudste|nieuwste")}
# Answers that are kept for a moment without being asked to: RFC 9110, section 15.1, lets anybody keep them.
BRIEF_STATUSES = (301, 308, 404, 410)
# Readers keep a page for themselves, but ask each time whether it is still true.
CACHE_CONTROL = "no-cache"

# Between `pagecache.wrapper` and `pagecache.middleware`, in the WSGI environment: that the wrapper wants to
# know; the parameters that the view looks at; that it showed another page than the one asked for.
ASKED, OPTED_IN, STANDS_IN = "pagecache.asked", "pagecache.opted_in", "pagecache.stands_in"
_VARY = {"", "cookie", "accept-encoding"}


def cacheable(response: HttpResponseBase, *parameters: str) -> HttpResponseBase:
    """Mark an answer as the same for every reader. Views opt in with this; all others are never kept.

    `parameters`: those that the view looked at. An address with others too is answered with the same page, so
    that nobody can fill the memory with copies of it.
    """
    response._pagecache = True  # type: ignore[attr-defined]
    response._pagecache_parameters = frozenset(parameters)  # type: ignore[attr-defined]
    return response


def stand_in(request: HttpRequest) -> None:
    """Tell that the parameters name no page and the answer shows another one's: it is not kept."""
    request.META[STANDS_IN] = True


def is_for_everybody(headers: Iterable[tuple[str, str]]) -> bool:
    """Say whether nothing in the headers of an answer speaks against keeping it: deny what is unforeseen."""
    for name, value in headers:
        match name.lower():
            case "set-cookie" | "content-encoding" | "content-range":
                return False
            case "cache-control" if "no-store" in value.lower() or "private" in value.lower():
                return False
            # Of what else an answer depends on, the key knows nothing. A reader has no session.
            case "vary" if not {part.strip().lower() for part in value.split(",")} <= _VARY:
                return False
    return True
