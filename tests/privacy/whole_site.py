"""One person, everywhere on a real site: planted, looked at, searched for in all that is kept."""

import subprocess
from email import message_from_bytes, policy
from pathlib import Path

from tests.faults.nodes import Site

NAME = "Zwaantje"
# Told apart from her name, which words of others may hold.
LOCAL = "zw4antje.b3rk"
ADDRESS = f"{LOCAL}@voorbeeld.example"

# In each app by the way that visitors and the coach use; at the end it prints the secrets that she was sent.
PLANT = """
import re
from hashlib import sha256
from datetime import timedelta
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email
from wagtail.models import Page
from comments.models import Comment
from comments.services import decisions
from comments.services.submission import submit_comment
from leads.consents import NEWSLETTER
from leads.importing import uploads
from leads.importing.rows import Choices
from leads.models import LeadMagnet, Subscriber
from leads.people import add_label
from leads.services.signing_up import request_magnet
from mailing.addresses import address_hash
from privacy import links
import search.recording

name, address = {name!r}, {address!r}
coach = get_user_model().objects.get(username="coach")
page = Page.objects.get(pk={article}).specific
magnet = LeadMagnet.objects.get()

def sent(kind, path):
    mails = Email.objects.filter(to__icontains=address, delivery__kind=kind).order_by("pk")
    return re.search(rf"https?://[^/]+(/{{path}}/[\\w-]+/)", mails.last().message)[1]

# A reaction that is approved and answered, with word of the answer; one that waits; one that was refused.
def react(text, **fields):
    return submit_comment(page=page, parent=fields.get("parent"), name=fields.get("name", name),
                          email=fields.get("email", address), website="", text=text,
                          network=sha256(text.encode()).hexdigest())

first = react(f"Ik ben {{name}} en ik mis hem nog elke dag. Schrijf me op {{address}}.")
waits = react(f"Dit wacht nog, groet {{name}}")
refused = react(f"Dit mocht niet, groet {{name}}")
visitor = Client(SERVER_NAME="localhost", headers={{"Sec-Fetch-Site": "same-origin"}})
assert visitor.post(f"/reacties/mijn/{{first.token}}/bericht/").status_code in (302, 303)
visitor.post(sent("comment-confirm", "reacties/bevestigen"))
admin = Client(SERVER_NAME="localhost")
admin.force_login(coach)
for pk, status in ((first.comment.pk, "approved"), (refused.comment.pk, "trash")):
    decisions.set_status(Comment.objects.filter(pk=pk), status, coach)
answer = react("Sterkte, het wordt lichter.", parent=Comment.objects.get(pk=first.comment.pk), name="Ander",
               email="ander@voorbeeld.example")
decisions.set_status([answer.comment], "approved", coach)
call_command("publish_scheduled", verbosity=0)
from comments.chores import CHORES
for chore in CHORES.values():
    chore(timezone.now() + timedelta(hours=2))

# A gift: asked for, confirmed, downloaded.
request_magnet(magnet, address, first_name=name, consent=NEWSLETTER, page=page)
confirm = sent("confirm-sign-up", "aanmelden/bevestigen")
words = re.search(r'name="tekst" value="(\\w+)"', visitor.get(confirm).content.decode())[1]
download = visitor.post(confirm, {{"tekst": words, "nieuwsbrief": "on"}})["Location"]
file = re.search(r'href="(/download/[\\w-]+/\\d+/)"', visitor.get(download).content.decode())[1]
b"".join(visitor.get(file))

# What the coach did: a label, looks, searches, a list that was uploaded and left.
person = Subscriber.objects.get()
add_label([person], "Kennismaking", coach)
uploads.keep(f"e-mail,naam\\n{{address}},{{name}}\\n".encode(), Choices("csv"), coach.pk)
hashed = address_hash(address)
for url in (reverse("subscribers:show", args=[person.pk]), reverse("subscribers:index") + f"?q={{address}}",
            reverse("comment_moderation:show", args=[first.comment.pk]), reverse("outbox:index"),
            reverse("personal_data:show", args=[hashed])):
    assert admin.get(url).status_code == 200, url
admin.post(reverse("personal_data:index"), {{"zoek": address}})
admin.post(reverse("personal_data:export", args=[hashed]))

# What she searched for, and asked of us.
visitor.get("/zoeken/", {{"q": address}})
search.recording.flush()
links.ask(address)
call_command("worker", once=True)
link = sent("my-data", "mijn-gegevens")
print("PLANTED", link, confirm.split("/")[-2], download.split("/")[-2], first.token)
"""


def plant(site: Site) -> tuple[str, list[str]]:
    """Put her everywhere; return the path of the page with all of her data, and every secret she was sent."""
    script = PLANT.format(name=NAME, address=ADDRESS, article=site.article)
    said = site.run("shell", "--no-imports", "-c", script).split("PLANTED ")[1].split()
    return said[0], [said[0].split("/")[2], *said[1:]]


def erase_by_her_own_link(site: Site, link: str) -> None:
    posted = f"Client(SERVER_NAME='localhost').post({link + 'wissen/'!r}, {{'what': 'all'}})"
    script = f"from django.test import Client; print('ERASED', {posted}['Location'])"
    assert "ERASED /mijn-gegevens/gewist/" in site.run("shell", "--no-imports", "-c", script)


def places_of(site: Site, words: str) -> set[str]:
    """Return the files of the site, and the dump of its database, that hold `words` in any case."""
    wanted = words.lower().encode()
    found = {
        str(path.relative_to(site.data_dir))
        for path in site.data_dir.rglob("*")
        if path.is_file() and "static" not in path.parts and wanted in _content(path).lower()
    }
    if site.database_url and wanted in dump(site.database_url).lower():
        found.add("pg_dump")
    return found


def dump(database_url: str) -> bytes:
    """Return all that PostgreSQL would put in a backup, as SQL."""
    return subprocess.run(["pg_dump", "--inserts", database_url], capture_output=True, check=True).stdout


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    if path.suffix != ".eml":
        return content
    # Bodies of mails stand in base64 or quoted-printable.
    parts = message_from_bytes(content, policy=policy.default).walk()
    texts = [part.get_content() for part in parts if not part.is_multipart()]
    return content + "\n".join(str(text) for text in texts).encode()
