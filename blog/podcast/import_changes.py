"""What the feed changed of an episode since it came, and what was changed here: the coach's own words win."""

from typing import Any

from django.db import transaction

from blog.followed import Changes, Facts, compare, fact
from blog.models import ImportedEpisode, PodcastEpisodePage

_SOUND = ("audio_address", "audio_kind", "audio_bytes", "duration")
_FOLLOWED = (
    *("title", "summary", "body", "season", "number", "episode_type", "explicit"),
    *(*_SOUND, "chapters", "guests"),
)


def facts(page: PodcastEpisodePage) -> Facts:
    """Return a hash of each field that follows the feed; of sound that came along, none."""
    names = [name for name in _FOLLOWED if name not in _SOUND or not page.audio]
    return {name: fact(getattr(page, name)) for name in names}


def changes(fresh: PodcastEpisodePage, here: PodcastEpisodePage, came_as: dict[str, str]) -> Changes:
    """Compare an episode in the feed with the one here, and with what it was when it came."""
    return compare(facts(fresh), facts(here), came_as)


def differs(fresh: PodcastEpisodePage, came_as: dict[str, str]) -> bool:
    """Say whether the feed tells something else than when the episode came."""
    return any(came_as.get(name, value) != value for name, value in facts(fresh).items())


def follow(
    fresh: PodcastEpisodePage, here: PodcastEpisodePage, names: list[str], record: ImportedEpisode, user: Any
) -> None:
    """Write what the feed changed into `here`, published where it is published. Raises ValidationError."""
    for name in names:
        setattr(here, name, getattr(fresh, name))
    with transaction.atomic():
        here.full_clean()
        revision = here.save_revision(user=user, changed=True, log_action=True, clean=False)
        if here.live:
            revision.publish(user=user)
        record.facts = {**record.facts, **{name: facts(fresh)[name] for name in names}}
        record.save(update_fields=["facts", "changed_by"])


def labels(names: list[str]) -> str:
    """Return the fields as the coach knows them: "titel, duur"."""
    return ", ".join(str(PodcastEpisodePage._meta.get_field(name).verbose_name) for name in names)


def check(page: PodcastEpisodePage, *, apart_from: tuple[str, ...]) -> None:
    """Refuse what could not be saved. Raises ValidationError."""
    page.clean_fields(exclude=[*apart_from])
    page.clean()
