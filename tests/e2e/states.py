"""One reaction in each state, made in the database of a running site, and the addresses that show them."""

import json

from tests.running_site import RunningSite

_MAKE = """
import json
from datetime import timedelta
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from comments.models import *
from comments.services import decisions, writers
from comments.services.submission import new_writer_link
from guard.tokens import hash_token, new_token
from pagecache.versions import bump

now = timezone.now()
page = Page.objects.get(slug="geen-contact-met-je-ex")
coach = get_user_model().objects.get(username="coach")

def make(name, **fields):
    values = {"text": f"Ik schreef dit in staat {name}.", "status": "pending", "created_at": now, **fields}
    return Comment.objects.create(
        page=page, page_title=page.title, page_url=page.full_url, author_name=name,
        author_email=f"{name.lower()}@staat.example", **values)

def subscribe(comment, purpose, expires_at=None, confirmed_at=None):
    author = CommentAuthor.objects.create(email=comment.author_email, confirmed_at=confirmed_at)
    wish = ReplySubscription.objects.create(author=author, comment=comment, confirmed_at=confirmed_at)
    token = new_token()
    SubscriptionToken.objects.create(
        subscription=wish, purpose=purpose, token_hash=hash_token(token), expires_at=expires_at)
    return token

def confirm(comment, days):
    return reverse("comments:confirm", args=[subscribe(comment, "confirm", now + timedelta(days=days))])

def judge(comment, **fields):
    token = new_token()
    ModerationLink.objects.create(comment=comment, user=coach, token_hash=hash_token(token),
                                  **{"expires_at": now + timedelta(days=7), **fields})
    return reverse("comments:moderate", args=[token])

def mine(comment, name="mine"):
    return reverse(f"comments:{name}", args=[new_writer_link(comment)])

waiting = make("Wacht", text="Bel me op 06 12345678 als je ook wakker bent.")
danger = make("Gevaar", text="Ik wil niet meer leven.", danger="niet meer leven")
spam = make("Apart", status="spam", spam_score=0.95, spam_reasons=["3 links"])
shown = make("Zichtbaar", status="approved", decided_at=now)
old = make("Gisteren", created_at=now - timedelta(days=1))
refused = make("Geweigerd", status="trash", decided_at=now)
withdrawn = make("Terug")
link_of_withdrawn = mine(withdrawn)
writers.withdraw(withdrawn, now)
asked = make("Gevraagd")
subscribe(asked, "confirm", now + timedelta(days=2))
to_confirm, late, to_stop = make("Bevestigt"), make("Telaat"), make("Stopt", status="approved")
judged = make("Beoordeeld", status="approved", decided_at=now)
decisions.set_status([make("Historie")], "approved", coach)
reported = make("Gemeld", status="approved", decided_at=now, report_count=1)
Report.objects.create(comment=reported, reason="worried", note="Hij schrijft zo vlak.", day=now.date())
bump()
print("STATES" + json.dumps({
    "waiting": mine(waiting), "danger": mine(danger), "set apart": mine(spam), "shown": mine(shown),
    "refused": mine(refused), "withdrawn": link_of_withdrawn, "asked": mine(asked),
    "change": mine(waiting, "change"), "too late to change": mine(old, "change"),
    "withdraw": mine(waiting, "withdraw"), "withdraw one that is shown": mine(shown, "withdraw"),
    "confirm": confirm(to_confirm, days=2), "confirm too late": confirm(late, days=-1),
    "stop": reverse("comments:stop", args=[subscribe(to_stop, "stop", confirmed_at=now)]),
    "judge from the mail": judge(danger), "judged already": judge(judged),
    "judge too late": judge(waiting, expires_at=now - timedelta(hours=1)),
    "report": reverse("comments:report", args=[page.pk, shown.pk]),
    "reported": reverse("comments:reported", args=[page.pk, shown.pk]),
    "answer": reverse("comments:post", args=[page.pk]) + f"?antwoord={shown.pk}",
    "conversation": reverse("comments:conversation", args=[page.pk]),
    "newest first": reverse("comments:conversation", args=[page.pk]) + "?volgorde=nieuwste",
    "not shown": reverse("comments:permalink", args=[page.pk, refused.pk]),
    "admin one": reverse("comment_moderation:show", args=[danger.pk]),
    "admin one that is shown": reverse("comment_moderation:show", args=[reported.pk]),
}))
"""

UNKNOWN = {
    "unknown private link": "/reacties/mijn/onbekend/",
    "unknown link to confirm": "/reacties/bevestigen/onbekend/",
    "unknown link to stop": "/reacties/afmelden/onbekend/",
    "unknown link to judge": "/reacties/modereren/onbekend/",
}
SCREENS = {
    "admin start": "/admin/",
    "admin list": "/admin/reacties/",
    "admin attention": "/admin/reacties/?status=attention",
    "admin spam": "/admin/reacties/?status=spam",
    "admin nothing found": "/admin/reacties/?q=qqqqzz",
    "admin numbers": "/admin/reacties/cijfers/",
    "admin history": "/admin/reacties/geschiedenis/",
    "admin import": "/admin/reacties/blokkeerlijst/",
    "admin settings": "/admin/settings/comments/commentsettings/",
    "admin ready answers": "/admin/kant-en-klare-antwoorden/",
    "admin account": "/admin/account/",
}


def make_states(site: RunningSite) -> dict[str, str]:
    """Make the reactions and return the addresses by state; those that begin with "admin" are the coach's."""
    said = site.python(_MAKE)
    made: dict[str, str] = json.loads(said.split("STATES", 1)[1])
    return {**made, **UNKNOWN, **SCREENS}
