"""The feed, and the files beside an episode that listening programs ask for. The same for everybody."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from blog.podcast import feed as feed_of
from blog.podcast.transcripts import as_text, as_vtt, is_timed


def feed(request: HttpRequest, show) -> HttpResponse:
    return _open(HttpResponse(feed_of.write(show, request), "application/rss+xml; charset=utf-8"))


def transcript(request: HttpRequest, episode) -> HttpResponse:
    """The transcript as WebVTT where it has times, else as plain text."""
    cues = episode.cues()
    if not cues:
        raise Http404
    if is_timed(cues):
        return _open(HttpResponse(as_vtt(cues), "text/vtt; charset=utf-8"))
    return _open(HttpResponse(as_text(cues), "text/plain; charset=utf-8"))


def chapters(request: HttpRequest, episode) -> HttpResponse:
    """The chapters as https://github.com/Podcastindex-org/podcast-namespace has them."""
    rows = episode.chapter_list()
    if not rows:
        raise Http404
    listed = []
    for row in rows:
        chapter = {"startTime": row["start"] or 0, "title": row["title"]}
        if row["url"]:
            chapter["url"] = row["url"]
        if image := feed_of.picture_address(row["image"], request):
            chapter["img"] = image
        listed.append(chapter)
    answer = {"version": "1.2.0", "title": episode.title, "chapters": listed}
    return _open(
        JsonResponse(
            answer, content_type="application/json+chapters", json_dumps_params={"ensure_ascii": False}
        )
    )


def _open(response: HttpResponse) -> HttpResponse:
    """Let players on other sites read it: it is as public as the sound."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
