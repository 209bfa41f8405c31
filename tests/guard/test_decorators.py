import pytest
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.test import RequestFactory

from guard.decorators import public_form


@public_form
def view(request):
    return HttpResponse("refused" if request.guard_refused else "welcome")


def answer(**headers) -> str:
    return view(RequestFactory().post("/", headers=headers)).content.decode()


def test_view_is_exempt_from_the_token_that_cached_pages_do_not_carry():
    assert view.csrf_exempt


def test_reading_is_never_refused():
    request = RequestFactory().get("/", headers={"Sec-Fetch-Site": "cross-site"})
    assert view(request).content == b"welcome"


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, "welcome"),
        ({"Sec-Fetch-Site": "cross-site"}, "refused"),
        ({"Origin": "http://localhost"}, "welcome"),
        ({"Origin": "http://evil.example"}, "refused"),
        ({"Origin": "null"}, "refused"),
        ({}, "refused"),
    ],
)
def test_post_without_token(headers, expected):
    assert answer(**headers) == expected


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, "welcome"),
        ({"Origin": "null"}, "welcome"),
        ({"Origin": "http://evil.example"}, "refused"),
        ({"Sec-Fetch-Site": "cross-site"}, "refused"),
    ],
)
def test_token_speaks_only_where_the_headers_are_silent(headers, expected):
    shown = RequestFactory().get("/")
    token = get_token(shown)
    post = RequestFactory().post("/", {"csrfmiddlewaretoken": token}, headers=headers)
    post.COOKIES["csrftoken"] = shown.META["CSRF_COOKIE"]
    assert view(post).content.decode() == expected


def test_token_of_someone_else_is_refused():
    mine, theirs = RequestFactory().get("/"), RequestFactory().get("/")
    post = RequestFactory().post("/", {"csrfmiddlewaretoken": get_token(theirs)})
    get_token(mine)
    post.COOKIES["csrftoken"] = mine.META["CSRF_COOKIE"]
    assert view(post).content == b"refused"
