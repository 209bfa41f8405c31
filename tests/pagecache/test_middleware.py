from threading import Barrier, Event, Thread

import pytest
from django.http import HttpResponse
from django.test import RequestFactory, TestCase, override_settings

from pagecache import versions
from pagecache.middleware import PageCacheMiddleware
from pagecache.policy import cacheable


class Views:
    """A view that counts how often it renders."""

    def __init__(self, make=lambda: cacheable(HttpResponse("hallo"))):
        self.make = make
        self.calls = 0

    def __call__(self, request):
        self.calls += 1
        return self.make()


@override_settings(PAGECACHE_BYTES=100_000)
class PageCacheTests(TestCase):
    def setUp(self):
        versions.forget()
        self.addCleanup(versions.forget)
        self.factory = RequestFactory(SERVER_NAME="localhost")

    def ask(self, cache, path="/blog/", **extra):
        return cache(self.factory.get(path, **extra))

    def test_second_reader_gets_the_kept_page(self):
        view = Views()
        cache = PageCacheMiddleware(view)
        first, second = self.ask(cache), self.ask(cache)
        assert (first["X-Cache"], second["X-Cache"]) == ("miss", "hit")
        assert view.calls == 1
        assert second.content == b"hallo"

    def test_page_is_made_anew_after_a_change(self):
        view = Views()
        cache = PageCacheMiddleware(view)
        self.ask(cache)
        versions.bump()
        versions.forget()
        assert self.ask(cache)["X-Cache"] == "miss"
        assert view.calls == 2

    def test_nothing_is_kept_that_did_not_opt_in(self):
        for make in (
            lambda: HttpResponse("hallo"),
            lambda: cacheable(HttpResponse("weg", status=404)),
            lambda: cacheable(HttpResponse("mij", headers={"Cache-Control": "no-store"})),
        ):
            view = Views(make)
            cache = PageCacheMiddleware(view)
            self.ask(cache)
            self.ask(cache)
            assert view.calls == 2

    def test_answer_with_a_cookie_is_never_kept(self):
        def with_cookie():
            response = HttpResponse("hallo")
            response.set_cookie("a", "b")
            return cacheable(response)

        view = Views(with_cookie)
        cache = PageCacheMiddleware(view)
        self.ask(cache)
        self.ask(cache)
        assert view.calls == 2

    def test_editor_with_a_session_sees_no_kept_page_and_leaves_none(self):
        view = Views()
        cache = PageCacheMiddleware(view)
        self.ask(cache, HTTP_COOKIE="sessionid=abc")
        self.ask(cache)
        self.ask(cache, HTTP_COOKIE="sessionid=abc")
        assert view.calls == 3

    def test_post_passes_by(self):
        view = Views()
        cache = PageCacheMiddleware(view)
        cache(self.factory.post("/blog/"))
        cache(self.factory.post("/blog/"))
        assert view.calls == 2

    def test_unknown_parameters_do_not_multiply_entries(self):
        cache = PageCacheMiddleware(Views())
        for number in range(50):
            self.ask(cache, f"/blog/?utm_source={number}")
        assert len(cache.store) == 0
        self.ask(cache, "/blog/?pagina=2")
        self.ask(cache, "/blog/?pagina=2&pagina=3")
        assert len(cache.store) == 1

    def test_pages_of_a_list_are_kept_apart(self):
        numbers = iter(range(10))
        cache = PageCacheMiddleware(Views(lambda: cacheable(HttpResponse(str(next(numbers))))))
        bodies = [self.ask(cache, path).content for path in ("/blog/", "/blog/?pagina=2", "/blog/")]
        assert bodies == [b"0", b"1", b"0"]

    def test_head_is_answered_from_the_page_of_get(self):
        view = Views()
        cache = PageCacheMiddleware(view)
        self.ask(cache)
        assert cache(self.factory.head("/blog/"))["X-Cache"] == "hit"
        assert view.calls == 1

    @override_settings(PAGECACHE_BYTES=3_000)
    def test_memory_is_bounded_and_the_oldest_leave(self):
        cache = PageCacheMiddleware(Views(lambda: cacheable(HttpResponse(b"x" * 400))))
        for number in range(2, 12):
            self.ask(cache, f"/blog/?pagina={number}")
        assert len(cache.store) == 3
        assert self.ask(cache, "/blog/?pagina=11")["X-Cache"] == "hit"
        assert self.ask(cache, "/blog/?pagina=2")["X-Cache"] == "miss"


@override_settings(PAGECACHE_BYTES=100_000)
@pytest.mark.django_db(transaction=True)
def test_many_readers_at_once_cause_one_render():
    versions.forget()
    readers = 8
    started, go_on = Barrier(readers), Event()

    def slow():
        go_on.wait(5)
        return cacheable(HttpResponse("hallo"))

    view = Views(slow)
    cache = PageCacheMiddleware(view)
    versions.current()
    answers = []

    def read():
        started.wait(5)
        answers.append(cache(RequestFactory().get("/blog/")).content)

    threads = [Thread(target=read) for _ in range(readers)]
    for thread in threads:
        thread.start()
    go_on.set()
    for thread in threads:
        thread.join(5)
    assert answers == [b"hallo"] * readers
    assert view.calls == 1
