"""Pages fetched ahead: a browser asks for a page while the reader's pointer still rests on the link to it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.templatetags.static import static

from liefdesverdriet.middleware import ADMIN_PREFIX

# Which links: pages for everybody that the words and the menu lead to, on this site. Never what has a token
# or a query in its address, what does something or what is a file.
RULES = "speculation/links.speculationrules"


def _is_page_for_everybody(request: HttpRequest, response: HttpResponseBase) -> bool:
    control = response.get("Cache-Control", "")
    return (
        response.status_code == 200
        and response.get("Content-Type", "").startswith("text/html")
        and not request.path_info.startswith(ADMIN_PREFIX)
        and not response.cookies
        and "no-store" not in control
        and "private" not in control
    )


def fetch_ahead(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Name the rules in a header: rules inside the page would need a hole in the content security policy."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if _is_page_for_everybody(request, response):
            response.headers.setdefault("Speculation-Rules", f'"{static(RULES)}"')
        return response

    return middleware
