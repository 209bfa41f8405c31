"""Taking over a plain list of what is spam, one entry a line, from a file or from a text."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from comments.blocklist_entries import KINDS, merge
from comments.models import Blocklist
from comments.moderation import NAMESPACE

MAX_BYTES = 2 * 1024 * 1024
PERMISSION = "comments.change_blocklist"
LABELS = {"words": "Woorden", "addresses": "E-mailadressen", "domains": "Domeinen"}


class ImportForm(forms.Form):
    kind = forms.ChoiceField(label="Wat staat erin", choices=[(kind, LABELS[kind]) for kind in KINDS])
    file = forms.FileField(
        label="Bestand",
        required=False,
        help_text="Gewone tekst, één per regel. Regels met # ervoor tellen niet mee.",
    )
    lines = forms.CharField(
        label="Of plak de lijst hier", required=False, widget=forms.Textarea(attrs={"rows": 8})
    )

    def clean_file(self) -> str:
        file = self.cleaned_data.get("file")
        if file is None:
            return ""
        if file.size > MAX_BYTES:
            raise forms.ValidationError("Dit bestand is groter dan 2 MB. Knip het in stukken.")
        content = file.read()
        if b"\x00" in content:
            raise forms.ValidationError(
                "Dit is geen gewone tekst. Sla de lijst op als .txt en probeer het nog eens."
            )
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return content.decode("latin-1")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not (cleaned.get("file") or cleaned.get("lines", "").strip()):
            raise forms.ValidationError("Kies een bestand of plak een lijst.")
        return cleaned


@require_http_methods(["GET", "HEAD", "POST"])
def import_blocklist(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        kind = form.cleaned_data["kind"]
        new = add(kind, f"{form.cleaned_data['file']}\n{form.cleaned_data['lines']}")
        if new:
            messages.success(request, f"{LABELS[kind]}: {new} nieuw op de blokkeerlijst.")
        else:
            messages.warning(request, "Er stond niets nieuws in deze lijst.")
        return redirect("wagtailsettings:edit", "comments", "blocklist")
    context = {
        "form": form,
        "header_title": "Neem een lijst over",
        "header_icon": "cross",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": "Start"},
            {"url": reverse(f"{NAMESPACE}:index"), "label": "Reacties"},
            {"url": "", "label": "Neem een lijst over"},
        ],
    }
    status = 422 if form.errors else 200
    return render(request, "comments/admin/blocklist_import.html", context, status=status)


@transaction.atomic
def add(kind: str, lines: str) -> int:
    """Add a plain list to the blocklist; return how many entries were new."""
    row = Blocklist.load()
    blocklist = Blocklist.objects.select_for_update().get(pk=row.pk)
    merged, new = merge(getattr(blocklist, kind), lines, kind)
    setattr(blocklist, kind, merged)
    blocklist.save(update_fields=[kind])
    return new
