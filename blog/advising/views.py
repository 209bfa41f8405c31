"""The editor's panel asks here what is to be said about the form as it stands."""

import dataclasses

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST
from wagtail.permission_policies.pages import PagePermissionPolicy

from advice.findings import Finding, Verdict
from advice.judging import judge
from blog.advising import site
from blog.advising.live import NotAForm, gets_advice, page_in_editor, read_form
from blog.advising.surroundings import around

A_PAGE = 25
# How long one waits for pages that were published since they were judged.
PATIENCE = 2.0


def summary(findings: list[Finding]) -> str:
    """Return in a few words how a text stands: "1 ontbreekt, 3 kunnen beter, 12 goed"."""
    counts = {verdict: sum(finding.verdict is verdict for finding in findings) for verdict in Verdict}
    missing, better = counts[Verdict.MISSING], counts[Verdict.COULD_BE_BETTER]
    return ", ".join(
        [
            *([f"{missing} {'ontbreekt' if missing == 1 else 'ontbreken'}"] if missing else []),
            *([f"{better} {'kan' if better == 1 else 'kunnen'} beter"] if better else []),
            f"{counts[Verdict.GOOD]} goed",
        ]
    )


@require_POST
def live(request: HttpRequest) -> HttpResponse:
    """Return the findings on the editor's form, which came along whole. Nothing is kept of it."""
    page = page_in_editor(request, request.POST.get("advice-for", ""))
    if not gets_advice(page):
        return HttpResponseBadRequest()
    try:
        text = read_form(page, request.POST)
    except NotAForm:
        return HttpResponseBadRequest()
    text = dataclasses.replace(text, surroundings=around(page, text))
    findings = judge(text)
    context = {
        "summary": summary(findings),
        "groups": [
            (label, [finding for finding in findings if finding.verdict is verdict], verdict is Verdict.GOOD)
            for verdict, label in (
                (Verdict.MISSING, "Ontbreekt"),
                (Verdict.COULD_BE_BETTER, "Kan beter"),
                (Verdict.GOOD, "Goed"),
            )
        ],
        "suggestions": text.surroundings.suggestions,
    }
    return render(request, "blog/advising/findings.html", context)


@require_GET
def report(request: HttpRequest) -> HttpResponse:
    """Show what would help most on the whole site; with ?wezen=1 only the articles that nothing leads to."""
    waiting = site.refresh(PATIENCE)
    only_orphans = request.GET.get("wezen") == "1"
    pages = PagePermissionPolicy().instances_user_has_permission_for(request.user, "change")
    found = site.Report(pages, only_orphans=only_orphans)
    shown = Paginator(found.order, A_PAGE).get_page(request.GET.get("p"))
    title = "Waar niets naar verwijst" if only_orphans else "Wat helpt het meest"
    context = {
        "rows": found.rows(list(shown.object_list)),
        "shown": shown,
        "only_orphans": only_orphans,
        "waiting": waiting,
        "page_title": title,
        "header_title": title,
        "header_icon": "glasses",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": "Start"},
            *([{"url": reverse("advising:report"), "label": "Wat helpt het meest"}] if only_orphans else []),
            {"url": "", "label": title},
        ],
    }
    return render(request, "blog/advising/report.html", context)
