"""The tabs of the podcast and of an episode, in the coach's admin."""

from typing import Any

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
    TitleFieldPanel,
)

from blog.podcast.audio import KINDS
from blog.podcast.clock import clock
from blog.podcast.forms import EpisodeForm


class SoundPanel(Panel):
    """What the site read from the sound of an episode."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "blog/podcast/admin_sound.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            episode = self.instance
            parts = [
                clock(episode.duration) if episode.duration else "",
                filesizeformat(episode.audio_bytes) if episode.audio_bytes else "",
                KINDS.get(episode.audio_kind, ""),
            ]
            return {
                "facts": ", ".join(filter(None, parts)),
                "url": episode.audio_url(),
                "is_ours": bool(episode.audio),
            }


class FeedPanel(Panel):
    """Where the feed is, to copy to Apple and Spotify."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "blog/podcast/admin_feed.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            podcast = self.instance
            if not podcast.pk:
                return {"address": "", "import_url": ""}
            may = podcast.permissions_for_user(self.request.user).can_add_subpage()
            import_url = reverse("podcast_import:choose", args=[podcast.pk]) if may else ""
            return {"address": podcast.feed_address(), "import_url": import_url}


def show_edit_handler(search_engine_panels: list, menu_panels: list) -> TabbedInterface:
    feed = [
        FeedPanel(),
        FieldPanel("feed_title"),
        FieldPanel("feed_description"),
        FieldPanel("cover"),
        FieldPanel("feed_author"),
        MultiFieldPanel(
            [FieldPanel("category"), FieldPanel("second_category")], heading="Waar het over gaat"
        ),
        MultiFieldPanel(
            [FieldPanel("show_type"), FieldPanel("medium"), FieldPanel("explicit"), FieldPanel("copyright")],
            heading="Bijzonderheden",
        ),
        MultiFieldPanel([FieldPanel("owner_name"), FieldPanel("owner_email")], heading="Eigenaar"),
        MultiFieldPanel(
            [
                FieldPanel("feed_locked"),
                FieldPanel("new_feed_url"),
                FieldPanel("podcast_guid", read_only=True),
            ],
            heading="Verhuizen",
        ),
    ]
    content = [
        TitleFieldPanel("title", placeholder="Titel"),
        FieldPanel("intro"),
        FieldPanel("hero_image"),
        FieldPanel("platforms"),
    ]
    return TabbedInterface(
        [
            ObjectList(content, heading="Inhoud"),
            ObjectList(feed, heading="Feed"),
            ObjectList([*search_engine_panels, *menu_panels], heading="Vindbaarheid"),
        ]
    )


def episode_edit_handler(search_engine_panels: list) -> TabbedInterface:
    content = [
        TitleFieldPanel("title", placeholder="Titel"),
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("season"), FieldPanel("number"), FieldPanel("episode_type")]),
                FieldPanel("cover"),
                FieldPanel("explicit"),
            ],
            heading="De aflevering",
        ),
        FieldPanel("body"),
        FieldPanel("hosts"),
        FieldPanel("guests"),
        FieldPanel("articles"),
    ]
    sound = [
        SoundPanel(),
        MultiFieldPanel([FieldPanel("audio")], heading="Een bestand"),
        MultiFieldPanel(
            [
                FieldPanel("audio_address", heading="Adres van het geluid"),
                FieldRowPanel([FieldPanel("audio_kind"), FieldPanel("audio_bytes"), FieldPanel("duration")]),
            ],
            heading="Of geluid dat ergens anders staat",
        ),
        FieldPanel("guid", read_only=True),
    ]
    words = [
        FieldPanel("chapters"),
        MultiFieldPanel([FieldPanel("transcript_upload"), FieldPanel("transcript")], heading="Transcript"),
    ]
    return TabbedInterface(
        [
            ObjectList(content, heading="Inhoud"),
            ObjectList(sound, heading="Geluid"),
            ObjectList(words, heading="Hoofdstukken en transcript"),
            ObjectList(search_engine_panels, heading="Vindbaarheid"),
        ],
        base_form_class=EpisodeForm,
    )
