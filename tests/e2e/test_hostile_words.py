"""Guarantee S1: script in a reaction runs nowhere, however full of it names and texts are."""

from itertools import islice
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from comments.linkify import count_links
from tests.e2e.conftest import OpenPage, Own
from tests.e2e.mails import link_in, part
from tests.e2e.test_conversation import ARTICLE, COACH, coach_hears_at_once, mail_with
from tests.running_site import RunningSite

CORPUS = Path(__file__).parent.parent / "comments" / "data" / "xss.txt"
VECTORS = CORPUS.read_text(encoding="utf-8").splitlines()
# As many in one reaction as its length allows; texts with more links than that are refused at the door.
LONGEST, MOST_LINKS = 4500, 3
# Words of danger are never set apart as spam: all these wait, and each is mailed to the coach.
SIGN = "Ik wil niet meer leven, dus maak ik maar iets stuk."
THEIRS = (
    "from comments.models import Comment; from comments.services.decisions import set_status;"
    "from pagecache.versions import bump; theirs = Comment.objects.filter(text__startswith={sign!r})"
)


def packed(vectors: list[str], sign: str) -> list[str]:
    """Put the vectors together into as few texts as fit, each beginning with the sign."""
    texts, text = [], sign
    for vector in vectors:
        if len(text) + len(vector) > LONGEST or count_links(f"{text}\n{vector}") > MOST_LINKS:
            texts.append(text)
            text = sign
        text = f"{text}\n{vector}"
    return [*texts, text]


def react(reader: Page, action: str, stamp: str, number: int, name: str, text: str) -> int:
    """Post a reaction as the form would, with a name that no field of a browser would take."""
    values = {
        "name": name[:80],
        "email": f"stuk{number}@lezer.example",
        "website": "",
        "text": text,
        "parent": "",
        "onderwerp": "",
        "stamp": stamp,
    }
    answer = reader.request.post(
        action,
        data=urlencode(values),
        headers={
            "Content-Type": "application/x-www-form-urlencoded",
            "Sec-Fetch-Site": "same-origin",
            "X-Forwarded-For": f"203.0.113.{number % 200}",
        },
        max_redirects=0,
    )
    return answer.status


def without_policy(browser: Browser, site: RunningSite, paths: list[str], mails: list[str]) -> list[str]:
    """Open pages, feeds and mails in a browser that heeds no policy, and return what ran or was fetched.

    So it is the escaping that is tested: programs for mail and readers of feeds know no policy of ours.
    """
    found: list[str] = []
    context = browser.new_context(base_url=site.url, bypass_csp=True)
    try:
        context.route(
            lambda address: not address.startswith((site.url, "about:")),
            lambda route: (found.append(route.request.url), route.abort()),
        )
        page = context.new_page()
        page.on("dialog", lambda dialog: (found.append(dialog.message), dialog.dismiss()))
        for path in paths:
            page.goto(path)
            page.wait_for_load_state("load")
        page.goto("about:blank")
        for mail in mails:
            page.set_content(mail)
            found += page.locator("script, iframe, object, embed, form, svg, img[onerror]").evaluate_all(
                "nodes => nodes.map((node) => node.outerHTML)"
            )
            # As a mouse that passes over everything.
            page.evaluate(
                "for (const node of document.querySelectorAll('*'))"
                " for (const kind of ['mouseover', 'focus', 'click'])"
                " node.dispatchEvent(new Event(kind))"
            )
    finally:
        context.close()
    return found


@pytest.mark.usefixtures(coach_hears_at_once.__name__)
def test_s1_script_in_a_reaction_runs_nowhere(
    open_page: OpenPage, log_in: OpenPage, site: RunningSite, browser: Browser, own: Own
) -> None:
    """An error in a page's console fails this test too: a script that the policy stopped was still let in."""
    dialogs: list[str] = []
    sign = own(SIGN)
    theirs = THEIRS.format(sign=sign)

    def watch_dialogs(page: Page) -> Page:
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        return page

    reader = watch_dialogs(open_page(ARTICLE))
    form = reader.locator(".comments__form form")
    action, stamp = form.get_attribute("action") or "", form.locator("[name=stamp]").input_value()
    assert len(VECTORS) >= 50
    texts = packed(VECTORS, sign)
    names = islice(sorted(VECTORS, key=len), len(texts))
    for number, (name, text) in enumerate(zip(names, texts, strict=True)):
        assert react(reader, action, stamp, number, name, text) == 303, text

    coach = watch_dialogs(log_in("/admin/"))
    coach.goto(f"/admin/reacties/?q={sign.split()[-1]}")
    found = coach.locator("[data-moderation-item]")
    assert found.count() >= len(texts)
    for detail in [link.get_attribute("href") for link in found.locator(".moderation__time").all()][:5]:
        coach.goto(str(detail))
    from_mail = watch_dialogs(open_page(link_in(mail_with(site, COACH, sign), "/reacties/modereren/")))
    expect(from_mail.get_by_text(sign)).to_be_visible()
    coach.goto("/admin/post/")

    site.python(f"{theirs}; set_status(theirs, 'approved', None)")
    try:
        reader.wait_for_timeout(400)
        reader.goto(ARTICLE)
        assert reader.get_by_text(sign).count() >= len(texts)
        bad = reader.locator(".comment__text").evaluate_all(
            """texts => texts.flatMap((text) => [...text.querySelectorAll("*")])
                .filter((node) => !["P", "BR", "A"].includes(node.tagName)
                    || [...node.attributes].some(({ name }) => !["href", "rel"].includes(name)))
                .map((node) => node.outerHTML)"""
        )
        assert bad == []
        hrefs = reader.locator(".comment__text a").evaluate_all("links => links.map((link) => link.protocol)")
        assert set(hrefs) <= {"http:", "https:"}
        for feed in ("/feed/", "/feed/atom/"):
            assert reader.request.get(feed).status == 200
        mails = [part(mail, "html") for mail in site.mails(COACH) if sign in part(mail, "plain")]
        assert len(mails) >= len(texts)
        assert without_policy(browser, site, [ARTICLE, "/feed/", "/feed/atom/"], mails) == []
    finally:
        site.python(f"{theirs}; theirs.delete(); bump()")
    assert dialogs == []
