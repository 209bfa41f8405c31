""" "Overnemen uit een ander programma": choose a file, see what would happen, do it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.admin.auth import permission_required

from leads.importing import uploads
from leads.importing.reading import MAX_BYTES, UnreadableFile
from leads.importing.rows import WORDS_LENGTH, Choices, RefusedRow, clean, labels_in
from leads.importing.taking_over import Report, rehearse
from leads.importing.taking_over import take_over as take_over_file
from leads.models import SubscriberTag

PERMISSION = "leads.import_subscriber"
PROGRAM_LENGTH = 200


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Bestand",
        help_text="Een CSV-bestand, hooguit 20 MB en 200.000 regels, met op de eerste regel hoe de kolommen "
        "heten: e-mail, en als je ze hebt voornaam, toestemming op, bron en labels.",
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv,text/plain"}),
    )
    program = forms.CharField(
        label="Uit welk programma komt de lijst?",
        max_length=PROGRAM_LENGTH,
        help_text="Bijvoorbeeld MailerLite, Kit of Mailchimp.",
    )
    words = forms.CharField(
        label="Waar en wanneer hebben deze mensen toestemming gegeven?",
        required=False,
        max_length=WORDS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In gewone woorden, bijvoorbeeld: ‘Formulier onder de blog op mijn oude site, 2021 tot "
        "2024, bevestigd per mail’. Dit bewaren we bij elke toestemming als bewijs, dus zet er geen namen "
        "in. Wat per persoon in een kolom ‘bron’ staat, bewaren we bij de inschrijver zelf.",
    )
    labels = forms.CharField(
        label="Labels voor iedereen in dit bestand",
        required=False,
        help_text="Met een komma ertussen.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_file(self) -> bytes:
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError("Dit bestand is groter dan 20 MB. Knip het in stukken.")
        return file.read()

    def clean_program(self) -> str:
        return clean(self.cleaned_data["program"], PROGRAM_LENGTH)

    def clean_words(self) -> str:
        return clean(self.cleaned_data["words"], WORDS_LENGTH)

    def clean_labels(self) -> list[str]:
        try:
            return labels_in(self.cleaned_data["labels"])
        except RefusedRow as refused:
            raise forms.ValidationError(f"Dit zijn geen labels: {refused}.") from refused


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(PERMISSION)
def upload(request: HttpRequest) -> HttpResponse:
    """GET asks for a file; POST reads it, and says what taking it over would do."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        choices = Choices(values["program"], values["words"], values["labels"])
        now = timezone.now()
        try:
            report = rehearse(values["file"], choices, now)
        except UnreadableFile as error:
            form.add_error("file", str(error))
        else:
            uploads.throw_away_old(now)
            ticket = uploads.keep(values["file"], choices, request.user.pk)  # type: ignore[arg-type]
            context = {"report": report, "choices": choices, "ticket": ticket, **_header("Klopt dit?")}
            return render(request, "leads/admin/subscriber_import_check.html", context)
    context = {
        "form": form,
        "all_labels": SubscriberTag.objects.all(),
        **_header("Overnemen uit een ander programma"),
    }
    status = 422 if form.errors else 200
    return render(request, "leads/admin/subscriber_import.html", context, status=status)


@require_POST
@permission_required(PERMISSION)
def take_over(request: HttpRequest) -> HttpResponse:
    try:
        ticket, user_id = request.POST.get("ticket", ""), request.user.pk
        name, content, choices = uploads.bring_back(ticket, user_id)  # type: ignore[arg-type]
    except uploads.UploadGone:
        messages.warning(request, "Dit bestand is al overgenomen, of te oud geworden. Kies het opnieuw.")
        return redirect("subscribers:import")
    report = take_over_file(content, choices, timezone.now(), request.user)
    uploads.throw_away(name)
    messages.success(request, _done(report))
    return redirect("subscribers:index")


def _done(report: Report) -> str:
    parts = [f"{report.new} nieuw"]
    if report.agreed:
        parts.append(f"{report.agreed} bekend en nu ook voor de nieuwsbrief")
    if report.known:
        parts.append(f"{report.known} hadden we al")
    if report.stopped:
        parts.append(f"{report.stopped} willen hier geen post en blijven afgemeld")
    if report.refused:
        parts.append(f"{report.refused} niet overgenomen")
    return f"Overgenomen: {', '.join(parts)}. Niemand heeft hier mail van gekregen."


def _header(title: str) -> dict[str, Any]:
    return {
        "header_title": title,
        "header_icon": "upload",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": "Start"},
            {"url": reverse("subscribers:index"), "label": "Inschrijvers"},
            {"url": "", "label": title},
        ],
    }
