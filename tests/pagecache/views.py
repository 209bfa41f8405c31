"""A small site of pages that count how often they are rendered."""

from collections import Counter
from collections.abc import Callable
from threading import Event

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import path

from pagecache.policy import cacheable, stand_in

renders: Counter[str] = Counter()
TEXT = "De stilte is een geluid. " * 100
# What `slow` waits for; set where a test has nothing to hold up.
go_on, started = Event(), Event()


def _counted(view: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    def counted(request: HttpRequest) -> HttpResponseBase:
        renders[view.__name__] += 1
        return view(request)

    return counted


def article(request: HttpRequest) -> HttpResponseBase:
    return cacheable(HttpResponse(f"{renders['article']} {request.META['QUERY_STRING']} {TEXT}"))


def listing(request: HttpRequest) -> HttpResponseBase:
    number = request.GET.get("pagina", "1")
    if number == "999":
        stand_in(request)
    return cacheable(HttpResponse(f"bladzijde {number}: {request.META['QUERY_STRING']}"), "pagina")


def large(request: HttpRequest) -> HttpResponseBase:
    return cacheable(HttpResponse(b"x" * int(request.GET.get("pagina", "1"))), "pagina")


def short(request: HttpRequest) -> HttpResponseBase:
    return cacheable(HttpResponse("kort"))


def search(request: HttpRequest) -> HttpResponseBase:
    return HttpResponse(f"gezocht: {request.GET.get('q')}")


def cookie(request: HttpRequest) -> HttpResponseBase:
    response = cacheable(HttpResponse("hallo"))
    response.set_cookie("a", "b")
    return response


def secret(request: HttpRequest) -> HttpResponseBase:
    return cacheable(HttpResponse("mij", headers={"Cache-Control": "no-store"}))


def varied(request: HttpRequest) -> HttpResponseBase:
    return cacheable(HttpResponse("hallo", headers={"Vary": "Accept-Language"}))


def stream(request: HttpRequest) -> HttpResponseBase:
    return cacheable(StreamingHttpResponse([b"een ", b"twee"]))


def moved(request: HttpRequest) -> HttpResponseBase:
    return redirect("/artikel/", permanent=True)


def for_now(request: HttpRequest) -> HttpResponseBase:
    return redirect("/artikel/")


def broken(request: HttpRequest) -> HttpResponseBase:
    started.set()
    go_on.wait(30)
    raise RuntimeError("kapot")


def slow(request: HttpRequest) -> HttpResponseBase:
    started.set()
    go_on.wait(30)
    return cacheable(HttpResponse(f"nummer {renders['slow']}"))


def whole_request(request: HttpRequest) -> HttpResponseBase:
    """Show all that a view could get to see of a reader, as a careless one might."""
    told = [f"{name}={value}" for name, value in sorted(request.META.items()) if name.startswith("HTTP_")]
    asked = f"{request.method} {request.build_absolute_uri()} {request.COOKIES} {request.GET.urlencode()}"
    return cacheable(HttpResponse(f"{asked}\n{told}\n{request.body!r}"))


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse("weg", status=404)


handler404 = missing
urlpatterns = [
    path(address, _counted(view))
    for address, view in {
        "artikel/": article,
        "lijst/": listing,
        "groot/": large,
        "kort/": short,
        "zoeken/": search,
        "koekje/": cookie,
        "geheim/": secret,
        "anders/": varied,
        "stroom/": stream,
        "verhuisd/": moved,
        "even/": for_now,
        "kapot/": broken,
        "traag/": slow,
        "alles/": whole_request,
    }.items()
]
