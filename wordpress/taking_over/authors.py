"""Who wrote on the old site: author pages, and on wish users without a password."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.text import slugify
from wagtail.models import Page

from blog.models import AuthorPage
from blog.roles import EDITOR
from wordpress import own
from wordpress.bodies.surroundings import Target
from wordpress.models import Imported
from wordpress.reading.items import Author
from wordpress.taking_over.kinds import State
from wordpress.taking_over.known import Known
from wordpress.taking_over.places import Places
from wordpress.taking_over.report import Line, Outcome, Report
from wordpress.taking_over.task import AuthorChoice, Task
from wordpress.taking_over.terms import number_of
from wordpress.taking_over.words import plain, shortened
from wordpress.taking_over.writing import Standing, Writer

MADE_USER = "kreeg ook een account, zonder wachtwoord"


class Authors:
    """Brings authors, also those whom only an item names."""

    def __init__(self, known: Known, places: Places, writer: Writer, task: Task, report: Report) -> None:
        self._known, self._places, self._writer = known, places, writer
        self._task, self._report = task, report
        # Logins that are the last part of the address of an author's page on a site like this one.
        entries = known.contents.entries.values()
        self._by_address = {entry.slug for entry in entries if entry.kind == own.AUTHOR_KIND}
        self._pages: dict[str, AuthorPage | None] = {}
        self._users: dict[str, Any] = {}

    def bring_all(self) -> None:
        for author in self._known.contents.authors:
            self._bring(author)

    def page_of(self, login: str) -> AuthorPage | None:
        if not login:
            return None
        if login not in self._pages:
            self._bring(Author(0, login, "", login))
        return self._pages[login]

    def is_known(self, login: str) -> bool:
        return not login or login in self._pages

    def user_of(self, login: str) -> Any:
        return self._users.get(login) or self._task.user

    def _bring(self, author: Author) -> None:
        choice = self._task.options.authors.get(author.login) or AuthorChoice(author.name or author.login)
        name = shortened(plain(choice.name) or author.login, 255)
        line = Line("author", author.id, name, Outcome.KNOWN)
        old_id = author.id or number_of(author.login)
        records = Imported.objects.filter(site=self._known.site, kind=Imported.Kind.AUTHOR)
        record = records.filter(old_id=old_id).first()
        page = self._found(choice, name, record)
        if page is None and record is not None and record.page_id is None:
            line.words.append("de pagina van deze auteur is hier weggegooid en komt niet vanzelf terug")
        elif page is None:
            line.outcome = Outcome.NEW
            slug = slugify(author.login if author.login in self._by_address else name)
            page = AuthorPage(title=name, draft_title=name, slug=slug[:200] or f"auteur-{abs(old_id)}")
            if self._task.dry_run:
                page.pk = -len(self._pages) - 1
            else:
                self._writer.add(page, self._places.people().pk, Standing(State.LIVE))
                # The next one may have the same name.
                self._writer.write_rows()
        self._pages[author.login] = page
        if choice.user:
            self._users[author.login] = self._user(author, name, line)
        path = f"{self._known.old.home_path}/author/{slugify(author.login)}"
        if page is not None:
            self._known.people[path] = Target(page.pk, "author", self._known.path_here(page.url_path))
        if record is None and not self._task.dry_run:
            Imported.objects.create(
                site=self._known.site,
                kind=Imported.Kind.AUTHOR,
                old_id=old_id,
                old_kind="author",
                guid=author.login[:500],
                old_path=path[:1000],
                page_id=page.pk if page else None,
                brought_by=self._task.move,
            )
        line.page_id = page.pk if page and page.pk > 0 else None
        self._report.tell(line)

    def _found(self, choice: AuthorChoice, name: str, record: Imported | None) -> AuthorPage | None:
        """Return the author's page that is here, by choice, from an earlier time, or of the same name."""
        if choice.page_id and (chosen := AuthorPage.objects.filter(pk=choice.page_id).first()):
            return chosen
        if record is not None:
            return AuthorPage.objects.filter(pk=record.page_id).first() if record.page_id else None
        return AuthorPage.objects.filter(title__iexact=name).order_by("path").first()

    def _user(self, author: Author, name: str, line: Line) -> Any:
        users = get_user_model()._default_manager
        email = _valid(author.email)
        found = users.filter(username__iexact=author.login).first()
        found = found or (users.filter(email__iexact=email).first() if email else None)
        if found is not None or self._task.dry_run:
            return found
        first, _, last = name.partition(" ")
        user = get_user_model()(
            username=author.login[:150], email=email, first_name=first[:150], last_name=last[:150]
        )
        user.set_unusable_password()
        user.save()
        user.groups.add(*Group.objects.filter(name=EDITOR))
        line.words.append(MADE_USER)
        return user


def _valid(email: str) -> str:
    try:
        validate_email(email)
    except ValidationError:
        return ""
    return email.lower()


def is_page(page: Page | None) -> bool:
    return page is not None and page.pk is not None and page.pk > 0
