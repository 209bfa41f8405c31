"""What the coach chooses about a move, after reading what it would do."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.forms import BoundField

from blog.models import AuthorPage
from leads.models import LeadMagnet
from wordpress.found import Found
from wordpress.taking_over.kinds import Becomes, becomes
from wordpress.taking_over.task import AuthorChoice, Options
from wordpress.tied_form import TiedForm

FETCH, LATER = "fetch", "later"
PARENTS = [
    (
        "blog",
        "Onder Blog, met een adres als /blog/titel/. Wie het oude adres heeft, wordt doorgestuurd.",
    ),
    (
        "home",
        "Direct onder de startpagina, met een adres als /titel/. Was dat al zo, dan blijft het zo.",
    ),
]


class ChoicesForm(TiedForm):
    parent = forms.ChoiceField(label="Waar komen de artikelen?", choices=PARENTS, widget=forms.RadioSelect)
    pictures = forms.ChoiceField(label="Afbeeldingen en geluid", widget=forms.RadioSelect)
    with_trash = forms.BooleanField(
        label="Neem ook mee wat in de prullenbak lag",
        required=False,
        help_text="Het komt hier als concept; niemand anders ziet het.",
    )
    overwrite = forms.BooleanField(
        label="Zet terug wat hier met de hand is veranderd",
        required=False,
        help_text="Alleen als je al eerder overnam. Zonder vinkje blijft wat jij hier veranderde.",
    )

    def __init__(self, data: Any, *, options: Options, found: Found) -> None:
        self.found, self.home = found, _old_site(found.home)
        super().__init__(
            data,
            initial={
                "parent": options.parent,
                "pictures": FETCH if options.media else LATER,
                "with_trash": options.with_trash,
                "overwrite": options.overwrite,
            },
        )
        ways = [(LATER, "Nog niet. De teksten komen nu; de bestanden haal je een andere keer op.")]
        if self.home:
            host = urlsplit(self.home).hostname
            ways.insert(
                0, (FETCH, f"Haal ze op van de oude site ({host}). Die moet dan nog in de lucht zijn.")
            )
        self.fields["pictures"].choices = ways  # type: ignore[attr-defined]
        self._add_authors(options)
        self._add_kinds(options)
        self._add_forms(options)

    def _add_authors(self, options: Options) -> None:
        pages = AuthorPage.objects.order_by("title")
        for number, (login, name) in enumerate(self.found.authors):
            chosen = options.authors.get(login, AuthorChoice(name))
            self.fields[f"author-{number}-name"] = forms.CharField(
                label="Naam", max_length=255, initial=chosen.name
            )
            self.fields[f"author-{number}-page"] = forms.ModelChoiceField(
                pages,
                label="Pagina hier",
                required=False,
                initial=chosen.page_id,
                empty_label="Met deze naam; nieuw als die er niet is",
            )
            self.fields[f"author-{number}-user"] = forms.BooleanField(
                label="Mag straks ook inloggen (als Redacteur)", required=False, initial=chosen.user
            )

    def _add_kinds(self, options: Options) -> None:
        self.kinds = [
            kind for kind in sorted(self.found.kinds) if kind != "page" and becomes(kind) == Becomes.PAGE
        ]
        for number, kind in enumerate(self.kinds):
            count = self.found.kinds[kind]
            self.fields[f"kind-{number}"] = forms.BooleanField(
                label=f"Neem ‘{kind}’ mee als pagina’s ({count})",
                required=False,
                initial=kind not in options.leave_out,
            )

    def _add_forms(self, options: Options) -> None:
        self.forms = sorted(self.found.forms)
        for number, form in enumerate(self.forms):
            count = self.found.forms[form]
            self.fields[f"form-{number}"] = forms.ModelChoiceField(
                LeadMagnet.objects.order_by("name"),
                label=f"Formulier {form}",
                required=False,
                initial=options.gifts.get(form),
                help_text=f"Staat {count} keer in een tekst."
                if count > 1
                else "Staat één keer in een tekst.",
                empty_label="Geen; er komt een notitie te staan",
            )

    def plain(self) -> list[BoundField]:
        """Return the fields that every move has; what was changed by hand matters from the second time on."""
        return [self[name] for name in ("parent", "pictures", "with_trash", "overwrite")]

    def authors(self) -> Iterator[tuple[str, list[BoundField]]]:
        """Give for each author their login and the fields about them."""
        for number, (login, _) in enumerate(self.found.authors):
            yield login, [self[f"author-{number}-{name}"] for name in ("name", "page", "user")]

    def kind_fields(self) -> list[BoundField]:
        return [self[f"kind-{number}"] for number in range(len(self.kinds))]

    def form_fields(self) -> list[BoundField]:
        return [self[f"form-{number}"] for number in range(len(self.forms))]

    def options(self, before: Options) -> Options:
        """Return what was chosen; what stands on no screen stays as it was."""
        value = self.cleaned_data
        authors = {
            login: AuthorChoice(
                name=value[f"author-{number}-name"],
                page_id=page.pk if (page := value[f"author-{number}-page"]) else None,
                user=value[f"author-{number}-user"],
            )
            for number, (login, _) in enumerate(self.found.authors)
        }
        gifts = {
            form: gift.pk
            for number, form in enumerate(self.forms)
            if (gift := value[f"form-{number}"]) is not None
        }
        return Options(
            parent=value["parent"],
            media=self.home if value["pictures"] == FETCH else "",
            limit=before.limit,
            authors={**before.authors, **authors},
            gifts=gifts,
            leave_out=frozenset(
                kind for number, kind in enumerate(self.kinds) if not value[f"kind-{number}"]
            ),
            with_trash=value["with_trash"],
            overwrite=value["overwrite"],
        )


def _old_site(home: str) -> str:
    """Return the https address of the old site, "" where the export tells none."""
    host = urlsplit(home).hostname if home.startswith(("http://", "https://")) else None
    return f"https://{home.partition('://')[2]}" if host else ""
