"""Addresses of the screens. What is behind them is loaded by who goes there: one moves house once."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path


def _screen(module: str, name: str) -> Callable[..., HttpResponse]:
    """Return a view that loads the real one when it is asked for."""

    def view(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        answer: HttpResponse = getattr(import_module(module), name)(request, *arguments, **named)
        return answer

    return view


SCREEN, REPORT = "wordpress.screen", "wordpress.report_screen"
app_name = "wordpress_move"
urlpatterns = [
    path("", _screen(SCREEN, "upload"), name="upload"),
    path("<int:job_id>/", _screen(SCREEN, "show"), name="show"),
    path("<int:job_id>/voortgang/", _screen(SCREEN, "progress"), name="progress"),
    path("<int:job_id>/opnieuw/", _screen(SCREEN, "look_again"), name="look_again"),
    path("<int:job_id>/stop/", _screen(SCREEN, "stop"), name="stop"),
    path("<int:job_id>/weg/", _screen(SCREEN, "throw_away"), name="throw_away"),
    path("<int:job_id>/verslag.json", _screen(REPORT, "download"), {"form": "json"}, name="json"),
    path("<int:job_id>/verslag.txt", _screen(REPORT, "download"), {"form": "txt"}, name="text"),
    path("<int:job_id>/naast-elkaar/", _screen(REPORT, "side_by_side"), name="side_by_side"),
    path("<int:job_id>/naast-elkaar/<int:old_id>/", _screen(REPORT, "side_by_side"), name="side_by_side"),
    path("<int:job_id>/oud/<int:old_id>/", _screen(REPORT, "old"), name="old"),
]
