"""Days, weeks from Monday, and months, by the clock of the site."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from django.utils import timezone
from django.utils.formats import date_format

Unit = Literal["dag", "week", "maand"]
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


def midnight(day: date) -> datetime:
    """Return the moment a day begins, where the site is."""
    return timezone.make_aware(datetime.combine(day, time.min))


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def months_before(day: date, number: int) -> date:
    """Return the first day of the month that is `number` months before that of `day`."""
    month = day.year * 12 + day.month - 1 - number
    return date(month // 12, month % 12 + 1, 1)


@dataclass(frozen=True)
class Span:
    """From the first moment of `start` until that of `end`."""

    start: date
    end: date

    @property
    def moments(self) -> tuple[datetime, datetime]:
        return midnight(self.start), midnight(self.end)

    def earlier(self, by: timedelta) -> "Span":
        return Span(self.start - by, self.end - by)

    def by(self, unit: Unit) -> list["Span"]:
        """Cut into days, weeks or months; the first and the last may be a part of one."""
        cuts = [self.start]
        while (following := _next(cuts[-1], unit)) < self.end:
            cuts.append(following)
        return [Span(start, end) for start, end in zip(cuts, [*cuts[1:], self.end], strict=True)]

    def label(self, unit: Unit) -> str:
        whole_month = unit == "maand" and self.start.day == 1
        return date_format(self.start, "b Y" if whole_month else "j b")


def _next(day: date, unit: Unit) -> date:
    if unit == "dag":
        return day + DAY
    return monday_of(day) + WEEK if unit == "week" else months_before(day, -1)
