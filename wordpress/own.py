"""What only a site like this one has, and the names by which it travels in an export.

WordPress keeps meta with names of others as it is, and leaves kinds of posts that it does not know alone.
"""

from blog.models import (
    ArticleIndexPage,
    ArticlePage,
    AuthorIndexPage,
    AuthorPage,
    HomePage,
    PodcastEpisodePage,
    PodcastIndexPage,
    StandardPage,
)
from blog.models.base import SitePage

PREFIX = "_liefdesverdriet_"
# Says that all of FIELDS was told: what is not there is empty.
MARK = f"{PREFIX}of"
# Articles name their authors by slug, and related articles by address.
AUTHORS, RELATED = f"{PREFIX}authors", f"{PREFIX}related"
CREDIT = f"{PREFIX}credit"

AUTHOR_KIND = "liefdesverdriet_author"
# The home page and the lists: each site has them already, so only what is empty there is filled.
LIST_KINDS: dict[type[SitePage], str] = {
    HomePage: "liefdesverdriet_home",
    ArticleIndexPage: "liefdesverdriet_blog",
    AuthorIndexPage: "liefdesverdriet_people",
    PodcastIndexPage: "liefdesverdriet_show",
}
FIELDS: dict[type[SitePage], tuple[str, ...]] = {
    ArticlePage: ("hero_alt", "hero_caption", "revised_on", "sensitive", "magnet"),
    StandardPage: ("hero_alt", "show_in_menus"),
    PodcastEpisodePage: ("chapters", "guests", "hosts", "articles", "transcript"),
    AuthorPage: ("role", "short_bio", "portrait", "portrait_alt", "specialisms"),
    HomePage: (
        *("hero_sentence", "hero_text", "hero_image", "ways_in", "gifts"),
        *("about_title", "about_text", "about_author"),
    ),
    ArticleIndexPage: ("intro",),
    AuthorIndexPage: ("intro", "hero_image"),
    PodcastIndexPage: (
        *("intro", "hero_image", "feed_title", "feed_description", "feed_author", "owner_name"),
        *("owner_email", "category", "second_category", "explicit", "show_type", "medium", "cover"),
        *("copyright", "feed_locked", "podcast_guid", "platforms"),
    ),
}
