"""What tests of the page cache start from: the small site of `tests.pagecache.views`."""

from typing import Any

from django.test import TestCase, override_settings

from pagecache import versions
from tests.pagecache import views
from tests.pagecache.reader import Answer, Reader

MIDDLEWARE = [
    "liefdesverdriet.compression.compress",
    "django.middleware.http.ConditionalGetMiddleware",
    "pagecache.middleware.hand_over",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
]
small_site = override_settings(
    ROOT_URLCONF="tests.pagecache.views", MIDDLEWARE=MIDDLEWARE, SITE_URL="http://localhost:8000"
)


def start_anew() -> None:
    views.renders.clear()
    views.go_on.set()
    views.started.clear()
    versions.forget()


def change() -> None:
    """Change something that readers see, and let this process look at once."""
    versions.bump()
    versions.forget()


@small_site
class SmallSite(TestCase):
    def setUp(self) -> None:
        start_anew()
        self.addCleanup(versions.forget)
        self.reader = Reader()

    def ask(self, address: str, method: str = "GET", **environ: Any) -> Answer:
        return self.reader.get(address, method, **environ)

    def states(self, address: str, times: int = 2, **environ: Any) -> list[str]:
        return [self.ask(address, **environ).cache for _ in range(times)]
