"""Which stretch of time, and of which gift, page or placement, the coach wants numbers of."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS

from charts.calendar import DAY, WEEK, Span, Unit, monday_of
from leads.report import Narrowed

# The running week and those before it, by the value in the address.
WEEKS = {"week": 1, "4": 4, "26": 26, "jaar": 52}
NAMES = {"week": "Deze week", "4": "4 weken", "26": "26 weken", "jaar": "Een jaar"}
BEFORE = {
    "week": "de week ervoor",
    "4": "de 4 weken ervoor",
    "26": "de 26 weken ervoor",
    "jaar": "het jaar ervoor",
}
USUAL, OWN = "26", "eigen"
# How long a stretch may be, and must at least be, to show it in this unit.
UNITS: dict[Unit, tuple[timedelta, timedelta]] = {
    "dag": (timedelta(0), 9 * WEEK),
    "week": (2 * WEEK, 105 * WEEK),
    "maand": (8 * WEEK, timedelta.max),
}
FIRST_DAY = date(2010, 1, 1)


@dataclass(frozen=True)
class Choice:
    """`before`: the stretch to compare with, as long. `units`: those that suit the length."""

    period: str
    span: Span
    before: Span
    unit: Unit
    units: list[Unit]
    narrowed: Narrowed

    @property
    def before_name(self) -> str:
        return BEFORE.get(self.period, "dezelfde tijd ervoor")


class ChoiceForm(forms.Form):
    """Reads the address of the screen; own days go before a period. `choice` leaves out what is wrong."""

    periode = forms.ChoiceField(choices=[(name, name) for name in WEEKS], required=False)
    van = forms.DateField(
        label="Van", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    tot = forms.DateField(
        label="Tot en met", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    per = forms.ChoiceField(choices=[(unit, unit) for unit in UNITS], required=False)
    weggever = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1)
    pagina = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)
    plek = forms.SlugField(required=False, max_length=40)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        first, last = values.get("van"), values.get("tot")
        if (first or last) and not {"van", "tot"} & set(self.errors):
            if not first or not last:
                self.add_error(None, "Vul beide dagen in.")
            elif first > min(last, self.today):
                self.add_error(None, "De eerste dag ligt na de laatste, of in de toekomst.")
            elif first < FIRST_DAY:
                self.add_error(None, f"Verder terug dan {FIRST_DAY.year} gaan de cijfers niet.")
        return values

    @property
    def days_are_right(self) -> bool:
        return not {"van", "tot", NON_FIELD_ERRORS} & set(self.errors)

    def choice(self) -> Choice:
        self.full_clean()
        values = self.cleaned_data
        period = OWN if values.get("van") and self.days_are_right else values.get("periode") or USUAL
        tomorrow = self.today + DAY
        if period == OWN:
            span = Span(values["van"], min(values["tot"] + DAY, tomorrow))
            before = span.earlier(span.end - span.start)
        else:
            weeks = WEEKS[period]
            span = Span(monday_of(self.today) - (weeks - 1) * WEEK, tomorrow)
            before = span.earlier(weeks * WEEK)
        length = span.end - span.start
        units = [unit for unit, (least, most) in UNITS.items() if least <= length <= most]
        usual: Unit = "week" if "week" in units else units[0]
        wished = values.get("per")
        unit = next((unit for unit in units if unit == wished), usual)
        narrowed = Narrowed(values.get("weggever"), values.get("pagina"), values.get("plek") or None)
        return Choice(period, span, before, unit, units, narrowed)
